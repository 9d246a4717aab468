"""What a language knows of amounts: its lexicon files, read, checked and compiled into patterns once."""

import re
from pathlib import Path

import msgspec

from pipeline.errors import ConfigError
from pipeline.extract.amounts.context import Context, ContextLexicon
from pipeline.extract.amounts.currency import Currencies, CurrencyLexicon, CurrencyTable
from pipeline.extract.amounts.idle import IdleFigures
from pipeline.extract.amounts.lookback import Heads
from pipeline.extract.amounts.nouns import NounLexicon, Nouns
from pipeline.extract.amounts.units import UnitLexicon, Units
from pipeline.extract.numbers import Numbers, load_numbers
from pipeline.extract.wordtree import word_tree
from pipeline.records import AmountMod
from pipeline.toml import load_toml


class AmountsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `amounts.toml` of a language."""

    context: ContextLexicon
    nouns: NounLexicon
    modifiers: dict[AmountMod, tuple[str, ...]]
    modifiers_after: dict[AmountMod, tuple[str, ...]]


class AmountLexicon:
    """One language: each part reads one kind of thing beside a number."""

    def __init__(self, folder: Path, table: CurrencyTable) -> None:
        words = load_toml(folder / "amounts.toml", AmountsFile)
        names = load_toml(folder / "currencies.toml", CurrencyLexicon)
        _check_currencies(folder / "currencies.toml", names, table)
        self.families, self.former = table.families, table.former
        self.thousandths = frozenset(table.thousandths)
        self.numbers: Numbers = load_numbers(folder / "numbers.toml")
        self.currencies = Currencies(names, table, self.numbers.lexicon)
        self.units = Units(load_toml(folder / "units.toml", UnitLexicon), self.numbers.lexicon)
        self.heads = Heads((*self.currencies.heads(), *self.units.heads()))
        self.trigger = self._trigger(names.single)
        self.nouns = Nouns(words.nouns, self.numbers.trigger, language=folder.name)
        self.context = Context(words.context, before=words.modifiers, after=words.modifiers_after)
        self.idle = self._idle(words)

    def _idle(self, words: AmountsFile) -> IdleFigures:
        context, numbers = words.context, self.numbers.lexicon
        modifiers = (phrase for phrases in words.modifiers_after.values() for phrase in phrases)
        joiners = (*context.range_joiners, *context.loose_joiners, *context.ratio_joiners, *numbers.joiners)
        counting = (*numbers.fractions_after, *numbers.scales, *numbers.collectives)
        nouns = (*words.nouns.joiners, *words.nouns.plurals, *context.year_nouns)
        return IdleFigures(
            (*words.nouns.stop, *words.nouns.verbs),
            words.nouns.time_nouns,
            live=(*joiners, *modifiers, *counting, *nouns, *self.currencies.heads(), *self.units.heads()),
            units=self.heads,
            claimed=lambda text, at: self.currencies.may_end(text, at) or self.context.one_of(text, 0, at) is not None,
        )

    def _trigger(self, single: tuple[str, ...]) -> re.Pattern[str]:
        """Where an amount may begin: at a number, or at the word for one or a half with a unit behind it."""
        units = {
            True: word_tree((*self.units.singles(loose=False), *single)),
            False: word_tree((*self.units.singles(loose=True), *single)),
        }
        singles = self.numbers.lexicon.singles.items()
        follows = {phrase: rf"[\s\-‐‑](?={units[value == '1']}(?!\w))" for phrase, value in singles}
        capital = {phrase.capitalize(): pattern for phrase, pattern in follows.items()}
        return self.numbers.trigger_with({**follows, **capital})


def load_amount_lexicons(models: Path) -> dict[str, AmountLexicon]:
    """Every language that has an `amounts.toml`, by its code.

    Raises:
        ConfigError: a file is missing or wrong.
    """
    table = load_toml(models / "gazetteers" / "currencies.toml", CurrencyTable)
    folders = sorted(path.parent for path in (models / "lexicons").glob("*/amounts.toml"))
    return {folder.name: AmountLexicon(folder, table) for folder in folders}


def _check_currencies(path: Path, names: CurrencyLexicon, table: CurrencyTable) -> None:
    """Refuse names of currencies that the gazetteer does not have, and names of two of them."""
    known = {*table.codes, *table.families, *table.unwritten}
    seen: dict[str, str] = {}
    for key, forms in names.names.items():
        if key not in known:
            raise ConfigError(path, None, f"`{key}` is neither a code nor a family of gazetteers/currencies.toml")
        for form in forms:
            if seen.setdefault(form.lower(), key) != key:
                raise ConfigError(path, None, f"`{form}` is both {seen[form.lower()]} and {key}")
