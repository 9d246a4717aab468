"""What is no part of a document, each piece with the reason.

`running_text` finds where the text begins and ends (a `body`), `judge` decides, unit by unit: `phrases` by what a line
says; `page_*` and `menus` the furniture of web pages; `frame`, `surround`, `imprints`, `issuers`, `numbering` that of
papers; `running_heads` and `positions` by where a line stands.
"""
