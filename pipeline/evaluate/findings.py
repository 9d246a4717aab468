"""Errors for people: what was missed or spurious, what it stands for, and the sentence around it."""

import re

from pipeline.evaluate.forms import finder, form
from pipeline.evaluate.gold import GoldDate, GoldDocument, GoldEntity, GoldItem, label_of
from pipeline.evaluate.results import Finding
from pipeline.records import AmountMention, DateMention, Document, EntityMention, Mention, RangeMod

WIDTH = 160  # characters of context at most, on either side

# Not after a single letter: `M. Fabius`, `J. Smith`.
_END = re.compile(r"(?<!\b\w)[.!?…]['’\"»”)]*\s|\n")


def missed(gold: GoldDocument, item: GoldItem, document: Document | None) -> Finding:
    """A gold item that the system has not found, with what it made of the same words, if anything."""
    match = finder(item.text).search(document.text) if document else None
    same = [m for m in document.mentions if form(m.text) == form(item.text)] if document else []
    return Finding(
        document=gold.source.file,
        language=gold.lang,
        kind="missed",
        label=label_of(item),
        text=item.text,
        value=_gold_value(item),
        sentence=sentence(document.text, match.start(), match.end()) if document and match else None,
        got="; ".join(sorted({f"{mention.label} {mention_value(mention)}".strip() for mention in same})) or None,
    )


def spurious(gold: GoldDocument, mention: Mention, document: Document) -> Finding:
    """A mention that no gold item accepts."""
    return Finding(
        document=gold.source.file,
        language=gold.lang,
        kind="spurious",
        label=_score_label(mention),
        text=mention.text,
        value=mention_value(mention),
        sentence=sentence(document.text, mention.start, mention.end),
    )


def sentence(text: str, start: int, end: int) -> str:
    """The sentence or line around a span, at most `WIDTH` characters more on either side, on one line.

    >>> sentence("Il vint. Le 5 mai, il repartit. Fin.", 9, 17)
    'Le 5 mai, il repartit.'
    """
    low, high = max(0, start - WIDTH), min(len(text), end + WIDTH)
    before = [match.end() for match in _END.finditer(text, low, start)]
    after = _END.search(text, end, high)
    first = before[-1] if before else low
    last = after.end() if after else high
    left = "…" if not before and low > 0 else ""
    right = "…" if not after and high < len(text) else ""
    return left + " ".join(text[first:last].split()) + right


def mention_value(mention: Mention) -> str:
    """The value of a mention as text: the EDTF date or the amount with its unit and modifier; nothing for a name."""
    if isinstance(mention, EntityMention):
        return ""
    if isinstance(mention, DateMention):
        return _join(mention.value.edtf or mention.value.timex.value, _mod(mention.value.mod))
    value = mention.value
    return _join(value.value or f"{value.low or '?'}–{value.high or '?'}", value.unit, value.mod)


def _gold_value(item: GoldItem) -> str:
    if isinstance(item, GoldEntity):
        return ""
    if isinstance(item, GoldDate):
        return _join(item.value, _mod(item.mod))
    number = f"{item.low or '?'}–{item.high or '?'}" if item.value is None else f"{item.value:f}"
    return _join(number, item.unit, item.mod)


def _mod(mod: str | RangeMod | None) -> str | None:
    return f"{mod.start or ''}/{mod.end or ''}" if isinstance(mod, RangeMod) else mod


def _join(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _score_label(mention: Mention) -> str:
    if isinstance(mention, AmountMention):
        return "AMOUNT"
    return mention.label
