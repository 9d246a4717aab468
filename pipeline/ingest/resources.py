"""What ingest needs beside the document: lexicons, word frequencies, language detector (loaded at first use)."""

import json
import math
from collections.abc import Callable, Mapping
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from pipeline.dates import DateLexicon, load_date_lexicons
from pipeline.ingest.blocks.wrapping import LineWords
from pipeline.ingest.lexicon import KNOWN, Known, Lexicon, load_foreign, load_lexicon
from pipeline.ingest.recognise import Recogniser

T = TypeVar("T")


class IngestResources:
    """Read-only knowledge shared by all documents of a process."""

    def __init__(
        self,
        lexicons: Mapping[Known, Lexicon],
        foreign: Mapping[str, tuple[str, ...]],
        dates: Mapping[str, DateLexicon],
        recogniser: Recogniser | None = None,
    ) -> None:
        self.lexicons = dict(lexicons)
        self.dates = dict(dates)
        self.recogniser = recogniser
        self.foreign = {code: frozenset(words) for code, words in foreign.items()}
        self._foreign_words: dict[str, frozenset[str]] = {}
        self._tools: dict[Callable[[IngestResources], Any], Any] = {}
        self.function_words = {code: frozenset(lex.repair.function_words) for code, lex in self.lexicons.items()}

    def tool(self, kind: Callable[["IngestResources"], T]) -> T:
        """The one object of this kind with these resources, made at first use; it keeps nothing of a document."""
        if kind not in self._tools:
            self._tools[kind] = kind(self)
        made: T = self._tools[kind]
        return made

    @cached_property
    def line_words(self) -> LineWords:
        """Words that tell whether a line goes on in the next."""
        repair = [lexicon.repair for lexicon in self.lexicons.values()]
        return LineWords(
            frozenset(word for words in repair for word in words.open_words),
            frozenset(word for words in repair for word in words.clause_words),
        )

    @cached_property
    def frequencies(self) -> dict[Known, dict[str, float]]:
        """Relative frequency of the words of each language (wordfreq's large lists, one lookup a word)."""
        from wordfreq import get_frequency_dict

        return {code: get_frequency_dict(code) for code in KNOWN}

    def foreign_words(self, code: str) -> frozenset[str]:
        """The words of everyday use in another language, where wordfreq knows it, else the commonest."""
        if code not in self._foreign_words:
            from wordfreq import available_languages, get_frequency_dict

            words = get_frequency_dict(code, "small") if code in available_languages("small") else ()
            self._foreign_words[code] = self.foreign[code] | frozenset(words)
        return self._foreign_words[code]

    def zipf(self, word: str, language: Known) -> float:
        """How common a word is: log10 of its occurrences in a thousand million words, 0 where it is not known."""
        frequency = self.frequencies[language].get(word.lower())
        return math.log10(frequency) + 9 if frequency else 0.0

    def is_word(self, form: str, language: Known) -> bool:
        """Whether the dictionary of the language (simplemma's, inflected forms too) has this form, in lower case."""
        from simplemma import is_known  # its dictionaries take half a second to load

        return bool(is_known(form, lang=language))

    @cached_property
    def detectors(self) -> Any:
        """langdetect's factory with the French and English profiles only, seeded; its module globals stay untouched."""
        from langdetect.detector_factory import DetectorFactory
        from langdetect.utils.lang_profile import LangProfile

        factory = DetectorFactory()
        factory.seed = 0
        for index, code in enumerate(KNOWN):
            profile = json.loads((resources.files("langdetect") / "profiles" / code).read_text(encoding="utf-8"))
            factory.add_profile(LangProfile(**profile), index, len(KNOWN))
        return factory


def load_ingest_resources(models: Path, recogniser: Recogniser | None = None) -> IngestResources:
    """The resources of ingest from the folder `models`; takes well under a second.

    Args:
        models: what the pipeline knows.
        recogniser: what reads images of text; without one, pages that are images are named and left.

    Raises:
        ConfigError: a lexicon is missing or wrong.
    """
    lexicons = {code: load_lexicon(models, code) for code in KNOWN}
    return IngestResources(lexicons, load_foreign(models), load_date_lexicons(models), recogniser)
