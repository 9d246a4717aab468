"""What joins items, and the items that are joined: `and`, `to`, a comma, a dash, a slash."""

from dataclasses import dataclass
from typing import NamedTuple

from pipeline.dates.lexicon.classes import compile_rule
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.item import Item

_JOIN = compile_rule(
    "(comma? and | comma | dash | slash | (open [^()]{1,4} close)? (to | bound))"
    "(?P<SEPARATE>det | (prep | of | between | to) det?)?"
)


@dataclass(slots=True)
class Group:
    """Items and the joints between them: `joints[i]` stands between item i and i + 1."""

    items: list[Item]
    joints: list["Joint"]
    end: int


class Joint(NamedTuple):
    """`sign` is one of and, comma, dash, slash, to; `separate` when the next item has its own determiner."""

    sign: str
    separate: bool


def read_joint(tokens: Tokens, index: int) -> tuple[Joint, int] | None:
    """The joint at a token, and the index of the token after it, or None."""
    match = _JOIN.match(tokens.kinds, index)
    if not match:
        return None
    first = match.start()
    if tokens.kinds[first] == "(":  # du 7 avril (inclus) au 17 avril
        first = tokens.kinds.index(")", first) + 1
    kind = tokens.kinds[first]
    if kind == "b":
        if not tokens.entries[first].number:
            return None
        kind = "t"
    if kind == "," and tokens.kind(match.start() + 1) == "e":
        kind = "e"
    sign = {"e": "and", ",": "comma", "-": "dash", "/": "slash", "t": "to"}[kind]
    return Joint(sign, match["SEPARATE"] is not None), match.end()
