"""The words of a language that the entity rules use: `models/lexicons/<language>/entities.toml` and those beside it."""

from collections.abc import Sequence

import msgspec

from pipeline.extract.confidence import Logistic
from pipeline.extract.entities.lexicon.agreements import Agreements
from pipeline.extract.entities.lexicon.bodies import Bodies
from pipeline.extract.entities.lexicon.events import Events
from pipeline.extract.entities.lexicon.foreign_bodies import ForeignBodies
from pipeline.extract.entities.lexicon.frames import Frames
from pipeline.extract.entities.lexicon.people import People
from pipeline.extract.entities.lexicon.places import Places
from pipeline.extract.entities.lexicon.press import Press
from pipeline.extract.entities.lexicon.things import Things
from pipeline.extract.entities.tokens import Phrases, Token
from pipeline.records import EntityLabel


class Casing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a language has capitals: the model of all words, and that of acronyms among those that begin with one.

    `forms` is the spaCy package whose vectors tell how frequent a form is with a capital and without.
    """

    forms: str
    capital: Logistic
    acronym: Logistic


class EntityLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file, its table `[rules]` beside the rest, in the form that the rules look words up in.

    Attributes:
        language: `fr` or `en`.
        heads: the label of what each head names.
        casing: where capitals stand.
        people: words of one kind of name, from a file of its own, as `places`, `events`, `agreements`, `bodies` are.
        things: what bears names that are none of those, from a file of its own.
        frames: the words around a name that tell what it is, from a file of their own.
        press: words of news, from a file of their own.
        foreign: words of bodies' names in other languages, from a file of both languages.
    """

    language: str
    casing: Casing
    particles: frozenset[str]
    determiners: frozenset[str]
    links: Phrases
    lower_links: Phrases
    strong_coordinators: Phrases
    series_links: Phrases
    place_links: Phrases
    plural_names: frozenset[str]
    plural_before: frozenset[str]
    objects: frozenset[str]
    tie_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    adjectives: frozenset[str]
    heads: dict[str, EntityLabel]
    indefinites: frozenset[str]
    definites: frozenset[str]
    articles: frozenset[str]
    alone: frozenset[str]
    front_adjectives: frozenset[str]
    infinitive_endings: tuple[str, ...]
    capital_heads: frozenset[str]
    articled: frozenset[str]
    proper_needed: frozenset[str]
    not_names: frozenset[str]
    stops: frozenset[str]
    openers: frozenset[str]
    charges: frozenset[str]
    head_last: bool
    lower_names: bool
    accented: bool
    joiners: frozenset[str]
    elisions: frozenset[str]
    contractions: frozenset[str]
    conjunctions: frozenset[str]
    months: frozenset[str]
    ordinals: frozenset[str]
    ordinal_endings: tuple[str, ...]
    peoples_endings: tuple[str, ...]
    generic: Phrases
    possessives: frozenset[str]
    demonym_endings: tuple[str, ...]
    demonyms: frozenset[str]
    people: People
    places: Places
    events: Events
    agreements: Agreements
    bodies: Bodies
    things: Things
    frames: Frames
    press: Press
    foreign: ForeignBodies

    def label_of(self, tokens: Sequence[Token], head: int) -> EntityLabel:
        """The label of what a token that is a head names: a conference of some is a body (`Conférence des évêques`)."""
        word = tokens[head].lower
        after = head + 1 + self.links.match(tokens, head + 1) if word in self.bodies.conferences else head
        convened = head + 1 < after < len(tokens) and tokens[after].lower in self.bodies.convened
        return "ORGANIZATION" if convened else self.heads[word]

    def is_tie(self, token: Token) -> bool:
        """Whether a word ties what follows to what stands before: a preposition, a conjunction, an elided article."""
        word = token.lower
        tied = (word,) in self.links or word in self.conjunctions or word in self.places.before
        return tied or token.elided or word in self.stops

    def is_adjective(self, word: str) -> bool:
        """Whether a lower-case word may be an adjective inside a name."""
        demonym = self.lower_names and word.rpartition("-")[2] in self.demonyms
        return demonym or word in self.adjectives or (len(word) > 4 and word.endswith(self.adjective_endings))

    def is_demonym(self, word: str) -> bool:
        """Whether a lower-case word names a people, or an adjective of one."""
        return word in self.demonyms

    def holds_month(self, word: str) -> bool:
        """Whether a lower-case word is a month, or one of its parts at hyphens is: `october-december`."""
        return any(part in self.months for part in word.split("-"))

    def is_ordinary(self, word: str) -> bool:
        """Whether a lower-case word is one that the rules know for something else than a proper name."""
        return (
            word in self.not_names
            or word in self.heads
            or word in self.demonyms
            or word in self.openers
            or word in self.stops
            or word in self.charges
            or word in self.determiners
        )

    def is_charge(self, word: str) -> bool:
        """Whether a lower-case word may be what a minister or director is in charge of."""
        return word in self.charges or word in self.demonyms or self.is_adjective(word)
