"""Teams that are called as their towns, in reports of games: `Lens 2 Nantes 1`, `the striker lost to Leeds`."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token

_GOALS = re.compile(r"\d{1,3}")
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
_MARKS = frozenset("-–:,")
_ENDS = frozenset(".;(")
_LONGEST = 4  # tokens of a name or of a phrase beside it
_TWO = 2  # teams, and what they scored


def find_teams(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The teams that a result shows, and in a report of games those beside its words, in order."""
    figures = [at for at, token in enumerate(tokens) if token.text[0].isdecimal()]
    sure = any(lexicon.press.signs.places(tokens))
    if not (figures or sure):
        return  # by far the most frequent
    starts = [0, *[at + 1 for at, token in enumerate(tokens) if token.text == ";"]]
    teams = {span for start in starts for span in _result(tokens, start, lexicon, known)}
    if sure or any(_is_scored(tokens, at) for at in figures):
        teams |= {(start, end) for start, end in _told(tokens, lexicon, known) if sure or _is_scored(tokens, end)}
    for start, end in sorted(teams):
        if not known.is_country(_form(tokens, start, end)):
            yield Candidate(tokens[start].start, tokens[end - 1].end, "ORGANIZATION", "rule")


def _result(
    tokens: Sequence[Token], start: int, lexicon: EntityLexicon, known: KnownNames
) -> Iterator[tuple[int, int]]:
    """The two teams of a row that says nothing but their names and what they scored: `Lens 2 - Nantes 1`."""
    first = _on(tokens, start, lexicon)
    second, scored = _scores(tokens, first, lexicon) if first > start else (first, 0)
    if second == first:
        return  # by far the most frequent
    end = _on(tokens, second, lexicon)
    over, more = _scores(tokens, end, lexicon)
    names = ((start, first), (second, end))
    closed = over == len(tokens) or tokens[over].text in _ENDS
    told = second < end < over and closed and scored + more == _TWO
    if told and any(_is_town(tokens, *name, known) for name in names):
        yield from names


def _is_scored(tokens: Sequence[Token], at: int) -> bool:
    """Whether a score stands here: `beat Leeds 3-0`."""
    return at < len(tokens) and _SCORE.fullmatch(tokens[at].text) is not None


def _scores(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> tuple[int, int]:
    """The token after the figures and marks that begin here, and how many scores they have."""
    scored = 0
    while at < len(tokens):
        text = tokens[at].text
        if _SCORE.fullmatch(text):
            scored += _TWO
        elif _GOALS.fullmatch(text):
            scored += 1
        elif text not in _MARKS and tokens[at].lower not in lexicon.press.versus:
            break
        at += 1
    return at, scored


def _told(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[tuple[int, int]]:
    """The towns beside words that only teams have beside them, and the names that end in a team's nickname."""
    at = 0
    while at < len(tokens):
        end = _on(tokens, at, lexicon)
        if end > at and _is_team(tokens, at, end, lexicon, known):
            yield at, end
        at = max(end, at + 1)


def _is_team(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    press = lexicon.press
    if not _is_town(tokens, start, end, known):
        return False
    before = press.before_teams.end_at(tokens, start, _LONGEST)
    return before or press.behind_teams.match(tokens, end) > 0


def find_nicknamed_teams(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """`Dallas Stars`, `Toronto Maple Leafs`: a great city or state before a nickname."""
    for at, token in enumerate(tokens):
        if token.capital and token.lower in lexicon.press.nicknames:
            for start in range(max(at - _LONGEST, 0), at):
                words = tokens[start : at + 1]
                forms = (_form(tokens, start, end) for end in range(start + 1, at + 1))
                towns = (known.is_great_city(form) or _is_state(form, known) for form in forms)
                if all(word.word and word.capital for word in words) and any(towns):
                    yield Candidate(tokens[start].start, token.end, "ORGANIZATION", "rule")
                    break


def _on(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after the words with a capital that begin here; `at` where none does, or one is no name."""
    if at >= len(tokens) or not tokens[at].capital:
        return at
    end = at
    article = at + 1 < len(tokens) and tokens[at].lower in lexicon.determiners and tokens[at + 1].capital
    end += article and not tokens[at].elided  # `La Rochelle`
    while end < len(tokens) and end - at < _LONGEST and tokens[end].word and tokens[end].capital:
        if tokens[end].elided or lexicon.is_ordinary(tokens[end].lower) or tokens[end].lower in lexicon.months:
            return at
        end += 1
    return end


def _is_state(form: str, known: KnownNames) -> bool:
    return known.is_place(form) and not known.is_country(form)


def _is_town(tokens: Sequence[Token], start: int, end: int, known: KnownNames) -> bool:
    return known.is_town(_form(tokens, start, end))


def _form(tokens: Sequence[Token], start: int, end: int) -> str:
    return " ".join(token.text for token in tokens[start:end])
