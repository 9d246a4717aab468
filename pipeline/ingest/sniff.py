"""Which format a file is, by its content; the suffix only settles what the content leaves open (TXT or Markdown)."""

import re

from pipeline.errors import BadDocument

TEXT, MARKDOWN, HTML, PDF, DOCX = (
    "text/plain",
    "text/markdown",
    "text/html",
    "application/pdf",
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
)

_SOFFICE = "save it as .docx, or run: soffice --headless --convert-to docx FILE"
# (magic bytes, what it is, what to do)
_UNSUPPORTED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word 97-2003 or other old Office file", _SOFFICE),
    (b"{\\rtf", "an RTF file", _SOFFICE),
    (b"\x89PNG", "a PNG image", "recognise its text first, e.g. with: ocrmypdf --image-dpi 300 FILE out.pdf"),
    (b"\xff\xd8\xff", "a JPEG image", "recognise its text first, e.g. with: ocrmypdf --image-dpi 300 FILE out.pdf"),
    (b"II*\x00", "a TIFF image", "recognise its text first, e.g. with: ocrmypdf --image-dpi 300 FILE out.pdf"),
    (b"MM\x00*", "a TIFF image", "recognise its text first, e.g. with: ocrmypdf --image-dpi 300 FILE out.pdf"),
    (b"GIF8", "a GIF image", "recognise its text first, e.g. with: ocrmypdf --image-dpi 300 FILE out.pdf"),
    (b"%!PS", "a PostScript file", "convert it first: ps2pdf FILE out.pdf"),
    (b"AT&TFORM", "a DjVu file", "convert it first: ddjvu -format=pdf FILE out.pdf, then ocrmypdf out.pdf out.pdf"),
    (b"\x1f\x8b", "a gzip archive", "unpack it and put the documents into the corpus"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it and put the documents into the corpus"),
    (b"Rar!", "a RAR archive", "unpack it and put the documents into the corpus"),
    (b"BZh", "a bzip2 archive", "unpack it and put the documents into the corpus"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it and put the documents into the corpus"),
    (b"SQLite format 3\x00", "a SQLite database", "export the texts it holds as .txt files"),
    (b"\x7fELF", "a program", "only documents can be mined"),
    (b"MZ\x90\x00", "a program", "only documents can be mined"),
)
# A name inside a ZIP container tells what it is.
_ZIPPED = (
    (b"xl/", "an Excel workbook", "export its sheets as text or HTML"),
    (b"ppt/", "a PowerPoint file", "export it as PDF"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text (ODT)", _SOFFICE),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file", "export it as PDF or .docx"),
    (b"application/epub+zip", "an EPUB book", "convert it to HTML first, e.g. with: pandoc FILE -o out.html"),
)
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.I)
_XML_ROOT = re.compile(rb"<(?![?!])([\w:.-]{1,60})")
_HTML_TAG = re.compile(rb"</?(?:p|div|span|h[1-6]|ul|li|table|article|section|br|a|meta|title)\b[^<>]{0,500}>", re.I)
# What Markdown writes and plain text hardly ever does.
_HEADING = re.compile(rb"^#{2,6} {1,2}[^\s#*-][^\r\n]{1,200}$", re.M)
_STRONG = re.compile(rb"(?<![*\w])\*\*[^\s*][^*\r\n]{1,200}[^\s*]\*\*(?![*\w])")
_LINK = re.compile(rb"\[[^\[\]\r\n]{1,200}\]\((?:https?://|/|mailto:)[^()\s]{1,300}\)")
_SIGNS = 2
_MAIL = re.compile(
    rb"\A(?:From |(?:Received|Return-Path|Message-ID|MIME-Version|Delivered-To|Subject|From|To|Date):)", re.I
)
_WEB_ARCHIVE = re.compile(rb"multipart/related|^Snapshot-Content-Location:", re.I | re.M)
_MIME = re.compile(rb"^(?:MIME-Version|Message-ID|Content-Type|X-Mailer):", re.I | re.M)


def sniff(data: bytes, path: str) -> str:
    """The media type of a file.

    Raises:
        BadDocument: `empty`, or `unsupported` with the conversion that helps.
    """
    head = data[:4096].lstrip(b"\xef\xbb\xbf")
    if not data.strip(b"\0 \t\r\n\f\v"):
        raise BadDocument("empty", "the file is empty: put a document with text in its place or remove it")
    if b"%PDF-" in data[:1024]:
        return PDF
    if head.startswith(_UNSUPPORTED[0][0]) and "EncryptedPackage".encode("utf-16-le") in data:
        raise BadDocument("encrypted", "the Office file needs a password: save a copy without one")
    for magic, name, remedy in _UNSUPPORTED:
        if head.startswith(magic):
            raise BadDocument("unsupported", f"this is {name}: {remedy}")
    if head.startswith(b"RIFF") and data[8:12] == b"WEBP":
        raise BadDocument("unsupported", "this is a WebP image: recognise its text first, e.g. with ocrmypdf")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    return _textual(data, head, path.lower())


def _zipped(data: bytes) -> str:
    if b"word/document" in data or (b"[Content_Types].xml" in data[:4096] and b"word/" in data):
        return DOCX
    for name, what, remedy in _ZIPPED:
        if name in data:
            raise BadDocument("unsupported", f"this is {what}: {remedy}")
    raise BadDocument("unsupported", "this is a ZIP archive: unpack it and put the documents into the corpus")


def _textual(data: bytes, head: bytes, path: str) -> str:
    plain = data[:8192].replace(b"\0", b"")  # UTF-16 looks like ASCII without its zeros
    start = plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start.startswith(b"<") and (_HTML.search(plain[:4096]) or len(_HTML_TAG.findall(plain)) >= 2):
        return HTML
    if _MAIL.match(head) and _MIME.search(head):
        if _WEB_ARCHIVE.search(head):
            raise BadDocument("unsupported", "this is a web page with its images in one file (MHTML): save it as .html")
        raise BadDocument(
            "unsupported", "this is an e-mail (EML): save the message as .html or .txt, attachments apart"
        )
    if path.endswith((".html", ".htm", ".xhtml")) and (_HTML.search(plain) or _HTML_TAG.search(plain)):
        return HTML
    if start.startswith(b"<?xml"):
        root = _XML_ROOT.search(start)
        name = root[1].decode("ascii", "replace") if root else "?"
        raise BadDocument("unsupported", f"this is an XML file ({name}): convert it to HTML or text first")
    return MARKDOWN if path.endswith((".md", ".markdown", ".mdown")) or _is_markdown(plain) else TEXT


def _is_markdown(plain: bytes) -> bool:
    """Whether a text has signs that only Markdown has, two at least: headings with `##`, words in `**`, links."""
    signs = 0
    for pattern in (_HEADING, _STRONG, _LINK):
        signs += sum(1 for _, _ in zip(range(_SIGNS), pattern.finditer(plain), strict=False))
        if signs >= _SIGNS:
            return True
    return False
