"""Writing outputs: whole or not at all, and only when the bytes differ."""

import os
from collections.abc import Iterable
from pathlib import Path


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write a file atomically; leave it alone when it has these bytes already. True when it was written."""
    try:
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:200]}.tmp")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno()) if path.name == "ids.json" else None
    temporary.replace(path)
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
