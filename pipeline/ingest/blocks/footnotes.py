"""Footnotes: notes by their sign, and numbers that the text above calls."""

import re
from collections.abc import Sequence

_SIGNED = re.compile(r"(?!\*\*[^*\n]{1,200}\*\*)(?:\*{1,3}|[†‡]|\[\d{1,3}\]|[¹²³⁴-⁹⁰]{1,3})\s?(?=[^\W_«“\"])")
_STARRED = re.compile(r"\*\s")
_BRACKETED = re.compile(r"\((\d{1,2})\)\s?(?=[^\W_«“\"])")
_BARE = re.compile(r"(\d{1,2})\s(?=[^\W\d_a-z])")
_CALL = re.compile(r"\S\s?\((\d{1,2})\)")
_GLUED_CALL = re.compile(r"(?:[^\W\d_A-Z]{3}|[^\W\d_]{3}[.,;:»”)’\"])(\d{1,2})(?=[\s.,;:)\]]|\Z)")


def starts_note(content: str) -> bool:
    """Whether a text begins as a note does: a number without a stop, or a sign.

    >>> starts_note("1 Treaty Series, vol. 3."), starts_note("* Texte révisé."), starts_note("1. Decides")
    (True, True, False)
    """
    return any(form.match(content) for form in (_SIGNED, _BRACKETED, _BARE))


def find_footnotes(contents: Sequence[str], ruled: frozenset[int] = frozenset()) -> frozenset[int]:
    """The blocks that are notes. A number makes a note of a line only where the text above calls it: else it counts.

    Under a rule (`ruled`: the blocks right below one) a number without a stop is a note's, and so are those after it.

    >>> sorted(find_footnotes(["The accord (1) was signed.", "(1) In Accra.", "* So called."]))
    [1, 2]
    >>> sorted(find_footnotes(["The parties agreed:", "(1) Trade is free.", "(2) Ports are open."]))
    []
    >>> sorted(find_footnotes(["La mission de Lusaka1 reste.", "1 Créée en 1999.", "2 Navires sont partis."]))
    [1]
    """
    found = {i for i, content in enumerate(contents) if _is_signed(contents, i, content)}
    numbered = {i: match[1] for i, content in enumerate(contents) if (match := _BRACKETED.match(content))}
    called = _called(contents, numbered, _CALL)
    if 2 * len(called) > len(numbered):  # an article or two that a text refers to makes no notes of all
        found |= called
    bare = {i: match[1] for i, content in enumerate(contents) if (match := _BARE.match(content))}
    return frozenset(found | _called(contents, bare, _GLUED_CALL) | _below_rules(contents, ruled))


def _below_rules(contents: Sequence[str], ruled: frozenset[int]) -> set[int]:
    """The notes right below the rules, each run as long as it goes."""
    found: set[int] = set()
    for index in sorted(ruled):
        while index < len(contents) and starts_note(contents[index]):
            found.add(index)
            index += 1
    return found


def _is_signed(contents: Sequence[str], index: int, content: str) -> bool:
    """A note's sign; `* text` is an item of a list beside its like, alone it explains a star above."""
    if not _SIGNED.match(content):
        return False
    beside = [*contents[max(0, index - 1) : index], *contents[index + 1 : index + 2]]
    return not (_STARRED.match(content) and any(_STARRED.match(one) for one in beside))


def _called(contents: Sequence[str], numbered: dict[int, str], call: re.Pattern[str]) -> set[int]:
    """Which of the numbered blocks an earlier block calls by their number."""
    if not numbered:
        return set()
    first: dict[str, int] = {}
    for index, content in enumerate(contents[: max(numbered)]):
        for match in call.finditer(content):
            first.setdefault(match[1], index)
    return {index for index, number in numbered.items() if first.get(number, index) < index}
