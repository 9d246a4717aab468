"""The rules of a period by its place from now, or from the date before: `l'an dernier`, `this week`, `year-end`."""

import re

from pipeline.dates.lexicon.classes import CLASSES
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.found import MODS, Base, Found, of_match
from pipeline.dates.rules.matching import Rule
from pipeline.dates.undated.lengths import unit_of
from pipeline.records import DateMod


def _period(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`l'an dernier`, `last year`, `ce mois-ci`, `fin de l'année prochaine`, `earlier this year`."""
    groups = match.groupdict()
    unit, sequence = unit_of(match, tokens), groups.get("A")
    behind = sequence and match.start("A") > match.start("U")
    if behind and tokens.word(match.start("A")) in lexicon.prenominal_sequences:
        return None  # the day that it came
    if not sequence and not groups.get("R") and tokens.word(match.start("U")) in lexicon.vague_units:
        return None
    several = tokens.entries[match.start("U")].number == 1 or (groups.get("R") and _plural(match, tokens, lexicon))
    if unit[:1] == "T" or several:
        return None  # clock units; the coming decades, ces derniers mois: nobody knows how many
    if tokens.kind(match.start() - 1) == CLASSES["every"]:
        return None  # 1 January of each following year
    after = tokens.kinds[match.end() : match.end() + 2]
    if unit in ("Q", "H", "W", "WE", "DE") and after[:1] in tuple("oMY") and after[1:] in tuple("YMJUlcsO"):
        return None  # the last quarter of 1979, the last week of May
    base: Base = "mention" if sequence or groups.get("L") else "anchor"
    direction = groups.get("R") or sequence
    steps = tokens.entries[match.start("R" if groups.get("R") else "A")].number if direction else 0
    if base == "anchor" and steps == 0 and unit == "D" and not groups.get("L"):
        return None
    if unit == "WE" and groups.get("R") and tokens.word(match.start("R")) in lexicon.coming:
        steps = 0
    mod: DateMod | None = None
    if groups.get("M"):
        mod = MODS[tokens.entries[match.start("M")].text]
    elif groups.get("G"):
        mod = "END" if tokens.entries[match.start("G")].text.endswith("+") else "START"
    first = match.start("M") if groups.get("M") else match.start("SPAN")
    if groups.get("G"):
        first = match.start("G")
    start, end = tokens.starts[first], tokens.ends[match.end() - 1]
    confidence = 0.8 if base == "mention" else 0.9
    return Found(start, end, confidence, base=base, steps=steps, unit=unit, mod=mod)


def _plural(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> bool:
    return tokens.word(match.start("R")) in lexicon.plurals


def _current(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`la fin de l'année`, `the beginning of the month`, `year-end`: of the one that is running."""
    unit = unit_of(match, tokens)
    if unit in ("D", "WE", "WD") or unit[:1] == "T" or tokens.entries[match.start("U")].number == 1:
        return None
    vague = unit in ("CE", "DE")
    apart = tokens.kind(match.end()) in " ,.;!)" and tokens.entries[match.start("M")].text == "MID"  # by mid-century
    if (
        not apart
        and vague
        and tokens.kinds[match.start("U") - 1] in "o-"
        and tokens.word(match.start("U") - 1) not in lexicon.range_openers
    ):
        return None  # fin de siècle
    mod = MODS[tokens.entries[match.start("M")].text]
    return of_match(match, tokens, 0.75, base="anchor", unit=unit, mod=mod)


def _monthward(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`fin du mois prochain`, where the month is one word of the lexicon."""
    steps = tokens.entries[match.start("R")].number
    return of_match(
        match, tokens, 0.85, base="anchor", steps=steps, unit="M", mod=MODS[tokens.entries[match.start()].text]
    )


_UNIT = "(?P<U>unit|century)"
_MOD = "((?P<M>modifier dash? of?) det?)?"
LAST_NEXT: tuple[Rule[Found], ...] = (
    ("m", f"{_MOD}(?P<SPAN>(?P<R>direction|this) {_UNIT} (dash? (there|here))?)", _period),
    ("m", f"{_MOD}(?P<SPAN>{_UNIT} (?P<R>direction))", _period),
    ("m", "modifier (?P<R>monthward)", _monthward),
    ("G", f"(?P<G>later) (?P<SPAN>(?P<R>direction|this) {_UNIT})", _period),
    ("l", f"(?P<SPAN>det {_UNIT} (?P<A>sequence))(?!det)", _period),
    ("la", f"(?P<SPAN>det? (?P<A>sequence) {_UNIT})", _period),
    ("m", f"(?P<M>modifier) (of det? | dash) {_UNIT}(?!of|year|sequence|direction|there|here|dash|cardinal)", _current),
    ("U", f"{_UNIT} dash (?P<M>modifier)(?!of|year)", _current),
    ("lUC", f"(?P<SPAN>det? {_UNIT} (?P<R>direction))", _period),
    ("c", f"(?P<SPAN>this {_UNIT} dash? (?P<L>there))", _period),
    ("c", f"(?P<SPAN>this {_UNIT} dash? here)", _period),
    ("rc", f"(?P<SPAN>(?P<R>direction|this) {_UNIT})", _period),
)
