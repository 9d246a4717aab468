"""Plain text: the decoded file is the source text."""

from pipeline.ingest.decode import decode
from pipeline.ingest.metadata.front_matter import read_front_matter
from pipeline.ingest.raw import Raw, RawBlock, RawDrop
from pipeline.ingest.resources import IngestResources
from pipeline.records import SourceText


def read_plain(data: bytes, resources: IngestResources) -> Raw:
    """A text file; front matter before it is metadata."""
    text, charset = decode(data, resources)
    front, findings = read_front_matter(text)
    drops = (RawDrop(0, front, "front matter"),) if front else ()
    blocks = (RawBlock(front, len(text)),)
    return Raw(SourceText(text=text), "plain text", blocks, drops, findings=tuple(findings), charset=charset)
