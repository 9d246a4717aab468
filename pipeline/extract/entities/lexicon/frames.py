"""The words around a name that tell what it is, read from `models/lexicons/<language>/frames.toml`."""

import msgspec

from pipeline.extract.entities.tokens import Phrases


class Frames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file, in the form that the rules look words up in.

    Attributes:
        person_behind: what only people do, right behind the name.
        said_behind: what people do, and bodies too.
        said_before: verbs between a quotation and who is quoted.
        apposed: what people are, beside the name; `calling_endings`: what such words end in.
        units: units of armed forces, which a number names.
        desks: heads of bodies that work on several regions.
        societies: heads of bodies that have members, whose country may belong to the name.
        body_nouns: what bodies are, before or behind the name and a comma.
        body_agents: those that people may be too.
        body_ends: last words of companies' names.
        acts: heads that say what somebody does, behind "under the" (`sous la présidence de …`).
        idioms: phrases that a head closes and that name nothing (`en service`).
        movements: what stands before one of `movement_links` and a place.
        origins: between what people are and their place.
        definitions: between a name and what it is; `defined_places`: kinds of places, behind one; `defined_ties`:
            what stands behind these that is no noun.
        attached: what people are to another person, who may stand behind `origins`.
        dealings: what two people have between them (`betweens`); `contests`: what bodies and teams have, too.
    """

    person_behind: Phrases
    said_behind: Phrases
    said_before: Phrases
    person_before: Phrases
    met_before: Phrases
    person_belongings: Phrases
    apposed_pronouns: frozenset[str]
    apposed: frozenset[str]
    calling_endings: tuple[str, ...]
    sequels: Phrases
    letter_fields: frozenset[str]
    scripture: frozenset[str]
    called_after: frozenset[str]
    scientific: frozenset[str]
    ships: frozenset[str]
    movements: frozenset[str]
    movement_links: frozenset[str]
    origins: frozenset[str]
    attached: frozenset[str]
    place_before: Phrases
    definitions: Phrases
    defined_places: frozenset[str]
    defined_ties: frozenset[str]
    betweens: frozenset[str]
    dealings: frozenset[str]
    contests: frozenset[str]
    times: frozenset[str]
    body_nouns: frozenset[str]
    body_agents: frozenset[str]
    body_ends: frozenset[str]
    under: frozenset[str]
    acts: frozenset[str]
    idioms: Phrases
    owned: frozenset[str]
    units: frozenset[str]
    desks: frozenset[str]
    societies: frozenset[str]
