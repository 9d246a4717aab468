"""What stands at the edge of the text of a PDF page: the numbers of its lines, and capitals over several lines."""

import itertools
from collections.abc import Callable, Iterable, Sequence

from pipeline.ingest.readers.pdf.rows import median
from pipeline.ingest.readers.pdf.words import Word

Joins = Callable[[str, str], bool]  # whether a large first letter and the word after it are one word

_LEAST = {1: 8}  # numbers that count every line; fewer are a list
_FEW = 3  # numbers that count every fifth, or tenth
_HAIR = 2.0  # points: baselines so near are one
_CELL = 1.6  # em: white that parts cells
_LARGE = 1.8  # times the usual print: a capital over several lines
_NEAR = 1.2  # em: how far the lines beside such a capital are


def part_line_numbers(words: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """The words of the text, and the numbers of its lines, which count with even steps along one margin.

    >>> text = [Word("said", 90 + 30 * i, 115 + 30 * i, 700 - 12.0 * n, 10) for n in range(20) for i in range(5)]
    >>> numbers = [Word(str(n + 1), 50, 60, 700 - 12.0 * n, 8) for n in range(4, 20, 5)]
    >>> len(part_line_numbers([*text, *numbers])[1])
    4
    """
    figures = [word for word in words if word.text.isdecimal() and len(word.text) <= 4]
    if len(figures) < _FEW:
        return list(words), []
    numbers: set[Word] = set()
    for edge in (_left, _right):
        for _, group in itertools.groupby(sorted(figures, key=edge), key=lambda word: round(edge(word) / _HAIR)):
            lined = sorted(group, key=lambda word: -word.base)
            if len(lined) >= _FEW and _is_outermost(lined, words):
                numbers.update(_counted(lined, words))
    return [word for word in words if word not in numbers], sorted(numbers, key=lambda word: -word.base)


def _left(word: Word) -> float:
    return word.left


def _right(word: Word) -> float:
    return word.right


def _is_outermost(numbers: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether next to nothing stands farther out than the numbers, on one of their sides."""
    low, high = min(word.left for word in numbers), max(word.right for word in numbers)
    outside = sum(word.right < low for word in words), sum(word.left > high for word in words)
    return min(outside) <= 0.01 * len(words)


def _counted(numbers: Sequence[Word], words: Sequence[Word]) -> list[Word]:
    """The numbers from top to bottom if they count lines; none otherwise."""
    steps = {int(below.text) - int(above.text) for above, below in itertools.pairwise(numbers)}
    step = min(steps)
    if len(steps) > 1 or step not in {1, 5, 10} or len(numbers) < _LEAST.get(step, _FEW):
        return []
    falls = [above.base - below.base for above, below in itertools.pairwise(numbers)]
    size = median(word.size for word in words)
    line = median(falls) / step
    even = all(abs(fall - step * line) < 0.6 * line for fall in falls)
    return list(numbers) if even and 0.8 * size < line < 3.2 * size and not _are_cells(numbers, words) else []


def _are_cells(numbers: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether the numbers are the first cells of a table's rows: there is much white in the lines beside them."""
    numbered = set(numbers)
    rows = {round(word.base / _HAIR): list[Word]() for word in numbers}
    for word in words:
        place = round(word.base / _HAIR)
        row = rows.get(place, rows.get(place - 1, rows.get(place + 1)))
        if row is not None and word not in numbered:
            row.append(word)
    beside = [sorted(row, key=lambda word: word.left) for row in rows.values() if row]
    wide = sum(any(b.left - a.right > _CELL * a.size for a, b in itertools.pairwise(row)) for row in beside)
    short = sum(len(row) < 4 for row in beside)
    return 3 * max(wide, short) > len(beside)


def join_capitals(words: Sequence[Word], joins: Joins) -> list[Word]:
    """The words, a large first letter put to the first line of those that stand beside it."""
    usual = median(word.size for word in words)
    capitals = [word for word in words if word.size > _LARGE * usual and _is_capital(word.text)]
    kept = list(words)
    for capital in capitals[:50]:
        beside = [word for word in _beside(capital, kept) if word.size < 0.6 * capital.size]
        if len({round(word.base / usual) for word in beside}) < 2:
            continue
        first = max(beside, key=lambda word: (word.base, -word.left))
        kept.remove(capital)
        at = kept.index(first)
        if joins(capital.text, first.text):
            kept[at] = first._replace(text=capital.text + first.text, left=min(first.left, capital.right))
        else:
            end, size = first.left - 0.3 * first.size, first.size
            kept.insert(at, Word(capital.text, end - 0.6 * size, end, first.base, size))
    return kept


def _is_capital(text: str) -> bool:
    letters = text.strip("«“\"‘'’ ")
    return len(letters) == 1 and letters.isupper() and len(text) <= 3


def _beside(capital: Word, words: Iterable[Word]) -> list[Word]:
    """The words that begin just right of a capital, between its foot and its top."""
    near, top = _NEAR * capital.size / _LARGE, capital.base + 0.9 * capital.size
    return [
        word
        for word in words
        if -0.2 * capital.size < word.left - capital.right < near and capital.base - 0.3 * word.size < word.base < top
    ]
