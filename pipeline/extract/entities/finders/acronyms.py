"""Acronyms of bodies: in brackets behind a name, and in running text behind an article (`la TAP`, `au CIEP`)."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token

_DEFINED = re.compile(
    r"\s{0,3}\(\s{0,3}([A-Z][A-Za-z0-9-]{1,9}[A-Z0-9]|(?!Ma?c|De|La|Le|Van|Fitz)[A-Z][a-z]{0,4}[A-Z][A-Za-z-]{1,9}|(?:[A-Z]\.){2,8})\s{0,3}[),;]"
)
_COMPOUND = re.compile(r"[A-Z]+\d?(?:-[A-Z]{2,})+")  # `M5-RFP`, not `PME-PMI`
_ROMAN = re.compile(r"[IVXLCDM]+")
_SHORTEST, _LONGEST = 3, 8  # letters
_SHOUTED = 0.6  # share of words in capitals of a heading, where capitals mean nothing


def find_defined_acronyms(text: str, long_names: Sequence[Candidate]) -> Iterator[Candidate]:
    """The acronyms in brackets right after a long name: `Banque européenne d’investissement (BEI)`."""
    for name in long_names:
        match = _DEFINED.match(text, name.end)
        if match and (name.label != "LOCATION" or _has_initials(match[1], text[name.start : name.end])):
            yield name._replace(start=match.start(1), end=match.end(1), by="rule")


def _has_initials(letters: str, name: str) -> bool:
    """Whether letters are those that the words of a place's name begin with: `South China Sea (SCS)`."""
    words = [word for word in name.replace("-", " ").split() if len(word) >= _SHORTEST or word[0].isupper()]
    return len(words) > 1 and letters.replace(".", "") == "".join(word[0].upper() for word in words)


def find_acronyms(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The acronyms that stand as names do, behind an article or a preposition; the least trusted of all."""
    places = [at for at, token in enumerate(tokens) if at and token.capital and _is_acronym(tokens, at, lexicon)]
    if not places or _is_shouted(tokens):
        return
    for before, token in ((tokens[at - 1], tokens[at]) for at in places):
        article = (before.lower in lexicon.determiners and before.small) or before.elided
        led = article or before.lower in lexicon.places.before
        if led and known.own_label(token.text) is None:
            yield Candidate(token.start, token.end, "ORGANIZATION", "acronym")


def find_spaced_acronyms(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """Known names in letters with a full stop and a blank behind each: `la S. D. N.`."""
    behind = 0
    for at in [at for at, token in enumerate(tokens[:-1]) if token.initial and tokens[at + 1].text == "."]:
        if at < behind:
            continue
        end = at
        while end + 1 < len(tokens) and tokens[end].initial and tokens[end + 1].text == ".":
            end += 2
        behind = end
        label = known.own_label("".join(token.text for token in tokens[at:end:2])) if end > at + 2 else None
        if label:
            yield Candidate(tokens[at].start, tokens[end - 1].end, label, "rule")


def _is_shouted(tokens: Sequence[Token]) -> bool:
    """Whether the text is a heading in capitals."""
    words = [token for token in tokens if token.word and len(token.text) > 1]
    return sum(token.text.isupper() for token in words) > _SHOUTED * len(words)


def _is_acronym(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether what stands here in capitals may be an acronym."""
    token = tokens[at]
    letters = token.text.isalpha() or (_COMPOUND.fullmatch(token.text) and any(map(str.isdigit, token.text)))
    if not (token.text.isupper() and letters and _SHORTEST <= len(token.text) <= _LONGEST):
        return False
    following = tokens[at + 1 : at + 2]
    goes_on = bool(following) and (following[0].capital or following[0].text.isdigit() or following[0].text in "$€£°")
    common = lexicon.is_ordinary(token.lower) or _ROMAN.fullmatch(token.text)
    return not goes_on and not common
