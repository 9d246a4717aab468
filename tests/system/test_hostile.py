"""Bad input: each file is processed or named with its reason, and the run goes on."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from harness import command, documents, go, rejections
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

pytestmark = pytest.mark.model

GOOD = "Le ministre portugais s'est rendu à Madrid le 4 mai 2016 pour signer un accord.\n"


def pdf(text: str = "The Minister visited Madrid on 4 May 2016.", password: str | None = None) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption(password) if password else None, invariant=1)
    if text:
        canvas.drawString(72, 700, text)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def zipped(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data, stored)
    return stream.getvalue()


CONTENT_TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    b'wordprocessingml.document.main+xml"/></Types>'
)

# What is written, and the code of its rejection.
REJECTED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.txt": (lambda: b"", "empty"),
    "blank.txt": (lambda: b" \n\t\n", "empty"),
    "truncated.pdf": (lambda: pdf()[:300], "truncated"),
    "encrypted.pdf": (lambda: pdf(password="secret"), "encrypted"),
    "scanned.pdf": (lambda: pdf(text=""), "no_text"),
    "bomb.docx": (
        lambda: zipped(**{"[Content_Types]_xml": CONTENT_TYPES, "word__document_xml": bytes(120_000_000)}),
        "zip_bomb",
    ),
    "binary.txt": (lambda: bytes(range(256)) * 40, "binary"),
    "old.doc": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4000), "unsupported"),
    "text.odt": (
        lambda: zipped(mimetype=b"application/vnd.oasis.opendocument.text", content_xml=b"<x/>"),
        "unsupported",
    ),
    "text.rtf": (lambda: rb"{\rtf1\ansi Hello.}", "unsupported"),
    "mail.eml": (
        lambda: b"From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nHello.\r\n",
        "unsupported",
    ),
}
ACCEPTED: dict[str, bytes] = {
    "two.txt": GOOD.encode(),
    "two.md": GOOD.encode(),
    "with blanks.txt": GOOD.encode(),
    "d'été “à” l'Élysée.txt": GOOD.encode(),
    "line\nbreak.txt": GOOD.encode(),
    'quo"te.txt': GOOD.encode(),
    "latin1.txt": GOOD.encode("latin-1"),
    "utf16.txt": GOOD.encode("utf-16"),
    "german.txt": b"Der Minister ist am Mittwoch nach Madrid gereist und hat dort ein Abkommen gebilligt.\n",
}


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    corpus = folder / "documents"
    corpus.mkdir()
    for name, (make, _) in REJECTED.items():
        (corpus / name).write_bytes(make())
    for name, data in ACCEPTED.items():
        (corpus / name).write_bytes(data)
    with (corpus / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    (folder / "secret.txt").write_text("outside the corpus\n")
    (corpus / "link.txt").symlink_to(folder / "secret.txt")
    (corpus / "inside.txt").symlink_to(corpus / "two.txt")
    (corpus / "loop").symlink_to(corpus)
    (corpus / "gone.txt").symlink_to(corpus / "nothing.txt")
    os.mkfifo(corpus / "pipe.txt")
    for ignored in (".hidden.txt", "~$note.docx", "Thumbs.db", "settings.toml"):
        (corpus / ignored).write_bytes(b"x")
    go(corpus, folder / "outputs")
    return folder / "outputs"


def test_every_file_is_processed_or_named_with_its_reason(outputs: Path) -> None:
    rejected = rejections(outputs)
    expected = {name: code for name, (_, code) in REJECTED.items()}
    expected |= {"huge.txt": "too_large", "link.txt": "outside", "loop": "link_to_folder"}
    expected |= {"gone.txt": "unreadable", "pipe.txt": "not_a_file"}
    assert {path: item.code for path, item in rejected.items()} == expected
    assert all(item.reason and item.stage == "ingest" for item in rejected.values())
    accepted = {document.source.path for document in documents(outputs).values()}
    assert accepted == {*ACCEPTED, "inside.txt"}


def test_a_rejected_format_names_the_conversion(outputs: Path) -> None:
    rejected = rejections(outputs)
    assert all(".docx" in rejected[name].reason for name in ("old.doc", "text.odt", "text.rtf"))
    assert "MAX_BYTES" in rejected["huge.txt"].reason


def test_charsets_are_read_and_german_is_not_taken_for_english(outputs: Path) -> None:
    found = documents(outputs)
    for name in ("latin1.txt", "utf16.txt", "two.txt"):
        assert "s'est rendu à Madrid" in found[name].text
        assert "2016-05-04" in {getattr(m.value, "edtf", None) for m in found[name].mentions}
    assert found["german.txt"].language == "other"
    assert {found[name].language for name in ("latin1.txt", "utf16.txt", "two.md")} == {"fr"}


def test_strict_exits_with_one_and_names_the_file_on_one_line(tmp_path: Path) -> None:
    corpus = tmp_path / "documents"
    corpus.mkdir()
    (corpus / "empty\nfile.txt").write_bytes(b"")
    (corpus / "good.txt").write_text(GOOD)
    for options, code in (((), 0), (("--strict",), 1)):
        process = command(corpus, tmp_path / "outputs", *options)
        printed, _ = process.communicate(timeout=300)
        assert process.returncode == code, printed
        assert "1 rejected" in printed
        assert "'empty\\nfile.txt'" in printed


def test_a_file_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = tmp_path / "documents"
    corpus.mkdir()
    (corpus / "locked.txt").write_text(GOOD)
    (corpus / "locked.txt").chmod(0)
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may read everything
    summary = go(corpus, tmp_path / "outputs")
    assert [(r.path, r.code) for r in summary.rejections] == [("locked.txt", "permission")]


def test_a_document_over_its_limits_is_rejected_by_name_and_tried_again_with_more(tmp_path: Path) -> None:
    corpus = tmp_path / "documents"
    corpus.mkdir()
    (corpus / "good.txt").write_text(GOOD)
    summary = go(corpus, tmp_path / "outputs", timeout=0.001)
    assert [(r.path, r.code) for r in summary.rejections] == [("good.txt", "timeout")]
    assert "TIMEOUT=" in summary.rejections[0].reason
    assert not any(count for _, count, _ in go(corpus, tmp_path / "outputs", timeout=0.001).stages)
    starved = go(corpus, tmp_path / "outputs", memory=150, timeout=20.0)
    assert starved.rejections[0].code in ("memory", "crashed", "timeout")  # which one is the library's choice
    assert go(corpus, tmp_path / "outputs").rejections == ()


def test_an_empty_corpus_is_no_error(tmp_path: Path) -> None:
    corpus = tmp_path / "documents"
    corpus.mkdir()
    assert go(corpus, tmp_path / "outputs").rejections == ()
    assert (tmp_path / "outputs" / "report" / "index.html").exists()
