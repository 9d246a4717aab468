"""From lines to blocks: which lines belong together (`lines`, `wrapping`, `units`) and what each block is (`kinds`).

`footnotes`, `labels` and `pull_quotes` each know one kind that takes more than a look at the line itself.
"""
