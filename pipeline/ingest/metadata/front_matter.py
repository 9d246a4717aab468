"""Front matter of Markdown and text files: lines of `key: value` or `key = "value"` between two rules, or lines of
`Key: value` at the top that only a generator of web sites writes.
"""

import re
from collections.abc import Iterable

from pipeline.ingest.raw import Finding

_OPEN = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\r?\n")
_KEY = re.compile(r"([A-Za-z][\w -]{0,40}?)\s*[:=]\s*(.*)\Z")
_FOLDED = re.compile(r":\s*[>|][+-]?(?:\s|\Z)")  # the sign of YAML for a value on the lines below
_FOLD = re.compile(r"(:\s*)[>|][+-]?(?:\s+|\Z)")
_COMMENT = re.compile(r"\s#.*\Z")
_ITEM = re.compile(r"\s*-\s+(?:name:\s*)?(?![\w-]+:\s)(\S.*)\Z")
_TABLE = re.compile(r"\[{1,2}[\w.-]+\]{1,2}\Z")
_HEADER = re.compile(r"\A\s*((?:[A-Za-z][\w-]{1,20}:[ \t][^\r\n]{0,500}\r?\n){2,20})\s*?(?:\r?\n|\Z)")
_GENERATED = re.compile(r"^(?:slug|tags|category|layout|template|permalink|status):", re.I | re.M)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))")
_ESCAPED = {"n": " ", "t": " ", "_": "\u00a0", "N": " ", "L": " ", "P": " "}  # of YAML; any other stands for itself
_EMPTY = frozenset({"false", "true", "null", "none", "~"})
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
        header = _HEADER.match(text[:_LIMIT])
        generated = header and _GENERATED.search(header[1]) and re.search(r"^title:", header[1], re.I | re.M)
        return (header.end(), list(_said(header[1].splitlines()))) if header and generated else (0, [])
    head = text[opening.end() : opening.end() + _LIMIT]
    rule = re.escape(opening[1]) + (r"|\.\.\." if opening[1] == "---" else "")
    closing = re.search(rf"^(?:{rule})[ \t]*(?:\r?\n|\Z)", head, re.M)
    if not closing:
        return 0, []
    lines = _unfolded(head[: closing.start()].splitlines())
    if any(lines) and not any(_KEY.match(line) for line in lines):
        return 0, []
    return opening.end() + closing.end(), list(_said(lines))


def _said(lines: list[str]) -> Iterable[Finding]:
    """What lines of `key: value` say; of several values of one field the first."""
    found: dict[str, Finding] = {}
    for pair in [match for line in lines if (match := _KEY.match(line))]:
        field = _FIELDS.get(pair[1].lower().replace(" ", "_").replace("-", "_"))
        value = _value(pair[2])
        if field == "updated" and value:
            found["updated"] = Finding("published", value, "front matter", 0.9)
            continue
        if field == "publisher" and value.startswith(("http://", "https://")):
            field = "url"
        if field and value and value.lower() not in _EMPTY and field not in found:
            found[field] = Finding(field, value, "front matter", 0.95)
    return found.values()


def _value(written: str) -> str:
    """A value without its quotes; a list with commas between; no comment behind it.

    >>> _value('"Accord: # 4"'), _value("2014-12-05 # a Friday"), _value('["Ana Nunes", "Ole Berg"]')
    ('Accord: # 4', '2014-12-05', 'Ana Nunes, Ole Berg')
    >>> _value(r'"The \\"new\\" road\\u2019s end"')
    'The "new" road’s end'
    """
    text = written.strip()
    if text[:1] not in {'"', "'"}:
        text = _COMMENT.sub("", text, count=1)
    if text.startswith("[") and text.endswith("]"):
        return ", ".join(part for item in text[1:-1].split(",") if (part := item.strip().strip("\"'").strip()))
    if len(text) > 1 and text[0] == text[-1] == '"':
        return _ESCAPE.sub(_unescaped, text[1:-1]).strip()
    return text.strip("\"'[]").strip()


def _unescaped(escape: re.Match[str]) -> str:
    """The character that an escape in double quotes stands for; a blank for what cannot be shown."""
    code = escape[1] or escape[2]
    char = chr(int(code, 16)) if code else _ESCAPED.get(escape[3], escape[3])
    return char if char.isprintable() else " "


def _unfolded(lines: list[str]) -> list[str]:
    """The lines of the top level without comments, each value that goes on below its key put beside it.

    Values go on as text (`title: >`) or as a list (`- Ana Nunes`); what belongs to a key below, or to a table of TOML
    (`[extra]`), says nothing of the document.
    """
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    found: list[str] = []
    listed = False  # the last key has a list below it
    for line in (line[margin:].rstrip() for line in lines):
        item = _ITEM.match(line)
        if _TABLE.match(line):
            break
        if item:
            if listed and (value := item[1].strip()):
                found[-1] += f"{' ' if found[-1].endswith(':') else ', '}{value}"
        elif found and line[:1].isspace():
            if _FOLDED.search(found[-1]) or not (listed or _KEY.match(line.strip())):
                folded = found[-1].endswith("\\")  # an escaped end of line
                found[-1] = f"{found[-1][:-1]}{line.strip()}" if folded else f"{found[-1]} {line.strip()}"
        elif line and not line.startswith("#"):
            found.append(line)
            listed = line.endswith(":")
    return [_FOLD.sub(r"\1", line) for line in found]
