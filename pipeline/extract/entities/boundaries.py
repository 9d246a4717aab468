"""Where a name begins and ends, and what is none: the annotation rules, applied to what a finder proposes."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, longest_match, tokenize

_OPENING = "([«“\"'‘{"
_CLOSING = ")]»”\"'’}.,;:!?…-–—*/|"


def trimmed(text: str, found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> Candidate | None:
    """The candidate without determiner, title and stray marks; None when no name is left."""
    tokens = list(tokenize(text[found.start : found.end]))
    tokens = _without_front(tokens, found, lexicon, known, text)
    tokens = _without_tail(tokens, found)
    if not tokens or not (found.by == "rule" or any(t.capital or t.text[0].isdigit() for t in tokens)):
        return None
    start, end = found.start + tokens[0].start, found.start + tokens[-1].end
    return found._replace(start=start, end=end)


def is_refused(text: str, found: Candidate, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a candidate only looks like a name: a common noun, a demonym, a number, a word that opens a sentence."""
    form = text[found.start : found.end]
    lower = form.lower()
    if not any(c.isalpha() for c in form) or (len(form) == 1 and found.by == "model"):
        return True
    if (
        found.by == "model"
        and found.label != "PERSON"
        and longest_match(tokenize(form), 0, lexicon.titles, lexicon.longest)
    ):
        return True  # a role is no body
    if found.by in ("gazetteer", "rule"):
        return lower in lexicon.not_names and found.by != "gazetteer"
    words = lower.replace("’", "'").split()
    single = len(words) == 1
    if not single or known.own_label(form):
        return False
    derived = found.label != "PERSON" and known.is_demonym(lower, lexicon.demonym_endings)
    demonym = lexicon.is_demonym(lower) or derived
    return demonym or lower in lexicon.not_names or lower in lexicon.stops


def split_pair(text: str, found: Candidate, known: KnownNames) -> Iterator[Candidate]:
    """`Almaty-Rennes` is two places; a place whose own name has a hyphen (`Guinée-Bissau`) is one."""
    form = text[found.start : found.end]
    left, mark, right = _at_hyphen(form)
    if mark and known.own_label(left) == "ORGANIZATION":
        yield found._replace(label="ORGANIZATION")
        return
    if not mark or known.label(form) or known.label(left) != "LOCATION" or known.label(right) != "LOCATION":
        yield found
        return
    middle = found.start + len(left)
    yield found._replace(end=middle, label="LOCATION")
    yield found._replace(start=middle + len(mark), label="LOCATION")


def _at_hyphen(form: str) -> tuple[str, str, str]:
    for mark in ("-", "–", "—"):
        left, found, right = form.partition(mark)
        if found and left and right and " " not in form and left[0].isupper() and right[0].isupper():
            return left, mark, right
    return form, "", ""


def _without_front(
    tokens: list[Token], found: Candidate, lexicon: EntityLexicon, known: KnownNames, text: str
) -> list[Token]:
    while tokens:
        first = tokens[0]
        if first.text in _OPENING or first.text in _CLOSING:
            tokens = tokens[1:]
        elif first.lower.replace("’", "'") in lexicon.determiners and len(tokens) > 1:
            form = text[found.start + first.start : found.start + tokens[-1].end]
            if first.capital and known.label(form):
                return tokens
            tokens = tokens[1:]
        elif found.by in ("model", "title"):
            size = longest_match(tokens, 0, lexicon.introducers, lexicon.longest) if found.label == "PERSON" else 0
            size += size > 0 and len(tokens) > size and tokens[size].text == "."
            if not size and (first.capital or first.lower in lexicon.heads or first.text[0].isdigit()):
                return tokens
            tokens = tokens[max(size, 1) :]
        else:
            return tokens
    return tokens


def _without_tail(tokens: Sequence[Token], found: Candidate) -> list[Token]:
    kept = list(tokens)
    while kept:
        last = kept[-1]
        balanced = last.text in ')»”"' and any(t.text in '(«“"' for t in kept[:-1])
        mark = last.text in _CLOSING + _OPENING and not balanced
        small = found.by == "model" and found.label in ("PERSON", "LOCATION") and last.word and not last.capital
        if not (mark or small or last.lower in ("'s", "’s")):
            break
        kept.pop()
    return kept
