"""Report: pages to look at, which open from disk with no network.

In: public documents and the facts of the corpus. Out: `document_page` gives the page of one document;
`corpus_pages` gives index, entities, timeline, amounts and topics in one pass over the documents, as (path, bytes).
`load_report_words` reads the words on the pages; `ReportContext` holds what all pages share.
Inside: `highlight` marks mentions, `collect` gathers rows, `charts` draws, `templates/` is what the pages look like.
"""

from pipeline.report.context import ReportContext
from pipeline.report.corpus import corpus_pages
from pipeline.report.document import document_page
from pipeline.report.links import page_path
from pipeline.report.words import ReportLexicon, ReportWords, load_report_words

__all__ = [
    "ReportContext",
    "ReportLexicon",
    "ReportWords",
    "corpus_pages",
    "document_page",
    "load_report_words",
    "page_path",
]
