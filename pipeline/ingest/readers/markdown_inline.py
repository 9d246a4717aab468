"""The signs inside Markdown text: links, emphasis, code, tags, escapes. Every pattern is bounded: linear time."""

import re
from html import unescape

from pipeline.alignment import Edit

_SIGNS = re.compile(
    r"(?P<image>!\[[^\]\n]{0,300}\]\([^()\n]{0,500}\))"
    r"|\[(?!\^)(?P<link>[^\[\]]{1,500})(?P<target>\]\([^()\n]{0,500}(?:\([^()\n]{0,100}\)[^()\n]{0,300})?\)|\]\[[^\]\n]{0,80}\])"
    r"|(?P<note>\[\^[^\]\s]{1,40}\])"
    r"|<(?P<auto>https?://[^<>\s]{1,500}|[^<>\s@]{1,80}@[^<>\s@]{1,80})>"
    r"|(?P<tag><!--.{0,2000}?-->|</?[a-zA-Z][^<>]{0,300}>)"
    r"|(?P<code>`{1,2})(?P<inner>[^`\n]{1,300})(?P=code)"
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<broken>\\(?=\r?\n))"
    r"|(?P<emphasis>\*{1,3}|_{1,3}|~~)",
    re.S,
)
_BREAK = re.compile(r"</?(?:br|p|div|td|th|li)\b", re.I)
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)")


def find_markup(text: str, start: int, end: int, step: str) -> list[Edit]:
    """The edits that take inline signs out of `text[start:end]`, sorted.

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
        elif kind in {"image", "note", "tag"}:
            edits.append(Edit(low, high, " " if _BREAK.match(match.group()) else "", step))
        elif kind == "entity":
            character = unescape(match.group())
            edits += [Edit(low, high, character, step)] if character != match.group() else []
        elif kind in {"escaped", "broken"}:
            edits.append(Edit(low, low + 1, "", step))
        elif kind == "emphasis":
            edits += (Edit(a, b, "", step) for a, b in _pair(text, match, opened, start, end))
    return sorted(edits)


def _pair(
    text: str, match: re.Match[str], opened: list[tuple[str, int, int]], start: int, end: int
) -> list[tuple[int, int]]:
    """The two signs of an emphasis, when this one closes it; one that may open is remembered."""
    low, high = match.span()
    sign = match.group()
    before = text[low - 1] if low > start else " "
    after = text[high] if high < end else " "
    inside_word = sign[0] == "_" and before.isalnum() and after.isalnum()
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
