"""Link: which mentions of a corpus name the same thing, across documents and languages; which documents say the same.

In: every document as ingested and extracted, one pass; the gazetteer; the ids so far; the user's corrections.
Out: `Linked`: entities, for each document mention → entity, duplicates, names left unsure, the ids from now on.

Parts, in the order they run: `collect` keeps the names of each document · `rulings` what the user says ·
`places` what the gazetteer knows · `acronyms` what documents define · `translated` names that say the same, by their
`senses` · `states` bodies by country · `generics` common words · `figures` known persons · `namesakes` all others ·
`identity` ids that last · `entities` the records, `holders` the roles of persons, `references` whom a role without a
name means, by its `offices` · `duplicates` on its own. `clusters` joins names, `local` keeps them to a document.
"""

from pipeline.gazetteer import Gazetteer, load_gazetteer
from pipeline.link.corrections import Corrections, load_corrections
from pipeline.link.linking import Linked, link

__all__ = ["Corrections", "Gazetteer", "Linked", "link", "load_corrections", "load_gazetteer"]
