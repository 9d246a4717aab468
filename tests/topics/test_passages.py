"""Passages: all sentences once, in order, of 60 to 250 words where the text allows it."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from topic_documents import LEXICONS, make

from pipeline.topics.passages import LONGEST, SHORTEST, cut_passages, read_sections


def line(words: int) -> str:
    return " ".join(["Mot", *["mot"] * (words - 2), "mot."]) if words > 1 else "Mot."


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.integers(1, 120), min_size=1, max_size=12), min_size=1, max_size=10))
def test_passages_partition_a_section(sizes: list[list[int]]) -> None:
    blocks = [" ".join(line(size) for size in block) for block in sizes]
    (section,) = read_sections(make("a.txt", blocks)[0], LEXICONS)
    passages = cut_passages(section)
    assert [s for passage in passages for s in passage] == [s for block in section.blocks for s in block]
    lengths = [sum(sentence.words for sentence in passage) for passage in passages]
    assert all(length <= LONGEST for length in lengths)
    if len(lengths) > 1:
        assert lengths[-1] >= SHORTEST or lengths[-2] + lengths[-1] > LONGEST
        assert all(one >= SHORTEST or one + other > LONGEST for one, other in pairwise(lengths))


def test_headings_and_languages_part_sections() -> None:
    blocks = ["Énergie", line(80), "Culture", line(70), "The text goes on in English."]
    kinds = ["heading", "paragraph", "heading", "paragraph", "paragraph"]
    document = make("a.txt", blocks, kinds=kinds, languages=["fr", "fr", "fr", "fr", "en"])[0]
    sections = read_sections(document, LEXICONS)
    assert [section.tongue for section in sections] == ["fr", "fr", "en"]
    headings = [document.text[s.heading.start : s.heading.end] if s.heading else None for s in sections]
    assert headings == ["Énergie", "Culture", None]


def test_neighbouring_short_blocks_make_one_passage() -> None:
    (section,) = read_sections(make("a.txt", [line(30)] * 8)[0], LEXICONS)
    assert [sum(s.words for s in passage) for passage in cut_passages(section)] == [120, 120]
