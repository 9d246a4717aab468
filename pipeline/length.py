"""How long a summary is: by default, or as the user says in `corpus.toml`."""

from typing import Annotated

import msgspec

RATIO, FEWEST, MOST = 0.2, 3, 5
LONG_DOCUMENT = 10  # sentences from which a summary has at least FEWEST


class SummaryLength(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many sentences a summary has: the table `[summaries]` of `corpus.toml`.

    Without it a fifth of the document's sentences, at most five ("in five lines") and at least three from ten on.

    Attributes:
        sentences: so many, where the document has them; `ratio` is then not looked at.
        ratio: this share of the document's sentences, from 0 to 1, and at least one.
    """

    sentences: Annotated[int, msgspec.Meta(ge=1)] | None = None
    ratio: Annotated[float, msgspec.Meta(gt=0, le=1)] | None = None

    def of(self, sentences: int) -> int:
        """How many sentences the summary of a document of so many has.

        >>> SummaryLength().of(20), SummaryLength(sentences=8).of(20), SummaryLength(ratio=0.1).of(20)
        (4, 8, 2)
        """
        if self.sentences is not None:
            return min(self.sentences, sentences)
        if self.ratio is not None:
            return max(1, round(self.ratio * sentences))
        share = min(MOST, max(1, round(RATIO * sentences)))
        return max(share, FEWEST) if sentences >= LONG_DOCUMENT else share


USUAL_LENGTH = SummaryLength()
