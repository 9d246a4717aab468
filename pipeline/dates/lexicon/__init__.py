"""The words of dates: what each means, made ready for look-up.

`files` are the TOML files as they are written (`models/lexicons/{fr,en}/dates.toml`, `calendar.toml`); `meanings` gives
each word its class of `classes`, a number and a text, `patterns` joins what is more than one word, `folding` is the
spelling under which words are looked up. `load` makes the `DateLexicon` of a language of them; its `lookup` remembers
the words that it has read.

A new word is a line in the twin TOML files. A new kind of word is a table there, a field in `files`, a class in
`classes` and a line in `meanings`; what may be made of it, the rules say.
"""
