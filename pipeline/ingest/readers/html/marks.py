"""Small raised text of a web page: marks that call notes, powers, raised units, or only letters (`1er`)."""

import re
from itertools import islice
from typing import Any

from pipeline.ingest.raised import calls_note

_MARK = re.compile(r"\s*[\[(]?\s*(?:\d{1,3}|[*†‡§]{1,3}|[a-z]|[ivx]{1,5})\s*[\])]?\s*\Z", re.I)
_BRACKETED = re.compile(r"\s*(?:\[\s*[\w*†‡]{1,6}\s*\]|\(\d{1,3}\))\s*\Z")
_BACK = re.compile(r"\s*(?:[↩↑⤴⏎]\ufe0e?|\^)\s*\Z")
_SIGN = re.compile(r"\s*[*†‡§]{1,3}\s*\Z")
_DIGITS = re.compile(r"\s*[-−]?\d{1,3}\s*\Z")


def called(element: Any) -> str:
    """The id of the place on the page that an element, or the link in or around it, leads to; empty for none."""
    around = element.getparent()
    near = [element, *islice(element.iter("a"), 2), *([] if around is None or around.tag != "a" else [around])]
    links = (link.get("href") or "" for link in near)
    return next((link.partition("#")[2] for link in links if "#" in link[:300]), "")


def is_mark(element: Any, before: str) -> bool:
    """Whether a `sup` or a link is the mark of a note, or leads back from one; `before`: its line so far."""
    content = _content(element)
    if element.tag != "sup":
        return bool(called(element)) and (_BRACKETED.match(content) or _BACK.match(content)) is not None
    if called(element) or _BRACKETED.match(content) or _SIGN.match(content):
        return _MARK.match(content) is not None
    if not content.strip().isdecimal() or (element.tail or "").lstrip().startswith(("/", "⁄")):
        return False
    return not before.strip() or calls_note(before, content.strip())


def is_power(element: Any) -> bool:
    """Whether the text of a `sup` is a number."""
    return _DIGITS.match(_content(element)) is not None


def _content(element: Any) -> str:
    return "".join(piece[:40] for piece in islice(element.itertext(), 8))[:40]
