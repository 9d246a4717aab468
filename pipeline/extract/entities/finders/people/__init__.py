"""People: `titled` by what introduces them, `callings` by a noun beside them, `cues` by given name, role or age,
`forms` by the name's own form, `known` by renown.

`names` says how far a person's name reaches, for all of them; `whole` puts back what a finder left out.
"""
