"""From text to tokens: one character of class for each, with its span and its meaning.

`chosen` gives each passage its lexicon; `tokens` reads it once (`tokenize`), numbers in figures by `figures` and
`numeric`, number words by `spelled`. What one token is is settled here; what several say together, by the rules.
`glance` tells without reading whether a text can say a date at all.
"""
