"""Addresses between pages, relative, so that the report opens from any folder of any disk."""

from urllib.parse import quote

SAFE = "/"
"""All else is percent-encoded: a document id may hold `%`, `#`, `?` or any letter."""


def page_path(document: str) -> str:
    """Where the page of a document lies under `outputs/report/`."""
    return f"documents/{document}.html"


def root_from(path: str) -> str:
    """The way from a page up to the report's folder.

    >>> root_from("index.html"), root_from("documents/a/b.txt.html")
    ('', '../../')
    """
    return "../" * path.count("/")


def document_href(document: str, root: str = "") -> str:
    """A link to the page of a document, from a page with this way up.

    >>> document_href("été/a%20b.txt", "../")
    '../documents/%C3%A9t%C3%A9/a%2520b.txt.html'
    """
    return root + quote(page_path(document), safe=SAFE)


def json_href(document: str, root: str) -> str:
    """A link to the public JSON of a document."""
    return f"{root}../documents/{quote(document, safe=SAFE)}.json"


def anchor(prefix: str, name: str) -> str:
    """The `id` of an element for something with this name."""
    return f"{prefix}-{quote(name, safe='')}"


def fragment(prefix: str, name: str) -> str:
    """A link to `anchor(prefix, name)`: the browser decodes percents once, so they are encoded once more."""
    return "#" + quote(anchor(prefix, name), safe="")


def range_fragment(start: int, end: int) -> str:
    """A link to a stretch of a document's text, in UTF-16 units; the page marks it."""
    return f"#u={start},{end}"


def file_href(folder: str, path: str, root: str, page: int | None = None) -> str:
    """A link to a file in a folder that lies this way from the report's folder.

    >>> file_href("../../corpus/documents", "notes/n° 1.pdf", "../", 3)
    '../../../corpus/documents/notes/n%C2%B0%201.pdf#page=3'
    """
    return f"{root}{quote(f'{folder}/{path}', safe=SAFE)}{f'#page={page}' if page else ''}"
