"""The words around an amount: modifiers, what opens and joins a range, and what makes a number no amount."""

import re
from collections.abc import Iterable, Mapping

import msgspec

from pipeline.extract.amounts.families import last_stop
from pipeline.extract.amounts.identifiers import identifiers
from pipeline.extract.amounts.lookback import Heads, LookBack, Meanings
from pipeline.extract.numbers import Number, any_of
from pipeline.records import AmountMod

_LOOK_BACK = 40
_YEARS = range(1900, 2100)


class ContextLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The part of `amounts.toml` about the words around an amount."""

    range_openers: tuple[str, ...]
    range_joiners: tuple[str, ...]
    loose_joiners: tuple[str, ...]
    opened_joiners: tuple[str, ...]
    spoken_openers: tuple[str, ...]
    changes: tuple[str, ...]
    ratio_joiners: tuple[str, ...]
    strict_ratio_joiners: tuple[str, ...]
    plural_determiners: tuple[str, ...]
    definite: tuple[str, ...]
    name_determiners: tuple[str, ...]
    place_prepositions: tuple[str, ...]
    year_cues: tuple[str, ...]
    year_nouns: tuple[str, ...]
    within: dict[str, AmountMod]
    identifiers: tuple[str, ...]
    ones: tuple[str, ...]
    minus: tuple[str, ...]
    not_minus: tuple[str, ...]
    before_minus: tuple[str, ...]
    heads: tuple[str, ...]


class Context:
    """The context words of one language, as patterns that end or begin where a number does."""

    def __init__(
        self,
        lexicon: ContextLexicon,
        *,
        before: Mapping[AmountMod, tuple[str, ...]],
        after: Mapping[AmountMod, tuple[str, ...]],
    ) -> None:
        self._before = Meanings({phrase: mod for mod, phrases in before.items() for phrase in phrases})
        groups = "|".join(f"(?P<{mod}>{any_of(phrases)})" for mod, phrases in after.items() if phrases)
        self._after = re.compile(rf"(?:\s{{1,3}}|[-‐‑]|(?=\+))(?:{groups})(?!\w)", re.I)
        self._after_heads = Heads(phrase for phrases in after.values() for phrase in phrases)
        self._opener = _ending(lexicon.range_openers)
        self._spoken, self._loose = frozenset(lexicon.spoken_openers), frozenset(lexicon.loose_joiners)
        self._opened = frozenset(lexicon.opened_joiners)
        joiners = any_of(lexicon.range_joiners)
        self._joiner = re.compile(rf"\s{{0,2}}[-–—‐‑]\s{{0,2}}|\s{{1,3}}(?P<word>{joiners})\s{{1,3}}", re.I)
        self._added = re.compile(rf",?\s{{1,3}}(?:(?:{any_of(lexicon.loose_joiners)})\s{{1,3}})?", re.I)
        self._change = re.compile(rf"(?<!\w)(?:{any_of(lexicon.changes)})(?!\w)", re.I)
        self._definite, self._names = _ending(lexicon.definite), _ending(lexicon.name_determiners)
        self._places = _ending(lexicon.place_prepositions)
        self._determiners, self._years = _ending(lexicon.plural_determiners), _ending(lexicon.year_cues)
        self._year_nouns = re.compile(rf"\s{{1,3}}(?:{any_of(lexicon.year_nouns)})(?!\w)", re.I)
        self._within = lexicon.within
        self._strict = frozenset(lexicon.strict_ratio_joiners)
        self._ratio = re.compile(rf"\s{{1,3}}(?P<word>{any_of(lexicon.ratio_joiners)})\s{{1,3}}", re.I)
        self._one_of = _ones(lexicon)
        self._one_to = _one_to(lexicon)
        self._identifier = identifiers(lexicon.identifiers, (*lexicon.range_joiners, *lexicon.loose_joiners))
        self._below = LookBack(
            rf"(?:[(,:;]|(?<!\w)(?:{any_of(lexicon.before_minus)}))\s{{0,3}}\Z", (*lexicon.before_minus, *"(,:;")
        )
        self._heads = re.compile(rf"(?<!\w)(?:{any_of(lexicon.heads)})(?!\w)", re.I)
        self._heads_behind = re.compile(rf"\s{{1,3}}(?:{any_of(lexicon.heads)})(?!\w)", re.I)
        self._minus, self._not_minus = _ending(lexicon.minus), _ending(lexicon.not_minus)

    def before(self, text: str, floor: int, start: int) -> tuple[AmountMod | None, int]:
        """The modifier right before the amount, and where the amount then starts; `plus de quelque` is two."""
        mod: AmountMod | None = None
        for _ in range(2):
            found = self._before.search(text, floor, start)
            if found is None:
                break
            if mod is None or mod == "APPROX":
                mod = _MODS[found[0]]
            start = found[1]
            if mod != "APPROX":
                break
        return mod, start

    def after(self, text: str, end: int) -> tuple[AmountMod | None, int]:
        """The modifier right behind the amount, and where the amount then ends."""
        found = self._after.match(text, end) if self._after_heads.may_follow(text, end) else None
        return (_MODS[found.lastgroup or ""], found.end()) if found else (None, end)

    def within(self, written: str) -> AmountMod | None:
        """The modifier inside a number in words: `une bonne centaine`, `a good dozen`."""
        return next((mod for word in written.lower().split()[1:2] if (mod := self._within.get(word))), None)

    def opener(self, text: str, floor: int, start: int) -> re.Match[str] | None:
        """The word that opens a range right before this position."""
        return self._opener.search(text, floor, start)

    def may_join(self, text: str, end: int) -> bool:
        """Whether anything that joins two numbers follows."""
        return self._joiner.match(text, end) is not None

    def joiner(self, text: str, end: int, opener: re.Match[str] | None) -> tuple[int, bool] | None:
        """Where the second number of a range would begin, and whether the opener belongs to the range."""
        found = self._joiner.match(text, end)
        if found is None:
            return None
        word, opened = found["word"], opener[0].strip().lower() if opener else ""
        if word and word.lower() in self._loose and opened not in self._spoken:
            return None
        return found.end(), opened in self._spoken or (bool(opener) and (word or "").lower() in self._opened)

    def is_spoken(self, opener: re.Match[str] | None) -> bool:
        """Whether it is `between`, behind which even a year may begin a range."""
        return opener is not None and opener[0].strip().lower() in self._spoken

    def is_change(self, text: str, opener: re.Match[str] | None) -> bool:
        """Whether `from … to …` tells a change (`rose from 3 to 5`)."""
        if opener is None or opener[0].strip().lower() in self._spoken:
            return False
        window = text[max(0, opener.start() - 2 * _LOOK_BACK) : opener.start()]
        return bool(self._change.search(window[last_stop(window) :]))

    def ratio(self, text: str, end: int) -> tuple[int, bool] | None:
        """Where the second number of a ratio would begin, and whether only a larger number makes it one."""
        found = self._ratio.match(text, end)
        return (found.end(), " ".join(found["word"].lower().split()) in self._strict) if found else None

    def one_of(self, text: str, floor: int, start: int) -> re.Match[str] | None:
        """`one in`, `un enfant sur` right before the number that starts here."""
        return self._one_of.search(text, floor, start)

    def one_to(self, text: str, floor: int, start: int) -> int | None:
        """Where a range starts whose lower end is the word for one: `un ou deux`, `between one and`."""
        found = self._one_to.search(text, floor, start)
        if found is None or (found["joiner"].lower() in self._loose and not found["opener"]):
            return None
        return found.start()

    def minus(self, text: str, floor: int, start: int) -> int | None:
        """Where the word for minus stands right before this position: `minus 3 per cent`."""
        found = self._minus.search(text, floor, start)
        return None if found is None or self._not_minus.search(text, 0, found.start()) else found.start()

    def may_be_below(self, text: str, dash: int) -> bool:
        """Whether a dash apart from the number behind it is a minus: `(- 12 M€)`, `établi à - 3 %`."""
        return bool(self._below.search(text, text.rfind("\n", 0, dash) + 1, dash))

    def counts_heads(self, text: str, start: int) -> bool:
        """Whether the sentence before a number speaks of people: `the number of refugees rose to 12 million`."""
        window = text[max(0, start - 2 * _LOOK_BACK) : start]
        return bool(self._heads.search(window, last_stop(window)))

    def are_heads(self, text: str, end: int) -> bool:
        """Whether what stands behind a number are people or the like: `27.4 m visitors`."""
        return self._heads_behind.match(text, end) is not None

    def added(self, text: str, end: int) -> int | None:
        """Where a second part of a sum would begin: behind `and`, or white space."""
        found = self._added.match(text, end)
        return found.end() if found else None

    def is_item(self, text: str, start: int) -> bool:
        """Whether a determiner makes `10 points` ten items."""
        return bool(self._definite.search(text, 0, start))

    def is_place(self, text: str, start: int) -> bool:
        """Whether the capitalised word that starts here is a place by its preposition: `in Kenya 12 people`."""
        return bool(self._places.search(text, 0, start))

    def is_identifier(self, text: str, number: Number) -> bool:
        """Whether the number names a thing: article 12, Boeing 737, page 4, les Vingt-Sept, a telephone number."""
        start = number.start
        if self._identifier.search(text, 0, start):
            return True
        if not number.figures:
            capital = text[start].isupper() and not text[start : number.end].isupper()
            return capital and bool(self._names.search(text, 0, start))
        if start < 2 or not text[start - 2].isdigit():
            return False
        digits = _DIGITS_BEFORE.search(text, max(0, start - 16), start)
        return digits is not None and not (len(digits[1]) == 4 and digits[1].isdigit() and int(digits[1]) in _YEARS)

    def is_year(self, text: str, number: Number, *, modified: bool) -> bool:
        """Whether figures before a noun are a year: 1900 to 2099 in four digits, unless the words around say no."""
        if not number.figures or number.end - number.start != 4 or number.value is None:
            return False
        if int(number.value) not in _YEARS or number.value != int(number.value):
            return False
        if self._year_nouns.match(text, number.end):
            return True
        if modified:
            return False
        if self._determiners.search(text, 0, number.start):
            return False
        round_figure = int(number.value) == _YEARS[100]
        return not round_figure or bool(self._years.search(text, 0, number.start))


_MODS: dict[str, AmountMod] = {
    "APPROX": "APPROX",
    "LESS_THAN": "LESS_THAN",
    "MORE_THAN": "MORE_THAN",
    "EQUAL_OR_LESS": "EQUAL_OR_LESS",
    "EQUAL_OR_MORE": "EQUAL_OR_MORE",
}
_DIGITS_BEFORE = re.compile(r"([0-9]+)[\s.]\Z")


def _ending(phrases: Iterable[str]) -> LookBack:
    elided = [phrase for phrase in phrases if phrase.endswith("'")]
    words = [phrase for phrase in phrases if not phrase.endswith("'")]
    pattern = rf"(?<!\w)(?:(?:{any_of(words)})\s{{1,3}}|(?:{any_of(elided)}))\Z"
    return LookBack(pattern, (*words, *elided))


def _ones(lexicon: ContextLexicon) -> LookBack:
    every, ones = lexicon.ratio_joiners, any_of(lexicon.ones)
    loose = any_of(word for word in every if word not in lexicon.strict_ratio_joiners)
    joined = rf"(?P<noun>[^\W\d_]+)\s{{1,3}}(?:{loose})|(?:{any_of(every)})"
    return LookBack(rf"(?<!\w)(?:{ones})\s{{1,3}}(?:{joined})\s{{1,3}}\Z", every)


def _one_to(lexicon: ContextLexicon) -> LookBack:
    openers, ones, joiners = any_of(lexicon.spoken_openers), any_of(lexicon.ones), any_of(lexicon.range_joiners)
    pattern = (
        rf"(?<!\w)(?<![0-9][.,])(?:(?P<opener>{openers})\s{{1,3}})?(?:{ones})\s{{1,3}}(?P<joiner>{joiners})\s{{1,3}}\Z"
    )
    return LookBack(pattern, lexicon.range_joiners)
