"""What a document's candidates say of each form: its label in most of the document, who is named in full."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, Protocol

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.text.frequency import LANGUAGES, is_word
from pipeline.extract.entities.tokens import Token
from pipeline.records import EntityLabel, Passage

_VOTES = {
    "rule": 6,
    "title": 7,
    "team": 6,
    "gazetteer": 8,
    "model": 3,
    "given": 6,
    "surname": 4,
    "document": 1,
    "city": 2,
    "place": 4,
    "town": 8,
    "series": 2,
    "acronym": 1,
}
WEAK = ("model", "city", "series", "acronym")
_PLACED = ("city", "place", "town")
_DEFINED: tuple[EntityLabel, ...] = ("AGREEMENT", "LOCATION")  # whose letters the model takes for a body's
_LONGEST_TIE = 4  # letters of a preposition
_PARTICLED = 2  # words of a name with a particle in it, beside the surname


class IsRole(Protocol):
    """Tells a title from a name by the lower-case word before it and by whether a name stands behind it."""

    def __call__(self, before: str, word: str, *, named: bool) -> bool:
        """Whether the word is a title here."""


class NameWords(NamedTuple):
    """What is known of words, whatever document they stand in.

    `is_byname` tells surnames under which people are known, `is_role` a title by the word before it and by whether a
    name stands behind it.
    """

    is_byname: Callable[[str], bool]
    event_kinds: AbstractSet[str]
    suffixes: AbstractSet[str]
    is_role: IsRole


class Forms:
    """The forms that a document's candidates have.

    `labels` and `votes` of each; `defined`: those of letters that stand in brackets behind a long name, which hold
    wherever the letters stand; `repeated`: those that are claimed in several places; `lower`: the words that the
    document has small; `backed`: what a finder that knows why proposes; `people`, `bynames` and `events`: names of one
    word that stand for somebody or something named in full; `particles` of surnames; `known`: the names of one word
    that hold wherever they stand.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        tokens: Sequence[Sequence[Token]],
        proposed: Sequence[Sequence[Candidate]],
        words: NameWords,
    ) -> None:
        self._suffixes = words.suffixes
        said = [
            (passage.text[candidate.start : candidate.end], candidate)
            for passage, candidates in zip(passages, proposed, strict=True)
            for candidate in candidates
        ]
        self.repeated = _repeated(passages, proposed)
        self.lower = {t.text for row in tokens for t in row if t.word and t.text == t.lower}
        self.backed = {form for form, candidate in said if candidate.by not in WEAK}
        self.votes: dict[str, Counter[EntityLabel]] = {}
        for form, candidate in said:
            self.votes.setdefault(form, Counter())[candidate.label] += _VOTES[candidate.by]
        self.defined = dict(_defined(passages, proposed))
        self.labels = {form: min(count, key=lambda label: (-count[label], label)) for form, count in self.votes.items()}
        self.labels |= self.defined
        self.particles = self._tied_particles()
        surnames = self._surnames()
        self.people = surnames - self.backed - self._places(said)
        self.bynames = {surname for surname in surnames if words.is_byname(surname)}
        self.events = self._named_events(words.event_kinds)
        self.known: dict[str, EntityLabel] = self._established()

    def _surnames(self) -> set[str]:
        """The last words of the people that the document names in full, and the halves of double ones."""
        full = (self._words(form) for form, label in self.labels.items() if label == "PERSON")
        last = {words[-1] for words in full if len(words) > 1}
        return last | {part for surname in last for part in _halves(surname)}

    def _places(self, said: Sequence[tuple[str, Candidate]]) -> set[str]:
        """The forms that end a person's name here, but stand for a known place oftener: `Québec`, beside `du Québec`
        taken for the name of a minister."""
        known = {form for form, candidate in said if candidate.by in _PLACED and candidate.label == "LOCATION"}
        people: Counter[str] = Counter()
        for form, count in self.votes.items():
            people[form.rsplit(" ", 1)[-1]] += count["PERSON"]
        return {form for form in known if self.votes[form]["LOCATION"] > people[form]}

    def _tied_particles(self) -> dict[str, str]:
        """What stands small between given names and surname, by surname: `de ` of `Staffan de Mistura`."""
        full = (form.split() for form, label in self.labels.items() if label == "PERSON")
        tied = {words[-1]: words[-2] for words in full if len(words) > _PARTICLED and words[-2].islower()}
        return {surname: f"{particle} " for surname, particle in tied.items()}

    def _words(self, name: str) -> list[str]:
        """The words of a name without what tells father and son apart: `Jr.`, `III`."""
        words = name.split()
        while len(words) > 1 and words[-1].strip(".,").lower() in self._suffixes:
            words.pop()
        return words

    def _named_events(self, kinds: AbstractSet[str]) -> set[str]:
        """The names of one word behind a kind of event: `Harold` of `cyclone tropical Harold`."""
        names = {_after_kind(form.split(), kinds) for form, label in self.labels.items() if label == "EVENT"} - {""}
        own = {name for name in names if name not in self.backed or self.labels[name] == "EVENT"}
        return {name for name in own if name.lower() not in self.lower}

    def _established(self) -> dict[str, EntityLabel]:
        """One-word names that hold wherever they stand: surnames of people named in full or with a title, acronyms."""
        known: dict[str, EntityLabel] = dict.fromkeys(sorted(self.events), "EVENT")
        for form, count in sorted(self.votes.items()):
            label = self.labels[form]
            words = self._words(form)
            if label == "PERSON" and count["PERSON"] >= 2:
                surnames = (words[-1], *_halves(words[-1])) if len(words) > 1 else (words[-1],)
                known.update(dict.fromkeys((one for one in surnames if self._is_surname(one, count)), "PERSON"))
            elif len(words) == 1 and form not in self.people and self._holds(form, count[label]):
                known[form] = label
        return known

    def _is_surname(self, surname: str, votes: Counter[EntityLabel]) -> bool:
        """Whether a person's last word means that person wherever it stands: no common word, no other's name."""
        weak = votes["PERSON"] < _VOTES["title"] and is_word(surname.lower(), LANGUAGES)
        common = weak or len(surname) < 3 or not surname[0].isupper() or surname.lower() in self.lower
        return not common and (surname in self.people or self.labels.get(surname, "PERSON") == "PERSON")

    def _holds(self, form: str, votes: int) -> bool:
        if form.lower() in self.lower or not form[0].isupper() or len(form) < 2:
            return False
        return votes >= _VOTES["rule"] or form.isupper()


def _defined(passages: Sequence[Passage], proposed: Sequence[Sequence[Candidate]]) -> Iterator[tuple[str, EntityLabel]]:
    """The letters that a rule tells in brackets, behind the agreement or place that they stand for, and its label."""
    for passage, candidates in zip(passages, proposed, strict=True):
        for one in candidates:
            form = passage.text[one.start : one.end]
            bracketed = one.by == "rule" and form.isupper() and passage.text[one.start - 1 : one.start] == "("
            if bracketed and one.label in _DEFINED:
                yield form, one.label


def _repeated(passages: Sequence[Passage], proposed: Sequence[Sequence[Candidate]]) -> set[str]:
    """The forms that are claimed in several places."""
    places = {
        (number, one.start, passage.text[one.start : one.end])
        for number, (passage, candidates) in enumerate(zip(passages, proposed, strict=True))
        for one in candidates
    }
    count = Counter(form for _, _, form in places)
    return {form for form, times in count.items() if times > 1}


def _halves(surname: str) -> list[str]:
    """The two surnames of a double one: `Semeniuk` and `Brandl` of `Semeniuk-Brandl`; none of `al-Assad`, `Tien-fu`."""
    parts = surname.split("-")
    return parts if len(parts) == 2 and all(len(part) > 3 and part[0].isupper() for part in parts) else []


def _after_kind(words: Sequence[str], kinds: AbstractSet[str]) -> str:
    """The last word where only adjectives stand between it and a kind of event; empty where that is not so."""
    *before, name = words
    while before and before[-1].islower() and before[-1] not in kinds and len(before[-1]) > _LONGEST_TIE:
        before.pop()
    return name if before and before[-1].lower() in kinds and name.isalpha() and name[0].isupper() else ""
