"""Pages nested deeper than any parser goes: the tags below a depth are taken out, their text stays."""

import re

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"
})  # fmt: skip
_DEEPEST = 150


def flatten(markup: str) -> str:
    """The page with no element deeper than a parser can take; most pages come back as they are.

    >>> flatten("<div>" * 300 + "Bonjour" + "</div>" * 300).count("<div>")
    150
    """
    if markup.count("<") <= _DEEPEST:
        return markup
    pieces: list[str] = []
    depth = deepest = position = 0
    for match in _TAG.finditer(markup):
        closing, name = match[1], match[2].lower()
        if name in _VOID or match.group().endswith("/>"):
            continue
        depth -= bool(closing)
        if depth >= _DEEPEST:
            pieces += (markup[position : match.start()], " ")
            position = match.end()
        depth = max(0, depth + (not closing))
        deepest = max(deepest, depth)
    return "".join(pieces) + markup[position:] if deepest > _DEEPEST else markup
