"""Writing a file so that a reader sees the old one or the new one, never half of it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

CHUNK = 1 << 20


@contextmanager
def whole_text(path: Path) -> Iterator[TextIO]:
    """A text file that takes its place at the end of the block, and only when its bytes differ from what is there.

    UTF-8 with byte order mark, which Excel needs to show accents; newlines as written. When the block raises, what
    was there stays.
    """
    part = part_of(path)
    try:
        with part.open("w", encoding="utf-8-sig", newline="") as file:
            yield file
        settle(part, path)
    finally:
        part.unlink(missing_ok=True)


def part_of(path: Path) -> Path:
    """Where the new version of a file grows: beside it, under one name, so that killed runs leave one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.with_name(f".{path.name}.part")


def settle(part: Path, path: Path) -> None:
    """Put the finished file in its place, unless the same bytes are there already."""
    if path.exists() and same_bytes(part, path):
        part.unlink()
        return
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.replace(path)


def same_bytes(one: Path, other: Path) -> bool:
    """Whether two files have the same content; reads them piece by piece."""
    if one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as first, other.open("rb") as second:
        while chunk := first.read(CHUNK):
            if chunk != second.read(CHUNK):
                return False
    return True
