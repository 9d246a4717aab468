"""The user's rulings, from corrections.toml beside the corpus: what is the same, what is not, what is no entity."""

from pathlib import Path

import msgspec

from pipeline.errors import ConfigError
from pipeline.records import EntityLabel
from pipeline.toml import load_toml


class _Ruling(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pass


class NameGroup(_Ruling, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[same]]` or `[[different]]`: two or more names."""

    names: tuple[str, ...]


class Relabel(_Ruling, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[relabel]]`: the name has this label wherever it stands."""

    name: str
    label: EntityLabel


class Ignore(_Ruling, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[ignore]]`: the name is no entity."""

    name: str


class Alias(_Ruling, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[alias]]`: the name means what `of` names; `of` is a name or an entity id of the gazetteer."""

    name: str
    of: str


class Corrections(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All rulings of a corpus; empty by default."""

    same: tuple[NameGroup, ...] = ()
    different: tuple[NameGroup, ...] = ()
    relabel: tuple[Relabel, ...] = ()
    ignore: tuple[Ignore, ...] = ()
    alias: tuple[Alias, ...] = ()


def load_corrections(path: Path) -> Corrections:
    """The file's rulings; none where there is no file.

    Raises:
        ConfigError: the file is wrong; names file, line and reason.
    """
    if not path.exists():
        return Corrections()
    corrections = load_toml(path, Corrections)
    for group in (*corrections.same, *corrections.different):
        if len(set(group.names)) < 2:
            raise ConfigError(path, _line(path, group), "needs two names or more")
    return corrections


def _line(path: Path, group: NameGroup) -> int | None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        start, _, rest = line.partition("=")
        if start.strip() == "names" and sorted(set(_strings(rest))) == sorted(set(group.names)):
            return number
    return None


def _strings(text: str) -> list[str]:
    return [part.strip().strip("\"'") for part in text.split("#")[0].strip().strip("[]").split(",") if part.strip()]
