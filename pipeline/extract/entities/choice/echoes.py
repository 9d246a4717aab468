"""What the rest of a document says of a place: surnames used alone, names that a finder missed once, labels at odds."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.choice.forms import WEAK, Forms, NameWords
from pipeline.extract.entities.choice.refusals import Refusals
from pipeline.extract.entities.choice.setting import opens_sentence
from pipeline.extract.entities.text.frequency import in_dictionary, is_word
from pipeline.extract.entities.tokens import Token
from pipeline.records import Passage


class Echoes:
    """Where the forms that a document establishes stand besides, and which candidates they speak against."""

    def __init__(
        self, passages: Sequence[Passage], tokens: Sequence[Sequence[Token]], forms: Forms, words: NameWords
    ) -> None:
        self._passages = passages
        self._tokens = tokens
        self._forms = forms
        self._words = words

    def of(self, passage: int) -> list[Candidate]:
        """The established one-word names that stand in a passage."""
        text, tokens = self._passages[passage].text, self._tokens[passage]
        return [
            self._whole(Candidate(token.start, token.end, self._forms.known[token.text], "document"), text)
            for at, token in enumerate(tokens)
            if token.text in self._forms.known and not self._is_role(tokens, at)
        ]

    def _is_role(self, tokens: Sequence[Token], at: int) -> bool:
        before, after = tokens[at - 1].lower if at else "", tokens[at + 1 : at + 2]
        named = bool(after) and after[0].word and after[0].capital
        return self._words.is_role(before, tokens[at].lower, named=named)

    def _whole(self, found: Candidate, text: str) -> Candidate:
        """A surname with the particle that the full name has: `de Mistura`, after `Staffan de Mistura`."""
        particle = self._forms.particles.get(text[found.start : found.end], "") if found.label == "PERSON" else ""
        start = max(found.start - len(particle), 0)
        tied = particle and text[start : found.start].lower() == particle
        return found._replace(start=start) if tied else found

    def settled(self, passage: int, candidates: Sequence[Candidate], refusals: Refusals) -> list[Candidate]:
        """The candidates, those of the model under the label that their form has in most of the document; without the
        one-word ones that open a sentence and are common words elsewhere."""
        text = self._passages[passage].text
        agreed = _agreed_places(candidates)
        listed = {candidate.start for candidate in candidates if candidate.by == "gazetteer"}
        kept: list[Candidate] = []
        for candidate in candidates:
            form = text[candidate.start : candidate.end]
            if candidate.by == "surname" and self._forms.labels[form] != "PERSON":
                continue  # the `Lincoln` of a text on the town
            if candidate.by == "model" and " " in form and self._is_phrase(form, passage, candidate, listed):
                refusals.note(self._passages[passage], candidate, "words of a heading")
            elif self._only_opens(form, passage, candidate, agreed=candidate.start in agreed):
                refusals.note(self._passages[passage], candidate, "opens a sentence")
            else:
                kept.append(self._whole(self._relabelled(form, candidate), text))
        return kept

    def _relabelled(self, form: str, found: Candidate) -> Candidate:
        """A candidate under the label that the rest of the document gives its form."""
        weak = found.by in WEAK
        if weak and form in self._forms.defined:
            return found._replace(label=self._forms.defined[form], by="rule")
        if form in self._forms.bynames:  # `Hollande`, after `François Hollande`
            return found._replace(label="PERSON", by="document")
        if form in self._forms.events and (weak or found.by in ("document", "given")):  # after `Cyclone Harold`
            return found._replace(label="EVENT", by="document")
        if weak and found.label != "PERSON" and form in self._forms.people:  # `Pereira`, after `Fernando Pereira`
            return found._replace(label="PERSON", by="document")
        if found.by == "model" and form in self._forms.repeated:
            return found._replace(label=self._forms.labels[form])  # claims of this place alone are rivals
        return found

    def _only_opens(self, form: str, passage: int, found: Candidate, *, agreed: bool) -> bool:
        """Whether a word has its capital from the sentence that it opens, and is a common word elsewhere.

        `agreed`: two finders see a place there; it is one unless the document has the word small (`Paris, le 3 mai`).
        """
        if " " in form or not (found.by in WEAK or found.by == "place"):
            return False
        if not opens_sentence(self._passages[passage].text, found.start) or (
            agreed and form.lower() not in self._forms.lower
        ):
            return False
        return self._is_common(form, passage, person=found.label == "PERSON")

    def _is_phrase(self, form: str, passage: int, found: Candidate, listed: AbstractSet[int]) -> bool:
        """Whether words with capitals are a heading's or a sentence's, not a name's: the document has each of them in
        lower case, or the dictionary. Bodies are called by words of the dictionary (`Ceylon Daily News`), but where a
        shorter name that is `listed` begins (`Security Council Press Statement`)."""
        text, language = self._passages[passage].text, self._passages[passage].language
        words = [word.strip(".,'’\"()") for word in form.lower().split()]
        if form in self._forms.backed or language not in ("fr", "en"):
            return False
        if all(word in self._forms.lower for word in words):
            return True
        if found.label == "ORGANIZATION" and found.start not in listed:
            return False
        if found.label == "PERSON" and not _ends(text, found.end):
            return False
        return opens_sentence(text, found.start) and all(is_word(word, language) for word in words)

    def _is_common(self, form: str, passage: int, *, person: bool) -> bool:
        """Whether a form that opens a sentence is a common word: by the document, or, where it is taken for no person,
        by the dictionary, which knows others as names (`Hughes`)."""
        if form.lower() in self._forms.lower:
            return True
        language = self._passages[passage].language
        if person or form in self._forms.backed or not form.isalpha() or language not in ("fr", "en"):
            return False  # what the dictionary says against a person is evidence
        return in_dictionary(form.lower(), language) == "small"


def _agreed_places(candidates: Sequence[Candidate]) -> set[int]:
    """Where a list of towns and the model both see a place begin."""
    places = [one for one in candidates if one.label == "LOCATION"]
    listed = {one.start for one in places if one.by in ("city", "town")}
    return listed & {one.start for one in places if one.by == "model"}


def _ends(text: str, end: int) -> bool:
    """Whether the text or a cell of it ends here."""
    return not text[end:].strip() or text[end:].lstrip()[0] in "|>"
