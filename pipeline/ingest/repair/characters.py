"""Repair of single characters: mojibake, ligatures, soft hyphens, invisible characters, composed letters."""

import re
import unicodedata

from pipeline.alignment import Edit

# What may need repair; all else is skipped at the speed of one regex. Groups: see `_repair`.
# What the bytes 0x80 to 0xBF of UTF-8 look like when they are read as cp1252 or latin-1.
_TRAIL = (
    r"\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e"
    r"\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122"
)
_SUSPECT = re.compile(
    rf"(?P<mojibake>[\u00c2\u00c3\u00c5\u00e2\u00ef\u00d0\u00d1][{_TRAIL}][{_TRAIL}\u00c0-\u00ff]{{0,60}}"
    r"|(?<![^\W\d_])\u00c3(?= ))"
    r"|(?P<ligature>[\ufb00-\ufb06])"
    r"|(?P<break>[\u00ad\x02\u00ac\ufffe\u2010\u2011](?=[ \t]*\r?\n))"
    r"|(?P<hyphen>[\u2010\u2011])"
    r"|(?P<soft>\u00ad+)"
    r"|(?P<c1>[\x80-\x9f])"
    r"|(?P<control>[\x00-\x08\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe]+)"
    r"|(?<=[^\W\d_])(?P<compose>[\u0300-\u036f]{1,16})"
    r"|(?P<singleton>[\u212a\u212b\u2126])"
)
# The first characters of all these: one pass over a class of characters finds the few places to look at.
_FIRST = re.compile(
    r"[\u00c2\u00c3\u00c5\u00e2\u00ef\u00d0\u00d1\ufb00-\ufb06\u00ad\u00ac\ufffe\u2010\u2011\x00-\x08\x0e-\x1f\x7f-\x9f"
    r"\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\u0300-\u036f\u212a\u212b\u2126]"
)
_EXCESS_MARKS = re.compile(r"[\u0300-\u036f](?<=[\u0300-\u036f]{17})[\u0300-\u036f]*")
_STEPS = {
    "mojibake": "mojibake repaired",
    "ligature": "ligature expanded",
    "hyphen": "hyphen unified",
    "soft": "soft hyphen removed",
    "c1": "mojibake repaired",
    "control": "control character removed",
    "compose": "letter composed",
    "singleton": "letter composed",
}


def mend_characters(text: str) -> list[Edit]:
    """The edits that mend single characters, sorted. Signs that cut a word at a line end stay for the hyphen step.

    >>> [(e.replacement, e.step) for e in mend_characters("l'Ã©tat ofﬁciel de\\u00ad\\npuis")]
    [('é', 'mojibake repaired'), ('fi', 'ligature expanded')]
    >>> [(e.replacement, e.step) for e in mend_characters("the Prime Ministerâ€™s ofﬁce")]
    [('’', 'mojibake repaired'), ('fi', 'ligature expanded')]
    """
    edits: list[Edit] = []
    done = 0
    for place in _FIRST.finditer(text):
        match = _SUSPECT.match(text, place.start()) if place.start() >= done else None
        kind = match.lastgroup if match else None
        if match is None or kind is None or kind == "break":
            continue
        start, done = match.start() - (kind == "compose"), match.end()
        old = text[start:done]
        new = _repair(kind, old)
        if new is not None and new != old:
            edits.append(Edit(start, done, new, _STEPS[kind]))
    return _with_excess(text, edits)


def _repair(kind: str, old: str) -> str | None:
    if kind == "mojibake":
        return _demojibake(old)
    if kind == "ligature":
        return unicodedata.normalize("NFKC", old)
    if kind in {"compose", "singleton"}:
        return unicodedata.normalize("NFC", old)
    if kind == "hyphen":
        return "-"
    if kind == "c1":
        return old.encode("latin-1").decode("cp1252", errors="ignore")
    return ""


def _demojibake(run: str) -> str | None:
    """A run of letters that are bytes of UTF-8 read in an 8-bit charset, read right; None where it is no such thing."""
    import ftfy  # only documents with such runs pay for it

    if run == "\u00c3":  # `Ã ` was `à`, whose second byte is a no-break space
        return "à"
    settings = ftfy.TextFixerConfig(uncurl_quotes=False, explain=False)
    fixed: str = ftfy.fix_encoding(run, settings)
    return fixed if fixed != run and len(fixed) < len(run) else None


def _with_excess(text: str, edits: list[Edit]) -> list[Edit]:
    """Also take out combining marks past the sixteenth on one letter: they are no script and slow to normalise."""
    extra = [Edit(m.start(), m.end(), "", "control character removed") for m in _EXCESS_MARKS.finditer(text)]
    return sorted([*edits, *extra]) if extra else edits
