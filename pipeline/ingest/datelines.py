"""Datelines: lines that say when, and often where, a document was made."""

import re
from collections.abc import Sequence

from pipeline.ingest.days import Days
from pipeline.ingest.resources import IngestResources

_DAY = re.compile(
    r"\d{1,2}(?:er|st|nd|rd|th)?[\s./-]+(?:[^\W\d_]{3,12}\.?|\d{1,2})[\s,./-]+\d{2,4}|[^\W\d_]{3,12}\.?\s\d{1,2},?\s\d{4}|\d{4}-\d\d-\d\d"
)
_DIGIT = re.compile(r"\d")
_LONGEST = 100  # characters
_WORDS = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"\t|\S {3,}\S|\|")
_SENTENCE_ENDS = (".", "!", "?", ";", ":")
_PIECES = re.compile(r"(?<=\w)[.,]\s+|\s[-–—·]\s")  # `Ref. 12. Updated: 13 July 2007`
_ISSUER = re.compile(r"^\s+[–—-]\s+[A-ZÀ-Þ][^.,:;]{2,60}$")  # `Ottawa – May 3, 2017 – Global Affairs Canada`
_ITEM = re.compile(r"[*•·‣▪–—-]\s+\S.*[.;]\s*\Z")  # an item of a list that ends as a sentence does
_STOP = re.compile(r"(?<=\d{4})\.\s*\Z")
_TOP, _BOTTOM = 12, 8  # blocks from either end of a document


class Datelines:
    """Knows datelines by their form: `Paris, le 3 mars 2014`, `Geneva, 12 May 2015`, `Updated: 10.06.15`."""

    def __init__(self, resources: IngestResources) -> None:
        lexicons = resources.lexicons.values()
        words = [lexicon.metadata for lexicon in lexicons]
        self._update = tuple(start for lexicon in lexicons for start in lexicon.boilerplate.lines.update)
        self._days = resources.tool(Days)
        self._small = frozenset().union(*resources.function_words.values(), *(w.weekdays for w in words))
        self._before_day = frozenset(cue for w in words for cue in w.place_date) | {
            day for w in words for day in w.weekdays
        }
        self._before_place = tuple(f"{cue} " for w in words for cue in w.place_before)

    def is_update(self, content: str) -> bool:
        """A line that says when the text was published or changed."""
        if len(content) > _LONGEST or not _DIGIT.search(content):
            return False
        pieces = [content] if content.endswith(_SENTENCE_ENDS) else [content, *_PIECES.split(content)]
        return any(piece.lower().startswith(self._update) and _DAY.search(piece) for piece in pieces)

    def is_dateline(self, content: str, index: int, count: int) -> bool:
        """A dateline by its form and its place, the block `index` of `count`.

        The place of writing and the day are parted by a comma or by a word such as `le` and `on`; a row of a table
        (`Treaty of Rome    25 March 1957`) is no dateline.
        """
        if len(content) > _LONGEST or not _DIGIT.search(content):
            return False  # most lines
        if self.is_update(content):
            return True
        if _ITEM.match(content):
            return False
        if _TOP <= index < count - _BOTTOM or _GAP.search(content):
            return False
        content = _STOP.sub("", content)
        if content.rstrip().endswith(_SENTENCE_ENDS):
            return False
        day = _DAY.search(content)
        while day:  # `14 - Ankara, 28` in `No. 14 - Ankara, 28 March 2008` looks like one and is none
            if self._stands_by(content, day) and self._is_day(day.group()):
                return True
            day = _DAY.search(content, _next_place(content, day.start()))
        return False

    def _stands_by(self, content: str, day: re.Match[str]) -> bool:
        """Whether a line has beside a day what a dateline has: a place, small words, no sentence."""
        before, after = content[: day.start()].rstrip(" ("), content[day.end() :]
        after = _ISSUER.sub("", after)
        words = _WORDS.findall(before) + _WORDS.findall(after)
        return len(words) <= 8 and self._is_place(words) and self._is_parted(before)

    def _is_day(self, day: str) -> bool:
        return not re.search(r"[^\W\d_]{3,}", day) or bool(self._days.find(day, None))

    def _is_place(self, words: Sequence[str]) -> bool:
        """What is beside the day: names and small words, no verbs or nouns of a sentence."""
        return all(word[0].isupper() or word.lower() in self._small or len(word) < 3 for word in words)

    def _is_parted(self, before: str) -> bool:
        """Whether a place (if there is one) ends before the day."""
        words = before.lower().split()
        if not words or before[-1] in ",-–—":
            return len(words) <= 8
        if words[-1] in self._small and before[: -len(words[-1])].rstrip().endswith(","):
            return True  # `Vienna, this 3rd of May 1815`
        return words[-1].strip("(,") in self._before_day or before.lower().startswith(self._before_place)


def _next_place(content: str, start: int) -> int:
    """Where the next token may begin: not inside a number."""
    start += 1
    while start < len(content) and content[start - 1].isdigit() and content[start].isdigit():
        start += 1
    return start
