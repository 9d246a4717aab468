"""Word files of other makes (strict Open XML, templates, files with macros) as the plain one that the reader knows."""

import io
import re
import zipfile

_TYPES = "[Content_Types].xml"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_MAIN = re.compile(
    rb"application/vnd\.(?:ms-word\.(?:document|template)\.macroEnabled(?:Template)?"
    rb"|openxmlformats-officedocument\.wordprocessingml\.template)\.main\+xml"
)
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(officeDocument|wordprocessingml|drawingml)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"  # ISO/IEC 29500-4


def as_document(data: bytes) -> bytes:
    """The archive with its main part called a document, and the strict names written as the transitional ones."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        types = archive.read(_TYPES) if _TYPES in names else b""
        relations = archive.read("_rels/.rels") if "_rels/.rels" in names else b""
        strict = bool(_STRICT.search(relations))
        if not strict and not _OTHER_MAIN.search(types):
            return data
        return _rewritten(archive, strict=strict)


def _rewritten(archive: zipfile.ZipFile, *, strict: bool) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as plain:
        for name in dict.fromkeys(archive.namelist()):
            content = archive.read(name)
            if name == _TYPES:
                content = _OTHER_MAIN.sub(_MAIN, content)
            if strict and name.endswith((".xml", ".rels")):
                content = _STRICT.sub(_TRANSITIONAL, content)
            plain.writestr(name, content)
    return stream.getvalue()
