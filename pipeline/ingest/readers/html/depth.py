"""Pages beyond what parsers take: tags below a depth are taken out, their text stays; tags of endless attributes lose
these.
"""

import re

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"
})  # fmt: skip
# A tag of these ends where the next of its kind begins; pages often leave it open.
_LEFT_OPEN = frozenset({
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup", "html",
    "head", "body"
})  # fmt: skip
_DEEPEST = 150
_LONG, _MOST = 20_000, 2_000  # characters of a tag worth a look, words (attributes, mostly) that one may have


def flatten(markup: str) -> str:
    """The page with no element deeper than a parser can take; most pages come back as they are.

    >>> flatten("<div>" * 300 + "Bonjour" + "</div>" * 300).count("<div>")
    150
    >>> flatten("<p>Bonjour" * 300).count("<p>")
    300
    """
    if markup.count("<") <= _DEEPEST:
        return markup
    pieces: list[str] = []
    depth = deepest = position = 0
    for match in _TAG.finditer(markup):
        closing, name = match[1], match[2].lower()
        if name in _VOID or name in _LEFT_OPEN or match.group().endswith("/>"):
            continue
        depth -= bool(closing)
        if depth >= _DEEPEST:
            pieces += (markup[position : match.start()], " ")
            position = match.end()
        depth = max(0, depth + (not closing))
        deepest = max(deepest, depth)
    return "".join(pieces) + markup[position:] if deepest > _DEEPEST else markup


def trim_tags(markup: str) -> str:
    """The page without the attributes of tags that have thousands: parsers compare each with all before it."""
    return _TAG.sub(_trimmed, markup) if len(markup) > _LONG else markup


def _trimmed(match: re.Match[str]) -> str:
    tag = match.group()
    return f"<{match[1]}{match[2]}>" if len(tag) > _LONG and len(tag.split()) > _MOST else tag
