"""Whom a role without a name refers to: the person whom the documents say to have held it then.

A document that has named one holder of the role before means that one by it (`the Foreign Minister`, after `Foreign
Minister Li Wei`); a role that stands whole in other documents and names a state or body (`président de la République
du Mali`) means its holder of the time. Where two persons fit, it refers to nobody.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.gazetteer import Gazetteer
from pipeline.gazetteer.forms import fold
from pipeline.link.collect import DocumentNames
from pipeline.records import Reference

_NEAR = 183  # days before the first and behind the last document that shows a person in office
_LONGEST = 4  # words of a state's or body's name inside a role

Days = tuple[date, date]


class Holders:
    """Who is shown in which role, by document and over the corpus.

    Args:
        people: for each document the entity of each use, empty where there is none.
    """

    def __init__(
        self, documents: Sequence[DocumentNames], people: Sequence[Sequence[str]], gazetteer: Gazetteer
    ) -> None:
        self._gazetteer = gazetteer
        self._here: list[list[tuple[str, str, int]]] = []
        self._days: dict[str, dict[str, Days | None]] = {}
        for document, entities in zip(documents, people, strict=True):
            here: list[tuple[str, str, int]] = []  # role, person, offset
            for index, role, start in document.roles:
                if entities[index]:
                    here.append((fold(role), entities[index], start))
                    self._show(fold(role), entities[index], _day(document.published))
            self._here.append(here)

    def _show(self, role: str, person: str, day: date | None) -> None:
        known = self._days.setdefault(role, {})
        earlier = known.get(person)
        if day is None:
            known.setdefault(person, None)
        else:
            known[person] = (min(earlier[0], day), max(earlier[1], day)) if earlier else (day, day)

    def references(self, number: int, document: DocumentNames) -> Iterator[Reference]:
        """The roles without a name of a document that refer to somebody, in order; `number` is its place."""
        for one in document.alone:
            role = fold(one.text)
            person = self._in_document(number, role, one.start) or self._in_corpus(
                role, one.text, _day(document.published)
            )
            if person:
                yield Reference(start=one.start, end=one.end, text=one.text, entity=person)

    def _in_document(self, number: int, role: str, start: int) -> str | None:
        """The only one to whom the document has given the role before this offset, whole or longer."""
        named = [(held, person) for held, person, at in self._here[number] if at < start]
        same = {person for held, person in named if held == role}
        longer = (f"{role} ", f" {role}")
        same = same or {person for held, person in named if held.startswith(longer[0]) or held.endswith(longer[1])}
        return same.pop() if len(same) == 1 else None

    def _in_corpus(self, role: str, written: str, day: date | None) -> str | None:
        """The only one whom documents of the time show in the role, if it says of which state or body."""
        held = self._days.get(role)
        if held is None or day is None or not self._is_bound(written):
            return None
        fits = [person for person, days in held.items() if days and _fits(days, day)]
        return fits[0] if len(fits) == 1 and None not in held.values() else None

    def _is_bound(self, role: str) -> bool:
        """Whether a state or body that the gazetteer knows stands in a role."""
        words = role.replace("'", "' ").replace("’", "’ ").split()
        spans = (words[at : at + size] for at in range(1, len(words)) for size in range(1, _LONGEST + 1))
        return any(span[0][0].isupper() and self._gazetteer.find(" ".join(span)) for span in spans)


def _day(published: str | None) -> date | None:
    """The day of a full date; a month or year alone tells none."""
    return date.fromisoformat(published) if published and len(published) == len("2014-12-05") else None


def _fits(shown: Days, day: date) -> bool:
    return (shown[0] - day).days <= _NEAR and (day - shown[1]).days <= _NEAR
