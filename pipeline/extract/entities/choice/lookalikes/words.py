"""Common words with a capital: phrases that make no name, any body of a kind, words that open a sentence."""

import re
from collections.abc import Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.choice.refusals import Reason
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import in_dictionary, is_word
from pipeline.extract.entities.text.restore import reaccented
from pipeline.extract.entities.tokens import Token

_ADVERB = 9  # characters of a word whose ending makes it an adverb: not `Clément`, `Kimberly`; towns end so too
_SHORTEST = 4  # characters of a common noun: shorter forms in the dictionary are mostly abbreviations
_CLAUSES = ".,;:!?–—-•*"
_LONG = 6  # letters of a word in capitals that is no acronym
_NUMBER = re.compile(r"[12]\d{3}")  # a year, or that of a resolution


def is_phrase(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether a phrase that makes no name opens the words; where heads come last, whether one is all of them.

    `Groupe de travail sur la détention arbitraire` is one by its matter, where it has a capital.
    """
    size = lexicon.generic.match(words, 0)
    if not size or lexicon.head_last:
        return 0 < size == len(words)
    return not (
        words[0].capital
        and words[0].lower in lexicon.bodies.matter_heads
        and lexicon.bodies.matter_links.match(words, size)
    )


def is_any(text: str, found: Candidate, words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether an indefinite article stands before what no kind of body or event opens, or one that no name follows:
    `un groupe de Zakopane`, `une Commission spéciale`."""
    before = text[: found.start].rsplit(None, 1)
    article = before[-1].lower() if before else ""
    if article not in lexicon.indefinites or found.label not in ("ORGANIZATION", "EVENT", "AGREEMENT"):
        return False
    first = words[0]
    common = first.small or not any(word.capital for word in words[1:])
    common = common and found.label != "AGREEMENT" and (article,) not in lexicon.place_links
    return common or first.lower not in lexicon.heads


def is_vague(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether a name in lower case has a capital only on common nouns (`war in the East`), or says where there is a
    crisis, not which one it is (`crise en Haïti`, not `crise de Suez`)."""
    capitals = [word for word in words if word.capital]
    if not words[0].small or not capitals:
        return False
    return all(word.lower in lexicon.not_names for word in capitals) or _is_anywhere(words, lexicon)


def _is_anywhere(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether only a link that places take, and an article, stand between a vague word and a place in a phrase."""
    first = next(at for at, word in enumerate(words) if word.capital)
    between = words[1:first]
    bare = len(between) == 1 and (between[0].lower,) in lexicon.place_links and not lexicon.head_last
    tied = all(word.lower in lexicon.determiners or word.lower in lexicon.places.before for word in between)
    return words[0].lower in lexicon.events.vague and tied and not bare


def is_several(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether bodies of several are told together: `the Governments of Cambodia and Laos`."""
    plural = len(words) > 1 and words[0].lower in lexicon.bodies.several
    return plural and lexicon.place_links.match(words, 1) > 0


def is_shouted(text: str, found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a word in capitals at the start of a clause is a long one of the language that a text stresses, accents
    lost or not: `RÉSOLUS à franchir une étape`, `et CONVENONS`, `DESIREUX de …`, not `le groupe CARREFOUR`."""
    form, before = text[found.start : found.end], text[: found.start].rsplit(None, 1)[-1:]
    if before and not (before[0][-1] in _CLAUSES or before[0].lower() in lexicon.conjunctions):
        return False
    if not (form.isupper() and form.isalpha() and len(form) >= _LONG) or known.own_label(form):
        return False
    word = form.lower()
    if in_dictionary(word, lexicon.language) == "none":
        word = (reaccented(word, lexicon.language) or word) if lexicon.accented else word
    return in_dictionary(word, lexicon.language) == "small"


def is_noun(text: str, found: Candidate, word: Token, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a word is one of the dictionary and no place that any list or a preposition tells: `the Floor`, not `in
    Hydra`.

    Where names keep their common nouns in lower case (`lower_names`), a capital makes a name of one: `les Détroits`.
    """
    if lexicon.lower_names or word.text.isupper() or len(word.text) < _SHORTEST or known.label(word.text):
        return False
    before = text[: found.start].rsplit(None, 1)[-1:]
    apart = bool(before) and before[0].lower() not in lexicon.places.before  # what opens a text is judged elsewhere
    return apart and is_word(word.lower, lexicon.language)


def is_gathering(text: str, found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether an event's kind that is a place's name too stands without article before words in lower case:
    `Réunion du comité`, not `la Réunion`, `Guadeloupe, Réunion et Mayotte`."""
    form, after = text[found.start : found.end].lower(), text[found.end :].split(None, 1)[:1]
    if form not in lexicon.events.ranked_meetings or not after or not after[0][:1].islower():
        return False
    before = text[: found.start].rsplit(None, 1)[-1:]
    articled = bool(before) and (before[0].lower() in lexicon.determiners or before[0].lower() in lexicon.places.before)
    return not articled and after[0] not in lexicon.conjunctions


def common_word(word: Token, found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> Reason | None:
    """Whether a word with a capital is a demonym, the first word of a sentence, or a title."""
    last = word.lower.rpartition("-")[2]  # `franco-allemand`
    derived = found.label != "PERSON" or last != word.lower
    if lexicon.is_demonym(last) or (derived and known.is_demonym(last, lexicon.demonym_endings)):
        return "demonym"
    adverb = len(word.text) >= _ADVERB and word.lower.endswith(lexicon.adverb_endings)
    if (adverb and found.label != "LOCATION") or word.lower in lexicon.stops or word.lower in lexicon.openers:
        return "function word"
    return "title" if (word.lower,) in lexicon.people.titles or word.lower in lexicon.people.post_ends else None


def is_numbered_noun(tokens: Sequence[Token]) -> bool:
    """Whether a year, or a resolution's number, tells which one a noun means: `1951 Convention`, `1540 Committee`."""
    return len(tokens) > 1 and _NUMBER.fullmatch(tokens[0].text) is not None and tokens[1].capital
