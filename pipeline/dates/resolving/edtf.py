"""An item as EDTF, in its own year or in one that it is given; without a year, as TIMEX3."""

from datetime import date

from pipeline.dates.calendar import feast, part_of, precision, timex_value, valid_day
from pipeline.dates.rules.item import Item, replace


def edtf_of(item: Item | None) -> str | None:
    """EDTF of an item whose year is known; None for a day that no calendar has."""
    if item is None:
        return None
    if item.literal:
        return item.literal
    if item.year is None:
        return None
    if item.rule:
        day = feast(item.rule, item.year)
        return part_of(day, item.days) if day and item.days else day
    if item.part:
        return f"{item.year:04d}-{item.part}"
    if item.months:
        return "/".join(f"{item.year:04d}-{month:02d}" for month in item.months)
    if item.month is None:
        return f"{item.year:04d}"
    if item.day is None:
        month = f"{item.year:04d}-{item.month:02d}"
        return part_of(month, item.days) if item.days else month
    if not valid_day(item.year, item.month, item.day):
        return None
    day = f"{item.year:04d}-{item.month:02d}-{item.day:02d}"
    return part_of(day, item.days) if item.days else day


def unresolved(item: Item) -> str:
    """The TIMEX3 value of an item without its year."""
    if item.part:
        return timex_value(f"2000-{item.part}").replace("2000", "XXXX")
    if item.rule:
        plain = item.rule[0] == "W" or (item.rule[:2].isdigit() and item.rule[3:].isdigit())
        return f"XXXX-{item.rule}" if plain else "XXXX"
    day = f"-{item.day:02d}" if item.day else ""
    return f"XXXX-{item.month:02d}{day}" if item.month else "XXXX"


def of_year(item: Item, year: int) -> str | None:
    """The item in a year, None where that year has no such day or not on its week day."""
    edtf = edtf_of(replace(item, year=year)) if 0 < year < 9999 else None
    if edtf and item.weekday and precision(edtf) == "D" and date.fromisoformat(edtf).isoweekday() != item.weekday:
        return None
    return edtf
