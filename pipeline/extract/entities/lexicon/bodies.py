"""The words around the names of bodies, companies too, and in them: `models/lexicons/<language>/bodies.toml`."""

import msgspec

from pipeline.extract.entities.tokens import Phrases


class Bodies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file, in the form that the rules look words up in.

    Attributes:
        posts: heads that a place or field follows behind `post_links`; `seats`: those whose town belongs to the name.
        tails: common nouns in title case behind a known body.
        several: bodies of several, which are no name together.
        eponyms: heads of what is called after people.
        conferences: which are bodies, of those who are `convened`.
        parties: what they are called in lower case, beside one of `creeds`.
        participles: what hangs on a name by a hyphen (`US-led`).
        appositives: what bodies are, before a name that it is no part of.
        company_cues: what stands before the name of a company; `company_followers`: what stands behind one.
    """

    posts: frozenset[str]
    seats: frozenset[str]
    tails: frozenset[str]
    several: frozenset[str]
    eponyms: frozenset[str]
    conferences: frozenset[str]
    convened: frozenset[str]
    parties: frozenset[str]
    creeds: frozenset[str]
    post_links: Phrases
    accredited_links: Phrases
    purpose_links: Phrases
    matter_links: Phrases
    reference_links: Phrases
    matters: frozenset[str]
    matter_heads: frozenset[str]
    inquiries: frozenset[str]
    departments: frozenset[str]
    possessors: frozenset[str]
    participles: frozenset[str]
    appositives: frozenset[str]
    legal_forms: frozenset[str]
    company_cues: Phrases
    company_followers: frozenset[str]
