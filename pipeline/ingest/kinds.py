"""What kind of block each unit is, by its form, its first words and its place."""

import re
from collections.abc import Sequence

from pipeline.ingest.lines import ends_sentence
from pipeline.ingest.pull_quotes import find_pull_quotes
from pipeline.ingest.resources import IngestResources
from pipeline.ingest.units import Unit, is_listed, is_quoted
from pipeline.records import BlockKind

_DAY = re.compile(
    r"\d{1,2}(?:er|st|nd|rd|th)?[\s./-]+(?:[^\W\d_]{3,12}\.?|\d{1,2})[\s,./-]+\d{2,4}|[^\W\d_]{3,12}\.?\s\d{1,2},?\s\d{4}|\d{4}-\d\d-\d\d"
)
_TIME_END = re.compile(r"(?:\d{2,4}|\d{1,2}\s?(?:h|:)\s?\d{0,2}|[AaPp]\.?[Mm]\.?)[\s.)–—-]*\Z")
_ROW = re.compile(r"\S\s*\t\s*\S|\S {3,}\S")
_FOOTNOTE = re.compile(r"(?:\*{1,3}|[†‡]|\[\d{1,3}\]|[¹²³⁴-⁹⁰]{1,3}|\(\d{1,2}\)\s)\s?(?=[^\W_«“\"])")
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){1,4}")


class Kinds:
    """Names the kind of every unit that its reader left open."""

    def __init__(self, resources: IngestResources) -> None:
        cues = [lexicon.boilerplate.lines for lexicon in resources.lexicons.values()]
        months = [form for lex in resources.lexicons.values() for month in lex.metadata.months for form in month]
        self._update = tuple(start for c in cues for start in c.update)
        self._caption = tuple(start for c in cues for start in c.caption)
        self._byline = tuple(start for c in cues for start in c.byline)
        self._closing = tuple(start for c in cues for start in c.closing)
        self._footnote = tuple(start for c in cues for start in c.footnote)
        self._months = frozenset(form.rstrip(".") for form in months)
        self._weekdays = frozenset(day for lex in resources.lexicons.values() for day in lex.metadata.weekdays)
        self._function_words = frozenset().union(*resources.function_words.values())

    def name(self, text: str, units: Sequence[Unit]) -> list[Unit]:
        """The units with their kinds; pull quotes, captions and bylines are not main text."""
        contents = [unit.content(text) for unit in units]
        quotes = find_pull_quotes(contents, units, self._function_words)
        named: list[Unit] = []
        closing = False
        for index, (unit, content) in enumerate(zip(units, contents, strict=True)):
            if unit.kind is not None or unit.reason is not None:
                named.append(unit)
                continue
            kind = "pull_quote" if index in quotes else self._kind(content, index, len(units), closing=closing)
            main = unit.main and kind not in {"pull_quote", "caption"} and not self._is_byline(content, kind)
            named.append(unit._replace(kind=kind, main=main))
            closing = content.lower().startswith(self._closing) or (closing and kind == "signature")
        return named

    def _kind(self, content: str, index: int, count: int, *, closing: bool) -> BlockKind:
        lower = content.lower()
        if self.is_dateline(content):
            return "dateline"
        if len(content) < 200 and lower.startswith(self._caption):
            return "caption"
        if _FOOTNOTE.match(content) or lower.startswith(self._footnote):
            return "footnote"
        if content.count("|") > 1 or "\t" in content or (len(content) < 300 and len(_ROW.findall(content)) > 1):
            return "table"
        if is_listed(content) and not self._is_title(content):
            return "list_item"
        if self._is_byline(content, "signature") and index < 8:
            return "signature"
        if _is_signature(content, after=closing) and (closing or index == count - 1) and index > 1:
            return "signature"
        if self._is_title(content):
            return "heading"
        return "quote" if is_quoted(content) and len(content) > 60 else "paragraph"

    def is_dateline(self, content: str) -> bool:
        """A line that says when (and where) the document was made: `Paris, le 3 mars 2014`, `Updated: 10.06.15`."""
        if len(content) > 100:
            return False
        day = _DAY.search(content)
        if not day:
            return False
        if content.lower().startswith(self._update):
            return True
        rest = content[: day.start()] + content[day.end() :]
        words = re.findall(r"[^\W\d_]+", rest)
        letters = [w.lower() for w in re.findall(r"[^\W\d_]{3,}", day.group())]
        if letters and not any(word in self._months for word in letters):
            return False
        return (
            len(words) <= 6
            and not content.rstrip().endswith((".", "!", "?", ";"))
            and _is_place(words, self._function_words | self._weekdays)
        )

    def _is_byline(self, content: str, kind: str) -> bool:
        if kind != "signature" or len(content) > 80:
            return False
        start = next((start for start in self._byline if content.lower().startswith(start)), None)
        return start is not None and bool(
            _NAME.fullmatch(content[len(start) :].strip(" .,")) and content[len(start) :].lstrip()[:1].isupper()
        )

    def _is_title(self, content: str) -> bool:
        """Short, without the full stop of a sentence, and begun like a title."""
        words = content.split()
        if (
            len(content) > 140
            or len(words) > 20
            or (ends_sentence(content) and not content.endswith((":", "?")))
            or content[-1] in ",;"
        ):
            return False
        if content.endswith(":") and len([w for w in words if w[0].isalnum()]) > 2:
            return False
        first = content.lstrip("«“\"'(")[:1]
        return (first.isupper() or first.isdigit()) and any(char.isalpha() for char in content)


def _is_place(words: Sequence[str], function_words: frozenset[str]) -> bool:
    """What is beside a date in a dateline: names and small words, no verbs or nouns of a sentence."""
    return all(word[0].isupper() or word.lower() in function_words or len(word) < 3 for word in words)


def _is_signature(content: str, *, after: bool) -> bool:
    """A name alone on the line, or (after the closing words of a letter) a function."""
    words = content.split()
    if after and len(words) < 9 and len(content) < 80 and content[-1].isalpha() and content[0].isupper():
        return True
    return (
        len(words) in range(2, 6)
        and len(content) < 60
        and all(w[0].isupper() or len(w) < 4 for w in words)
        and content[-1].isalpha()
    )
