"""Entities of one document: what it calls `la Commission` may be another thing in another document."""

import hashlib

from pipeline.link.collect import DocumentNames

LOCAL = "local-"


def local(document: DocumentNames, word: str) -> str:
    """The id of what a word means in a document alone; it holds the document's, so that it stays."""
    digest = hashlib.blake2b(document.id.encode(), digest_size=4).hexdigest()
    return f"{LOCAL}{word.replace('_', '-')}-{digest}"
