"""Ingest: one file of the corpus in, its cleaned text with blocks, language and metadata out. Pure; no files, no clock.

    sniff.py, decode.py  which format and charset, by content
    readers/           bytes → source text, blocks that the format knows, metadata that the file states (`raw.py`)
    recognise.py       the program that reads pages which are images, where it is asked for
    repair/            mojibake, spaces, hyphens: the repaired text, every step recorded in the alignment
    blocks/            lines that belong together, and what each block is
    boilerplate/       what is no part of the document, with the reason
    language.py        the language of each block
    days.py, datelines.py   the days that lines hold
    metadata/          title, date of publication and the like, each with its evidence
    document.py        one document through all of them
    lexicon.py, resources.py   the words of both languages, and what else is loaded once for all documents

In: bytes, path, id, what `corpus.toml` says of the file. Out: `Ingested` and the `SourceText` that its offsets lead to.
"""

from pipeline.ingest.document import ingest
from pipeline.ingest.resources import IngestResources, load_ingest_resources

__all__ = ["IngestResources", "ingest", "load_ingest_resources"]
