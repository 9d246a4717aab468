"""Weights of our own for a package's `ner`: what `make train` made, in `models/ner/<language>`.

A folder holds `weights.npz` (float16 arrays, no pickles: one for each parameter, named by its node's place in the model
and the parameter), `manifest.json` (which package they are for, their hash) and a card. The package gives everything
else: tokenizer, vectors, the form of the model.
"""

import hashlib
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from pipeline.errors import ConfigError
from pipeline.extract.entities.model.static import hash_of_vectors

WEIGHTS, MANIFEST, CARD = "weights.npz", "manifest.json", "README.md"
_UNSEEN = "unseen_classes"  # where spaCy keeps the labels that were added and never learnt, and mutes them


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the weights are for.

    `sha256` is of `weights.npz`, `data` of what they were trained on, `vectors` of the static vectors they go with.
    """

    package: str
    version: str
    labels: tuple[str, ...]
    sha256: str
    data: str
    seed: int
    vectors: str | None = None


def load_weights(ner: Any, folder: Path, package: str) -> None:
    """Put the weights of a folder into the package's `ner`, which must be loaded, with its vectors, and unchanged.

    Raises:
        ConfigError: no weights there, others than the manifest names, or weights for another package or other vectors.
    """
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
        data = (folder / WEIGHTS).read_bytes()
    except OSError as error:
        raise ConfigError(folder, None, f"no weights: {error.strerror}; leave `weights` out of models.toml") from None
    except msgspec.DecodeError as error:
        raise ConfigError(folder / MANIFEST, None, str(error)) from None
    if manifest.package != package:
        raise ConfigError(folder / MANIFEST, None, f"weights for {manifest.package}, not {package}: see models.toml")
    if manifest.vectors != hash_of_vectors(ner):
        raise ConfigError(folder / MANIFEST, None, "weights for other static vectors: see `vectors` in models.toml")
    if hashlib.sha256(data).hexdigest() != manifest.sha256:
        raise ConfigError(folder / WEIGHTS, None, "not the weights that the manifest names (its hash differs)")
    add_labels(ner, manifest.labels)
    try:
        unpack(ner.model, data)
    except ValueError as error:
        raise ConfigError(folder / WEIGHTS, None, f"weights for another model: {error}") from None
    ner.model.attrs[_UNSEEN].clear()


def add_labels(ner: Any, labels: Sequence[str]) -> None:
    """Give the model the labels that it does not have yet, in order."""
    for label in labels:
        if label not in ner.labels:
            ner.add_label(label)


def pack(model: Any) -> bytes:
    """The parameters of a model as an `.npz` of float16, the same bytes for the same parameters."""
    packed = io.BytesIO()
    parameters = {name: node.get_param(key).astype(np.float16) for name, node, key in _parameters(model)}
    np.savez_compressed(packed, **parameters)
    return packed.getvalue()


def mean(packs: Sequence[bytes]) -> bytes:
    """The mean of packed parameters of one model; those of one pack are the pack itself."""
    if len(packs) == 1:
        return packs[0]
    loaded = [np.load(io.BytesIO(data), allow_pickle=False) for data in packs]
    averaged = {
        name: np.mean([one[name].astype(np.float32) for one in loaded], axis=0).astype(np.float16)
        for name in loaded[0].files
    }
    packed = io.BytesIO()
    np.savez_compressed(packed, **averaged)
    return packed.getvalue()


def unpack(model: Any, data: bytes) -> None:
    """Give a model its packed parameters.

    Raises:
        ValueError: they are another model's.
    """
    arrays = np.load(io.BytesIO(data), allow_pickle=False)
    for name, node, key in _parameters(model):
        if name not in arrays or arrays[name].shape != node.get_param(key).shape:
            raise ValueError(f"{name} is missing or of another shape")
        node.set_param(key, arrays[name].astype(np.float32))


def _parameters(model: Any) -> Iterator[tuple[str, Any, str]]:
    for number, node in enumerate(model.walk()):
        for key in node.param_names:
            if node.has_param(key):
                yield f"{number}.{key}", node, key
