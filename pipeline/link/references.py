"""Whom a role without a name refers to: the person whom the documents say to have held it then.

A document that has named one holder of the role before means that one by it: `the Minister` after `Foreign Minister
Li Wei`, `le Président des États-Unis` after `le Président Obama`, for known persons have a country. A role that names
no state is the holder's shortly after he is named, if the document is about him, or where it names his state most. A
role that stands in other documents and names a state or body (`président de la République du Mali`), or is one of the
state that its document is about, means its holder of the time. Where two persons fit, where the role has stood before
anybody had it, or where it may be that of another state, it refers to nobody.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.forms import fold
from pipeline.link.collect import DocumentNames
from pipeline.link.offices import Office, Offices
from pipeline.link.senses import Senses
from pipeline.link.states import AHEAD, LEAST, country_of
from pipeline.records import Reference, RoleAlone

_SHORTLY = 600  # characters: three or four sentences
_NEAR = 183  # days before the first and behind the last document that shows a person in office

Days = tuple[date, date]


class _Held(NamedTuple):
    """A role that a document gives a person; `of`: whose it is, by the role itself or by the person's country."""

    role: str
    office: Office
    person: str
    start: int
    of: str


class _Told:
    """What has been told so far of the roles of a document, as it is read."""

    def __init__(self, held: Sequence[_Held]) -> None:
        self.held = held
        self._referred: dict[str, int] = {}
        self._open: dict[Office, int] = {}

    def refer(self, person: str, start: int) -> None:
        """A role has been found to mean a person here."""
        self._referred[person] = start

    def open(self, office: Office, start: int) -> None:
        """A role stands here that nobody is known to hold."""
        self._open.setdefault(office, start)

    def is_open(self, office: Office, start: int) -> bool:
        """Whether the role has stood before this place, where it was said of nobody: it may be another's."""
        return self._open.get(office, start) < start

    def is_near(self, person: str, start: int) -> bool:
        """Whether the person has been named with a role, or meant by one, shortly before."""
        named = [held.start for held in self.held if held.person == person and held.start < start]
        return start - max([*named, self._referred.get(person, -_SHORTLY)]) < _SHORTLY


class Holders:
    """Who is shown in which role, by document and over the corpus.

    Args:
        entities: for each document the entity of each use, empty where there is none.
    """

    def __init__(
        self, documents: Sequence[DocumentNames], entities: Sequence[Sequence[str]], gazetteer: Gazetteer
    ) -> None:
        self._gazetteer = gazetteer
        self._offices = Offices(Senses(gazetteer))
        self._here = [[*self._held(document, row)] for document, row in zip(documents, entities, strict=True)]
        self._first = [_first_person(document, row) for document, row in zip(documents, entities, strict=True)]
        self._states = [_states(document, row, gazetteer) for document, row in zip(documents, entities, strict=True)]
        self._days: dict[Office, dict[str, Days | None]] = {}
        for document, here in zip(documents, self._here, strict=True):
            for held in here:
                if held.of:
                    self._show(held, _day(document.published))

    def references(self, number: int, document: DocumentNames) -> Iterator[Reference]:
        """The roles without a name of a document that refer to somebody, in order; `number` is its place."""
        day = _day(document.published)
        told = _Told(self._here[number])
        for one in document.alone:
            office = self._offices.of(one.text)
            if office is None:
                continue
            person = self._in_document(number, one, office, told) or self._in_corpus(number, one.text, office, day)
            if person and self._is_active(person, day):
                told.refer(person, one.start)
                yield Reference(start=one.start, end=one.end, text=one.text, entity=person)
            else:
                told.open(office, one.start)

    def _held(self, document: DocumentNames, entities: Sequence[str]) -> Iterator[_Held]:
        for index, role, start in document.roles:
            person, office = entities[index], self._offices.of(role)
            if person and office:
                yield _Held(self._own(role), office, person, start, office.of or self._country(person))

    def _own(self, role: str) -> str:
        """A role, folded, without whose it is before it: `the Secretary-General's Special Representative`."""
        for mark in self._gazetteer.forms.lexicon.possessives:
            role = role.replace("’", "'").rsplit(f"{mark} ", 1)[-1]
        return fold(role)

    def _show(self, held: _Held, day: date | None) -> None:
        known = self._days.setdefault(Office(held.office.words, held.of), {})
        earlier = known.get(held.person)
        if day is None:
            known.setdefault(held.person, None)
        else:
            known[held.person] = (min(earlier[0], day), max(earlier[1], day)) if earlier else (day, day)

    def _in_document(self, number: int, one: RoleAlone, office: Office, told: "_Told") -> str | None:
        """The only one to whom the document gives the office, before this place where it does not say of what."""
        before = [held for held in told.held if held.start < one.start]
        if office.of:
            fitting = [held for held in told.held if held.of == office.of and office.covers(held.office)]
            earlier = [held.person for held in fitting if held in before]
            return _only(iter(earlier or [held.person for held in fitting]))
        named = [held for held in before if office.covers(held.office)]
        longer = [held for held in before if self._is_called(one.text, held)]
        named = [*named, *longer] if office.is_bare else named or longer
        person = _only(held.person for held in named)
        if person is None or told.is_open(office, min(held.start for held in named)):
            return None
        of = {held.of for held in named}
        if told.is_near(person, one.start) and (self._is_topic(number, person) or of == {""}):
            return person
        return person if self._is_of_the_state(number, of) else None

    def _is_topic(self, number: int, person: str) -> bool:
        """Whether a document is about a person: the first whom it names."""
        return self._first[number] == person

    def _is_called(self, role: str, held: _Held) -> bool:
        return held.role.startswith(f"{fold(role)} ") or self._offices.shortens(role, held.role)

    def _is_of_the_state(self, number: int, of: set[str]) -> bool:
        """Whether a role that names no state can be but that of its holder's: no other is named as often."""
        states = self._states[number]
        mine = max((states[one] for one in of), default=0)
        return all(count < mine for state, count in states.items() if state not in of) if len(states) > 1 else True

    def _in_corpus(self, number: int, role: str, office: Office, day: date | None) -> str | None:
        """The only one whom documents of the time show in the office.

        The role says of which state or body, or is one that a state has once, in a document about one state.
        """
        of = office.of or ("" if " " not in role.strip() else self._about(number))
        held = self._days.get(Office(office.words, of))
        if held is None or day is None or not of or None in held.values():
            return None
        return _only(person for person, days in held.items() if days and _fits(days, day))

    def _about(self, number: int) -> str:
        """The state that a document is about; empty where another is named a third as often."""
        ranked = self._states[number].most_common(2)
        if not ranked or ranked[0][1] < LEAST or (len(ranked) > 1 and ranked[0][1] < AHEAD * ranked[1][1]):
            return ""
        return ranked[0][0]

    def _country(self, person: str) -> str:
        entry = self._gazetteer.people.entry(person)
        return (entry.country or "") if entry else ""

    def _is_active(self, person: str, day: date | None) -> bool:
        return day is None or self._gazetteer.people.is_active(person, day.year)


def _states(document: DocumentNames, entities: Sequence[str], gazetteer: Gazetteer) -> Counter[str]:
    """How often a document names each country, its places and bodies included, and persons not."""
    counts: Counter[str] = Counter()
    for _, index in document.mentions:
        entity = entities[index]
        entry = gazetteer.entry(entity)
        country = entry.country if entry and entry.label != "PERSON" else country_of(entity)
        counts.update([country] if country else ())
    return counts


def _first_person(document: DocumentNames, entities: Sequence[str]) -> str:
    uses = (index for _, index in document.mentions)
    return next((entities[index] for index in uses if document.uses[index].label == "PERSON" and entities[index]), "")


def _only(people: Iterator[str]) -> str | None:
    """The one person among these, None where there are several or none."""
    found = set(people)
    return found.pop() if len(found) == 1 else None


def _day(published: str | None) -> date | None:
    """The day of a full date; a month or year alone tells none."""
    return date.fromisoformat(published) if published and len(published) == len("2014-12-05") else None


def _fits(shown: Days, day: date) -> bool:
    return (shown[0] - day).days <= _NEAR and (day - shown[1]).days <= _NEAR
