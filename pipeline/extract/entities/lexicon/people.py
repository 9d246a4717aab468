"""The words around the names of people, and in them: `models/lexicons/<language>/people.toml`."""

import msgspec

from pipeline.extract.entities.tokens import Phrases


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file, in the form that the rules look words up in.

    Attributes:
        introducers: civilities, titles and plurals together.
        titles: what somebody is, before the name; `name_titles`: those that names of bodies may hold, too.
        role_links: what a title goes on with before the name.
        portfolios: titles behind which a body is no name of its own.
        first_names: titles that, with a capital and no article, are given names.
        sheikhs: patronymics of people whose title one of these is.
        clergy_and_kin: titles that a particle ties to where or whose somebody is, never to the name.
    """

    introducers: Phrases
    civilities: Phrases
    plurals: Phrases
    plain_civilities: Phrases
    titles: Phrases
    name_titles: frozenset[str]
    eponym_titles: frozenset[str]
    given_titles: frozenset[str]
    first_names: frozenset[str]
    sheikhs: frozenset[str]
    clergy_and_kin: frozenset[str]
    counterparts: frozenset[str]
    role_links: Phrases
    bound_particles: frozenset[str]
    before_particles: frozenset[str]
    patronymics: frozenset[str]
    peerages: frozenset[str]
    nobility: Phrases
    honours: frozenset[str]
    short_names: frozenset[str]
    portfolios: Phrases
    post_ends: frozenset[str]
    namesakes: frozenset[str]
    suffixes: frozenset[str]
    firsts: frozenset[str]
    no_initials: frozenset[str]
    ages: Phrases
    births: frozenset[str]
