"""The gate: what the dev split of the gold corpus reached once, it must reach again.

`floors.toml` beside the gold has, for each language and label, how many errors (missed and spurious) there were, and
the hash of the gold they were counted on. Pinning raises floors and never lowers one; only on another gold are they
all written anew.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from pipeline.errors import ConfigError
from pipeline.evaluate.results import Evaluation
from pipeline.records import Record

FILE = "floors.toml"
SPLIT = "dev"
TOLERANCE = 2  # errors more than the floor has

HEAD = """\
# The gate of `make test`: errors (missed and spurious, measure `value`) of the dev split by language and label, and the
# F1 that they make. `make evaluate PIN=1` raises floors and lowers none; on another gold it writes them all anew.
"""


class Floor(Record, frozen=True, kw_only=True):
    """How good one label was: `errors` missed and spurious items, with `gold` required ones."""

    f1: float
    errors: int
    gold: int


class Floors(NamedTuple):
    """The hash of the gold, and the floors by language and label."""

    gold: str
    floors: dict[tuple[str, str], Floor]


def floors_of(evaluation: Evaluation) -> dict[tuple[str, str], Floor]:
    """What an evaluation reaches, by language and label."""
    return {
        (score.group, score.label): Floor(
            f1=score.f1, errors=score.gold + score.found - 2 * score.hits, gold=score.gold
        )
        for score in evaluation.scores
        if score.by == "language" and score.measure == "value"
    }


def below(reached: Mapping[tuple[str, str], Floor], floors: Mapping[tuple[str, str], Floor]) -> Iterator[str]:
    """One line for each floor that is not reached, by more than the errors that are tolerated."""
    for key, floor in floors.items():
        got = reached.get(key)
        if got is None:
            yield f"{' '.join(key)}: nothing was scored; the floor is F1 {floor.f1:.3f}"
        elif got.errors > floor.errors + TOLERANCE:
            yield (
                f"{' '.join(key)}: F1 {got.f1:.3f} with {got.errors} errors; the floor is F1 {floor.f1:.3f} "
                f"with {floor.errors} (of {floor.gold} items, {TOLERANCE} errors more are tolerated)"
            )


def raised(old: Floors | None, new: Floors) -> Floors:
    """The better of both for each label; only the new ones when the gold is another."""
    if old is None or old.gold != new.gold:
        return new
    best = dict(old.floors)
    for key, floor in new.floors.items():
        if key not in best or floor.errors < best[key].errors:
            best[key] = floor
    return Floors(new.gold, best)


def load_floors(folder: Path) -> Floors | None:
    """The floors of a gold corpus; None where none are pinned.

    Raises:
        ConfigError: the file is not one of floors.
    """
    path = folder / FILE
    if not path.is_file():
        return None
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        gold = raw.pop("gold")
        tables = msgspec.convert(raw, dict[str, dict[str, Floor]])
    except (tomllib.TOMLDecodeError, KeyError, msgspec.ValidationError) as error:
        raise ConfigError(path, None, f"not a file of floors: {error}") from None
    return Floors(gold, {(group, label): floor for group, table in tables.items() for label, floor in table.items()})


def save_floors(folder: Path, floors: Floors) -> None:
    """Write the floors."""
    lines = [HEAD, f'gold = "{floors.gold}"']
    for group in sorted({group for group, _ in floors.floors}):
        lines.append(f"\n[{group}]")
        for (owner, label), floor in floors.floors.items():
            if owner == group:
                lines.append(f"{label} = {{ f1 = {floor.f1}, errors = {floor.errors}, gold = {floor.gold} }}")
    (folder / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")
