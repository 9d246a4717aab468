"""People by what introduces them (`M. Idrissov`, `le Président Nazarbaïev`), and the roles that the text gives them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.long_names import IsPlace
from pipeline.extract.entities.tokens import Token, longest_match

_LONGEST_NAME = 6  # tokens
_LONGEST_ROLE = 14


class _Title(NamedTuple):
    start: int
    end: int
    civility: bool


def find_titled_people(tokens: Sequence[Token], lexicon: EntityLexicon, is_place: IsPlace) -> Iterator[Candidate]:
    """The people that a title or civility introduces; the name without it."""
    for title in _titles(tokens, lexicon):
        at = title.end
        if not title.civility and at < len(tokens) and lexicon.is_demonym(tokens[at].text):
            at += 1
        end = name_end(tokens, at, lexicon)
        if end == at or is_place(tokens[at].text) or tokens[at].lower in lexicon.heads:
            continue
        if not title.civility and tokens[at].lower in lexicon.not_names:
            continue
        yield Candidate(tokens[at].start, tokens[end - 1].end, "PERSON", "title")


def name_end(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after a person's name that begins here; `at` itself when none does."""
    end = at
    while end < len(tokens) and end - at < _LONGEST_NAME and _in_name(tokens, end, end > at, lexicon):
        end += 1
    return end


def _in_name(tokens: Sequence[Token], at: int, goes_on: bool, lexicon: EntityLexicon) -> bool:
    token = tokens[at]
    if token.word and token.capital and not token.text.endswith(("'", "’")):
        return True
    if not goes_on:
        return False
    if token.text == ".":
        return len(tokens[at - 1].text) == 1
    return token.lower in lexicon.particles and at + 1 < len(tokens) and tokens[at + 1].capital


def whole_person(tokens: Sequence[Token], person: Candidate, lexicon: EntityLexicon) -> Candidate:
    """The person with the particles and words with a capital that a finder left out: `de Gaulle`, `von der Leyen`."""
    first = next((i for i, t in enumerate(tokens) if t.start >= person.start), len(tokens))
    last = next((i for i, t in enumerate(tokens) if t.start >= person.end), len(tokens))
    end = last
    while end < len(tokens) and end - last < 4 and tokens[end].lower in lexicon.particles:
        end += 1
    if last < end < len(tokens) and tokens[end].capital and tokens[end - 1].lower not in lexicon.determiners:
        person = person._replace(end=tokens[end].end)
    before = first - 1
    if before > 0 and tokens[before].text == tokens[before].lower and tokens[before].lower in lexicon.particles:
        sizes = range(1, min(before, 3) + 1)
        if any(longest_match(tokens, before - n, lexicon.introducers, lexicon.longest) == n for n in sizes):
            person = person._replace(start=tokens[before].start)
    return person


def find_role(
    text: str, tokens: Sequence[Token], person: Candidate, lexicon: EntityLexicon, others: Sequence[Candidate]
) -> str | None:
    """The role that stands right before a person (`ministre de la Défense Jean-Yves Le Drian`) or after a comma.

    `others`: the entities of the passage; a role that holds another person is not this one's.
    """
    first = next((i for i, t in enumerate(tokens) if t.start >= person.start), None)
    if first is None:
        return None
    people = [other.start for other in others if other.label == "PERSON" and other != person]
    before = _role_before(tokens, first, lexicon)
    if before is not None and not any(tokens[before].start <= start < person.start for start in people):
        return text[tokens[before].start : tokens[first - 1].end].rstrip(" ,")
    last = next((i for i, t in enumerate(tokens) if t.start >= person.end), len(tokens))
    end = _role_after(tokens, last, lexicon)
    return text[tokens[end[0]].start : tokens[end[1] - 1].end] if end else None


def _titles(tokens: Sequence[Token], lexicon: EntityLexicon) -> Iterator[_Title]:
    at = 0
    while at < len(tokens):
        size = longest_match(tokens, at, lexicon.introducers, lexicon.longest)
        if not size:
            at += 1
            continue
        words = tuple(t.lower.replace("’", "'") for t in tokens[at : at + size])
        end = at + size
        if words in lexicon.civilities and end < len(tokens) and tokens[end].text == "." and words[-1] != ".":
            end += 1
        yield _Title(at, end, words in lexicon.civilities)
        at = end


def _role_before(tokens: Sequence[Token], first: int, lexicon: EntityLexicon) -> int | None:
    """The token that begins a role which reaches up to the token `first`."""
    at = first - 1
    if at >= 0 and tokens[at].text == ",":
        at -= 1
    best: int | None = None
    for begin in range(at, max(at - _LONGEST_ROLE, -1), -1):
        if tokens[begin].text in ".;:!?()" or tokens[begin].text == ",":
            break
        size = longest_match(tokens, begin, lexicon.titles, lexicon.longest)
        if size and _is_tail(tokens, begin + size, at + 1, lexicon):
            best = begin
    return best


def _role_after(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> tuple[int, int] | None:
    if at >= len(tokens) or tokens[at].text != ",":
        return None
    begin = at + 1
    if begin < len(tokens) and tokens[begin].lower in lexicon.determiners:
        begin += 1
    size = longest_match(tokens, begin, lexicon.titles, lexicon.longest)
    if not size:
        return None
    end = begin + size
    while end < len(tokens) and end - begin < _LONGEST_ROLE and _is_tail(tokens, end, end + 1, lexicon):
        end += 1
    while end > begin + size and (tokens[end - 1].lower,) in lexicon.role_links:
        end -= 1
    return begin, end


def _is_tail(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """Whether tokens can go on a role: links, names of charges, adjectives; no verbs, no punctuation."""
    for token in tokens[start:end]:
        if not token.word:
            return False
        linked = (token.lower.replace("’", "'"),) in lexicon.role_links or token.lower in lexicon.determiners
        if not linked and not token.capital and token.lower in lexicon.stops:
            return False
        if not linked and not token.capital and not lexicon.is_charge(token.lower):
            return False
    return True
