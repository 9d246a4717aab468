"""Names built on a common noun: `Ministère des Affaires étrangères`, `Nuclear Security Summit`, `traité de Rome`.

`find` goes from head to head; `growth` lets a name reach to the right with the steps of `adjectives`, `agreements` and
`place_words`; `treaties` has those called by their date, `foreign` those in another language than the text's; `bodies`
ends them where known bodies do. A head that lacks is a word of the lexicon (`[heads]`), not a rule.
"""

from pipeline.extract.entities.finders.long_names.find import find_long_names

__all__ = ["find_long_names"]
