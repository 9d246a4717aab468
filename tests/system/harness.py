"""Small corpora, runs and comparisons for the tests of the whole pipeline."""

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

import msgspec

from pipeline.config import Limits, Paths
from pipeline.emit import dump
from pipeline.records import Document, Rejection
from pipeline.runner import Summary, run
from pipeline.runner.progress import Progress

ROOT = Path(__file__).resolve().parent.parent.parent
_OWN = {"work.sqlite", "work.sqlite-wal", "work.sqlite-shm", ".lock"}

FRENCH = """Visite officielle à Lisbonne

Lisbonne, le 4 mai 2016

Le ministre des Affaires étrangères, Jean-Marc Ayrault, s'est rendu au Portugal les 3 et 4 mai 2016. Il a signé
avec son homologue portugais, Augusto Santos Silva, un accord de coopération sur l'énergie. Les échanges ont
atteint 11,2 milliards d'euros en 2015, dont 6 % pour l'énergie. La Commission européenne soutient ce projet depuis
2014.
"""
ENGLISH = """Official visit to Lisbon

Lisbon, 4 May 2016

The French Foreign Minister, Jean-Marc Ayrault, visited Portugal on 3 and 4 May 2016. He signed a cooperation agreement
on energy with his counterpart Augusto Santos Silva. Trade reached 11.2 billion euros in 2015, of which 6 per cent was
energy. The European Commission has supported the project since 2014.
"""


def small_corpus(folder: Path) -> Path:
    """Four documents, two a language, one in a sub-folder."""
    (folder / "notes").mkdir(parents=True)
    (folder / "visite.txt").write_text(FRENCH, encoding="utf-8")
    (folder / "visit.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "notes" / "énergie n° 2.md").write_text(
        "# Énergie\n\nEn 2019, la Norvège a livré 42 milliards de m³ de gaz à la France, selon l'ONU.\n",
        encoding="utf-8",
    )
    (folder / "school.html").write_text(
        "<html lang=en><head><title>A school in Hanoi</title></head><body><article><h1>A school in Hanoi</h1>"
        "<p>On 12 October 2021 the Embassy of Canada opened a school in Hanoi, with 350 pupils. It cost $2.5 million, "
        "and the Government of Vietnam paid half of it.</p></article></body></html>",
        encoding="utf-8",
    )
    return folder


def go(corpus: Path, outputs: Path, *, jobs: int = 2, **limits: float) -> Summary:
    """A run in this process, quiet."""
    settings = msgspec.convert({"jobs": jobs, **limits}, Limits)
    return run(Paths(corpus=corpus, outputs=outputs), settings, progress=Progress(io.StringIO()))


def command(corpus: Path, outputs: Path, *options: str, **environment: str) -> subprocess.Popen[str]:
    """`python -m pipeline run` in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "pipeline", "run", "--corpus", str(corpus), "--outputs", str(outputs), *options],
        cwd=ROOT,
        env={**os.environ, **environment},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def tree(outputs: Path) -> dict[str, str]:
    """Everything that a run gives, as hashes: path → SHA-256; databases by their sorted dump."""
    found: dict[str, str] = {}
    for path in sorted(outputs.rglob("*")):
        if path.is_file() and path.name not in _OWN:
            data = "\n".join(dump(path)).encode() if path.suffix == ".sqlite" else path.read_bytes()
            found[path.relative_to(outputs).as_posix()] = hashlib.sha256(data).hexdigest()
    return found


def stamps(outputs: Path) -> dict[str, int]:
    """When each file was last written, in nanoseconds."""
    files = (path for path in outputs.rglob("*") if path.is_file() and path.name not in _OWN)
    return {path.as_posix(): path.stat().st_mtime_ns for path in files}


def documents(outputs: Path) -> dict[str, Document]:
    """The public documents, by id."""
    paths = sorted((outputs / "documents").rglob("*.json"))
    decoded = (msgspec.json.decode(path.read_bytes(), type=Document) for path in paths)
    return {document.id: document for document in decoded}


def rejections(outputs: Path) -> dict[str, Rejection]:
    """The rejections, by path."""
    listed = msgspec.json.decode((outputs / "rejections.json").read_bytes(), type=list[Rejection])
    return {rejection.path: rejection for rejection in listed}
