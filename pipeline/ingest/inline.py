"""Repair inside the line: white space, missing spaces where they are certain, letter-spaced headings."""

import re
from collections.abc import Iterator

from pipeline.alignment import Edit
from pipeline.ingest.edits import merge_edits
from pipeline.ingest.lexicon import Lexicon

# White space but for line ends, which belong to the lines' joining.
_BLANK = r"[^\S\n\r\f\v\u2028\u2029]"
# Each pattern begins with a character that few places have: what stands before it is asked after it was found.
_SPACES = re.compile(rf"{_BLANK}(?:{_BLANK}+|(?<! )|(?!\S))")
_SPACED_LETTERS = re.compile(r"[^\W\d_a-z](?<!\S.)(?:[ \xa0]{1,4}[^\W\d_a-z]){4,60}(?!\S)")
_COMMA = re.compile(r",(?<=[^\W\d_]{2},)(?=[^\W\d_][^\W\d_.])")
_GLUED_NUMBER = re.compile(r"\d(?<=[^\W\d_]\d)\d{0,3}(?=er|\s|[,;.]\s)")
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
        return merge_edits(list(_unify_spaces(text)), sorted(self._missing(text)))

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
    (9, [])
    """
    edits: list[Edit] = []
    for match in _SPACED_LETTERS.finditer(text):
        gaps = list(re.finditer(r"[ \xa0]+", match.group()))
        wide = any(len(gap.group()) > 1 for gap in gaps)
        if not wide and len(gaps) > 15:
            continue  # several words whose limits are lost
        for gap in gaps:
            low, high = match.start() + gap.start(), match.start() + gap.end()
            if high - low == 1:
                edits.append(Edit(low, high, "", "letters joined"))
    return edits
