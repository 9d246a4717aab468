"""What only looks like a name: common nouns, titles, demonyms, numbers, words that open a sentence.

`refuse` asks in order and gives the reason: `things` that bear a name, `titles`, `peoples` of a place, common `words`.
A new question is a function of one of these and a line of `refuse`; the words it asks for are the lexicon's.
"""

from pipeline.extract.entities.choice.lookalikes.refuse import refusal

__all__ = ["refusal"]
