"""Golden files: what every stage makes of a small corpus, kept as files whose diff is read.

`make golden` writes them again.
"""

import io
from pathlib import Path

import msgspec
import pytest

from pipeline.config import Limits, Paths
from pipeline.emit import encode
from pipeline.records import DocumentLinks, DocumentTopics, Extracted, Ingested, SourceText
from pipeline.runner import run
from pipeline.runner.progress import Progress
from pipeline.store import SqliteStore, unpack

HERE = Path(__file__).parent
KINDS = {
    "source": SourceText,
    "ingest": Ingested,
    "extract": Extracted,
    "link": DocumentLinks,
    "topics": DocumentTopics,
}
FILES = ("entities", "topics", "duplicates", "unsure", "rejections", "ids")

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a run makes now: name of the golden file → content."""
    outputs = tmp_path_factory.mktemp("golden")
    run(Paths(corpus=HERE / "documents", outputs=outputs), Limits(jobs=2), progress=Progress(io.StringIO()))
    store = SqliteStore(outputs / "work.sqlite")
    found = {
        f"{stage}/{id_}.json": encode(unpack(value, kind))  # type: ignore[arg-type]
        for stage, kind in KINDS.items()
        for id_, value in store.values(stage)
    }
    store.close()
    found |= {f"corpus/{name}.json": (outputs / f"{name}.json").read_bytes() for name in FILES}
    for path in sorted((outputs / "documents").rglob("*.json")):
        document = msgspec.json.decode(path.read_bytes())
        document["provenance"] = "left out: it changes with every lexicon"
        found[f"emit/{path.name}"] = msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"
    return found


def test_every_stage_makes_what_it_made(made: dict[str, bytes], request: pytest.FixtureRequest) -> None:
    folder = HERE / "expected"
    if request.config.getoption("--rewrite-golden"):
        for path in sorted(folder.rglob("*.json")):
            path.unlink()
        for name, data in made.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
    kept = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.json"))}
    assert made.keys() == kept.keys()
    changed = [name for name, data in made.items() if kept[name] != data]
    assert not changed, "differs from tests/golden/expected (read the diff; `make golden` writes them again)"
