"""Writing weights: the arrays, and a manifest that says what they are for, with hashes."""

import hashlib
from pathlib import Path

import msgspec

from pipeline.extract.entities.model.weights import CARD, MANIFEST, WEIGHTS, Manifest
from pipeline.train.learn import Lesson


def write_weights(folder: Path, weights: bytes, lesson: Lesson) -> None:
    """Write weights and manifest into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    package = lesson.package
    manifest = Manifest(
        package=package.package,
        version=package.version,
        labels=tuple(package.labels),
        sha256=hashlib.sha256(weights).hexdigest(),
        data=lesson.material.digest,
        seed=lesson.how.seed,
        vectors=lesson.vectors.sha256 if lesson.vectors else None,
    )
    (folder / WEIGHTS).write_bytes(weights)
    (folder / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")


def replace_weights(new: Path, folder: Path) -> None:
    """Put the files of a folder of weights in the place of another's; the manifest last."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in (WEIGHTS, CARD, MANIFEST):
        (folder / name).write_bytes((new / name).read_bytes())
