"""Names that the gazetteer knows, wherever they stand: countries, places, international bodies."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known.famous import FamousNames
from pipeline.extract.entities.tokens import Token, key_of, tokenize
from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.forms import fold
from pipeline.records import EntityLabel

_LONG_ENOUGH = 4  # characters of a country's name that people are named after
_REMEMBERED = 4096  # forms whose label is kept: many rules ask for the same ones
_GREAT = 100_000  # inhabitants of a city that is meant wherever its name stands

IsPlace = Callable[[str], bool]  # knows the names of countries and places


class KnownNames:
    """A look-up of known names by their tokens. Cities are not in it: too many of them are words or surnames.

    Attributes:
        own_label: gives the label of a known name, cities left out.
        label: gives that of a known name or city.
        facts: gives what a word with a capital is known as: `given`, `town`, `great city`, the label of a name.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.famous = FamousNames(gazetteer.people)
        self._labels: dict[tuple[str, ...], EntityLabel] = {}
        self._firsts: dict[str, int] = {}
        self._small: set[tuple[str, ...]] = set()
        self._stems: set[str] = set()
        self._kinds = frozenset(gazetteer.forms.lexicon.kinds)
        reaches = frozenset(gazetteer.forms.lexicon.reaches)
        self.own_label = lru_cache(maxsize=_REMEMBERED)(self._looked_up)
        self.label = lru_cache(maxsize=_REMEMBERED)(gazetteer.label)
        self.facts = lru_cache(maxsize=_REMEMBERED)(self._facts)
        for form, label in _spelled_out(gazetteer):
            words = tuple(key_of(token) for token in tokenize(form))
            if not words or not form[:1].isupper() or len(form) < 2:
                continue
            self._labels[words] = label
            if label == "LOCATION" and len(words) == 1 and len(form) >= _LONG_ENOUGH and not form.isupper():
                self._stems.add(form.lower().rstrip("aeiouy"))
            self._firsts[words[0]] = max(self._firsts.get(words[0], 0), len(words))
            if len(words) > 1 and not reaches.isdisjoint(words):
                self._small.add(words)
        self._small_firsts = self._kinds | {words[0] for words in self._small}

    def find(self, tokens: Sequence[Token]) -> Iterator[Candidate]:
        """The known names among the tokens, the longest where several begin at one place, without overlaps."""
        behind = 0
        for at, token in enumerate(tokens):
            if at < behind:
                continue
            if token.small:
                words = self._in_small(tokens, at) if token.lower in self._small_firsts else ()
            else:
                words = self._match(tokens, at) if token.capital or "-" in token.text else ()  # `sub-Saharan Africa`
            if words:
                behind = at + len(words)
                yield Candidate(token.start, tokens[behind - 1].end, self._labels[words], "gazetteer")

    def forms(self) -> Iterator[str]:
        """The known names as they are written."""
        yield from (form for form, _ in self.gazetteer.names())

    def words(self) -> Iterator[str]:
        """The words of the known names, in lower case."""
        yield from sorted({word.lower() for words in self._labels for word in words})

    def is_place(self, form: str) -> bool:
        """Whether a form names a country or place, cities left out."""
        return self.own_label(form) == "LOCATION"

    def is_known(self, form: str) -> bool:
        """Whether a form is a known name, of a body or agreement too, cities left out."""
        return self.own_label(form) is not None

    def is_town(self, form: str) -> bool:
        """Whether a form names a country or place, cities included."""
        return self.label(form) == "LOCATION"

    def is_country(self, form: str) -> bool:
        """Whether a form names a country."""
        entry = self.gazetteer.find(form)
        return entry is not None and entry.id.startswith("country-")

    def is_byname(self, form: str) -> bool:
        """Whether a place is known by this form, but goes by another name: `Hollande`, not `France`."""
        entry = self.gazetteer.find(form)
        return entry is not None and entry.label == "LOCATION" and form not in (entry.names.fr, entry.names.en)

    def is_only_a_place(self, form: str, *, least: int = _GREAT) -> bool:
        """Whether a form names a country, place or city of so many inhabitants, and no person: not `Hollande`."""
        if self.is_place(form):
            return not self.is_byname(form)
        person = form.lower() in self.gazetteer.forms.lexicon.given or self.famous.match(tokenize(form), 0) is not None
        return self.is_great_city(form, least=least) and not person

    def is_unlike_a_surname(self, form: str) -> bool:
        """Whether a form names a country or place that no title stands right before: not `président Hollande`."""
        return self.is_place(form) and (form.isupper() or not self.is_byname(form))

    def is_demonym(self, word: str, endings: tuple[str, ...]) -> bool:
        """Whether a lower-case word is the name of a country with one of these endings: `kazakhstanais`, `iranian`."""
        if not word.endswith(endings):
            return False  # by far the most frequent
        cuts = (word[: -len(ending)] for ending in endings if word.endswith(ending))
        return any(len(stem) >= 4 and stem.rstrip("aeiouy") in self._stems for stem in cuts)

    def is_great_city(self, form: str, *, least: int = _GREAT) -> bool:
        """Whether a form is the own name of a city with so many inhabitants."""
        return len(form) > 2 and self.gazetteer.cities.inhabitants(self.gazetteer.forms.key(form, "LOCATION")) >= least

    def is_great_city_with(self, words: Sequence[Token]) -> bool:
        """Whether several words are a great city's own name and the first is needed in it."""
        form, rest = (" ".join(token.text for token in row) for row in (words, words[1:]))
        key = self.gazetteer.forms.key
        return self.is_great_city(form) and key(form, "LOCATION") != key(rest, "LOCATION")

    def is_long_city(self, words: Sequence[Token]) -> bool:
        """Whether several words are the whole name of a city: no article left out of it."""
        form = " ".join(token.text for token in words)
        key = self.gazetteer.forms.key(form, "LOCATION")
        if words[0].lower in self.gazetteer.forms.lexicon.determiners:
            return any(fold(found.city.name) == fold(form) for found in self.gazetteer.cities.candidates(key))
        return self.gazetteer.cities.inhabitants(key) > 0

    def _facts(self, word: str) -> tuple[str, ...]:
        facts = {
            "given": word.lower() in self.gazetteer.forms.lexicon.given,
            "town": self.is_town(word),
            "great city": self.is_great_city(word),
            f"known {self.own_label(word)}": self.own_label(word) is not None,
        }
        return tuple(fact for fact, holds in facts.items() if holds)

    def _looked_up(self, form: str) -> EntityLabel | None:
        return self._labels.get(tuple([key_of(token) for token in tokenize(form)]))

    def _match(self, tokens: Sequence[Token], at: int) -> tuple[str, ...]:
        """The words of the longest known name that begins here, with a capital or a prefix (`sub-Saharan Africa`);
        none when none does."""
        longest = self._firsts.get(key_of(tokens[at]), 0)
        words = [key_of(token) for token in tokens[at : at + longest]]
        least = 0 if tokens[at].capital else 1
        for size in range(len(words), least, -1):
            if tuple(words[:size]) in self._labels and not self._is_noun(tokens[at : at + size]):
                return tuple(words[:size])
        if not tokens[at].text.isupper() or len(tokens[at].text) < _LONG_ENOUGH:
            return ()
        shouted = (tokens[at].lower,)
        return shouted if self._labels.get(shouted) == "LOCATION" else ()  # `MALI` in a heading

    def _in_small(self, tokens: Sequence[Token], at: int) -> tuple[str, ...]:
        """The words of a known name whose first word here is in lower case; none when none is: `mer de Chine
        méridionale`, or all of `la seconde guerre mondiale`."""
        words = self._match(tokens, at)
        if at and tokens[at - 1].lower in self.gazetteer.forms.lexicon.indefinites:
            return ()
        kind = words and self._labels[words] == "LOCATION" and tokens[at].lower in self._kinds
        return words if kind or words in self._small else ()

    def _is_noun(self, words: Sequence[Token]) -> bool:
        """Whether a noun in lower case stands behind an article: `La réunion`, not `La Réunion`."""
        return len(words) > 1 and words[1].small and words[0].lower in self.gazetteer.forms.lexicon.determiners


def _spelled_out(gazetteer: Gazetteer) -> Iterator[tuple[str, EntityLabel]]:
    """The names of the gazetteer, those with `&` also with the word for it: `Bosnia and Herzegovina`."""
    for form, label in gazetteer.names():
        yield form, label
        initial = unicodedata.normalize("NFD", form[:1])[:1]
        if initial != form[:1]:
            yield initial + form[1:], label
        if "&" in form:
            for conjunction in gazetteer.forms.lexicon.conjunctions:
                yield form.replace("&", conjunction), label
