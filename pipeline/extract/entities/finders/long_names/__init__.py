"""Names built on a common noun: `Ministère des Affaires étrangères`, `Nuclear Security Summit`, `traité de Rome`.

`find` goes from head to head; `front` lets a name reach to the left, `growth` to the right with the steps of
`adjectives`, `agreements`, `coordination` and `place_words`; `particular` tells a name from a common noun; `treaties`
has those called by their date; `bodies` ends them where known bodies do. A head that lacks is a word of the lexicon
(`[heads]`), not a rule.
"""

from pipeline.extract.entities.finders.long_names.find import find_long_names
from pipeline.extract.entities.finders.long_names.titles import find_titles

__all__ = ["find_long_names", "find_titles"]
