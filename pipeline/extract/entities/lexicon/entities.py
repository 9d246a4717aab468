"""The words of a language that the entity rules use: `models/lexicons/<language>/entities.toml`."""

import msgspec

from pipeline.extract.confidence import Logistic
from pipeline.extract.entities.lexicon.foreign_bodies import ForeignBodies
from pipeline.extract.entities.lexicon.frames import Frames
from pipeline.extract.entities.lexicon.press import Press
from pipeline.extract.entities.tokens import Phrases
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
        introducers: civilities and titles.
        event_words: all words, told in several lists, that tell an event in lower case.
        heads: the label of what each head names.
        casing: where capitals stand.
        frames: the words around a name that tell what it is, from a file of their own.
        foreign: words of bodies' names in other languages, from a file of both languages.
    """

    language: str
    casing: Casing
    introducers: Phrases
    civilities: Phrases
    plurals: Phrases
    name_titles: frozenset[str]
    titles: Phrases
    counterparts: frozenset[str]
    role_links: Phrases
    particles: frozenset[str]
    determiners: frozenset[str]
    links: Phrases
    lower_links: Phrases
    strong_coordinators: Phrases
    series_links: Phrases
    place_links: Phrases
    purpose_links: Phrases
    topic_links: Phrases
    plural_names: frozenset[str]
    plural_before: frozenset[str]
    matter_links: Phrases
    matters: frozenset[str]
    matter_heads: frozenset[str]
    inquiries: frozenset[str]
    amending_links: Phrases
    annex_links: Phrases
    title_links: Phrases
    reach_links: Phrases
    adjuncts: frozenset[str]
    number_words: Phrases
    action_endings: tuple[str, ...]
    objects: frozenset[str]
    tie_endings: tuple[str, ...]
    posts: frozenset[str]
    seats: frozenset[str]
    post_links: Phrases
    accredited_links: Phrases
    adjective_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    adjectives: frozenset[str]
    heads: dict[str, EntityLabel]
    signing: Phrases
    indefinites: frozenset[str]
    definites: frozenset[str]
    articles: frozenset[str]
    alone: frozenset[str]
    between: frozenset[str]
    possessors: frozenset[str]
    treaties: frozenset[str]
    front_adjectives: frozenset[str]
    infinitive_endings: tuple[str, ...]
    capital_heads: frozenset[str]
    instruments: frozenset[str]
    articled: frozenset[str]
    departments: frozenset[str]
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
    before_places: frozenset[str]
    strong_before_places: frozenset[str]
    place_kinds: frozenset[str]
    plain_kinds: frozenset[str]
    place_fronts: frozenset[str]
    place_ends: frozenset[str]
    honours: frozenset[str]
    short_names: frozenset[str]
    portfolios: Phrases
    months: frozenset[str]
    dating: Phrases
    date_words: frozenset[str]
    event_kinds: frozenset[str]
    event_fronts: frozenset[str]
    event_phrases: Phrases
    cultural_years: frozenset[str]
    numbered_events: frozenset[str]
    numbered_bodies: frozenset[str]
    ordinals: frozenset[str]
    wars: frozenset[str]
    war_links: Phrases
    placed_events: frozenset[str]
    people_events: Phrases
    war_kinds: frozenset[str]
    dated_events: frozenset[str]
    event_words: frozenset[str]
    strike_links: Phrases
    ranked_meetings: frozenset[str]
    ordinal_endings: tuple[str, ...]
    appositives: frozenset[str]
    legal_forms: frozenset[str]
    club_fronts: frozenset[str]
    club_ends: frozenset[str]
    company_cues: Phrases
    company_followers: frozenset[str]
    peerages: frozenset[str]
    nobility: Phrases
    constituencies: Phrases
    peoples_endings: tuple[str, ...]
    generic: Phrases
    bound_particles: frozenset[str]
    patronymics: frozenset[str]
    before_particles: frozenset[str]
    post_ends: frozenset[str]
    parties: Phrases
    named_things: frozenset[str]
    named_after: frozenset[str]
    where: frozenset[str]
    numbered_things: frozenset[str]
    namesakes: frozenset[str]
    suffixes: frozenset[str]
    ages: Phrases
    eponym_titles: frozenset[str]
    given_titles: frozenset[str]
    plain_civilities: Phrases
    births: frozenset[str]
    possessives: frozenset[str]
    demonym_endings: tuple[str, ...]
    demonyms: frozenset[str]
    frames: Frames
    press: Press
    foreign: ForeignBodies

    def is_adjective(self, word: str) -> bool:
        """Whether a lower-case word may be an adjective inside a name."""
        demonym = self.lower_names and word.rpartition("-")[2] in self.demonyms
        return demonym or word in self.adjectives or (len(word) > 4 and word.endswith(self.adjective_endings))

    def is_demonym(self, word: str) -> bool:
        """Whether a lower-case word names a people, or an adjective of one."""
        return word in self.demonyms

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
