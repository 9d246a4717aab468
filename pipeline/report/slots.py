"""Sentences with slots, `this is {what}: {remedy}`, and what stands in the slots of a text made by one."""

import re
from functools import cache

_SLOT = re.compile(r"\{(\w+)\}")


def slots(template: str, text: str) -> dict[str, str] | None:
    """What stands in the braces of a template where the text is made by it; None where it is not.

    Each slot ends where the words after it first come, so this takes linear time whatever the text.

    >>> slots("this is {what}: {remedy}", "this is an RTF file: save it as .docx")
    {'what': 'an RTF file', 'remedy': 'save it as .docx'}
    >>> slots("the file is {what}", "the PDF is damaged") is None
    True
    """
    first, *rest = _pieces(template)
    if not text.startswith(first):
        return None
    found, position = {}, len(first)
    for number in range(0, len(rest), 2):
        name, after = rest[number], rest[number + 1]
        last = number + 2 == len(rest)
        end = len(text) - len(after) if last else text.find(after, position)
        if end <= position or not text.startswith(after, end):
            return None
        found[name], position = text[position:end], end + len(after)
    return found if position == len(text) else None


def own_words(template: str) -> int:
    """How many characters of a template are its own: of two that fit a text, the one with more says it better."""
    return sum(map(len, _pieces(template)[::2]))


@cache
def _pieces(template: str) -> tuple[str, ...]:
    """The words of a template and the names of its slots, in turn."""
    return tuple(_SLOT.split(template))
