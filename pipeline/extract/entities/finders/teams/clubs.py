"""Clubs, by their score or the words of their names: `Leeds United`, `Stade malien`, `Olympique de Lyon 3-1 Lens`."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.capitals import is_whole_capital, name_row_end
from pipeline.extract.entities.finders.teams.towns import is_great_town, is_town
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import in_dictionary
from pipeline.extract.entities.tokens import SCORE, Token

_LONGEST = 4  # tokens of a name


def find_clubs(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The clubs that a score, a first or a last word tells, in order."""
    for at, token in enumerate(tokens):
        if not token.word and SCORE.fullmatch(token.text):
            before, after = _back(tokens, at, lexicon), _on(tokens, at + 1, lexicon)
            if before < at and after > at + 1:
                yield _club(tokens, before, at)
                yield _club(tokens, at + 1, after)
        elif token.capital and token.lower in lexicon.press.club_fronts:
            end = _on(tokens, at, lexicon)
            if any(is_town(tokens[place:end], known) for place in range(at + 1, end)):
                yield _club(tokens, at, end)
            elif _is_of_a_people(tokens, at + 1, lexicon) and not token.text.isupper():
                yield _club(tokens, at, at + 2)
        elif token.capital and token.lower in lexicon.press.club_ends and at:
            start = _back(tokens, at, lexicon)
            if start < at and is_town(tokens[start:at], known):
                yield _club(tokens, start, at + 1)


def _is_of_a_people(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether an adjective that may be a town's stands here, and nothing is tied to it: `Stade malien`."""
    if at == len(tokens) or not tokens[at].small or not lexicon.is_adjective(tokens[at].lower):
        return False
    return not lexicon.place_links.match(tokens, at + 1)


def find_nicknamed_clubs(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """`Dallas Stars`, `Toronto Maple Leafs`: a great city or state before a nickname."""
    for at, token in enumerate(tokens):
        if token.capital and token.lower in lexicon.press.nicknames:
            starts = range(max(at - _LONGEST, 0), at)
            if (start := next((one for one in starts if _is_nicknamed(tokens, one, at, lexicon, known)), at)) < at:
                yield _club(tokens, start, at + 1)


def _is_nicknamed(tokens: Sequence[Token], start: int, at: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether words with a capital, a town's first, stand before a nickname; not `DUAL NATIONALS` of a head."""
    named = all(word.word and word.capital for word in tokens[start : at + 1])
    if named and tokens[start].text.isupper() and in_dictionary(tokens[start].lower, lexicon.language) == "small":
        return False
    return named and any(is_great_town(tokens[start:end], known) for end in range(start + 1, at + 1))


def _club(tokens: Sequence[Token], start: int, end: int) -> Candidate:
    return Candidate(tokens[start].start, tokens[end - 1].end, "ORGANIZATION", "team")


def _on(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after the name that begins here; `at` where none does."""
    return name_row_end(tokens, at, lexicon, most=_LONGEST, stops=lexicon.openers)


def _back(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """Where the name begins that ends before this token; `at` where none does."""
    start = at
    while start > 0 and at - start < _LONGEST:
        word = tokens[start - 1]
        tied = start < at and word.small and word.lower in lexicon.particles and start > 1
        if tied and _may_be_in_name(tokens[start - 2], lexicon):
            start -= 2
        elif _may_be_in_name(word, lexicon):
            start -= 1
        else:
            break
    return start


def _may_be_in_name(token: Token, lexicon: EntityLexicon) -> bool:
    return is_whole_capital(token) and token.lower not in lexicon.openers
