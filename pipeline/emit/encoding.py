"""Records as JSON that people can read: UTF-8, indented, the fields in the order of the records."""

from collections.abc import Sequence

import msgspec

from pipeline.records import Record

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

DECIMALS = 4


def encode(record: Record | Sequence[Record]) -> bytes:
    """One record, or a list of them, as JSON with a newline at the end.

    Floats have four decimals at most; what is not known is null; keys that come from data are sorted.

    >>> from pipeline.records import TrendPoint
    >>> encode(TrendPoint(period="2014", weight=1 / 3)).decode()
    '{\\n "period": "2014",\\n "weight": 0.3333\\n}\\n'
    """
    plain = rounded(msgspec.to_builtins(record, order="deterministic"))
    return msgspec.json.format(msgspec.json.encode(plain), indent=1) + b"\n"


def rounded(value: Json) -> Json:
    """The same JSON value with floats rounded; how deep it goes is set by the records, not by the input."""
    if isinstance(value, float):
        return round(value, DECIMALS) + 0.0  # + 0.0: never "-0.0"
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(item) for item in value]
    return value
