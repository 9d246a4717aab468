"""The corpus folder: which files are documents, what they are called, and what `corpus.toml` says of them.

A document is a regular file under the corpus folder. Dot files, `~$*`, `Thumbs.db` and `.toml` files are not documents.
Symbolic links are followed only when they stay inside the folder.
"""

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from pipeline.errors import ConfigError
from pipeline.length import SummaryLength
from pipeline.records import Override, Rejection
from pipeline.toml import load_toml, locate, read_text

_SAFE = frozenset("-_.~/,;=@+()!&’–—·°")
_LONGEST = 200  # bytes of one part of an id, so that `<id>.json` stays below the 255 of common file systems


class CorpusFile(msgspec.Struct, frozen=True):
    """A file to mine: its id, its path under the corpus folder, and what the file system says of it."""

    id: str
    path: str
    size: int
    stamp: tuple[int, int, int]


class CorpusSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`corpus.toml`: one table per document, by its path under the corpus folder, and how long summaries are.

    `[summaries]` has `sentences = 8` or `ratio = 0.1`; see `SummaryLength`.
    """

    documents: dict[str, Override] = {}
    summaries: SummaryLength = SummaryLength()


def document_id(path: str) -> str:
    """The id of a path under the corpus folder: NFC, unsafe characters percent-encoded.

    Letters, digits and marks of any script stay; white space, quotes, control characters and the like do not.

        >>> document_id("notes/Réunion n° 3.txt")
        'notes/Réunion%20n°%203.txt'
        >>> document_id('a"b\\nc.txt')
        'a%22b%0Ac.txt'
    """
    return "/".join(_safe_part(part) for part in unicodedata.normalize("NFC", path).split("/"))


def _safe_part(part: str) -> str:
    encoded = "".join(
        c
        if c in _SAFE or unicodedata.category(c)[0] in "LM" or unicodedata.category(c) == "Nd"
        else "".join(f"%{byte:02X}" for byte in c.encode("utf-8", "surrogateescape"))
        for c in part
    )
    raw = encoded.encode()
    if len(raw) <= _LONGEST:
        return encoded
    digest = hashlib.sha256(raw).hexdigest()[:8]
    return raw[: _LONGEST - 40].decode(errors="ignore") + "~" + digest + Path(part).suffix[:20]


def load_settings(corpus: Path) -> CorpusSettings:
    """Read `corpus.toml` in the corpus folder; without one nothing is overridden.

    Raises:
        ConfigError: the file is wrong, or names a document that is not there.
    """
    path = corpus / "corpus.toml"
    if not path.exists():
        return CorpusSettings()
    settings = load_toml(path, CorpusSettings)
    for name, override in settings.documents.items():
        line = locate(read_text(path), f"`{name}`")
        if not (corpus / name).is_file():
            raise ConfigError(path, line, f"there is no document {name!r} in {corpus}")
        if override.date is not None and not is_date(override.date):
            raise ConfigError(path, line, f"{override.date!r} is not a date: YYYY, YYYY-MM or YYYY-MM-DD")
    return settings


def is_date(text: str) -> bool:
    """Whether this is a year, month or day in ISO form.

    >>> is_date("2014-12"), is_date("12/2014"), is_date("2014-02-30")
    (True, False, False)
    """
    import datetime

    padded = text + "-01-01"[len(text) - 4 :] if len(text) in (4, 7) else text
    try:
        return len(padded) == 10 and bool(datetime.date.fromisoformat(padded))
    except ValueError:
        return False


def scan(corpus: Path, settings: CorpusSettings, *, max_bytes: int) -> Iterator[CorpusFile | Rejection]:
    """Every document of the corpus folder in the order of its ids, or why it can't be one."""
    seen: dict[str, str] = {}
    files = sorted(_walk(corpus, ""), key=lambda item: (document_id(item[0]), item[0]))
    root = corpus.resolve()
    for path, entry in files:
        found = _examine(path, entry, root, max_bytes=max_bytes)
        if isinstance(found, CorpusFile):
            if found.id in seen:
                reason = f"has the same id as {seen[found.id]!r} (only the encoding of accents differs): rename one"
                yield rejection(path, "same_id", reason)
                continue
            seen[found.id] = path
        yield found


def overrides(settings: CorpusSettings) -> Mapping[str, Override]:
    """What the user says, by document id."""
    return {document_id(path): override for path, override in settings.documents.items()}


def rejection(path: str, code: str, reason: str, *, stage: str = "ingest", sha256: str | None = None) -> Rejection:
    """A Rejection with a path that can be printed and written as UTF-8."""
    shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return Rejection(path=shown, sha256=sha256, stage=stage, code=code, reason=reason)


def _walk(corpus: Path, folder: str) -> Iterator[tuple[str, "os.DirEntry[str] | OSError"]]:
    pending = [folder]
    while pending:
        folder = pending.pop()
        try:
            with os.scandir(corpus / folder) as entries:
                listed = list(entries)
        except OSError as error:
            yield folder, error
            continue
        for entry in listed:
            if entry.name.startswith((".", "~$")) or entry.name == "Thumbs.db" or entry.name.endswith(".toml"):
                continue
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                pending.append(path)
            else:
                yield path, entry


def _examine(path: str, entry: "os.DirEntry[str] | OSError", root: Path, *, max_bytes: int) -> CorpusFile | Rejection:
    try:
        if isinstance(entry, OSError):
            raise entry
        if entry.is_symlink() and not Path(entry.path).resolve(strict=True).is_relative_to(root):
            return rejection(path, "outside", "a symbolic link that leaves the corpus folder: copy the file instead")
        status = entry.stat()
        if stat.S_ISDIR(status.st_mode):
            return rejection(
                path, "link_to_folder", "a symbolic link to a folder is not followed: its files count where they are"
            )
        if not stat.S_ISREG(status.st_mode):
            return rejection(path, "not_a_file", "neither a regular file nor a folder")
        if status.st_size > max_bytes:
            reason = f"{status.st_size:,} bytes are more than MAX_BYTES={max_bytes}: raise it or cut the file in parts"
            return rejection(path, "too_large", reason)
        if not os.access(entry.path, os.R_OK):
            return rejection(path, "permission", "no permission to read this file")
    except OSError as error:
        return rejection(path, "unreadable", f"can't be read: {error.strerror or error}")
    stamp = (status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    return CorpusFile(document_id(path), path, status.st_size, stamp)
