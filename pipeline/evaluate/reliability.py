"""Whether confidence means what it says: of the mentions that are 80 % sure, 80 % should be right.

The expected calibration error (ECE; Naeini, Cooper and Hauskrecht 2015) is how far stated confidence and share of right
ones are apart, averaged over ten equal bins of confidence, each weighed by its mentions.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.table import Table

from pipeline.evaluate.match import Found, Matches
from pipeline.evaluate.results import Reliability, ReliabilityBin
from pipeline.records import Mention

BINS = 10
KINDS = {"EntityMention": "entities", "DateMention": "dates", "AmountMention": "amounts"}


class Verdict(NamedTuple):
    """A mention that counts: its kind, the language of its document, how sure it is, and whether it is right."""

    kind: str
    language: str
    confidence: float
    right: bool


def verdicts(language: str, found: Sequence[Found], matches: Matches) -> Iterator[Verdict]:
    """The found mentions that count either way."""
    counted = [*((j, True) for _, j in matches.pairs), *((j, False) for j in matches.spurious)]
    for number, right in sorted(counted):
        mention: Mention = found[number].mention
        yield Verdict(KINDS[type(mention).__name__], language, mention.confidence, right)


def reliability(judged: Iterable[Verdict]) -> tuple[Reliability, ...]:
    """A line for each kind and language that has mentions."""
    groups: dict[tuple[str, str], list[Verdict]] = defaultdict(list)
    for one in judged:
        groups[one.kind, one.language].append(one)
    order = [*KINDS.values()]
    keys = sorted(groups, key=lambda key: (order.index(key[0]), key[1]))
    return tuple(_of_group(kind, language, groups[kind, language]) for kind, language in keys)


def calibration_error(bins: Iterable[ReliabilityBin]) -> float:
    """The expected calibration error.

    >>> calibration_error([ReliabilityBin(mentions=3, confidence=0.9, right=1.0),
    ...                    ReliabilityBin(mentions=1, confidence=0.5, right=0.0)])
    0.2
    """
    bins = tuple(bins)
    mentions = sum(one.mentions for one in bins)
    return round(sum(abs(one.confidence - one.right) * one.mentions for one in bins) / max(mentions, 1), 4)


def reliability_table(rows: Iterable[Reliability]) -> Table:
    """One line a kind and language; in the last column the bins: stated → right (mentions)."""
    table = Table(title="How far confidence can be trusted", title_justify="left")
    for name in ("kind", "language", "mentions", "stated", "right", "ECE", "stated → right (mentions)"):
        table.add_column(name, justify="right" if name in ("mentions", "stated", "right", "ECE") else "left")
    for row in rows:
        bins = ", ".join(f"{one.confidence:.2f} → {one.right:.2f} ({one.mentions})" for one in row.bins)
        figures = (f"{number:.3f}" for number in (row.confidence, row.right, row.error))
        table.add_row(row.kind, row.language, str(row.mentions), *figures, bins)
    return table


def _of_group(kind: str, language: str, group: Sequence[Verdict]) -> Reliability:
    rows: dict[int, list[Verdict]] = defaultdict(list)
    for one in group:
        rows[min(int(one.confidence * BINS), BINS - 1)].append(one)
    bins = tuple(_bin(rows[number]) for number in sorted(rows))
    total = _bin(group)
    return Reliability(
        kind=kind,
        language=language,
        mentions=total.mentions,
        confidence=total.confidence,
        right=total.right,
        error=calibration_error(bins),
        bins=bins,
    )


def _bin(group: Sequence[Verdict]) -> ReliabilityBin:
    return ReliabilityBin(
        mentions=len(group),
        confidence=round(sum(one.confidence for one in group) / len(group), 4),
        right=round(sum(one.right for one in group) / len(group), 4),
    )
