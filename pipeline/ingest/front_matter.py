"""Front matter of Markdown and text files: lines of `key: value` or `key = "value"` between two rules."""

import re

from pipeline.ingest.raw import Finding

_OPEN = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\r?\n")
_KEY = re.compile(r"([A-Za-z][\w -]{0,40}?)\s*[:=]\s*(.*)\Z")
_FOLDED = re.compile(r":\s*[>|][+-]?(?:\s|\Z)")  # the sign of YAML for a value on the lines below
_FOLD = re.compile(r"(:\s*)[>|][+-]?(?:\s+|\Z)")
_VALUE = re.compile(r":\s+[^\s\[{|>]")
_ITEM = re.compile(r"\s*(?:-\s|#|[\w-]+:(?:\s|\Z))")
_LIMIT = 20_000  # characters: front matter is short
# Names of fields in use for front matter, in files of either language: they are names of a format, not words of a text.
_NAMES = {
    "title": ("title", "titre"),
    "updated": (
        "updated",
        "modified",
        "last_modified",
        "lastmod",
        "last_updated",
        "mise_à_jour",
        "mise_a_jour",
        "modifié",
        "modifie",
    ),
    "published": (
        *("date", "published", "published_at", "published_on", "publication_date", "pubdate"),
        *("date_publication", "date_de_publication", "publié", "publie", "publié_le", "publie_le"),
    ),
    "publisher": (
        *("publisher", "source", "organization", "organisation", "institution", "issuer"),
        *("editeur", "éditeur", "organisme", "émetteur", "emetteur"),
    ),
    "author": ("author", "authors", "auteur", "auteurs"),
    "place": ("place", "location", "lieu"),
    "reference": ("reference", "référence", "ref", "symbol", "cote"),
    "type": ("type",),
    "url": ("url", "link", "lien", "canonical"),
}
_FIELDS = {name: field for field, names in _NAMES.items() for name in names}


def read_front_matter(text: str) -> tuple[int, list[Finding]]:
    """The length of the front matter (0: there is none) and what it says.

    >>> read_front_matter('---\\ntitle: "Visite"\\ndate: 2014-12-05\\n---\\nTexte')
    (41, [Finding(field='title', value='Visite', found='front matter', confidence=0.95), \
Finding(field='published', value='2014-12-05', found='front matter', confidence=0.95)])
    >>> read_front_matter("---\\nA rule, then text.\\n")
    (0, [])
    """
    opening = _OPEN.match(text)
    if not opening:
        return 0, []
    head = text[opening.end() : opening.end() + _LIMIT]
    closing = re.search(rf"^{re.escape(opening[1])}[ \t]*(?:\r?\n|\Z)", head, re.M)
    if not closing:
        return 0, []
    lines = _unfolded(head[: closing.start()].splitlines())
    pairs = [match for line in lines if (match := _KEY.match(line))]
    if not pairs and any(lines):
        return 0, []
    found: dict[str, Finding] = {}
    for pair in pairs:
        field = _FIELDS.get(pair[1].lower().replace(" ", "_").replace("-", "_"))
        value = pair[2].strip().strip("\"'[]").strip()
        if field == "updated" and value:
            found["updated"] = Finding("published", value, "front matter", 0.9)
            continue
        if field == "publisher" and value.startswith(("http://", "https://")):
            field = "url"
        if field and value and field not in found:
            found[field] = Finding(field, value, "front matter", 0.95)
    return opening.end() + closing.end(), list(found.values())


def _goes_on(above: str, line: str) -> bool:
    """Whether an indented line is more of the value above it, and neither a key nor an item of a list."""
    return bool(_VALUE.search(above)) and not _ITEM.match(line)


def _unfolded(lines: list[str]) -> list[str]:
    """The lines without comments, a value that goes on below its key (`title: >`) put beside it."""
    found: list[str] = []
    for line in lines:
        if found and line[:1].isspace() and (_FOLDED.search(found[-1]) or _goes_on(found[-1], line)):
            found[-1] = f"{found[-1]} {line.strip()}"
        elif not line.startswith("#"):
            found.append(line.strip())
    return [_FOLD.sub(r"\1", line) for line in found]
