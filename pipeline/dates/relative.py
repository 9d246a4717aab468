"""Expressions that are no calendar date by themselves: relative dates, durations, sets, clock times."""

import re
from collections.abc import Callable

from pipeline.dates.classes import CLASSES, compile_rule
from pipeline.dates.found import Base, Found
from pipeline.dates.lengths import MODS, amount, duration, length_of, unit_of
from pipeline.dates.lexicon import DateLexicon
from pipeline.dates.tokens import Tokens
from pipeline.records import DateMod

NUMBER = "(cardinal|twodigit|count|year|spelled|spelledyear|some)"
_STEPS = re.compile(r"(-?\d+)([A-Z]*)")


def read_relative(tokens: Tokens, index: int, lexicon: DateLexicon) -> tuple[Found, int] | None:
    """What begins at a token, and the index of the token after it."""
    for rule, build in _RULES.get(tokens.kind(index), ()):
        match = rule.match(tokens.kinds, index)
        if match and match.end() > index and (found := build(match, tokens, lexicon)):
            return found, match.end()
    return None


def _found(match: re.Match[str], tokens: Tokens, confidence: float, **more: object) -> Found:
    first, last = match.start(), match.end()
    if match.re.groupindex.get("SPAN"):
        first, last = match.span("SPAN")
    return Found(tokens.starts[first], tokens.ends[last - 1], confidence, **more)  # type: ignore[arg-type]


def _duration(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    length = length_of(match, tokens)
    number = tokens.entries[match.start("N")]
    if length is None or _code(match, tokens):
        return None
    if number.kind == CLASSES["some"] and number.text == "1" and tokens.kind(match.start() - 1) not in "pbofm":
        return None  # twice a year, a day of reflection
    if number.kind == CLASSES["year"] and unit_of(match, tokens) != "Y":
        return None
    return _found(match, tokens, 0.9, type="DURATION", timex=length[0], mod=length[1])


def _code(match: re.Match[str], tokens: Tokens) -> bool:
    start = tokens.starts[match.start()]
    before = tokens.text[max(start - 1, 0) : start]
    return before.isalpha() or before in tuple("/-_.,:")


def _steps(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`il y a 25 ans`, `two years ago`, `deux jours plus tard`."""
    length = length_of(match, tokens)
    if length is None:
        return None
    unit = unit_of(match, tokens)
    after = match.groupdict().get("G")
    direction = tokens.entries[match.start("G")].text if after else "anchor-"
    base: Base = "anchor" if direction.startswith("anchor") else "mention"
    sign = -1 if direction.endswith("-") else 1
    count = amount(tokens, match.start("N"))
    if count is None or unit[:1] == "T":
        return _found(match, tokens, 0.85, type="DURATION", timex=length[0])
    mod: DateMod | None = "APPROX" if unit != "D" or length[1] else None
    if not count[0].isdigit() or len(count[0]) > 4:
        return _found(match, tokens, 0.8, timex=length[0], base=base, mod=mod)
    return _found(match, tokens, 0.9, timex=length[0], base=base, steps=sign * int(count[0]), unit=unit, mod=mod)


def _future_steps(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`dans deux ans`, `in two years`: against the anchor when the sentence speaks of what is to come."""
    length, count = length_of(match, tokens), amount(tokens, match.start("N"))
    if length is None or count is None or tokens.entries[match.start("P")].text != "future":
        return None
    unit = unit_of(match, tokens)
    if tokens.kind(match.end()) == CLASSES["later"] or unit[:1] == "T" or not count[0].isdigit() or len(count[0]) > 4:
        return None
    sentence = tokens.text[max(0, tokens.starts[match.start()] - 120) : tokens.ends[match.end() - 1] + 120]
    if not any(match["future"] for match in lexicon.tenses.finditer(sentence)):
        return None
    return _found(match, tokens, 0.7, timex=length[0], base="anchor", steps=int(count[0]), unit=unit, mod="APPROX")


def _deictic(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    return _by_code(match, tokens, "anchor")


def _anaphor(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    if tokens.kind(match.end()) == CLASSES["of"]:
        return None  # la veille de la visite: of an event, not of the date before
    return _by_code(match, tokens, "mention")


def _by_code(match: re.Match[str], tokens: Tokens, base: Base) -> Found | None:
    code = _STEPS.fullmatch(tokens.entries[match.start()].text)
    if not code:
        return None
    start, end = tokens.starts[match.start()], tokens.ends[match.end() - 1]
    return Found(start, end, 0.9 if base == "anchor" else 0.8, base=base, steps=int(code[1]), unit=code[2])


def _period(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`l'an dernier`, `last year`, `ce mois-ci`, `fin de l'année prochaine`, `earlier this year`."""
    groups = match.groupdict()
    unit, sequence = unit_of(match, tokens), groups.get("A")
    if unit[:1] == "T" or tokens.entries[match.start("U")].number == 1:
        return None  # clock units; the coming decades, of which nobody knows how many
    after = tokens.kinds[match.end() : match.end() + 2]
    if unit in ("Q", "H", "W") and after[:1] in tuple("oMY") and after[1:] in tuple("YMJUlc"):
        return None  # the last quarter of 1979, the last week of May
    base: Base = "mention" if sequence or groups.get("L") else "anchor"
    direction = groups.get("R") or sequence
    steps = tokens.entries[match.start("R" if groups.get("R") else "A")].number if direction else 0
    if base == "anchor" and steps == 0 and unit == "D" and not groups.get("L"):
        return None
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


def _current(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`la fin de l'année`, `the beginning of the month`: of the one that is running."""
    unit = unit_of(match, tokens)
    if unit not in ("Y", "M") or tokens.entries[match.start("U")].number == 1:
        return None
    mod = MODS[tokens.entries[match.start()].text]
    start, end = tokens.starts[match.start()], tokens.ends[match.end() - 1]
    return Found(start, end, 0.75, base="anchor", unit=unit, mod=mod)


def _directed_duration(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    length = length_of(match, tokens)
    return _found(match, tokens, 0.85, type="DURATION", timex=length[0], mod=length[1]) if length else None


def _set(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    if match.groupdict().get("W"):
        return _found(match, tokens, 0.9, type="SET", timex=f"XXXX-WXX-{tokens.entries[match.start('W')].number}")
    number = amount(tokens, match.start("N")) if match["N"] else ("1", False)
    value = duration(number[0], unit_of(match, tokens)) if number else None
    return _found(match, tokens, 0.9, type="SET", timex=value) if value else None


def _often(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    return _found(match, tokens, 0.75, type="SET", timex=tokens.entries[match.start()].text)


def _clock(match: re.Match[str], tokens: Tokens, lexicon: DateLexicon) -> Found | None:
    """`14:30`, `3.30 pm`, `14 h 30`, `à 15 heures`."""
    if said := tokens.entries[match.start("N")].text:
        spoken = tokens.kind(match.start() - 1) in "tpb" and tokens.text[tokens.starts[match.start()]].islower()
        return _found(match, tokens, 0.85, type="TIME", timex=said) if spoken else None
    word = re.split(r"[:.]", tokens.word(match.start("N")))
    hour, minute = int(word[0]), int(word[1]) if len(word) > 1 else 0
    groups = match.groupdict()
    if groups.get("U"):
        if tokens.entries[match.start("U")].text != "Th":
            return None
        minute = tokens.entries[match.start("Z")].number if groups.get("Z") else 0
        long_word = tokens.ends[match.start("U")] - tokens.starts[match.start("U")] > 1
        if not groups.get("Z") and (long_word and tokens.kind(match.start() - 1) != "t"):
            return None
    if groups.get("I"):
        add = tokens.entries[match.start("I")].number
        hour = hour % 12 + add if hour <= 12 else hour
    if hour > 24 or minute > 59 or (len(word) > 1 and len(word[1]) != 2):
        return None
    return _found(match, tokens, 0.85, type="TIME", timex=f"T{hour:02d}:{minute:02d}")


Build = Callable[[re.Match[str], Tokens, DateLexicon], Found | None]


def _rules() -> dict[str, tuple[tuple[re.Pattern[str], Build], ...]]:
    n, u = f"(?P<N>{NUMBER})", "(?P<U>unit|century)"
    mod = "((?P<M>modifier dash? of?) det?)?"
    table: tuple[tuple[str, str, Build], ...] = (
        ("D", "(?P<N>cardinal) (?P<U>unit) (?P<Z>cardinal|twodigit)?(?!unit)", _clock),
        ("DIN", "(?P<N>clock|cardinal|count) (?P<I>meridiem)", _clock),
        ("I", "(?P<N>clock)", _clock),
        ("g", f"ago (?P<M>modifier)? {n} {u}", _steps),
        ("DZNYSPqm", f"(?P<M>modifier)? {n} dash? {u} (?P<G>later)", _steps),
        ("p", f"(?P<P>prep) {n} {u}", _future_steps),
        ("n", "deictic", _deictic),
        ("A", "anaphor", _anaphor),
        ("v", "often", _often),
        ("k", f"every ({n}? {u} | (?P<W>weekday))", _set),
        ("rc", f"(this|direction) direction? {n} {u} there?", _directed_duration),
        ("rc", f"this? direction {n} {u}", _directed_duration),
        ("DZNSqY", f"{n} (direction) {u}", _directed_duration),
        ("DZNSqY", f"{n} {u} (direction)", _directed_duration),
        ("m", f"{mod}(?P<SPAN>(?P<R>direction|this) {u} (dash? there)?)", _period),
        ("m", f"{mod}(?P<SPAN>{u} (?P<R>direction))", _period),
        ("G", f"(?P<G>later) (?P<SPAN>(?P<R>direction|this) {u})", _period),
        ("l", f"(?P<SPAN>det {u} (?P<A>sequence))(?!det)", _period),
        ("la", f"(?P<SPAN>det? (?P<A>sequence) {u})", _period),
        ("m", f"(?P<M>modifier) of (?P<SPAN>det? {u})(?!of|year|sequence|direction|there|dash)", _current),
        ("lU", f"(?P<SPAN>det? {u} (?P<R>direction))", _period),
        ("c", f"(?P<SPAN>this {u} dash? (?P<L>there))", _period),
        ("rc", f"(?P<SPAN>(?P<R>direction|this) {u})", _period),
        ("DZNYSPqm", f"(?P<M>modifier)? {n} dash? {u}", _duration),
    )
    compiled = [(starts, compile_rule(rule), build) for starts, rule, build in table]
    letters = sorted({letter for starts, _, _ in compiled for letter in starts})
    return {c: tuple((rule, build) for starts, rule, build in compiled if c in starts) for c in letters}


_RULES = _rules()
RELATIVE_STARTS = frozenset(_RULES)
