"""The numbers that a browser sets before the items of a list."""

import re
from typing import Any

from pipeline.ingest.readers.list_numbers import format_number

_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_PLAIN = re.compile(
    r"(?:^|\s)(?:list-)?(?:unstyled|inline|plain|none|no-?bullets?|references|footnotes?)(?=\s|$)", re.I
)
_NO_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]{0,40}none", re.I)
_INTEGER = re.compile(r"\s*(-?\d{1,6})\s*\Z")


class Counter:
    """Counts the items of one `ol`."""

    def __init__(self, element: Any) -> None:
        self._shown = not (
            _PLAIN.search((element.get("class") or "")[:300]) or _NO_STYLE.search((element.get("style") or "")[:300])
        )
        self._form = _FORMS.get(element.get("type") or "", "decimal")
        self._step = -1 if element.get("reversed") is not None else 1
        items = sum(child.tag == "li" for child in element) if self._step < 0 else 1
        self._next = _whole(element.get("start"), items)

    def count(self, item: Any) -> str:
        """The number of the next item as the browser writes it; empty where the list shows none."""
        number = _whole(item.get("value"), self._next)
        self._next = number + self._step
        return f"{format_number(number, self._form)}." if self._shown else ""


def _whole(text: str | None, otherwise: int) -> int:
    match = _INTEGER.match(text or "")
    return int(match[1]) if match else otherwise
