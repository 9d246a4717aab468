"""Menus and contacts around the body: lines that the lexicons do not know, told by the known ones beside them."""

import re
from itertools import pairwise

from pipeline.ingest.boilerplate.body import Body

_EDGES = ' \t\u00a0\u202f:;.,!?…•·|>»›<«‹→←↑↓▲▼■-–—*+#"“”()[]'
# An address or a telephone number; each begins with a character that few places have.
REACHED = re.compile(r"@(?<=[\w.+-]@)[\w-]{1,60}\.|(?:\+|\(0|0(?<!\w0))[\d\s().-]{7,18}\d|https?://|w(?<!\ww)ww\.")

_BETWEEN = 6  # entries of a menu between two that are known
_CONTACT = 8  # lines under the head of a contact
_ADDRESS = 160  # characters of one of them
_HEADING = 90  # characters of a heading that a menu names
_ENTRY = 40  # characters of an entry of a menu


def plain(content: str, words: int = -1) -> str:
    """A line as lexicons have it: lower case, no signs around it, one blank between words; so many words at most."""
    parts = content.strip(_EDGES).split(None, words)
    if 0 <= words < len(parts):
        parts.pop()
    return " ".join(parts).replace("’", "'").lower()


def fill_menus(reasons: list[str | None], body: Body) -> None:
    """Short lines between two dropped lines outside the body are entries of the same menu."""
    for side in (range(body.first), range(body.last + 1, len(body.units))):
        for before, after in pairwise([i for i in side if reasons[i]]):
            run = range(before + 1, after)
            if len(run) <= _BETWEEN and all(_is_entry(body.contents[i]) for i in run):
                reasons[run.start : run.stop] = ["navigation"] * len(run)


def find_menus(reasons: list[str | None], body: Body) -> None:
    """Rows of short names around the body, beside dropped lines or naming headings of the page."""
    contents = body.contents
    lines: set[str] = set()
    for index in body.outside():
        parts = [part.strip() for part in contents[index].split("|")]
        if reasons[index] or len(parts) < 3 or not all(part and _is_entry(part) for part in parts):
            continue
        lines = lines or {plain(content) for content in contents if len(content) < _HEADING}
        around = [i for i in (index - 1, index + 1) if 0 <= i < len(contents)]
        if any("|" in contents[i] and not reasons[i] for i in around):
            continue  # a table
        if any(reasons[i] for i in around) or 2 * sum(plain(part) in lines for part in parts) >= len(parts):
            reasons[index] = "navigation"


def fill_contacts(reasons: list[str | None], body: Body) -> None:
    """What stands under a contact after the body, to the last line with a telephone number or an address."""
    contents = body.contents
    for index in range(body.last + 1, len(contents)):
        if reasons[index] != "press contact":
            continue
        run = []
        for below in range(index + 1, min(len(contents), index + 1 + _CONTACT)):
            if reasons[below] or len(contents[below]) > _ADDRESS:
                break
            run.append(below)
        reached = [below for below in run if REACHED.search(contents[below])]
        for below in run[: run.index(reached[-1]) + 1] if reached else ():
            reasons[below] = "press contact"


def _is_entry(content: str) -> bool:
    return (
        content.count(" ") < 4
        and len(content) < _ENTRY
        and not any(c.isdigit() for c in content)
        and content[-1] not in ".!?…;,"
    )
