"""Amounts: passages of one document in, mentions of money, percentages, quantities and counted nouns out.

In order, for each number: `numbers` reads it (figures, words, both), `measure` its currency (`currency`) or unit
(`units`), `find` joins two of them to a range, `counts` looks for a counted noun (`nouns`) or a ratio, `context` says
what is no amount and reads modifiers (`moins de`). `lexicon` loads what a language knows.

The offsets of mentions are those of the document. A ratio has the first number as value and the second as `per`.
"""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.extract.amounts.find import find_in
from pipeline.extract.amounts.lexicon import AmountLexicon, load_amount_lexicons
from pipeline.records import AmountMention, Passage

__all__ = ["AmountLexicon", "find_amounts", "load_amount_lexicons"]

_FALLBACK = "fr"
_BY = "rules:amounts"


def find_amounts(
    passages: Sequence[Passage], lexicons: Mapping[str, AmountLexicon], *, countries: Sequence[str] = ()
) -> list[AmountMention]:
    """The amounts of one document, in order.

    Args:
        passages: the passages of the document, in order.
        lexicons: what `load_amount_lexicons` gave, by language.
        countries: ISO 3166 codes of the countries the document speaks of, most mentioned first; they settle `$`,
            `couronnes` or `FCFA` where the words beside the amount do not.
    """
    found: list[AmountMention] = []
    for passage, language in zip(passages, _languages(passages, lexicons), strict=True):
        found.extend(_mentions(passage, lexicons[language], tuple(countries)))
    return found


def _mentions(passage: Passage, lexicon: AmountLexicon, countries: tuple[str, ...]) -> Iterator[AmountMention]:
    for start, end, value, confidence in find_in(passage.text, lexicon, countries):
        yield AmountMention(
            id="",
            label=value.unit_kind.upper(),
            start=passage.start + start,
            end=passage.start + end,
            text=passage.text[start:end],
            confidence=confidence,
            by=_BY,
            main=passage.main,
            value=value,
        )


def _languages(passages: Sequence[Passage], lexicons: Mapping[str, AmountLexicon]) -> list[str]:
    """The language each passage is read in: its own, else that of the nearest passage before, else behind it."""
    known = [passage.language if passage.language in lexicons else None for passage in passages]
    first = next((language for language in known if language), _FALLBACK)
    chosen: list[str] = []
    for language in known:
        chosen.append(language or (chosen[-1] if chosen else first))
    return chosen
