"""The claims for one passage under review: edges put right, what is no name refused, labels mended, lists alike."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.choice.boundaries import trimmed
from pipeline.extract.entities.choice.holders import without_holder
from pipeline.extract.entities.choice.labels import labelled
from pipeline.extract.entities.choice.lookalikes import refusal
from pipeline.extract.entities.choice.matters import without_matter
from pipeline.extract.entities.choice.pairs import split_pair
from pipeline.extract.entities.choice.portfolios import inside_portfolios, inside_titles
from pipeline.extract.entities.choice.refusals import Refusals
from pipeline.extract.entities.choice.series import alike
from pipeline.extract.entities.choice.titled import as_seen
from pipeline.extract.entities.choice.told_apart import with_rank_and_year
from pipeline.extract.entities.finders.acronyms import find_defined_acronyms
from pipeline.extract.entities.finders.people.known import no_places, without_people
from pipeline.extract.entities.finders.people.whole import whole_person
from pipeline.extract.entities.finders.table import Claims
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, tokenize
from pipeline.records import Passage


class Review:
    """Looks at what is claimed in a passage; `refusals` takes down what falls."""

    def __init__(
        self,
        passage: Passage,
        tokens: Sequence[Token],
        lexicon: EntityLexicon,
        known: KnownNames,
        refusals: Refusals,
    ) -> None:
        self._passage = passage
        self._text = passage.text
        self._tokens = tokens
        self._lexicon = lexicon
        self._known = known
        self._refusals = refusals
        self._in_titles = inside_titles(tokens, lexicon, known.is_place)
        self._inside = self._in_titles | inside_portfolios(tokens, lexicon, known.is_known)

    def proposed(self, found: Sequence[Candidate], claims: Claims) -> list[Candidate]:
        """What may be an entity here, of what model and gazetteer `found` and the rules claim."""
        tokens, lexicon, known = self._tokens, self._lexicon, self._known
        places = [part for one in claims.places for part in self._without_holder(one)]
        seen = list(without_people(tokens, [*found, *places], claims.famous, lexicon))
        people = [as_seen(self._text, one, seen, lexicon) for one in claims.people]
        long_names = [part for one in claims.long_names for part in self._without_holder(one)]
        claimed = [*seen, *people, *claims.famous, *long_names, *claims.rest]
        kept = no_places(tokens, [name for one in claimed for name in self._accepted(one)], lexicon, known)
        kept += find_defined_acronyms(self._text, [one for one in kept if _may_be_short(one)])
        listed = [one for one in alike(tokens, kept, lexicon, known) if not self._is_listed_inside(one)]
        return [part for one in listed for part in split_pair(self._text, one, known, listed=one.by == "series")]

    def _accepted(self, candidate: Candidate) -> Iterator[Candidate]:
        """The names that are left of a candidate, mostly one."""
        if candidate.start in self._inside and self._is_inside(candidate):
            self._refusals.note(self._passage, candidate, "inside a title")  # `State for Foreign Affairs`
            return
        cut = trimmed(self._text, candidate, self._lexicon, self._known)
        if cut is None:
            self._refusals.note(self._passage, candidate, "no name left")
            return
        cut = without_matter(self._text, cut, self._lexicon, self._known)
        for part in split_pair(self._text, cut, self._known):
            if reason := refusal(self._text, part, self._lexicon, self._known):
                self._refusals.note(self._passage, part, reason)
            else:
                named = labelled(self._text, self._whole(part), self._lexicon, self._known)
                yield with_rank_and_year(self._tokens, named, self._lexicon)

    def _without_holder(self, found: Candidate) -> Iterator[Candidate]:
        """A body or place, and who holds an office of it: `Bank of Ghana` and `Johnson Asiama`."""
        if found.by not in ("rule", "place"):
            return iter((found,))
        return without_holder(self._tokens, found, self._lexicon, self._known)

    def _whole(self, part: Candidate) -> Candidate:
        """A person to the end of the name; anything else as it is."""
        if part.label != "PERSON":
            return part
        given = self._known.gazetteer.forms.lexicon.given
        known = self._known
        return whole_person(
            self._tokens,
            part,
            self._lexicon,
            known.is_place,
            given=given,
            is_known=lambda form: bool(known.label(form)),
            is_own=lambda form: bool(known.own_label(form)),
        )

    def _is_inside(self, found: Candidate) -> bool:
        """Whether what was found inside a title or portfolio is a part of it: no known name, seldom a person."""
        if found.label == "PERSON":
            first = tokenize(self._text[found.start : found.end])[0].lower
            return found.by == "model" and (self._lexicon.is_demonym(first) or first in self._lexicon.charges)
        return found.by in ("model", "rule") and not self._is_land(found) and not self._is_department(found)

    def _is_land(self, found: Candidate) -> bool:
        """Whether it is called a kind of place, and is whose minister it is: `Région wallonne`, not `Ville`."""
        words = tokenize(self._text[found.start : found.end])
        named = len(words) > 1 and words[0].capital and found.start not in self._in_titles  # `chef d'État angolais`
        return found.label == "LOCATION" and named and self._lexicon.heads.get(words[0].lower) == "LOCATION"

    def _is_department(self, found: Candidate) -> bool:
        """Whether it is a body by its head, with a link behind it: `Secretary of Department of External Affairs`."""
        words = tokenize(self._text[found.start : found.end])
        body = found.label == "ORGANIZATION" and self._lexicon.heads.get(words[0].lower) == "ORGANIZATION"
        return (
            self._lexicon.head_last
            and body
            and found.start not in self._in_titles
            and self._lexicon.links.match(words, 1) > 0
        )

    def _is_listed_inside(self, found: Candidate) -> bool:
        return found.by == "series" and found.start in self._inside


def _may_be_short(found: Candidate) -> bool:
    """Whether an acronym in brackets behind a name is one of it."""
    if found.by == "model":
        return found.label in ("ORGANIZATION", "AGREEMENT", "LOCATION")
    return found.label != "PERSON" and found.by in ("rule", "gazetteer")
