"""The noun that a number counts: `21 nouveaux accords`, `three new embassies`.

No tagger: a counted noun is a plural, and the words that may stand between it and its number are adjectives (a list
in one language, in another any word that is not in the lists of `amounts.toml`).
"""

import re
from functools import lru_cache
from typing import NamedTuple

import msgspec

_WORD = re.compile(r"\s{1,3}(?P<quote>[\"“«„‘]\s?)?(?P<word>[^\W\d_]+(?:[-‐‑][^\W_]+)*)")
_ELIDED = re.compile(r"(?P<word>[^\W\d_]+(?:[-‐‑][^\W\d_]+)*)")
_SAME_STEM = 4  # letters that the two forms of a doublet share: étudiantes et étudiants
_SHORTEST = 3  # letters of a noun that only `of` shows to be one
_FARTHEST = 4  # words between number and noun


class NounLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The part of `amounts.toml` about counted nouns."""

    free_adjectives: bool
    joiners: tuple[str, ...]
    doublets: tuple[str, ...]
    endings: tuple[str, ...]
    singular_endings: tuple[str, ...]
    time_nouns: tuple[str, ...]
    hours: tuple[str, ...]
    prenominal: tuple[str, ...]
    stop: tuple[str, ...]
    plurals: tuple[str, ...]
    attributive: tuple[str, ...]
    adjective_nouns: tuple[str, ...]
    comparatives: tuple[str, ...]
    funds: tuple[str, ...]
    abbreviations: tuple[str, ...]
    verbs: tuple[str, ...]
    verbal: dict[str, tuple[str, ...]]
    lemmas: dict[str, str]


class Noun(NamedTuple):
    """A counted noun: its place, and how many words stand before it."""

    start: int
    end: int
    gap: int


class Nouns:
    """The counted nouns of one language."""

    def __init__(self, lexicon: NounLexicon, numbers: re.Pattern[str], *, language: str) -> None:
        self._numbers = numbers
        self._free = lexicon.free_adjectives
        self._joiners, self._doublets = frozenset(lexicon.joiners), frozenset(lexicon.doublets)
        self._endings, self._singular = lexicon.endings, lexicon.singular_endings
        self._hours = frozenset(lexicon.hours)
        self._time = frozenset(lexicon.time_nouns)
        self._prenominal = frozenset(word.lower() for word in lexicon.prenominal)
        self._stop = frozenset(word.lower() for word in lexicon.stop)
        self._plurals, self._attributive = frozenset(lexicon.plurals), frozenset(lexicon.attributive)
        self._verbs = frozenset(lexicon.verbs)
        self._adjective_nouns = frozenset(lexicon.adjective_nouns)
        self._comparatives, self._funds = frozenset(lexicon.comparatives), frozenset(lexicon.funds)
        self._abbreviations = frozenset(lexicon.abbreviations)
        self._lemmas, self._verbal, self._language = lexicon.lemmas, lexicon.verbal, language

    def is_small_word(self, word: str) -> bool:
        """Whether the word is a determiner, preposition or the like."""
        return word.lower() in self._stop

    def known(self, text: str, position: int) -> bool:
        """Whether a plural noun or an adjective before one follows."""
        found = _WORD.match(text, position)
        return found is not None and self._plural(found["word"].lower())

    def is_time(self, text: str, position: int) -> bool:
        """Whether a word for a time follows: `trois ans`."""
        found = _WORD.match(text, position)
        return found is not None and found["word"].lower() in self._time

    def after(self, text: str, position: int, *, linked: bool = False, many: bool = False) -> Noun | None:
        """The noun that the number ending here counts.

        Args:
            text: the text.
            position: where the number ends.
            linked: the position is right behind `of`.
            many: the number is so large that hours are counted and no duration.
        """
        found = (_ELIDED if linked else _WORD).match(text, position)
        held: Noun | None = None
        for gap in range(_FARTHEST + 1):
            if found is None:
                break
            word = found["word"].lower()
            if gap == 0 and word in self._comparatives and self.known(text, found.end()):
                found = _WORD.match(text, found.end())
                continue
            if linked and gap == 0 and word in self._funds:
                return None
            noun = Noun(found.start("word"), found.end(), gap)
            if word in self._abbreviations and text.startswith(".", noun.end):
                return noun._replace(end=noun.end + 1)
            if self._ends(word, gap) and not (_is_acronym(found["word"]) or (found.re is _WORD and found["quote"])):
                break
            if word in self._joiners and (gap == 0 or held or self._number(text, found.end())):
                break
            if word in self._time:
                return noun if many and word in self._hours else None
            plural = self._plural(word)
            if plural and word not in self._attributive:
                return self._last(text, noun)
            if plural or word in self._adjective_nouns:
                held = noun
            elif held is None and not self._free and word not in self._prenominal:
                return noun if linked and len(word) >= _SHORTEST else None
            found = _WORD.match(text, found.end())
        return held

    def proper(self, text: str, position: int) -> Noun | None:
        """A capitalised word right behind a number, with no other behind it: `six Rafale`."""
        found = _WORD.match(text, position)
        if (
            found is None
            or len(found["word"]) == 1
            or not found["word"].istitle()
            or self._ends(found["word"].lower(), 0)
        ):
            return None
        behind = _WORD.match(text, found.end())
        if behind and behind["word"][0].isupper():
            return None
        return Noun(found.start("word"), found.end(), 0)

    def _ends(self, word: str, gap: int) -> bool:
        if word in self._joiners:
            return False
        return word in self._stop or (gap == 0 and word in self._verbs)

    def _plural(self, word: str) -> bool:
        if word in self._plurals:
            return True
        return word not in self._prenominal and word.endswith(self._endings) and not word.endswith(self._singular)

    def _last(self, text: str, noun: Noun) -> Noun | None:
        """The noun, or the one right behind it that it describes (`States officials`); null for a time."""
        behind = _WORD.match(text, noun.end)
        if behind is None:
            return noun
        if behind["word"].lower() in self._doublets:
            other = _WORD.match(text, behind.end())
            stem = text[noun.start : noun.start + _SAME_STEM].lower()
            doublet = (
                other is not None and other["word"].lower().startswith(stem) and self._plural(other["word"].lower())
            )
            return Noun(other.start("word"), other.end(), noun.gap) if other and doublet else noun
        if not self._free:
            return noun
        word = behind["word"].lower()
        if word in self._stop or word in self._verbs or word in self._time or not self._plural(word):
            return noun
        described = text[noun.start].isupper() or text[noun.start : noun.end].lower() in self._plurals
        if not described and word.endswith("s"):
            return noun  # a verb: `the two countries contributes`
        return Noun(behind.start("word"), behind.end(), noun.gap + 1)

    def _number(self, text: str, position: int) -> bool:
        """Whether another number follows: `six Rafale and twelve fighters`."""
        return self._numbers.match(text, position + len(text[position : position + 1])) is not None

    def lemma(self, noun: str) -> str:
        """The dictionary form of a counted noun."""
        known = self._lemmas.get(noun) or self._lemmas.get(noun.lower())
        if known is not None:
            return known
        if noun[:-1].isupper() and noun[-1] == "s" and len(noun) > 2:  # acronyms: MPs
            return noun[:-1]
        lemma = _general_lemma(noun if noun.isupper() else noun.lower(), self._language)
        return noun.lower().removesuffix("s") if self._is_verb(noun.lower(), lemma) else lemma

    def _is_verb(self, noun: str, lemma: str) -> bool:
        """Whether the dictionary form is that of a verb that looks like the noun: tranches → trancher."""
        pairs = [(end, verb) for end, verbs in self._verbal.items() for verb in verbs]
        return any(noun.endswith(end) and lemma == noun.removesuffix(end) + verb for end, verb in pairs)


@lru_cache(maxsize=4096)
def _general_lemma(noun: str, language: str) -> str:
    import simplemma  # late: its dictionaries take time to load

    return str(simplemma.lemmatize(noun, lang=language))


def _is_acronym(word: str) -> bool:
    """Whether it is written in capitals: LED lamps, US troops."""
    return len(word) > 1 and word.isupper()
