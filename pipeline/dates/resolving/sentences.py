"""Which sentence and clause each find stands in, and whether the words there speak of the past or of the future."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.rules.found import Found

_SENTENCE = re.compile(r"[.!?…][»\"”’)\]]*\s+(?=[^\W\d_a-zà-ÿ]|[«“\"(\d]|[—–-]\s)|\n\s*\n")
_BREAK = re.compile(r"[;:()\[\]]|(?<=\s)[–—-]\s")
_QUOTED = re.compile(r"[»”],?\s*\Z")  # what somebody said, right before the verb that says so
Tense = tuple[int, int, int]  # where, in which clause, and -1, 1 or 2
_PARTICIPLE = 24  # characters after a word of the future (`will next be held`) in which a participle is not the past
_RELATIVE = 14  # characters before a word of the future in which `which` makes its clause one beside the main one
_NEXT = 4  # characters to the verb of the clause that a date ends the subject of
_LOOK = 30  # words of tense looked at on either side, so that time stays linear
_HEADING = 24  # characters of a heading that is a year: `1956`, `Events of 1956`
_ENTRY = 3  # characters of a sign before the date with which an entry of a list begins
_WORD = 24  # characters of the word before a date
_LONG = 6  # letters of an abbreviation at most
_FRONT = 16  # characters before a date that opens its sentence (`In the course of`)


class Placed(NamedTuple):
    """A find with its passage, sentence and clause, numbered through the document.

    `tense` is -1 where the words around speak of the past, 1 for the future, 0 where they do not say; `front` whether
    the find opens its sentence, which makes it the frame of what follows; `opens` whether it opens its passage, as in
    an entry of a chronology; `heads` whether it is a year that is all of its passage, which then heads such entries;
    `weekly` whether it is a week day, or a range of them, of every week: `le samedi`, `open Monday to Friday`.
    """

    found: Found
    passage: int
    sentence: int
    clause: int
    tense: int
    front: bool
    opens: bool = False
    heads: bool = False
    weekly: bool = False


def place(found: Sequence[Found], text: str, lexicon: DateLexicon, *, passage: int, sentence: int) -> list[Placed]:
    """Number the sentences of a passage from `sentence` on, and see what each find without its year is about."""
    cuts = [match.end() for match in _SENTENCE.finditer(text) if not _abbreviated(text, match.start(), lexicon)]
    edges = [0, *cuts, len(text)]
    open_year = any(one.item and not one.item.complete for one in found)
    starts, clauses = _clauses(text) if open_year else ([0], [0])
    placed: list[Placed] = []
    tenses: dict[int, list[Tense]] = {}
    spoken: dict[int, bool] = {}
    hours: dict[int, bool] = {}
    for index, one in enumerate(found):
        number = bisect_right(cuts, one.start)
        clause = clauses[bisect_right(starts, one.start) - 1]
        tense = 0
        if one.item and not one.item.complete:
            if number not in tenses:
                said = _tenses(text, edges[number], edges[number + 1], lexicon)
                tenses[number] = [(at, clauses[bisect_right(starts, at) - 1], tense) for at, tense in said]
            opens = one.start - max(starts[bisect_right(starts, one.start) - 1], edges[number]) <= _FRONT
            ends = bool(lexicon.subordinate.match(text, one.end))
            tense = _tense(one, clause, tenses[number], opens=opens, ends=ends)
            if not (tense or tenses[number]) and _is_free_weekday(one, text, edges[number], lexicon):
                if number not in spoken:
                    spoken[number] = lexicon.speakers.search(text, edges[number], edges[number + 1]) is not None
                tense = int(spoken[number])  # je passe lundi; are you free on Friday?
        framed = placed[-1].found.end if placed and placed[-1].front else 0  # Three years later, in 1987, he left
        front = one.start - max(edges[number], framed) <= _FRONT
        heads = len(found) == 1 and len(text) <= _HEADING and _is_year(one)
        weekly = False
        if one.item and one.item.shape == "weekday" and (one.habit or one.last) and tense >= 0:
            if number not in hours:
                hours[number] = lexicon.opening.search(text, edges[number], edges[number + 1]) is not None
            weekly = hours[number] or (one.habit and one.start - edges[number] > _ENTRY) or _before_hours(index, found)
        placed.append(Placed(one, passage, sentence + number, clause, tense, front, one.start <= _ENTRY, heads, weekly))
    return placed


def _before_hours(index: int, found: Sequence[Found]) -> bool:
    """Whether a clock time stands right behind a range: `Tuesday–Sunday 11am–4pm`."""
    after = found[index + 1] if index + 1 < len(found) else None
    return after is not None and after.type == "TIME" and after.start - found[index].end <= _ENTRY


def _is_free_weekday(found: Found, text: str, start: int, lexicon: DateLexicon) -> bool:
    """Whether a week day is said of what is done, not of a thing (`de lundi`) or of what is over (`annoncé lundi`)."""
    if found.item is None or found.item.shape != "weekday" or found.attributive or found.past:
        return False
    before = text[max(start, found.start - _WORD) : found.start].split()
    return not (before and before[-1].endswith(lexicon.participle_endings))


def _is_year(found: Found) -> bool:
    item = found.item
    return bool(item and item.year and not (item.month or item.part or item.rule or found.last or found.bound))


def _clauses(text: str) -> tuple[list[int], list[int]]:
    """Where clauses begin, and the number of each; after a bracket the clause around it goes on."""
    starts, clauses = [0], [0]
    stack: list[int] = []
    for match in _BREAK.finditer(text):
        if match[0] in "([":
            stack.append(clauses[-1])
            number = len(starts)
        elif match[0] in ")]":
            number = stack.pop() if stack else len(starts)
        else:
            number = len(starts)
        starts.append(match.end())
        clauses.append(number)
    return starts, clauses


def _tenses(text: str, start: int, end: int, lexicon: DateLexicon) -> list[tuple[int, int]]:
    """Where the words of a sentence speak of the past (-1) or of the future (1, or 2 right after `which`)."""
    said: list[tuple[int, int]] = []
    for match in lexicon.tenses.finditer(text, start, end):
        tense = 1 if match["future"] else -1
        if tense > 0 and lexicon.relative.search(text[max(match.start() - _RELATIVE, 0) : match.start()]):
            tense = 2
        if tense < 0 and _QUOTED.search(text, max(match.start() - _RELATIVE, start), match.start()):
            continue  # « une visite en avril », ont indiqué les ministères
        if tense < 0 and lexicon.present.search(text[max(match.start() - _RELATIVE, 0) : match.start()]):
            continue  # are requested to reply by 3 May
        if (
            tense > 0
            or match[0].lower() in lexicon.past_auxiliaries
            or not (said and said[-1][1] > 0 and _participle(text, said[-1][0], match.start()))
        ):
            said.append((match.start(), tense))
    return said


def _participle(text: str, future: int, verb: int) -> bool:
    """Whether a form of the past belongs to a word of the future shortly before it."""
    return verb - future < _PARTICIPLE and "," not in text[future:verb]


def _tense(one: Found, clause: int, tenses: Sequence[Tense], *, opens: bool, ends: bool) -> int:
    """What the nearest such word before a find in its clause says, else the first after it, there or beyond.

    The future of words that follow holds only for what opens its clause (`On 3 May the king will …`), the past not
    where the date `ends` its clause (`The tariff ends on 3 May, as was agreed`).
    """
    index = bisect_right(tenses, (one.start,))
    if index < len(tenses) and tenses[index][2] == 2 and tenses[index][0] - one.end <= _RELATIVE:
        return 1  # the council of 25 June, which will …
    if one.bound and index < len(tenses) and tenses[index][2] > 0 and tenses[index][0] - one.end <= _NEXT:
        return 1  # offers received after 25 June will …
    before = [tense for _, there, tense in tenses[max(index - _LOOK, 0) : index] if there == clause]
    if before:
        return min(before[-1], 1)
    following = [said for said in tenses[index : index + _LOOK] if said[2] < 2]
    after = [tense for _, there, tense in following if there == clause]
    if not after and not (one.ahead or one.bound):
        after = [tense for _, _, tense in following]
    said = after[0] if after else 0
    return said if opens or (said < 0 and not ends) else 0


def _abbreviated(text: str, stop: int, lexicon: DateLexicon) -> bool:
    if (word := text[max(stop - _LONG, 0) : stop]).isalpha():
        return word.lower() in lexicon.abbreviations or len(word) == 1
    start = stop
    while start > 0 and stop - start < _LONG and (text[start - 1].isalpha() or text[start - 1] == "."):
        start -= 1
    return text[start:stop].lower() in lexicon.abbreviations or stop - start == 1
