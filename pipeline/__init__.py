"""Dépêche: a bilingual (French and English) text-mining pipeline for diplomatic and institutional documents.

Six stages, each a package with one door: `ingest`, `extract`, `link`, `topics`, `emit`, `report`. `records` holds what
passes between them, `runner` runs them, `store` keeps what they made. `dates` and `gazetteer` serve two stages each.
`cli` and `commands` are what the user calls; `evaluate`, `train` and `bench` measure and teach, and no stage knows
them. CONTRIBUTING.md says where everything is.
"""

__version__ = "0.4.0"
