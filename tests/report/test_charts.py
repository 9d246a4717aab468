"""Charts: still, small, the same every time."""

import re

import pytest

from pipeline.report.charts import year_chart


def bars(svg: str) -> int:
    found = re.search(r'<g class="mark-rect role-mark marks"[^>]*>(.*?)</g>', svg)
    return found[1].count("<path") if found else 0


def test_one_bar_a_year_and_the_same_bytes_each_time() -> None:
    values = {2013: 1.0, 2014: 5.0, 2016: 2.0}
    chart = year_chart(values)
    assert bars(chart.svg) == 3
    assert chart.outside == 0
    assert year_chart({1999: 1.0}) != chart
    assert year_chart(dict(sorted(values.items(), reverse=True))) == chart


def test_no_data_no_picture() -> None:
    assert year_chart({}) == ("", 0)


@pytest.mark.parametrize("percent", [True, False])
def test_axes_have_round_values(percent: bool) -> None:
    svg = year_chart({2013: 0.21 if percent else 21, 2014: 0.6 if percent else 60}, percent=percent).svg
    labels = re.findall(r">([\d.]+%?)</text>", svg)
    expected = {"0%", "20%", "40%", "60%"} if percent else {"0", "20", "40", "60"}
    assert set(labels) == {"2013", "2014"} | expected


def test_one_old_date_does_not_squeeze_the_others() -> None:
    values = dict.fromkeys(range(1990, 2020), 10.0) | {1648: 1.0, 9999: 2.0}
    chart = year_chart(values)
    assert (bars(chart.svg), chart.outside) == (30, 3)


def test_nothing_in_the_picture_is_loaded_or_numbered() -> None:
    svg = year_chart({2014: 1.0}).svg
    assert not re.search(r"\bid=|href=|url\(|<script|<image|@import", svg)
