"""The text as the finders read it: passages in, passages out, every character in its place.

`prepare` goes through the steps: `rows` cuts passages at rows and items, `restore` puts lost accents and misread
letters right, `truecase` writes what is in capitals as running text has it, by the weights of `casing`, the clues of
`casing_clues` and the `frequency` of forms. A step may change letters, never their number: spans found here must hold
in the source.
"""
