"""Parts of the day: `ce matin`, `last night`, `in the evening`, `ce midi`."""

import re

from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.found import MODS, Found, of_match
from pipeline.dates.rules.matching import Rule


def _part(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`this morning`, `last night`, `la nuit dernière`, `late last night`."""
    groups = match.groupdict()
    part = "T" + tokens.entries[match.start("T")].text
    if groups.get("L"):
        return of_match(match, tokens, 0.8, base="mention", unit="D", part=part)
    steps = tokens.entries[match.start("R")].number if groups.get("R") else 0
    mod = MODS[tokens.entries[match.start("M")].text] if groups.get("M") else None
    return of_match(match, tokens, 0.9, base="anchor", steps=steps, unit="D", part=part, mod=mod)


def _this_noon(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`ce midi`."""
    said = tokens.entries[match.start("N")].text
    return of_match(match, tokens, 0.85, base="anchor", unit="D", part=said) if said else None


def _part_alone(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`in the morning`, `le soir`, `en fin de matinée`: of no day."""
    first, modifier = match.start("SPAN"), match.groupdict().get("M")
    noun = tokens.kind(match.end()) in "xz" and tokens.word(match.end()) not in lexicon.day_followers
    if lexicon.month_first and noun:
        return None  # in the morning session
    bare = first == match.start() and lexicon.month_first and not modifier
    if bare or tokens.text[tokens.starts[match.start("T")]].isupper():
        return None
    if tokens.kind(match.end()) in "of":
        return None  # la nuit des temps, the night from Monday to Tuesday
    mod = MODS[tokens.entries[match.start("M")].text] if modifier else None
    return of_match(match, tokens, 0.7, type="TIME", timex="T" + tokens.entries[match.start("T")].text, mod=mod)


_MODIFIED = "(?P<M>modifier) dash? ((of|prep|to)? det?)?"
DAYPARTS: tuple[Rule[Found], ...] = (
    ("m", "(?P<M>modifier) (?P<R>direction|this) (?P<T>daypart)", _part),
    ("m", f"(?P<SPAN>{_MODIFIED} (?P<T>daypart))", _part_alone),
    ("c", "this (?P<T>daypart) dash? (?P<L>there)", _part),
    ("c", "this (?P<T>daypart) dash? here", _part),
    ("rc", "(?P<R>direction|this) (?P<T>daypart)", _part),
    ("a", "(?P<L>sequence) (?P<T>daypart)", _part),
    ("c", "this (?P<N>clock)", _this_noon),
    ("lT", "det? (?P<T>daypart) (?P<R>direction)", _part),
    ("lp", "prep? (?P<SPAN>det (?P<T>daypart))", _part_alone),
)
