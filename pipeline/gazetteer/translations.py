"""Words that names have in both languages: `université` and "university", `sénégalais` and "Senegalese"."""

import re
from pathlib import Path

import msgspec

from pipeline.errors import ConfigError
from pipeline.gazetteer.forms import fold
from pipeline.gazetteer.lexicon import LANGUAGES
from pipeline.toml import load_toml

# How many words a phrase of the lexicon, or a known name inside another, has at most.
LONGEST = 6
# A number in Roman figures, with or without the ending of an ordinal.
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")
_DIGITS = {"i": 1, "v": 5, "x": 10}


class TranslationLexicon(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`models/lexicons/<language>/translations.toml`; every word in lower case."""

    dropped: tuple[str, ...]
    hosts: tuple[str, ...]
    endings: tuple[tuple[str, str], ...]
    ordinals: tuple[str, ...]
    numbers: dict[str, tuple[str, ...]]
    tens: dict[str, tuple[str, ...]]
    chambers: tuple[str, ...]
    styles: tuple[str, ...]
    state: dict[str, tuple[str, ...]]
    concepts: dict[str, tuple[str, ...]]
    demonyms: dict[str, tuple[str, ...]]


class Translations:
    """Both languages together: a name keeps its words when it crosses from one language to the other.

    `concepts` and `demonyms` are asked with folded phrases; `state` are the concepts of bodies that every state has.
    """

    def __init__(self, lexicons: dict[Path, TranslationLexicon]) -> None:
        self.dropped = frozenset(fold(word) for lexicon in lexicons.values() for word in lexicon.dropped)
        self.hosts = frozenset(fold(word) for lexicon in lexicons.values() for word in lexicon.hosts)
        self.state = frozenset(key for lexicon in lexicons.values() for key in lexicon.state)
        self.styles = frozenset(fold(word) for lexicon in lexicons.values() for word in lexicon.styles)
        self.chambers = frozenset(concept for lexicon in lexicons.values() for concept in lexicon.chambers)
        self.numbers: dict[str, str] = {}
        self.tens: dict[str, str] = {}
        self.demonyms: dict[str, str] = {}
        self.concepts: dict[str, str] = {}
        for path, lexicon in lexicons.items():
            _add(self.concepts, lexicon.state | lexicon.concepts, path)
            _add(self.demonyms, lexicon.demonyms, path)
            _add(self.numbers, lexicon.numbers, path)
            _add(self.tens, lexicon.tens, path)
        endings = sorted({fold(word) for lexicon in lexicons.values() for word in lexicon.ordinals})
        self._ordinal = re.compile(rf"([0-9]{{1,4}}|[ivx]{{2,7}}|[vx])(?:{'|'.join(endings)})?")
        pairs = {pair for lexicon in lexicons.values() for pair in lexicon.endings}
        self._endings = sorted(pairs, key=lambda pair: (-len(pair[0]), pair))

    def number(self, phrase: str) -> str:
        """The number that folded words are, in digits: the same for `15e`, "fifteenth" and `XV`; empty for others."""
        match = self._ordinal.fullmatch(phrase)
        return self.numbers.get(phrase) or self._with_tens(phrase) or (_digits(match[1]) if match else "")

    def _with_tens(self, phrase: str) -> str:
        """The number that words beginning with tens are: `vingt et unième`, "seventy-fifth"; empty for others."""
        words = phrase.split()
        for cut in range(1, len(words)):
            tens, rest = self.tens.get(" ".join(words[:cut])), self.numbers.get(" ".join(words[cut:]))
            if tens and rest:
                return str(int(tens) + int(rest))
        return ""

    def cognate(self, word: str) -> str:
        """A folded word as both languages may write it: `technique` and "technics" are one."""
        stem = word[:-1] if len(word) > 4 and word.endswith("s") else word
        for ending, replaced in self._endings if len(stem) > 5 else ():
            if stem.endswith(ending):
                return stem[: -len(ending)] + replaced
        return stem


def _digits(written: str) -> str:
    """A number in digits, empty for letters that are none.

    >>> _digits("15"), _digits("xiv"), _digits("iix")
    ('15', '14', '')
    """
    if written.isdigit():
        return written
    if not _ROMAN.fullmatch(written):
        return ""
    values = [_DIGITS[letter] for letter in written]
    return str(sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)))


def load_translations(models: Path) -> Translations:
    """The words of both languages.

    Raises:
        ConfigError: a file is missing or wrong, or a word stands for two things.
    """
    paths = [models / "lexicons" / language / "translations.toml" for language in LANGUAGES]
    return Translations({path: load_toml(path, TranslationLexicon) for path in paths})


def _add(words: dict[str, str], table: dict[str, tuple[str, ...]], path: Path) -> None:
    for key, phrases in table.items():
        for phrase in map(fold, phrases):
            if words.setdefault(phrase, key) != key:
                raise ConfigError(path, None, f'"{phrase}" stands for {words[phrase]} and {key}: keep one')
