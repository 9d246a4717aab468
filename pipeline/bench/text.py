"""The one text that all speeds are measured on, in the forms that the subjects need."""

from typing import NamedTuple

from pipeline.bench.corpus import TONGUES, Tongue, generate_text
from pipeline.records import Passage

DOCUMENT_WORDS = 500
_SAMPLE = 3  # documents of each language


class BenchText(NamedTuple):
    """Documents by language."""

    documents: dict[Tongue, list[str]]

    def sample(self) -> "BenchText":
        """The first documents of each language, about 3,000 words in all: for what is too slow to be run on all."""
        return BenchText({tongue: texts[:_SAMPLE] for tongue, texts in self.documents.items()})

    def words(self, tongue: Tongue) -> int:
        """How many words the documents of a language have: what white space parts."""
        return sum(len(text.split()) for text in self.documents[tongue])

    def paragraphs(self, tongue: Tongue) -> list[str]:
        """All paragraphs of a language."""
        return [part for text in self.documents[tongue] for part in text.strip().split("\n\n")]

    def passages(self, tongue: Tongue, length: int = 1000) -> list[Passage]:
        """The text of a language as passages of `length` characters, cut wherever that falls; the rest is left out."""
        text = " ".join(self.paragraphs(tongue))
        length = min(length, len(text))
        return [
            Passage(start=start, end=start + length, language=tongue, text=text[start : start + length])
            for start in range(0, len(text) - length + 1, length)
        ]


def make_text(words: int) -> BenchText:
    """About `words` words, half of them French, in documents of about 500 words."""
    count = max(round(words / DOCUMENT_WORDS / len(TONGUES)), 1)
    size = max(words // (count * len(TONGUES)), 1)
    return BenchText(
        {
            tongue: [generate_text(number, size, tongue) for number in range(first, count * 2 + 1, len(TONGUES))]
            for first, tongue in enumerate(TONGUES, 1)
        }
    )
