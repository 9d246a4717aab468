"""Numbers as people write them: in figures, in words, and mixed (`364.731`, `deux cent mille`, `3 millions et demi`).

    load_numbers(lexicons/<language>/numbers.toml) -> Numbers      the lexicon with its patterns, made once
    Numbers.trigger                                                where a number may begin
    Numbers.heads                                                  the words before a unit alone (en millions)
    Numbers.read(text, position) -> Number | None                  the number there

`Number.start` may lie before the position (`une quarantaine`, `half a billion`). Every step looks at a bounded piece
of text, so reading all numbers of a text takes time in proportion to its length.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from pipeline.extract.figures import FigureReader
from pipeline.extract.spelled import NumberLexicon
from pipeline.extract.words import LARGE, ONE, WORD, Number, WordReader, any_of, phrase_of
from pipeline.extract.wordtree import word_tree
from pipeline.toml import load_toml

__all__ = ["Number", "Numbers", "any_of", "load_numbers"]

_LOOK_BACK = 24


def load_numbers(path: Path) -> "Numbers":
    """The numbers of the language whose `numbers.toml` this is."""
    return Numbers(load_toml(path, NumberLexicon))


class Numbers:
    """The numbers of one language: its lexicon and the patterns made from it."""

    def __init__(self, lexicon: NumberLexicon) -> None:
        self.lexicon = lexicon
        self._figures = FigureReader(lexicon.decimal, lexicon.group, small_groups=lexicon.small_groups)
        self._words = WordReader(lexicon)
        self._scales = self._words.scales
        self._standalone, self._plurals = frozenset(lexicon.standalone), frozenset(lexicon.plurals)
        words = sorted({*lexicon.cardinals, *self._scales})
        forms = [form for word in words for form in (word, word.capitalize(), word.upper())]
        self._forms = forms
        self.trigger = self.trigger_with({})
        articles = any_of(lexicon.articles)
        halves = any_of(lexicon.fractions_before)
        self._before = re.compile(rf"(?<!\w)(?:(?P<half>{halves})|{articles})[\s\-‐‑]{{1,3}}\Z", re.I)
        self._vague = re.compile(rf"(?<!\w)(?:{any_of(lexicon.vague)})\s{{1,3}}\Z", re.I)
        self.heads = re.compile(rf"(?<!\w)(?:{any_of(lexicon.table_heads)})\s{{1,3}}", re.I)
        self._head = re.compile(rf"(?<!\w)(?:{any_of(lexicon.table_heads)})\s{{1,3}}\Z", re.I)
        singles = any_of(lexicon.singles)
        self._single = re.compile(rf"(?P<single>{singles})(?=[\s\-‐‑])", re.I)
        self._singles = {phrase_of(phrase): Decimal(value) for phrase, value in lexicon.singles.items()}
        self._single_words = frozenset(phrase.split()[0] for phrase in lexicon.singles)
        self._halves = {phrase_of(phrase): Decimal(value) for phrase, value in lexicon.fractions_before.items()}

    def trigger_with(self, alone: Mapping[str, str]) -> re.Pattern[str]:
        """Where a number may begin; also at words of `alone` where the pattern that belongs to one follows."""
        firsts = "".join(sorted({form[0] for form in (*self._forms, *alone)}))
        more = "".join(f"|{re.escape(word)}{follows}" for word, follows in alone.items())
        return re.compile(rf"(?=[0-9½¼¾{firsts}])(?:[0-9½¼¾]|\b(?:{word_tree(self._forms)}\b{more}))")

    def read(self, text: str, position: int) -> Number | None:
        """The number that begins at a trigger, with the same number in brackets behind it: `trente (30) millions`."""
        number = self._plain(text, position)
        if number is None or number.value is None or not text.startswith(("(", " ("), number.end):
            return number
        inner = text.index("(", number.end) + 1
        if not self.trigger.match(text, inner):
            return number
        twin = self._plain(text, inner)
        if twin is None or twin.value is None or twin.value != number.value or not text.startswith(")", twin.end):
            return number
        number = number._replace(end=twin.end + 1)
        if number.scale > 1:
            return number
        longer = self._words.read(text, self._words.begin(twin.value, number.end), number.start)
        return longer._replace(figures=number.figures) if longer and longer.scale > 1 else number

    def fraction(self, text: str, position: int) -> tuple[Decimal, int] | None:
        """The share that `and a half` behind a unit adds, and where it ends."""
        return self._words.fraction(text, position)

    def skip(self, text: str, position: int) -> int:
        """Where to look on when nothing is made of the number at this trigger."""
        if text[position].isdigit():
            return self._figures.read(text, position).end
        word = WORD.match(text, position)
        return word.end() if word else position + 1

    def _plain(self, text: str, position: int) -> Number | None:
        word = WORD.match(text, position)
        if word is None:
            end, value, grouped = self._figures.read(text, position)
            if value is None:
                return None
            begin = self._figures.begins(text, position)
            if not self._words.may_go_on(text, end):
                return Number(begin, end, value, figures=True, linked=value >= LARGE, grouped=grouped)
            number = self._words.read(text, self._words.begin(value, end), begin)
            return number._replace(grouped=grouped) if number and number.end == end else number
        key = word[0].lower()
        if key in self._single_words and (single := self._single.match(text, position)):
            return Number(position, single.end(), self._singles[phrase_of(single["single"])])
        if key in self._scales and key not in self._standalone:
            return self._from_scale(text, word.start(), key)
        return self._words.read(text, self._words.first(text, position), position)

    def _from_scale(self, text: str, position: int, key: str) -> Number | None:
        """A number that begins with `million`, `dozen` …: with an article, with a half, or not told."""
        window = text[max(0, position - _LOOK_BACK) : position]
        if key not in self._plurals and (before := self._before.search(window)):
            share = self._halves[phrase_of(before["half"])] if before["half"] else ONE
            state = self._words.step(text, self._words.begin(share, position), position)
            return self._words.read(text, state, position - len(before[0]))
        vague = self._vague.search(window)
        if vague is None and (key not in self._plurals or self._head.search(window)):
            return None
        end = self._chain(text, position + len(key))
        if vague is None and not self._words.link.match(text, end):
            return None
        return Number(position - len(vague[0]) if vague else position, end, None, linked=True)

    def _chain(self, text: str, end: int) -> int:
        """The end of a number that is not told: `centaines de milliers`, `hundred thousand`."""
        for _ in range(3):
            link = self._words.link.match(text, end)
            join = self._words.join.match(text, end)
            word = WORD.match(text, join.end()) if join else None
            if link and link["next"].lower() in self._plurals:
                end = link.end()
            elif word and word[0].lower() in self._scales:
                end = word.end()
            else:
                break
        return end
