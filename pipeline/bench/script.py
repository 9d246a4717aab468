"""The script that a user would write instead: the yardstick that Dépêche has to beat.

The whole spaCy pipeline, langdetect with all its languages, `dateparser.search`, a regular expression for money; one
document after the other, as their documentation shows them.
"""

import re
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from typing import Any

import spacy

from pipeline.bench.corpus import TONGUES, Tongue
from pipeline.bench.names import DATEPARSER, LANGDETECT, MONEY, SPACY
from pipeline.bench.text import BenchText
from pipeline.bench.timing import Subject
from pipeline.config import ModelsConfig

_MONEY = re.compile(r"[€$£]\s?\d[\d.,\s]*|\d[\d.,\s]*(?:M|Md|bn)?\s?(?:€|\$|£|%|[A-Z]{3}\b)")

Step = Callable[[str], object]


def script_subjects(text: BenchText, config: ModelsConfig) -> list[Subject]:
    """The steps of the script on the sample of the text."""
    sample = text.sample()
    return [
        Subject(name, tongue, sample.words(tongue), partial(_on_all, step, sample.documents[tongue]))
        for tongue in TONGUES
        for name, step in script_steps(tongue, config).items()
    ]


def script_steps(tongue: Tongue, config: ModelsConfig) -> dict[str, Step]:
    """The steps for documents of one language: name → function of a document's text.

    That of dateparser, a dependency of development only, is left out where it is not installed.
    """
    from langdetect import detect

    steps: dict[str, Step] = {LANGDETECT: detect, SPACY: partial(_entities, spacy.load(config.of(tongue).package))}
    if find_spec("dateparser"):
        from dateparser.search import search_dates

        steps[DATEPARSER] = partial(search_dates, languages=[tongue])
    steps[MONEY] = _MONEY.findall
    return steps


def _entities(nlp: Any, text: str) -> list[tuple[int, int, str]]:
    return [(ent.start_char, ent.end_char, ent.label_) for ent in nlp(text).ents]


def _on_all(step: Step, texts: list[str]) -> None:
    for text in texts:
        step(text)
