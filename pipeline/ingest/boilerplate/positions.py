"""Which of the lines that the lexicons know go: sure ones anywhere, others around the body or beside their like."""

from collections.abc import Sequence

from pipeline.ingest.blocks.lines import list_marker
from pipeline.ingest.boilerplate.body import Body
from pipeline.ingest.boilerplate.menus import fill_menus

_SURE = frozenset(
    {"share links", "legal notice", "cookie notice", "advertisement", "related links", "comments", "byline", "template"}
)
_PANELS = frozenset({"newsletter", "cookie notice", "comments"})
_SHORT = 120  # characters
_FRAME = frozenset("-–—*#_=<>«»()[]")


def by_position(body: Body) -> list[str | None]:
    """Drop what the lexicon knows: sure reasons anywhere, others around the body or beside their like."""
    contents, found = body.contents, body.found
    reasons: list[str | None] = [None] * len(found)
    for index, reason in enumerate(found):
        if reason is None:
            continue
        outside = index < body.first or index > body.last
        company = any(found[i] for i in (index - 1, index + 1) if 0 <= i < len(found))
        whole = (reason in _SURE and len(contents[index]) > 8) or (reason == "end mark" and is_mark(contents[index]))
        over_list = index + 1 < len(contents) and list_marker(contents[index + 1]) > 0  # `Agenda` over its points
        if (outside and not (over_list and reason == "navigation")) or company or whole:
            reasons[index] = reason
    filled = list(reasons)
    fill_menus(filled, body)
    _keep_title(filled, reasons, contents, body.first)
    return filled


def _keep_title(filled: list[str | None], reasons: Sequence[str | None], contents: Sequence[str], first: int) -> None:
    """Where nothing else is left above the text, the longest of the lines between menus is its title."""
    if all(filled[:first]) and any(reason is None for reason in reasons[:first]):
        names = [index for index in range(first) if reasons[index] is None]
        filled[max(names, key=lambda index: (len(contents[index].split()), index))] = None


def fill_between(found: Sequence[str | None], contents: Sequence[str]) -> list[str | None]:
    """A line between two of a sign-up, a form or a notice is one of theirs: `Every Friday in your inbox.`"""
    filled = list(found)
    for index in range(1, len(found) - 1):
        around = {found[index - 1], found[index + 1]}
        if found[index] is None and around <= {*_PANELS, "form"} and around & _PANELS and len(contents[index]) < _SHORT:
            filled[index] = found[index - 1]
    return filled


def is_mark(content: str) -> bool:
    """`ENDS`, `- Fin -`: set apart from a heading of the same word."""
    return content.isupper() or (content[0] in _FRAME and content[-1] in _FRAME)
