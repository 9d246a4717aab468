"""Figures that the words on both sides show to be no amount: most years, days and ordinals.

Only a shortcut: the readers of numbers, units and nouns would find nothing there either, at many times the cost.
"""

import re
from collections.abc import Callable, Iterable

from pipeline.extract.amounts.lookback import Heads

_BEHIND = re.compile(
    r"[0-9]{1,4}(?:(?=[.,;:!?)\]»”]{1,2}(?:\s|\Z))|(?P<gap>\s?)(?P<word>(?![½¼¾])[^\W\d_]+)(?![\w'’‐‑-]))"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_DURATION = 3  # digits that a number of days has at most; thousands of hours are counted


class IdleFigures:
    """What shows that figures count nothing.

    Args:
        stop: words that end the search for a noun.
        times: words for times, a number before which is a duration.
        live: phrases that make something of the number before them: units, joiners, modifiers.
        units: those of them that may stand right behind the figures, without a space.
        claimed: whether what stands before a position, a currency or `one in`, makes something of figures there.
    """

    def __init__(
        self,
        stop: Iterable[str],
        times: Iterable[str],
        *,
        live: Iterable[str],
        units: Heads,
        claimed: Callable[[str, int], bool],
    ) -> None:
        firsts = {found[0].lower() for phrase in live if (found := _WORD.match(phrase))}
        self._stop = frozenset(word.lower() for word in stop) - firsts
        self._times, self._units, self._claimed = frozenset(times) - firsts, units, claimed

    def end(self, text: str, position: int) -> int | None:
        """Where the figures at this position end if they are no amount; null when they may be one."""
        found = _BEHIND.match(text, position)
        if found is None or not self._counts_nothing(found):
            return None
        if position and not (text[position - 1].isspace() or text[position - 1] == "("):
            return None
        if self._claimed(text, position):
            return None
        return found.start("gap") if found["word"] else found.end()

    def _counts_nothing(self, found: re.Match[str]) -> bool:
        word, small = found["word"], (found["word"] or "").lower()
        if word is None:
            return True
        if not found["gap"]:  # 1er, 21st
            return not self._units.may_stand(found.string, found.start("word"))
        if word.isupper():
            return False
        digits = found.start("gap") - found.start()
        return small in self._stop or (small in self._times and digits <= _DURATION)
