"""What an evaluation says."""

from typing import Literal

from pipeline.records import Record

CheckKind = Literal[
    "must_contain", "must_not_contain", "dehyphenated", "hyphen_kept", "spacing_fixed", "title", "published"
]


class Score(Record, frozen=True, kw_only=True):
    """Counts and measures of one label in one group.

    Precision is null where nothing was found, recall where the gold has nothing.
    `by` and `group` say of what: everything (`total`, `all`), a language, a format (media type), a document. `label` is
    an entity label, DATE, AMOUNT, or the sums ENTITY (all names) and ALL. `found` leaves out what was absorbed.
    """

    by: Literal["total", "language", "format", "document"]
    group: str
    label: str
    gold: int
    found: int
    hits: int
    precision: float | None
    recall: float | None
    f1: float


class Check(Record, frozen=True, kw_only=True):
    """A yes-or-no question about the text or the metadata of a document; `got` is what a title or date was instead."""

    document: str
    kind: CheckKind
    expected: str
    passed: bool
    got: str | None = None


class Finding(Record, frozen=True, kw_only=True):
    """An item that was missed, or found and in no gold. `value` is what it stands for, as text.

    `sentence` is where it is in the document, null when its text is not there. `got`: for a missed item, what the
    system made of the same words.
    """

    document: str
    language: str
    kind: Literal["missed", "spurious"]
    label: str
    text: str
    value: str
    sentence: str | None
    got: str | None = None


class Evaluation(Record, frozen=True, kw_only=True):
    """The result. `missing` names gold without a document: all its items count as missed, all its checks as failed."""

    documents: int
    missing: tuple[str, ...]
    scores: tuple[Score, ...]
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
