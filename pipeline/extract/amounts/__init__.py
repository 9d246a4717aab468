"""Amounts: passages of one document in, mentions of money, percentages, quantities and counted nouns out.

In order, for each number that the words beside it do not show to be idle (`idle`): `numbers` reads it (figures, words,
both), `measure` its currency (`currency`; which one a name means: `families`) or unit (`units`), `ranges` joins two of
them to a range, `counts` looks for a counted noun (`nouns`) or a ratio, `sums` for hundredths told apart (`12 € 50`),
`twofold` for two units (`5 ft 4 in`), `context` (with `identifiers`) says what is no amount and reads modifiers
(`moins de`); `find` puts them together. Then `elliptic` completes sums without a currency, `agreement` settles
currencies by those of the whole document (`countries`: the countries it speaks of), and `former` gives currencies that
were changed the code of their time. `lexicon` loads what a language knows; `lookback` has the cheap first looks.

The offsets of mentions are those of the document. A ratio has the first number as value and the second as `per`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.extract.amounts.agreement import agreed
from pipeline.extract.amounts.countries import Countries
from pipeline.extract.amounts.elliptic import completed
from pipeline.extract.amounts.find import Found, find_in
from pipeline.extract.amounts.former import as_then
from pipeline.extract.amounts.lexicon import AmountLexicon, load_amount_lexicons
from pipeline.records import AmountMention, Passage

__all__ = ["AmountLexicon", "Countries", "find_amounts", "load_amount_lexicons"]

_FALLBACK = "fr"
_BY = "rules:amounts"


def find_amounts(
    passages: Sequence[Passage],
    lexicons: Mapping[str, AmountLexicon],
    *,
    countries: Sequence[str] = (),
    year: int | None = None,
) -> list[AmountMention]:
    """The amounts of one document, in order.

    Args:
        passages: the passages of the document, in order.
        lexicons: what `load_amount_lexicons` gave, by language.
        countries: ISO 3166 codes of the countries the document speaks of, most mentioned first; they settle `$`,
            `couronnes` or `FCFA` where the words beside the amount do not.
        year: that of the document; it tells the currency that a name stood for then.
    """
    pairs = [(p, lexicons[language]) for p, language in zip(passages, _languages(passages, lexicons), strict=True)]
    spoken = Countries(lambda: _spoken(pairs, countries))
    found = [(passage, one) for passage, lexicon in pairs for one in find_in(passage.text, lexicon, spoken)]
    if not found:
        return []
    settled = agreed([(p.text[one.start : one.end], one) for p, one in found], pairs[0][1].families)
    former = pairs[0][1].former
    placed = [(p, as_then(p.text, one, former, year)) for (p, _), one in zip(found, settled, strict=True)]
    return [_mention(passage, one) for passage, one in completed(placed)]


def _mention(passage: Passage, found: Found) -> AmountMention:
    return AmountMention(
        id="",
        label=found.value.unit_kind.upper(),
        start=passage.start + found.start,
        end=passage.start + found.end,
        text=passage.text[found.start : found.end],
        confidence=found.confidence,
        by=_BY,
        main=passage.main,
        value=found.value,
    )


def _spoken(pairs: Sequence[tuple[Passage, AmountLexicon]], countries: Sequence[str]) -> tuple[str, ...]:
    """The country known as the main one, those that the text names, most often first, and the others that are known."""
    count: Counter[str] = Counter()
    for passage, lexicon in pairs:
        count.update(lexicon.currencies.families.countries_in(passage.text, small=True))
    named = sorted(count, key=lambda code: (-count[code], code))
    return tuple(dict.fromkeys((*countries[:1], *named, *countries)))


def _languages(passages: Sequence[Passage], lexicons: Mapping[str, AmountLexicon]) -> list[str]:
    """The language each passage is read in: its own, else that of the nearest passage before, else behind it."""
    known = [passage.language if passage.language in lexicons else None for passage in passages]
    first = next((language for language in known if language), _FALLBACK)
    chosen: list[str] = []
    for language in known:
        chosen.append(language or (chosen[-1] if chosen else first))
    return chosen
