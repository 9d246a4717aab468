"""The words of a language that the rules use: `models/lexicons/<language>/*.toml` in, frozen tables out.

Each module says what is in the file of its name: `entities` the words of all names, `people`, `places`, `events`,
`agreements`, `bodies` and `things` those of one kind, `frames` and `press` what stands around them (`casing`: in
`models/casing`), `foreign_bodies` the one file of all languages; `load` reads them, `word_lists` refuses what would
never match. A new list is a key of both twin files and a field of the struct, nothing else; what a list means stands
beside it in the files.
"""

from pipeline.extract.entities.lexicon.entities import Casing, EntityLexicon
from pipeline.extract.entities.lexicon.load import CASING, load_entity_lexicons

__all__ = ["CASING", "Casing", "EntityLexicon", "load_entity_lexicons"]
