"""The finders of dates and amounts alone, on passages of 1,000 characters."""

from functools import partial

from pipeline.bench.corpus import TONGUES
from pipeline.bench.names import AMOUNTS, DATES
from pipeline.bench.text import BenchText
from pipeline.bench.timing import Subject
from pipeline.dates import find_dates
from pipeline.extract import ExtractResources
from pipeline.extract.amounts import find_amounts


def finder_subjects(text: BenchText, resources: ExtractResources) -> list[Subject]:
    """Both finders on the text of each language; their units are characters."""
    subjects: list[Subject] = []
    for tongue in TONGUES:
        passages = text.passages(tongue)
        characters = sum(len(passage.text) for passage in passages)
        dates = partial(find_dates, passages, resources.dates, anchor=None)
        amounts = partial(find_amounts, passages, resources.amounts)
        subjects += [Subject(DATES, tongue, characters, dates), Subject(AMOUNTS, tongue, characters, amounts)]
    return subjects
