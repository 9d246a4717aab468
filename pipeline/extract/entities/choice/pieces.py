"""What the model proposes, cut into the names that it holds: at cells of a table, conjunctions, hyphens, owners."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.choice.fronts import front
from pipeline.extract.entities.choice.holders import without_holder
from pipeline.extract.entities.choice.pairs import tied_names
from pipeline.extract.entities.finders.news import desk
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import in_dictionary
from pipeline.extract.entities.tokens import SCORE, Token, form_of, token_at
from pipeline.records import EntityLabel

_CELLS = "|>•·/"
_APOSTROPHES = "'’"
_HYPHENS = "-‑–" + _APOSTROPHES
_TIED = re.compile(r"[a-zà-ÿ]{1,4}[-‑][A-ZÀ-Þ]")  # `-am-Main`


def pieces(tokens: Sequence[Token], found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The parts of a candidate that may be names, edges at whole words; most candidates have one part, themselves."""
    if found.by != "model":
        yield found
        return
    for part in _cut(tokens, found, lexicon, known):
        yield from without_holder(tokens, part, lexicon, known)


def _cut(tokens: Sequence[Token], found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    first, last = token_at(tokens, found.start), token_at(tokens, found.end)
    if found.label == "LOCATION" and (parties := list(tied_names(tokens, first, last, found, known))):
        yield from parties
        return
    if first and tokens[first - 1].end > found.start:
        first -= _is_whole(tokens[first - 1], found.start)
    if first >= last:
        yield found
        return
    if not first and (cut := _desk(tokens, last, known)):
        yield found._replace(end=tokens[cut - 1].end, label="ORGANIZATION")
        yield found._replace(start=tokens[cut].start, label="LOCATION")
        return
    row = front(tokens[first:last], tokens[last : last + 1], found.label, lexicon, known)
    if size := _owner_before_title(row, found.label, lexicon, known):
        label = known.own_label(form_of(row[:size])) or found.label
        yield found._replace(start=row[0].start, end=row[size - 1].end, label=label)
        return
    built = any(token.lower in lexicon.heads for token in row)
    start = 0
    for at in range(len(row) + 1):
        if at == len(row) or _cuts(row, at, found.label, built, lexicon, known):
            if start < at:
                end = row[at - 1].end
                whole = at == len(row) and not _is_whole(row[at - 1], found.end)
                span = row[start].start, found.end if whole else end
                label = "LOCATION" if start and _is_held_at(row[start - 1], found, lexicon) else found.label
                yield found if span == found[:2] else found._replace(start=span[0], end=span[1], label=label)
            start = at + 1


def _is_held_at(word: Token, found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether a word that cuts an event says where it is held: `COP21 au Bourget`."""
    return found.label == "EVENT" and (
        (word.lower,) in lexicon.bodies.post_links or word.lower in lexicon.places.before
    )


def _desk(tokens: Sequence[Token], last: int, known: KnownNames) -> int:
    """Where the town begins in a name that is a paper's and its desk's: `Vanguard Abuja -- The president`."""
    at, end = desk(tokens, known)
    return at if end == last else 0


def _owner_before_title(row: Sequence[Token], label: EntityLabel, lexicon: EntityLexicon, known: KnownNames) -> int:
    """How many words of a person are the place whose minister somebody is, or of a body the one whose commissioner:
    one of `Eswatini Minister of Justice`, two of `European Union Commissioner for Development Neven Mimica`."""
    if label not in ("PERSON", "ORGANIZATION") or not lexicon.head_last or known.own_label(form_of(row)):
        return 0
    for size in range(len(row) - 1, 0, -1):
        title = lexicon.people.titles.match(row, size) if row[size].capital else 0
        tied = title and any(
            (token.lower,) in lexicon.people.role_links for token in row[size + title : size + title + 1]
        )
        if title and (tied or label == "PERSON") and known.own_label(form_of(row[:size])):
            return size
    return 0


def _is_whole(token: Token, at: int) -> bool:
    """Whether a word that an edge cuts is one name: `Za’atari`, `Frankfurt-am-Main`, not `Paris-Berlin`."""
    inside = at - token.start
    if not 0 < inside < len(token.text):
        return True
    for mark in (inside - 1, inside):
        if token.text[mark] in _HYPHENS:
            following = token.text[mark + 1 :]
            return token.text[mark] in _APOSTROPHES or _TIED.match(following) is not None
    return True


def _cuts(
    row: Sequence[Token], at: int, label: EntityLabel, built: bool, lexicon: EntityLexicon, known: KnownNames
) -> bool:
    """Whether a name of a label is cut at a token; `built`: whether it has a head."""
    token = row[at]
    if token.text in _CELLS or SCORE.fullmatch(token.text):
        return True
    if token.text == "," and "".join(t.text.lower() for t in row[at + 1 :]) in lexicon.press.states:
        return False  # `Washington, D.C.`
    inner = 0 < at < len(row) - 1
    if token.text == "—" and at and row[at - 1].text == ".":
        return True  # `THE UNITED STATES.—On the 11th`
    if inner and token.text == "&" and not built and _are_places(row, at, known):
        return True  # `Azerbaijan & Armenia`
    if inner and token.text in "-–—" and token.end < row[at + 1].start:
        word = row[at - 1].lower  # `Chairman- Public Service Commission`
        called = (word,) in lexicon.people.titles or word in lexicon.bodies.tails
        called = called or in_dictionary(word, lexicon.language) == "small"
        if called or row[at - 1].end < token.start:
            return True  # `Alain Juppé - Mesdames`
    tied = (token.lower,) in lexicon.links  # `Institut d'histoire`
    if inner and token.elided and not tied and row[at - 1].capital and row[at + 1].small:
        return True  # `Charte des Nations Unies l'interdit`
    if _parts_places(row, at, lexicon, known):
        return True
    if (at and _parts_people(row, at, lexicon, known)) or (token.text == "," and _parts_bodies(row, at, lexicon)):
        return True
    if at and token.small and token.lower in lexicon.conjunctions and _is_second_body(row, at, lexicon):
        return True
    if inner and label == "ORGANIZATION" and token.small and token.lower in lexicon.conjunctions:
        size = lexicon.people.titles.match(row, at + 1)
        if size and len(row) > at + 1 + size and row[at + 1].capital and row[at + 1 + size].capital:
            return True  # `University of Life Sciences and Rector Li Gucheng`
        link = lexicon.place_links.match(row, at + 1)
        if link and all(known.own_label(form_of(side)) for side in (row[:at], row[at + 1 + link :])):
            return True  # `Union africaine et de l'IGAD`
    tie = inner and label == "LOCATION" and token.small and token.lower in lexicon.conjunctions
    if tie and _are_places(row, at, known):
        return True  # `Gulf and Middle East`
    if at and token.text == ")" and all(t.text != "(" for t in row[:at]):
        return True  # `Arménie).Mme Mushikiwabo`
    owner = inner and _is_possessive(token) and row[at + 1].capital and any(t.lower in lexicon.heads for t in row[at:])
    if owner and known.own_label(form_of(row[:at])) == "ORGANIZATION":
        return True  # `UN General Assembly’s Economic and Social Council`
    if built or at == 0:
        return False
    if token.text == "," or (token.lower in lexicon.conjunctions and token.small):
        return True
    return _is_possessive(token) and known.label(form_of(row[:at])) == "LOCATION"


def _are_places(row: Sequence[Token], at: int, known: KnownNames) -> bool:
    """Whether a conjunction stands between two known places that are none together."""
    sides = (row[:at], row[at + 1 :])
    return not known.label(form_of(row)) and all(known.is_place(form_of(side)) for side in sides)


def _is_possessive(token: Token) -> bool:
    return token.lower in ("'s", "’s")


def _parts_places(row: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a preposition says that one known place is in another (`République française en Bosnie-Herzégovine`), or
    what stands behind a great city and an article is of something else: `l'installation à Almaty de la Sorbonne`."""
    word = row[at]
    tied = 0 < at < len(row) - 2 and (word.lower,) in lexicon.place_links and row[at + 1].lower in lexicon.articles
    if tied and row[at + 2].capital and known.is_great_city(form_of(row[:at])) and not known.is_town(form_of(row)):
        return True
    where = word.small and word.lower in lexicon.places.before and (word.lower,) not in lexicon.place_links
    return where and known.is_place(form_of(row[:at])) and known.is_town(form_of(row[at + 1 :]))


def _parts_people(row: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a conjunction ties two names in full that begin with a given name: `Abdou Diouf and Anthony Lake`."""
    given = known.gazetteer.forms.lexicon.given
    full = 1 < at < len(row) - 2 and row[at].small and row[at].lower in lexicon.conjunctions
    return full and row[0].lower in given and row[at + 1].lower in given


def _is_second_body(row: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a conjunction ties two bodies with a head each: `University of the West Indies and Trinity College`, not
    `Department of Health and Human Services`."""
    if not any(token.capital and lexicon.heads.get(token.lower) == "ORGANIZATION" for token in row[:at]):
        return False
    first = at + 1 + (at + 1 < len(row) and row[at + 1].lower in lexicon.articles)
    if not lexicon.head_last:
        return first < len(row) and row[first].capital and row[first].lower in lexicon.heads
    end = next((i for i in range(first, len(row)) if not row[i].capital), len(row))
    head = row[end - 1].lower if end > first + 1 else ""
    return head in lexicon.heads and not head.endswith("s") and head not in lexicon.charges


def _parts_bodies(row: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a second name or a town stands behind a comma (`Ministry of Defence, London`), not a word of a list
    (`Office for Foreign, Commonwealth and Development Affairs`)."""
    rest = row[at + 1 :]
    listed = lexicon.series_links.match(row, at + 1) > 0 or any(t.text == "," for t in rest)
    tied = any(t.lower in lexicon.joiners or t.lower in lexicon.conjunctions for t in rest)
    return bool(rest) and rest[0].capital and not (listed or tied)
