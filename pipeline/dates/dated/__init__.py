"""Expressions of the calendar: days, weeks, months, years, ages; each rule makes an `Item`.

`table` holds the rules of all kinds in the order in which they are tried, one module a kind:

- `full_days`: a day with its month: `mardi 3 mars 2015`, `May 4`, `10.06.15`
- `incomplete`: without its year or its month: `le 17 du mois prochain`, `jeudi 6`, `in May`
- `weeks`: `week 23 of 2019`, `the first Monday in May`; `periods`: `T3 2016`, `l'automne 2013`, `septembre 1993`
- `yearly`: `2014`, `2013/14`, `rentrée 2014`, `Noël 2014`; `ages`: `the nineties`, `XIXe siècle`, `44 BC`

`modified` is the door (`read_item`): the expression with what stands directly around it (`fin 2012`, `mars prochain`).

A new form is one more line in the table of its kind, above what it is a longer form of; a new kind is a module with its
table, listed in `table`.
"""
