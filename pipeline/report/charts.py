"""Charts: Vega-Lite specifications made into still pictures (SVG) that stand in the page."""

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

INK = "currentColor"
"""The colour of the text around, light or dark."""

_FAR = 0.5
"""A gap of this share of the whole span cuts off what lies beyond it, lest one old date squeeze all others …"""
_FEW = 0.15
"""… if that is no more than this share of the data."""
_LONG = 60
"""Only spans of more years than this are cut."""
_LEAST_YEARS = 12
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 10000)


class Chart(NamedTuple):
    """A picture and how much of the data it leaves out on its left and right."""

    svg: Markup
    outside: int


def year_chart(values: Mapping[int, float], *, width: int = 860, height: int = 150, percent: bool = False) -> Chart:
    """Bars by year; `percent` writes the values as percentages.

    Years far from all others are left out and counted. No data makes an empty picture.
    """
    if not values:
        return Chart(Markup(), 0)
    first, last = _window(values)
    shown = {year: value for year, value in values.items() if first <= year <= last}
    outside = sum(value for year, value in values.items() if year not in shown)
    spec = _spec(shown, width=width, height=height)
    spec["encoding"] = _encoding((first, last), max(shown.values()), width=width, percent=percent)
    return Chart(_svg(spec), round(outside))


def _window(values: Mapping[int, float]) -> tuple[int, int]:
    """The years to show: all but a few that are far from the others."""
    years, spare = sorted(values), sum(values.values()) * _FEW
    low, high = 0, len(years) - 1
    while high - low > 1 and (span := years[high] - years[low]) > _LONG:
        far = span * _FAR
        if years[low + 1] - years[low] > far and values[years[low]] <= spare:
            spare -= values[years[low]]
            low += 1
        elif years[high] - years[high - 1] > far and values[years[high]] <= spare:
            spare -= values[years[high]]
            high -= 1
        else:
            break
    return years[low], years[high]


def _spec(values: Mapping[int, float], *, width: int, height: int) -> dict[str, object]:
    rows = [{"from": year - 0.42, "to": year + 0.42, "value": round(values[year], 4)} for year in sorted(values)]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": width,
        "height": height,
        "padding": {"left": 46, "right": 14, "top": 8, "bottom": 24},
        # Sizes are given, not measured: the same picture whatever fonts a machine has.
        "autosize": {"type": "none"},
        "background": None,
        "data": {"values": rows},
        "mark": {"type": "rect", "color": INK, "opacity": 0.72},
        "view": {"stroke": None},
        "config": {"aria": False, "font": "Georgia, serif", "axis": {"labelColor": INK, "labelFontSize": 11}},
    }


def _encoding(window: tuple[int, int], highest: float, *, width: int, percent: bool) -> dict[str, dict[str, object]]:
    first, last = window
    spare = max(_LEAST_YEARS - (last - first), 0) / 2 + 0.6
    left, ticks = _ticks(highest, percent=percent), _year_ticks(first, last, width)
    grid = {"gridColor": INK, "gridOpacity": 0.15}
    quiet = {"domain": False, "ticks": False, "labelOverlap": False}
    return {
        "x": {
            "field": "from",
            "type": "quantitative",
            "scale": {"domain": [first - spare, last + spare], "nice": False, "zero": False},
            "title": None,
            "axis": {**quiet, "values": ticks, "format": "d", "grid": False},
        },
        "x2": {"field": "to"},
        "y": {
            "field": "value",
            "type": "quantitative",
            "scale": {"domain": [0, left[-1]], "nice": False},
            "title": None,
            "axis": {**quiet, **grid, "values": left, "format": ".0%" if percent else "~s"},
        },
        "y2": {"datum": 0},
    }


def _year_ticks(first: int, last: int, width: int) -> list[int]:
    """Round years, as many as have room."""
    step = next(step for step in _STEPS if (last - first) / step <= width / 55)
    return list(range(-(-first // step) * step, last + 1, step))


def _ticks(highest: float, *, percent: bool) -> list[float]:
    """Zero and two or three round values up to the highest; whole numbers for counts."""
    unit = 0.01 if percent else 1
    magnitude, step = 1, 1
    while step * unit * 3 < highest:
        step = next((s * magnitude for s in (1, 2, 5) if s * magnitude * unit * 3 >= highest), 10 * magnitude)
        magnitude *= 10
    count = max(-int(-highest // (step * unit)), 1)
    return [round(i * step * unit, 4) for i in range(count + 1)]


def _svg(spec: dict[str, object]) -> Markup:
    """The specification drawn. There is nothing in it that the library would number from picture to picture."""
    import vl_convert  # half a second: only when there is something to draw

    return Markup(vl_convert.vegalite_to_svg(spec))
