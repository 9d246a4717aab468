"""The words that the commands say, in the language that the terminal is set to."""

import os

from pipeline.config import MODELS
from pipeline.report import ReportLexicon, ReportWords, load_report_words


def load_words() -> tuple[ReportWords, ReportLexicon]:
    """The words of both languages and those of the reader: French where the locale says so, else English.

    Raises:
        ConfigError: a file of words is wrong.
    """
    language = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    words = load_report_words(MODELS)
    return words, words.fr if language.startswith("fr") else words.en
