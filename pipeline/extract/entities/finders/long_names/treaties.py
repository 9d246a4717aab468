"""Agreements called by a common noun and their date: `accord signé à Tunis le 28 avril 2008`."""

import re
from collections.abc import Sequence

from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token

_DAY = re.compile(r"[0-3]?\d(?:er|st|nd|rd|th)?", re.IGNORECASE)
_YEAR = re.compile(r"1[6-9]\d\d|20\d\d")
_LONGEST_PLACE = 4  # tokens
_LONGEST_FRONT = 4  # words in lower case before the noun


def dated_end(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after the date that makes an agreement before `at` a certain one; 0 where none follows.

    Between them: a link, or a verb of signing and the place.
    """
    end = at + lexicon.agreements.signing.match(tokens, at)
    signed = end > at
    end = _after_place(tokens, end, lexicon) if signed else end
    link = lexicon.agreements.dating.match(tokens, end)
    if not signed and not link:
        return 0
    return after_date(tokens, end + link, lexicon, year=not signed)


def lower_front(tokens: Sequence[Token], head: int, lexicon: EntityLexicon) -> int:
    """Where a noun's phrase begins in lower case, after its determiner (`the intergovernmental agreement`)."""
    start = head
    while head - start < _LONGEST_FRONT and start > 0 and tokens[start - 1].small:
        word = tokens[start - 1].lower
        if word in lexicon.determiners or word in lexicon.indefinites:
            return start
        if word in lexicon.stops or (word,) in lexicon.links:
            break
        start -= 1
    return head


def _after_place(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after `à Tunis` or `at San Francisco`; `at` itself where no place follows."""
    if at >= len(tokens) or tokens[at].lower not in lexicon.places.before:
        return at
    end = at + 1
    while end < len(tokens) and end - at <= _LONGEST_PLACE and tokens[end].capital:
        end += 1
    end += end < len(tokens) and tokens[end].text == ","
    return end if end > at + 1 else at


def after_date(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, *, year: bool) -> int:
    """The token after a full date, or a year where `year` allows one alone; 0 where none stands here."""
    row = tokens[at : at + 5]
    at_day = 1 if row and row[0].lower in lexicon.agreements.date_words else 0
    words = [t for t in row[at_day:] if t.text != ","]
    ends = {t.end for t in words}
    if len(words) > 2 and is_year(words[2]) and is_day_and_month(words[0], words[1], lexicon):
        return at + next(i for i, t in enumerate(row) if t.end == words[2].end) + 1
    if year and words and is_year(words[0]) and words[0].end in ends and not at_day:
        return at + 1
    return 0


def after_month_and_year(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after `août 2008`; 0 where no such date stands here."""
    row = tokens[at : at + 2]
    return at + 2 if len(row) > 1 and row[0].lower in lexicon.months and is_year(row[1]) else 0


def is_year(token: Token) -> bool:
    """Whether a token is a year of the modern age, in digits."""
    return _YEAR.fullmatch(token.text) is not None


def is_day_and_month(one: Token, other: Token, lexicon: EntityLexicon) -> bool:
    """Whether two tokens are a day and a month, in either order."""
    pairs = ((one, other), (other, one))
    return any(_DAY.fullmatch(day.text) and month.lower in lexicon.months for day, month in pairs)
