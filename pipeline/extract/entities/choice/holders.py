"""Who holds an office, parted from the body or place whose office it is: `Speaker of the Parliament of Georgia Shalva
Papuashvili`, `envoy for Syria Staffan de Mistura`, `maire d'Astana Jenis Kassymbek`."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import in_dictionary
from pipeline.extract.entities.tokens import Token, form_of, token_at
from pipeline.records import EntityLabel

_FEWEST, _MOST = 2, 4  # words of a name in full
_NEAR = 12  # tokens from a title to whose it is
_Part = tuple[int, EntityLabel]


def without_holder(
    tokens: Sequence[Token], found: Candidate, lexicon: EntityLexicon, known: KnownNames
) -> Iterator[Candidate]:
    """The body or place of a candidate, then the person behind it; the candidate itself where it is one name."""
    first, last = token_at(tokens, found.start), token_at(tokens, found.end)
    row = tokens[first:last]
    part = _owner_of(row, tokens, first, found.label, lexicon, known) if len(row) > _FEWEST else None
    if part is None:
        yield found
        return
    size, label = part
    yield found._replace(end=row[size - 1].end, label=label)
    yield found._replace(start=row[size].start, label="PERSON")


def _owner_of(
    row: Sequence[Token],
    tokens: Sequence[Token],
    first: int,
    label: EntityLabel,
    lexicon: EntityLexicon,
    known: KnownNames,
) -> _Part | None:
    """How many words of a row are a body or place that has offices, and its label; None where nobody stands behind."""
    before = tokens[max(first - _NEAR, 0) : first]
    if not before or not (before[-1].lower in lexicon.articles or (before[-1].lower,) in lexicon.people.role_links):
        return None
    for size in range(len(row) - _FEWEST, 0, -1):
        if owner := _known_owner(row, size, lexicon, known):
            return size, owner
    if not _is_titled(before, lexicon) or known.label(form_of(row)):  # `Sidi Bel Abbès`
        return None
    for size in range(max(len(row) - _MOST, 1), len(row) - _FEWEST + 1):
        if _is_owner(row[:size], lexicon, known) and _is_person(row, size, lexicon, known):
            place = known.is_town(form_of(row[:size]))
            return size, "LOCATION" if place else "ORGANIZATION" if label == "PERSON" else label
    return None


def _is_titled(before: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether a title stands before a link, with no mark between."""
    start = next((at + 1 for at in range(len(before) - 1, -1, -1) if not before[at].word), 0)
    return any(lexicon.people.titles.match(before, at) for at in range(start, len(before) - 1))


def _known_owner(row: Sequence[Token], size: int, lexicon: EntityLexicon, known: KnownNames) -> EntityLabel | None:
    """The label of a known body whose president a person is, of a known place whose envoy: `Commission européenne
    Ursula von der Leyen`, `Syria Staffan de Mistura`; None where what is behind it is nobody."""
    given = known.gazetteer.forms.lexicon.given
    owner, person = _label(row[:size], lexicon, known), row[size]
    if owner == "ORGANIZATION" and person.capital and (person.lower in given or row[size + 1].initial):
        return owner
    if owner != "LOCATION" or known.is_place(person.text):
        return None
    words = any(token.lower in lexicon.heads or lexicon.is_ordinary(token.lower) for token in row[size:])
    return None if words or _are_words(row[size:], known, lexicon) else owner


def _label(row: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> EntityLabel | None:
    """The label of a known name, or of a place that is called what a known one is: `Republic of Uzbekistan`."""
    place = lexicon.heads.get(row[0].lower) == "LOCATION" and row[-1].capital
    if place and any(known.is_place(form_of(row[at:])) for at in range(2, len(row))):
        return "LOCATION"
    return known.own_label(form_of(row))


def _are_words(row: Sequence[Token], known: KnownNames, lexicon: EntityLexicon) -> bool:
    """Whether a name that opens with no given name has a word of the language in it: `Africa Tea Brokers`."""
    words = (token.lower for token in row if token.capital)
    opened = row[0].lower in known.gazetteer.forms.lexicon.given
    return not opened and any(in_dictionary(word, lexicon.language) == "small" for word in words)


def _is_owner(row: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether words are a whole name that offices belong to: a known one, or a body's whose last word ends it."""
    last = row[-1]
    if (last.lower,) in lexicon.links or last.lower in lexicon.articles:
        return False
    whole = known.is_known(form_of(row)) or known.is_great_city(form_of(row))
    return whole or (row[0].lower in lexicon.heads and (last.small or known.is_town(last.text)))


def _is_person(row: Sequence[Token], size: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether the words behind an owner are somebody's name in full, and none is of a name that is known."""
    person = row[size:]
    if not all(word.capital and word.word and word.lower not in lexicon.heads for word in person):
        return False
    first = person[0]
    common = in_dictionary(first.lower, lexicon.language) == "small" or known.is_great_city(first.text)
    if common and first.lower not in known.gazetteer.forms.lexicon.given:
        return False
    held = any(known.own_label(word.text) for word in person)  # `Sorbonne Nouvelle`
    return not (held or known.label(form_of(row[: size + 1])) or known.label(form_of(person)))
