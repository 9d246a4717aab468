"""Currencies that were changed under the same name: roubles of 1975 are SUR, Turkish liras of 2001 are TRL."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from pipeline.extract.amounts.currency import Former
from pipeline.extract.amounts.families import last_stop, next_stop
from pipeline.extract.amounts.find import Found

_YEAR = re.compile(r"(?<![\w.,/-])(?:1[89]|20)[0-9]{2}(?![\w%€$£/-]|[.,][0-9]| [0-9]{3})")
_NEAR = 120


def as_then(text: str, found: Found, former: Mapping[str, Sequence[Former]], year: int | None) -> Found:
    """The amount with the code that its currency had at the time; `former`: the oldest code first.

    The time is the year named last before the amount in its sentence, or first behind it, else `year`, that of the
    document. A currency told by its code stays as written.
    """
    value = found.value
    changes = former.get(value.unit or "") if value.unit_kind == "money" else None
    if value.unit is None or not changes or value.unit in text[found.start : found.end]:
        return found
    then = _year_beside(text, found) or year
    old = next((change.code for change in changes if then is not None and then < change.until), None)
    if old is None:
        return found
    open_codes = tuple(old if code == value.unit else code for code in value.alternatives)
    return found._replace(value=msgspec.structs.replace(value, unit=old, alternatives=open_codes))


def _year_beside(text: str, found: Found) -> int | None:
    before = text[max(0, found.start - _NEAR) : found.start]
    named = _YEAR.findall(before[last_stop(before) :])
    if named:
        return int(named[-1])
    behind = text[found.end : found.end + _NEAR]
    first = _YEAR.search(behind[: next_stop(behind)])
    return int(first[0]) if first else None
