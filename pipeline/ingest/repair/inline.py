"""Repair inside the line: white space, missing spaces where they are certain, letter-spaced headings."""

import re
from collections.abc import Iterator, Sequence

from pipeline.alignment import Edit
from pipeline.ingest.lexicon import Lexicon
from pipeline.ingest.repair.edits import merge_edits

# White space but for line ends, which belong to the lines' joining.
_BLANK = r"[^\S\n\r\f\v\u2028\u2029]"
# Each pattern begins with a character that few places have: what stands before it is asked after it was found.
_SPACES = re.compile(rf"{_BLANK}(?:{_BLANK}+|(?<! )|(?!\S))")
_SPACED_LETTERS = re.compile(r"[^\W\d_](?<!\S.)(?:[ \xa0]{1,4}[^\W\d_]){4,80}(?!\S)")
# Three of them, which is soon seen.
_LETTERS_APART = re.compile(r"[ \xa0][^\W\d_][ \xa0]{1,4}[^\W\d_][ \xa0]{1,4}[^\W\d_][ \xa0]")
_LETTER_GAP = re.compile(r"[ \xa0]+")
_COMMA = re.compile(r",(?<=[^\W\d_]{2},)(?=[^\W\d_][^\W\d_.])")
_GLUED_NUMBER = re.compile(r"\d(?<=[^\W\d_]\d)\d{0,3}(?=er|\s|[,;.]\s)")
_SIGN = re.compile(r"[.,](?=\s|\Z)")
_MISREAD = re.compile(r"1(?=['’][^\W\d_])")
_GLUED = re.compile(r"[\w.,]")
_BLANKS_BEFORE = re.compile(rf"(?<=[^\W_]){_BLANK}+\Z")
_LOOSE_APOSTROPHE = re.compile(r"['’] (?=[^\W\d_])")
_LAST_WORD = re.compile(r"(?<![\w'’.@/-])([^\W\d_]{1,10})\Z")
_TOKEN_END = re.compile(r"[^\s,;.)]{0,40}")
_ODD = re.compile(r"[^\S \n]")  # white space that is no plain blank
_KEPT_IN_NUMBER = frozenset("\u00a0\u202f\u2009")


class InlineRepair:
    """The repairs inside lines for one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        words = lexicon.repair
        self._before_number = frozenset(words.before_number)
        self._elided = frozenset(words.elisions)
        pages = "|".join(word for word in lexicon.boilerplate.lines.page if word.isalpha())
        self._pages = re.compile(rf" ?\[(?:{pages}) \d{{1,4}}\]", re.IGNORECASE)
        starts = "|".join(sorted(word.capitalize() for word in words.function_words if len(word) > 1))
        self._sentence = re.compile(rf"[.!?](?=\w)(?=(?:{starts})\s)")

    def edits(self, text: str) -> list[Edit]:
        """The edits of a whole text, sorted and apart. White space at line ends is among them: the caller knows lines.

        >>> from pathlib import Path
        >>> from pipeline.ingest.lexicon import load_lexicon
        >>> [e.step for e in InlineRepair(load_lexicon(Path("models"), "fr")).edits("les 15 et16  juillet")]
        ['space inserted', 'spaces joined']
        >>> InlineRepair(load_lexicon(Path("models"), "en")).edits("on 15 and16 July")
        [Edit(start=9, end=9, replacement=' ', step='space inserted')]
        """
        return merge_edits(sorted(self._missing(text)), list(_unify_spaces(text)))

    def _missing(self, text: str) -> Iterator[Edit]:
        for match in _GLUED_NUMBER.finditer(text):
            if _word_before(text, match.start()) in self._before_number:
                yield Edit(match.start(), match.start(), " ", "space inserted")
        for match in self._sentence.finditer(text):
            if text[match.start() - 3 : match.start()].isalpha() and text[match.start() - 1].islower():
                yield Edit(match.end(), match.end(), " ", "space inserted")
        for match in _COMMA.finditer(text):
            if _is_between_words(text, match.start()):
                yield Edit(match.end(), match.end(), " ", "space inserted")
        if "l" in self._elided:  # the figure one for the letter: `1'accord`
            for match in _MISREAD.finditer(text):
                if not _GLUED.match(text[match.start() - 1 : match.start()]):
                    yield Edit(match.start(), match.end(), "l", "letter repaired")
        for match in self._pages.finditer(text) if "[" in text else ():
            yield Edit(match.start(), match.end(), "", "page number removed")
        for match in _SIGN.finditer(text):
            if not text[match.start() - 1 : match.start()].isspace():
                continue
            blanks = _BLANKS_BEFORE.search(text, max(0, match.start() - 80), match.start())
            if blanks:
                yield Edit(blanks.start(), match.start(), "", "space removed")
        for match in _LOOSE_APOSTROPHE.finditer(text):
            if _word_before(text, match.start()).lower() in self._elided:
                yield Edit(match.start() + 1, match.end(), "", "space removed")


def _word_before(text: str, place: int) -> str:
    """The word of letters that ends here, empty where it is part of something else (`B2`, `www.le12.fr`)."""
    match = _LAST_WORD.search(text, max(0, place - 12), place)
    return match[1] if match else ""


def _is_between_words(text: str, comma: int) -> bool:
    """Whether a comma stands between two plain words in lower case, and not inside an address or a formula."""
    before = text[max(0, comma - 40) : comma].split()[-1]
    after = _TOKEN_END.match(text, comma + 1)
    token = before + (after.group() if after else "")
    return (
        before[-3:].islower()
        and not any(char in "/@:=_()[]{}" or char.isdigit() for char in token)
        and "." not in before
    )


def _unify_spaces(text: str) -> Iterator[Edit]:
    if "  " not in text and " \n" not in text and not text.endswith(" ") and not _ODD.search(text):
        return
    for match in _SPACES.finditer(text):
        low, high = match.span()
        if high - low == 1 and (text[low] == " " or _is_in_number(text, low)):
            continue
        yield Edit(low, high, " ", "spaces joined")


def _is_in_number(text: str, place: int) -> bool:
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return text[place] in _KEPT_IN_NUMBER and len(around) == 2 and around.isdigit()


def join_letters(text: str) -> list[Edit]:
    """The edits that make one word of `M I N I S T È R E`; wider gaps part the words.

    >>> len(join_letters("T R A I T É  D E  P A I X")), join_letters("le vote A B C")
    (11, [])
    """
    edits: list[Edit] = []
    for match in _SPACED_LETTERS.finditer(text) if _LETTERS_APART.search(text) else ():
        gaps = list(_LETTER_GAP.finditer(text, *match.span()))
        if not _are_words(match.group(), gaps):
            continue
        for gap in gaps:
            wide = gap.end() - gap.start() > 1
            edits.append(Edit(*gap.span(), " " if wide else "", "spaces joined" if wide else "letters joined"))
    return edits


def _are_words(letters: str, gaps: Sequence[re.Match[str]]) -> bool:
    """Whether letters apart make words whose limits are known: by wide gaps, or as there are few, in capitals."""
    wide = any(gap.end() - gap.start() > 1 for gap in gaps)
    words = re.sub(r"(?<=\S)[ \xa0](?=\S)", "", letters).split()
    if letters.upper() == letters:
        return wide or len(gaps) <= 15
    return any(len(word) > 4 for word in words) and all(word[1:].islower() or len(word) == 1 for word in words)
