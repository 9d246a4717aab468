"""What kind of block each unit is, by its form, its first words and its place."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.ingest.blocks.footnotes import find_footnotes
from pipeline.ingest.blocks.labels import in_sheet
from pipeline.ingest.blocks.lines import ends_sentence, is_spoken, lettered, list_marker
from pipeline.ingest.blocks.pull_quotes import find_pull_quotes
from pipeline.ingest.blocks.units import RULE, Unit, is_listed, is_quoted
from pipeline.ingest.datelines import Datelines
from pipeline.ingest.resources import IngestResources
from pipeline.records import BlockKind

_ROW = re.compile(r"\S\s*\t\s*\S|\S {3,}\S")
_NUMBERED = re.compile(r"(\d{1,3})[.)]\s")
_SENTENCE_INSIDE = re.compile(r"[^\W\d_A-Z]{3}[.!?][»”\"]? +[«“\"]?[A-ZÀ-Þ]")
_CLOCK = re.compile(r"\d{1,2}(?:\s?h(?:\s?\d\d)?|[:.]\d\d(?:\s?[ap]\.?m\b)?|\s?[ap]\.m\.)(?=\s)", re.IGNORECASE)
_PARTS = re.compile(r"[-'’]")
_DASHED = re.compile(r"[–—-]\s")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){1,4}")


class _Place(NamedTuple):
    """A unit among its like: number, all contents that stay, and what their neighbours told."""

    number: int
    contents: Sequence[str]
    lettered: frozenset[int]
    notes: frozenset[int]
    spoken: frozenset[int]
    closing: bool

    @property
    def content(self) -> str:
        return self.contents[self.number]

    def beside(self) -> list[str]:
        """The contents above and below."""
        return [self.contents[i] for i in (self.number - 1, self.number + 1) if 0 <= i < len(self.contents)]


class Kinds:
    """Names the kind of every unit that its reader left open."""

    def __init__(self, resources: IngestResources) -> None:
        cues = [lexicon.boilerplate.lines for lexicon in resources.lexicons.values()]
        self._caption = tuple(start for c in cues for start in c.caption)
        self._byline = tuple(start for c in cues for start in c.byline)
        self._closing = tuple(start for c in cues for start in c.closing)
        self._footnote = tuple(start for c in cues for start in c.footnote)
        self._label = tuple(start for c in cues for start in c.label)
        self._you = frozenset(word for c in cues for word in c.you)
        self._function_words = frozenset().union(*resources.function_words.values())
        self._datelines = Datelines(resources)

    def name(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """The units with their kinds; pull quotes, captions and bylines are not main text."""
        kept = [unit for unit in units if unit.reason is None]
        contents = [unit.content(text) for unit in kept]
        quotes = find_pull_quotes(contents, kept, self._function_words)
        spoken = _dialogue(contents)
        letters, notes = lettered(contents), find_footnotes(contents, _under_rules(units))
        named: list[Unit] = []
        closing = False
        for index, (unit, content) in enumerate(zip(kept, contents, strict=True)):
            place = _Place(index, contents, letters, notes, spoken, closing)
            kind = unit.kind
            if kind is None:
                kind = "pull_quote" if index in quotes else self._kind(place)
            elif kind == "paragraph" and self._datelines.is_dateline(content, index, len(contents)):
                kind = "dateline"  # of a reader that knows paragraphs but not what they say
            main = unit.main and kind not in {"pull_quote", "caption"} and not self._is_byline(content, kind)
            named.append(unit._replace(kind=kind, main=main))
            closing = self._closes(place, kind)
        rest = iter(named)
        return [unit if unit.reason is not None else next(rest) for unit in units]

    def _closes(self, place: _Place, kind: BlockKind | None) -> bool:
        """Whether names and functions may follow: after closing words, and after the day at the end of a document."""
        if place.content.lower().startswith(self._closing) or (place.closing and kind == "signature"):
            return True
        if kind != "dateline" or self._datelines.is_update(place.content):
            return False
        below = place.contents[place.number + 1 : place.number + 8]
        return place.number > 2 and len(below) < 7 and all(len(one) < 80 for one in below)

    def _kind(self, place: _Place) -> BlockKind:
        content, index = place.content, place.number
        lower = content.lower()
        if self._datelines.is_dateline(content, index, len(place.contents)):
            return "dateline"
        if len(content) < 200 and lower.startswith(self._caption):
            return "caption"
        if lower.startswith(self._footnote) or index in place.notes:
            return "footnote"
        if _is_row(place):
            return "table"
        if index in place.spoken:
            return "paragraph"
        title = self._is_title(content) and not in_sheet(place.contents, index)
        if (is_listed(content) or index in place.lettered) and (not title or _is_in_sequence(place)):
            return "list_item"
        if self._is_byline(content, "signature") and index < 8:
            return "signature"
        last = index == len(place.contents) - 1
        if index > 1 and (place.closing or last) and _is_signature(content, after=place.closing):
            return "signature"
        if title and not (last and place.number > 2):  # a heading has something under it
            return "heading"
        return "quote" if is_quoted(content) and len(content) > 60 else "paragraph"

    def _is_byline(self, content: str, kind: BlockKind | None) -> bool:
        if kind != "signature" or len(content) > 80:
            return False
        start = next((start for start in self._byline if content.lower().startswith(start)), None)
        if start is None:
            return False
        name = content[len(start) :].strip(" .,")
        if content.isupper() and name.split(None, 1)[:1] and name.split(None, 1)[0].lower() in self._function_words:
            return False  # `BY THE NUMBERS`
        return bool(_NAME.fullmatch(name) and name[:1].isupper())

    def _is_title(self, content: str) -> bool:
        """Short, without the full stop of a sentence, and begun like a title."""
        words = content.split()
        if (
            len(content) > 140
            or len(words) > 20
            or (ends_sentence(content) and not content.endswith((":", "?")))
            or content[-1] in ",;"
            or content.lower().startswith(self._label)
            or _CLOCK.match(content)
            or (content[0] == "(" and ")" not in content)
            or _SENTENCE_INSIDE.search(content)
            or (content.endswith("?") and self._is_spoken(words))
        ):
            return False
        if content.endswith(":") and len([w for w in words if w[0].isalnum()]) > 2:
            return False
        first = content.lstrip("«“\"'(")[:1]
        return (first.isupper() or first.isdigit()) and any(char.isalpha() for char in content)

    def _is_spoken(self, words: Sequence[str]) -> bool:
        """Whether a question is one that somebody asks in a talk, no title: very short, to a person, or labelled."""
        plain = [word.lower().strip("«»“”\"'?,–—- ") for word in words]
        if len([word for word in plain if word]) < 3 or is_spoken(" ".join(words)):
            return True
        return any(part in self._you for word in plain for part in _PARTS.split(word))


def _dialogue(contents: Sequence[str]) -> frozenset[int]:
    """The lines of talks in which a dash begins what each person says: some ask, and no colon announces a list.

    >>> sorted(_dialogue(["He smiled.", "– Will you go?", "– In May.", "The tasks:", "– to ask why?", "– to vote."]))
    [1, 2]
    """
    found: set[int] = set()
    run: list[int] = []
    for index, content in enumerate([*contents, ""]):
        if _DASHED.match(content):
            run.append(index)
            continue
        announced = run and run[0] and contents[run[0] - 1].rstrip().endswith(":")
        if len(run) > 1 and not announced and _is_talk([contents[i] for i in run]):
            found.update(run)
        run = []
    return frozenset(found)


def _is_talk(lines: Sequence[str]) -> bool:
    return any(line.endswith("?") for line in lines) and not any(line.endswith((";", ",")) for line in lines)


def _under_rules(units: Sequence[Unit]) -> frozenset[int]:
    """The units that stay and stand right under a rule (`______`), by their number among those that stay."""
    ruled: set[int] = set()
    number, rule = 0, False
    for unit in units:
        if unit.reason is None:
            if rule:
                ruled.add(number)
            number += 1
        rule = unit.reason == RULE
    return frozenset(ruled)


def _is_row(place: _Place) -> bool:
    """Cells between tabs, bars or wide gaps; with two cells only, in the company of another such row."""
    content = _unmarked(place.content)
    if content.count("|") > 1 or "\t" in content:
        return True
    if len(content) > 300:
        return False
    gaps = len(_ROW.findall(content))
    return gaps > 1 or (gaps == 1 and any(len(one) < 300 and _ROW.search(_unmarked(one)) for one in place.beside()))


def _unmarked(content: str) -> str:
    """The content without the sign or number of a list and the gap after it."""
    return content[list_marker(content) :]


def _is_in_sequence(place: _Place) -> bool:
    """Whether the line above or below has the number before or after this one: a list, and no headings over texts."""
    number = _NUMBERED.match(place.content)
    if not number:
        return False
    own = int(number[1])
    return _number(place, -1) == own - 1 or _number(place, 1) == own + 1


def _number(place: _Place, step: int) -> int | None:
    """The number that begins the unit above (-1) or below (1)."""
    index = place.number + step
    match = _NUMBERED.match(place.contents[index]) if 0 <= index < len(place.contents) else None
    return int(match[1]) if match else None


def _is_signature(content: str, *, after: bool) -> bool:
    """A name alone on the line, or (after the closing words of a letter) a function."""
    words = content.split()
    if _CLOCK.match(content):
        return False
    if len(words) == 1 and not after:
        return content.isupper() and content.isalpha() and len(content) > 3  # of a telegram
    if (
        after
        and len(words) < 9
        and len(content) < 80
        and content[-1].isalpha()
        and content[0].isupper()
        and ":" not in words
    ):
        return True
    return (
        len(words) in range(2, 6)
        and len(content) < 60
        and all(w[0].isupper() or len(w) < 4 for w in words)
        and content[-1].isalpha()
    )
