"""The folder of the outputs: where it may lie, and what is said where it can't be written to."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.config import Paths
from pipeline.errors import UserError

_OF_DISK = frozenset({
    errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EEXIST, errno.ENOTDIR, errno.EIO,
})  # fmt: skip
_OF_DATABASE = frozenset({
    sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM,
})  # fmt: skip


@contextmanager
def writing_to(outputs: Path) -> Iterator[None]:
    """Say in one line that the disk is full, or that the folder can't be written to.

    Raises:
        UserError: in place of the error of the system; what is whole on the disk stays, and a run goes on from there.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in _OF_DISK:
            raise
        raise _unwritable(error.filename or outputs, error.strerror) from error
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _OF_DATABASE:  # the rest of the code says more exactly where
            raise
        raise _unwritable(outputs, str(error)) from error


def inside_corpus(paths: Paths) -> str | None:
    """The way from the corpus folder to outputs that lie in it, which are no documents; None where they don't.

    Raises:
        UserError: both are the same folder.
    """
    corpus, outputs = paths.corpus.resolve(), paths.outputs.resolve()
    if corpus == outputs:
        raise UserError(f"{paths.outputs}: this is the folder of the documents; name other OUTPUTS=")
    return outputs.relative_to(corpus).as_posix() if outputs.is_relative_to(corpus) else None


def _unwritable(path: Path | str, reason: str | None) -> UserError:
    return UserError(f"{path}: can't be written: {reason}; make room or name other OUTPUTS=, then run again")
