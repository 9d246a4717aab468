"""The scores of the baselines, kept beside the gold under its hash."""

from pathlib import Path

import msgspec

from pipeline.errors import ConfigError
from pipeline.evaluate.results import Evaluation
from pipeline.records import Record

KEPT = "baselines.json"


class Kept(Record, frozen=True, kw_only=True):
    """The hash of the gold, and the scores by baseline and split."""

    gold: str
    baselines: dict[str, dict[str, Evaluation]]


def kept_baselines(folder: Path, gold: str) -> dict[str, dict[str, Evaluation]] | None:
    """The scores that were kept for this very gold; None when there are none."""
    path = folder / KEPT
    if not path.is_file():
        return None
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=Kept)
    except msgspec.DecodeError as error:
        raise ConfigError(path, None, f"{error}; BASELINES=1 writes it again") from None
    return kept.baselines if kept.gold == gold else None


def keep_baselines(folder: Path, gold: str, baselines: dict[str, dict[str, Evaluation]]) -> None:
    """Write the scores."""
    kept = msgspec.json.encode(Kept(gold=gold, baselines=baselines))
    (folder / KEPT).write_bytes(msgspec.json.format(kept, indent=2) + b"\n")
