"""Mastheads: lines of names, numbers and the day of a paper."""

import re
from collections.abc import Sequence

from pipeline.ingest.days import Day
from pipeline.ingest.metadata.parts import Part
from pipeline.ingest.metadata.wording import longest_first, plain, plain_cues
from pipeline.ingest.resources import IngestResources
from pipeline.records import BlockKind

HEAD_WORDS = 9
"""Words of a running head that dates what it stands above."""
_WORD = re.compile(r"[^\W\d_]+")
_SYMBOL = re.compile(r"[A-Z]{1,8}/[\w/().-]*\d[\w/().-]*|[A-Z]{1,6}-?\d{1,6}")  # the number of a document
_AFTER = re.compile(r"\s*(?:\.?\Z|[,;|/()–—-]|\d{1,2}\s?[:hH.]\s?\d\d|\d{4}\s)")
_PAGE_END = re.compile(r"\s+\d{1,3}\s*")  # `The Harbourist   March 12th 1994   53`
_PAPER = 5  # words of the name of a paper
_ENDS = re.compile(r"\s*(?:\Z|[,(–—-])")
_PRICE = re.compile(r"\s+[£$€]?\d[\d.,]*\s?[^\W\d_]{0,8}\s*\Z")


class Mastheads:
    """Knows the day of an issue by what stands beside it."""

    def __init__(self, resources: IngestResources) -> None:
        lexicons = list(resources.lexicons.values())
        words = [lexicon.metadata for lexicon in lexicons]
        self._weekdays = frozenset(day for w in words for day in w.weekdays)
        self._place_date = frozenset(cue for w in words for cue in w.place_date)
        self._issue = plain_cues(cue for w in words for cue in w.issue)
        issues = "|".join(re.escape(cue.strip()) for cue in self._issue)
        self._numbered = re.compile(rf"((?<!\w)(?:{issues})\s?)(\d{{1,5}})(?=\s*[-–—]\s*\d)", re.I)
        pages = "|".join(longest_first(cue for lex in lexicons for cue in lex.boilerplate.lines.page))
        self._page = re.compile(rf"\W*(?:{pages})\s?\d", re.I)
        self._small = frozenset().union(*resources.function_words.values())

    def names_issue(self, text: str) -> bool:
        """Whether a line has the number of an issue: `Newsletter No. 8`, `LA LETTRE DU PORT  N° 41`."""
        lower = f" {plain(text).replace('(', ' ')} "
        return any(cue in lower for cue in self._issue)

    def without_number(self, text: str) -> str:
        """A line without the number of its issue, which is none of a day: `N° 1418 – 9 mars 1988`."""
        return self._numbered.sub(lambda number: f"{number[1]}{'#' * len(number[2])}", text)

    def dates(self, part: Part, before: str, after: str, day: Day) -> bool:
        """Whether a line is of names, numbers and the day: `No. 14 - Ankara, 28 March 2008`, `MARDI 25 MAI`."""
        said = part.text[day.start : day.end]
        if self._page.match(after) and len(before.split()) <= HEAD_WORDS and self._is_parted(before, said, part.kind):
            return True
        if _PAGE_END.fullmatch(after) and self._is_name(before):
            return True
        after = _PRICE.sub("", after)
        if after.lstrip().startswith(",") and len(after.split()) <= 6:
            after = ","  # the hour, spelled or not
        numbered = self.names_issue(before)
        if (
            numbered
            and not after.strip(" )")
            and len(before.split()) <= HEAD_WORDS
            and self._is_parted(before, said, part.kind)
        ):
            return True
        words = _WORD.findall(f"{before} {after}")
        ends = part.text.rstrip().endswith((".", ";", "!", "?"))
        if len(words) > (6 if ends else 12):
            return False
        if not self._are_capital(words):
            return False
        return self._is_parted(before, said, part.kind) and (self.has_weekday(said) or bool(_AFTER.match(after)))

    def ends_with_day(self, text: str, day: Day) -> bool:
        """Whether a heading ends with a day and its name, as those of sittings do: `Ports Committee, Monday 3 May`."""
        return self.has_weekday(text[day.start : day.end]) and bool(_ENDS.match(text, day.end))

    def _is_name(self, text: str) -> bool:
        words = _WORD.findall(text)
        return 0 < len(words) <= _PAPER and self._are_capital(words)

    def _are_capital(self, words: Sequence[str]) -> bool:
        return all(word[0].isupper() or word.lower() in self._small or len(word) < 3 for word in words)

    def has_weekday(self, day: str) -> bool:
        """Whether a day is written with its name: `jeudi 12 mars`."""
        return day.split()[0].lower().strip(",.") in self._weekdays

    def _is_parted(self, before: str, day: str, kind: BlockKind) -> bool:
        """Whether what is before the day ends before it: a comma, a dash, a column, a word such as `le`, or nothing."""
        weekday = self.has_weekday(day)
        stripped = before.rstrip()
        if stripped.endswith("|") and kind == "heading" and before.count("|") == 1 and "  " not in before.strip():
            return True
        if stripped.endswith("|") or "  " in before.strip():  # a row of a table, unless it says that it is a masthead
            return weekday or self.names_issue(before)
        if _SYMBOL.fullmatch(stripped):
            return True
        if stripped.endswith(":") and " " in stripped:
            return weekday  # `Joined the Union: 1 January 1973`
        if not stripped or stripped[-1] in ",-–—/:(":
            return bool(stripped) or weekday or not before
        head, _, last = stripped.lower().rpartition(" ")
        if head.endswith(",") and last in self._small:
            return True  # `Vienna, this 3rd of May 1815`
        return weekday or last in self._place_date or last in self._weekdays
