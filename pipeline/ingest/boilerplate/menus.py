"""Menus and contacts around the body: lines that the lexicons do not know, told by the known ones beside them."""

import re
from collections.abc import Sequence
from itertools import pairwise

_EDGES = ' \t\u00a0\u202f:;.,!?…•·|>»›<«‹→←↑↓▲▼■-–—*+#"“”()[]'
# An address or a telephone number; each begins with a character that few places have.
REACHED = re.compile(r"@(?<=[\w.+-]@)[\w-]{1,60}\.|(?:\+|\(0|0(?<!\w0))[\d\s().-]{7,18}\d|https?://|w(?<!\ww)ww\.")


def plain(content: str, words: int = -1) -> str:
    """A line as lexicons have it: lower case, no signs around it, one blank between words; so many words at most."""
    parts = content.strip(_EDGES).split(None, words)
    if 0 <= words < len(parts):
        parts.pop()
    return " ".join(parts).replace("’", "'").lower()


def fill_menus(reasons: list[str | None], contents: Sequence[str], first: int, last: int) -> None:
    """Short lines between two dropped lines outside the body are entries of the same menu."""
    for low, high in ((0, first), (last + 1, len(contents))):
        known = [i for i in range(low, min(high, len(contents))) if reasons[i]]
        for before, after in pairwise(known):
            run = range(before + 1, after)
            if len(run) <= 6 and all(_is_entry(contents[i]) for i in run):
                for i in run:
                    reasons[i] = "navigation"


def find_menus(reasons: list[str | None], contents: Sequence[str], first: int, last: int) -> None:
    """Rows of short names around the body, beside dropped lines or naming headings of the page."""
    lines: set[str] = set()
    for index in (*range(first), *range(last + 1, len(contents))):
        parts = [part.strip() for part in contents[index].split("|")]
        if reasons[index] or len(parts) < 3 or not all(part and _is_entry(part) for part in parts):
            continue
        lines = lines or {plain(content) for content in contents if len(content) < 90}
        around = [i for i in (index - 1, index + 1) if 0 <= i < len(contents)]
        if any("|" in contents[i] and not reasons[i] for i in around):
            continue  # a table
        if any(reasons[i] for i in around) or 2 * sum(plain(part) in lines for part in parts) >= len(parts):
            reasons[index] = "navigation"


def fill_contacts(reasons: list[str | None], contents: Sequence[str], last: int) -> None:
    """What stands under a contact after the body, to the last line with a telephone number or an address."""
    for index in range(last + 1, len(contents)):
        if reasons[index] != "press contact":
            continue
        run = []
        for below in range(index + 1, min(len(contents), index + 9)):
            if reasons[below] or len(contents[below]) > 160:
                break
            run.append(below)
        reached = [below for below in run if REACHED.search(contents[below])]
        for below in run[: run.index(reached[-1]) + 1] if reached else ():
            reasons[below] = "press contact"


def _is_entry(content: str) -> bool:
    return (
        content.count(" ") < 4
        and len(content) < 40
        and not any(c.isdigit() for c in content)
        and content[-1] not in ".!?…;,"
    )
