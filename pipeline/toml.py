"""Reading TOML files that people write: typed, unknown keys refused, every error with its file and line."""

import re
import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

from pipeline.errors import ConfigError

T = TypeVar("T")


def load_toml(path: Path, kind: type[T]) -> T:
    """The file as a `kind` (a msgspec struct with `forbid_unknown_fields=True`, or any type msgspec converts to).

    Raises:
        ConfigError: no such file, not UTF-8, not TOML, an unknown key, a wrong type; names file, line and reason.
    """
    text = read_text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        number = int(line[1]) if line else text.count("\n") + 1
        raise ConfigError(path, number, str(error)) from None
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        raise ConfigError(path, locate(text, str(error)), str(error)) from None


def read_text(path: Path) -> str:
    """The file's text, or a ConfigError that says why there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(path, None, error.strerror or str(error)) from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise ConfigError(path, line, "not UTF-8") from None


def locate(text: str, message: str) -> int | None:
    """The line that a msgspec message such as ``unknown field `x` - at `$.a.b` `` speaks of, as well as can be told.

    >>> locate('[a]\\n"b.txt" = 1\\n[a.c]\\ntitel = 2\\n', "Object contains unknown field `titel` - at `$.a[...]`")
    4
    >>> locate('[[row]]\\nlabel = "A"\\n[[row]]\\nlabel = 1\\n', "Expected `str`, got `int` - at `$.row[1].label`")
    4
    """
    lines = text.splitlines()
    path = re.search(r"at `\$([^`]*)`", message)
    steps = re.findall(r"[^.\[\]]+", path[1]) if path else []
    field = re.search(r"field `([^`]+)`", message)
    names = [*steps, field[1]] if field else steps or re.findall(r"`([^`]+)`", message)[:1]
    found, at, previous = None, 0, ""
    for name in names:
        if name == "...":
            continue
        line = _nth_table(lines, previous, int(name)) if name.isdigit() else _next(lines, at, name)
        if line is not None:
            found, at = line, line - (not name.isdigit())
        previous = name
    return found


def _next(lines: list[str], at: int, name: str) -> int | None:
    """The first line after the first `at` lines that has a key or a table of this name."""
    key = re.compile(rf"""\s*(\[.*["'.\[]?{re.escape(name)}["']?\]|["']?{re.escape(name)}["']?\s*=)""")
    return next((number for number, line in enumerate(lines, 1) if number > at and key.match(line)), None)


def _nth_table(lines: list[str], name: str, index: int) -> int | None:
    """The line of the table with this index in an array of tables."""
    heads = [number for number, line in enumerate(lines, 1) if re.match(rf"\s*\[\[\s*{re.escape(name)}\s*\]\]", line)]
    return heads[index] if index < len(heads) else None
