"""What the words of a name say, whatever the language: names with one sense are one thing.

`Université franco-allemande` and "Franco-German University" have the same words and the same countries. Words that no
lexicon knows must be the same in both.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.forms import fold
from pipeline.gazetteer.translations import LONGEST
from pipeline.link.places import PLACE

COUNTRY = "country-"
FOREIGN = "foreign_affairs"
MINISTRY, EMBASSY = "ministry", "embassy"
SHORTEST = 3  # letters of a word that may be a city
COMMISSION, COMMITTEE = "commission", "committee"


class Sense(NamedTuple):
    """The concepts of a name, its other words, the known entities it holds, and countries in the order of the text."""

    concepts: tuple[str, ...]
    others: tuple[str, ...]
    entities: tuple[str, ...]
    countries: tuple[str, ...]

    @property
    def apart(self) -> "Sense":
        """The same with compound concepts in their parts: `conseil de défense et de sécurité` says a council too."""
        return self._replace(concepts=tuple(sorted(part for concept in self.concepts for part in concept.split())))

    @property
    def size(self) -> int:
        """How many words say something."""
        return sum(map(len, self))

    @property
    def says_enough(self) -> bool:
        """Whether another name that says the same is the same: two words or more, one of them known."""
        return self.size > 1 and bool(self.concepts or self.entities or self.countries)


class Senses:
    """The senses of names; each name is read once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._words = gazetteer.translations
        self._known: dict[str, Sense] = {}

    def of(self, form: str) -> Sense:
        """The sense of a name."""
        if form not in self._known:
            self._known[form] = self._read(form)
        return self._known[form]

    def parts(self, form: str) -> Sense:
        """What the words of a name say that the gazetteer has as a whole."""
        return self._read(form, known=False)

    def readings(self, form: str, *, known: bool = True) -> tuple[Sense, ...]:
        """What a name may say: with a national body that stands in it (`Institut français`), and by its words."""
        first = self.of(form) if known else self.parts(form)
        by_words = self._read(form, known=known, national=False) if first.entities else first
        return (first,) if by_words == first else (first, by_words)

    def state(self, form: str, *, known: bool = True) -> tuple[str, tuple[str, ...]] | None:
        """The body of a state that a name is, with the countries it names: (`ministry-defence`, ("BJ",)).

        None for all else; an embassy has its own country first, then its host. `known`: a name that the gazetteer has
        as a whole says nothing else.
        """
        sense = self.of(form) if known else self.parts(form)
        heads = [concept for concept in sense.concepts if concept in self._words.state]
        if len(heads) != 1 or sense.others:
            return None
        head = heads[0]
        countries = sense.countries
        if head == EMBASSY:
            countries = self._owner_and_host(form, sense)
        elif sense.entities or len(countries) > 1:
            return None
        rest = self._portfolio([concept for concept in sense.concepts if concept != head])
        if bool(rest) != (head == MINISTRY) or len(countries) > 2:
            return None
        return "-".join([head, *rest]).replace("_", "-"), countries

    def bare(self, form: str) -> str:
        """The concept that is all a name says (`Commission`); empty for other names."""
        sense = self.of(form)
        return sense.concepts[0] if sense.size == 1 and sense.concepts and " " not in form.strip() else ""

    def country(self, form: str) -> str:
        """The country that a formal name is of (`royaume du Maroc`, "Republic of Egypt"); empty for other names."""
        sense = self.of(form)
        formal = sense.size == len(sense.countries) == 1 and any(
            token in self._words.styles for _, token in self._tokens(self._split(form))
        )
        return sense.countries[0] if formal else ""

    def is_hosted(self, form: str) -> bool:
        """Whether a name says where something is beside what it is of: `ambassade à Rome`."""
        return not self._words.hosts.isdisjoint(self._split(form))

    def heads(self, form: str) -> frozenset[str]:
        """The concepts that stand at the ends of a name, or of its part before `of`: it may be called so for short."""
        words = self._split(form)
        joint = next((at for at, word in enumerate(words) if at and word in self._words.dropped), len(words))
        words = words[:joint]
        ends = {" ".join(part) for n in range(1, LONGEST + 1) for part in (words[:n], words[-n:])}
        return frozenset(self._words.concepts[end] for end in ends if end in self._words.concepts)

    def own(self, form: str) -> str:
        """The known body that a name says with its country (`Bundestag allemand`); empty for other names."""
        sense = self.of(form)
        if sense.size == 2 and len(sense.entities) == len(sense.countries) == 1:
            entry = self._gazetteer.entry(sense.entities[0])
            if entry and entry.label == "ORGANIZATION" and entry.country == sense.countries[0]:
                return entry.id
        return ""

    def _read(self, form: str, *, known: bool = True, national: bool = True) -> Sense:
        """`known`: a name that the gazetteer has as a whole is that alone; `national`: so is a national body in it."""
        found: dict[str, list[str]] = {"concept": [], "other": [], "entity": [], "country": []}
        words = self._split(form)
        for kind, token in self._tokens(words, longest=LONGEST if known else max(1, len(words) - 1), national=national):
            found.setdefault(kind, []).append(token)
        if COMMISSION in found["concept"] and self._is_of_chambers(form, found):
            found["concept"][found["concept"].index(COMMISSION)] = COMMITTEE
        concepts, others, entities = (tuple(sorted(found[kind])) for kind in ("concept", "other", "entity"))
        ordered = self.is_hosted(form)
        countries = found["country"] if ordered else sorted(found["country"])
        return Sense(concepts, others, entities, tuple(countries))

    def _is_of_chambers(self, form: str, found: Mapping[str, Sequence[str]]) -> bool:
        """Whether a chamber stands among what a name says, or an ordinal alone: its commissions are committees."""
        if len(found["concept"]) == len(found["other"]) == 1 and not found["entity"]:
            return not self._words.numbers.keys().isdisjoint(self._split(form))
        entries = (entry for one in found["entity"] if (entry := self._gazetteer.entry(one)))
        said = (self._words.concepts.get(word) for one in entries for word in self._split(one.names.en or ""))
        return not self._words.chambers.isdisjoint((*found["concept"], *said))

    def _split(self, form: str) -> list[str]:
        """The folded words of a name; `UN` stays in capitals, where it is no French article."""
        words = [word for word in fold(form).split() if word not in self._gazetteer.forms.lexicon.conjunctions]
        if form.isupper() or self._words.dropped.isdisjoint(words):
            return words
        acronyms = {word for word in form.split() if word.isupper() and len(word) > 1}
        return [word.upper() if word in self._words.dropped and word.upper() in acronyms else word for word in words]

    def _tokens(self, words: list[str], longest: int = LONGEST, *, national: bool = True) -> Iterator[tuple[str, str]]:
        """Each word or phrase as (kind, token), the longest phrases first."""
        position = 0
        while position < len(words):
            for width in range(min(longest, LONGEST, len(words) - position), 0, -1):
                token = self._token(words[position : position + width], national=national)
                if token:
                    yield token
                    break
            position += width

    def _token(self, words: list[str], *, national: bool) -> tuple[str, str] | None:
        phrase = " ".join(words)
        single = len(words) == 1
        for written in (phrase, phrase.removesuffix("s")):
            if written in self._words.concepts:
                return "concept", self._words.concepts[written]
            if written in self._words.demonyms:
                return "country", self._words.demonyms[written]
        if phrase in self._words.styles or (single and phrase in self._words.dropped):
            return "style", phrase
        if words[0] in self._words.dropped or words[-1] in self._words.dropped:
            return None
        entity = self._gazetteer.of_key("".join(words).lower())
        if entity and (national or not self._is_national(entity)):
            return ("country", entity.removeprefix(COUNTRY)) if entity.startswith(COUNTRY) else ("entity", entity)
        if number := self._words.number(phrase):
            return "other", number
        if city := self._city(words):
            return "entity", f"{PLACE}{city}"
        return ("other", self._words.cognate(phrase)) if single else None

    def _is_national(self, entity: str) -> bool:
        entry = self._gazetteer.entry(entity)
        return entry is not None and entry.label == "ORGANIZATION" and entry.country is not None

    def _city(self, words: list[str]) -> int | None:
        """The city that words name: not `National City`, where each of them says something."""
        named = any(word not in self._words.concepts for word in words) and len("".join(words)) > SHORTEST
        return self._gazetteer.cities.of_key("".join(words)) if named else None

    def _portfolio(self, concepts: list[str]) -> list[str]:
        """What a ministry is in charge of; a country has one for foreign affairs, whatever else it does."""
        foreign = FOREIGN in concepts or concepts == ["foreign"] or {"foreign", "affairs"} <= set(concepts)
        return [FOREIGN] if foreign else concepts

    def _owner_and_host(self, form: str, sense: Sense) -> tuple[str, ...]:
        hosts = tuple(filter(None, (self._country(entity) for entity in sense.entities)))
        if len(sense.countries) + len(hosts) == 1 and self.is_hosted(form):
            return ()
        return sense.countries + hosts

    def _country(self, entity: str) -> str:
        entry = self._gazetteer.entry(entity)
        return (entry.country or "") if entry else ""
