"""One gold document against one document: what was hit, missed, and found in no gold."""

from pipeline.evaluate.findings import missed, spurious
from pipeline.evaluate.gold import GoldAmount, GoldDate, GoldDocument, GoldEntity, label_of
from pipeline.evaluate.match import Matches, match_amounts, match_dates, match_entities, unique_forms
from pipeline.evaluate.results import Finding
from pipeline.records import AmountMention, DateMention, Document, EntityMention, Mention

Part = tuple[tuple[GoldEntity, ...] | tuple[GoldDate, ...] | tuple[GoldAmount, ...], list[Mention], Matches]


def compare(gold: GoldDocument, document: Document | None) -> tuple[list[str], list[Finding]]:
    """The labels of the hits, one for each gold item that was found, and the errors: missed ones, then spurious ones.

    Without a document everything was missed.
    """
    hits: list[str] = []
    errors: list[Finding] = []
    for items, mentions, matches in _parts(gold, document):
        hits += [label_of(items[i]) for i in matches.hits]
        errors += [missed(gold, items[i], document) for i in matches.missed]
        if document is not None:
            errors += [spurious(gold, mentions[j], document) for j in matches.spurious]
    return hits, errors


def _parts(gold: GoldDocument, document: Document | None) -> tuple[Part, ...]:
    mentions = [mention for mention in document.mentions if mention.main] if document else []
    names = unique_forms([mention for mention in mentions if isinstance(mention, EntityMention)])
    dates = [m for m in mentions if isinstance(m, DateMention) and m.value.timex.type == "DATE"]
    amounts = [mention for mention in mentions if isinstance(mention, AmountMention)]
    return (
        (gold.entities, [*names], match_entities(gold.entities, names)),
        (gold.dates, [*dates], match_dates(gold.dates, dates)),
        (gold.amounts, [*amounts], match_amounts(gold.amounts, amounts)),
    )
