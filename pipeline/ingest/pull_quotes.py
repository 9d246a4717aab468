"""Pull quotes: words of the text printed once more to catch the eye, often far from their place."""

import re
from collections.abc import Sequence

from pipeline.ingest.units import Unit, is_quoted

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
    bodies = {i: _words(contents[i]) for i, unit in enumerate(units) if unit.reason is None and len(contents[i]) > 60}
    found: set[int] = set()
    for index in candidates[:50]:
        repeated = _words(contents[index])
        words = repeated.split()
        if any(repeated in body and len(body) > len(repeated) for i, body in bodies.items() if i != index):
            found.add(index)
        elif is_quoted(contents[index]):
            longer = [body.split() for i, body in bodies.items() if i != index and body.count(" ") > len(words) + 1]
            telling = [word for word in words if word not in function_words]
            if _echoed(telling, len(words), longer):
                found.add(index)
    return frozenset(found)


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
        places = [i for i, word in enumerate(body) if word in wanted]
        for first, place in enumerate(places):
            near = {body[p] for p in places[first : first + window] if p < place + window}
            if len(near) >= _SHARE * len(wanted):
                return True
    return False
