"""One run: what all stages of it share, and the small steps they have in common."""

import fcntl
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TextIO

import msgspec

from pipeline import __version__
from pipeline.config import Limits, ModelsConfig, Paths, checked_corpus, load_models_config
from pipeline.corpus import CorpusFile, load_settings, overrides
from pipeline.errors import ConfigError, UserError
from pipeline.files import write_if_changed
from pipeline.records import Extracted, Ids, Ingested, Provenance, Rejection
from pipeline.runner.progress import Progress
from pipeline.runner.versions import combine, configuration_hash, installed, stage_versions
from pipeline.store import SqliteStore, unpack


class Run:
    """The state of one run. Use as a context manager: it holds the outputs folder's lock and the work store.

    Raises:
        UserError: another run is at work on the same outputs, or a file of settings is wrong.
    """

    def __init__(self, paths: Paths, limits: Limits, progress: Progress) -> None:
        self.paths = paths
        self.limits = limits
        self.progress = progress
        self.settings = load_settings(checked_corpus(paths.corpus))
        self.overrides = overrides(self.settings)
        self.models: ModelsConfig = load_models_config(paths.models)
        self.versions = stage_versions(paths.models, self.models)
        self.recogniser: tuple[str, ...] = _recogniser(limits)
        self.files: dict[str, tuple[CorpusFile, str]] = {}
        self.scanned: list[Rejection] = []
        self.skipped = 0
        self.bugs: list[str] = []

    def __enter__(self) -> "Run":
        self._lock = _lock(self.paths.outputs)
        self.store = SqliteStore(self.paths.outputs / "work.sqlite")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.close()
        self._lock.close()

    def key(self, stage: str, *parts: str) -> str:
        """The content key of a stage's result on these inputs."""
        return combine(stage, self.versions[stage], *parts)

    def limits_key(self, key: str) -> str:
        """The key of a result that also depends on the limits (time ran out): more of them are worth another try."""
        return combine(key, f"{self.limits.timeout}", f"{self.limits.memory}")

    def ids_path(self) -> Path:
        """Where the ids of the last run are."""
        return self.paths.outputs / "ids.json"

    def ids(self) -> Ids:
        """The ids of the last run; none for a fresh start."""
        path = self.ids_path()
        try:
            return msgspec.json.decode(path.read_bytes(), type=Ids)
        except FileNotFoundError:
            return Ids()
        except msgspec.DecodeError as error:
            raise ConfigError(path, None, f"{error}; mend it or delete it for a fresh start") from None

    def pairs(self) -> Iterator[tuple[Ingested, Extracted]]:
        """Every document that came through, by id, streamed."""
        ingested = self.store.values("ingest")
        for id_, value in self.store.values("extract"):
            for other, record in ingested:
                if other == id_:
                    yield unpack(record, Ingested), unpack(value, Extracted)
                    break

    def rejections(self) -> tuple[Rejection, ...]:
        """All rejections of this run, by path."""
        stored = [unpack(value, Rejection) for value in self.store.rejections()]
        return tuple(sorted((*self.scanned, *stored), key=lambda r: (r.path, r.stage, r.code)))

    def provenance(self) -> Provenance:
        """What made the documents of this run."""
        models = {
            name: f"{model.package} {installed(model.package)}"
            for name, model in (("en", self.models.en), ("fr", self.models.fr))
        }
        models["spacy"] = installed("spacy")
        return Provenance(pipeline=__version__, models=models, configuration=configuration_hash(self.paths.models))

    def write(self, name: str, data: bytes, *, sync: bool = False) -> bool:
        """Write a file of the outputs folder; True when its bytes changed. `sync` waits until the disk has it."""
        return write_if_changed(self.paths.outputs / name, data, sync=sync)


def _recogniser(limits: Limits) -> tuple[str, ...]:
    """The name of what reads images of text, if it is asked for: results of `ingest` depend on it."""
    if not limits.ocr:
        return ()
    from pipeline.ingest.recognise import find_tesseract

    return (find_tesseract().name,)


def _lock(outputs: Path) -> TextIO:
    outputs.mkdir(parents=True, exist_ok=True)
    file = (outputs / ".lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise UserError(f"{outputs}: another run is at work here; wait for it or name other OUTPUTS=") from None
    return file
