"""The public document: everything leads back to the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.alignment import Alignment, Edit
from pipeline.emit import public_document
from pipeline.emit.public import split_at_pages
from pipeline.records import (
    Block,
    DateMention,
    DateValue,
    Document,
    DocumentLinks,
    DocumentTopics,
    EntityMention,
    EntityValue,
    Extracted,
    Ingested,
    Metadata,
    Provenance,
    Source,
    SourceSlice,
    SourceText,
    SummarySentence,
    Timex,
    TopicWeight,
)

RAW = "MENU\nLe Kazakh-\nstan et la France, les 5 et6 mai 2014."
TEXT = "Le Kazakhstan et la France, les 5 et 6 mai 2014."
SOURCE = Source(
    path="a.txt", sha256="0", media_type="text/plain", charset="utf-8", bytes=60, pages=None, reader="text 1"
)


def ingested() -> Ingested:
    edits = [Edit(0, 5, "", "boilerplate"), Edit(14, 16, "", "hyphen joined"), Edit(43, 43, " ", "space inserted")]
    text, alignment = Alignment.identity(len(RAW)).apply(RAW, edits)
    assert text == TEXT
    block = Block(start=0, end=len(text), kind="paragraph", language="fr")
    return Ingested(
        id="a.txt",
        source=SOURCE,
        metadata=Metadata(),
        language="fr",
        languages={"fr": 1.0},
        text=text,
        blocks=(block,),
        dropped=(),
        alignment=alignment,
    )


def entity(name: str, identity: str) -> EntityMention:
    start = TEXT.index(name)
    return EntityMention(
        id=identity,
        label="LOCATION",
        start=start,
        end=start + len(name),
        text=name,
        confidence=0.9,
        by="test",
        value=EntityValue(),
    )


def made(page_starts: tuple[int, ...] = ()) -> Document:
    start = TEXT.index("les 5")
    value = DateValue(edtf="2014-05-05/2014-05-06", timex=Timex(type="DATE", value="2014-05-05"))
    date = DateMention(
        id="m3", label="DATE", start=start, end=len(TEXT) - 1, text=TEXT[start:-1], confidence=1, by="test", value=value
    )
    return public_document(
        ingested(),
        SourceText(text=RAW, page_starts=page_starts),
        Extracted(id="a.txt", mentions=(date, entity("France", "m2"), entity("Kazakhstan", "m1"))),
        DocumentLinks(id="a.txt", entities={"m1": "E1", "m3": "E9"}),
        DocumentTopics(
            id="a.txt",
            summary=(SummarySentence(start=0, end=2, text="Le"),),
            topics=(TopicWeight(id="T1", weight=0.5),),
        ),
        provenance=Provenance(pipeline="0", models={}, configuration="c"),
    )


def test_a_word_repaired_across_lines_has_two_slices() -> None:
    kazakhstan = made().mentions[0]
    assert [RAW[s.start : s.end] for s in kazakhstan.source] == ["Kazakh", "stan"]


def test_an_inserted_space_adds_nothing_to_the_source() -> None:
    date = made().mentions[2]
    assert "".join(RAW[s.start : s.end] for s in date.source) == "les 5 et6 mai 2014"


def test_mentions_are_in_order_and_only_names_get_entities() -> None:
    assert [(m.text, m.entity) for m in made().mentions] == [
        ("Kazakhstan", "E1"),
        ("France", None),
        ("les 5 et 6 mai 2014", None),
    ]


def test_a_slice_never_lies_on_two_pages() -> None:
    document = made(page_starts=(0, 18))
    assert [(RAW[s.start : s.end], s.page) for s in document.mentions[0].source] == [
        ("Kazakh", 1),
        ("st", 1),
        ("an", 2),
    ]
    assert [s.page for s in document.blocks[0].source] == [1, 1, 2]


def test_summary_and_topics_are_carried_over() -> None:
    document = made()
    assert (document.summary[0].text, document.topics[0].id) == ("Le", "T1")


@pytest.mark.parametrize(
    ("span", "page_starts", "expected"),
    [
        ((0, 5), (), [(0, 5, None)]),
        ((0, 5), (0,), [(0, 5, 1)]),
        ((4, 6), (0, 5), [(4, 5, 1), (5, 6, 2)]),
        ((0, 9), (0, 3, 3, 6), [(0, 3, 1), (3, 6, 3), (6, 9, 4)]),  # the second page is empty
        ((5, 9), (0, 5), [(5, 9, 2)]),
    ],
)
def test_pages(
    span: tuple[int, int], page_starts: tuple[int, ...], expected: list[tuple[int, int, int | None]]
) -> None:
    assert split_at_pages(*span, page_starts) == [SourceSlice(start=s, end=e, page=p) for s, e, p in expected]


@given(st.integers(0, 99), st.integers(1, 50), st.lists(st.integers(1, 150), max_size=8))
def test_page_slices_cover_the_span_once(start: int, length: int, breaks: list[int]) -> None:
    slices = split_at_pages(start, start + length, (0, *sorted(breaks)))
    assert [i for s in slices for i in range(s.start, s.end)] == list(range(start, start + length))
    assert all(s.page is not None and sum(b <= s.start for b in breaks) + 1 == s.page for s in slices)
