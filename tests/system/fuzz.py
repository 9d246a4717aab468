"""Fuzzes one reader with damaged files: `PYTHONPATH=.:tests python tests/system/fuzz.py .pdf 600 FOLDER`.

A process with limits reads damaged files one after the other. It writes each to FOLDER before it reads it, and keeps
those that are neither read nor refused; where it dies or hangs, the last file is what did it, and another goes on.
"""

import io
import os
import random
import resource
import subprocess
import sys
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import docx
from invariants import check_text
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.emit import public_document
from pipeline.errors import BadDocument
from pipeline.ingest import IngestResources, ingest, load_ingest_resources
from pipeline.records import DocumentLinks, DocumentTopics, Extracted, Provenance

SUFFIXES = (".txt", ".md", ".html", ".pdf", ".docx")
LONGEST = 20  # seconds that a damaged file may take
STUCK = 90  # seconds of the processor more than a process should take, from which it hangs
PATIENCE = 900  # seconds more of the clock: the machine may be busy
MEMORY = 3 << 30
ROOT = Path(__file__).parents[2]
SPLICES = (
    *(b"\x00", b"\xff\xfe", b"<", b"</p>", b"<![CDATA[", b"endobj", b"stream", b"PK\x03\x04", b"\n\n", b"-\n"),
    *(
        b"&#x110000;",
        b"1 0 R",
        b"<<",
        b">>",
        b"[",
        b" 99999999999 ",
        b" -1 ",
        b" 1e30 ",
        b"/Kids [1 0 R]",
        b"BT ET q Q",
    ),
    *(
        b"<w:p>",
        b"<w:tbl><w:tr><w:tc>",
        b"</w:r>",
        b"<w:br/>",
        b"<w:txbxContent>",
        b'<w:del w:id="1">',
        b"\xf0\x9d\x84\x9e",
    ),
    *(b"```\n", b"> ", b"| ", b"[^1]: ", b"  \n", b"---\n", b"\\", b"\xe2\x80\xae", b"&amp;", b"\r", b"* ", b"# "),
)


def damage(data: bytes, chance: random.Random) -> bytes:
    """A file with bytes flipped, pieces cut out, doubled or put in; in an archive mostly one of its parts."""
    if data.startswith(b"PK") and chance.random() < 0.85:
        return _damage_part(data, chance)
    made = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(made) + 1)
        length = chance.randint(0, 200)
        kind = chance.randrange(6)
        if kind == 0 and made:
            made[at % len(made)] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del made[at : at + length]
        elif kind == 2:
            made[at:at] = made[at : at + length] * chance.randint(1, 20)
        elif kind in (3, 5):
            made[at:at] = chance.choice(SPLICES)
        elif at > len(made) // 2:
            del made[at:]
    return bytes(made)


def _damage_part(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    chosen = chance.choice([*parts, *(name for name in parts if name.startswith("word/")), *["word/document.xml"] * 20])
    whole = parts[chosen]
    parts[chosen] = _swap_tags(whole, chance) if chance.random() < 0.5 else damage(whole, chance)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _swap_tags(data: bytes, chance: random.Random) -> bytes:
    """XML that is still well formed: one element is called by the name of another throughout."""
    names = sorted({piece.split(b">")[0].split()[0].strip(b"/") for piece in data.split(b"<w:")[1:] if piece.strip()})
    for _ in range(chance.randint(1, 3) if names else 0):
        old, new = chance.choice(names), chance.choice(names)
        for sign in (b">", b" ", b"/"):
            data = data.replace(b"<w:" + old + sign, b"<w:" + new + sign)
        data = data.replace(b"</w:" + old + b">", b"</w:" + new + b">")
    return data


def samples(suffix: str) -> list[bytes]:
    """The documents of a format that the project has; for Word one with all that its reader knows, too."""
    found = [path.read_bytes() for path in sorted((ROOT / "corpus" / "documents").rglob(f"*{suffix}"))]
    return [*found, *(make() for make in _MADE.get(suffix, ()))]


def _open_pdf() -> bytes:
    """A PDF whose objects and pages can be read, and damaged, as they are."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pageCompression=0, invariant=1)
    for page in range(3):
        canvas.bookmarkHorizontal(str(page), 0, 700)
        canvas.drawString(72, 780, "Northern Papers")
        for row in range(30):
            for column in range(2):
                canvas.drawString(
                    72 + 230 * column, 740 - 14 * row, f"the ministers met in Oslo on {row + 1} May {page}"
                )
        canvas.drawImage(ImageReader(Image.new("RGB", (8, 8), "white")), 72, 100, 20, 20)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _full_docx() -> bytes:
    """A Word file with headings, lists, a table in a table, header and footer."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Northern Papers, 3 March 2014"
    document.sections[0].footer.paragraphs[0].text = "page 1"
    document.add_heading("Les pêches du Nord", 1)
    document.add_paragraph("Le ministre s'est rendu à Oslo.\nIl y a rencontré son homologue.")
    document.add_paragraph("Premier point", style="List Bullet")
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "Année"
    table.cell(0, 1).add_table(2, 2).cell(1, 1).text = "2014"
    table.cell(1, 0).merge(table.cell(1, 1)).text = "6 Md€"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


_MADE: dict[str, tuple[Callable[[], bytes], ...]] = {".pdf": (_open_pdf,) * 3, ".docx": (_full_docx,)}


def _read(data: bytes, suffix: str, resources: IngestResources) -> bool:
    """Whether a file is read, all invariants of its text kept; otherwise it is refused with a reason."""
    try:
        ingested, source = ingest(data, path=f"x{suffix}", document_id="x", override=None, resources=resources)
    except BadDocument as error:
        if not (error.code and error.reason):
            raise ValueError("a refusal without a reason") from error
        return False
    document = public_document(
        ingested,
        source,
        Extracted(id="x", mentions=()),
        DocumentLinks(id="x", entities={}),
        DocumentTopics(id="x", summary=(), topics=()),
        provenance=Provenance(pipeline="0", models={}, configuration="0"),
    )
    check_text(document, ingested, source)
    return True


def _child(suffix: str, seed: int, seconds: float, folder: Path, whole: Sequence[bytes]) -> None:
    """Read damaged files until the time is up; tells on the standard output what it tried."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    processor = int(seconds) + STUCK
    resource.setrlimit(resource.RLIMIT_CPU, (processor, processor))  # what hangs is stopped, what only waits is not
    resources = load_ingest_resources(ROOT / "models")
    chance = random.Random(f"{suffix} {seed}")
    ends = time.monotonic() + seconds
    tried = read = 0
    while time.monotonic() < ends:
        data = damage(chance.choice(whole), chance)
        current = folder / f"current{suffix}"
        current.write_bytes(data)
        started = time.process_time()
        try:
            read += _read(data, suffix, resources)
        except Exception:  # every bug is kept; the search goes on
            _keep(current, f"{seed}-{tried}", traceback.format_exc())
        if time.process_time() - started > LONGEST / 2:
            _keep(current, f"{seed}-{tried}", "slow")
        tried += 1
    (folder / f"current{suffix}").unlink(missing_ok=True)
    print(tried, read, flush=True)


def _keep(current: Path, name: str, why: str) -> None:
    current.with_name(f"find-{name}{current.suffix}").write_bytes(current.read_bytes())
    current.with_name(f"find-{name}{current.suffix}.why").write_text(why)


def fuzz(suffix: str, seconds: float, folder: Path) -> Iterator[Path]:
    """The damaged files that a reader neither reads nor refuses; why is in a file beside each."""
    folder.mkdir(parents=True, exist_ok=True)
    ends, seed = time.monotonic() + seconds, int(os.environ.get("SOAK_SEED", "0"))
    while (left := ends - time.monotonic()) > 0:
        slice_ = min(left, 120.0)
        command = [sys.executable, __file__, suffix, str(slice_), str(folder), "--child", str(seed)]
        environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{Path(__file__).parents[1]}"}
        try:
            done = subprocess.run(command, timeout=slice_ + PATIENCE, env=environment, capture_output=True, text=True)
            failed = (done.stderr[-2000:] or f"it ended with {done.returncode}") if done.returncode else ""
        except subprocess.TimeoutExpired:
            failed = "it hangs"
        if failed and not (folder / f"current{suffix}").exists():
            raise RuntimeError(failed)
        if failed:
            _keep(folder / f"current{suffix}", f"{seed}-died", failed)
        else:
            print(suffix, seed, *done.stdout.split(), flush=True)
        seed += 1
    yield from sorted(folder.glob(f"find-*{suffix}"))


def main(arguments: Sequence[str]) -> None:
    """The command: a suffix, seconds, and the folder to keep the finds in."""
    suffix, seconds, folder = arguments[0], float(arguments[1]), Path(arguments[2])
    if "--child" in arguments:
        _child(suffix, int(arguments[-1]), seconds, folder, samples(suffix))
        return
    for find in fuzz(suffix, seconds, folder):
        print(find, find.with_name(f"{find.name}.why").read_text().strip().splitlines()[-1:])


if __name__ == "__main__":
    main(sys.argv[1:])
