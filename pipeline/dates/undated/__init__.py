"""What is no date of the calendar by itself: times told from another, lengths, sets, hours; each rule makes a `Found`.

`table` is the door (`read_undated`) and holds the rules of all kinds in the order in which they are tried:

- `words`: whole words of the lexicon: `hier`, `the next day`
- `counted`: so many units from now or from the date before: `il y a 25 ans`, `three days later`
- `last_next`: the period that runs, the last or the next one: `l'an dernier`, `this week`, `year-end`
- `durations` (their TIMEX3 values in `lengths`): `deux ans et demi`
- `sets`: `chaque lundi`; `clock`: `14 h 30`, `half past nine`; `dayparts`: `this morning`

A new form is one more line in the table of its kind, above what it is a longer form of; a new kind is a module with its
table, listed in `table`.
"""
