"""Titles, posts and what ministers are in charge of, taken for names: `Acting Registrar`, `Affaires étrangères`."""

from collections.abc import Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import is_word
from pipeline.extract.entities.tokens import Token

_PAIR = 2  # words of `Acting Registrar`


def is_party(text: str, found: Candidate, words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether a party stands in brackets behind those of a seat: `(Louth and Horncastle) (Con)`."""
    bracketed = text[: found.start].endswith((")(", ") (")) and text[found.end : found.end + 1] in (")", "/")
    return bracketed and lexicon.places.parties.match(words, 0) == len(words) > 0


def is_honour(form: str, lexicon: EntityLexicon) -> bool:
    """Whether letters after a name stand with their full stops."""
    return "." in form and form.replace(".", "").lower() in lexicon.people.honours


def is_title(words: Sequence[Token], found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether the model took a title or civility for a name: `Majesté le Roi`, `SEM`."""
    if found.by != "model" or not words:
        return False
    if found.label == "PERSON" and _is_post_alone(words, lexicon):
        return True
    civility = found.label != "PERSON" and lexicon.people.civilities.match(words, 0) == len(words)  # `Air Marshal`
    return civility or lexicon.people.titles.match(words, 0) == len(words) > 1


def is_post(words: Sequence[Token], found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether the words are a post: `Committee Specialist`, `Second Clerk`; a person only with words of no name."""
    if len(words) < 2 or words[-1].lower not in lexicon.people.post_ends:
        return False
    ties = lexicon.conjunctions | lexicon.determiners
    if not all(token.capital or token.lower in ties for token in words):
        return False  # `Office of the Special Envoy`
    if found.label == "PERSON":
        return found.by == "model" and words[0].lower not in known.gazetteer.forms.lexicon.given
    return found.by in ("model", "rule") and not any(known.own_label(token.text) for token in words)


def holds_title(words: Sequence[Token], found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether a title of two words stands in what was taken for a person: `EU High Representative for Security`."""
    return found.label == "PERSON" and any(
        lexicon.people.titles.match(words, at) >= _PAIR for at in range(1, len(words))
    )


def ends_in_title(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether the last two words or more are a title, and not those who sit in a body (`Council of Foreign Ministers`);
    one alone may be a surname."""
    sit = lexicon.heads.get(words[0].lower) == "ORGANIZATION" and words[-1].lower.endswith("s") if words else False
    return not sit and any(lexicon.people.titles.match(words, at) == len(words) - at for at in range(len(words) - 1))


def is_charge(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether all words are such as ministers are in charge of: `Affaires étrangères` is the end of a role."""
    if len(words) > 1 and (words[0].lower in lexicon.heads or words[-1].lower in lexicon.heads):
        return False
    charges = any(w.lower in lexicon.charges for w in words)
    return charges and all(lexicon.is_charge(w.lower) or (w.lower,) in lexicon.people.role_links for w in words)


def _is_post_alone(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether a title that is no surname ends words of the dictionary: `Acting Registrar`, `Federal Chancellor`."""
    first, last = words[0].lower, words[-1].lower
    if (last,) not in lexicon.people.titles or last in lexicon.people.namesakes or last in lexicon.people.given_titles:
        return False
    return len(words) == 1 or (len(words) == _PAIR and is_word(first, lexicon.language))
