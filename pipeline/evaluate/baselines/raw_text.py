"""The text of a file as a first script would read it: no repair, no layout, nothing dropped."""

from pathlib import Path

import lxml.html
import pypdfium2
from docx import Document


def raw_text(path: Path) -> str:
    """The text of a TXT, Markdown, HTML, PDF or DOCX file."""
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as pdf:
            return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    if suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    text = path.read_text(encoding="utf-8", errors="replace")
    if suffix in (".html", ".htm"):
        page = lxml.html.document_fromstring(text)
        for element in page.xpath("//script|//style"):
            element.drop_tree()
        return " ".join(page.itertext())
    return text
