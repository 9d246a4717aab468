"""Marked text: what is shown is the text, marks nest, nothing of a document is markup."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.records import DateMention, DateValue, EntityMention, EntityValue, Mention, Timex
from pipeline.report.highlight import highlight
from pipeline.report.utf16 import Utf16


def name(start: int, end: int, identity: str = "n") -> EntityMention:
    return EntityMention(
        id=identity, label="EVENT", start=start, end=end, text="", confidence=0.5, by="test", value=EntityValue()
    )


def date(start: int, end: int, identity: str = "d") -> DateMention:
    value = DateValue(edtf="2017", timex=Timex(type="DATE", value="2017"))
    return DateMention(id=identity, label="DATE", start=start, end=end, text="", confidence=0.5, by="test", value=value)


def tip(mention: Mention) -> str:
    return f'"{mention.id}"'


def marked(text: str, *mentions: Mention) -> str:
    return shape(highlight(text, 0, len(text), mentions, tip))


def shape(html: str) -> str:
    """`<mark id="m-d" class="date" …>` becomes `[d`; a mark without id `[`; the end `]`."""
    return unescape(
        re.sub(r'<mark(?: id="m-(\w+)")? [^>]*>', lambda m: f"[{m[1] or ''}|", html).replace("</mark>", "]")
    )


@pytest.mark.parametrize(
    ("text", "mentions", "expected"),
    [
        ("à Astana 2017.", (name(2, 13), date(9, 13)), "à [n|Astana [d|2017]]."),
        ("2017 Expo", (date(0, 4), name(0, 9)), "[n|[d|2017] Expo]"),
        ("in 2017 and 2018", (date(3, 7), date(12, 16, "e")), "in [d|2017] and [e|2018]"),
        ("2017", (date(0, 4), name(0, 4)), "[d|[n|2017]]"),
        ("abcdef", (name(0, 4), date(2, 6)), "[n|ab[d|cd]][|ef]"),
        ("nothing", (), "nothing"),
        ("empty", (date(2, 2),), "empty"),
        ("beyond", (date(3, 99),), "bey[d|ond]"),
    ],
)
def test_marks(text: str, mentions: tuple[Mention, ...], expected: str) -> None:
    assert marked(text, *mentions) == expected


def test_only_mentions_that_begin_in_the_stretch() -> None:
    html = highlight("one 2017 two 2018", 4, 12, (name(0, 5), date(4, 8), date(13, 17, "e")), tip)
    assert shape(html) == "[d|2017] two"


def test_text_and_tips_are_never_markup() -> None:
    html = highlight('<b>&"\r\0', 0, 7, (name(0, 3, '"><script>'),), tip)
    assert "<b>" not in html
    assert "<script" not in html
    assert html.endswith("&amp;&#34;&#13;\N{REPLACEMENT CHARACTER}")


class Reader(HTMLParser):
    """Checks that marks nest and collects the text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.depth, self.ids = "", 0, set[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "mark"
        self.depth += 1
        self.ids |= {value for key, value in attrs if key == "id" and value}

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1
        assert self.depth >= 0

    def handle_data(self, data: str) -> None:
        self.text += data


SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=5)


@given(st.text(alphabet="ab<&é𝔸 ", min_size=12, max_size=12), SPANS, SPANS)
def test_any_mentions_leave_the_text_as_it_is(
    text: str, names: list[tuple[int, int]], dates: list[tuple[int, int]]
) -> None:
    mentions: list[Mention] = [name(min(s), max(s), f"n{i}") for i, s in enumerate(names)]
    mentions += [date(min(s), max(s), f"d{i}") for i, s in enumerate(dates)]
    reader = Reader()
    reader.feed(str(highlight(text, 0, len(text), mentions, tip)))
    reader.close()
    assert (reader.text, reader.depth) == (text, 0)
    assert reader.ids == {f"m-{m.id}" for m in mentions if m.start < m.end}


@given(st.text(alphabet="aé𝔸🕊", max_size=20), st.integers(0, 20))
def test_utf16_counts_as_browsers_do(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    assert Utf16(text)(offset) == len(text[:offset].encode("utf-16-le")) // 2
