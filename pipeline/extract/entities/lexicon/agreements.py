"""The words around the names of agreements, and in them: `models/lexicons/<language>/agreements.toml`."""

import msgspec

from pipeline.extract.entities.tokens import Phrases


class Agreements(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file, in the form that the rules look words up in."""

    signing: Phrases
    treaties: frozenset[str]
    between: frozenset[str]
    sides: Phrases
    members: Phrases
    formulas: Phrases
    topic_links: Phrases
    amending_links: Phrases
    annex_links: Phrases
    title_links: Phrases
    alternatives: frozenset[str]
    law_links: Phrases
    title_ends: Phrases
    reach_links: Phrases
    adjuncts: frozenset[str]
    number_words: Phrases
    action_endings: tuple[str, ...]
    dating: Phrases
    date_words: frozenset[str]
