"""What bears a name and is no entity: code, parts by their number, ships, prizes, what is called after people."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import in_dictionary
from pipeline.extract.entities.tokens import Token, tokenize

_OPENING = "([«“\"'‘{"
_NUMBERED = 2  # words of a numbered part
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?|[IVXL]{1,5}|[A-Z]\d?")
_MARKUP = frozenset("\\_{}=<>^~#@")  # signs of code and mark-up, in no name
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_CODE = 3  # letters of a currency's code
_FIGURE = re.compile(r"[ \u00a0\u202f]?\d")
_VERSE = re.compile(r" \d{1,3} ?[:,] ?\d")
_LONG_FORM = 160  # characters that hold the long form of an acronym
_BESIDE = 40  # characters that hold the word beside a name
_BOARDED = 4  # tokens before a ship
_CLOSING = ")]»”\"'’}.,;:!?…-–—*/|"


def is_markup(text: str, found: Candidate) -> bool:
    """Whether signs of code or mark-up stand in what was found, or right before it: `\\Ibar`, `Path.read_text`."""
    return not _MARKUP.isdisjoint(text[max(found.start - 1, 0) : found.end])


def is_numbered(text: str, found: Candidate, words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether a part is told by its number or letter: `Lot A`, `Tranche 2`."""
    if not words or words[0].lower not in lexicon.things.numbered or len(words) > _NUMBERED:
        return False
    rest = text[found.start + words[0].end : found.end].strip() or text[found.end :].split(None, 1)[:1]
    number = rest if isinstance(rest, str) else "".join(rest).strip(_CLOSING)
    return bool(_NUMBER.fullmatch(number))


def is_currency(text: str, found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether a place in letters tells which dollar is meant: `U.S. dollars`, `dollars US`, not `en dollars, Haïti`."""
    if not text[found.start : found.end].isupper():
        return False
    if lexicon.head_last:
        word = text[found.end : found.end + _BESIDE].split(None, 1)[:1]
    else:
        word = text[max(found.start - _BESIDE, 0) : found.start].rsplit(None, 1)[-1:]
    return any(one.rstrip(_CLOSING if lexicon.head_last else "").lower() in lexicon.things.coins for one in word)


def is_money(text: str, found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether a currency's code stands before a figure, or has one in it: `CHF 4.5m`, `EUR35m`."""
    form = text[found.start : found.end]
    return (
        form[:_CODE].isupper()
        and form[:_CODE].lower() in lexicon.things.codes
        and _FIGURE.match(text, found.start + _CODE) is not None
    )


def is_singular(text: str, found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether a short name that is plural stands in the singular: `publié au JO`, `JO du 5 mai`, not `les JO`."""
    if text[found.start : found.end].lower() not in lexicon.plural_names:
        return False
    before = text[: found.start].rsplit(None, 1)[-1:]
    year = text[found.end :].split(None, 1)[:1]
    return not any(word.lower() in lexicon.plural_before for word in before) and not any(map(_YEAR.match, year))


def is_thing(text: str, found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether the name is that of a ship, a prize, a scholarship and the like: `programme « Bolachak »`."""
    before = text[: found.start].rstrip(_OPENING + " ").rsplit(None, 1)
    single = " " not in text[found.start : found.end]  # of several words the owner may be meant: `Sea Shepherd vessel`
    after = text[found.end :].lstrip(_CLOSING + " ").split(None, 1) if lexicon.head_last and single else []
    gap = text[found.end : found.end + 1]
    beside = [*before[-1:], *(after[:1] if gap in (" ", "”", '"', "’") else [])]
    return any(word.strip(_CLOSING) in lexicon.things.named for word in beside)


def is_programme(text: str, found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether brackets hold the acronym of a plan, a programme or a law: `Programme d'appui au karité (PAK)`.

    What opens the words before the brackets tells it, back to a mark or to a word that ends a name; where heads come
    last, the word right before them may, too.
    """
    form, before = text[found.start : found.end], text[max(found.start - _LONG_FORM, 0) : found.start]
    if not form.isupper() or not before.endswith("("):
        return False
    row = [token.lower for token in _since_mark(tokenize(before[:-1]), lexicon)]
    first = next((word for word in row if word in lexicon.heads or word in lexicon.things.instruments), "")
    named = (
        row[-1]
        if lexicon.head_last and row and (row[-1] in lexicon.heads or row[-1] in lexicon.things.instruments)
        else first
    )
    return named in lexicon.things.instruments and named not in lexicon.heads


def _since_mark(row: Sequence[Token], lexicon: EntityLexicon) -> Sequence[Token]:
    """The tokens behind the last mark, or behind the last small word that is in no name."""
    ends = (at for at in range(len(row) - 1, -1, -1) if not row[at].word or _is_apart(row[at], lexicon))
    return row[next(ends, -1) + 1 :]


def _is_apart(word: Token, lexicon: EntityLexicon) -> bool:
    tied = (word.lower,) in lexicon.links or word.lower in lexicon.conjunctions or word.lower in lexicon.articles
    return word.small and word.lower in lexicon.stops and not tied


def is_called_after(text: str, found: Candidate, words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether what is called after people bears the name: `doctrine Monroe`, `Nansen Medal`, `Parkinson's disease`; one
    of several of its make (`a Lincoln`); a book of scripture (`John 3:16`)."""
    frames, after = lexicon.frames, text[found.end :]
    if len(words) == 1 and words[0].lower in frames.scripture and _VERSE.match(after):
        return True
    if found.label not in ("PERSON", "LOCATION"):
        return False
    if _is_vessel(text, found, lexicon):
        return True
    before = tokenize(text[max(found.start - _BESIDE, 0) : found.start])[-2:]
    if len(words) > 1:
        ship = any((t.small and t.lower in lexicon.things.named) or is_ship(t, lexicon) for t in before[-1:])
        person = found.label == "PERSON" and words[-1 if lexicon.head_last else 0].lower in frames.called_after
        return ship or person or (lexicon.head_last and _is_followed(after, frames.scientific))
    kinds = frames.called_after | frames.scientific if found.label == "PERSON" else frames.scientific
    if lexicon.head_last and _is_followed(after, kinds):
        return True
    if not lexicon.head_last and _is_led(before, kinds, frames.scientific, lexicon):
        return True
    made = lexicon.head_last and after[:1] not in "-–" and any(t.lower in lexicon.indefinites for t in before[-1:])
    follows = tokenize(after[:_BESIDE])[:1] if made else []
    return made and (not follows or not follows[0].word or follows[0].lower in lexicon.stops)


def _is_vessel(text: str, found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether a kind of ship behind a determiner stands before the name, or that somebody is on board: `the packet ship
    Roscoe`, not `to ship Ukraine shells`."""
    before = tokenize(text[max(found.start - _BESIDE, 0) : found.start].rstrip('([«“"*_ '))
    behind = tokenize(text[found.end : found.end + _BESIDE])[:1]
    noun = any(_is_noun(token, lexicon) for token in behind)
    if not noun and lexicon.things.boarded.end_at(before, len(before), _BOARDED):
        return True  # `aboard the Kursk`, not `aboard the London train`
    kind = bool(before) and before[-1].small and before[-1].lower in lexicon.things.vessels
    return kind and any(token.lower in lexicon.determiners for token in before[-_BOARDED:-1])


def _is_noun(word: Token, lexicon: EntityLexicon) -> bool:
    common = in_dictionary(word.lower, lexicon.language) == "small" and word.lower not in lexicon.stops
    return word.small and common and word.lower not in lexicon.conjunctions and word.lower not in lexicon.places.before


def is_ship(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word is what stands before the names of ships: `HMS`."""
    return token.text.isupper() and token.lower in lexicon.frames.ships


def _is_followed(after: str, kinds: AbstractSet[str]) -> bool:
    """Whether one of these words stands next, perhaps behind a possessive."""
    return after[:1] in " '’" and any(t.lower in kinds for t in tokenize(after[:_BESIDE])[:2] if t.small)


def _is_led(before: Sequence[Token], kinds: AbstractSet[str], linked: AbstractSet[str], lexicon: EntityLexicon) -> bool:
    """Whether one of these words ends here, or one of `linked` and a link: `plan Marshall`, `échelle de Richter`."""
    if not before or before[-1].lower in kinds:
        return bool(before)
    return len(before) > 1 and (before[-1].lower,) in lexicon.place_links and before[0].lower in linked
