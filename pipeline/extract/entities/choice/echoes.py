"""What the rest of a document says of a form: surnames used alone, names that a finder missed once, labels at odds."""

from collections import Counter
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.choice.refusals import Refusals
from pipeline.extract.entities.text.frequency import is_word
from pipeline.extract.entities.tokens import Token
from pipeline.records import EntityLabel, Passage

_VOTES = {
    "rule": 6,
    "title": 7,
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
_LANGUAGES = ("en", "fr")
_WEAK = ("model", "city", "series", "acronym")
_PLACED = ("city", "place", "town")
_DASHES = ("–", "—", "-")
_LONGEST_TIE = 4  # letters of a preposition
_PARTICLED = 2  # words of a name with a particle in it, beside the surname
_SKIPPED = frozenset(" \t\u00a0\u202f«“\"'(–—-•*")


class Echoes:
    """The forms that a document's candidates establish, and where else they stand."""

    def __init__(
        self,
        passages: Sequence[Passage],
        tokens: Sequence[Sequence[Token]],
        proposed: Sequence[Sequence[Candidate]],
        *,
        is_byname: Callable[[str], bool],
        event_kinds: AbstractSet[str] = frozenset(),
        suffixes: AbstractSet[str] = frozenset(),
        given: AbstractSet[str] = frozenset(),
        is_role: Callable[[str, str], bool] = lambda before, word: False,
    ) -> None:
        self._passages = passages
        self._suffixes = suffixes
        self._given = given
        self._is_role = is_role
        self._tokens = tokens
        self._lower = {t.text for row in tokens for t in row if t.word and t.text == t.lower}
        said = [
            (passage.text[candidate.start : candidate.end], candidate)
            for passage, candidates in zip(passages, proposed, strict=True)
            for candidate in candidates
        ]
        self._backed = {form for form, candidate in said if candidate.by not in _WEAK}
        votes: dict[str, Counter[EntityLabel]] = {}
        for form, candidate in said:
            votes.setdefault(form, Counter())[candidate.label] += _VOTES[candidate.by]
        self._labels = {form: min(count, key=lambda label: (-count[label], label)) for form, count in votes.items()}
        self._votes = votes
        self._particles = self._tied_particles()
        self._people = self._surnames() - self._backed - self._places(proposed)
        self._bynames = {surname for surname in self._surnames() if is_byname(surname)}
        self._events = self._named_events(event_kinds)
        self._known: dict[str, EntityLabel] = self._established()

    def of(self, passage: int) -> list[Candidate]:
        """The established one-word names that stand in a passage."""
        text, tokens = self._passages[passage].text, self._tokens[passage]
        return [
            self._whole(Candidate(token.start, token.end, self._known[token.text], "document"), text)
            for at, token in enumerate(tokens)
            if token.text in self._known and not (at and self._is_role(tokens[at - 1].lower, token.lower))
        ]

    def _whole(self, found: Candidate, text: str) -> Candidate:
        """A surname with the particle that the full name has: `de Mistura`, after `Staffan de Mistura`."""
        particle = self._particles.get(text[found.start : found.end], "") if found.label == "PERSON" else ""
        start = max(found.start - len(particle), 0)
        tied = particle and text[start : found.start].lower() == particle
        return found._replace(start=start) if tied else found

    def settled(self, passage: int, candidates: Sequence[Candidate], refusals: Refusals) -> list[Candidate]:
        """The candidates, those of the model under the label that their form has in most of the document; without the
        one-word ones that open a sentence and are common words elsewhere."""
        text = self._passages[passage].text
        agreed = _agreed_places(candidates)
        kept: list[Candidate] = []
        for candidate in candidates:
            form = text[candidate.start : candidate.end]
            if candidate.by == "surname" and self._labels[form] != "PERSON":
                continue  # the `Lincoln` of a text on the town
            if candidate.by == "model" and " " in form and self._is_phrase(form, passage, text, candidate):
                refusals.note(self._passages[passage], candidate, "words of a heading")
            elif self._only_opens(form, passage, candidate, agreed=candidate.start in agreed):
                refusals.note(self._passages[passage], candidate, "opens a sentence")
            else:
                kept.append(self._whole(self._relabelled(form, candidate), text))
        return kept

    def _relabelled(self, form: str, found: Candidate) -> Candidate:
        """A candidate under the label that the rest of the document gives its form."""
        weak = found.by in _WEAK
        if form in self._bynames:  # `Hollande`, after `François Hollande`
            return found._replace(label="PERSON", by="document")
        if (weak or found.by in ("document", "given")) and form in self._events:  # `Harold`, after `Cyclone Harold`
            return found._replace(label="EVENT", by="document")
        if weak and found.label != "PERSON" and form in self._people:  # `Pereira`, after `Fernando Pereira`
            return found._replace(label="PERSON", by="document")
        if found.by == "model" and len(self._votes.get(form, ())) > 1:
            return found._replace(label=self._labels[form])
        return found

    def _only_opens(self, form: str, passage: int, found: Candidate, *, agreed: bool) -> bool:
        """Whether a word has its capital from the sentence that it opens, and is a common word elsewhere.

        `agreed`: two finders see a place there; it is one unless the document has the word small (`Paris, le 3 mai`).
        """
        if " " in form or not (found.by in _WEAK or found.by == "place"):
            return False
        if not _opens(self._passages[passage].text, found.start) or (agreed and form.lower() not in self._lower):
            return False
        return self._is_common(form, passage, person=found.label == "PERSON")

    def _is_phrase(self, form: str, passage: int, text: str, found: Candidate) -> bool:
        """Whether words with capitals are a heading's or a sentence's, not a name's: the document or the dictionary has
        each of them in lower case."""
        language = self._passages[passage].language
        words = [word.strip(".,'’\"()") for word in form.lower().split()]
        if form in self._backed or language not in ("fr", "en"):
            return False
        if all(word in self._lower for word in words):
            return True
        opens = _opens(text, found.start) and (found.label != "PERSON" or _ends(text, found.end))
        return opens and all(is_word(word, language) for word in words)

    def _is_common(self, form: str, passage: int, *, person: bool) -> bool:
        """Whether a form that opens a sentence is a common word, by the document or by the dictionary; where it is
        taken for a person, given names are none (`Marc a souri`)."""
        if form.lower() in self._lower:
            return True
        if person and form.lower() in self._given:
            return False
        language = self._passages[passage].language
        if form in self._backed or not form.isalpha() or language not in ("fr", "en"):
            return False
        return is_word(form.lower(), language)

    def _surnames(self) -> set[str]:
        """The last words of the people that the document names in full, and the halves of double ones."""
        full = (self._words(form) for form, label in self._labels.items() if label == "PERSON")
        last = {words[-1] for words in full if len(words) > 1}
        return last | {part for surname in last for part in _halves(surname)}

    def _places(self, proposed: Sequence[Sequence[Candidate]]) -> set[str]:
        """The forms that end a person's name here, but stand for a known place oftener: `Québec`, beside `du Québec`
        taken for the name of a minister."""
        known = {
            passage.text[candidate.start : candidate.end]
            for passage, candidates in zip(self._passages, proposed, strict=True)
            for candidate in candidates
            if candidate.by in _PLACED and candidate.label == "LOCATION"
        }
        people: Counter[str] = Counter()
        for form, count in self._votes.items():
            people[form.rsplit(" ", 1)[-1]] += count["PERSON"]
        return {form for form in known if self._votes[form]["LOCATION"] > people[form]}

    def _tied_particles(self) -> dict[str, str]:
        """What stands small between given names and surname, by surname: `de ` of `Staffan de Mistura`."""
        full = (form.split() for form, label in self._labels.items() if label == "PERSON")
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
        names = {_after_kind(form.split(), kinds) for form, label in self._labels.items() if label == "EVENT"} - {""}
        own = {name for name in names if name not in self._backed or self._labels[name] == "EVENT"}
        return {name for name in own if name.lower() not in self._lower}

    def _established(self) -> dict[str, EntityLabel]:
        """One-word names that hold wherever they stand: surnames of people named in full or with a title, acronyms."""
        known: dict[str, EntityLabel] = dict.fromkeys(sorted(self._events), "EVENT")
        for form, count in sorted(self._votes.items()):
            label = self._labels[form]
            words = self._words(form)
            if label == "PERSON" and count["PERSON"] >= 2:
                surnames = (words[-1], *_halves(words[-1])) if len(words) > 1 else (words[-1],)
                known.update(dict.fromkeys((one for one in surnames if self._is_surname(one, count)), "PERSON"))
            elif len(words) == 1 and form not in self._people and self._holds(form, count[label]):
                known[form] = label
        return known

    def _is_surname(self, surname: str, votes: Counter[EntityLabel]) -> bool:
        """Whether a person's last word means that person wherever it stands: no common word, no other's name."""
        weak = votes["PERSON"] < _VOTES["title"] and is_word(surname.lower(), _LANGUAGES)
        common = weak or len(surname) < 3 or not surname[0].isupper() or surname.lower() in self._lower
        return not common and (surname in self._people or self._labels.get(surname, "PERSON") == "PERSON")

    def _holds(self, form: str, votes: int) -> bool:
        if form.lower() in self._lower or not form[0].isupper() or len(form) < 2:
            return False
        return votes >= _VOTES["rule"] or form.isupper()


def _agreed_places(candidates: Sequence[Candidate]) -> set[int]:
    """Where a list of towns and the model both see a place begin."""
    places = [one for one in candidates if one.label == "LOCATION"]
    listed = {one.start for one in places if one.by in ("city", "town")}
    return listed & {one.start for one in places if one.by == "model"}


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


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or the text begins here."""
    before = start
    while before > 0 and (text[before - 1] in _SKIPPED or text[before - 1].isdigit()):
        before -= 1
    dash = text[before:start].strip()[:1] in _DASHES and before > 0 and text[before].isspace()
    return before == 0 or dash or text[before - 1] in ".!?:…\n|>"


def _ends(text: str, end: int) -> bool:
    """Whether the text or a cell of it ends here."""
    return not text[end:].strip() or text[end:].lstrip()[0] in "|>"
