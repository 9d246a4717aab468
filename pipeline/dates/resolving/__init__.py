"""From finds to values, over the whole document.

`sentences` places the finds in sentence, clause and tense; `resolve` gives them values in order, with what has been
told so far (`telling`). What a find says it resolves by `items`, an interval by its `ends`. A year that is not said
comes from the dates around (`neighbours`), from the story that goes on (`story`), from the anchor (`against`), or from
a day assumed for a document without one (`assumed`); `pipeline.dates` tells in what order. `edtf` writes an item,
`resolved` is what resolving one gives, `parts` what follows from its EDTF: type, bounds, steps.
"""
