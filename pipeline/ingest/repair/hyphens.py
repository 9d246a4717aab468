"""A hyphen at a line end: of the line, or of the word?

`di-/plomatiques` is one word, `Almaty-/Rennes` keeps its hyphen. What the document itself writes inside its lines
decides first, then rules of compounds, then how common the joined word is beside its parts.
"""

import re
from functools import cached_property
from typing import NamedTuple

from pipeline.alignment import Edit
from pipeline.ingest.lexicon import Known
from pipeline.ingest.repair.lost_breaks import lost_breaks
from pipeline.ingest.resources import IngestResources

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEFT = re.compile(r"[^\W_]+(?:-[^\W_]+)*\Z")
_RIGHT = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_PIECE = 100_000  # characters

# How common a word is, on the Zipf scale: log10 of its occurrences in a thousand million words; 0: not known.
_RARE_WORD = 1.0  # a word in one that is found at all
_SELDOM = 1.5  # the second part of a word like `vietnamo-/français`
_NAME = 1.5  # each of two names
_LISTED = 2.5  # rarer ones the dictionary has in one word are no proof: `far-/fetched`
_KNOWN_WORD = 3.0  # a word that a reader knows
_SMALL_PART = 3.5  # what follows a first part in a word that is written in one
_COMMON_WORD = 4.3  # a word in one that nobody parts
_FAMILIAR = 4.5  # a first part that is a word by itself
_LINKING = 5.5  # `go-/between`, `à-/propos`
_SMALL_WORD = 6.0  # `to`, `en`

# How much rarer than the rarer of its parts a word may be that is written in one, on the same scale.
_OWN = 1.3  # where the second part keeps its hyphen after any word
_SOLID = 2.1  # elsewhere
_WELL_KNOWN = 2.4  # where a reader knows the word
_DOUBLED = 3.2  # where a consonant is doubled: syllables part there (`provision-/nés`)
_VOWELS = frozenset("aeiou")


class Break(NamedTuple):
    """What becomes of a line-end hyphen: what stands between the parts then."""

    between: str
    step: str


JOINED = Break("", "hyphen joined")
KEPT = Break("-", "line joined")
HANGING = Break("- ", "line joined")


class Hyphens:
    """Decides on the line-end hyphens of one document."""

    def __init__(self, text: str, language: Known, resources: IngestResources) -> None:
        self._resources = resources
        self._language: Known = language
        self._other: Known = "en" if language == "fr" else "fr"
        words = resources.lexicons[language].repair
        self._first = frozenset(words.hyphen_first)
        self._last = frozenset(words.hyphen_last)
        self._ends = frozenset(words.word_ends)
        self._hanging = frozenset(words.hanging)
        self._linking = tuple(words.linking_vowels)
        self._elided = frozenset(words.elisions)
        self._written = _whole_words(text)

    def decide(self, before: str, after: str) -> Break:
        """What becomes of the hyphen between the line `before` (without it) and the line `after`."""
        left, right = _LEFT.search(before[-80:].rpartition(" ")[2]), _RIGHT.match(after[:80])
        if not left or not right:
            return KEPT
        return self._decide(left.group(), right.group())

    def inside(self, text: str) -> list[Edit]:
        """The edits that join words cut at a line end that is lost: `plenipoten- tiaries`; only what is surely one."""
        edits: list[Edit] = []
        for place, left, right in lost_breaks(text):
            if right.lower() in self._hanging:
                continue
            if self._decide(left, right) == JOINED:
                if self._zipf(left + right) >= _KNOWN_WORD or self._is_word((left + right).lower()):
                    edits.append(Edit(place, place + 2, "", JOINED.step))
            elif self._is_word(f"{left}-{right}".lower()):
                edits.append(Edit(place + 1, place + 2, "", "space removed"))
        return edits

    def _decide(self, left: str, right: str) -> Break:
        last, first = left.rpartition("-")[2], right.partition("-")[0]
        if right.lower() in self._hanging and left.lower() not in self._elided:
            joined = self._zipf(last + right)
            known = joined >= _COMMON_WORD or (joined >= _KNOWN_WORD > self._own(last))
            return JOINED if known else HANGING  # `pré-/et post-`, but not `de-/puis`, `cabin-/et`, `pota-/to`
        if any(char.isdigit() for char in last + first) or self._in_name(left, right):
            return KEPT
        if right[0].isupper() and not (last.isupper() and first.isupper() and len(last + first) > 3):
            return KEPT
        whole, parted = (left + right).lower(), f"{left}-{right}".lower()
        joined_here, parted_here = whole in self._written, parted in self._written
        if joined_here != parted_here:
            return JOINED if joined_here else KEPT
        listed = self._listed(left, right) or self._by_habit(last.lower(), first)
        if listed is not None:
            return listed
        if "-" in right and min(self._own(last), self._own(first)) >= _KNOWN_WORD > self._own(last + first):
            return KEPT  # `face-/to-face`
        if (
            left[0].isupper()
            and left[-1].islower()
            and left == last
            and right == first
            and not self._is_stem(left, right)
        ):
            return JOINED  # a name: few compounds begin a sentence, and fewer of words that are no first parts
        return JOINED if self._is_one_word(last.lower(), first.lower()) else KEPT

    def _listed(self, left: str, right: str) -> Break | None:
        """What a dictionary says that knows the word in one of its two forms only; None where it knows none or both."""
        whole = (left + right).lower()
        joined, parted = self._is_word(whole), self._is_word(f"{left}-{right}".lower())
        if joined == parted:
            return None
        if parted:
            return JOINED if self._own(whole) >= _COMMON_WORD else KEPT
        least = max(_LISTED, min(self._own(left), self._own(right)) - _SOLID)
        return None if self._own(whole) < least and self._makes_compounds(left.lower(), right) else JOINED

    def _makes_compounds(self, left: str, right: str) -> bool:
        """Whether one of the parts is a word that ties itself to others: `half-/hearted`, `mid-/sized`."""
        first = left in self._first and len(left) > 2 and self._own(left) >= _FAMILIAR
        return (first and self._own(right) >= _KNOWN_WORD) or right in self._last

    def _by_habit(self, left: str, right: str) -> Break | None:
        """KEPT where the document ties this first part to its words: `non-profit` beside `non-food`; else None."""
        if (
            left not in self._tied
            or right in self._ends
            or self._own(right) < _KNOWN_WORD
            or self._own(left + right) >= _COMMON_WORD
        ):
            return None
        return KEPT

    @cached_property
    def _tied(self) -> frozenset[str]:
        """The first parts of compounds that the document ties to words, and never makes one with them."""
        tied = {word.partition("-")[0] for word in self._written if "-" in word} & self._first
        return frozenset(tied - {part for part in tied if self._is_made_one(part)})

    def _is_made_one(self, part: str) -> bool:
        """Whether the document writes a word in one of this first part and a word."""
        size = len(part)
        solid = (word[size:] for word in self._written if word.startswith(part) and len(word) > size + 3)
        return any(rest.isalpha() and self._own(rest) >= _SMALL_PART for rest in solid)

    def _in_name(self, left: str, right: str) -> bool:
        """Whether the parts show that the hyphen is the word's: `Neuilly-/sur-Seine`, `a-t-/on`."""
        later = right.rpartition("-")[2]
        if right != later and (right in self._last or (right[0].islower() and later[0].isupper())):
            return True
        _, hyphen, last = left.rpartition("-")
        if hyphen and (len(last) == 1 or self._is_middle(last, right)):
            return True
        if len(right) == 2 and left[0].isupper():
            return not self._zipf(left + right) and not self._is_word((left + right).lower())  # `Jong-/ho`
        return left.isupper() and right.isupper() and self._are_names(left, right)

    def _is_middle(self, last: str, right: str) -> bool:
        """`day-to-/day`, `arc-en-/ciel`: a very small word between two."""
        return self._own(last) >= _SMALL_WORD and self._own(right) >= _KNOWN_WORD

    def _are_names(self, left: str, right: str) -> bool:
        """`BOUTROS-/GHALI`: in capitals, both known, and not as one."""
        return self._zipf(left + right) < _RARE_WORD and min(self._zipf(left), self._zipf(right)) > _NAME

    def _is_stem(self, left: str, right: str) -> bool:
        """Whether parts that begin with a capital make a compound: `Porte-/parole`, `Franco-/allemand`."""
        if left.lower() in self._first or right in self._last or self._is_linked(left.lower(), right):
            return True
        common = min(self._own(left), self._own(right)) >= _COMMON_WORD
        return common and min(len(left), len(right)) > 3 and self._zipf(left + right) <= _RARE_WORD

    def _is_linked(self, left: str, right: str) -> bool:
        """`vietnamo-/français`: the first part ends in the vowel that links two, the second is a word."""
        known = self._own(right) >= _SELDOM or self._is_word(right)
        return len(left) > 3 and left.endswith(self._linking) and len(right) > 4 and known

    def _is_one_word(self, left: str, right: str) -> bool:
        joined, head, tail = self._zipf(left + right), self._own(left), self._own(right)
        if joined >= _COMMON_WORD:
            return True
        least = min(head, tail)
        if left[-1] == right[0] and left[-1] in _VOWELS:
            return joined >= _KNOWN_WORD  # no syllable ends there: `re-/enter`
        if right in self._last:
            if head < _RARE_WORD or (joined > _KNOWN_WORD and right in self._ends):
                return True
            return joined > _RARE_WORD and joined >= least - (_DOUBLED if left[-1] == right[0] else _OWN)
        if left in self._first and (tail > _RARE_WORD or not joined) and len(right) > 2:
            return joined > 2.0 and (joined > least - 1.0 or right in self._ends)
        if joined > _RARE_WORD:
            return joined >= least - self._allowance(joined, left, right)
        if self._is_linked(left, right):
            return False
        if not joined and right not in self._ends and tail >= _LISTED and self._is_word(left) and self._is_word(right):
            return False  # `trade-/offs`, `no-/fault`
        if right in self._ends or len(left) < 3:
            return least < _LINKING
        if len(right) < 4:
            return len(left) < 4 or head < _KNOWN_WORD or tail < _FAMILIAR
        return max(least, min(self._resources.zipf(part, self._other) for part in (left, right))) < _KNOWN_WORD

    def _allowance(self, joined: float, left: str, right: str) -> float:
        """How much rarer than its parts the joined word may be: more where a syllable ends or it is known well."""
        if left[-1] == right[0] or right in self._ends:
            return _DOUBLED
        return _WELL_KNOWN if joined >= _KNOWN_WORD or self._is_word(left + right) else _SOLID

    def _zipf(self, word: str) -> float:
        """How common the joined word is: in the document's language, else (a quotation) a little less in the other."""
        here = self._own(word)
        return here or max(0.0, self._resources.zipf(word, self._other) - 0.5)

    def _own(self, word: str) -> float:
        return self._resources.zipf(word, self._language)

    def _is_word(self, form: str) -> bool:
        return self._resources.is_word(form, self._language)


def _whole_words(text: str) -> frozenset[str]:
    """Words inside the lines of the document, lower case: its own evidence of how it writes them."""
    tokens: set[str] = set()
    start = 0
    while start < len(text):  # piece by piece: the words of a large text are many times its size
        end = text.find(" ", start + _PIECE)
        end = end if end > 0 else len(text)
        tokens.update(text[start:end].lower().split())
        start = end
    plain = {token for token in tokens if token.isalpha()}
    return frozenset((*plain, *_WORD.findall(" ".join(tokens - plain))))
