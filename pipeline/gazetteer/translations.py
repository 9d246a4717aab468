"""Words that names have in both languages: `université` and "university", `sénégalais` and "Senegalese"."""

import re
from pathlib import Path

import msgspec

from pipeline.errors import ConfigError
from pipeline.gazetteer.forms import fold
from pipeline.gazetteer.lexicon import LANGUAGES
from pipeline.toml import load_toml

# How many words a phrase of the lexicon has at most.
LONGEST = 4


class TranslationLexicon(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`models/lexicons/<language>/translations.toml`; every word in lower case."""

    dropped: tuple[str, ...]
    hosts: tuple[str, ...]
    endings: tuple[tuple[str, str], ...]
    ordinals: tuple[str, ...]
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
        self.demonyms: dict[str, str] = {}
        self.concepts: dict[str, str] = {}
        for path, lexicon in lexicons.items():
            _add(self.concepts, lexicon.state | lexicon.concepts, path)
            _add(self.demonyms, lexicon.demonyms, path)
        ordinals = "|".join(sorted({fold(word) for lexicon in lexicons.values() for word in lexicon.ordinals}))
        self._ordinal = re.compile(rf"(\d{{1,4}})(?:{ordinals})")
        endings = {pair for lexicon in lexicons.values() for pair in lexicon.endings}
        self._endings = sorted(endings, key=lambda pair: (-len(pair[0]), pair))

    def cognate(self, word: str) -> str:
        """A folded word as both languages may write it: `technique` and "technics" are one, so are 15e and 15th."""
        if match := self._ordinal.fullmatch(word):
            return match[1]
        stem = word[:-1] if len(word) > 4 and word.endswith("s") else word
        for ending, replaced in self._endings if len(stem) > 5 else ():
            if stem.endswith(ending):
                return stem[: -len(ending)] + replaced
        return stem


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
