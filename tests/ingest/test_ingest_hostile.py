"""Bad and hostile input: refused with a code and a reason that helps, or read right; never a crash, never slow."""

import io
import struct
import zipfile
import zlib

import docx
import pytest
from reportlab.pdfgen import canvas
from time_limit import within

from pipeline.errors import BadDocument
from pipeline.ingest import IngestResources, ingest

FRENCH = "Le président de la République s’est rendu à Astana où il a été reçu par son homologue. L’œuvre coûte 10 €.\n"
ENGLISH = "The minister’s visit – the first since 2010 – was “very useful” to both countries, he said in Geneva.\n"


def code_of(data: bytes, path: str, resources: IngestResources) -> tuple[str, str]:
    with pytest.raises(BadDocument) as caught:
        ingest(data, path=path, document_id=path, override=None, resources=resources)
    return caught.value.code, caught.value.reason


def text_of(data: bytes, path: str, resources: IngestResources) -> str:
    return ingest(data, path=path, document_id=path, override=None, resources=resources)[0].text


def make_pdf(*, pages: int = 1, image: bool = False, password: str | None = None) -> bytes:
    buffer = io.BytesIO()
    pdf = canvas.Canvas(buffer, encrypt=password)
    for _ in range(pages):
        if image:
            from PIL import Image

            pdf.drawInlineImage(Image.new("RGB", (200, 200), "white"), 50, 50, 400, 600)
        else:
            pdf.drawString(72, 700, "The minister met the press in Geneva on Monday morning.")
        pdf.showPage()
    pdf.save()
    return buffer.getvalue()


def make_zip(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            method = zipfile.ZIP_DEFLATED if name.endswith("xml") else zipfile.ZIP_STORED
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content, method)
    return buffer.getvalue()


@pytest.mark.parametrize("data", [b"", b"   \n\n\t ", b"\xef\xbb\xbf", b"\0\0\0\0", b"\xff\xfe\n\0 \0"])
def test_empty(data: bytes, resources: IngestResources) -> None:
    assert code_of(data, "a.txt", resources)[0] == "empty"


@pytest.mark.parametrize(
    ("data", "path", "word"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.doc", "soffice"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.txt", "soffice"),
        (b"{\\rtf1\\ansi Bonjour}", "a.rtf", "soffice"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a.png", "ocrmypdf"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 50, "scan.pdf", "ocrmypdf"),
        (make_zip(xl__workbook_xml=b"<x/>"), "a.xlsx", "Excel"),
        (make_zip(ppt__presentation_xml=b"<x/>"), "a.pptx", "PDF"),
        (make_zip(mimetype=b"application/vnd.oasis.opendocument.text"), "a.odt", "soffice"),
        (make_zip(note=b"text"), "a.zip", "unpack"),
        (b"Received: from x\nSubject: y\nMIME-Version: 1.0\n\nBonjour", "a.eml", "e-mail"),
        (b'<?xml version="1.0"?><feed><entry/></feed>', "a.xml", "XML"),
        (b"\x1f\x8b\x08\0\0\0", "a.gz", "unpack"),
    ],
)
def test_unsupported_names_the_way_out(data: bytes, path: str, word: str, resources: IngestResources) -> None:
    code, reason = code_of(data, path, resources)
    assert code == "unsupported"
    assert word in reason


def test_office_file_with_a_password(resources: IngestResources) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert code_of(data, "a.docx", resources)[0] == "encrypted"


def test_binary_named_txt(resources: IngestResources) -> None:
    noise = bytes((i * 7919 + i * i) % 256 for i in range(4000))
    assert code_of(noise, "a.txt", resources)[0] == "binary"


def test_pdf_troubles(resources: IngestResources) -> None:
    whole = make_pdf(pages=3)
    assert code_of(whole[:300], "a.pdf", resources)[0] in {"truncated", "damaged"}
    assert code_of(b"%PDF-1.7\n" + b"garbage " * 50 + b"%%EOF", "a.pdf", resources)[0] == "damaged"
    assert code_of(make_pdf(password="secret"), "a.pdf", resources)[0] == "encrypted"
    code, reason = code_of(make_pdf(image=True), "scan.pdf", resources)
    assert code == "no_text"
    assert "ocrmypdf" in reason


def test_pdf_is_known_by_content(resources: IngestResources) -> None:
    assert "met the press" in text_of(make_pdf(), "letter.txt", resources)


SAID = b"BT /F 10 Tf 72 700 Td (The minister met the press in Geneva on Monday.) Tj ET "


def open_pdf(content: bytes, *, kids: bytes = b"[3 0 R]", count: int = 1, box: bytes = b"[0 0 595 842]") -> bytes:
    """A PDF of one page, made by hand so that each of its objects can be wrong."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids %s/Count %d>>" % (kids, count),
        b"<</Type/Page/Parent 2 0 R/MediaBox %s/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>" % box,
        b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(packed := zlib.compress(content)), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    data, places = b"%PDF-1.7\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer <</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n" + table + end


@pytest.mark.parametrize(
    "data",
    [
        open_pdf(SAID, count=2_000_000_000),
        open_pdf(SAID, count=-5),
        open_pdf(SAID, box=b"[0 0 1e30 1e30]"),
        open_pdf(b"BT /F 1e9 Tf 1e30 1e30 Td (far away) Tj ET " + SAID),
        open_pdf(b"q " * 500_000 + SAID),
        open_pdf(b" " * 50_000_000 + SAID),
        open_pdf(SAID * 50_000),  # the same line over itself
    ],
    ids=["count", "negative count", "box", "far", "deep", "blank", "over and over"],
)
def test_pdf_with_objects_out_of_all_measure(data: bytes, resources: IngestResources) -> None:
    with within(5):
        assert text_of(data, "a.pdf", resources).startswith("The minister met the press in Geneva on Monday.")


def test_pdf_whose_pages_go_round_in_a_circle(resources: IngestResources) -> None:
    data = open_pdf(SAID, kids=b"[2 0 R 3 0 R]", count=2)
    done, _ = ingest(data, path="a.pdf", document_id="a", override=None, resources=resources)
    assert done.text == "The minister met the press in Geneva on Monday."
    assert [drop.reason for drop in done.dropped] == ["damaged page"]


def make_docx() -> bytes:
    document = docx.Document()
    document.add_paragraph("The minister met the press in Geneva.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_docx_bomb_is_refused_before_it_is_unpacked(resources: IngestResources) -> None:
    bomb = make_zip(word__document_xml=b" " * 60_000_000)
    with within(3):
        assert code_of(bomb, "a.docx", resources)[0] == "zip_bomb"


def test_docx_bomb_that_lies_about_its_size(resources: IngestResources) -> None:
    bomb = bytearray(make_zip(word__document_xml=b" " * 60_000_000))
    place = bomb.rfind(b"PK\x01\x02")
    bomb[place + 24 : place + 28] = struct.pack("<I", 1000)
    assert code_of(bytes(bomb), "a.docx", resources)[0] in {"zip_bomb", "damaged"}


def test_docx_with_entities(resources: IngestResources) -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert code_of(make_zip(word__document_xml=laughs), "a.docx", resources)[0] == "zip_bomb"


def test_docx_damaged(resources: IngestResources) -> None:
    whole = make_docx()
    assert code_of(whole[: len(whole) // 2], "a.docx", resources)[0] in {"damaged", "unsupported"}
    assert code_of(make_zip(word__document_xml=b"<x/>"), "a.docx", resources)[0] == "damaged"


@pytest.mark.parametrize("text", [FRENCH, ENGLISH])
@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "cp1252", "mac_roman", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_charsets(text: str, codec: str, resources: IngestResources) -> None:
    done, source = ingest(text.encode(codec), path="a.txt", document_id="a", override=None, resources=resources)
    assert source.text == text
    assert done.text == text.strip()
    assert done.source.charset


def test_latin_1_without_signs(resources: IngestResources) -> None:
    assert "déjà été reçu à Genève" in text_of("Il a déjà été reçu à Genève.".encode("latin-1"), "a.txt", resources)


def test_cut_in_the_middle_of_a_letter(resources: IngestResources) -> None:
    data = (FRENCH * 3).strip().encode()[:-3]
    assert "président" in text_of(data, "a.txt", resources)


@pytest.mark.parametrize("depth", [5_000, 60_000])
def test_deep_html(depth: int, resources: IngestResources) -> None:
    page = "<html><body>" + "<div>" * depth + "<p>The minister met the press in Geneva.</p>" + "</div>" * depth
    assert "met the press" in text_of(page.encode(), "a.html", resources)


PARAGRAPH = "<p>The minister met the press in Geneva on Monday, and spoke at length about the harbour.</p>"


@pytest.mark.parametrize("tag", ["p", "li", "dd", "tr><td"])
def test_tags_left_open_are_no_depth(tag: str, resources: IngestResources) -> None:
    items = [f"The minister met the press in Geneva on day number {n}, and spoke." for n in range(400)]
    done, _ = ingest(
        f"<html><body>{''.join(f'<{tag}>{item}' for item in items)}".encode(),
        path="a.html", document_id="a", override=None, resources=resources,
    )  # fmt: skip
    assert len(done.blocks) == len(items)


@pytest.mark.parametrize(
    "declared", ["windows-1251", "iso-8859-7", "utf-8", "iso-8859-1", "utf-16", "koi8-r", "no-such"]
)
@pytest.mark.parametrize("codec", ["cp1252", "utf-8"])
def test_a_charset_wrongly_stated(declared: str, codec: str, resources: IngestResources) -> None:
    said = "Le préfet a été reçu à Genève, très ému, après la fête."
    page = f"<html><head><meta charset={declared}></head><body><p>{said}</p></body></html>"
    assert text_of(page.encode(codec), "a.html", resources) == said


def test_a_page_in_another_script_keeps_its_charset(resources: IngestResources) -> None:
    said = "Министр встретился с журналистами в Женеве и говорил о порте."
    page = f"<html><head><meta charset=windows-1251></head><body><p>{said}</p></body></html>"
    assert text_of(page.encode("cp1251"), "a.html", resources) == said


def test_a_web_archive_names_the_way_out(resources: IngestResources) -> None:
    head = "From: <Saved by a browser>\nSnapshot-Content-Location: http://a.fr/\nSubject: x\nMIME-Version: 1.0\n\n"
    for path in ("a.mht", "a.html"):
        code, reason = code_of(f"{head}<html><body>{PARAGRAPH}</body></html>".encode(), path, resources)
        assert (code, "MHTML" in reason) == ("unsupported", True)


def test_checksum_of_parts_is_checked(resources: IngestResources) -> None:
    whole = bytearray(make_docx())
    place = whole.find(b"word/document.xml") + 40
    whole[place] ^= 0xFF
    assert zlib.crc32(bytes(whole)) != zlib.crc32(make_docx())
    assert code_of(bytes(whole), "a.docx", resources)[0] == "damaged"
