"""Ingest: one file of the corpus in, its cleaned text with blocks, language and metadata out. Pure; no files, no clock.

    sniff.py           which format, by content
    readers/           bytes → source text, blocks that the format knows, metadata that the file states (`raw.py`)
    characters.py      mojibake, ligatures, invisible characters
    lines.py, wrapping.py, units.py    lines that belong together
    boilerplate.py     what is no part of the document (`phrases.py`: by what it says; `page_*.py`: web pages;
                       `frame.py`, `surround.py`, `imprints.py`, `issuers.py`: papers)
    kinds.py           what each block is
    hyphens.py, inline.py, render.py   the repaired text, every step recorded in the alignment
    language.py        the language of each block
    text_metadata.py, metadata.py      title, date of publication and the like, each with its evidence

In: bytes, path, id, what `corpus.toml` says of the file. Out: `Ingested` and the `SourceText` that its offsets lead to.
"""

from pipeline.ingest.document import ingest
from pipeline.ingest.resources import IngestResources, load_ingest_resources

__all__ = ["IngestResources", "ingest", "load_ingest_resources"]
