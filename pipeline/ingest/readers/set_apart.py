"""Text that a file shows but that is no part of its sentences: the marks that call notes, words that are struck.

It stays in the source text; edits take it out of the cleaned one. While a reader collects text, noncharacters stand
around it: they are for use inside a program, and texts have none.
"""

import re
from typing import NamedTuple

from pipeline.alignment import Edit


class Signs(NamedTuple):
    """What stands around text of a sort, and the step that takes it out."""

    start: str
    end: str
    step: str


NOTE = Signs("\ufdd0", "\ufdd1", "note mark removed")
STRUCK = Signs("\ufdd2", "\ufdd3", "struck text removed")
_STEPS = {signs.start: signs.step for signs in (NOTE, STRUCK)}
_ANY = re.compile("[\ufdd0-\ufdd3]")
_APART = re.compile("|".join(rf" ?{start}[^{end}]*{end}" for start, end, _ in (NOTE, STRUCK)))


def plain(text: str) -> str:
    """A text as it is, without the signs."""
    return _ANY.sub("", text)


def set_apart(text: str, signs: Signs) -> str:
    """The text between its signs."""
    return f"{signs.start}{plain(text)}{signs.end}"


def take_apart(text: str, position: int) -> tuple[str, list[Edit]]:
    """The text without signs, for `position` of a source text, and the edits that take out what stood in them.

    >>> take_apart(f"They met {set_apart('[1]', NOTE)}.", 100)
    ('They met [1].', [Edit(start=108, end=112, replacement='', step='note mark removed')])
    """
    pieces: list[str] = []
    edits: list[Edit] = []
    last = 0
    for match in _APART.finditer(text):
        pieces += (plain(text[last : match.start()]), plain(match[0]))
        start = position + len(pieces[-2])
        position = start + len(pieces[-1])
        edits.append(Edit(start, position, "", _STEPS[match[0].lstrip(" ")[0]]))
        last = match.end()
    return "".join([*pieces, plain(text[last:])]), edits
