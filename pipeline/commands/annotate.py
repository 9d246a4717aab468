"""`annotate`: JSON lines from one stream to another."""

from typing import BinaryIO

from pipeline.annotate import annotate_lines
from pipeline.config import MODELS
from pipeline.extract import load_extract_resources
from pipeline.ingest import load_ingest_resources
from pipeline.ingest.language import LanguageJudge, main_language
from pipeline.records import Language


def annotate_stream(source: BinaryIO, target: BinaryIO) -> None:
    """Annotate every line as it comes; each answer is written out at once. A reader that goes away ends it quietly."""
    resources = load_ingest_resources(MODELS)
    judge = LanguageJudge(resources)

    def detect(text: str) -> Language:
        return judge.judge(text) or main_language(text, resources)

    try:
        for line in annotate_lines(source, load_extract_resources(MODELS), detect):
            target.write(line)
            target.flush()
    except BrokenPipeError:
        return
