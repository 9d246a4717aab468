"""Passages cut at the lines that end for a reason: rows of a table, items of a list. No name goes over such an end."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from pipeline.records import Passage

_WRAPPED = 60  # characters; a longer line may have been wrapped in the middle of a name
_STARTS = re.compile(r"\s*(?:[-–—•*·]|\(?\d|[A-ZÀ-Þ])")
_GOES_ON = re.compile(r"(?:,|[-–]|\b(?:[a-zà-ÿ]{1,3}|dans|pour|avec|with|from|that)|[dDlL]['’])\s*$")


def rows(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages, those of several rows or items one by one."""
    for passage in passages:
        start = 0
        for at in [*_ends(passage.text), len(passage.text)]:
            piece = passage.text[start:at]
            if piece.strip():
                yield msgspec.structs.replace(passage, start=passage.start + start, end=passage.start + at, text=piece)
            start = at + 1


def _ends(text: str) -> Iterator[int]:
    """Where a line ends that the next does not go on."""
    at = 0
    for line in text.split("\n")[:-1]:
        end = at + len(line)
        following = text[end + 1 : end + 60]
        row = "|" in line
        if row or (len(line) < _WRAPPED and _STARTS.match(following) and not _GOES_ON.search(line)):
            yield end
        at = end + 1
