"""Where sentences begin and end, for French and English.

Candidates are runs of `.`, `!`, `?` and `…` with the closing quotes and brackets behind them. Each is judged by the
word before it (abbreviation, initial, list number) and by what follows; the words come from
`models/lexicons/<language>/sentences.toml`. A short quotation or bracket is never cut inside. Blank lines and list
bullets at line starts always end a sentence. Time is linear in the text.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Literal

import msgspec

from pipeline.toml import load_toml

CLOSERS = "»”’\"')\\]"
CANDIDATE = re.compile(rf"(?P<marks>[.!?…]+)(?:[{CLOSERS}]|\s»)*")
BREAK = re.compile(r"\n[^\S\n]*(?:\n\s*|(?=[-–—•·▪◦*‣][^\S\n])|(?=\(?\w{1,3}[.)°][^\S\n]))")
WORD_BEFORE = re.compile(r"[\w°’'-]+(?:\.[\w°-]+)*\Z")
WORD_AFTER = re.compile(r"[^\W\d_]+(?:['’](?=\w))?")
OPENERS = "«“‘\"'([-–—•·¿¡"
VOWEL = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]")
DASHES = "-–—"
LOOKBACK = 24  # characters before a full stop that its abbreviation may take
LONGEST_PAIR = 300  # a quotation or bracket up to this length is not cut inside
PAIRS = re.compile(r"[«»“”()\[\]]|(?:(?<=[\s(])|\A)\"(?=\S)|(?<=\S)\"")
FRONTED = 60  # characters of an adverbial before the subject
EARLY = 45  # characters from the start in which a word still speaks of the sentence before
OPENING = 90  # characters that tell how a sentence begins
LIST_MARK = re.compile(
    r"(?:(?:[-–—•·▪◦*‣]\s+)?(?:\(?(?:\d{1,3}(?:\.\d{1,3})*[.)°]|[A-Za-z]\)|[IVXLC]{1,6}(?:\.\s*[-–—]|\)))|[-–—•·▪◦*‣])\s+)?"
)
PARTNER = {"«": "»", "“": "”", "(": ")", "[": "]"}

Span = tuple[int, int]


class SentenceLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """What a language's sentences are cut by; abbreviations without their last full stop.

    Attributes:
        before_name: abbreviations that a name follows (`MM`, `Dr`): never the end.
        before_number: abbreviations that a number follows (`art`, `No`): not the end before a number or an initial.
        inside: abbreviations that may also stand last (`etc`, `U.S`): the end only before one of `starters`.
        starters: words that begin a sentence rather than a name.
        leaning: openings of a sentence that can't be understood without the one before.
        standing: openings that look like a leaning one but stand alone (`Il faut`, `It is important`).
        echoes: words that lean on the sentence before also a little later in the sentence (`, however,`).
        pronouns: words that lean right after an adverbial (`En 2014, elle …`, `On Friday he …`).
        adverbials: words that begin an adverbial short enough to do without a comma (`In 1962 they …`).
        clauses: beginnings of clauses that may hold what such a pronoun stands for (`Si la France …, elle …`).
        courtesies: openings that address a room or keep its order and report nothing (`Thank you`, `La séance est`).
        announcing: words that tell of a decision, an act or a change (`rose`; `adopt*`, with any ending).
    """

    before_name: frozenset[str]
    before_number: frozenset[str]
    inside: frozenset[str]
    starters: frozenset[str]
    leaning: tuple[str, ...]
    standing: tuple[str, ...]
    echoes: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    adverbials: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    courtesies: tuple[str, ...] = ()
    announcing: tuple[str, ...] = ()

    @cached_property
    def leaning_openings(self) -> re.Pattern[str]:
        """Matches the start of a lower-cased sentence that leans on the one before."""
        guard = rf"(?!{_any(self.standing)}(?![\w-]))"
        short = rf"{_any(self.adverbials)} (?:\S+|(?:\S+ ){{0,2}}\d{{4}})"
        adverbial = rf"(?!{_any(self.clauses)}(?![\w-]))(?:[^,.;:]{{1,{FRONTED}}},|{short})"
        return re.compile(
            rf"{guard}{_any(self.leaning)}(?![\w-])"
            rf"|{adverbial} {guard}{_any(self.pronouns)}(?![\w,])"
            rf"|.{{0,{EARLY}}}(?<!\w){_any(self.echoes)}(?![\w-])"
        )

    @cached_property
    def courtesy_openings(self) -> re.Pattern[str]:
        """Matches the start of a lower-cased sentence that reports nothing."""
        return re.compile(rf"{_any(self.courtesies)}(?![\w-])")

    @cached_property
    def announcing_words(self) -> re.Pattern[str]:
        """Finds a word in a lower-cased sentence that tells of a decision, an act or a change."""
        whole = _any(tuple(word for word in self.announcing if not word.endswith("*")))
        begun = _any(tuple(word[:-1] for word in self.announcing if word.endswith("*")))
        return re.compile(rf"(?<![\w-])(?:{whole}(?![\w-])|{begun})")


def load_sentence_lexicon(models: Path, language: Literal["fr", "en"]) -> SentenceLexicon:
    """The sentence lexicon of a language, from `models/lexicons/<language>/sentences.toml`.

    Raises:
        ConfigError: the file is missing or wrong.
    """
    return load_toml(models / "lexicons" / language / "sentences.toml", SentenceLexicon)


def sentences(text: str, lexicon: SentenceLexicon) -> list[Span]:
    """The spans of the sentences, in order, without the white space around them.

    >>> lexicon = SentenceLexicon(frozenset({"m"}), frozenset({"art"}), frozenset({"etc"}), frozenset({"il"}), (), ())
    >>> [text[s:e] for text in ["M. Dupont signe l’art. 3. Il part."] for s, e in sentences(text, lexicon)]
    ['M. Dupont signe l’art. 3.', 'Il part.']
    >>> lexicon = SentenceLexicon(frozenset({"mr"}), frozenset({"no"}), frozenset({"u.s"}), frozenset({"he"}), (), ())
    >>> [text[s:e] for text in ["Mr. Hill left the U.S. Senate. He won."] for s, e in sentences(text, lexicon)]
    ['Mr. Hill left the U.S. Senate.', 'He won.']
    """
    found: list[Span] = []
    for start, end in _paragraphs(text):
        found += _split(text, start, end, lexicon)
    return found


def leans(sentence: str, lexicon: SentenceLexicon) -> bool:
    """Whether the sentence begins as one that needs the sentence before it (`Celui-ci …`, `However …`)."""
    return lexicon.leaning_openings.match(_opening(sentence)) is not None


def is_courtesy(sentence: str, lexicon: SentenceLexicon) -> bool:
    """Whether the sentence greets, thanks, or opens and closes a sitting (`Ladies and gentlemen …`)."""
    return lexicon.courtesy_openings.match(_opening(sentence)) is not None


def announces(sentence: str, lexicon: SentenceLexicon) -> bool:
    """Whether the sentence tells of a decision, an act or a change (`Le Conseil adopte …`, `Exports rose by …`)."""
    return lexicon.announcing_words.search(sentence.lower()) is not None


def list_mark(sentence: str) -> int:
    """How long the bullet or number is that the sentence begins with.

    >>> [list_mark(text) for text in ("1. La séance", "II. – The sitting", "a) Water", "• Gaz", "M. Roux", "5 % of it")]
    [3, 6, 3, 2, 0, 0]
    """
    return LIST_MARK.match(sentence).end()  # type: ignore[union-attr]


def _opening(sentence: str) -> str:
    start = sentence[list_mark(sentence) :][:OPENING]
    return " ".join(start.lower().replace("’", "'").lstrip(OPENERS + " \u00a0\u202f").split())


def _any(words: tuple[str, ...]) -> str:
    """A pattern of any of the words, the longest first; of none, one that matches nothing."""
    return rf"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True))) or '(?!)'})"


def _paragraphs(text: str) -> Iterator[Span]:
    position = 0
    for match in BREAK.finditer(text):
        yield position, match.start()
        position = match.end()
    yield position, len(text)


def _split(text: str, start: int, end: int, lexicon: SentenceLexicon) -> list[Span]:
    found: list[Span] = []
    closed = _pairs(text, start, end)
    begin = _skip_space(text, start, end)
    for match in CANDIDATE.finditer(text, start, end):
        cut = match.end()
        while closed and closed[-1][1] < cut:
            closed.pop()
        inside = bool(closed) and closed[-1][0] < match.start()
        if begin < cut < end and not inside and _is_end(text, match, begin, lexicon):
            found.append((begin, cut))
            begin = _skip_space(text, cut, end)
    last = start + len(text[start:end].rstrip())
    if begin < last:
        found.append((begin, last))
    return found


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _pairs(text: str, start: int, end: int) -> list[Span]:
    """Outermost quotations and brackets short enough to stay whole, last first; the span ends before the closer."""
    found: list[Span] = []
    opened: int | None = None
    partner = ""
    for match in PAIRS.finditer(text, start, end):
        mark, position = match[0], match.start()
        if opened is not None and position - opened > LONGEST_PAIR:
            opened = None
        if opened is None:
            partner = PARTNER.get(mark, '"' if mark == '"' else "")
            opened = position if partner else None
        elif mark == partner:
            found.append((opened, position))
            opened = None
    found.reverse()
    return found


def _is_end(text: str, match: re.Match[str], begin: int, lexicon: SentenceLexicon) -> bool:
    following = text[match.end() : match.end() + 40]
    if not following[0].isspace():
        return False
    following = following.lstrip()
    first = following.lstrip(OPENERS + " \u00a0\u202f")[:1]
    if first.islower() or text[match.start() - 1 : match.start()] in ("[", "("):
        return False
    if match["marks"] != "." or match.end() > match.end("marks"):
        return True
    before = WORD_BEFORE.search(text[max(begin, match.start() - LOOKBACK) : match.start()])
    return before is None or _ends_word(before[0], following, match.start() - len(before[0]) == begin, lexicon)


def _ends_word(word: str, following: str, opens: bool, lexicon: SentenceLexicon) -> bool:
    """Whether the full stop after `word` ends the sentence; `opens`: the word is the first of it."""
    if opens and ((len(word) <= 3 and word.isdigit()) or (len(word) <= 4 and not word.strip("IVXLC"))):
        return False
    word = re.split(r"['’]", word)[-1]  # l’art. 3
    lower = word.lower()
    after = WORD_AFTER.match(following)
    next_word = after[0].rstrip("'’").lower() if after else ""
    if lower in lexicon.before_name:
        return False
    # `Chr.`, `Th.`: a given name cut short has no vowel. A dash goes on after `Washington, D.C.`
    initial = word[:1].isupper() and (
        len(word) == 1 or (word[1:].islower() and word.isalpha() and not VOWEL.search(lower))
    )
    if lower in lexicon.before_number and not initial:
        lettered = len(next_word) == 1 and following[1:2] == "."
        return not (following[:1].isdigit() or lettered or (next_word and not next_word.strip("ivxlc")))
    if initial or lower in lexicon.inside or _is_dotted(word):
        goes_on = following[:1].isdigit() or following[:1] in DASHES or initial
        return next_word in lexicon.starters or (not next_word and not goes_on)
    return True


def _is_dotted(word: str) -> bool:
    """Whether the word is letters with full stops between (`U.S`, `J.-P`); no number and no address is."""
    parts = [part.strip("-") for part in word.split(".")]
    return len(parts) > 1 and all(part.isalpha() and len(part) <= 2 for part in parts)
