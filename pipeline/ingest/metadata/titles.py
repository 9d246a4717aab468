"""The title of a text: of the lines above the running text the one that is most like a title."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate

from pipeline.ingest.days import Days
from pipeline.ingest.metadata.date_cues import DateCues
from pipeline.ingest.metadata.parts import Part, head_length
from pipeline.ingest.metadata.wording import longest_first
from pipeline.ingest.raw import Finding
from pipeline.ingest.resources import IngestResources

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NAME_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ADDRESS = re.compile(r"@|https?:|www\.|\+\d|\d{2}[ .-]\d{2}[ .-]\d{2}|\b\d{5}\b")
_NUMBERED = re.compile(r"\s*(?:\d{1,2}|[IVX]{1,5}|[A-Z])\s?[.)/–-]\s?\S")
_SYMBOL = re.compile(r"[A-Z]{2,8}/[A-Z0-9/]+\b")
_SYMBOL_END = re.compile(r"\A(?:[^\W\d_a-z]\w+\s+){0,5}[A-Z]{1,8}/[\w/().-]*\d[\w/().-]*\Z")
_CODE = re.compile(r"[A-Z]{1,8}[-/]?\d[\w/().-]{0,30}")
_DAY = re.compile(r"\d{1,2}(?:er|st|nd|rd|th)?\s[^\W\d_]{3,12}\.?,?\s\d{4}(?!\d)")
_HOUR = re.compile(r"(?<!\d)\d{1,2}\s?[hH:]\s?\d\d(?!\d)")
_FIGURES_END = re.compile(r"\s\d{1,3}\s*\Z")
_SEPARATORS = re.compile(r"\s[|–—»:·-]{1,2}\s|\s::\s")

_TOKEN = re.compile(r"\w+")
_ENDED = re.compile(r"[.;:!?]\s*\Z")
_PIECE = 260  # characters of one block of a title
_LONGEST = 500  # characters of a title
_NAMED = 6  # words of a line that may be the name of a body
_NUMBER_LINE = 11  # words of a line with the number of a paper
_LEAST = 0.0  # a line below this is no title
_SURE, _FAIR = 0.66, 0.6
_WHOLE = 0.72  # a title in two lines: surer than its larger half


class Titles:
    """Finds the title among the first blocks, and judges the title that a page gives itself."""

    def __init__(self, resources: IngestResources) -> None:
        words = [lexicon.metadata for lexicon in resources.lexicons.values()]
        self._days = resources.tool(Days)
        self._cues = resources.tool(DateCues)
        self._small = frozenset().union(*resources.function_words.values())
        self._reference = tuple(cue for w in words for cue in w.reference)
        self._issue = tuple(cue for w in words for cue in w.issue)
        self._byline = tuple(start for lex in resources.lexicons.values() for start in lex.boilerplate.lines.byline)
        self._not_starts = tuple(cue for w in words for cue in w.not_title_starts)
        self._letterheads = frozenset(_fold(word) for w in words for word in w.letterheads)
        self._not_titles = frozenset(form for w in words for form in w.not_titles)
        self._types = frozenset(phrase for w in words for phrases in w.types.values() for phrase in phrases)
        self._papers = frozenset(word for w in words for word in w.papers)
        pages = "|".join(
            longest_first(cue for lex in resources.lexicons.values() for cue in lex.boilerplate.lines.page)
        )
        self._paged = re.compile(rf"[\s,](?:{pages})\s?\d[\d\s,–-]*\D{{0,5}}\d*\Z", re.I)
        self._headers = tuple(cue for w in words for cue in w.headers)
        self._above = (*self._issue, *self._not_starts, *self._byline, *self._headers)
        self._links = tuple(f"{cue} " for w in words for cue in w.title_links)
        self._subject = tuple(cue for w in words for cue in w.subject)

    def find(self, parts: Sequence[Part], named: str | None) -> Iterator[Finding]:
        """What the text says is its title; `named`: the title that a page gives itself, with the site's name or not."""
        top = parts[: head_length(parts) + 1]
        addressed = any(part.text.lower().startswith(self._headers) for part in top)
        for part in top:
            if part.text.lower().startswith(self._subject):
                yield Finding("title", part.text.partition(":")[2], "text (subject line)", 0.74 if addressed else 0.5)
        head = head_length(parts)
        plain = [0, *accumulate(map(self._score_plain, parts[:head]))]
        scored = [(self._score(parts[index], plain[index]), -index) for index in range(head)]
        best = max(scored, default=(_LEAST, 0))
        if best[0] > _LEAST:
            text = self._joined(parts, -best[1]) or self._with_subject(parts, -best[1])
            confidence = 0.78 if named and self._repeats(text, named) else _SURE if best[0] >= 3 else _FAIR
            confidence = max(confidence, _WHOLE) if text != parts[-best[1]].text else confidence
            yield Finding("title", text.lstrip("#* ").rstrip("* ") or text, "text", confidence)  # `## Budget`
            return
        headings = [part.text for part in parts[: head + 4] if part.kind == "heading"]
        if headings:
            yield Finding("title", headings[0], "text", 0.4)

    def _with_subject(self, parts: Sequence[Part], index: int) -> str:
        """The title, with what the paper is about where the title says only what sort of paper it is.

        `NOTE ON THE BUDGET` over `Spending to the end of June`; `FACT SHEET` under `MALTA`; the sort is in capitals.
        """
        title = parts[index].text
        words = title.lower().split()
        sort = 1 < len(words) <= 5 and any(word.strip(":") in self._papers for word in (words[0], words[-1]))
        if not sort or not title.isupper() or parts[index].kind != "heading":
            return title
        above = parts[index - 1] if index else None
        if above and above.kind == "heading" and above.text.isupper() and len(above.text.split()) == 1:
            return title if self._stands_above(above.text) else f"{above.text} {title}"
        below = parts[index + 1] if index + 1 < head_length(parts) else None
        if below is None or below.kind != "heading" or below.text.isupper() or self._stands_above(below.text):
            return title
        about = len(_WORD.findall(below.text)) > 3 and not _NUMBERED.match(below.text)
        return f"{title} {below.text}" if about else title

    def _joined(self, parts: Sequence[Part], index: int) -> str | None:
        """The title in one piece where it goes over several blocks: `AGREEMENT`, `between …`, `on …`."""
        first = last = index
        while first and self._goes_on(parts[first - 1], parts[first]) and len(parts[first - 1].text) <= _PIECE:
            first -= 1
        while last + 1 < len(parts) and self._goes_on(parts[last], parts[last + 1]):
            last += 1
        whole = " ".join(part.text for part in parts[first : last + 1])
        return whole if first < last and len(whole) <= _LONGEST else None

    def _goes_on(self, part: Part, below: Part) -> bool:
        """Whether a line of a title goes on in the line below it: that begins small or, in capitals, with a link."""
        plain = {part.kind, below.kind} <= {"heading", "paragraph"} and len(below.text) <= _PIECE
        if not plain or part.text.rstrip().endswith((".", ":", ";", "!", "?", ",")):
            return False
        if below.text[0].islower() and f"{below.text.lower()} ".startswith(self._links):
            return not _ENDED.search(below.text)
        if not (part.text.isupper() and below.text.isupper()):
            return False
        return (
            f"{below.text.lower()} ".startswith(self._links)
            or f"{part.text.lower()} ".endswith(tuple(f" {link}" for link in self._links))
            or f"{part.text.lower()} " in self._links
        )

    def is_generic(self, title: str) -> bool:
        """Whether it names only who publishes, or what sort of paper it is: `Embassy of Malta - Press release`."""
        pieces = [piece.strip() for piece in _SEPARATORS.split(title) if piece.strip()]
        return all(self._names_no_text(piece) for piece in pieces)

    def _repeats(self, text: str, named: str) -> bool:
        """Whether the line says again what the page calls itself, wholly or after the name of the site."""
        key = _key(text)
        pieces = [_key(piece) for piece in (named, *_SEPARATORS.split(named))]
        return any(len(piece.split()) > 1 and (piece in key or key == piece) for piece in pieces)

    def _names_no_text(self, piece: str) -> bool:
        lower = piece.lower().strip(" .:")
        words = lower.split()
        return (
            len(words) <= 1
            or lower in self._not_titles
            or any(lower.startswith(phrase) and len(words) <= len(phrase.split()) + 2 for phrase in self._types)
            or any(lower.endswith(f" {phrase}") and len(words) <= len(phrase.split()) + 2 for phrase in self._types)
            or self._is_letterhead(piece)
        )

    def _score(self, part: Part, above: int) -> float:
        """How much a line is like a title; `above`: how many before it are too."""
        words = _WORD.findall(part.text)
        if part.kind not in ("heading", "paragraph", "quote", "table") or len(part.text) > 250 or not words:
            return -9.0
        if self._stands_above(part.text):
            return -1.0
        tokens = len(_TOKEN.findall(part.text))
        score = 2.0 if part.kind == "heading" else 0.0
        score += -1.5 if tokens == 1 else 0.0 if tokens == 2 else 1.0 if tokens == 3 else 2.0
        score += 1.0 if 4 <= tokens <= 20 else -1.0 if len(words) > 28 else 0.0
        score += 0.5 if any(word.lower() in self._small for word in words[1:]) else 0.0
        score -= 3.0 if part.text.rstrip().endswith((":", ",", ";")) else 0.0
        sentence = part.text.rstrip().endswith(".") and len(words) > 5
        score -= 4.0 if sentence and not part.text.lower().startswith(tuple(self._types)) else 0.0
        score -= 1.5 if len(words) <= _NAMED and _fold(words[0]) in self._letterheads else 0.0
        score -= 2.0 if self._days.find(part.text, None) and len(words) < 6 else 0.0
        score -= 2.0 if _NUMBERED.match(part.text) else 0.0
        # The first of lines that are equally good; those far down are headings of the text.
        return score - 1.0 * above

    def _score_plain(self, part: Part) -> bool:
        """A line above that could itself be the title."""
        words = _WORD.findall(part.text)
        return (
            part.kind == "heading"
            and len(words) > 1
            and len(_TOKEN.findall(part.text)) > 2
            and not self._stands_above(part.text)
        )

    def _stands_above(self, text: str) -> bool:
        """Who writes, which sort of paper, its number, an address: lines that stand above titles or below them."""
        lower = text.lower().strip(' .:*«»"“”-–—')
        return (
            lower in self._not_titles
            or lower in self._types
            or lower.startswith(self._above)
            or (len(lower.split()) <= _NUMBER_LINE and self._is_number(lower))
            or bool(_ADDRESS.search(text) or _SYMBOL.match(text) or _SYMBOL_END.search(text))
            or (len(lower.split()) <= _NAMED and bool(_HOUR.search(text)))
            or " | " in text
            or 3 * sum(character.isdigit() for character in text) > len(text)
            or self._cues.is_label(text)
            or (len(lower.split()) <= _NUMBER_LINE and bool(self._paged.search(text)))
            or self._is_rubric(text)
            or self._is_day(text)
            or self._is_letterhead(text)
            or self._is_type_line(lower)
        )

    def _is_number(self, lower: str) -> bool:
        """`Réf. : 12/04`, `Ports d'Afrique n° 212 - juin 2006`; a longer line (`Décret n° 12 portant …`) is a title."""
        return lower.startswith(self._reference) or any(cue in f" {lower} " for cue in self._issue)

    def _is_type_line(self, lower: str) -> bool:
        """`Press release - for immediate use`, `COMMUNIQUÉ DE PRESSE – diffusion immédiate`."""
        head = re.split(r"\s*[-–—:|/]\s*", lower, maxsplit=1)
        return len(head) > 1 and head[0] in self._types and len(head[1].split()) <= 3

    def _is_day(self, text: str) -> bool:
        """`FA180 12 December 2001`, `7 Aug 2019 Posted in Press releases`: a day with a number or a cue beside it."""
        day = _DAY.search(text)
        if day is None:
            return False
        before, after = text[: day.start()].strip(), text[day.end() :].lstrip()
        numbered = not before or bool(_CODE.fullmatch(before))
        return numbered and (not after or after[0] == "|" or self._cues.is_told_after(after))

    def _is_rubric(self, text: str) -> bool:
        """`OVERSEAS NEWS   7`, `PAGE 4`: a short line in capitals with the number of a page."""
        return text.isupper() and len(text.split()) <= 4 and bool(_FIGURES_END.search(text))

    def _is_letterhead(self, text: str) -> bool:
        """The name of who writes: `Ministry of Foreign Affairs`, `GROUPE D'AMITIÉ FRANCE-TOGO`."""
        words = _NAME_WORD.findall(text)
        if not 1 < len(words) <= 14:
            return False
        if not all(self._fits_name(words, index) for index in range(len(words))):
            return False
        lower = [_fold(word) for word in words]
        for index, word in enumerate(lower):
            following = lower[index + 1] if index + 1 < len(lower) else None
            if word in self._letterheads and (following is None or following in self._small or len(words) < 4):
                return True
        return False

    def _fits_name(self, words: Sequence[str], index: int) -> bool:
        """A capital, a small word, or what stands after one: `Service de presse`."""
        word = words[index]
        return word[0].isupper() or word in self._small or (index > 1 and words[index - 1].lower() in self._small)


def _fold(word: str) -> str:
    """A word in lower case without its accents, which capitals often lack."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.lower().replace("’", "'")))
