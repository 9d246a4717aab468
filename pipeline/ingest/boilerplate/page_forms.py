"""Lines that a page or a printer makes and nobody writes, told by form: counters, rows of languages, bar codes."""

import re
import unicodedata
from itertools import pairwise

from pipeline.ingest.boilerplate.menus import plain
from pipeline.ingest.resources import IngestResources

_TEMPLATE = re.compile(r"\{\{[^{}\n]{0,60}\}\}|\[if lt ie|<!--")
_BAR_CODE = re.compile(r"\*[\dA-Z-]{5,20}\*|\d(?:[ -]?\d){9,20}")
_PAGER = re.compile(r"(?:\d{1,3}[\s|,]+){2,}(?:(?:…|\.{2,3})[\s|]*)?\d{1,4}")
_SIZES = re.compile(r"(?:\A|[:\s])(?:A[-+]?(?:[\s|/]+A[-+]?){1,3}|\+[\s|/]*-|-[\s|/]*\+)\Z")
# `18 °C`, `Goma 24°`; `1° The members` is an item of a list.
_WEATHER = re.compile(r"(?<!\w)[-–]?\d{1,2}\s?°(?:\s?[CF](?!\w)|(?<=\S\s\d°|\s\d\d°)(?=\s*(?:\Z|[|/·])))")
_GLUED = re.compile(r"[^\W\d_A-ZÀ-Þ]{2}[A-ZÀ-Þ][^\W\d_A-ZÀ-Þ]{2}|[A-ZÀ-Þ]{3}\d[A-ZÀ-Þ][a-z]|\d{4}[A-ZÀ-Þ][a-z]{2}")
_NUMBER = re.compile(r"\d[\d.,]*(?:[kKM]|[KkMG][bBoO])?")
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,]*[kKMGbBoO]{0,2}")
_SIGNS = re.compile(r"[\s\[\]()|/·•,:;…–—+-]+")
_FILE = re.compile(
    r"\(?\b(?:pdf|docx?|xlsx?|pptx?|zip|odt|epub|mp3|mp4)\b[^()]{0,30}\)?\Z|\(\d[\d.,]*\s?[kmg][bo]\)\Z", re.I
)
_CODES = frozenset({  # of ISO 639, as pages show them
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "ga", "he", "hi", "hr", "hu", "id", "it",
    "ja", "ko", "lt", "lv", "mt", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "sw", "tr", "uk", "vi",
    "zh"
})  # fmt: skip
_LONGEST = 90  # characters
_LINE = 160  # of pieces that have run together, of a file to take away
_CODE = 12  # of the name of a language that is not known
_ROW = 60  # characters of a row of languages
_COUNTERS = 12  # words


class PageForms:
    """Knows lines by what they are made of, in either language."""

    def __init__(self, resources: IngestResources) -> None:
        words = [lexicon.pages for lexicon in resources.lexicons.values()]
        self._counted = frozenset(word for page in words for word in page.counted)
        self._none = frozenset(word for page in words for word in page.none)
        self._ago = tuple(word for page in words for word in page.ago)
        self._since = frozenset(word for page in words for word in page.since)
        self._languages = frozenset(word for page in words for word in page.languages)
        self._versions = tuple(word for page in words for word in page.versions)
        self._pictures = frozenset(word for page in words for word in page.pictures)

    def reason(self, content: str) -> str | None:
        """Why a line is no writing; None where its form says nothing.

        >>> from pathlib import Path
        >>> from pipeline.ingest.resources import load_ingest_resources
        >>> forms = PageForms(load_ingest_resources(Path("models")))
        >>> forms.reason("0 shares 1 views"), forms.reason("Commentaires (8)"), forms.reason("il y a 2 jours")
        ('counter', 'counter', 'counter')
        >>> forms.reason("FR | EN | العربية"), forms.reason("1 2 3 … 12"), forms.reason("Twelve views were heard.")
        ('language switcher', 'navigation', None)
        """
        if len(content) > _LONGEST:
            return None
        if _TEMPLATE.search(content):
            return "template"
        if _BAR_CODE.fullmatch(content):
            return "bar code"
        if _is_pager(content) or _SIZES.search(content):
            return "navigation"
        if _WEATHER.search(content) and content[-1] not in ".;:" and len(content.split()) < _COUNTERS:
            return "weather"
        if self.counts(content) or self.is_ago(content):
            return "counter"
        if self._switches(content):
            return "language switcher"
        return "picture" if self._stands_for_picture(content) else None

    def counts(self, content: str) -> bool:
        """Numbers with nothing but the words that pages count."""
        tokens = _TOKEN.findall(content.lower().replace("’", "'"))
        if not 1 < len(tokens) <= _COUNTERS:
            return False
        numbers = [token for token in tokens if _NUMBER.fullmatch(token)]
        words = [token for token in tokens if not _NUMBER.fullmatch(token)]
        if not words or not (numbers or words[0] in self._none):
            return False
        sized = any(_SIZED.fullmatch(token) for token in numbers)
        words = words[1:] if not numbers else words
        return bool(words or sized) and all(word in self._counted for word in words) and content[-1] not in ".;"

    def is_ago(self, content: str) -> bool:
        """`2 hours ago`, `il y a 3 jours`: how long a page has been there."""
        line = plain(content)
        if not line.startswith(self._ago) and not line.endswith(self._ago):
            return False
        cue = next(cue for cue in self._ago if line.startswith(cue) or line.endswith(cue))
        words = line.removeprefix(cue).removesuffix(cue).split()
        return 0 < len(words) < 6 and all(word in self._since or _NUMBER.fullmatch(word) for word in words)

    def _switches(self, content: str) -> bool:
        """Names or codes of languages in a row, or after a word such as `Also available in`."""
        line = plain(content)
        cued = line.startswith(self._versions)
        if not cued and len(line) > _ROW:
            return False
        cue = next((cue for cue in self._versions if line.startswith(cue)), "") if cued else ""
        parts = [part for part in _SIGNS.split(line[len(cue) :]) if part]
        if cue and (":" in content[: len(cue) + 4] or not parts):
            return all(len(part) < _CODE for part in parts)
        return (
            len(parts) > 1 - bool(cue)
            and all(self._is_language(part) for part in parts)
            and _codes_apart(content, parts)
        )

    def _is_language(self, part: str) -> bool:
        return part in self._languages or part in _CODES or _is_foreign(part)

    def _stands_for_picture(self, content: str) -> bool:
        words = plain(content).split()
        return 0 < len(words) < 4 and words[-1] in self._pictures and content[-1] not in ".:?!"

    def is_glued(self, content: str) -> bool:
        """Pieces of a page that have run together: `Previous PostA new quay`, `11 May 2019The desk`."""
        return len(content) < _LINE and content[-1] not in ".;:" and _GLUED.search(content) is not None

    def is_file(self, content: str) -> bool:
        """A file to take away, with its sort and size: `Plan of the site (PDF, 1.2 MB)`."""
        return _FILE.search(content) is not None and len(content) < _LINE


_SIZED = re.compile(r"\d[\d.,]*[KkMG][bBoO]")


def _is_pager(content: str) -> bool:
    """`1 2 3 … 12`: numbers that count up by one, at least at first; not a row of figures."""
    if not _PAGER.fullmatch(content):
        return False
    numbers = [int(number) for number in re.findall(r"\d+", content)]
    steps = [b - a for a, b in pairwise(numbers)]
    return steps[0] == 1 and min(steps) > 0 and steps[:-1] == [1] * (len(steps) - 1)


def _is_foreign(part: str) -> bool:
    """Whether a word is in another script than ours: the name of a language in its own letters."""
    return part.isalpha() and not unicodedata.name(part[0], "").startswith("LATIN")


def _codes_apart(content: str, parts: list[str]) -> bool:
    """Two-letter codes count in capitals or with signs between them: `FR EN`, `fr | en`; not `or if`."""
    codes = [part for part in parts if len(part) == 2 and not _is_foreign(part)]
    return not codes or any(sign in content for sign in "|/·•") or all(code.upper() in content for code in codes)
