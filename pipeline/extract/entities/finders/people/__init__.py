"""People: `titled` by what introduces them, `cues` by given name, initial, role or age, `known` by renown.

`names` says how far a person's name reaches, for all of them.
"""
