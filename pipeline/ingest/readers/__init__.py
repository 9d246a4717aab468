"""The readers: one function a format, from bytes to `Raw`. Heavy libraries load with their first file.

`plain`, `markdown`, `html`, `pdf` and `docx` each read one format. What several of them need: `line_breaks` that a
writer set, `list_numbers` as Word writes them, text that is `set_apart` (marks of notes, struck words), and when a file
was `created`.
"""

from collections.abc import Callable
from typing import NamedTuple

from pipeline.ingest import sniff
from pipeline.ingest.raw import Raw
from pipeline.ingest.readers.docx.read import read_docx
from pipeline.ingest.readers.html.read import read_html
from pipeline.ingest.readers.markdown.read import read_markdown
from pipeline.ingest.readers.pdf.read import read_pdf
from pipeline.ingest.readers.plain import read_plain
from pipeline.ingest.resources import IngestResources


class Reader(NamedTuple):
    """A format and the function that reads it."""

    media_type: str
    read: Callable[[bytes, IngestResources], Raw]


READERS = (
    Reader(sniff.TEXT, read_plain),
    Reader(sniff.MARKDOWN, read_markdown),
    Reader(sniff.HTML, read_html),
    Reader(sniff.PDF, read_pdf),
    Reader(sniff.DOCX, read_docx),
)
