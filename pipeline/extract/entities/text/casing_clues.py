"""What words in capitals tell of how they stand in running text: by dictionary, gazetteer, lexicon and neighbours.

Each clue is a fact that holds, by a name that the weights in `models/casing` have too.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import HYPHENS, Rank, cased, doublings, in_dictionary, ranks, zipf
from pipeline.extract.entities.tokens import Token, token_at

Before = Literal["edge", "opening", "capital", "small"]  # the last content word: none, the first of its sentence, …

_FREQUENT = 4.5  # Zipf frequency of a common word
_MOST_FREQUENT = 7  # Zipf frequency, beyond which no word is
_METROPOLIS = 1_000_000  # inhabitants
_SHORT = 3  # letters
_LONGEST_NAME = 12  # tokens before the acronym that it is defined by
_LONGEST_LINK = 3  # tokens between two content words: `for the`
_VOWEL = re.compile(r"[aeiouyáàâäãåéèêëíìîïóòôöõøúùûüýœæ]")
_ROMAN = re.compile(r"(?=..)x{0,3}(?:ix|iv|v?i{0,3})")
_REMEMBERED = 1 << 13  # words whose frequency is kept
_ENDS = ".!?"
_CELLS = "|>•*"
_SKIPPED = "«“\"'‘(–—-["
_MARKS = frozenset(".,;:!?()\"«»|/&-–'’")


class Clues:
    """The clues of a passage's tokens.

    Attributes:
        tokens: the tokens, in capitals.
        words: the numbers of the tokens that are words.
        opens: whether a sentence, an item or a cell begins with a token.
    """

    def __init__(self, tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> None:
        self.tokens = tokens
        self._lexicon = lexicon
        self._known = known
        self._rank = ranks(lexicon.casing.forms)
        self._given = known.gazetteer.forms.lexicon.given
        self._found: dict[int, tuple[str, ...]] = {}
        self._names = _known_names(tokens, known)
        self._kinds = [self._kind(at) for at in range(len(tokens))]
        self.words = [at for at, token in enumerate(tokens) if token.word]
        self.opens = [_opens(tokens, at, lexicon) for at in range(len(tokens))]

    def is_content(self, at: int) -> bool:
        """Whether a token is a word that may be a name or of one by itself, not one that ties others."""
        return self.tokens[at].word and not self._kinds[at].startswith("tie ")

    def of(self, at: int) -> tuple[str, ...]:
        """The clues that hold however the words before are written."""
        if at not in self._found:  # asked again for acronyms, and with another doubt
            self._found[at] = tuple(self._all(at))
        return self._found[at]

    def _all(self, at: int) -> Iterator[str]:
        yield from self._neighbours(at)
        yield from _frequency(self.tokens[at].lower, self._lexicon.language, self._rank)
        yield from _shape(self.tokens[at].lower)
        yield from self._lists(self.tokens[at])
        yield self._names.get(at) or f"word {self.tokens[at].lower}"
        if self._is_defined(at):
            yield f"defined | {self._kinds[at]}"

    def after(self, at: int, before: Before) -> Iterator[str]:
        """The clues that hold where the last content word is written so."""
        link = " ".join(self._kinds[between] for between in self._link(at))
        yield f"after {before} {link}"
        yield f"after {before} {link} | {self._kinds[at]}"

    def before(self, at: int) -> int | None:
        """The last content word before a token, in its sentence and not far."""
        behind = next(iter(self._link(at)), at) - 1
        if behind < 0 or not self.is_content(behind) or any(self.opens[i] for i in range(behind + 1, at + 1)):
            return None
        return behind

    def _link(self, at: int) -> range:
        """The tokens between a token and the last content word before it."""
        first = at
        while first > max(at - _LONGEST_LINK, 0) and not self.is_content(first - 1) and not self.opens[first]:
            first -= 1
        return range(first, at)

    def _neighbours(self, at: int) -> Iterator[str]:
        kind = self._kind_at(at)
        yield f"kind {kind}"
        for step in (-1, 1):
            beside = self._kind_at(at + step)
            yield from (
                f"{step:+} {beside}",
                f"{step:+} {beside} | {kind}",
                f"{2 * step:+} {self._kind_at(at + 2 * step)}",
            )
        yield f"-2-1 {self._kind_at(at - 2)} {self._kind_at(at - 1)}"
        yield f"+1+2 {self._kind_at(at + 1)} {self._kind_at(at + 2)}"

    def _lists(self, token: Token) -> Iterator[str]:
        """The lists that a word stands in."""
        word, lexicon = token.lower, self._lexicon
        form = token.text.capitalize()
        facts = {
            "given": word in self._given,
            f"place dictionary {in_dictionary(word, lexicon.language)}": self._known.label(form) == "LOCATION",
            "great city": self._known.is_great_city(form),
            "metropolis": self._known.is_great_city(form, least=_METROPOLIS),
            "acronym": self._known.own_label(token.text) is not None and self._known.own_label(form) is None,
            "adjective": lexicon.is_adjective(word),
            "not name": word in lexicon.not_names,
            "event kind": word in lexicon.events.kinds,
            "place kind": word in lexicon.places.kinds,
            "place front": word in lexicon.places.fronts,
            "place end": word in lexicon.places.ends,
            "legal form": word in lexicon.bodies.legal_forms,
        }
        yield from (name for name, holds in facts.items() if holds)

    def _is_defined(self, at: int) -> bool:
        """Whether a word stands before a short one in brackets that is in no dictionary: `Mission … (MINUTO)`."""
        for opening in range(at + 1, min(at + _LONGEST_NAME, len(self.tokens) - 2)):
            if self.opens[opening]:
                return False
            if self.tokens[opening].text == "(":
                word, closing = self.tokens[opening + 1 : opening + 3]
                return closing.text == ")" and in_dictionary(word.lower, self._lexicon.language) == "none"
        return False

    def _kind_at(self, at: int) -> str:
        return self._kinds[at] if 0 <= at < len(self._kinds) else "edge"

    def _kind(self, at: int) -> str:
        """The kind of a token in a word; words that tie others and marks stand for themselves."""
        token, lexicon = self.tokens[at], self._lexicon
        word = token.lower
        if not token.word:
            return word if word in _MARKS else "figure" if word[0].isdigit() else "mark"
        if word in lexicon.particles or is_function(token, lexicon) or word in lexicon.determiners:
            return f"tie {word}"
        if len(word) == 1:
            return "letter"
        if at in self._names:
            return self._names[at].partition(" ")[0]
        found = in_dictionary(word, lexicon.language)
        places = (lexicon.places.kinds, lexicon.places.fronts, lexicon.places.ends)
        kinds = {
            f"head {lexicon.heads.get(word)}": word in lexicon.heads,
            "roman": _ROMAN.fullmatch(word) is not None,
            "place word": any(word in words for words in places),
            "civility": (word,) in lexicon.people.civilities,
            "title": (word,) in lexicon.people.titles,
            "month": word in lexicon.months,
            "demonym": lexicon.is_demonym(word.rpartition("-")[2]),
            "charge": word in lexicon.charges,
            f"given {found}": word in self._given,
            "common": found == "small" and zipf(word, lexicon.language) >= _FREQUENT,
        }
        return next((kind for kind, holds in kinds.items() if holds), f"word {found}")


def is_function(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word ties others and belongs to no name by itself."""
    tie = (token.lower,) in lexicon.links or token.lower in lexicon.stops or token.lower in lexicon.places.before
    tie = tie or token.lower in lexicon.conjunctions
    return tie and token.lower not in lexicon.particles


def _known_names(tokens: Sequence[Token], known: KnownNames) -> dict[int, str]:
    """The tokens that are of known places, bodies and people, each with what it is a part of and of how many words."""
    row = [token.written(token.text.capitalize()) if token.word else token for token in tokens]
    names: dict[int, str] = {}
    for at, token in enumerate(tokens):
        parts = HYPHENS.split(token.lower)
        if len(parts) > 1 and all(known.label(part.capitalize()) == "LOCATION" for part in parts):
            names[at] = "pair 1"
    for at in range(len(tokens) - 1):
        if tokens[at].word and tokens[at + 1].word and known.is_long_city(row[at : at + 2]):
            names |= dict.fromkeys((at, at + 1), "town 2")
    for at, token in enumerate(tokens):
        found = known.famous.match(row, at) if token.word else None
        if found:
            names |= dict.fromkeys(
                range(found[0], found[1]), "surname 1" if found[2] else f"person {found[1] - found[0]}"
            )
    tied = [token.written(token.text.lower()) if token.elided else token for token in row]
    for written in (tied, row, tokens):
        for one in known.find(written):
            span = range(token_at(tokens, one.start), token_at(tokens, one.end))
            names |= dict.fromkeys(span, f"{one.label} {min(len(span), 3)}")
    return names


@lru_cache(maxsize=_REMEMBERED)
def _frequency(word: str, language: str, rank: Rank) -> tuple[str, ...]:
    """What dictionaries and corpora say of a word."""
    other = "en" if language == "fr" else "fr"
    found, elsewhere = in_dictionary(word, language), in_dictionary(word, other)
    often = int(min(zipf(word, language), _MOST_FREQUENT))
    gain = cased(word, rank)
    return (
        f"dictionary {found}",
        f"zipf {often}",
        f"dictionary {found} zipf {often}",
        f"dictionary {found} other {elsewhere}",
        *((f"other zipf {int(zipf(word, other))}",) if found != "small" else ()),
        f"cased {gain}",
        f"cased {gain} dictionary {found}",
        f"upper {doublings(rank(word.upper()), rank(word.capitalize()))}",
    )


def _shape(word: str) -> Iterator[str]:
    if len(word) <= _SHORT:
        yield f"letters {len(word)}"
    if not _VOWEL.search(word):
        yield "no vowel"
    if "-" in word:
        yield "hyphen"
    if not word.isalpha():
        yield "figures" if any(map(str.isdigit, word)) else "marks"
    yield f"long {min(len(word), 8)}"


def _opens(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a sentence, an item or a cell begins with a token."""
    before = at - 1
    while before >= 0 and tokens[before].text in _SKIPPED:
        before -= 1
    if before < 0 or tokens[before].text in _CELLS:
        return True
    short = before > 0 and (
        len(tokens[before - 1].text) == 1 or lexicon.people.civilities.match(tokens, before - 1) > 1
    )
    return tokens[before].text in _ENDS and not (tokens[before].text == "." and short)
