"""The words of a PDF page on a baseline, with their box and size, in one direction of writing each."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pipeline.ingest.readers.pdf.chars import FAR, Char, Look, read_chars

_SPACE = 0.18  # em: a wider gap is a space
_SPACED = 4  # letters alone, one after the other: a word set with space between its letters
_AGAIN = 0.12  # em: the same letter so near is drawn twice, to look bold
SMALL = 0.87
"""Of the print beside it: letters and figures smaller than so, and higher, are a word of their own, and raised."""


class Word(NamedTuple):
    """Characters without white space; coordinates in points, `base` (the baseline) counts upwards.

    A row of a table that is drawn with rules is one word, `table`, its cells parted by tabs.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    table: bool = False


class Written(NamedTuple):
    """The words written in one direction, turned so that it is from left to right; `turn`: by how many degrees."""

    turn: int
    words: list[Word]


def read_words(textpage: Any, box: tuple[float, float, float, float] | None = None) -> list[Written]:
    """The words of a page in the order of its content, those of the direction with most characters first.

    Args:
        textpage: pdfium's text of the page.
        box: left, bottom, right and top of what is seen of the page; words outside are left out.
    """
    shown: dict[int, list[Word]] = {}
    hidden: dict[int, list[Word]] = {}
    for look, word in _words(read_chars(textpage, box)):
        (hidden if look.hidden else shown).setdefault(look.turn, []).append(word)
    for turn, words in hidden.items():
        seen = shown.setdefault(turn, [])
        seen += _uncovered(words, seen) if seen else words
    directions = [Written(turn, _unspaced(_once(words))) for turn, words in shown.items() if words]
    return sorted(directions, key=lambda one: (-sum(len(word.text) for word in one.words), one.turn))


def _words(chars: Iterator[Char | None]) -> Iterator[tuple[Look, Word]]:
    run: list[Char] = []
    for char in chars:
        if char is not None and run:
            last = run[-1]
            if _is_again(last, char):
                continue
            if _same_word(last, char):
                run.append(char)
                continue
        if run:
            yield run[0].look, _word(run)
        run = [char] if char is not None else []
    if run:
        yield run[0].look, _word(run)


def _is_again(last: Char, char: Char) -> bool:
    """Whether a letter is drawn once more over itself."""
    near = _AGAIN * char.size
    return char.text == last.text and abs(char.left - last.left) < near and abs(char.base - last.base) < near


def _same_word(last: Char, char: Char) -> bool:
    size = char.size
    if not -0.6 * size < char.left - last.right <= _SPACE * size:
        return False
    if last.look is not char.look and last.look[1:] != char.look[1:]:
        return False
    rise = char.base - last.base
    return not rise or (abs(rise) <= 0.45 * max(size, last.size) and not _is_raised(last, char, rise))


def _is_raised(last: Char, char: Char, rise: float) -> bool:
    """Whether one of two letters is in small print and stands higher than the other."""
    small, large = (char, last) if rise > 0 else (last, char)
    return small.size < SMALL * large.size and abs(rise) > 0.1 * large.size


def _word(run: Sequence[Char]) -> Word:
    if len(run) == 1:
        return Word(*run[0][:5])
    text, _, rights, bases, sizes, _ = zip(*run, strict=True)
    middle = len(run) // 2
    return Word("".join(text), run[0].left, max(rights), sorted(bases)[middle], sorted(sizes)[middle])


def _once(words: Sequence[Word]) -> list[Word]:
    """The words without those that stand where the same word stands already: a shadow, or a second layer."""
    places: dict[str, dict[tuple[int, int], Word]] = {}
    kept: list[Word] = []
    for word in words:
        x, y = int(word.left // 8), int(word.base // 8)
        same = places.setdefault(word.text, {})
        if same:
            around = (same.get((x + i, y + j)) for i in (-1, 0, 1) for j in (-1, 0, 1))
            if any(other is not None and _covers(other, word) for other in around):
                continue
        same[x, y] = word
        kept.append(word)
    return kept


def _covers(other: Word, word: Word) -> bool:
    near = 0.3 * min(word.size, word.right - word.left + 0.1)
    return abs(other.left - word.left) < near and abs(other.base - word.base) < 0.3 * word.size


def _uncovered(words: Sequence[Word], shown: Sequence[Word]) -> list[Word]:
    """Words that cannot be seen, without those behind others that can."""
    size = max(4.0, sorted(word.size for word in shown)[len(shown) // 2])
    covered = {
        (column, int(word.base // size))
        for word in shown
        for column in range(int(word.left // size), int(min(word.right, word.left + FAR) // size) + 1)
    }
    return [
        word
        for word in words
        if not any(
            (int((word.left + word.right) / 2 // size), int(word.base // size) + step) in covered for step in (-1, 0, 1)
        )
    ]


def _unspaced(words: Sequence[Word]) -> list[Word]:
    """The words with those put together that are set `L I K E  T H I S`."""
    found: list[Word] = []
    for alone, group in itertools.groupby(words, key=lambda word: len(word.text) == 1):
        run = list(group)
        found += _close_up(run) if alone and len(run) >= _SPACED else run
    return found


def _close_up(letters: Sequence[Word]) -> list[Word]:
    """Letters joined where the gap is the usual one between them; a wider one is a space between words."""
    gaps = [b.left - a.right if abs(a.base - b.base) < 1 else -1.0 for a, b in itertools.pairwise(letters)]
    usual = sorted(gaps)[len(gaps) // 2]
    near = [0 < gap <= 1.4 * usual + 0.05 * letters[0].size for gap in gaps]
    if usual > 1.2 * letters[0].size or sum(near) < 0.6 * len(near) or not any(a.text.isalpha() for a in letters):
        return list(letters)
    words = [letters[0]]
    for letter, joins in zip(letters[1:], near, strict=True):
        if joins:
            words[-1] = words[-1]._replace(text=words[-1].text + letter.text, right=letter.right)
        else:
            words.append(letter)
    return words
