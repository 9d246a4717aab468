"""When and where a text was made, as its own lines say: mastheads, datelines, publication lines, closing clauses."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.ingest.days import Day, Days
from pipeline.ingest.lexicon import Known
from pipeline.ingest.parts import Part, head_length
from pipeline.ingest.raw import Finding
from pipeline.ingest.resources import IngestResources

_TAIL = 8  # blocks at the end that speak of the document as a whole
_CLOSING = 16  # blocks at the end that may hold a closing clause: signatures and annexes follow it
_LINE = 200  # characters that a line about the document has at most
_CLAUSE = 300  # characters of a closing clause that are read
_HEAD_WORDS = 9  # of a running head that dates what it stands above
_DASH = re.compile(r"\s*[-–—:|]\s")
_PLACE = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:(?:\s?/\s?|[ -])[^\W\d_a-z][\w.'’-]*){0,4}")
_PRESS = re.compile(r"[.,]?\s*(?:\([^)]{1,30}\))?\s*(?:[-–—]{1,2}|:)\s")
_PRESS_SIGN = re.compile(r"[-–—:]\s")
_SYMBOL = re.compile(r"[A-Z]{1,8}/[\w/().-]*\d[\w/().-]*")  # the number of a document
_PARTED = re.compile(r"[,–—(-]\s*(?:[^\W\d_]+\s)?\Z")
_STAMP = re.compile(r"(?<!\d)(\d{2})\d{4}\s?(?:Z|GMT|UTC)\s([A-Z]{3,4})\.?\s((?:19|20)?\d\d)\b")  # `121654 GMT OCT 74`
_DATE_ALONE = 40  # characters of a heading that may be nothing but a date
_AFTER = re.compile(r"\s*(?:\Z|[,;|/()–—-]|\d{1,2}\s?[:hH.]\s?\d\d|\d{4}\s)")


class Published:
    """Finds the day of publication and the place of issue."""

    def __init__(self, resources: IngestResources) -> None:
        words = [lexicon.metadata for lexicon in resources.lexicons.values()]
        lexicons = resources.lexicons.values()
        self._days = resources.tool(Days)
        self._published = _longest_first(cue for w in words for cue in w.published)
        self._rank = {cue: rank for w in words for rank, cue in enumerate(w.published)}
        self._updated = _longest_first(cue for w in words for cue in w.updated)
        self._dated = tuple(cue for w in words for cue in w.dated)
        self._cues = frozenset((*self._published, *self._updated, *self._dated))
        self._longest = max(map(len, self._cues))
        joiners = "|".join(sorted({word for lexicon in lexicons for word in lexicon.boilerplate.joiners}))
        self._between = re.compile(rf"\A[\s,;.|()·•/>*–—-]*(?:(?:{joiners})\s)?")
        self._place_before = _longest_first(cue for w in words for cue in w.place_before)
        self._done = _clauses(cue for cue in self._place_before if " " in cue)
        occasion = "|".join(
            sorted({re.escape(cue) for w in words for cue in w.occasion}, key=lambda cue: (-len(cue), cue))
        )
        self._occasion = re.compile(rf"(?:\A\W*|[-–—:]\s)(?:{occasion})\b", re.I)
        self._weekdays = frozenset(day for w in words for day in w.weekdays)
        self._place_date = frozenset(cue for w in words for cue in w.place_date)
        self._issue = tuple(cue for w in words for cue in w.issue)
        self._small = frozenset().union(*resources.function_words.values())

    def find(self, parts: Sequence[Part], dropped: Sequence[str], language: Known | None) -> Iterator[Finding]:
        """Days and places, each with where it was found and how sure.

        `dropped` are lines that are not in the text, such as mastheads and running heads.
        """
        head = head_length(parts)
        entries = self._entries(parts, language)
        occasion = any(self._occasion.search(part.text) for part in parts[:head])
        for index, part in enumerate(parts):
            at_head, at_tail = index < head, index >= len(parts) - _TAIL
            if index in entries:
                continue
            if occasion and at_head and part.kind != "dateline":
                yield from self._of_the_day(part.text, language)
            if at_head or at_tail or part.kind == "dateline":
                said = (
                    part._replace(text=f"{parts[index - 1].text} {part.text}") if self._is_cue(parts, index) else part
                )
                yield from self._line(said, language, at_head=at_head, at_tail=at_tail)
            if index >= len(parts) - _CLOSING:
                yield from self._closing(part.text, language)
        for text in dropped:
            if len(text) <= _LINE:
                yield from self._dropped(text, language)
        yield from self._inline(parts[: head + 1], language)

    def _line(self, part: Part, language: Known | None, *, at_head: bool, at_tail: bool) -> Iterator[Finding]:
        if len(part.text) > _LINE:
            return
        if stamp := _STAMP.search(part.text):
            yield from self._stamp(stamp)
            return
        days = self._days.find(part.text, language)
        if cued := self._cued(part.text, days):
            yield from cued
            return
        if len({day.edtf for day in days}) != 1:
            if at_head and not days and (part.kind == "dateline" or self._occasion.search(part.text)):
                yield from self._meeting(part.text, language)
            return
        before, after = part.text[: days[0].start], part.text[days[0].end :]
        if part.kind == "dateline" and (at_head or at_tail):
            yield from self._dateline(before, days[0], 0.75 if at_head else 0.7)
        elif at_head and self._is_masthead(part, before, after, days[0]):
            yield from self._dateline(before, days[0], 0.72)
        elif at_head and _DASH.match(after) and before.rstrip().endswith((",", " le", " on")) and self._place(before):
            yield from self._dateline(before, days[0], 0.7)
        elif at_head and self._occasion.search(part.text):
            yield Finding("published", days[0].edtf, "text (day of the occasion)", 0.71)

    def _entries(self, parts: Sequence[Part], language: Known | None) -> set[int]:
        """Headings that are nothing but a date, where there are several: the entries of a chronology."""
        short = [(i, part) for i, part in enumerate(parts) if part.kind == "heading" and len(part.text) <= _DATE_ALONE]
        found = {
            i
            for i, part in short
            if any(day.end - day.start >= 0.7 * len(part.text) for day in self._days.find(part.text, language))
        }
        return found if len(found) > 1 else set()

    def _of_the_day(self, text: str, language: Known | None) -> Iterator[Finding]:
        """A line of the head that ends with a day, where the head names the occasion: `Opening - 12 March 2023`."""
        days = self._days.find(text, language) if len(text) <= _LINE else []
        if len(days) == 1 and days[0].end >= len(text.rstrip(" .)")) and _PARTED.search(text[: days[0].start]):
            yield Finding("published", days[0].edtf, "text (day of the occasion)", 0.7)

    def _is_cue(self, parts: Sequence[Part], index: int) -> bool:
        """Whether the block before is nothing but a cue, such as `Date answered`, as in a list of terms."""
        before = parts[index - 1].text.strip(" :") if index else ""
        return len(before) <= self._longest and before.lower() in self._cues

    def _closing(self, text: str, language: Known | None) -> Iterator[Finding]:
        """The last clause of a treaty or a declaration, from `Done at …` on, where a sentence begins."""
        starts = [match.start() for match in self._done.finditer(text)]
        clause = text[starts[-1] :][:_CLAUSE] if starts else ""
        days = self._days.find(clause, language) if clause else []
        if len({day.edtf for day in days}) == 1:
            yield from self._dateline(clause[: days[0].start], days[0], 0.8)

    def _stamp(self, stamp: re.Match[str]) -> Iterator[Finding]:
        """When a telegram or an agency's story was sent, with a year in two figures: of the last century from 40 on."""
        day, month, year = stamp.groups()
        century = "" if len(year) == 4 else "19" if int(year) >= 40 else "20"
        for found in self._days.find(f"{int(day)} {month.title()} {century}{year}", None)[:1]:
            yield Finding("published", found.edtf, "text (time stamp)", 0.78)

    def _meeting(self, text: str, language: Known | None) -> Iterator[Finding]:
        """`Nairobi, 9-11 March 2005`: a paper of a meeting is of its last day."""
        last = self._days.last(text, language)
        if last:
            yield Finding("published", last, "text (days of a meeting)", 0.7)

    def _dropped(self, text: str, language: Known | None) -> Iterator[Finding]:
        days = self._days.find(text, language)
        if cued := self._cued(text, days):
            yield from cued
        elif len({day.edtf for day in days}) == 1:
            if any(cue in f" {text.lower()}".replace("\u00a0", " ") for cue in self._issue):
                yield Finding("published", days[0].edtf, "masthead", 0.68)
            elif len(text.split()) <= _HEAD_WORDS:
                yield Finding("published", days[0].edtf, "running head", 0.58)

    def _dateline(self, before: str, day: Day, confidence: float) -> Iterator[Finding]:
        place = self._place(before)
        yield Finding("published", day.edtf, "text (dateline)", round(confidence + (0.05 if place else 0.0), 4))
        if place:
            yield Finding("place", place, "text (dateline)", 0.8)

    def _cued(self, text: str, days: Sequence[Day]) -> list[Finding]:
        """What a line says of its days: `Publié le`, `Last updated:`. A line may say both."""
        found: list[Finding] = []
        position = 0
        for day in days:
            before = self._between.sub("", text[position : day.start].lower(), count=1).strip(" :.*_")
            found += self._cue(before, day)
            position = day.end
        return found

    def _cue(self, before: str, day: Day) -> Iterator[Finding]:
        if before.startswith(self._updated):
            yield Finding("published", day.edtf, "text (update line)", 0.9)
        elif before.endswith(self._updated):
            yield Finding("published", day.edtf, "text (update line)", 0.85)
        elif cue := next((cue for cue in self._published if before.startswith(cue) or before.endswith(cue)), None):
            surest = 0.97 - 0.001 * self._rank[cue]  # the lexicon has the surest first
            yield Finding("published", day.edtf, "text (publication line)", round(surest, 4))
        elif before.startswith(self._dated):
            yield Finding("published", day.edtf, "text (date line)", 0.8)

    def _is_masthead(self, part: Part, before: str, after: str, day: Day) -> bool:
        """A line of names, numbers and the day: `No. 14 - Ankara, 28 March 2008`, `MARDI 25 JUILLET 1989 … PAGE 5`."""
        if after.lstrip().startswith(",") and len(after.split()) <= 6:
            after = ","  # the hour, spelled or not
        words = re.findall(r"[^\W\d_]+", f"{before} {after}")
        ends = part.text.rstrip().endswith((".", ";", "!", "?"))
        if len(words) > (6 if ends else 12):
            return False
        if not all(word[0].isupper() or word.lower() in self._small or len(word) < 3 for word in words):
            return False
        said = part.text[day.start : day.end]
        return self._is_parted(before, said) and (self._has_weekday(said) or bool(_AFTER.match(after)))

    def _has_weekday(self, day: str) -> bool:
        return day.split()[0].lower().strip(",.") in self._weekdays

    def _is_parted(self, before: str, day: str) -> bool:
        """Whether what is before the day ends before it: a comma, a dash, a column, a word such as `le`, or nothing."""
        weekday = self._has_weekday(day)
        stripped = before.rstrip()
        if stripped.endswith("|") or "  " in before.strip():  # a row of a table, unless it says that it is a masthead
            return weekday or any(cue in f" {before.lower()}" for cue in self._issue)
        if _SYMBOL.fullmatch(stripped):
            return True
        if not stripped or stripped[-1] in ",-–—/:(":
            return bool(stripped) or weekday or not before
        last = stripped.split()[-1].lower()
        return weekday or last in self._place_date or last in self._weekdays

    def _place(self, before: str) -> str | None:
        """The place before the date of a dateline: `Fait à Paris, le`, `Geneva,`, `No. 14 - Ankara,`."""
        before = re.split(r"\s[–—-]\s|\|", before.strip(" ,.-–—("))[-1].strip()
        for cue in self._place_before:
            if before.lower().startswith(f"{cue} "):
                before = before[len(cue) :].strip()
                break
        head, _, last = before.rpartition(" ")
        if last.lower() in self._place_date:
            before = head.strip(" ,")
        before = before.split(",")[0].strip()
        if before.lower() in self._weekdays:
            return None
        return before if _PLACE.fullmatch(before) else None

    def _inline(self, parts: Sequence[Part], language: Known | None) -> Iterator[Finding]:
        """`GENEVA, 12 May 2015 – The Council …`: agency style, at the beginning of the first paragraph."""
        first = next((part.text for part in parts if part.kind == "paragraph" and len(part.text) > 60), "")
        place = _PLACE.match(first)
        if not place or not _PRESS_SIGN.search(first[:_LINE]):
            return
        for day in self._days.find(first[:100], language)[:1]:
            if place.end() > day.start or not _PRESS.match(first[day.end :]):
                continue
            between = first[place.end() : day.start].strip(" ,(").lower()
            if not between or between in self._place_date or between in self._weekdays:
                name = place.group()
                yield Finding("published", day.edtf, "text (dateline)", 0.8)
                yield Finding("place", name.title() if name.isupper() else name, "text (dateline)", 0.75)


def _longest_first(cues: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(cues), key=lambda cue: (-len(cue), cue)))


def _clauses(cues: Iterable[str]) -> re.Pattern[str]:
    """One of the cues (`Done at`) where a clause begins: with a capital, which is what is looked for first."""
    words: dict[str, list[str]] = {}
    for cue in cues:
        words.setdefault(cue[0].upper(), []).append(re.escape(cue[1:]))
    begun = "|".join(rf"{first}(?<![^\s,;.]{first})(?i:{'|'.join(rest)})" for first, rest in words.items())
    return re.compile(rf"(?:{begun})\s")
