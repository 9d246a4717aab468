"""The made-up documents: the same every time, each its own, in both languages."""

import hashlib
import re
from pathlib import Path

import pytest

from pipeline.bench.corpus import NUMBERS, TONGUES, Draw, Prose, Tongue, generate_documents, generate_text, load_prose
from pipeline.bench.text import make_text

_SLOT = re.compile(r"\{(\w+)\}")


def test_same_documents_every_time(tmp_path: Path) -> None:
    first = generate_documents(tmp_path / "a", 6, 120)
    second = generate_documents(tmp_path / "b", 6, 120)
    assert [path.name for path in first] == [path.name for path in second]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_bytes_do_not_depend_on_python_or_machine() -> None:
    draw = Draw("fr 1")
    assert [draw.number(0, 99) for _ in range(8)] == [85, 29, 30, 97, 71, 0, 14, 37]
    assert Draw("fr 1").number(0, 99) != Draw("fr 2").number(0, 99)


def test_a_larger_corpus_begins_with_the_same_texts(tmp_path: Path) -> None:
    few = [path.read_bytes() for path in generate_documents(tmp_path / "few", 4, 80)]
    many = [path.read_bytes() for path in generate_documents(tmp_path / "many", 8, 80)]
    assert many[:4] == few


def test_every_document_is_its_own(tmp_path: Path) -> None:
    paths = generate_documents(tmp_path, 60, 150)
    assert len({hashlib.sha256(path.read_bytes()).digest() for path in paths}) == 60
    names = [path.name for path in paths]
    assert names[:3] == ["document-0001-fr.txt", "document-0002-en.txt", "document-0003-fr.txt"]
    assert names == sorted(names)
    for wanted in (r"\b(?:19|20)\d\d\b", r"[€£$]|euros|dollars", r"\b(?:M\.|Mr|Mme|Mrs|Dr)\s\w"):
        assert sum(bool(re.search(wanted, path.read_text(encoding="utf-8"))) for path in paths) >= 50


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("words", [40, 250, 1000])
def test_documents_have_about_the_words_asked_for(tongue: Tongue, words: int) -> None:
    lengths = [len(generate_text(number, words, tongue).split()) for number in range(1, 11)]
    assert all(words <= length <= words + 150 for length in lengths)


@pytest.mark.parametrize("tongue", TONGUES)
def test_no_slot_is_left_and_sentences_begin_with_capitals(tongue: Tongue) -> None:
    for number in range(1, 40):
        text = generate_text(number, 400, tongue)
        assert not re.search(r"[{}]", text)
        for part in text.strip().split("\n\n"):
            assert part == part.strip()
            assert not part[0].islower()


@pytest.mark.parametrize("tongue", TONGUES)
def test_every_slot_is_known_and_used(tongue: Tongue) -> None:
    prose = load_prose(tongue)
    known = {*prose.slots, *prose.facts, *NUMBERS} | set(prose.partners[0])
    asked = {slot for phrase in _phrases(prose) for slot in _SLOT.findall(phrase)}
    assert asked <= known
    assert set(prose.slots) <= asked
    assert all(partner.keys() == prose.partners[0].keys() for partner in prose.partners)


def test_both_languages_have_the_same_keys() -> None:
    french, english = load_prose("fr"), load_prose("en")
    assert french.slots.keys() == english.slots.keys()
    assert french.facts.keys() == english.facts.keys()
    assert french.partners[0].keys() == english.partners[0].keys()
    assert {name: len(sentences) for name, sentences in french.sentences.items()} == {
        name: len(sentences) for name, sentences in english.sentences.items()
    }


@pytest.mark.parametrize("words", [1000, 4000, 20_000])
def test_the_text_of_the_speeds_is_as_long_as_asked(words: int) -> None:
    text = make_text(words)
    assert words <= sum(text.words(tongue) for tongue in TONGUES) <= 1.2 * words
    assert all(1 <= len(text.sample().documents[tongue]) <= 3 for tongue in TONGUES)


def test_passages_have_the_length_asked_for() -> None:
    passages = make_text(2000).passages("en", 700)
    assert {len(passage.text) for passage in passages} == {700} == {p.end - p.start for p in passages}
    assert {passage.language for passage in passages} == {"en"}
    assert passages[0].end == passages[1].start


def _phrases(prose: Prose) -> list[str]:
    lists = [prose.titles, prose.datelines, prose.headings, prose.closings]
    lists += [*prose.facts.values(), *prose.slots.values(), *prose.sentences.values()]
    return [phrase for phrases in lists for phrase in phrases]
