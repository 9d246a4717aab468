"""What `history.toml` knows: former names with their dates, and what stands for a government without being it."""

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import msgspec

from pipeline.errors import ConfigError
from pipeline.gazetteer.entries import line_of
from pipeline.records import FormerName
from pipeline.toml import load_toml


class FormerRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[former]]`: names that an entity had officially between two dates (EDTF), in either language."""

    entity: str
    names: tuple[str, ...]
    since: str | None = None
    until: str


class SeatRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[seat]]`: a building, street or quarter that is named for a government; `of`: for which body, nearest first."""

    entity: str
    of: tuple[str, ...]


class HistoryFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """history.toml."""

    former: tuple[FormerRow, ...] = ()
    seat: tuple[SeatRow, ...] = ()


class History(msgspec.Struct, frozen=True):
    """By entity: its former names, the oldest first, and what it stands for, the nearest first."""

    former: dict[str, tuple[FormerName, ...]] = {}
    seats: dict[str, tuple[str, ...]] = {}


def load_history(path: Path, entity: Callable[[str], str | None], known: Callable[[str], bool]) -> History:
    """Read `history.toml`.

    Args:
        path: the file.
        entity: the id of what a form names.
        known: whether there is an entry with an id.

    Raises:
        ConfigError: the file is missing or wrong, a name is not one of its entity, a seat is not known.
    """
    file = load_toml(path, HistoryFile)
    former: dict[str, list[FormerName]] = defaultdict(list)
    for index, row in enumerate(file.former):
        for name in row.names:
            if entity(name) != row.entity:
                raise ConfigError(path, line_of(path, "former", index, name), f'"{name}" is no name of {row.entity}')
            former[row.entity].append(FormerName(name=name, since=row.since, until=row.until))
    for index, seat in enumerate(file.seat):
        if not known(seat.entity):
            raise ConfigError(path, line_of(path, "seat", index), f"no such entry: {seat.entity}")
    return History(
        former={one: tuple(sorted(names, key=lambda n: (n.until, n.name))) for one, names in former.items()},
        seats={seat.entity: seat.of for seat in file.seat},
    )
