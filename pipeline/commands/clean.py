"""`clean`: remove what a run made."""

import shutil
from pathlib import Path

from pipeline.errors import UserError

_FOLDERS = ("documents", "tables", "report", "evaluation")
_FILES = (
    "duplicates.json",
    "entities.json",
    "topics.json",
    "unsure.json",
    "rejections.json",
    "depeche.sqlite",
    ".datasette.json",
    "work.sqlite",
    "work.sqlite-wal",
    "work.sqlite-shm",
    ".lock",
)


def clean_outputs(outputs: Path) -> None:
    """Remove the files and folders that runs write in `outputs`, and nothing else; `ids.json` stays.

    Raises:
        UserError: the folder is no outputs folder.
    """
    if not outputs.is_dir():
        raise UserError(f"{outputs}: no such folder")
    for name in _FOLDERS:
        shutil.rmtree(outputs / name, ignore_errors=True)
    for name in _FILES:
        (outputs / name).unlink(missing_ok=True)
