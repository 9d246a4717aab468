"""Whether a candidate only looks like a name: what no finder may claim, then what rules or the model claim wrongly."""

import re
from collections.abc import Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.choice.lookalikes.peoples import are_people, names_people
from pipeline.extract.entities.choice.lookalikes.things import (
    is_called_after,
    is_currency,
    is_markup,
    is_money,
    is_numbered,
    is_programme,
    is_ship,
    is_singular,
    is_thing,
)
from pipeline.extract.entities.choice.lookalikes.titles import (
    ends_in_title,
    holds_title,
    is_charge,
    is_honour,
    is_party,
    is_post,
    is_title,
)
from pipeline.extract.entities.choice.lookalikes.words import (
    common_word,
    is_any,
    is_gathering,
    is_noun,
    is_numbered_noun,
    is_phrase,
    is_several,
    is_shouted,
    is_vague,
)
from pipeline.extract.entities.choice.refusals import Reason
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, tokenize

_SHORT = re.compile(r"\s\(([A-Za-z]{2,5})s?\)")  # what a long form is short for, in brackets behind it
_QUOTES = ("«", "“", '"')
_MONEY = frozenset("$€£¥₩₹₽₦₺₪฿")  # signs of an amount of money, in no name: `FJ$21.5m`
_STRESSED = ("model", "acronym")  # finders that take words in capitals for names
_UNSURE = ("model", "surname", "given", "city", "series")  # finders that see the name alone


def refusal(text: str, found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> Reason | None:
    """Why a candidate only looks like a name: a common noun, a demonym, a number, a word that opens a sentence."""
    form = text[found.start : found.end]
    if form.isupper() and text[found.end : found.end + 1] in _MONEY:
        return "figure"  # `US$`
    if is_money(text, found, lexicon) or (found.label == "LOCATION" and is_currency(text, found, lexicon)):
        return "figure"  # `CHF 4.5m`, `dollars US`
    if is_singular(text, found, lexicon):
        return "named thing"  # `publié au JO`
    if found.by == "gazetteer":
        if is_gathering(text, found, lexicon):
            return "common words"  # `Réunion du comité`
        return "function word" if form.lower() in lexicon.determiners else None  # the `LA` and `UN` of French headings
    tokens = tokenize(form)
    words = [token for token in tokens if token.word]
    if found.by == "model" and found.label != "PERSON" and is_numbered_noun(tokens):
        return None
    if reason := _of_any(text, found, words, lexicon, known):
        return reason
    if found.by == "model":
        return _of_model(text, found, words, lexicon, known)
    generic = _is_generic(form, lexicon) and found.by not in ("title", "surname")  # `Mr. King`
    return "common words" if not words or generic else None


def _is_generic(form: str, lexicon: EntityLexicon) -> bool:
    return " ".join(form.lower().replace("’", "'").split()) in lexicon.not_names


def _of_any(
    text: str, found: Candidate, words: Sequence[Token], lexicon: EntityLexicon, known: KnownNames
) -> Reason | None:
    """What is no name whoever found it."""
    if found.by == "model" and is_markup(text, found):
        return "mark-up"
    if is_party(text, found, words, lexicon):
        return "title"
    if is_numbered(text, found, words, lexicon):
        return "numbered part"
    if len(words) > 1 and is_ship(words[0], lexicon):
        return "named thing"  # `HMS Ocean`
    if found.by in _STRESSED and found.label != "PERSON" and is_shouted(text, found, lexicon, known):
        return "common words"
    if found.by in _UNSURE and is_called_after(text, found, words, lexicon):
        return "named thing"
    if is_phrase(words, lexicon) or (found.label == "ORGANIZATION" and is_several(words, lexicon)):
        return "common words"
    if len(words) == 1 and found.label == "PERSON" and is_honour(text[found.start : found.end], lexicon):
        return "title"  # `K.C.M.G.`
    return "title" if is_title(words, found, lexicon) or is_post(words, found, lexicon, known) else None


def _of_model(
    text: str, found: Candidate, words: Sequence[Token], lexicon: EntityLexicon, known: KnownNames
) -> Reason | None:
    """What the model alone takes for a name: it sees capitals and neighbours, no dictionary."""
    form, alone = text[found.start : found.end], len(words) == 1
    if any(token.small and token.lower in lexicon.possessives for token in words):
        return "common words"  # `faculté de notre Nation`
    if (alone and names_people(text, found, lexicon)) or are_people(words, found, lexicon, known):
        return "people of a place"
    if alone and found.label == "ORGANIZATION" and not known.own_label(form) and is_programme(text, found, lexicon):
        return "named thing"  # `Programme d'appui au karité (PAK)`
    built = any(token.lower in lexicon.heads for token in words)
    quoted = text[: found.start].rstrip()[-1:] in _QUOTES
    thing = found.label != "PERSON" or quoted
    if thing and not built and known.label(form) is None and is_thing(text, found, lexicon):
        return "named thing"
    short = _SHORT.match(text, found.end) if found.label == "ORGANIZATION" else None
    if short and short[1].lower() in lexicon.not_names:
        return "common words"  # `Purchasing Power Parity (PPP)`
    if words and not lexicon.head_last and is_any(text, found, words, lexicon):
        return "common words"  # `un Séminaire sur …`
    if found.label in ("EVENT", "AGREEMENT") and words and is_vague(words, lexicon):
        return "common words"  # `war in the East`
    suffix = alone and words[0].lower in lexicon.people.suffixes
    if suffix or ends_in_title(words, lexicon) or holds_title(words, found, lexicon):
        return "title"  # `Joint Special Envoy`, `Jr.`
    if not words or len(form) == 1 or not _MONEY.isdisjoint(form):
        return "figure"
    if _is_generic(form, lexicon) or " ".join(token.lower for token in words) in lexicon.not_names:
        return "common words"  # `Chapter 23`
    if is_charge(words, lexicon):
        return "field of a minister"
    if found.label != "PERSON" and lexicon.people.titles.match(words, 0):
        return "title"  # a role is no body
    reason = common_word(words[0], found, lexicon, known) if alone and not known.own_label(form) else None
    noun = alone and found.label == "LOCATION" and is_noun(text, found, words[0], lexicon, known)
    return reason or ("common words" if noun else None)  # `the Floor`
