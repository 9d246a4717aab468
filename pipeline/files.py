"""Files of the outputs: written whole or not at all and only when their bytes differ, listed, removed."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

CHUNK = 1 << 20


def write_if_changed(path: Path, data: bytes, *, sync: bool = False) -> bool:
    """Write a file so that a reader sees the old one or the new one, never half of it; True when it was written.

    A file that has these bytes already is left alone. `sync` waits until the disk has it.
    """
    with suppress(OSError):  # not there yet, or of no use: writing will tell
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
    part = part_of(path)
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        if sync:
            os.fsync(file.fileno())
    part.replace(path)
    return True


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
    return path.with_name(f".{path.name[:200]}.part")


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


def listing(folder: Path, suffix: str) -> dict[str, int]:
    """The files with this suffix under a folder: path without the suffix → size in bytes."""
    found: dict[str, int] = {}
    pending = [""]
    while pending:
        sub = pending.pop()
        for entry in _entries(folder / sub):
            path = f"{sub}/{entry.name}" if sub else entry.name
            if entry.is_dir(follow_symlinks=False):
                pending.append(path)
            elif entry.name.endswith(suffix):
                found[path.removesuffix(suffix)] = entry.stat().st_size
    return found


def _entries(folder: Path) -> list["os.DirEntry[str]"]:
    """What is in a folder; nothing where there is none."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except FileNotFoundError:
        return []


def remove(folder: Path, names: Iterable[str], suffix: str) -> None:
    """Remove files under a folder, and sub-folders that this leaves empty."""
    for name in names:
        path = folder / f"{name}{suffix}"
        path.unlink(missing_ok=True)
        for parent in path.parents:
            if parent == folder:
                break
            try:
                parent.rmdir()
            except OSError:
                break
