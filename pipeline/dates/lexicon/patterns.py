"""The patterns of a dates lexicon: suffixes of numbers, words of tense, expressions of several words."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from pipeline.dates.lexicon.files import DateWords
from pipeline.dates.lexicon.folding import fold
from pipeline.dates.lexicon.meanings import Entry


class Phrases(NamedTuple):
    """What may follow a first word, longest first; group i of the pattern stands for entry i - 1."""

    pattern: re.Pattern[str]
    entries: tuple[Entry, ...]


def suffixes(words: DateWords) -> dict[str, Any]:
    """The patterns of what is glued to a number."""
    suffixes, spaced = options(words.ordinal_suffixes), options(words.spaced_suffixes)
    decades = options(words.decade_suffixes)
    return {
        "suffix": re.compile(rf"(?:{suffixes}|[ \xa0\u202f](?:{spaced}))(?![^\W_])"),
        "decade_suffix": re.compile(rf"(?:{decades})(?![^\W_])") if decades else None,
    }


def clauses(words: DateWords) -> dict[str, Any]:
    """The patterns that `resolving.sentences` reads clauses and their tense by."""
    openers = _verbs(words.subordinators, ())
    return {
        "tenses": _tenses(words),
        "subordinate": re.compile(rf",\s+(?:{openers})(?![^\W_])"),
        "relative": re.compile(rf"(?<![^\W_])(?:{openers})\s+\Z"),
        "present": re.compile(rf"(?<![^\W_])(?:{_verbs(words.present_auxiliaries, ())})\s+(?:[^\W\d_]+ly\s+)?\Z"),
        "speakers": re.compile(rf"(?<![^\W_])(?:{options(words.speakers)})(?![^\W_])", re.I),
        "opening": re.compile(rf"(?<![^\W_])(?:{options(words.opening)})(?![^\W_])", re.I),
        "participle_endings": tuple(words.participle_endings),
    }


def phrases(rest: list[tuple[tuple[str, ...], Entry]]) -> Phrases:
    """What may follow one first word: the pieces of each expression, and what it means."""
    ordered = sorted(rest, key=lambda one: (-len(one[0]), one[0]))
    choices = [r"\s*".join(map(re.escape, pieces)) + _word_end(pieces[-1]) for pieces, _ in ordered]
    pattern = re.compile(r"\s*(?:" + "|".join(f"({option})" for option in choices) + ")")
    return Phrases(pattern, tuple(entry for _, entry in ordered))


def _word_end(piece: str) -> str:
    return r"(?![^\W_])" if piece[-1].isalnum() else ""


def _tenses(words: DateWords) -> re.Pattern[str]:
    """Words and endings that say that a sentence speaks of what is to come, or of the past (on the unfolded text)."""
    future = _verbs(words.future_words, words.future_endings)
    past = _verbs(words.past_words, words.past_endings)
    return re.compile(rf"(?<![^\W_])(?:(?P<future>{future})|(?P<past>{past}))(?![^\W_])")


def _verbs(listed: Iterable[str], endings: Iterable[str]) -> str:
    """Alternatives, grouped by first letter so that most words are passed over in one look; longer ones first."""
    words: dict[str, list[str]] = {}
    for word in sorted(listed, reverse=True):
        words.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s+").replace("'", "['’]"))
    grouped = [f"{re.escape(first)}(?:{'|'.join(rest)})(?![^\\W_])" for first, rest in words.items()]
    ended = "|".join(f"(?<={re.escape(ending)})" for ending in endings)
    return "|".join(grouped + ([f"[a-zà-ÿ]{{4,24}}+(?![^\\W_])(?:{ended})"] if ended else []))


def options(words: Iterable[str]) -> str:
    """Alternatives for a pattern, longer ones first."""
    return "|".join(re.escape(fold(word)) for word in sorted(words, key=lambda w: (-len(w), w)))
