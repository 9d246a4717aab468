"""Dépêche: a bilingual (French and English) text-mining pipeline for diplomatic and institutional documents.

Six stages, each a package with one door: `ingest`, `extract`, `link`, `topics`, `emit`, `report`.
`records` holds what passes between them, `runner` runs them, `store` keeps what they made.
"""

__version__ = "0.3.0"
