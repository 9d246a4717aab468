"""Bytes to text: byte order mark, strict UTF-8, UTF-16 without mark, then 8-bit charsets scored with the lexicons."""

import codecs
import re
from typing import NamedTuple

from pipeline.errors import BadDocument
from pipeline.ingest.resources import IngestResources

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ACCENTED_WORD = re.compile(r"[^\W\d_]*[^\x00-\x7f\W\d_][^\W\d_]*")
_OTHER_SCRIPT = re.compile("[\u0370-\u1dff\u3040-\ufaff]")
_LATIN = re.compile("[A-Za-z]")
_WIDE_NAME = re.compile(r"utf-?_?(?:16|32)|ucs", re.I)  # a page that says so in single bytes is in neither
_CHARSET_NAME = re.compile(r"[A-Za-z0-9_.:-]{2,40}")
# Signs that both languages set with the letters: quotation marks, dashes, euro, degree, ordinal.
_SIGNS = frozenset("«»“”‘’–—…€£°ºª§•·\u00a0\u202f\u00ad©®™")


class Decoded(NamedTuple):
    """A text without byte order mark, and the charset it was read in."""

    text: str
    charset: str


def decode(data: bytes, resources: IngestResources, *, declared: str | None = None) -> Decoded:
    """The text of a file; `declared` is the charset it says it has, if any.

    Raises:
        BadDocument: `binary`: this is no text.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _marked(data, codec)
    wide = _without_mark(data)
    if wide:
        return wide
    controls = len(_CONTROLS.findall(data[:_SAMPLE]))
    if controls > 2 and controls > len(data[:_SAMPLE]) // 200:
        raise BadDocument(
            "binary", "this is not text but binary data: give the file its right form (PDF, DOCX, HTML, TXT)"
        )
    return _utf8(data) or _declared(data, declared) or _eight_bit(data, resources)


def _marked(data: bytes, codec: str) -> Decoded:
    text = data.decode(codec, errors="replace")
    name = {"utf-8-sig": "utf-8", "utf-16": "utf-16", "utf-32": "utf-32"}[codec]
    if text.count("\ufffd") > 2 + len(text) // 50:
        raise BadDocument("binary", f"the file begins like {name} but is not: save it again as UTF-8")
    return Decoded(text, name)


def _without_mark(data: bytes) -> Decoded | None:
    """UTF-16 has a zero in nearly every other byte of Latin script."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    half = len(sample) // 2
    if half < 4 or b"\0" not in sample:
        return None
    for codec, zeros in (("utf-16-le", sample[1::2].count(0)), ("utf-16-be", sample[0::2].count(0))):
        if zeros > 0.6 * half and sample.count(0) < 1.1 * half:
            return Decoded(data[: len(data) - len(data) % 2].decode(codec, errors="replace"), codec)
    return None


def _utf8(data: bytes) -> Decoded | None:
    """UTF-8, also where a few bytes of it are broken (a file cut in the middle of a letter)."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", errors="ignore")) - broken
    return Decoded(text, "utf-8") if broken * 10 <= whole else None


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    """The charset that the page declares, where it is a charset and fits."""
    if not declared or not _CHARSET_NAME.fullmatch(declared) or _WIDE_NAME.match(declared):
        return None
    name = "cp1252" if declared.lower() in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"} else declared
    try:
        text = data.decode(name) if codecs.lookup(name)._is_text_encoding else None
        return None if text is None or _mixes_scripts(text[:_SAMPLE]) else Decoded(text, name.lower())
    except (LookupError, UnicodeError, ValueError):
        return None


def _mixes_scripts(text: str) -> bool:
    """Whether most words with other than ASCII letters have letters of another script beside Latin ones (`йtй`)."""
    words = _ACCENTED_WORD.findall(text)
    mixed = sum(bool(_OTHER_SCRIPT.search(word) and _LATIN.search(word)) for word in words)
    return 2 * mixed > len(words)


def _eight_bit(data: bytes, resources: IngestResources) -> Decoded:
    sample = data[:_SAMPLE]
    scored = [(_score(sample.decode(name, errors="replace"), resources), name) for name in ("cp1252", "mac_roman")]
    best, name = max(scored, key=lambda item: (item[0], item[1] == "cp1252"))
    if best < 0.5:
        name = _guess(sample) or "cp1252"
    return Decoded(data.decode(name, errors="replace"), name)


def _score(text: str, resources: IngestResources) -> float:
    """How much of what is not ASCII is letters and signs of French and English, -1 to 2."""
    letters = {letter for lexicon in resources.lexicons.values() for letter in lexicon.repair.letters}
    words = {word for lexicon in resources.lexicons.values() for word in lexicon.repair.accented_words}
    odd = [char for char in text if char > "\x7f"]
    if not odd:
        return 0.0
    good = sum(char in letters or char in _SIGNS for char in odd)
    score = float(2 * good - len(odd))
    for word in _ACCENTED_WORD.findall(text):
        lower = word.lower()
        score += (lower in words) * 2.0
        if not word.isupper() and not word.islower() and not word.istitle():
            score -= 3.0  # a capital inside a word: the wrong charset
    return score / len(odd)


def _guess(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:50_000]).best()
    return best.encoding if best else None
