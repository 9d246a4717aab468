"""What dictionaries and frequency say of a word with a capital and without: `Vienne` and `vienne`.

A spaCy package with vectors has them for the most frequent forms of a large corpus, and writes their keys in that
order.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Literal

import numpy as np
import simplemma
from spacy.strings import get_string_id
from srsly.msgpack import Unpacker  # type: ignore[import-untyped]

from pipeline.errors import UserError
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.model.lean import data_folder

LANGUAGES = ("en", "fr")  # whose dictionaries are asked where a word may be of either
HYPHENS = re.compile("[-‑]")
_SHORT = 3  # letters of a part that says nothing
_STEEPEST = 5  # doublings
_ALONE = 6  # doublings that stand for a form without the other
_REMEMBERED = 1 << 14  # words looked up, so that memory has a bound
_TOP = 5  # ranks that differ little
Rank = Callable[[str], int | None]


@cache
def ranks(package: str) -> Rank:
    """What tells the place of a form among those that a package has vectors for; None for a form without one.

    Raises:
        UserError: the package is not installed, or has no vectors with keys.
    """
    try:
        with (data_folder(package) / "vocab" / "key2row").open("rb") as file:
            keys = np.fromiter(_keys(Unpacker(file)), np.uint64)
    except (OSError, ValueError):
        raise UserError(
            f"the spaCy package {package} is not installed or has no vectors: mend models/models.toml"
        ) from None
    places = np.argsort(keys)
    keys = keys[places]  # two arrays take a tenth of the memory of a dictionary

    def rank(form: str) -> int | None:
        key = np.uint64(get_string_id(form))
        at = int(np.searchsorted(keys, key))
        return int(places[at]) if at < len(keys) and keys[at] == key else None

    return rank


def _keys(unpacker: Unpacker) -> Iterator[int]:
    """The keys of a packed table, one at a time."""
    for _ in range(unpacker.read_map_header()):
        yield unpacker.unpack()
        unpacker.skip()


def frequencies(language: str) -> Mapping[str, float]:
    """How often each frequent word of a language stands in text, as a share."""
    from wordfreq import get_frequency_dict  # takes a fifth of a second, which few documents need

    return get_frequency_dict(language)


@lru_cache(maxsize=_REMEMBERED // 2)
def zipf(word: str, language: str) -> float:
    """The frequency of a word on Zipf's scale: the logarithm of how often it stands in a thousand million words."""
    from wordfreq import zipf_frequency

    return zipf_frequency(word, language)


@lru_cache(maxsize=_REMEMBERED // 4)
def is_word(word: str, language: str | tuple[str, ...]) -> bool:
    """Whether a lower-case word is in a language's dictionary, as a name or not, or in that of one of several."""
    return simplemma.is_known(word, lang=language)


@lru_cache(maxsize=_REMEMBERED)
def in_dictionary(word: str, language: str) -> Literal["small", "proper", "none"]:
    """Whether a word is in a language's dictionary in lower case, or as a name, or one of its parts is not."""
    found: Literal["small", "proper"] = "small"
    for part in filter(None, HYPHENS.split(word)):
        if not simplemma.is_known(part, lang=language):
            return "none"
        if simplemma.lemmatize(part, lang=language)[:1].isupper():
            found = "proper"
    return found


@lru_cache(maxsize=_REMEMBERED // 4)
def lemma(word: str, language: str) -> str:
    """What the dictionary has a lower-case word under: the infinitive of a verb."""
    return simplemma.lemmatize(word, lang=language)


def is_common(word: str, lexicon: EntityLexicon) -> bool:
    """Whether a lower-case word is of the sentence, not of a name: the rules or the dictionary have it so."""
    return lexicon.is_ordinary(word) or in_dictionary(word, lexicon.language) == "small"


def cased(word: str, rank: Rank) -> str:
    """How much more frequent a word is with a capital than without; of a rare one with hyphens, the likeliest name."""
    whole = doublings(rank(_capital(word)), rank(word))
    parts = [part for part in HYPHENS.split(word) if len(part) > _SHORT]
    if whole is not None or len(parts) < 2:
        return str(whole)
    found = [doublings(rank(_capital(part)), rank(part)) for part in parts]
    return f"part {max((steps for steps in found if steps is not None), default=None)}"


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def doublings(first: int | None, second: int | None) -> int | None:
    """How much more frequent a form is than another, in doublings; None where neither is known."""
    if first is None or second is None:
        return None if first is second else -_ALONE if first is None else _ALONE
    return max(-_STEEPEST, min(_STEEPEST, round(math.log2((second + _TOP) / (first + _TOP)))))
