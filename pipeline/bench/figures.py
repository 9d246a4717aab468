"""Everything that was measured, and the ratios that are drawn from it."""

from collections.abc import Sequence

import msgspec

from pipeline.bench.corpus_stages import EMIT, LINK, REPORT, TOPICS
from pipeline.bench.finders import AMOUNTS, DATES
from pipeline.bench.memory import Memory
from pipeline.bench.script import STEPS
from pipeline.bench.stages import EXTRACT, INGEST
from pipeline.bench.timing import Timing, one_after_another, side_by_side

PER_DOCUMENT, ALL_STAGES, FINDERS = "ingest + extract", "all six stages", "find_dates + find_amounts"
SCRIPT = "the script"
ALL = "all"
STAGES = (INGEST, EXTRACT, LINK, TOPICS, EMIT, REPORT)
_SUMS = {PER_DOCUMENT: (INGEST, EXTRACT), FINDERS: (DATES, AMOUNTS), SCRIPT: STEPS}


class Row(msgspec.Struct, frozen=True):
    """What was measured of one thing, by language (`fr`, `en`) and on `all` of the text."""

    name: str
    timings: dict[str, Timing]

    def rate(self, part: str = ALL) -> float | None:
        """Units a second on a part of the text; None where it was not measured on it alone."""
        return self.timings[part].rate if part in self.timings else None


class Bench(msgspec.Struct, frozen=True):
    """One run of the bench; `system` says on what."""

    system: str
    words: int
    rounds: int
    speeds: tuple[Timing, ...]
    startup: tuple[Timing, ...]
    memory: Memory


def rows(speeds: Sequence[Timing]) -> dict[str, Row]:
    """A row for each thing that was measured, and for the sums of several; the script's without steps left out."""
    timings: dict[str, dict[str, Timing]] = {}
    for timing in speeds:
        timings.setdefault(timing.name, {})[timing.part] = timing
    for name, steps in _SUMS.items():
        there = [step for step in steps if step in timings]
        for part in sorted({part for step in there for part in timings[step]}):
            timings.setdefault(name, {})[part] = one_after_another(name, [timings[step][part] for step in there])
    for name, parts in timings.items():
        if ALL not in parts:
            parts[ALL] = side_by_side(name, list(parts.values()))
    stages = [timings[stage][ALL] for stage in STAGES if stage in timings]
    if stages:
        timings[ALL_STAGES] = {ALL: one_after_another(ALL_STAGES, stages)}
    return {name: Row(name, parts) for name, parts in timings.items()}
