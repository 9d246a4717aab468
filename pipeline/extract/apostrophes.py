"""Where programs part words at an apostrophe: `l' Allemagne`, `the U.N. 's envoy did n't`.

By the words of all lexicons at once: a text quotes names of the other language, and its own may be a guess.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

_MARK = "['’]"
_QUOTED = rf"(?<!['’‘].{_MARK})"  # a letter between quotation marks is no word


def parted(elisions: Iterable[str], contractions: Sequence[str], blank: str) -> str:
    """A pattern of the blanks behind elided words and before contracted ones, in capitals behind capitals."""
    shouted = [word.upper() for word in contractions]
    return (
        rf"{_behind_any(elisions)}{blank}(?=\w)"
        rf"|(?<=[\w.]){blank}(?={_any(contractions)})"
        rf"|(?<=[A-ZÀ-Þ.]){blank}(?={_any(shouted)})"
    )


def hints_of(contractions: Iterable[str]) -> Iterator[str]:
    """What stands in every text that has one of these contractions apart."""
    for word in contractions:
        for form in (word, word.upper()):
            yield f" {form}"
            yield f" {form}".replace("'", "’")


def _behind_any(words: Iterable[str]) -> str:
    """A pattern of what stands behind one of the words and its apostrophe; one length is looked for at once."""
    lengths: defaultdict[int, list[str]] = defaultdict(list)
    for word in sorted(words):
        lengths[len(word)].append(word)
    behind = (
        rf"(?<=\b(?i:{'|'.join(same)}){_MARK})" + (_QUOTED if size == 1 else "") for size, same in lengths.items()
    )
    return f"(?:{'|'.join(behind)})"


def _any(contractions: Iterable[str]) -> str:
    """A pattern of the contractions, but no quoted letter, nor the article of `'s-Hertogenbosch`."""
    forms = "|".join(word.replace("'", _MARK) for word in contractions)
    return rf"(?:{forms})\b(?!['’-])"
