"""From finds to values, over the whole document.

`sentences` places the finds in sentence, clause and tense; `resolve` (`Resolver`) gives them values in order. A year
that is not said comes from the dates around (`neighbours`), from the story that goes on (`story`), from the anchor
(`years`; week days in `weekdays`), or from a day assumed for a document without one (`assumed`); `pipeline.dates` tells
in what order. `resolved` is what resolving an item gives, `parts` what follows from its EDTF: type, bounds, steps.
"""
