"""What the stage knows of each language: stop words, concepts, cognate endings, sentence rules."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from pipeline.errors import ConfigError
from pipeline.sentences import SentenceLexicon, load_sentence_lexicon
from pipeline.toml import load_toml, read_text

Tongue = Literal["fr", "en"]
TONGUES: tuple[Tongue, ...] = ("fr", "en")


class StopWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that say nothing of a topic (`stopwords.toml`); forms or lemmas, accents and capitals do not matter."""

    function_words: tuple[str, ...]
    verbs: tuple[str, ...]
    genre: tuple[str, ...]
    calendar: tuple[str, ...]
    numbers: tuple[str, ...]
    honorifics: tuple[str, ...]
    joins: tuple[str, ...]
    demonyms: tuple[str, ...]
    demonym_endings: tuple[str, ...]
    demonym_prefixes: tuple[str, ...]


class ConceptWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the language names what both languages speak of (`topics.toml`): concept → words, the one to show first."""

    plurals: tuple[str, ...]
    cognates: tuple[tuple[str, str], ...]
    false_friends: tuple[str, ...]
    concepts: dict[str, tuple[str, ...]]


class TongueLexicon(msgspec.Struct, frozen=True):
    """The three lexicons of one language."""

    stopwords: StopWords
    concepts: ConceptWords
    sentences: SentenceLexicon


TopicLexicons = Mapping[Tongue, TongueLexicon]


def load_topic_lexicons(models: Path) -> TopicLexicons:
    """The lexicons of both languages, from `models/lexicons/{fr,en}/{stopwords,topics,sentences}.toml`.

    Raises:
        ConfigError: a file is missing or wrong, a word stands for two concepts, a concept has no words, or the two
            languages do not have the same concepts.
    """
    lexicons = {tongue: _load(models, tongue) for tongue in TONGUES}
    for tongue in TONGUES:
        _check_words(_path(models, tongue), lexicons[tongue].concepts)
        others = {key for other in TONGUES for key in lexicons[other].concepts.concepts}
        missing = sorted(others - set(lexicons[tongue].concepts.concepts))
        if missing:
            raise ConfigError(_path(models, tongue), None, f"concept `{missing[0]}` of the other language is missing")
    return lexicons


def _path(models: Path, tongue: Tongue) -> Path:
    return models / "lexicons" / tongue / "topics.toml"


def _load(models: Path, tongue: Tongue) -> TongueLexicon:
    return TongueLexicon(
        load_toml(models / "lexicons" / tongue / "stopwords.toml", StopWords),
        load_toml(_path(models, tongue), ConceptWords),
        load_sentence_lexicon(models, tongue),
    )


def _check_words(path: Path, lexicon: ConceptWords) -> None:
    owners: dict[str, str] = {}
    for concept, words in lexicon.concepts.items():
        if not words:
            raise ConfigError(path, _line(path, f"{concept} ="), f"concept `{concept}` has no words")
        for word in words:
            owner = owners.setdefault(word, concept)
            if owner != concept or words.count(word) > 1:
                raise ConfigError(path, _line(path, f"{concept} ="), f"`{word}` stands for `{owner}` and `{concept}`")


def _line(path: Path, start: str) -> int | None:
    lines = read_text(path).splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.startswith(start)), None)
