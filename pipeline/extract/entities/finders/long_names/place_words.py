"""Known places among the tokens, of several words: `Republic of Trinidad and Tobago`."""

from collections.abc import Callable, Sequence

from pipeline.extract.entities.tokens import Token

_LONGEST = 9  # tokens


class PlaceWords:
    """Looks up where known places begin and end.

    Args:
        is_place: knows the names of places.
        people: where the names of people begin, in characters; no place begins there.
    """

    def __init__(self, tokens: Sequence[Token], is_place: Callable[[str], bool], people: frozenset[int]) -> None:
        self._tokens = tokens
        self._is_place = is_place
        self._people = people

    def starts(self, at: int) -> bool:
        """Whether a known place begins here, of up to four words."""
        first = self._tokens[at].start
        words = self._tokens[at : at + 4]
        forms = (" ".join(t.text for t in words[:size]) for size in range(1, len(words) + 1))
        return first not in self._people and any(self._is_place(form) for form in forms)

    def size(self, at: int) -> int:
        """How many tokens the longest known place takes that begins here: `Republic of Trinidad and Tobago`."""
        if self._tokens[at].start in self._people:
            return 0
        sizes = range(min(_LONGEST, len(self._tokens) - at), 1, -1)
        row = [t.text if t.elided else f"{t.text} " for t in self._tokens[at : at + _LONGEST]]
        return next((size for size in sizes if self._is_place("".join(row[:size]).strip())), 0)
