"""Measuring seconds fairly: all subjects in turn, round after round, so that a slow minute hits each of them alike."""

import statistics
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec


class Subject(NamedTuple):
    """Something to measure: `part` is the language it runs on, or `all`."""

    name: str
    part: str
    units: int
    work: Callable[[], object]


class Timing(msgspec.Struct, frozen=True):
    """The seconds that a subject took in each round, for so many `units` (words, characters) a round."""

    name: str
    part: str
    units: int
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The median of the rounds, in seconds."""
        return statistics.median(self.seconds)

    @property
    def rate(self) -> float:
        """Units a second, of the median round."""
        return self.units / self.median

    @property
    def spread(self) -> float:
        """Half the way from the fastest round to the slowest, as a share of the median."""
        return (max(self.seconds) - min(self.seconds)) / 2 / self.median


def measure(subjects: Sequence[Subject], *, rounds: int, clock: Callable[[], float]) -> list[Timing]:
    """Run every subject once a round, in order; one timing each."""
    seconds: list[list[float]] = [[] for _ in subjects]
    for _ in range(rounds):
        for subject, taken in zip(subjects, seconds, strict=True):
            started = clock()
            subject.work()
            taken.append(clock() - started)
    return [
        Timing(subject.name, subject.part, subject.units, tuple(taken))
        for subject, taken in zip(subjects, seconds, strict=True)
    ]


def side_by_side(name: str, timings: Sequence[Timing]) -> Timing:
    """The same work on several texts as one: units and seconds of each round added up."""
    rounds = zip(*(timing.seconds for timing in timings), strict=True)
    return Timing(name, "all", sum(timing.units for timing in timings), tuple(sum(each) for each in rounds))


def one_after_another(name: str, timings: Sequence[Timing]) -> Timing:
    """Several steps on one text as one: the seconds of each round added up.

    Raises:
        ValueError: the steps did not run on as many units.
    """
    if len({timing.units for timing in timings}) != 1:
        raise ValueError(f"{name}: steps of different texts")
    rounds = zip(*(timing.seconds for timing in timings), strict=True)
    return Timing(name, timings[0].part, timings[0].units, tuple(sum(each) for each in rounds))


def without(name: str, whole: Timing, part: Timing) -> Timing:
    """Work without one of its steps, which was measured on the same text: the seconds of each round taken off.

    Raises:
        ValueError: the two did not run on as many units.
    """
    if whole.units != part.units:
        raise ValueError(f"{name}: steps of different texts")
    seconds = tuple(a - b for a, b in zip(whole.seconds, part.seconds, strict=True))
    return Timing(name, whole.part, whole.units, seconds)


def times(value: float | None, base: float | None) -> float | None:
    """How many times `base` the value is; None where one of them was not measured.

    >>> times(12.0, 4.0), times(None, 4.0), times(1.0, 0.0)
    (3.0, None, None)
    """
    return value / base if value is not None and base else None
