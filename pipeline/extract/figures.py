"""Numbers in figures: which marks group digits and which begin the decimals, by language and form.

>>> FigureReader(",", ".", small_groups=False).value("364.731")
Decimal('364731')
>>> FigureReader(".", ",", small_groups=True).value("1,234.5")
Decimal('1234.5')
"""

import re
from decimal import Decimal
from typing import NamedTuple

# A run of figures with the marks inside it. The number of its parts is bounded, so that reading a text stays linear.
_RUN = re.compile(r"[0-9]+(?:[.,·'’][0-9]+|\s[0-9]{3}(?![0-9])){0,8}")
_SMALL_GROUPS = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")
_POWER = re.compile(r"\s?[×x·*]\s?10(?:\^)?((?<=\^)[-−]?[0-9]{1,2}|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}|[-−][0-9]{1,2})(?![0-9.,])")
_POWER_AT = 5  # characters to the end of ten
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
_LONGEST = 24
_VULGAR = re.compile(r"[\s-]?([1357])/([248])(?![0-9/.])")
_DASH = re.compile(r"\.[-–—]{1,2}(?=[\s,;:.)]|\Z)")  # no hundredths, as the Swiss write: 1'000.-
_BEFORE_MARK = frozenset("($€£<>~≈")
_FRACTION = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


class Figures(NamedTuple):
    """A run of figures: where it ends, and its value (null when it is no number: dates, versions, telephones).

    `grouped`: what it would be if its decimal mark parted groups of three (`96,000` in French).
    """

    end: int
    value: Decimal | None
    grouped: Decimal | None = None


class FigureReader:
    """Reads figures in the way of one language.

    Args:
        decimal: the mark before decimals.
        group: the mark between groups of three digits; white space and apostrophes are understood everywhere.
        small_groups: whether 12,50,000 is a number.
    """

    def __init__(self, decimal: str, group: str, *, small_groups: bool) -> None:
        self._decimal, self._group, self._small_groups = decimal, group, small_groups

    def read(self, text: str, position: int) -> Figures:
        """The figures at this position, where a digit or a fraction sign stands."""
        if text[position] in _FRACTION:
            return Figures(position + 1, _FRACTION[text[position]])
        run = _RUN.match(text, position)
        if run is None:
            raise ValueError(f"no digit at {position}")
        if "/" in text[run.end() : run.end() + 3] and (share := _vulgar(text, position, run.end())):
            return share
        end, value = run.end(), self.value(run[0])
        if value is not None and self.begins(text, position) < position:
            return Figures(end, Decimal(f"0.{run[0]}") if run[0].isdigit() else None)
        if value is None and (space := re.search(r"\s", run[0])):
            end, value = position + space.start(), self.value(run[0][: space.start()])
        if end + 1 < len(text) and text[end] in ".,:/’'·" and text[end + 1].isdigit():
            return Figures(end, None)
        if value is not None and "10" in text[end : end + _POWER_AT] and (power := _POWER.match(text, end)):
            return Figures(power.end(), value * Decimal(10) ** int(power[1].translate(_RAISED)))
        if value is not None and end < len(text) and text[end] in _FRACTION:
            return Figures(end + 1, value + _FRACTION[text[end]])
        if value is not None and (dash := _DASH.match(text, end)):
            return Figures(dash.end(), value)
        return Figures(end, value, _other_reading(run[0]) if value is not None else None)

    def begins(self, text: str, position: int) -> int:
        """Where the figures at this position begin: at the mark before them when they are decimals alone (`.75`)."""
        mark = position - 1
        if mark < 0 or text[mark] != self._decimal:
            return position
        return mark if mark == 0 or text[mark - 1].isspace() or text[mark - 1] in _BEFORE_MARK else position

    def value(self, run: str) -> Decimal | None:
        """What these figures say; null when their marks make no number."""
        if len(run) > _LONGEST:
            return None
        if run.isdigit():
            return Decimal(run)
        whole, decimals = self._split(run)
        if whole is None:
            return None
        return Decimal(f"{whole}.{decimals}") if decimals else Decimal(whole)

    def _split(self, run: str) -> tuple[str | None, str]:
        """The digits before and after the decimal mark; null for no number."""
        if run.isdigit():
            return run, ""
        marks = [c for c in run if not c.isdigit()]
        kinds = list(dict.fromkeys(" " if c.isspace() else "'" if c == "’" else c for c in marks))
        if len(kinds) == 1:
            return self._one_kind(run, kinds[0], len(marks))
        if len(kinds) == 2 and marks[-1] in ".,·" and marks.count(marks[-1]) == 1:
            head, _, decimals = run.rpartition(marks[-1])
            return (_join(head), decimals) if _grouped(head) else (None, "")
        return None, ""

    def _one_kind(self, run: str, mark: str, count: int) -> tuple[str | None, str]:
        if mark in " '":
            return (_join(run), "") if _grouped(run) else (None, "")
        if count > 1:
            small = self._small_groups and _SMALL_GROUPS.fullmatch(run)
            return (_join(run), "") if _grouped(run) or small else (None, "")
        head, _, tail = run.partition(mark)
        if mark == self._group and _grouped(run) and not head.startswith("0"):
            return head + tail, ""
        return head, tail


def _vulgar(text: str, position: int, end: int) -> Figures | None:
    """Figures with a fraction behind them (`2 1/2`), or that are one themselves (`1/2`)."""
    if not text[position:end].isdigit():
        return None
    if (alone := _VULGAR.match(text, position)) and alone.end(1) == end and alone[1] < alone[2]:
        return Figures(alone.end(), Decimal(alone[1]) / Decimal(alone[2]))
    behind = _VULGAR.match(text, end)
    if behind is None or behind[0][0].isdigit() or behind[1] >= behind[2]:
        return None
    return Figures(behind.end(), Decimal(text[position:end]) + Decimal(behind[1]) / Decimal(behind[2]))


def _other_reading(run: str) -> Decimal | None:
    if len(run) < 5 or run[-4] not in ".," or not _grouped(run) or run[0] == "0" or run[:-4].isdigit() is False:
        return None
    return Decimal(_join(run))


def _grouped(run: str) -> bool:
    """Whether the digits stand in groups of three with the same kind of mark between them (or have no mark).

    >>> _grouped("1 250 000"), _grouped("10.06.15")
    (True, False)
    """
    parts = re.split(r"[^0-9]", run)
    return parts == [run] or (1 <= len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:]))


def _join(run: str) -> str:
    return re.sub(r"[^0-9]", "", run)
