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
    """
    quoted = re.findall(r"`([^`]+)`", message)
    names = [part for item in quoted for part in re.split(r"[.\[\]$]+", item) if part and part != "..."]
    if quoted and not quoted[0].startswith("$"):
        names = [quoted[0]]
    for name in reversed(names):
        if name.isdigit():
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if re.match(rf'\s*(\[.*["\.\[]?{re.escape(name)}["\]]|["\']?{re.escape(name)}["\']?\s*=)', line):
                return number
    return None
