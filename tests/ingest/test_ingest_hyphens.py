"""Line-end hyphens: which are the line's and which the word's."""

from pathlib import Path

import pytest

from pipeline.ingest.lexicon import Known
from pipeline.ingest.repair.hyphens import Hyphens
from pipeline.ingest.resources import IngestResources

CASES = Path(__file__).parents[1] / "cases" / "ingest" / "hyphens.txt"


def read_cases() -> list[tuple[Known, str, str, str]]:
    """(language, before the hyphen, after the line end, as it should be written)."""
    cases: list[tuple[Known, str, str, str]] = []
    language: Known = "fr"
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language = "fr" if line == "[fr]" else "en"
        elif line and not line.startswith("#"):
            broken, _, whole = line.partition(" = ")
            before, _, after = broken.partition("-/")
            cases.append((language, before, after, whole))
    return cases


@pytest.mark.parametrize(("language", "before", "after", "whole"), read_cases())
def test_hyphen(language: Known, before: str, after: str, whole: str, resources: IngestResources) -> None:
    found = Hyphens("", language, resources).decide(f"xx {before}", f"{after} yy")
    assert before + found.between + after == whole


def test_cases_are_many_and_of_both_sorts() -> None:
    for language in ("fr", "en"):
        own = [case for case in read_cases() if case[0] == language]
        joined = [case for case in own if case[1] + case[2] == case[3]]
        assert len(joined) >= 60
        assert len(own) - len(joined) >= 50
        assert len({case[1:3] for case in own}) == len(own)


def test_the_document_itself_decides_first(resources: IngestResources) -> None:
    assert Hyphens("la voie nord-sud", "fr", resources).decide("nord", "sud").between == "-"
    assert Hyphens("un cyberespace commun", "fr", resources).decide("cyber", "espace").between == ""
    assert Hyphens("our cyber-space policy", "en", resources).decide("cyber", "space").between == "-"


def test_first_parts_are_tied_as_the_document_ties_them(resources: IngestResources) -> None:
    assert Hyphens("a non-food, non-fuel item", "en", resources).decide("non", "profit").between == "-"
    assert Hyphens("a nonlinear, non-fuel item", "en", resources).decide("non", "profit").between == ""
