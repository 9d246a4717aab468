"""Numbers in words, read on from a first number: what belongs to it, fractions, decimals in words, `de milliers`."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from pipeline.extract.spelled import NumberLexicon, SpelledSum
from pipeline.extract.wordtree import piece_tree

WORD = re.compile(r"[^\W\d_]+")
ONE = Decimal(1)
LARGE = 1_000_000  # figures of a million and more take "of" like the word (2 000 000 de francs)
_MOST_WORDS, _MOST_DECIMALS = 32, 6
_LOOSE = {" ": r"\s{1,3}", "'": "['’]"}
_GROUP = re.compile(r"[0-9]{1,3}(?=\s{1,3}[^\W\d_])")
_MILLION = 1_000_000


class Number(NamedTuple):
    """A number in the text. `value` is null when it is not told (`des milliers`).

    `scale` is the last scale word's value (1 when there is none), `figures` says that it begins with a digit, `round`
    that its word means about so many (`une quarantaine`), `linked` that `of` may follow (`3 millions de`), `grouped`
    what figures would be if their decimal mark parted groups of three (`96,000` in French).
    """

    start: int
    end: int
    value: Decimal | None
    scale: Decimal = ONE
    figures: bool = False
    round: bool = False
    linked: bool = False
    grouped: Decimal | None = None


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, longest first; a space is any white space, `'` both apostrophes."""
    return piece_tree([_LOOSE.get(char) or re.escape(char) for char in phrase] for phrase in phrases)


def phrase_of(found: str) -> str:
    """A phrase as the lexicon's tables are keyed: in small letters, one space, straight apostrophes, no hyphens."""
    return " ".join(found.lower().replace("-", " ").replace("’", "'").split())


class State(NamedTuple):
    """How far a spelled number has been read."""

    sum: SpelledSum
    end: int
    word: str = ""
    joined: bool = False


class WordReader:
    """Reads the words of one language's numbers."""

    def __init__(self, lexicon: NumberLexicon) -> None:
        self.lexicon = lexicon
        self.scales = {**lexicon.scales, **lexicon.collectives}
        self._round, self._words_only = frozenset(lexicon.round), frozenset(lexicon.words_only)
        self._nouns = frozenset(self.scales) - frozenset(lexicon.standalone)
        of = any_of(f"{word} " if word[-1].isalpha() else word for word in lexicon.of)
        self.join = re.compile(rf"(?:[-‐‑]|\s{{1,3}})(?:(?P<and>{any_of(lexicon.joiners)})(?:[-‐‑]|\s{{1,3}}))?", re.I)
        self.link = re.compile(rf"\s{{1,3}}(?:{of})(?P<next>[^\W\d_]+)", re.I)
        self._after = re.compile(rf"[\s\-‐‑]{{1,3}}(?P<phrase>{any_of(lexicon.fractions_after)})(?!\w)", re.I)
        self._point = re.compile(rf"\s{{1,3}}(?:{any_of(lexicon.decimal_words)})(?=\s)", re.I)
        firsts = {
            word[0].lower()[:3] for phrase in (*self.scales, *lexicon.fractions_after) if (word := WORD.match(phrase))
        }
        self._goes_on = re.compile(rf"[\s\-‐‑]{{0,3}}(?:{any_of(firsts)})", re.I)
        self._extra = {phrase_of(phrase): Decimal(value) for phrase, value in lexicon.fractions_after.items()}

    def begin(self, value: Decimal, end: int) -> State:
        """The state behind figures."""
        return State(SpelledSum(self.lexicon, value), end)

    def first(self, text: str, position: int) -> State | None:
        """The state behind the word at this position."""
        return self.step(text, State(SpelledSum(self.lexicon), position), position)

    def may_go_on(self, text: str, end: int) -> bool:
        """False when figures that end here are the whole number."""
        return self._goes_on.match(text, end) is not None

    def fraction(self, text: str, position: int) -> tuple[Decimal, int] | None:
        """The share that `and a half` at a position adds, and where it ends."""
        found = self._after.match(text, position)
        return (self._extra[phrase_of(found["phrase"])], found.end()) if found else None

    def step(self, text: str, state: State, position: int, *, joined: bool = False) -> State | None:
        """The state after the number word at this position; null when the number ends before it."""
        word = WORD.match(text, position)
        key = word[0].lower() if word else ""
        total = state.sum.copy()
        if key in self.scales:
            fits = not joined and not (key in self._words_only and self._is_unit(state))
            taken = fits and total.times(self.scales[key], joined=state.joined)
        else:
            value = self.lexicon.cardinals.get(key)
            if value is None and not total.empty:
                value = self.lexicon.inner.get(key)
            taken = value is not None and total.add(value, joined=joined)
        return State(total, position + len(key), key, joined) if taken else None

    def read(self, text: str, state: State | None, start: int) -> Number | None:
        """Read on from a first number: words that belong to it, fractions, `de milliers`."""
        if state is None:
            return None
        figures = not state.word
        before = state
        for _ in range(_MOST_WORDS):
            following = self._next(text, state)
            if following is None:
                lone = figures and self._is_lone_one(state)
                if lone or (state.joined and self._blocked(text, state)):
                    state = before
                break
            if following.joined or self._is_lone_one(following):
                before = state
            state = following
        large = figures and state.sum.value >= LARGE
        linked = large or state.word in self._nouns
        return Number(
            start, state.end, state.sum.value, state.sum.last or ONE, figures, state.word in self._round, linked
        )

    def _next(self, text: str, state: State) -> State | None:
        if extra := self.fraction(text, state.end):
            total = state.sum.copy()
            if total.fraction(extra[0]):
                return state._replace(sum=total, end=extra[1])
        if state.word in self._nouns and (link := self.link.match(text, state.end)):
            key = link["next"].lower()
            total = state.sum.copy()
            if key in self.scales and total.times(self.scales[key], joined=False):
                return State(total, link.end(), state.word if state.word in self._round else key)
            return None
        if state.word and (point := self._point.match(text, state.end)):
            return self._decimals(text, state, point.end())
        join = self.join.match(text, state.end)
        if not state.word:
            begin = join.end() if join else state.end
            return self.step(text, state, begin) if self._scale_follows(text, begin) else None
        if join is None:
            return None
        if (group := _GROUP.match(text, join.end())) and not join["and"]:
            return self._lower_scale(text, state, group)
        return self.step(text, state, join.end(), joined=join["and"] is not None)

    def _lower_scale(self, text: str, state: State, group: re.Match[str]) -> State | None:
        """Read on with figures and a smaller scale: the `800 millions` of `7 milliards 800 millions`."""
        join = self.join.match(text, group.end())
        scale = WORD.match(text, join.end()) if join else None
        times = self.lexicon.scales.get(scale[0].lower(), 0) if scale else 0
        if scale is None or not 1000 <= times < state.sum.last or state.sum.group is not None:
            return None
        total = state.sum.copy()
        total.group = Decimal(group[0])
        return State(total, scale.end(), scale[0].lower()) if total.times(times, joined=False) else None

    def _is_lone_one(self, state: State) -> bool:
        """Whether the last word is the number one alone behind millions: `3,9 milliards un an plus tôt`."""
        return state.sum.group == ONE and state.sum.last >= _MILLION and state.word not in self.scales

    def _is_unit(self, state: State) -> bool:
        """Whether `cents` behind this are money: behind figures, ten and all tens (quinze cents is a number)."""
        if not state.word:
            return not state.sum.empty
        group = state.sum.group or 0
        return group == 10 or 20 <= group < 100

    def _decimals(self, text: str, state: State, end: int) -> State | None:
        """Read the decimals in words: `point two five`, `virgule vingt-cinq`."""
        digits, part, total = "", SpelledSum(self.lexicon), state.sum.copy()
        for _ in range(_MOST_DECIMALS):
            join = self.join.match(text, end)
            word = WORD.match(text, join.end()) if join else None
            key = word[0].lower() if word else ""
            value = self.lexicon.cardinals.get(key, self.lexicon.inner.get(key))
            if value is None or word is None:
                break
            if part.empty or not part.copy().add(value, joined=False):
                digits, part = digits + (format(part.value, "f") if not part.empty else ""), SpelledSum(self.lexicon)
            part.add(value, joined=False)
            end = word.end()
        if part.empty or state.sum.value != int(state.sum.value):
            return None
        total.append(digits + format(part.value, "f"))
        return State(total, end, state.word)

    def _scale_follows(self, text: str, position: int) -> bool:
        word = WORD.match(text, position)
        return word is not None and word[0].lower() in self.scales

    def _blocked(self, text: str, state: State) -> bool:
        """Whether a scale word follows that can't belong here: `one hundred and two hundred` is two numbers."""
        join = self.join.match(text, state.end)
        if join is None or not self._scale_follows(text, join.end()):
            return False
        return not self._is_unit(state) or not self._words_only_follow(text, join.end())

    def _words_only_follow(self, text: str, position: int) -> bool:
        word = WORD.match(text, position)
        return word is not None and word[0].lower() in self._words_only
