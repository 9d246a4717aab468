"""What the stage knows of each language: stop words, concepts and their themes, cognate endings, sentence rules."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from pipeline.sentences import SentenceLexicon, load_sentence_lexicon
from pipeline.toml import load_toml
from pipeline.topics.concepts import TONGUES, Tongue, load_concepts

__all__ = ["TONGUES", "Spelling", "StopWords", "Tongue", "TongueLexicon", "TopicLexicons", "load_topic_lexicons"]


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


class Spelling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the language spells what the other has too (`topics.toml`)."""

    plurals: tuple[str, ...]
    cognates: tuple[tuple[str, str], ...]
    false_friends: tuple[str, ...]


class TongueLexicon(msgspec.Struct, frozen=True):
    """The lexicons of one language, and what both share.

    `concepts`: concept → its forms in the language; `themes`: concept → theme, for those that make topics;
    `theme_names`: theme → its name in the language.
    """

    stopwords: StopWords
    spelling: Spelling
    sentences: SentenceLexicon
    concepts: Mapping[str, tuple[str, ...]]
    themes: Mapping[str, str]
    theme_names: Mapping[str, str]


TopicLexicons = Mapping[Tongue, TongueLexicon]


def load_topic_lexicons(models: Path) -> TopicLexicons:
    """The lexicons of both languages, from `models/lexicons/{fr,en}/{stopwords,topics,sentences}.toml` and `concepts`.

    Raises:
        ConfigError: a file is missing or wrong.
    """
    lexicons = models / "lexicons"
    concepts = load_concepts(lexicons / "concepts")
    return {
        tongue: TongueLexicon(
            load_toml(lexicons / tongue / "stopwords.toml", StopWords),
            load_toml(lexicons / tongue / "topics.toml", Spelling),
            load_sentence_lexicon(models, tongue),
            concepts.forms[tongue],
            concepts.themes,
            {theme: (name.fr if tongue == "fr" else name.en) or theme for theme, name in concepts.names.items()},
        )
        for tongue in TONGUES
    }
