"""Names that hyphens tie, parted: `Almaty-Rennes`, `United States-Philippines`, not `Guinée-Bissau`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.text.frequency import LANGUAGES, in_dictionary
from pipeline.extract.entities.tokens import Token

_PAIR = 2  # hyphens
_MOST = 8  # of them between names
_HYPHEN = re.compile("[-‑–]")
_SAINTS = frozenset(("saint", "sainte", "saints", "saintes", "st", "ste", "san", "santa"))  # `Sainte-Caroline` is one


def split_pair(text: str, found: Candidate, known: KnownNames, *, listed: bool = False) -> Iterator[Candidate]:
    """`Almaty-Rennes` is two places; a place whose own name has a hyphen (`Guinée-Bissau`) is one.

    `listed`: it is a place in a list of such pairs, where one of the two need be known. Whom a title introduces is
    one person (`M. Crosse-Delmas`).
    """
    form = text[found.start : found.end]
    left, mark, right = _at_hyphen(form) if found.by not in ("rule", "title") else (form, "", "")
    if not mark or left.lower() in _SAINTS or right.partition("-")[0].lower() in _SAINTS:
        yield found
        return
    if known.own_label(left) == "ORGANIZATION":
        if known.own_label(right) == "ORGANIZATION" and not known.own_label(form):
            middle = found.start + len(left)
            yield found._replace(end=middle, label="ORGANIZATION")
            yield found._replace(start=middle + len(mark), label="ORGANIZATION")
        else:
            yield found._replace(label="ORGANIZATION")
        return
    places = [_is_town(part, known) for part in (left, right)]
    route = mark != "-" and places[0]  # `Lomé–Cinkassé`
    enough = any(places) if listed and found.label == "LOCATION" else all(places) or route
    if not enough or known.label(form):
        yield found
        return
    middle = found.start + len(left)
    by = "town" if found.by == "city" and all(places) else found.by
    yield found._replace(end=middle, label="LOCATION", by=by)
    yield found._replace(start=middle + len(mark), label="LOCATION", by=by)


def _is_town(part: str, known: KnownNames) -> bool:
    """Whether a part of a pair is a known place, a great one where it is a word too: not `Lac`, of `Lac-Mégantic`."""
    if known.label(part) != "LOCATION":
        return False
    common = any(in_dictionary(part.lower(), language) == "small" for language in LANGUAGES)
    return not common or known.is_place(part) or known.is_great_city(part)


def _at_hyphen(form: str) -> tuple[str, str, str]:
    if form.isalpha() or " " in form:
        return form, "", ""  # by far the most frequent
    for mark in "—–-":
        left, found, right = form.partition(mark)
        if found and left and right and left[0].isupper() and right[0].isupper():
            return left, mark, right
    return form, "", ""


def tied_names(
    tokens: Sequence[Token], first: int, last: int, found: Candidate, known: KnownNames
) -> Iterator[Candidate]:
    """The known names that hyphens tie, where one is of several words or there are more than two:
    `United States-Philippines`, `Arménie-États-Unis-UE`; none of what is a name as a whole."""
    first -= first > 0 and tokens[first - 1].end > found.start  # the claim may begin inside a word
    row = tokens[first:last]
    before = found.start - row[0].start if row else 0
    form = _as_written(row)[before : before + found.end - found.start]
    several = " " in form or len(_HYPHEN.findall(form)) >= _PAIR
    if not several or len(_HYPHEN.findall(form)) > _MOST or known.label(form):
        return
    start = found.start
    for part in _tied(form, known):
        label = known.own_label(part)
        if label:
            yield found._replace(start=start, end=start + len(part), label=label)
        start += len(part) + 1


def _as_written(row: Sequence[Token]) -> str:
    """The words with as many blanks between them as the text has characters."""
    gaps = [after.start - before.end for before, after in pairwise(row)]
    return "".join(word for token, gap in zip(row, [*gaps, 0], strict=True) for word in (token.text, " " * gap))


def _tied(form: str, known: KnownNames) -> list[str]:
    """The known names, from the left the shortest, that a form is, with hyphens between; none where it is no such."""
    if known.own_label(form):
        return [form]
    for mark in _HYPHEN.finditer(form):
        if _HYPHEN.split(form[mark.end() :], maxsplit=1)[0].lower() in _SAINTS:
            continue  # `La Croix-Saint-Martin`
        rest = _tied(form[mark.end() :], known) if known.own_label(form[: mark.start()]) else []
        if rest:
            return [form[: mark.start()], *rest]
    return []
