"""The evidence for a candidate: who found it, who agrees, what the model said, what the document says elsewhere, what
it looks like, what its words are known as, what stands beside it.

A feature is a fact that holds (1) or not (left out), or the log odds of the model; `pipeline.extract.confidence`
weighs them.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from pipeline.extract.confidence import Features
from pipeline.extract.entities.candidates import KNOWING, Candidate, Tagged
from pipeline.extract.entities.choice.said import Said
from pipeline.extract.entities.choice.setting import opens_sentence, setting
from pipeline.extract.entities.choice.wording import wording
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import in_dictionary
from pipeline.extract.entities.tokens import Token
from pipeline.records import EntityLabel, Passage

_MOST = 2  # finders that agree, beyond which more say nothing new
_LONG = 5  # words
_ECHO = "document"  # repeats what another finder said
_MANY = ("model", "rule", "gazetteer")  # finders of all labels, not equally good at each


class Evidence:
    """What the candidates of a document's passages, and what the model said there, say of each of them.

    `recased`: of each passage, whether its capitals said nothing, so that it was read with others.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        tokens: Sequence[Sequence[Token]],
        candidates: Sequence[Sequence[Candidate]],
        said: Sequence[Tagged],
        lexicons: Mapping[str, EntityLexicon],
        known: KnownNames,
        recased: Sequence[bool] = (),
    ) -> None:
        self._passages = passages
        self._recased = recased or [False] * len(passages)
        self._tokens = tokens
        self._lexicons = lexicons
        self._known = known
        self._said = [Said(tagged) for tagged in said]
        self._here = [_Here(found) for found in candidates]
        self._places: dict[tuple[str, EntityLabel], set[tuple[int, int]]] = defaultdict(set)
        self._labels: dict[str, set[EntityLabel]] = defaultdict(set)
        self._backed: set[tuple[str, EntityLabel]] = set()
        for number, (passage, found) in enumerate(zip(passages, candidates, strict=True)):
            for one in found:
                form = passage.text[one.start : one.end]
                self._places[form, one.label].add((number, one.start))
                self._labels[form].add(one.label)
                if one.by in KNOWING:
                    self._backed.add((form, one.label))

    def of(self, passage: int, chosen: Candidate) -> Features:
        """The features of a name that was chosen in a passage."""
        text, language = self._passages[passage].text, self._passages[passage].language
        form, lexicon = text[chosen.start : chosen.end], self._lexicons.get(language)
        names = (
            f"by {chosen.by}",
            f"label {chosen.label}",
            *((f"by {chosen.by} as {chosen.label}",) if chosen.by in _MANY else ()),
            f"language {language}",
            *self._here[passage].facts(chosen),
            *(f"{fact}{of}" for fact in self._said[passage].facts(chosen) for of in ("", f" in {language}")),
            *self._elsewhere(form, chosen.label),
            *_shape(form),
            *(setting(self._tokens[passage], chosen, lexicon) if lexicon else ()),
            *(wording(text, self._tokens[passage], chosen, lexicon, self._known) if lexicon else ()),
            *_opening(text, chosen, language),
            *(self._said[passage].recased(chosen) if self._recased[passage] else ()),
        )
        return {**dict.fromkeys(names, 1.0), **dict(self._said[passage].odds(chosen))}

    def _elsewhere(self, form: str, label: EntityLabel) -> Iterator[str]:
        if len(self._places[form, label]) > 1:
            yield "repeated"
        if len(self._labels[form]) > 1:
            yield "labels differ"
        if (form, label) in self._backed:
            yield "backed"


class _Here:
    """The candidates of one passage, to be asked which agree with a chosen one and which do not."""

    def __init__(self, found: Sequence[Candidate]) -> None:
        self._finders: dict[tuple[int, int], set[tuple[EntityLabel, str]]] = defaultdict(set)
        for one in found:
            self._finders[one.start, one.end].add((one.label, one.by))
        self._spans = sorted(self._finders)
        self._reach = list(accumulate((end for _, end in self._spans), max))

    def facts(self, chosen: Candidate) -> Iterator[str]:
        """Which finders agree on span and label, which call the span otherwise, whether another span reaches over an
        end of it, what claims hold it and what claims it holds."""
        place = chosen.start, chosen.end
        found = self._finders.get(place, set())
        agreeing = {by for label, by in found if label == chosen.label} - {chosen.by, _ECHO}
        yield from (f"agree {n}" for n in range(1, min(len(agreeing), _MOST) + 1))
        if any(label != chosen.label for label, _ in found):
            yield "disputed"
        others = [span for span in self._beside(chosen) if span != place]
        if any(start < chosen.start or end > chosen.end for start, end in others):
            yield "crossed"
        for span in others:
            how = "inside" if span[0] <= chosen.start and chosen.end <= span[1] else "beside"
            yield from (f"{how} {label} by {by} as {chosen.label}" for label, by in self._finders[span])

    def _beside(self, chosen: Candidate) -> Iterator[tuple[int, int]]:
        """The spans of candidates that share a character with it, its own among them."""
        for at in range(bisect_left(self._spans, (chosen.end,)) - 1, -1, -1):
            if self._reach[at] <= chosen.start:
                return
            if self._spans[at][1] > chosen.start:
                yield self._spans[at]


def _opening(text: str, chosen: Candidate, language: str) -> Iterator[str]:
    """Whether the passage begins with the name; whether a sentence does, and the name may be a word of it."""
    if not text[: chosen.start].strip():
        yield "opens"
    form = text[chosen.start : chosen.end]
    if (
        language in ("fr", "en")
        and opens_sentence(text, chosen.start)
        and in_dictionary(form.lower(), language) == "small"
    ):
        yield f"common word opens as {chosen.label}"


def _shape(form: str) -> Iterator[str]:
    words = form.split()
    yield "one word" if len(words) == 1 else "long" if len(words) >= _LONG else "words"
    if form.isupper():
        yield "acronym" if len(words) == 1 else "capitals"
    if any(map(str.isdigit, form)):
        yield "digit"
    if form[:1].islower():
        yield "small"
