"""Timings: taken in turn, added up and compared."""

from collections.abc import Callable
from functools import partial

import pytest

from pipeline.bench.timing import Subject, Timing, measure, one_after_another, side_by_side, times, without


class Clock:
    """A clock that only work moves on."""

    def __init__(self) -> None:
        self.now = 0.0
        self.log: list[str] = []

    def __call__(self) -> float:
        return self.now

    def work(self, name: str, seconds: float) -> None:
        self.log.append(name)
        self.now += seconds


def test_subjects_are_measured_in_turn() -> None:
    clock = Clock()
    subjects = [Subject(name, "fr", 100, _work(clock, name, seconds)) for name, seconds in (("a", 2.0), ("b", 0.5))]
    first, second = measure(subjects, rounds=3, clock=clock)
    assert clock.log == ["a", "b"] * 3
    assert first == Timing("a", "fr", 100, (2.0, 2.0, 2.0))
    assert (second.rate, second.units) == (200.0, 100)


def test_rate_and_spread_are_those_of_the_median() -> None:
    timing = Timing("a", "all", 90, (2.0, 30.0, 3.0))
    assert timing.median == 3.0
    assert timing.rate == 30.0
    assert timing.spread == pytest.approx(28 / 2 / 3)


def test_texts_side_by_side_add_units_and_seconds() -> None:
    both = side_by_side("a", [Timing("a", "fr", 100, (1.0, 2.0)), Timing("a", "en", 50, (0.5, 1.0))])
    assert both == Timing("a", "all", 150, (1.5, 3.0))


def test_steps_one_after_another_add_only_seconds() -> None:
    both = one_after_another("c", [Timing("a", "fr", 100, (1.0, 2.0)), Timing("b", "fr", 100, (0.5, 1.0))])
    assert both == Timing("c", "fr", 100, (1.5, 3.0))


def test_steps_of_different_texts_are_refused() -> None:
    with pytest.raises(ValueError, match="different texts"):
        one_after_another("c", [Timing("a", "fr", 100, (1.0,)), Timing("b", "fr", 90, (0.5,))])


@pytest.mark.parametrize(
    ("value", "base", "expected"), [(10.0, 4.0, 2.5), (None, 4.0, None), (4.0, None, None), (4.0, 0.0, None)]
)
def test_ratio(value: float | None, base: float | None, expected: float | None) -> None:
    assert times(value, base) == expected


def _work(clock: Clock, name: str, seconds: float) -> Callable[[], object]:
    return partial(clock.work, name, seconds)


def test_a_step_taken_off_round_by_round() -> None:
    rest = without("rest", Timing("whole", "fr", 100, (3.0, 2.0)), Timing("step", "fr", 100, (1.0, 0.5)))
    assert rest == Timing("rest", "fr", 100, (2.0, 1.5))
    with pytest.raises(ValueError, match="different texts"):
        without("rest", Timing("whole", "fr", 100, (3.0,)), Timing("step", "fr", 90, (1.0,)))
