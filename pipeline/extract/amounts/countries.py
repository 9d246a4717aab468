"""The countries of a document, counted only when a currency asks for them."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import overload


class Countries(Sequence[str]):
    """ISO 3166 codes, found out at the first look.

    >>> Countries(lambda: ("FR", "DE"))[:1]
    ('FR',)
    """

    def __init__(self, find: Callable[[], tuple[str, ...]]) -> None:
        self._find = find

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        return self._find()

    def __len__(self) -> int:
        return len(self._codes)

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __contains__(self, code: object) -> bool:
        return code in self._codes

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[str, ...]: ...
    def __getitem__(self, index: int | slice) -> str | tuple[str, ...]:
        return self._codes[index]
