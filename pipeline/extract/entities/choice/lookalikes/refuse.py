"""What only looks like a name: common nouns, titles, demonyms, numbers, words that open a sentence."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import simplemma

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.choice.refusals import Reason
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, tokenize

_OPENING = "([«“\"'‘{"
_NUMBERED = 2  # words of a numbered part
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?|[IVXL]{1,5}|[A-Z]\d?")
_MARKUP = frozenset("\\_{}=<>^~#@")  # signs of code and mark-up, in no name
_MONEY = frozenset("$€£¥₩₹₽₦₺₪฿")  # signs of an amount of money, in no name: `FJ$21.5m`
_VERSE = re.compile(r" \d{1,3} ?[:,] ?\d")
_BESIDE = 40  # characters that hold the word beside a name
_UNSURE = ("model", "surname", "given", "city", "series")  # finders that see the name alone
_PAIR = 2  # words of `Unemployed Venezuelans`, `Acting Registrar`
_CLOSING = ")]»”\"'’}.,;:!?…-–—*/|"


def refusal(text: str, found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> Reason | None:
    """Why a candidate only looks like a name: a common noun, a demonym, a number, a word that opens a sentence."""
    form = text[found.start : found.end]
    if form.isupper() and text[found.end : found.end + 1] in _MONEY:
        return "figure"  # `US$`
    if found.by == "gazetteer":
        return "function word" if form.lower() in lexicon.determiners else None  # the `LA` and `UN` of French headings
    words = [token for token in tokenize(form) if token.word]
    if found.by == "model" and _is_markup(text, found):
        return "mark-up"
    if _is_party(text, found, words, lexicon):
        return "title"
    if _is_numbered(text, found, words, lexicon):
        return "numbered part"
    if found.by in _UNSURE and _is_called_after(text, found, words, lexicon):
        return "named thing"
    generic = " ".join(form.lower().split()) in lexicon.not_names
    if _is_phrase(words, lexicon):
        return "common words"
    if len(words) == 1 and found.label == "PERSON" and _is_honour(form, lexicon):
        return "title"  # `K.C.M.G.`
    if _is_title(words, found, lexicon) or _is_post(words, found, lexicon, known):
        return "title"
    if found.by != "model":
        return "common words" if not words or (generic and found.by not in ("title", "surname")) else None  # `Mr. King`
    if any(token.small and token.lower in lexicon.possessives for token in words):
        return "common words"  # `faculté de notre Nation`
    if (len(words) == 1 and _names_people(text, found, lexicon)) or _are_people(words, found, lexicon, known):
        return "people of a place"
    if len(words) == 1 and found.label != "PERSON" and known.label(form) is None and _is_thing(text, found, lexicon):
        return "named thing"
    if words and not lexicon.head_last and _is_any(text, found, words, lexicon):
        return "common words"  # `un Séminaire sur …`
    generic = generic or " ".join(token.lower for token in words) in lexicon.not_names  # `Chapter 23`
    if found.label in ("EVENT", "AGREEMENT") and words and _is_vague(words, lexicon):
        return "common words"  # `war in the East`
    if _ends_in_title(words, lexicon) or (len(words) == 1 and words[0].lower in lexicon.suffixes):
        return "title"  # `Joint Special Envoy`, `Jr.`
    if not words or len(form) == 1 or not _MONEY.isdisjoint(form):
        return "figure"
    if generic:
        return "common words"
    if _is_charge(words, lexicon):
        return "field of a minister"
    if found.label != "PERSON" and lexicon.titles.match(words, 0):
        return "title"  # a role is no body
    return _common(words[0], found, lexicon, known) if len(words) == 1 and not known.own_label(form) else None


def _is_markup(text: str, found: Candidate) -> bool:
    """Whether signs of code or mark-up stand in what was found, or right before it: `\\Ibar`, `Path.read_text`."""
    return not _MARKUP.isdisjoint(text[max(found.start - 1, 0) : found.end])


def _is_party(text: str, found: Candidate, words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether a party stands in brackets behind those of a seat: `(Louth and Horncastle) (Con)`."""
    bracketed = text[: found.start].endswith((")(", ") (")) and text[found.end : found.end + 1] in (")", "/")
    return bracketed and lexicon.parties.match(words, 0) == len(words) > 0


def _is_numbered(text: str, found: Candidate, words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether a part is told by its number or letter: `Lot A`, `Tranche 2`."""
    if not words or words[0].lower not in lexicon.numbered_things or len(words) > _NUMBERED:
        return False
    rest = text[found.start + words[0].end : found.end].strip() or text[found.end :].split(None, 1)[:1]
    number = rest if isinstance(rest, str) else "".join(rest).strip(_CLOSING)
    return bool(_NUMBER.fullmatch(number))


def _is_phrase(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether a phrase that makes no name opens the words; where heads come last, whether one is all of them."""
    size = lexicon.generic.match(words, 0)
    return size > 0 and (not lexicon.head_last or size == len(words))


def _is_honour(form: str, lexicon: EntityLexicon) -> bool:
    """Whether letters after a name stand with their full stops."""
    return "." in form and form.replace(".", "").lower() in lexicon.honours


def _is_title(words: Sequence[Token], found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether the model took a title or civility for a name: `Majesté le Roi`, `SEM`."""
    if found.by != "model" or not words:
        return False
    if found.label == "PERSON" and _is_post_alone(words, lexicon):
        return True
    civility = found.label != "PERSON" and lexicon.civilities.match(words, 0) == len(words)  # `Air Marshal`
    return civility or lexicon.titles.match(words, 0) == len(words) > 1


def _is_post_alone(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether a title that is no surname ends words of the dictionary: `Acting Registrar`, `Federal Chancellor`."""
    first, last = words[0].lower, words[-1].lower
    if (last,) not in lexicon.titles or last in lexicon.namesakes or last in lexicon.given_titles:
        return False
    return len(words) == 1 or (len(words) == _PAIR and simplemma.is_known(first, lang=lexicon.language))


def _is_post(words: Sequence[Token], found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether the words are a post: `Committee Specialist`, `Second Clerk`; a person only with words of no name."""
    if len(words) < 2 or words[-1].lower not in lexicon.post_ends:
        return False
    ties = lexicon.conjunctions | lexicon.determiners
    if not all(token.capital or token.lower in ties for token in words):
        return False  # `Office of the Special Envoy`
    if found.label == "PERSON":
        return found.by == "model" and words[0].lower not in known.gazetteer.forms.lexicon.given
    return found.by in ("model", "rule") and not any(known.own_label(token.text) for token in words)


def _names_people(text: str, found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether a word in the plural stands after an article and names the people of a place: `les Parisiens`."""
    before = text[: found.start].rsplit(None, 1)
    article = bool(before) and before[-1].lower() in lexicon.determiners
    return article and text[found.start : found.end].lower().endswith(lexicon.peoples_endings)


def _is_any(text: str, found: Candidate, words: Sequence[Token], lexicon: EntityLexicon) -> bool:
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


def _is_thing(text: str, found: Candidate, lexicon: EntityLexicon) -> bool:
    """Whether the name is that of a ship, a prize, a scholarship and the like: `programme « Bolachak »`."""
    before = text[: found.start].rstrip(_OPENING + " ").rsplit(None, 1)
    after = text[found.end :].lstrip(_CLOSING + " ").split(None, 1) if lexicon.head_last else []
    gap = text[found.end : found.end + 1]
    beside = [*before[-1:], *(after[:1] if gap in (" ", "”", '"', "’") else [])]
    return any(word.strip(_CLOSING) in lexicon.named_things for word in beside)


def _is_called_after(text: str, found: Candidate, words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether what is called after people bears the name: `doctrine Monroe`, `Nansen Medal`, `Parkinson's disease`; one
    of several of its make (`a Lincoln`); a book of scripture (`John 3:16`)."""
    frames, after = lexicon.frames, text[found.end :]
    if len(words) == 1 and words[0].lower in frames.scripture and _VERSE.match(after):
        return True
    if found.label not in ("PERSON", "LOCATION"):
        return False
    before = tokenize(text[max(found.start - _BESIDE, 0) : found.start])[-2:]
    if any(_is_ship(token, lexicon) for token in words[:1]):
        return True
    if len(words) > 1:
        ship = any((t.small and t.lower in lexicon.named_things) or _is_ship(t, lexicon) for t in before[-1:])
        person = found.label == "PERSON" and words[-1 if lexicon.head_last else 0].lower in frames.called_after
        return ship or person or (lexicon.head_last and _is_followed(after, frames.scientific))
    kinds = frames.called_after | frames.scientific if found.label == "PERSON" else frames.scientific
    if lexicon.head_last and _is_followed(after, kinds):
        return True
    if not lexicon.head_last and _is_led(before, kinds, frames.scientific, lexicon):
        return True
    follows = tokenize(after[:_BESIDE])[:1]
    before = before[-1:]
    made = lexicon.head_last and after[:1] not in "-–" and any(t.lower in lexicon.indefinites for t in before)
    return made and (not follows or not follows[0].word or follows[0].lower in lexicon.stops)


def _is_ship(token: Token, lexicon: EntityLexicon) -> bool:
    return token.text.isupper() and token.lower in lexicon.frames.ships


def _is_followed(after: str, kinds: AbstractSet[str]) -> bool:
    """Whether one of these words stands next, perhaps behind a possessive."""
    return any(token.lower in kinds for token in tokenize(after[:_BESIDE])[:2] if token.small) and after[:1] in " '’"


def _is_led(before: Sequence[Token], kinds: AbstractSet[str], linked: AbstractSet[str], lexicon: EntityLexicon) -> bool:
    """Whether one of these words ends here, or one of `linked` and a link: `plan Marshall`, `échelle de Richter`."""
    if not before or before[-1].lower in kinds:
        return bool(before)
    return len(before) > 1 and (before[-1].lower,) in lexicon.place_links and before[0].lower in linked


def _are_people(words: Sequence[Token], found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether the name of a people ends what the model took for a person: `Unemployed Venezuelans`, the
    `South African` of `South African Ambassador`."""
    if found.label != "PERSON" or found.by != "model" or len(words) != _PAIR:
        return False
    first, last = words[0].lower, words[-1].lower
    people = lexicon.is_demonym(last) or known.is_demonym(last, lexicon.demonym_endings)
    given = first in known.gazetteer.forms.lexicon.given  # `Bill English`
    return people and not given and simplemma.is_known(first, lang=lexicon.language)


def _is_vague(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether a name in lower case has a capital only on common nouns: `war in the East`."""
    capitals = [word for word in words if word.capital]
    return words[0].small and bool(capitals) and all(word.lower in lexicon.not_names for word in capitals)


def _ends_in_title(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether the last two words or more are a title; one alone may be a surname."""
    return any(lexicon.titles.match(words, at) == len(words) - at for at in range(len(words) - 1))


def _is_charge(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether all words are such as ministers are in charge of: `Affaires étrangères` is the end of a role."""
    if len(words) > 1 and (words[0].lower in lexicon.heads or words[-1].lower in lexicon.heads):
        return False
    charges = any(w.lower in lexicon.charges for w in words)
    return charges and all(lexicon.is_charge(w.lower) or (w.lower,) in lexicon.role_links for w in words)


def _common(word: Token, found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> Reason | None:
    """Whether a word with a capital is a demonym, the first word of a sentence, or a title."""
    last = word.lower.rpartition("-")[2]  # `franco-allemand`
    derived = found.label != "PERSON" or last != word.lower
    if lexicon.is_demonym(last) or (derived and known.is_demonym(last, lexicon.demonym_endings)):
        return "demonym"
    if word.lower in lexicon.stops or word.lower in lexicon.openers:
        return "function word"
    return "title" if (word.lower,) in lexicon.titles or word.lower in lexicon.post_ends else None
