"""Everything that was measured, and the sums that are drawn from it."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from pipeline.bench import names
from pipeline.bench.processes import Watched
from pipeline.bench.timing import Timing, one_after_another, side_by_side, without

ALL = "all"
TIMES = 10  # how much larger the larger corpus is
_SUMS = {
    names.PER_DOCUMENT: (names.INGEST, names.EXTRACT),
    names.FINDERS: (names.DATES, names.AMOUNTS),
    names.SCRIPT: names.STEPS,
}
_REST = {  # the languages of the blocks left out
    names.WHOLE_REPAIR: (names.INGEST, names.LANGUAGES),
    names.CUT_REPAIR: (names.REPAIR, names.LANGUAGES),
}


class Memory(NamedTuple):
    """Two runs, on `documents` and on ten times as many, and the peak megabytes of the baselines."""

    documents: int
    small: Watched
    large: Watched
    bare: float | None
    script: float | None


class Large(NamedTuple):
    """One text of so many megabytes through `ingest`: seconds, and the most megabytes that the process held."""

    megabytes: int
    seconds: float
    peak: float | None


class Bench(msgspec.Struct, frozen=True):
    """One run of the bench; `system` says on what."""

    system: str
    words: int
    rounds: int
    speeds: tuple[Timing, ...]
    startup: tuple[Timing, ...]
    memory: Memory
    large: Large | None = None


class Row(msgspec.Struct, frozen=True):
    """What was measured of one thing, by language (`fr`, `en`) and on `all` of the text."""

    name: str
    timings: dict[str, Timing]

    def rate(self, part: str = ALL) -> float | None:
        """Units a second on a part of the text; None where it was not measured on it alone."""
        return self.timings[part].rate if part in self.timings else None


def rows(speeds: Sequence[Timing]) -> dict[str, Row]:
    """A row for each thing that was measured, and for the sums of several: of those parts that were measured."""
    timings: dict[str, dict[str, Timing]] = {}
    for timing in speeds:
        timings.setdefault(timing.name, {})[timing.part] = timing
    for name, steps in _SUMS.items():
        there = [timings[step] for step in steps if step in timings]
        parts = sorted(set().union(*there))
        timings[name] = {part: one_after_another(name, [step[part] for step in there]) for part in parts}
    for name, (whole, part) in _REST.items():
        if whole in timings and part in timings:
            measured = timings[whole]
            timings[name] = {tongue: without(name, measured[tongue], timings[part][tongue]) for tongue in measured}
    for name, measured in timings.items():
        if measured and ALL not in measured:
            measured[ALL] = side_by_side(name, list(measured.values()))
    stages = [timings[stage][ALL] for stage in names.STAGES]
    timings[names.ALL_STAGES] = {ALL: one_after_another(names.ALL_STAGES, stages)}
    return {name: Row(name, measured) for name, measured in timings.items()}
