"""How the words of a spelled number add up; the words themselves are in the lexicon."""

from decimal import Decimal

import msgspec

_ONE = Decimal(1)


class NumberLexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `numbers.toml`; what each is for is written there."""

    decimal: str
    group: str
    small_groups: bool
    joiners: tuple[str, ...]
    joined: tuple[int, ...]
    product: tuple[int, ...]
    long_tens: tuple[int, ...]
    on_ten: tuple[int, ...]
    standalone: tuple[str, ...]
    articles: tuple[str, ...]
    vague: tuple[str, ...]
    of: tuple[str, ...]
    table_heads: tuple[str, ...]
    round: tuple[str, ...]
    plurals: tuple[str, ...]
    cardinals: dict[str, int]
    inner: dict[str, int]
    scales: dict[str, int]
    collectives: dict[str, int]
    fractions_before: dict[str, str]
    fractions_after: dict[str, str]
    singles: dict[str, str]
    words_only: tuple[str, ...]
    decimal_words: tuple[str, ...]
    symbols: dict[str, int]
    money_symbols: dict[str, int]


class SpelledSum:
    """A number while its words come in: `total` down to the last scale word, `group` below it."""

    def __init__(self, lexicon: NumberLexicon, group: Decimal | None = None) -> None:
        self._lexicon = lexicon
        self.total = Decimal(0)
        self.group = group
        self.last = Decimal(0)

    @property
    def value(self) -> Decimal:
        """The number so far."""
        return self.total + (self.group or 0)

    @property
    def empty(self) -> bool:
        """Whether no word has come in yet."""
        return self.group is None and not self.last

    def copy(self) -> "SpelledSum":
        """The same number, to try a word on."""
        twin = SpelledSum(self._lexicon, self.group)
        twin.total, twin.last = self.total, self.last
        return twin

    def add(self, value: int, *, joined: bool) -> bool:
        """Take a number below 100; false when it can't belong to this number."""
        if joined and not self._may_join(value):
            return False
        if self.group is None:
            self.group = Decimal(value)
            return value > 0 or not self.last
        if self.group != int(self.group) or value == 0:
            return False
        tens = int(self.group) % 100
        if (tens, value) == self._lexicon.product:
            self.group += tens * value - tens
            return True
        on_hundred = tens == 0 and self.group > 0
        on_tens = value < 10 and tens % 10 == 0 and tens > 10
        long_tens = tens in self._lexicon.long_tens and 10 <= value <= 19
        on_ten = tens == 10 and value in self._lexicon.on_ten
        self.group += value
        return on_hundred or on_tens or long_tens or on_ten

    def append(self, digits: str) -> None:
        """Take the decimals behind the word for their mark: `two point five`."""
        self.group = (self.group or Decimal(0)) + Decimal(f"0.{digits}")

    def _may_join(self, value: int) -> bool:
        group = self.group or 0
        if self._lexicon.joined:
            return value in self._lexicon.joined and group % 10 == 0 and group % 100 > 10
        return bool(self.last) or group >= 100

    def times(self, scale: int, *, joined: bool) -> bool:
        """Take a scale word (hundred); false when it can't belong; `joined`: the word before came with `and`."""
        if scale < 1000:
            if self.group is not None and not 0 < self.group < 100:
                return False
            self.group = (self.group or _ONE) * scale
            self.last = self.last or Decimal(0)
            return True
        if self.last and scale >= self.last:
            if joined or scale == self.last or self.value >= scale:
                return False
            self.total = self.value * scale
        else:
            self.total += (_ONE if self.group is None else self.group) * scale
        self.group, self.last = None, Decimal(scale)
        return True

    def fraction(self, share: Decimal) -> bool:
        """Take `and a half`: of the last scale word, or of one; false when there is a fraction already."""
        if self.value != int(self.value):
            return False
        if self.group is None:
            self.total += share * self.last
        else:
            self.group += share
        return True
