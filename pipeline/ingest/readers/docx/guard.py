"""A DOCX file is a ZIP archive: looked at before anything unpacks it."""

import io
import re
import zipfile
import zlib

from pipeline.errors import BadDocument

_MOST_FILES = 5_000
_MOST_BYTES = 400_000_000  # unpacked
_MOST_XML = 150_000_000  # of one XML part
_MOST_RATIO = 200  # unpacked to packed, for parts above a megabyte
_CHUNK = 1 << 20
_ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)


def check_archive(data: bytes) -> None:
    """Refuse archives that are damaged, encrypted or bombs; sizes are measured, not believed.

    Raises:
        BadDocument: `damaged`, `encrypted`, `zip_bomb`.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_declared(archive.infolist())
            total = 0
            for entry in archive.infolist():
                total += _measure(archive, entry)
                if total > _MOST_BYTES:
                    raise _bomb(f"more than {_MOST_BYTES // 1_000_000} MB")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        reason = f"the DOCX file is damaged ({error}): fetch it again or save it anew in Word or LibreOffice"
        raise BadDocument("damaged", reason) from None


def _check_declared(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise BadDocument("encrypted", "the DOCX file needs a password: save a copy without one")
    if len(entries) > _MOST_FILES:
        raise _bomb(f"{len(entries)} parts")
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise _bomb(f"more than {_MOST_BYTES // 1_000_000} MB")


def _measure(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    """The true size of a part, read in pieces; XML with declarations of entities is refused."""
    size = 0
    is_xml = entry.filename.endswith((".xml", ".rels"))
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            if is_xml and _ENTITIES.search(chunk.replace(b"\0", b"")):  # in UTF-16, too
                raise BadDocument(
                    "zip_bomb", "the DOCX file declares XML entities, which no word processor does: save it anew"
                )
            size += len(chunk)
            if (size > _MOST_RATIO * max(entry.compress_size, 1) and size > 20 * _CHUNK) or (
                is_xml and size > _MOST_XML
            ):
                raise _bomb(f"{entry.filename} unpacks to {size // 1_000_000} MB or more")
    return size


def _bomb(what: str) -> BadDocument:
    return BadDocument(
        "zip_bomb", f"the DOCX file unpacks to far more than a document holds ({what}): save it anew or remove it"
    )
