"""Alignments compose, rebuild and look up, over any edits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rebuilding import rebuilt
from time_limit import within

from pipeline.alignment import Alignment, Edit

TEXT = st.text("abc \n-é😀", min_size=1, max_size=40)


@st.composite
def edits_of(draw: st.DrawFn, length: int, step: str) -> list[Edit]:
    """Sorted edits that do not overlap, of a text of this length."""
    places = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    edits: list[Edit] = []
    for start, end in zip(places[::2], places[1::2], strict=False):
        if not edits or start > edits[-1].end:
            edits.append(Edit(start, end, draw(st.text("xyz ", max_size=3)), step))
    return edits


@st.composite
def aligned(draw: st.DrawFn) -> tuple[str, str, Alignment]:
    """A source, the text that up to three rounds of edits made of it, and the alignment."""
    source = text = draw(TEXT)
    align = Alignment.identity(len(source))
    for number in range(draw(st.integers(1, 3))):
        text, align = align.apply(text, draw(edits_of(len(text), f"step {number}")))
    return source, text, align


@given(aligned(), st.data())
def test_rebuild_any_span(made: tuple[str, str, Alignment], data: st.DataObject) -> None:
    source, text, align = made
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert rebuilt(align, source, text, start, end) == text[start:end]


@given(aligned())
def test_copied_segments_are_the_source(made: tuple[str, str, Alignment]) -> None:
    source, text, align = made
    ends = (*align.starts, align.length)[1:]
    for start, end, low, high, step in zip(
        align.starts, ends, align.source_starts, align.source_ends, align.steps, strict=True
    ):
        assert 0 <= low <= high <= len(source)
        if step == 0:
            assert source[low:high] == text[start:end]
    assert align.length == len(text)


@given(aligned())
def test_nothing_is_lost(made: tuple[str, str, Alignment]) -> None:
    source, _, align = made
    covered: set[int] = set()
    for low, high in zip(align.source_starts, align.source_ends, strict=True):
        covered.update(range(low, high))
    for low, high, _ in align.cuts:
        covered.update(range(low, high))
    assert covered == set(range(len(source)))


@given(aligned())
def test_there_and_back(made: tuple[str, str, Alignment]) -> None:
    _, text, align = made
    for position in range(len(text)):
        for low, high in align.source_spans(position, position + 1):
            found = align.cleaned_span(low, high)
            assert found is not None
            assert found[0] <= position < found[1]


@given(TEXT, st.data())
def test_select_in_another_order(source: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(source)))
    text, align = Alignment.identity(len(source)).select(source, [(cut, len(source)), (0, cut)], "moved")
    assert text == source[cut:] + source[:cut]
    assert rebuilt(align, source, text, 0, len(text)) == text
    assert align.cuts == ()


def test_edits_must_be_sorted_and_apart() -> None:
    with pytest.raises(ValueError, match="after"):
        Alignment.identity(5).apply("abcde", [Edit(2, 4, "", "x"), Edit(3, 5, "", "x")])
    with pytest.raises(ValueError, match="text of 5"):
        Alignment.identity(5).apply("abcde", [Edit(2, 9, "", "x")])


def test_steps_are_named() -> None:
    text, align = Alignment.identity(13).apply("the trea-\nty.", [Edit(8, 10, "", "hyphen joined")])
    assert text == "the treaty."
    assert [(low, high, align.names[step]) for low, high, step in align.cuts] == [(8, 10, "hyphen joined")]


@given(aligned(), st.data())
def test_every_change_names_its_step(made: tuple[str, str, Alignment], data: st.DataObject) -> None:
    source, _, align = made
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    written = {
        (low, high, align.names[step])
        for low, high, step in zip(align.source_starts, align.source_ends, align.steps, strict=True)
        if step
    }
    cut = {(low, high, align.names[step]) for low, high, step in align.cuts}
    changes = align.changes(start, end)
    assert changes == sorted(changes)
    assert set(map(tuple, changes)) <= written | cut
    touched = {(low, high) for low, high, _ in written | cut if low < end and high > start}
    assert touched <= {(change.start, change.end) for change in changes}


@given(TEXT, st.data())
def test_two_steps_lead_where_one_after_the_other_does(source: str, data: st.DataObject) -> None:
    middle, first = Alignment.identity(len(source)).apply(source, data.draw(edits_of(len(source), "first")))
    edits = data.draw(edits_of(len(middle), "second"))
    text, second = Alignment.identity(len(middle)).apply(middle, edits)
    again, both = first.apply(middle, edits)
    assert again == text
    for position in range(len(text)):
        ((low, high, step),) = second.segments(position, position + 1)
        if step == 0:
            assert both.segments(position, position + 1) == first.segments(low, high)


def test_look_ups_of_a_long_text_are_quick_both_ways() -> None:
    source = "ab-\ncd " * 60_000
    edits = [Edit(place, place + 2, "", "hyphen joined") for place in range(2, len(source), 7)]
    text, align = Alignment.identity(len(source)).apply(source, edits)
    with within(2):  # a scan of all segments at each place takes minutes
        for place in range(0, len(text), 97):
            ((low, high),) = align.source_spans(place, place + 1)
            assert align.cleaned_span(low, high) == (place, place + 1)
            assert len(align.changes(low, low + 7)) <= 2
