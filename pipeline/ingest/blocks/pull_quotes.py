"""Pull quotes: words of the text printed once more to catch the eye, often far from their place."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from pipeline.ingest.blocks.units import Unit, is_quoted

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SHARE = 0.7  # of the quote's words that one paragraph has, in about its length
_LONGEST = 60  # words


def find_pull_quotes(contents: Sequence[str], units: Sequence[Unit], function_words: frozenset[str]) -> frozenset[int]:
    """The units that repeat what a longer paragraph says: word by word, or (in quotation marks) nearly so.

    >>> body = "La visite a eu lieu dans un contexte marqué par la maturité de la relation bilatérale, dit-on."
    >>> quote = "« Le contexte est marqué par la maturité de la relation »"
    >>> find_pull_quotes([body, quote], [Unit(()), Unit(())], frozenset({"le", "la", "est", "de", "par"}))
    frozenset({1})
    >>> find_pull_quotes(["The minister met the press.", "“We will go on.”"], [Unit(()), Unit(())], frozenset())
    frozenset()
    """
    candidates = [i for i, unit in enumerate(units) if _may_be(contents[i], unit)]
    if not candidates:
        return frozenset()
    bodies = [i for i, unit in enumerate(units) if unit.reason is None and len(contents[i]) > 60]
    lower = {i: contents[i].lower() for i in bodies}
    words = cache(lambda i: _words(contents[i]))
    found: set[int] = set()
    for index in candidates[:50]:
        quoted, rare = is_quoted(contents[index]), _longest(contents[index])
        near = [i for i in bodies if i != index and (quoted or rare in lower[i])]
        if near and _is_repeated(words(index), map(words, near), quoted, function_words):
            found.add(index)
    return frozenset(found)


def _longest(content: str) -> str:
    """The longest of the words that stand free, in lower case: a text that has all of the content has it too."""
    return max((word for word in content.split() if word.isalpha()), key=len, default="").lower()


def _is_repeated(repeated: str, others: Iterable[str], quoted: bool, function_words: frozenset[str]) -> bool:
    """Whether one of the others says the same words and more."""
    bodies = [body for body in others if len(body) > len(repeated) or quoted]
    if any(repeated in body and len(body) > len(repeated) for body in bodies):
        return True
    words = repeated.split()
    telling = [word for word in words if word not in function_words]
    longer = [body.split() for body in bodies if body.count(" ") > len(words) + 1]
    return quoted and _echoed(telling, len(words), longer)


def _may_be(content: str, unit: Unit) -> bool:
    if unit.kind is not None or unit.reason is not None or len(content) > 500:
        return False
    words = content.count(" ") + 1
    return words <= _LONGEST and ((is_quoted(content) and words >= 4) or (words >= 7 and len(unit.lines) > 1))


def _words(content: str) -> str:
    """The words in lower case, a blank before and after each."""
    return f" {' '.join(_WORD.findall(content))} ".lower().replace("’", "'")


def _echoed(words: Sequence[str], length: int, bodies: Sequence[Sequence[str]]) -> bool:
    """Whether a stretch of one paragraph, twice as long as the quote, has most of its telling words."""
    wanted = frozenset(words)
    if len(wanted) < 3:
        return False
    window = 2 * length + 6
    for body in bodies:
        near: dict[str, int] = {}  # the telling words of the stretch that ends here, each with its last place
        for place, word in enumerate(body):
            if word not in wanted:
                continue
            near.pop(word, None)
            near[word] = place
            while place - near[first := next(iter(near))] >= window:
                del near[first]
            if len(near) >= _SHARE * len(wanted):
                return True
    return False
