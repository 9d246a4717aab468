"""Reports of games: teams that are called as their towns (`Lens 2 Nantes 1`), people with a minute (`Trapp (54e)`)."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.capitals import capitals_end
from pipeline.extract.entities.finders.people.names import name_start
from pipeline.extract.entities.finders.teams.towns import is_town
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import SCORE, Token, form_of

_GOALS = re.compile(r"\d{1,3}")
_MARKS = frozenset("-–:,")
_ENDS = frozenset(".;(")
_LONGEST = 4  # tokens of a name or of a phrase beside it
_TWO = 2  # teams, and what they scored
_MINUTE = re.compile(r"(\d{2,3})(\D*)")
_LATE = 20  # the last of Paris' arrondissements, of most leagues' ranks: a later number is a minute


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
        if not known.is_country(form_of(tokens[start:end])):
            yield Candidate(tokens[start].start, tokens[end - 1].end, "ORGANIZATION", "team")


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
    if told and any(is_town(tokens[slice(*name)], known) for name in names):
        yield from names


def find_timed_people(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """Who did something in the minute of a game that brackets have behind the name: `Trapp (90e+1)`."""
    for at, token in enumerate(tokens):
        if token.text == "(" and _is_minute(tokens, at + 1, lexicon):
            start = name_start(tokens, at, lexicon)
            words = tokens[start:at]
            taken = any(lexicon.is_ordinary(t.lower) or t.text.isupper() for t in words)
            if words and not taken and not known.is_town(form_of(words)):
                yield Candidate(words[0].start, words[-1].end, "PERSON", "title")


def _is_minute(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether the minute of a game stands here: `90e+1`, `54', 71'`."""
    minute = _MINUTE.fullmatch(tokens[at].text) if at + 1 < len(tokens) else None
    if minute is None or int(minute[1]) <= _LATE:
        return False
    end = minute[2] or tokens[at + 1].lower
    return end in lexicon.press.minutes or end == "+"


def _is_scored(tokens: Sequence[Token], at: int) -> bool:
    """Whether a score stands here: `beat Leeds 3-0`."""
    return at < len(tokens) and SCORE.fullmatch(tokens[at].text) is not None


def _scores(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> tuple[int, int]:
    """The token after the figures and marks that begin here, and how many scores they have."""
    scored = 0
    while at < len(tokens):
        text = tokens[at].text
        if SCORE.fullmatch(text):
            scored += _TWO
        elif _GOALS.fullmatch(text):
            scored += 1
        elif text not in _MARKS and tokens[at].lower not in lexicon.press.versus:
            break
        at += 1
    return at, scored


def _told(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[tuple[int, int]]:
    """The towns beside words that only teams have beside them."""
    at = 0
    while at < len(tokens):
        end = _on(tokens, at, lexicon)
        if end > at and _is_team(tokens, at, end, lexicon, known):
            yield at, end
        at = max(end, at + 1)


def _is_team(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    press = lexicon.press
    if not is_town(tokens[start:end], known):
        return False
    before = press.before_teams.end_at(tokens, start, _LONGEST)
    return before or press.behind_teams.match(tokens, end) > 0


def _on(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after the words with a capital that begin here; `at` where none does, or one is no name."""
    end = capitals_end(tokens, at, _LONGEST)
    articled = end > at + 1 and tokens[at].lower in lexicon.determiners and not tokens[at].elided  # `La Rochelle`
    return at if any(_is_no_name(word, lexicon) for word in tokens[at + articled : end]) else end


def _is_no_name(word: Token, lexicon: EntityLexicon) -> bool:
    return word.elided or lexicon.is_ordinary(word.lower) or word.lower in lexicon.months
