"""One gold document against one document: what was hit, missed, and found in no gold."""

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.evaluate.clean import CleaningCounts, compare_text
from pipeline.evaluate.findings import missed, spurious
from pipeline.evaluate.gold import GoldDocument, GoldEntity, GoldItem, label_of
from pipeline.evaluate.link import Pair
from pipeline.evaluate.match import (
    Found,
    Matches,
    match_forms,
    match_labels,
    match_places,
    match_values,
    unique_forms,
)
from pipeline.evaluate.place import Placement
from pipeline.evaluate.reliability import Verdict, verdicts
from pipeline.evaluate.results import Finding, Measure
from pipeline.records import DateMention, Document, EntityMention, Mention

Outcome = tuple[Measure, str, str]  # measure, label, "hit" | "missed" | "spurious"
MEASURES: tuple[Measure, ...] = ("strict", "relaxed", "value")


class Comparison(NamedTuple):
    """`findings` and `verdicts` are by the measure `value`; `pairs`: entities of the mentions that both have."""

    outcomes: list[Outcome]
    findings: list[Finding]
    confusion: list[tuple[str | None, str | None]]
    pairs: list[Pair]
    cleaning: CleaningCounts | None
    verdicts: tuple[Verdict, ...] = ()


class _Matched(NamedTuple):
    measure: Measure
    items: tuple[GoldItem, ...]
    found: list[Found]
    matches: Matches


def compare(gold: GoldDocument, document: Document | None) -> Comparison:
    """Compare; without a document everything was missed."""
    mentions = [mention for mention in document.mentions if mention.main] if document else []
    scored = [m for m in mentions if not isinstance(m, DateMention) or _is_scored(m)]
    if not gold.text:
        return _errors(gold, document, list(_by_value(gold, scored)))
    placement = Placement(gold.text, document.text if document else "")
    found = [Found(mention, placement.to_gold(mention.start, mention.end)) for mention in scored]
    comparison = _errors(gold, document, list(_by_place(gold, found)))
    names = [find for find in found if isinstance(find.mention, EntityMention)]
    return comparison._replace(
        confusion=list(_confusion(gold, names)),
        pairs=list(_pairs(gold, names)),
        cleaning=compare_text(gold, document, placement),
    )


def _is_scored(mention: DateMention) -> bool:
    """Dates, and parts of a known day (`hier soir`); not durations, sets and clock times."""
    timex = mention.value.timex
    return timex.type == "DATE" or (timex.type == "TIME" and timex.value[10:11] == "T" and timex.value[11:].isalpha())


def _by_value(gold: GoldDocument, mentions: list[Mention]) -> Iterator[_Matched]:
    names = [Found(m, None) for m in unique_forms([m for m in mentions if isinstance(m, EntityMention)])]
    dates = [Found(m, None) for m in mentions if isinstance(m, DateMention)]
    amounts = [Found(m, None) for m in mentions if not isinstance(m, EntityMention | DateMention)]
    yield _Matched("value", gold.entities, names, match_forms(gold.entities, names))
    yield _Matched("value", gold.dates, dates, match_values(gold.dates, dates))
    yield _Matched("value", gold.amounts, amounts, match_values(gold.amounts, amounts))


def _by_place(gold: GoldDocument, found: list[Found]) -> Iterator[_Matched]:
    items: tuple[GoldItem, ...] = (*gold.entities, *gold.dates, *gold.amounts)
    for measure in MEASURES:
        yield _Matched(measure, items, found, match_places(items, found, measure))


def _errors(gold: GoldDocument, document: Document | None, parts: list[_Matched]) -> Comparison:
    outcomes: list[Outcome] = []
    findings: list[Finding] = []
    judged: list[Verdict] = []
    for measure, items, found, matches in parts:
        outcomes += [(measure, label_of(items[i]), "hit") for i, _ in matches.pairs]
        outcomes += [(measure, label_of(items[i]), "missed") for i in matches.missed]
        outcomes += [(measure, _label(found[j].mention), "spurious") for j in matches.spurious]
        if measure == "value":
            findings += [missed(gold, items[i], document) for i in matches.missed]
            findings += [spurious(gold, found[j].mention, document) for j in matches.spurious if document]
            judged += verdicts(gold.lang, found, matches)
    return Comparison(outcomes, findings, [], [], None, tuple(judged))


def _label(mention: Mention) -> str:
    if isinstance(mention, EntityMention):
        return mention.label
    return "DATE" if isinstance(mention, DateMention) else "AMOUNT"


def _confusion(gold: GoldDocument, names: list[Found]) -> Iterator[tuple[str | None, str | None]]:
    pairs = match_labels(gold.entities, names)
    for i, j in pairs:
        yield gold.entities[i].type, names[j].mention.label
    seen = {i for i, _ in pairs}
    yield from ((item.type, None) for i, item in enumerate(gold.entities) if i not in seen and not item.optional)
    matches = match_places(gold.entities, names, "relaxed")
    used = {j for _, j in pairs}
    yield from ((None, names[j].mention.label) for j in matches.spurious if j not in used)


def _pairs(gold: GoldDocument, names: list[Found]) -> Iterator[Pair]:
    for i, j in match_places(gold.entities, names, "relaxed").pairs:
        item, mention = gold.entities[i], names[j].mention
        if isinstance(item, GoldEntity) and item.canonical:
            # A mention that was joined with nothing is an entity of its own.
            yield Pair(gold.lang, item.canonical, mention.entity or f"{gold.source.file}#{mention.id}")
