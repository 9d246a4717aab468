"""Numbers as people write them: in figures, in words, and mixed (`364.731`, `deux cent mille`, `3 millions et demi`).

    load_numbers(lexicons/<language>/numbers.toml) -> Numbers      the lexicon with its patterns, made once
    Numbers.trigger                                                where a number may begin
    Numbers.heads                                                  the words before a unit alone (en millions)
    Numbers.read(text, position) -> Number | None                  the number there

`Number.start` may lie before the position (`une quarantaine`, `half a billion`). Every step looks at a bounded piece
of text, so reading all numbers of a text takes time in proportion to its length.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from pipeline.extract.figures import FigureReader
from pipeline.extract.spelled import NumberLexicon, SpelledSum
from pipeline.extract.wordtree import word_tree
from pipeline.toml import load_toml

_WORD = re.compile(r"[^\W\d_]+")
_LOOK_BACK = 24
_ONE = Decimal(1)
_LARGE = 1_000_000  # figures of a million and more take "of" like the word (2 000 000 de francs)


class Number(NamedTuple):
    """A number in the text. `value` is null when it is not told (`des milliers`).

    `scale` is the last scale word's value (1 when there is none), `figures` says that it begins with a digit, `round`
    that its word means about so many (`une quarantaine`), `linked` that `of` may follow (`3 millions de`), `grouped`
    what figures would be if their decimal mark parted groups of three (`96,000` in French).
    """

    start: int
    end: int
    value: Decimal | None
    scale: Decimal = _ONE
    figures: bool = False
    round: bool = False
    linked: bool = False
    grouped: Decimal | None = None


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, longest first; a space is any white space, `'` both apostrophes."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(p).replace("\\ ", r"\s{1,3}").replace("'", "['’]") for p in ordered) or r"(?!)"


def load_numbers(path: Path) -> "Numbers":
    """The numbers of the language whose `numbers.toml` this is."""
    return Numbers(load_toml(path, NumberLexicon))


class _State(NamedTuple):
    """How far a spelled number has been read."""

    sum: SpelledSum
    end: int
    word: str = ""
    joined: bool = False


class Numbers:
    """The numbers of one language: its lexicon and the patterns made from it."""

    def __init__(self, lexicon: NumberLexicon) -> None:
        self.lexicon = lexicon
        self._figures = FigureReader(lexicon.decimal, lexicon.group, small_groups=lexicon.small_groups)
        self._scales = {**lexicon.scales, **lexicon.collectives}
        self._standalone = frozenset(lexicon.standalone)
        self._round, self._plurals = frozenset(lexicon.round), frozenset(lexicon.plurals)
        self._nouns = frozenset(self._scales) - self._standalone
        words = sorted({*lexicon.cardinals, *self._scales})
        forms = [form for word in words for form in (word, word.capitalize(), word.upper())]
        firsts = "".join(sorted({form[0] for form in forms}))
        self.trigger = re.compile(rf"[0-9½¼¾]|\b(?=[{firsts}]){word_tree(forms)}\b")
        of = any_of(f"{word} " if word[-1].isalpha() else word for word in lexicon.of)
        joiners, articles = any_of(lexicon.joiners), any_of(lexicon.articles)
        self._join = re.compile(rf"(?:[-‐‑]|\s{{1,3}})(?:(?P<and>{joiners})(?:[-‐‑]|\s{{1,3}}))?", re.I)
        self._link = re.compile(rf"\s{{1,3}}(?:{of})(?P<next>[^\W\d_]+)", re.I)
        self._after = re.compile(rf"[\s\-‐‑]{{1,3}}(?P<phrase>{any_of(lexicon.fractions_after)})(?!\w)", re.I)
        halves = any_of(lexicon.fractions_before)
        self._before = re.compile(rf"(?<!\w)(?:(?P<half>{halves})|{articles})[\s\-‐‑]{{1,3}}\Z", re.I)
        self._vague = re.compile(rf"(?<!\w)(?:{any_of(lexicon.vague)})\s{{1,3}}\Z", re.I)
        self.heads = re.compile(rf"(?<!\w)(?:{any_of(lexicon.table_heads)})\s{{1,3}}", re.I)
        self._head = re.compile(rf"(?<!\w)(?:{any_of(lexicon.table_heads)})\s{{1,3}}\Z", re.I)
        self._halves = {phrase: Decimal(value) for phrase, value in lexicon.fractions_before.items()}
        self._extra = {phrase: Decimal(value) for phrase, value in lexicon.fractions_after.items()}

    def read(self, text: str, position: int) -> Number | None:
        """The number that begins at a trigger, with the same number in brackets behind it: `trente (30) millions`."""
        number = self._plain(text, position)
        if number is None or number.value is None or not text.startswith(("(", " ("), number.end):
            return number
        inner = text.index("(", number.end) + 1
        if not self.trigger.match(text, inner):
            return number
        twin = self._plain(text, inner)
        if twin is None or twin.value != number.value or not text.startswith(")", twin.end):
            return number
        number = number._replace(end=twin.end + 1)
        if number.scale > 1:
            return number
        longer = self._words(text, _State(SpelledSum(self.lexicon, number.value), number.end), number.start)
        return longer._replace(figures=number.figures) if longer and longer.scale > 1 else number

    def fraction(self, text: str, position: int) -> tuple[Decimal, int] | None:
        """The share that `and a half` behind a unit adds, and where it ends."""
        found = self._after.match(text, position)
        return (self._extra[_phrase(found["phrase"])], found.end()) if found else None

    def skip(self, text: str, position: int) -> int:
        """Where to look on when nothing is made of the number at this trigger."""
        if text[position].isdigit():
            return self._figures.read(text, position).end
        word = _WORD.match(text, position)
        return word.end() if word else position + 1

    def _plain(self, text: str, position: int) -> Number | None:
        word = _WORD.match(text, position)
        if word is None:
            end, value, grouped = self._figures.read(text, position)
            if value is None:
                return None
            number = self._words(text, _State(SpelledSum(self.lexicon, value), end), position)
            return number._replace(grouped=grouped) if number and number.end == end else number
        key = word[0].lower()
        if key in self._scales and key not in self._standalone:
            return self._from_scale(text, word.start(), key)
        return self._words(text, self._step(text, _State(SpelledSum(self.lexicon), position), position), position)

    def _from_scale(self, text: str, position: int, key: str) -> Number | None:
        """A number that begins with `million`, `dozen` …: with an article, with a half, or not told."""
        window = text[max(0, position - _LOOK_BACK) : position]
        if key not in self._plurals and (before := self._before.search(window)):
            share = self._halves[_phrase(before["half"])] if before["half"] else _ONE
            state = _State(SpelledSum(self.lexicon, share), position)
            return self._words(text, self._step(text, state, position), position - len(before[0]))
        vague = self._vague.search(window)
        if vague is None and (key not in self._plurals or self._head.search(window)):
            return None
        end = self._chain(text, position + len(key))
        if vague is None and not self._link.match(text, end):
            return None
        return Number(position - len(vague[0]) if vague else position, end, None, linked=True)

    def _chain(self, text: str, end: int) -> int:
        """The end of a number that is not told: `centaines de milliers`, `hundred thousand`."""
        for _ in range(3):
            link = self._link.match(text, end)
            join = self._join.match(text, end)
            word = _WORD.match(text, join.end()) if join else None
            if link and link["next"].lower() in self._plurals:
                end = link.end()
            elif word and word[0].lower() in self._scales:
                end = word.end()
            else:
                break
        return end

    def _step(self, text: str, state: _State, position: int, *, joined: bool = False) -> _State | None:
        """The state after the number word at this position; null when the number ends before it."""
        word = _WORD.match(text, position)
        key = word[0].lower() if word else ""
        total = state.sum.copy()
        if key in self._scales:
            taken = not joined and total.times(self._scales[key], joined=state.joined)
        else:
            value = self.lexicon.cardinals.get(key)
            if value is None and not total.empty:
                value = self.lexicon.inner.get(key)
            taken = value is not None and total.add(value, joined=joined)
        return _State(total, position + len(key), key, joined) if taken else None

    def _words(self, text: str, state: _State | None, start: int) -> Number | None:
        """Read on from a first number: words that belong to it, fractions, `de milliers`."""
        if state is None:
            return None
        figures = not state.word
        before = state
        for _ in range(32):
            following = self._next(text, state)
            if following is None:
                if state.joined and self._blocked(text, state):
                    state = before
                break
            if following.joined:
                before = state
            state = following
        large = figures and state.sum.value >= _LARGE
        linked = large or state.word in self._nouns
        return Number(
            start, state.end, state.sum.value, state.sum.last or _ONE, figures, state.word in self._round, linked
        )

    def _next(self, text: str, state: _State) -> _State | None:
        if extra := self._after.match(text, state.end):
            total = state.sum.copy()
            if total.fraction(self._extra[_phrase(extra["phrase"])]):
                return state._replace(sum=total, end=extra.end())
        if state.word in self._nouns and (link := self._link.match(text, state.end)):
            key = link["next"].lower()
            total = state.sum.copy()
            if key in self._plurals and total.times(self._scales[key], joined=False):
                return _State(total, link.end(), state.word if state.word in self._round else key)
            return None
        join = self._join.match(text, state.end)
        if join is None or (not state.word and not self._scale_follows(text, join.end())):
            return None
        return self._step(text, state, join.end(), joined=join["and"] is not None)

    def _scale_follows(self, text: str, position: int) -> bool:
        word = _WORD.match(text, position)
        return word is not None and word[0].lower() in self._scales

    def _blocked(self, text: str, state: _State) -> bool:
        """Whether a scale word follows that can't belong here: `one hundred and two hundred` is two numbers."""
        join = self._join.match(text, state.end)
        return join is not None and self._scale_follows(text, join.end())


def _phrase(found: str) -> str:
    return " ".join(found.lower().split())
