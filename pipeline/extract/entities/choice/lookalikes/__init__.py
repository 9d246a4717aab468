"""What only looks like a name: common nouns, titles, demonyms, numbers, words that open a sentence."""

from pipeline.extract.entities.choice.lookalikes.refuse import refusal

__all__ = ["refusal"]
