"""Sentences with their names marked in place, one a line: `Le président [Nazarbaïev|PERSON] est à [Paris|LOCATION].`

`[text|LABEL?]` is optional: defensible either way. Marks do not nest; empty lines and lines that begin with `#` are
passed over. A file may give each sentence a domain, before a tab.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn

from pipeline.errors import ConfigError
from pipeline.evaluate.marks import ENTITY_LABELS
from pipeline.toml import read_text

_MARK = re.compile(r"\[([^\[\]|]*)\|([A-Z]+)(\??)\]")
_LEFT_OVER = re.compile(r"[\[\]|]")
_RUNNING = "passages-"  # files of running text begin so


class MarkedSpan(NamedTuple):
    """A name: code points of the sentence, half-open."""

    start: int
    end: int
    label: str
    optional: bool = False


class MarkedSentence(NamedTuple):
    """A sentence without its marks, and these in order."""

    text: str
    spans: tuple[MarkedSpan, ...]
    domain: str = ""


def load_marked(path: Path, *, domains: bool = False) -> list[MarkedSentence]:
    """The sentences of a file; with `domains`, each line begins with its domain and a tab.

    Raises:
        ConfigError: a line that is not well formed, or a sentence that is there twice; says which line and why.
    """
    seen: dict[str, int] = {}
    sentences: list[MarkedSentence] = []
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        domain, tab, rest = line.partition("\t") if domains else ("", "\t", line)
        if not tab or domains != bool(domain):
            raise ConfigError(path, number, "a line is a domain, a tab and a sentence")
        sentence = _read(path, number, rest.strip(), domain)
        first = seen.setdefault(sentence.text, number)
        if first != number:
            raise ConfigError(path, number, f"the sentence of line {first} again")
        sentences.append(sentence)
    return sentences


def load_folder(folder: Path) -> list[MarkedSentence]:
    """The sentences of all `*.txt` of a folder, in the order of their names; none where there is no folder."""
    return [sentence for path in sorted(folder.glob("*.txt")) for sentence in load_marked(path)]


def load_texts(folder: Path) -> list[list[MarkedSentence]]:
    """The sentences that `load_folder` gives, by the text they are of: running text in files called `passages-…`, else
    each by itself."""
    texts: list[list[MarkedSentence]] = []
    for path in sorted(folder.glob("*.txt")):
        if path.name.startswith(_RUNNING):
            texts += [[one._replace(domain="") for one in passage] for passage in load_passages(path)]
        else:
            texts += [[one] for one in load_marked(path)]
    return texts


def load_passages(path: Path) -> list[list[MarkedSentence]]:
    """The passages of a file, empty lines between them, each a list of its lines; the domain is the file's name.

    Raises:
        ConfigError: a line that is not well formed, with its file and number.
    """
    passages: list[list[MarkedSentence]] = [[]]
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if line.startswith("#"):
            continue
        if line.strip():
            passages[-1].append(_read(path, number, line.strip(), path.stem))
        else:
            passages.append([])
    return [passage for passage in passages if passage]


def _read(path: Path, number: int, line: str, domain: str) -> MarkedSentence:
    text = ""
    spans: list[MarkedSpan] = []
    for piece in _pieces(path, number, line):
        if isinstance(piece, str):
            text += piece
            continue
        name, label, flag = piece.groups()
        if label not in ENTITY_LABELS:
            _fail(path, number, f"no such label: {label} (known: {', '.join(ENTITY_LABELS)})")
        if not name or name != name.strip():
            _fail(path, number, f"the text of a mark is empty or has blanks at its ends: {name!r}")
        spans.append(MarkedSpan(len(text), len(text) + len(name), label, bool(flag)))
        text += name
    return MarkedSentence(text, tuple(spans), domain)


def _pieces(path: Path, number: int, line: str) -> Iterator[str | re.Match[str]]:
    at = 0
    for mark in [*_MARK.finditer(line), None]:
        plain = line[at : mark.start()] if mark else line[at:]
        if stray := _LEFT_OVER.search(plain):
            _fail(path, number, f"{stray[0]!r} outside a mark [text|LABEL]: {plain!r}")
        yield plain
        if mark:
            yield mark
            at = mark.end()


def _fail(path: Path, number: int, reason: str) -> NoReturn:
    raise ConfigError(path, number, reason)
