"""Text that lost its accents or was misread, as it would stand: `Senegal`, `c0mmission`, `Frauce`.

Characters keep their places, so spans found in the text made here hold in the original. Only documents that show the
loss are touched: one without any accent in a language that has many, or without any in its capitals (`MINISTERE`), one
with figures inside its words.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache

from pipeline.extract.entities.text.frequency import LANGUAGES, frequencies

_FEWEST = 200  # letters of a text that shows whether it has accents
_FEWEST_CAPITALS = 20  # letters of words in capitals that show it
_ACRONYM = 3  # letters of a word in capitals that may be an acronym
_SHARE = 0.004  # of letters with an accent, below which they were lost
_FIGURE_INSIDE = re.compile(r"(?<![^\W\d_][\d_])[^\W\d_]{2}[015][^\W\d_]{1,}|\b[^\W\d_][015][^\W\d_]{3,}")
_BETWEEN_LETTERS = re.compile(r"[015](?=[^\W\d_])(?<=[^\W\d_].)")
_MISREAD = 1 / 2500  # words with a figure inside, a character
_LONG = 5  # letters of a word that one wrong letter does not hide
_WORD = re.compile(r"\w+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


def restorer(
    texts: Sequence[str],
    language: str,
    vocabulary: Callable[[], Iterable[str]],
    *,
    accented: bool,
    names: Callable[[], Iterable[str]] = tuple,
) -> Callable[[str], str] | None:
    """What puts a document's texts of one language right; None where nothing is wrong with them.

    `vocabulary`: words that the rules must know, asked for only where letters were misread. `accented`: whether the
    language has so many accents that a text without any has lost them. `names`: known names, where words alone may
    mislead (`Côte d'Ivoire`, not `côté`).
    """
    text = "\n".join(texts)
    lost, bare = accented and _has_lost_accents(text), accented and _has_bare_capitals(text)
    noisy = _is_misread(text)
    if not (lost or bare or noisy):
        return None
    accents = _accented(language) if lost or bare else {}
    whole, phrases = _misleading(names, language) if lost or bare else ({}, None)
    near = _Near(vocabulary()) if noisy else None

    def restored(match: re.Match[str]) -> str:
        word = match[0]
        bears = lost or (word.isupper() and len(word) > _ACRONYM)
        found = (accents.get(word.lower()) if bears else None) or (near.of(word) if near else None)
        return _cased(found, word) if found else word

    def named(match: re.Match[str]) -> str:
        bears = lost or match[0].isupper()
        return _cased(whole[_straight(match[0])], match[0]) if bears else match[0]

    return lambda passage: _WORD.sub(restored, phrases.sub(named, passage) if phrases else passage)


def reaccented(word: str, language: str) -> str | None:
    """The frequent word that a lower-case word is without its accents: `désireux` of `desireux`; None for none."""
    return _accented(language).get(word)


def _has_lost_accents(text: str) -> bool:
    accents = _accents(text)
    if accents >= _SHARE * len(text):
        return False  # most often, and seen sooner than all letters are counted
    letters = sum(map(str.isalpha, text))
    return letters > _FEWEST and accents < _SHARE * letters


def _has_bare_capitals(text: str) -> bool:
    """Whether a text has words in capitals, and no accent in any of them."""
    words = [word for word in filter(str.isupper, _WORD.findall(text)) if len(word) > _ACRONYM]
    return sum(map(len, words)) >= _FEWEST_CAPITALS and not any(map(_accents, words))


def _is_misread(text: str) -> bool:
    """Whether figures stand inside many words; all that stand between letters are counted first."""
    many = max(1, _MISREAD * len(text))
    return len(_BETWEEN_LETTERS.findall(text)) > many and len(_FIGURE_INSIDE.findall(text)) > many


def _accents(text: str) -> int:
    return sum(map(str.isalpha, _BEYOND_ASCII.findall(text)))


def _plain(word: str) -> str:
    return "".join(unicodedata.normalize("NFD", c)[0] for c in word)


@cache
def _accented(language: str) -> Mapping[str, str]:
    """Words without their accents, and the words they most likely are."""
    frequent = frequencies(language)
    best: dict[str, str] = {}
    for word, frequency in frequent.items():
        plain = _plain(word)
        rival = max(frequent.get(plain, 0.0), frequent.get(best.get(plain, ""), 0.0))
        if plain != word and len(plain) == len(word) and frequency > rival:
            best[plain] = word
    return best


@lru_cache(maxsize=4)  # for each language, as long as the same names are asked for
def _misleading(names: Callable[[], Iterable[str]], language: str) -> tuple[Mapping[str, str], re.Pattern[str] | None]:
    """The names of several words whose accents are not those of their words, by what they are without; all as one."""
    accents = _accented(language)
    found: dict[str, str] = {}
    for name in sorted(names()):
        plain = _plain(_straight(name))
        mended = _WORD.sub(lambda word: accents.get(word[0], word[0]), plain)
        if " " in name and mended != _straight(name) and len(plain) == len(name) and _accents(name):
            found.setdefault(plain, name.lower())
    options = "|".join(map(re.escape, found))
    pattern = re.compile(rf"\b(?:{options})\b".replace("'", "['’]"), re.IGNORECASE) if found else None
    return found, pattern


def _straight(form: str) -> str:
    return form.lower().replace("’", "'")


def _cased(found: str, word: str) -> str:
    """A word or name in the capitals, and with the marks, of another of the same length."""
    return "".join(map(_letter, found, word))


def _letter(found: str, read: str) -> str:
    if not found.isalpha():
        return read
    return found.upper() if read.isupper() and len(found.upper()) == 1 else found


class _Near:
    """Words that differ from a known one in one letter."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._words = {word for word in vocabulary if len(word) >= _LONG and word.isalpha()}
        self._near: dict[str, str | None] = {}
        for word in sorted(self._words):
            for at in range(len(word)):
                key = f"{word[:at]}?{word[at + 1 :]}"
                self._near[key] = None if key in self._near else word

    def of(self, word: str) -> str | None:
        """The one known word that has another letter in one place; none for a word that is known, or short."""
        lower = word.lower()
        if len(lower) < _LONG or lower in self._words or _is_word(lower):
            return None
        keys = (f"{lower[:at]}?{lower[at + 1 :]}" for at in range(len(lower)))
        return next((found for key in keys if (found := self._near.get(key))), None)


def _is_word(word: str) -> bool:
    return any(word in frequencies(language) for language in LANGUAGES)
