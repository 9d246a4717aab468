"""Pages as they are on the web: the main text stays, the clutter goes, each piece of it with a reason.

In `tests/cases/ingest/pages` elements with `data-main` are what a careful reader keeps; the marks are taken out before
the page is read. Captions and pull quotes are kept as blocks of their kind and do not count.
"""

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from pipeline.ingest import IngestResources, ingest
from pipeline.records import Ingested

PAGES = sorted((Path(__file__).parents[1] / "cases" / "ingest" / "pages").glob("*.html"))
_WORD = re.compile(r"\w+")
_UNSEEN = ("screen-reader-text",)
_UNSCORED = ("figure", "figcaption", "caption", "blockquote", "head", "select", "script")


def words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text))


def marked(path: Path) -> tuple[Counter[str], Counter[str]]:
    """The words of the main text, and those of all else that the page shows."""
    root = etree.fromstring(path.read_bytes(), etree.HTMLParser(encoding="utf-8"))
    main: list[str] = []
    rest: list[str] = []
    for element in root.iter():
        above = [element, *element.iterancestors()]
        for text, chain in ((element.text, above), (element.tail, above[1:])):
            if text and text.strip() and not any(one.tag in _UNSCORED or one.get("class") in _UNSEEN for one in chain):
                (main if any(one.get("data-main") is not None for one in chain) else rest).append(text)
    return words(" ".join(main)), words(" ".join(rest))


def read(path: Path, resources: IngestResources) -> Ingested:
    page = path.read_text("utf-8").replace(" data-main", "")
    return ingest(page.encode(), path=path.name, document_id="a", override=None, resources=resources)[0]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page(path: Path, resources: IngestResources) -> None:
    done = read(path, resources)
    main, rest = marked(path)
    kept = words(" ".join(done.text[block.start : block.end] for block in done.blocks if block.main))
    right = (kept & main).total()
    assert 2 * right / (kept.total() + main.total()) >= 0.98, (kept - main, main - kept)
    assert ((kept - main) & rest).total() <= 0.02 * rest.total()
    assert all(drop.reason and drop.text.strip() for drop in done.dropped)
    gone = words(" ".join(drop.text for drop in done.dropped))
    assert not rest - gone - kept, "what is not kept is listed"


@pytest.mark.parametrize("stem", [path.stem for path in PAGES])
def test_headings_are_headings(stem: str, resources: IngestResources) -> None:
    path = next(path for path in PAGES if path.stem == stem)
    done = read(path, resources)
    title = {
        "en-broadcaster": "Guyana and Suriname agree on river bridge",
        "en-gov": "UK and Mongolia sign herders' insurance agreement",
        "en-un": "Secretary-General Calls for Calm in Lesotho",
        "fr-ong": "Tchad : l'eau revient à Mao",
        "fr-parlement": "Liaison ferroviaire entre Djibouti et Addis-Abeba",
        "fr-quotidien": "Le lac Kivu aura son gazoduc",
        "en-archive": "Briefing on the Port Ellis Talks",
        "en-modern": "Remarks at the opening of the Tbilisi archive",
        "en-newspaper": "Talks on Kasai ferry resume after nine months",
        "en-organisation": "Parties to the Lagoon Convention",
        "en-parliament": "Ferry Links with the Northern Isles",
        "fr-ambassade": "Fermeture du bureau des visas du 3 au 14 août",
        "fr-courriel": "Deux ports, une seule douane",
        "fr-ministere": "Entretien avec la ministre de l'Agriculture de Zambie",
        "fr-organisation": "Pêche : les États côtiers s'accordent sur les quotas",
        "fr-tableaux": "La Sangha redevient navigable",
    }[stem]
    first = next(block for block in done.blocks if block.kind != "dateline")
    assert (first.kind, done.text[first.start : first.end]) == ("heading", title)
    tables = [done.text[block.start : block.end] for block in done.blocks if block.kind == "table"]
    assert len(tables) == (3 if stem in ("fr-tableaux", "en-organisation") else 0)
    assert stem == "fr-tableaux" or done.metadata.title == title


@pytest.mark.parametrize(
    ("stem", "published"),
    [
        ("en-archive", "1997-06-03"),
        ("en-parliament", "2019-03-04"),
        ("fr-courriel", "2019-05-07"),
        ("fr-organisation", "2018-11-12"),
    ],
)
def test_days_of_pages(stem: str, published: str, resources: IngestResources) -> None:
    assert read(next(path for path in PAGES if path.stem == stem), resources).metadata.published == published
