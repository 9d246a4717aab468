"""Cheap first looks, so that long patterns are only tried where they may match."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pipeline.extract.words import any_of, phrase_of

_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[\s\-‐‑]{0,3}")
_WINDOW = 40
_SPACES = 8  # more white space than a phrase in the lexicon has


class LookBack:
    """A pattern for phrases that end right before a position; tried only when the last word there ends one of them."""

    def __init__(self, pattern: str, phrases: Iterable[str], *, flags: int = re.I, width: int = _WINDOW) -> None:
        self._pattern, self._width = re.compile(pattern, flags), width
        self._tails = frozenset(_tail(phrase.lower(), len(phrase)) for phrase in phrases)

    def search(self, text: str, floor: int, position: int) -> re.Match[str] | None:
        """The longest phrase that ends at the position and begins at or behind `floor`."""
        if position <= floor or _last(text, position) not in self._tails:
            return None
        return self._pattern.search(text, max(floor, position - self._width), position)


class Meanings:
    """Phrases that end right before a position, each with what it stands for; one small pattern for each last word."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        tails: dict[str, list[str]] = {}
        for phrase in phrases:
            tails.setdefault(_tail(phrase.lower(), len(phrase)), []).append(phrase)
        self._patterns = {tail: (_ending(some), max(map(len, some)) + _SPACES) for tail, some in tails.items()}
        self._meanings = {phrase_of(phrase): meaning for phrase, meaning in phrases.items()}

    def search(self, text: str, floor: int, position: int) -> tuple[str, int] | None:
        """What the longest phrase that ends at the position stands for, and where it begins, at or behind `floor`."""
        if position <= floor or (some := self._patterns.get(_last(text, position))) is None:
            return None
        pattern, width = some
        found = pattern.search(text, max(floor, position - width), position)
        return (self._meanings[phrase_of(found["phrase"])], found.start()) if found else None


class Heads:
    """What a set of forms begins with: says at once that none of them stands at a position."""

    def __init__(self, forms: Iterable[str]) -> None:
        beginnings = [word[0].lower() for form in forms if (word := _WORD.match(form))]
        self._short = frozenset(word for word in beginnings if len(word) < 3)
        self._long = frozenset(word[:3] for word in beginnings if len(word) >= 3)

    def may_follow(self, text: str, end: int) -> bool:
        """The same behind the white space or hyphen after a position."""
        gap = _GAP.match(text, end)
        return self.may_stand(text, gap.end() if gap else end)

    def may_stand(self, text: str, position: int) -> bool:
        """False when no form begins here; signs, and words with a capital inside (`MEUR`), always may."""
        first = _first(text, position)
        if first is None:
            return position < len(text)
        head, capitals = first
        if len(head) < 3:
            return head in self._short or (text[position].isupper() and capitals)
        return head in self._long or capitals


def _ending(phrases: Iterable[str]) -> re.Pattern[str]:
    """The phrases with the white space that parts them from what is behind them; signs and elided words need none."""
    space = r"(?:(?<=[^\W_])\s{1,3}|(?<![^\W_])\s{0,3})\Z"
    return re.compile(rf"(?<!\w)(?P<phrase>{any_of(phrases)}){space}", re.I)


@lru_cache(maxsize=8)
def _first(text: str, position: int) -> tuple[str, bool] | None:
    """The first three letters of the word at a position, in small letters, and whether capitals are inside."""
    word = _WORD.match(text, position, position + 4)
    if word is None:
        return None
    found = word[0]
    small = found.lower()
    return small[:3], (found.isupper() if len(found) < 3 else found[1:] != small[1:])


@lru_cache(maxsize=8)  # several patterns look at one position, one after the other
def _last(text: str, position: int) -> str:
    """The last word or sign before a position, in small letters; nothing when there is none nearby."""
    window = text[max(0, position - _WINDOW) : position].rstrip().lower()
    return _tail(window, len(window)) if window else ""


def _tail(text: str, end: int) -> str:
    """The last word of a text, with its apostrophe if it is elided; or the last sign."""
    last = text[end - 1]
    if last in "'’":
        return _tail(text, end - 1) + "'" if end > 1 and text[end - 2].isalpha() else "'"
    begin = end
    while begin > 0 and text[begin - 1].isalpha():
        begin -= 1
    return text[begin:end] or last
