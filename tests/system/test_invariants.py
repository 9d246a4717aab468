"""The invariants of the design, on generated documents and on every document of the corpus."""

from pathlib import Path

import msgspec
import pytest
from harness import go
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invariants import check

from pipeline.dates import DateLexicon, find_dates, load_date_lexicons
from pipeline.emit import public_document
from pipeline.errors import BadDocument
from pipeline.extract import find_mentions, load_extract_resources
from pipeline.extract.amounts import AmountLexicon, find_amounts, load_amount_lexicons
from pipeline.extract.overlaps import settle
from pipeline.extract.passages import passages, passages_of_text
from pipeline.ingest import IngestResources, ingest, load_ingest_resources
from pipeline.records import (
    AnchorDate,
    Document,
    DocumentLinks,
    DocumentTopics,
    Extracted,
    Ingested,
    Provenance,
    SourceText,
)
from pipeline.runner import Summary
from pipeline.store import SqliteStore, unpack

Lexicons = tuple[dict[str, DateLexicon], dict[str, AmountLexicon]]

FRAGMENTS = (
    "Le ministre s'est rendu à Astana les 5 et 6 décembre 2014.",
    "Trade reached €4.2 billion in 2015.",
    "di-\nplomatiques",
    "l'Union euro-\npéenne",
    "Almaty-\nRennes",
    "1 234,5 millions d’euros",
    "les 15 et16 juillet",
    "depuis fin 1992",
    "\n\n",
    "\n",
    "\n\n- point un\n- point deux\n",
    "\u00a0",
    "\u202f",
    "\u00ad",
    "𝔸",
    "🇫🇷",
    "é",
    "« L’eau »",
    "M. Idrissov",
    "3 %",
    "Mise à jour : 10.06.15",
    "Partager sur Facebook",
    "\r\n",
    "\t",
    "Ã©tÃ©",
    "ﬁnances",
    "between 40 and 50 companies",
    "\x0c",
    "1.\u00a0Introduction\n\n",
    "M I N I S T È R E\n\n",
    "last year",
    "il y a cinq ans",
    "…",
    "\u200b",
    "\x02",
)


@pytest.fixture(scope="module")
def reading(models: Path) -> IngestResources:
    return load_ingest_resources(models)


@pytest.fixture(scope="module")
def lexicons(models: Path) -> Lexicons:
    return load_date_lexicons(models), load_amount_lexicons(models)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8), min_size=1, max_size=30).map(" ".join))
def test_any_text_keeps_the_way_back(text: str, reading: IngestResources, lexicons: Lexicons) -> None:
    try:
        ingested, source = ingest(
            text.encode("utf-8", "replace"), path="x.txt", document_id="x.txt", override=None, resources=reading
        )
    except BadDocument:
        return
    check(_document(ingested, source, _extracted(ingested, lexicons)), ingested, source)


def _extracted(ingested: Ingested, lexicons: Lexicons) -> Extracted:
    """Dates and amounts: the rules that need no model."""
    searched = passages(ingested)
    dates = find_dates(searched, lexicons[0], anchor=AnchorDate(kind="given", date="2016-06"))
    found = settle((), dates, find_amounts(searched, lexicons[1]))
    numbered = tuple(msgspec.structs.replace(mention, id=f"m{n}") for n, mention in enumerate(found, 1))
    return Extracted(id=ingested.id, mentions=numbered)


def _document(ingested: Ingested, source: SourceText, extracted: Extracted) -> Document:
    return public_document(
        ingested,
        source,
        extracted,
        DocumentLinks(id=ingested.id, entities={}),
        DocumentTopics(id=ingested.id, summary=(), topics=()),
        provenance=Provenance(pipeline="0", models={}, configuration="0"),
    )


@pytest.fixture(scope="module")
def corpus_run(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Summary]:
    outputs = tmp_path_factory.mktemp("corpus")
    return outputs, go(root / "corpus" / "documents", outputs)


@pytest.mark.model
def test_the_corpus_comes_through_whole(corpus_run: tuple[Path, Summary], root: Path) -> None:
    _, summary = corpus_run
    files = [p for p in (root / "corpus" / "documents").rglob("*") if p.is_file() and p.suffix != ".toml"]
    assert (summary.rejections, summary.bugs) == ((), ())
    assert summary.done == len(files) >= 12


@pytest.mark.model
def test_invariants_hold_on_every_document_of_the_corpus(corpus_run: tuple[Path, Summary]) -> None:
    outputs, _ = corpus_run
    store = SqliteStore(outputs / "work.sqlite")
    for id_, value in store.values("ingest"):
        ingested = unpack(value, Ingested)
        source = unpack(store.get("source", id_), SourceText)
        extracted = unpack(store.get("extract", id_), Extracted)
        check(_document(ingested, source, extracted), ingested, source)
    store.close()


@pytest.mark.model
def test_a_batch_of_the_model_never_mixes_documents(models: Path) -> None:
    """What stands around a passage's document changes nothing in it."""
    resources = load_extract_resources(models)
    text = "On 5 May 2014 Angela Merkel met Barack Obama in Brussels.\n\nThe European Commission approved €5 million."
    alone = find_mentions(passages_of_text(text, "en"), resources, anchor=None)
    find_mentions(passages_of_text("Portugal. " * 200, "en"), resources, anchor=None)
    assert find_mentions(passages_of_text(text, "en"), resources, anchor=None) == alone
