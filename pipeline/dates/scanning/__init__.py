"""One pass over the tokens of a passage: what begins where, what stands together, and what that says.

`scan` is the door: at each token at which something can begin it asks `offsets` (`la veille de Noël`), then the rules
of `undated`, then `groups`, which reads items of `dated` one after the other, with the `joints` between them, and fills
in what they share (`sharing`). `compose` makes single dates, lists and ranges of a group, as far as they go (`ranges`)
and as `evidence` believes them, with the word before them (`openers`); `clock_days` gives clock times the day that is
said beside them.
"""
