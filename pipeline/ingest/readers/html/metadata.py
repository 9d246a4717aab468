"""What the head of a web page says of it: meta tags, Open Graph, JSON-LD, time elements, title, canonical address."""

import json
import re
from collections.abc import Iterator
from typing import Any

from pipeline.ingest.raw import Finding

# name or property of a meta tag → field, how sure
# The day of the text as it stands goes before that of its first version: what it calls `last year` is seen from there.
_META = {
    "article:modified_time": ("published", 0.83),
    "og:updated_time": ("published", 0.82),
    "datemodified": ("published", 0.83),
    "dcterms.modified": ("published", 0.83),
    "dc.date.modified": ("published", 0.83),
    "last-modified": ("published", 0.82),
    "article:published_time": ("published", 0.94),
    "datepublished": ("published", 0.94),
    "dcterms.issued": ("published", 0.92),
    "dcterms.created": ("published", 0.91),
    "dc.date.created": ("published", 0.91),
    "dcterms.date": ("published", 0.9),
    "dc.date.issued": ("published", 0.92),
    "dc.date": ("published", 0.9),
    "citation_publication_date": ("published", 0.92),
    "dcterms.available": ("published", 0.9),
    "dc.date.x-metadatalastmodified": ("published", 0.75),
    "citation_date": ("published", 0.91),
    "citation_online_date": ("published", 0.9),
    "prism.publicationdate": ("published", 0.92),
    "publication_date": ("published", 0.92),
    "publication-date": ("published", 0.92),
    "date_published": ("published", 0.92),
    "og:published_time": ("published", 0.93),
    "og:article:published_time": ("published", 0.93),
    "article:published": ("published", 0.93),
    "article.published": ("published", 0.93),
    "sailthru.date": ("published", 0.9),
    "parsely-pub-date": ("published", 0.92),
    "date.issued": ("published", 0.9),
    "date.created": ("published", 0.88),
    "date-creation": ("published", 0.88),
    "creation_date": ("published", 0.86),
    "datecreated": ("published", 0.88),
    "revised": ("published", 0.82),
    "date.modified": ("published", 0.83),
    "date-modification": ("published", 0.83),
    "article:modified": ("published", 0.83),
    "pubdate": ("published", 0.9),
    "publishdate": ("published", 0.9),
    "date": ("published", 0.85),
    "title": ("title", 0.8),
    "headline": ("title", 0.85),
    "parsely-title": ("title", 0.86),
    "og:title": ("title", 0.85),
    "dc.title": ("title", 0.88),
    "dcterms.title": ("title", 0.88),
    "citation_title": ("title", 0.88),
    "twitter:title": ("title", 0.75),
    "og:site_name": ("publisher", 0.8),
    "dc.publisher": ("publisher", 0.9),
    "citation_publisher": ("publisher", 0.9),
    "publisher": ("publisher", 0.85),
    "organization": ("publisher", 0.75),
    "dcterms.publisher": ("publisher", 0.9),
    "author": ("author", 0.8),
    "article:author": ("author", 0.75),
    "citation_author": ("author", 0.85),
    "parsely-author": ("author", 0.8),
    "dc.creator": ("author", 0.8),
    "dcterms.creator": ("author", 0.8),
    "og:url": ("url", 0.9),
    "dc.identifier": ("reference", 0.6),
    "citation_technical_report_number": ("reference", 0.85),
    "dc.type": ("type", 0.7),
    "dcterms.type": ("type", 0.7),
    "dc.coverage.spatial": ("place", 0.3),
}
_LINKED = (("headline", "title", 0.86), ("dateModified", "published", 0.83), ("datePublished", "published", 0.935))
_SEPARATORS = (" | ", " :: ", " – ", " — ", " - ", " » ")
_ITEMS = {"datepublished": 0.93, "datecreated": 0.88, "datemodified": 0.83}
_CLASSES = frozenset(
    {"published", "dt-published", "date-published", "entry-date", "post-date", "pubdate", "publication-date", "date"}
    | {"date-display-single", "article-date", "article__date", "news-date", "date-publication", "datepublication"}
)
_LONGEST_DAY = 60  # characters of an element that holds nothing but a day
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?=[/-]|\Z)")
_LONGEST_JSON = 200_000


def find_metadata(root: Any) -> list[Finding]:
    """The findings of a page, sure and less sure ones alike."""
    found = [*_meta(root), *_linked_data(root), *_times(root), *_marked(root)]
    site = next((finding.value for finding in found if finding.field == "publisher"), None)
    found += _titles(root, site)
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith(
            ("http://", "https://")
        ):
            found.append(Finding("url", link.get("href"), "link canonical", 0.95))
    found += [day for address in found if address.field == "url" for day in _of_address(address.value)][:1]
    return [finding for finding in found if not (finding.field == "author" and finding.value.startswith("http"))]


def _meta(root: Any) -> Iterator[Finding]:
    for tag in root.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        content = (tag.get("content") or "").strip()
        if content and name in _META:
            field, confidence = _META[name]
            yield Finding(field, content, f"meta {name}", confidence)


def _linked_data(root: Any) -> Iterator[Finding]:
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json" or not script.text:
            continue
        if len(script.text) > _LONGEST_JSON:
            continue
        try:
            data = json.loads(script.text)
        except (ValueError, RecursionError):
            continue
        for item in _articles(data):
            yield from _of_article(item)


def _articles(data: object) -> Iterator[dict[str, object]]:
    """The objects of a JSON-LD script that describe a text."""
    items = data if isinstance(data, list) else [data]
    for item in items[:20]:
        if not isinstance(item, dict):
            continue
        graph = item.get("@graph")
        for one in graph[:20] if isinstance(graph, list) else [item]:
            if isinstance(one, dict) and ("datePublished" in one or "headline" in one):
                yield one


def _of_article(item: dict[str, object]) -> Iterator[Finding]:
    for key, field, confidence in _LINKED:
        value = item.get(key)
        if isinstance(value, str):
            yield Finding(field, value, f"JSON-LD {key}", confidence)
    for key, field in (("author", "author"), ("publisher", "publisher")):
        value = item.get(key)
        first = value[0] if isinstance(value, list) and value else value
        name = first.get("name") if isinstance(first, dict) else first
        if isinstance(name, str):
            yield Finding(field, name, f"JSON-LD {key}", 0.82)


def _times(root: Any) -> Iterator[Finding]:
    """`<time datetime>`: sure where it is marked as the date of publication, fair where the page has only one."""
    times = [(tag, (tag.get("datetime") or "").strip()) for tag in root.iter("time")]
    dated = [(tag, value) for tag, value in times if value[:4].isdigit()]
    for tag, value in dated:
        if (tag.get("itemprop") or "").lower() == "datemodified":
            yield Finding("published", value, "time element", 0.82)
        elif tag.get("pubdate") is not None or (tag.get("itemprop") or "").lower() == "datepublished":
            yield Finding("published", value, "time element", 0.9)
    if len({value[:10] for _, value in dated}) == 1:
        yield Finding("published", dated[0][1], "time element", 0.65)


def _marked(root: Any) -> Iterator[Finding]:
    """Days in the text that the page marks: microdata, or the one element whose class says that it is the day.

    The class names are those of the vocabularies in use (hAtom, h-entry) and of content management systems.
    """
    classed: set[str] = set()
    for tag in root.iter("span", "div", "p", "abbr", "strong", "em", "li", "dd", "td"):
        marked = (tag.get("itemprop") or "").lower()
        classes = {token.lower() for token in (tag.get("class") or "").split()}
        if marked not in _ITEMS and classes.isdisjoint(_CLASSES):
            continue
        value = tag.get("content") or tag.get("title") or " ".join("".join(tag.itertext()).split())
        if not value or len(value) > _LONGEST_DAY:
            continue
        if marked in _ITEMS:
            yield Finding("published", value, "microdata", _ITEMS[marked])
        else:
            classed.add(value)
    if len(classed) == 1:
        yield Finding("published", classed.pop(), "element of the page", 0.73)


def _of_address(url: str) -> Iterator[Finding]:
    """The day in the address of a page (`/2014/03/12/`): weak, since it may be that of another edition.

    >>> [finding.value for finding in _of_address("https://example.org/2014/03/12/fishing-talks")]
    ['2014-03-12']
    >>> list(_of_address("https://example.org/2014/03/fishing-talks"))
    []
    """
    day = _DAY_IN_ADDRESS.search(url)
    if day:
        yield Finding("published", "-".join(day.groups()), "address of the page", 0.45)


def _titles(root: Any, site: str | None) -> Iterator[Finding]:
    headings = [text for tag in root.iter("h1") if (text := " ".join("".join(tag.itertext()).split()))]
    tag = next(root.iter("title"), None)
    title = " ".join((tag.text or "").split()) if tag is not None else ""
    if len(set(headings)) == 1 and headings[0] != site:
        yield Finding("title", headings[0], "h1", 0.87)
    if title:
        yield Finding("title", _without_site(title, site, headings), "title tag", 0.7)


def _without_site(title: str, site: str | None, headings: list[str]) -> str:
    """The title without the name of the site after it (or before it).

    >>> _without_site("Visit to Astana | Ministry", None, [])
    'Visit to Astana'
    >>> _without_site("Ministère - Visite à Astana", "Ministère", []), _without_site("Ties - a view", None, [])
    ('Visite à Astana', 'Ties - a view')
    """
    for heading in headings:
        if heading and heading in title:
            return heading
    for separator in _SEPARATORS:
        if site and title.endswith(separator + site):
            return title[: -len(separator + site)]
        if site and title.startswith(site + separator):
            return title[len(site + separator) :]
    head, separator, _ = title.rpartition(" | ")
    return head if separator else title
