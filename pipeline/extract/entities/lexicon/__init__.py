"""The words of a language that the rules use: `models/lexicons/<language>/*.toml` in, frozen tables out.

`entities` reads `entities.toml` (and the weights of `models/casing`), `frames` reads `frames.toml`, `foreign_bodies`
the file of both languages with that name; `word_lists` refuses what would never match. A new list is a key of both
twin files and a field of the struct, nothing else; what a list means stands beside it in the files.
"""

from pipeline.extract.entities.lexicon.entities import CASING, Casing, EntityLexicon, load_entity_lexicons

__all__ = ["CASING", "Casing", "EntityLexicon", "load_entity_lexicons"]
