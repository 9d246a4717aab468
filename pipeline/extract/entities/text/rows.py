"""Passages cut at the lines that end for a reason: rows of a table, items of a list. No name goes over such an end."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import msgspec

from pipeline.records import Passage

_WRAPPED = 60  # characters; a longer line may have been wrapped in the middle of a name
_STARTS = re.compile(r"\s*(?:[-–—•*·]|\(?\d|[A-ZÀ-Þ])")
_OPENING = re.compile(r"\s*([A-ZÀ-Þ][a-zà-ÿ]*\.?)(?!\w)")
_GOES_ON = re.compile(r"(?:,|[-–]|\b(?:[a-zà-ÿ]{1,3}|dans|pour|avec|with|from|that)|[dDlL]['’])\s*$")


def rows(passages: Sequence[Passage], opens: Callable[[Passage, str], bool]) -> Iterator[Passage]:
    """The passages, those of several rows or items one by one.

    `opens`: whether a lower-case word is one that has a capital only where something begins: `For`, `Pour`, `Mme`.
    """
    for passage in passages:
        start = 0
        for at in [*_ends(passage, opens), len(passage.text)]:
            piece = passage.text[start:at]
            if piece.strip():
                yield msgspec.structs.replace(passage, start=passage.start + start, end=passage.start + at, text=piece)
            start = at + 1


def _ends(passage: Passage, opens: Callable[[Passage, str], bool]) -> Iterator[int]:
    """Where a line ends that the next does not go on."""
    lines = passage.text.split("\n")
    width = max(map(len, lines))
    at = 0
    for line, following in pairwise(lines):
        end = at + len(line)
        if "|" in line or (_STARTS.match(following) and not _GOES_ON.search(line)):
            word = following.split(None, 1)[0]
            fits = len(line) + 1 + len(word) <= width  # no wrapped line leaves room for the next word
            opening = _OPENING.match(following)
            if "|" in line or len(line) < _WRAPPED or fits or (opening and opens(passage, opening[1].lower())):
                yield end
        at = end + 1
