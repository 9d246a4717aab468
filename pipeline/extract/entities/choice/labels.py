"""The label of what the model found, where the gazetteer, the head of the name or its place says another."""

import re
from collections.abc import Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.ordinals import is_ordinal
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, tokenize
from pipeline.records import EntityLabel

_LONGEST_ACRONYM = 8  # characters
_ACRONYM = re.compile(r"\s?\(([A-Z]{2,8})\)")
_LEAST_ACRONYM = 2  # characters, of one beside a place
_SURELY_SHORT = 4  # characters of what is no surname in capitals


def labelled(text: str, found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> Candidate:
    """The candidate under the label that the gazetteer or its head gives, where the model said another."""
    form = text[found.start : found.end]
    if found.by == "rule" and found.label == "EVENT" and known.own_label(form) == "ORGANIZATION":
        return found._replace(label="ORGANIZATION")  # `Hague Conference on Private International Law`
    if found.by != "model":
        return found
    head = tokenize(form)
    acronym = form.isupper() and len(form.replace(".", "")) < _LONGEST_ACRONYM and " " not in form
    label = (known.own_label(form) if acronym else known.label(form)) or _label_of_head(head, lexicon)
    if found.label == "PERSON" and known.label(form) == "LOCATION" and known.gazetteer.find(form) is None:
        label = None  # a surname that is also some town's name
    if label is None and found.label in ("PERSON", "LOCATION") and _is_spelled_out(text, found, head, known):
        label = "ORGANIZATION"
    if label is None and found.label in ("PERSON", "LOCATION") and _ends_as_body(head, lexicon, known):
        label = "ORGANIZATION"
    if label is None and found.label in ("PERSON", "ORGANIZATION") and _ends_as_place(head, found, lexicon, known):
        label = "LOCATION"
    if label is None and found.label == "LOCATION" and _is_branch(head, form, lexicon, known):
        label = "ORGANIZATION"
    town = found.label == "LOCATION" and len(form) > _SURELY_SHORT and known.is_town(form.capitalize())  # `SYDNEY:`
    if label is None and acronym and not town and (found.label != "PERSON" or len(form) <= _SURELY_SHORT):
        label = "ORGANIZATION"  # acronyms that are no known place are bodies
    if found.label == "PERSON" and label is None and _is_great_city(text, found, lexicon, known):
        label = "LOCATION"  # `in Rabat`
    instrument = head[0].lower in lexicon.things.instruments or head[-1].lower in lexicon.things.instruments
    if instrument and found.label != "PERSON":
        label = "AGREEMENT"  # `Plan d'action pour …`, `Country Partnership Strategy`
    return found._replace(label=label) if label not in (None, found.label) else found


def _is_branch(words: Sequence[Token], form: str, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a place stands behind a body of it: `Caritas Lebanon`, `SAFER Occitanie`, `CMRS de La Réunion`."""
    for at in range(1, len(words)):
        place = at + lexicon.place_links.match(words, at)
        if place < len(words) and known.is_town(form[words[place].start :]):
            body = form[: words[at - 1].end]
            acronym = at == 1 and len(body) > _LEAST_ACRONYM and body.isupper() and known.label(body) is None
            return acronym or known.own_label(body) == "ORGANIZATION"
    return False


def _is_great_city(text: str, found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a great city stands behind a preposition of place; one that nobody is called after also behind others,
    a comma or a bracket: `the road from Takoradi`, `Acting Registrar, Takoradi, 3 June`."""
    form, before = text[found.start : found.end], text[: found.start].rsplit(None, 1)[-1:]
    if not before or not known.is_great_city(form):
        return False
    if before[0].lower() in lexicon.places.surely_before:
        return True
    governed = before[0].lower() in lexicon.places.before or text[: found.start].rstrip().endswith((",", "("))
    return governed and known.is_only_a_place(form)


def _label_of_head(words: Sequence[Token], lexicon: EntityLexicon) -> EntityLabel | None:
    """The label that the head of several words gives: the last one before a link where heads come last, else the first
    word, or the one behind adjectives with a capital (`Deuxième Conférence mondiale`)."""
    if len(words) < 2:
        return None
    if words[0].lower in lexicon.ordinals and any(word.lower in lexicon.events.numbered_bodies for word in words[1:]):
        return "EVENT"  # `Second World Assembly on Ageing`
    row = words[: next((at for at in range(1, len(words)) if lexicon.links.match(words, at)), len(words))]
    places: tuple[int, ...]
    if lexicon.head_last:
        places = (len(row) - 1, 0, len(words) - 1)
    else:
        places = (next((at for at, word in enumerate(row) if not _is_front(word, lexicon)), 0),)
    return next((lexicon.label_of(words, at) for at in places if words[at].lower in lexicon.heads), None)


def _is_front(word: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word may stand before a head: `Haute`, `Deuxième`, `XVe`."""
    return word.lower in lexicon.front_adjectives or is_ordinal(word, lexicon)


def _is_spelled_out(text: str, found: Candidate, words: Sequence[Token], known: KnownNames) -> bool:
    """Whether the brackets behind a name have its initials: `Electricidade de Moçambique (EDM)`."""
    match = _ACRONYM.match(text, found.end)
    if match is None or len(words) == 1 or words[0].lower in known.gazetteer.forms.lexicon.given:
        return False
    initials = ["".join(t.text[0].upper() for t in row) for row in (words, [t for t in words if t.capital])]
    return match[1] in initials


def _ends_as_body(words: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether the last word tells a company (`Atlas Logistique`), or an acronym a place's body: `SAFER Bretagne`."""
    if len(words) < 2 or not words[-1].capital:
        return False
    first, tied = words[0].text, 1 + lexicon.place_links.match(words, 1)  # `CMRS de La Réunion`
    rest = " ".join(word.text for word in words[tied:])
    chapter = first.isupper() and len(first) >= _SURELY_SHORT and not rest.isupper() and known.is_place(rest)
    return words[-1].lower in lexicon.frames.body_ends or chapter


def _ends_as_place(words: Sequence[Token], found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether the last word tells a place, and the first no person: `Muir Woods`, not `Barbara Castle`."""
    named = len(words) > 1 and words[-1].capital and words[-1].lower in lexicon.places.ends
    body = found.label == "ORGANIZATION" and words[-1].lower in lexicon.heads
    return named and not body and words[0].lower not in known.gazetteer.forms.lexicon.given
