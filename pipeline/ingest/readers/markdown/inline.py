"""The signs inside Markdown text: links, emphasis, code, tags, escapes. Every pattern is bounded: linear time."""

import re
from collections.abc import Iterator
from html import unescape

from pipeline.alignment import Edit
from pipeline.ingest.readers.set_apart import STRUCK
from pipeline.ingest.repair.edits import merge_edits

_SIGNS = re.compile(
    r"(?P<image>\[!\[[^\]\n]{0,300}\]\([^()\n]{0,500}\)\]\([^()\n]{0,500}\)"  # in a link
    r"|!\[[^\]\n]{0,300}\]\([^()\n]{0,500}\)"
    r"|\[\s{0,3}\]\([^()\n]{0,1500}\))"  # a link on nothing
    r"|\[(?!\^)(?P<link>[^\[\]]{1,500})(?P<target>\]\([^()\n]{0,1500}(?:\([^()\n]{0,100}\)[^()\n]{0,300})?\)|\]\[[^\]\n]{0,80}\])"
    r"|(?P<note> ?\[\^[^\]\s]{1,40}\])"
    r"|\[(?P<label>[^\[\]^\n][^\[\]\n]{0,100})\]"
    r"|(?P<command>\{(?:\{[<%]?|%|:)[^{}\n]{0,300}\}{1,2})"  # to the program that makes the site
    r"|<(?P<auto>https?://[^<>\s]{1,500}|[^<>\s@]{1,80}@[^<>\s@]{1,80})>"
    r"|(?P<tag><!--.{0,2000}?-->|</?[a-zA-Z][^<>]{0,300}>)"
    r"|(?P<code>`{1,2})(?P<inner>[^`\n]{1,300})(?P=code)"
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<broken>\\(?=\r?\n))"
    r"|(?P<emphasis>\*{1,3}|_{1,3}|~~)",
    re.S,
)
_DEFINITION = re.compile(r"^ {0,3}\[([^\[\]^\n][^\[\]\n]{0,100})\]:[ \t]*\S", re.M)
_BREAK = re.compile(r"</?(?:br|p|div|td|th|li)\b", re.I)
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)")


def find_labels(text: str) -> frozenset[str]:
    """The names of the links that a text defines at the foot (`[name]: http://…`)."""
    return frozenset(match[1].casefold() for match in _DEFINITION.finditer(text))


def find_markup(text: str, start: int, end: int, step: str, labels: frozenset[str] = frozenset()) -> list[Edit]:
    """The edits that take inline signs out of `text[start:end]`, sorted. `labels`: of `find_labels`.

    >>> [(e.start, e.end) for e in find_markup("Un **accord** [signé](http://a.fr).", 0, 35, "x")]
    [(3, 5), (11, 13), (14, 15), (20, 34)]
    """
    edits: list[Edit] = []
    opened: list[tuple[str, int, int]] = []
    position = start
    while match := _SIGNS.search(text, position, end):
        kind, position = match.lastgroup or "", match.end()
        low, high = match.span()
        if kind == "target":
            edits += (Edit(low, low + 1, "", step), Edit(match.start("target"), high, "", step))
            edits += (Edit(a, b, "", step) for a, b in _stars(text, low + 1, match.start("target")))
        elif kind in {"auto", "inner"}:
            inner = match.span(kind)
            edits += (Edit(low, inner[0], "", step), Edit(inner[1], high, "", step))
        elif kind == "label":
            if match["label"].casefold() in labels:
                edits += (Edit(low, low + 1, "", step), Edit(high - 1, high, "", step))
        elif kind in {"image", "note", "tag", "command"}:
            edits.append(Edit(low, high, " " if _BREAK.match(match.group()) else "", step))
        elif kind == "entity":
            character = unescape(match.group())
            edits += [Edit(low, high, character, step)] if character != match.group() else []
        elif kind in {"escaped", "broken"}:
            edits.append(Edit(low, low + 1, "", step))
        elif kind == "emphasis":
            edits += (Edit(a, b, "", step) for a, b in _pair(text, match, opened, start, end))
    return merge_edits(list(_struck(text, edits)), sorted(edits))


def _struck(text: str, edits: list[Edit]) -> Iterator[Edit]:
    """The words between two `~~`: they were struck."""
    tildes = sorted(edit for edit in edits if text[edit.start : edit.end] == "~~")
    for opening, closing in zip(tildes[::2], tildes[1::2], strict=False):
        yield Edit(opening.start, closing.end, "", STRUCK.step)


def _pair(
    text: str, match: re.Match[str], opened: list[tuple[str, int, int]], start: int, end: int
) -> list[tuple[int, int]]:
    """The two signs of an emphasis, when this one closes it; one that may open is remembered."""
    low, high = match.span()
    sign = match.group()
    before = text[low - 1] if low > start else " "
    after = text[high] if high < end else " "
    inside_word = before.isalnum() and after.isalnum() and (sign[0] == "_" or (before + after).isdigit())
    if not before.isspace() and not inside_word and opened and opened[-1][0] == sign:
        _, a, b = opened.pop()
        return [(a, b), (low, high)]
    if not after.isspace() and not inside_word:
        del opened[:-8]
        opened.append((sign, low, high))
    return []


def _stars(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Emphasis signs around the words of a link."""
    return [(start + m.start(), start + m.end()) for m in _EMPHASIS.finditer(text[start:end])]
