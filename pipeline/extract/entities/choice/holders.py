"""Who holds an office, parted from the body or place whose office it is: `Speaker of the Parliament of Georgia Shalva
Papuashvili`, `maire d'Astana Jenis Kassymbek`."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import in_dictionary
from pipeline.extract.entities.tokens import Token, form_of, token_at

_FEWEST, _MOST = 2, 4  # words of a name in full
_NEAR = 12  # tokens from a title to whose it is


def without_holder(
    tokens: Sequence[Token], found: Candidate, lexicon: EntityLexicon, known: KnownNames
) -> Iterator[Candidate]:
    """The body or place of a candidate, then the person behind it; the candidate itself where it is one name."""
    first, last = token_at(tokens, found.start), token_at(tokens, found.end)
    row = tokens[first:last]
    size = _office_size(row, lexicon, known) if len(row) > _FEWEST and _is_of_title(tokens, first, lexicon) else 0
    if not size:
        yield found
        return
    place = known.is_town(form_of(row[:size]))
    label = "LOCATION" if place else "ORGANIZATION" if found.label == "PERSON" else found.label
    yield found._replace(end=row[size - 1].end, label=label)
    yield found._replace(start=row[size].start, label="PERSON")


def _is_of_title(tokens: Sequence[Token], first: int, lexicon: EntityLexicon) -> bool:
    """Whether a link stands right before a name, and a title before it with no mark between."""
    before = tokens[max(first - _NEAR, 0) : first]
    if not before or not (before[-1].lower in lexicon.articles or (before[-1].lower,) in lexicon.people.role_links):
        return False
    start = next((at + 1 for at in range(len(before) - 1, -1, -1) if not before[at].word), 0)
    return any(lexicon.people.titles.match(before, at) for at in range(start, len(before) - 1))


def _office_size(row: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> int:
    """How many words come before a name in full that ends a row, where they are a body's or place's name."""
    if known.label(form_of(row)):
        return 0  # `Sidi Bel Abbès`
    for size in range(max(len(row) - _MOST, 1), len(row) - _FEWEST + 1):
        person, before = row[size:], row[size - 1]
        plain = all(word.capital and word.word and word.lower not in lexicon.heads for word in person)
        first = person[0]
        given = first.lower in known.gazetteer.forms.lexicon.given
        common = in_dictionary(first.lower, lexicon.language) == "small" or known.is_great_city(first.text)
        held = any(known.own_label(word.text) for word in person)  # `Sorbonne Nouvelle`
        if not plain or held or (common and not given):
            continue
        if known.label(form_of(row[: size + 1])) or known.label(form_of(person)):
            continue
        whole = known.is_known(form_of(row[:size])) or known.is_great_city(form_of(row[:size]))
        ended = row[0].lower in lexicon.heads and (before.small or known.is_town(before.text))
        if (whole or ended) and (before.lower,) not in lexicon.links and before.lower not in lexicon.articles:
            return size
    return 0
