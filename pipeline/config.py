"""What a run is told from outside: where things are, the limits, and which models to use."""

import os
from pathlib import Path

import msgspec

from pipeline.errors import ConfigError
from pipeline.records import EntityLabel
from pipeline.toml import load_toml

MODELS = Path(__file__).resolve().parent.parent / "models"


class Limits(msgspec.Struct, frozen=True):
    """What a run may use.

    Attributes:
        jobs: worker processes.
        timeout: seconds a document may take, plus one second more per 5,000 words.
        memory: megabytes of data a worker may hold, models included.
        max_bytes: largest file that is read.
        ocr: the program tesseract, for pages that are images; it takes its time.
    """

    jobs: int = 1
    timeout: float = 60.0
    memory: int = 4096
    max_bytes: int = 20_000_000
    ocr: bool = False

    def seconds(self, words: float) -> float:
        """The time limit of a document of so many words; with tesseract ten times as long."""
        return (self.timeout + words / 5000) * (10 if self.ocr else 1)


class Paths(msgspec.Struct, frozen=True):
    """Where a run reads and writes."""

    corpus: Path
    outputs: Path
    models: Path = MODELS


class SpacyModel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A spaCy package and what its entity labels mean here.

    `weights` is the folder, under `models/`, of weights of our own for the package's `ner` (`make train` writes them);
    `vectors` the file there of static vectors that they were trained with.
    """

    package: str
    version: str
    labels: dict[str, EntityLabel]
    weights: str | None = None
    vectors: str | None = None


class ModelsConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`models/models.toml`."""

    fr: SpacyModel
    en: SpacyModel

    def of(self, language: str) -> SpacyModel:
        """The model for a language; French unless it is English."""
        return self.en if language == "en" else self.fr


def load_models_config(models: Path) -> ModelsConfig:
    """Read `models/models.toml`.

    Raises:
        ConfigError: the file is missing or wrong.
    """
    return load_toml(models / "models.toml", ModelsConfig)


def default_jobs() -> int:
    """As many workers as this process may use cores."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def checked_corpus(corpus: Path) -> Path:
    """The corpus folder, or a ConfigError that says that there is none."""
    if not corpus.is_dir():
        raise ConfigError(corpus, None, "no such folder; CORPUS= names the folder of documents")
    return corpus
