"""Which of the lines that the lexicons know go: sure ones anywhere, others around the body or beside their like."""

from collections.abc import Sequence

from pipeline.ingest.lines import list_marker
from pipeline.ingest.menus import fill_menus

_SURE = frozenset({"share links", "legal notice", "cookie notice"})
_FRAME = frozenset("-–—*#_=<>«»()[]")


def by_position(found: Sequence[str | None], contents: Sequence[str], first: int, last: int) -> list[str | None]:
    """Drop what the lexicon knows: sure reasons anywhere, others around the body or beside their like."""
    reasons: list[str | None] = [None] * len(found)
    for index, reason in enumerate(found):
        if reason is None:
            continue
        outside = index < first or index > last
        company = any(found[i] for i in (index - 1, index + 1) if 0 <= i < len(found))
        whole = (reason in _SURE and len(contents[index]) > 8) or (reason == "end mark" and _is_mark(contents[index]))
        over_list = index + 1 < len(contents) and list_marker(contents[index + 1]) > 0  # `Agenda` over its points
        if (outside and not (over_list and reason == "navigation")) or company or whole:
            reasons[index] = reason
    fill_menus(reasons, contents, first, last)
    return reasons


def _is_mark(content: str) -> bool:
    """`ENDS`, `- Fin -`: set apart from a heading of the same word."""
    return content.isupper() or (content[0] in _FRAME and content[-1] in _FRAME)
