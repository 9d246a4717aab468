"""Running heads, feet and page numbers of texts that were saved page by page."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.ingest.blocks.lines import ends_hyphen, ends_sentence
from pipeline.ingest.blocks.units import Unit

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONG = 90  # characters that a head stays below
_SENTENCE = 40  # characters of a line that may be a sentence cut by the end of the page
_RUNNING = 160  # characters of running text
_PARTING = " |·•/–—-"
_EDGE = re.compile(r"\A(\d{1,3})\s*([|·•/–—-])?(?=\s)|([|·•/–—-])?\s*(?<!\d)(\d{1,3})\Z")


def find_heads(text: str, units: Sequence[Unit], contents: Sequence[str], pages: frozenset[int]) -> frozenset[int]:
    """Short lines that come back, but for their numbers, and show that pages end there.

    A line shows it where it cuts a sentence, stands at a form feed or beside a page number, or says `page 3`. Lines
    that come back in their right places (`Question`, `Article 2`) are headings and stay. So does the first of its kind
    when no other line could be the title.

    Args:
        text: what the units' lines are places of.
        units: the units in the order of the text.
        contents: what each of them says.
        pages: the units that hold a page number, alone or with more.
    """
    shapes: dict[str, list[int]] = {}
    for index, (content, unit) in enumerate(zip(contents, units, strict=True)):
        if unit.kind is None and 3 < len(content) < _LONG and content[-1] not in ".!?…;:," and _WORD.search(content):
            shapes.setdefault(" ".join(_DIGITS.sub(" ", content).split()).strip(_PARTING), []).append(index)
    heads: set[int] = set()
    for places in shapes.values():
        apart = len(places) > 1 and all(b - a >= 3 for a, b in pairwise(places))
        if (apart and _is_head(text, units, contents, places, pages)) or _is_paged(contents, places):
            heads.update(places if places[0] > 2 or _has_title(contents, places[0]) else places[1:])
    return frozenset(heads)


def _is_head(
    text: str, units: Sequence[Unit], contents: Sequence[str], places: Sequence[int], pages: frozenset[int]
) -> bool:
    if any(place in pages or _cuts(contents, place) or _at_feed(text, units, place) for place in places):
        return True
    beside = [place for place in places if {place - 1, place + 1} & pages]
    repeated = len({contents[place] for place in places}) == 1
    first = places[0] <= 2 and len(places) > 2 and repeated and contents[places[0]].count(" ") > 1
    return len(beside) > 1 or first


def _is_paged(contents: Sequence[str], places: Sequence[int]) -> bool:
    """Whether lines of two words and more count pages: `4 | Annual report` and `Annual report | 5`."""
    edges = [(place, match) for place in places if (match := _EDGE.search(contents[place]))]
    numbers = [int(match[1] or match[4]) for _, match in edges]
    if len(numbers) < 2 or any(b <= a for a, b in pairwise(numbers)) or any(b - a < 2 for a, b in pairwise(places)):
        return False
    if len(_WORD.findall(contents[places[0]])) < 2:
        return False  # `Article 2`
    parted = all(match[2] or match[3] for _, match in edges)
    name = _DIGITS.sub("", contents[places[0]]).strip(_PARTING)
    return parted or len(edges) < len(places) or any(content.startswith(name) for content in contents[:3])


def _cuts(contents: Sequence[str], place: int) -> bool:
    """Whether a sentence stops above the line and goes on below it."""
    if not 0 < place < len(contents) - 1:
        return False
    above, below = contents[place - 1], contents[place + 1]
    return len(above) > _SENTENCE and below[0].islower() and (ends_hyphen(above) or not ends_sentence(above))


def _at_feed(text: str, units: Sequence[Unit], place: int) -> bool:
    """Whether a page ends right above or below the line."""
    start, end = units[place].lines[0][0], units[place].lines[-1][1]
    before = units[place - 1].lines[-1][1] if place else 0
    after = units[place + 1].lines[0][0] if place + 1 < len(units) else len(text)
    return "\f" in text[before:start] or "\f" in text[end:after]


def _has_title(contents: Sequence[str], first: int) -> bool:
    """Whether another short line that may be the title stands between a line and the first long one."""
    for content in contents[first + 1 : first + 6]:
        if len(content) > _RUNNING or content[-1] in ".;":
            return False
        if len(content) > 9 and content[-1] not in ":," and _WORD.search(content):
            return True
    return False


def find_bare_numbers(units: Sequence[Unit], contents: Sequence[str]) -> frozenset[int]:
    """Numbers alone on their line that count up by one, two at least: page numbers."""
    places = [i for i, c in enumerate(contents) if len(c) < 4 and c.isdecimal() and units[i].kind is None]
    steps = [(a, b) for a, b in pairwise(places) if int(contents[b]) == int(contents[a]) + 1 and b - a > 1]
    return frozenset(place for step in steps for place in step)
