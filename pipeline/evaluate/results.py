"""What an evaluation says."""

from typing import Literal

from pipeline.records import Record

CheckKind = Literal[
    "must_contain", "must_not_contain", "dehyphenated", "hyphen_kept", "spacing_fixed", "title", "published"
]
Measure = Literal["strict", "relaxed", "value"]
By = Literal["total", "language", "genre", "format", "document"]


class Score(Record, frozen=True, kw_only=True):
    """Counts and measures of one label in one group.

    Precision is null where nothing was found, recall where the gold has nothing.
    `by` and `group` say of what: everything (`total`, `all`), a language, a genre, a format, a document. `label` is
    an entity label, DATE, AMOUNT, or the sums ENTITY (all names) and ALL. `found` leaves out what was absorbed.

    `measure`: `strict` asks for the same span and label, `relaxed` for spans that overlap and the same label, `value`
    for what a user gets: names as in `strict`, dates and amounts with the right value where they overlap. Gold without
    offsets has `value` only. `interval`: of the F1, 95 %, by bootstrap over documents; for totals and languages.
    """

    by: By
    group: str
    measure: Measure
    label: str
    gold: int
    found: int
    hits: int
    precision: float | None
    recall: float | None
    f1: float
    interval: tuple[float, float] | None = None


class Linking(Record, frozen=True, kw_only=True):
    """Whether the mentions of one entity were joined, over the mentions that gold and system both have.

    B³ and CEAF-e (entity-based, φ4): precision, recall, F1. `pairs`: of pairs of mentions, one in a French and one in
    an English document, which are the same entity. Null where there is nothing to compare.
    """

    mentions: int
    b_cubed: tuple[float, float, float] | None
    ceaf_e: tuple[float, float, float] | None
    pairs: tuple[float, float, float] | None


class Cleaning(Record, frozen=True, kw_only=True):
    """Words of the main text: precision, recall, F1; and the share of the boilerplate's words that was kept."""

    words: int
    precision: float | None
    recall: float | None
    f1: float | None
    boilerplate: int
    boilerplate_kept: float | None


class Confusion(Record, frozen=True, kw_only=True):
    """How often a name of one label was found with another; `null` is none at all."""

    gold: str | None
    found: str | None
    count: int


class ReliabilityBin(Record, frozen=True, kw_only=True):
    """Mentions of about the same confidence: their mean confidence, and the share of them that is right."""

    mentions: int
    confidence: float
    right: float


class Reliability(Record, frozen=True, kw_only=True):
    """Whether confidence means what it says, of one kind (entities, dates, amounts) and language.

    `error` is the expected calibration error over `bins`, which are empty where totals are all that is shown.
    """

    kind: str
    language: str
    mentions: int
    confidence: float
    right: float
    error: float
    bins: tuple[ReliabilityBin, ...] = ()


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
    """The result. `missing` names gold without a document: all its items count as missed, all its checks as failed.

    `linking` and `cleaning` are null for gold without offsets.
    """

    documents: int
    missing: tuple[str, ...]
    scores: tuple[Score, ...]
    linking: Linking | None
    cleaning: Cleaning | None
    confusion: tuple[Confusion, ...]
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    reliability: tuple[Reliability, ...] = ()
