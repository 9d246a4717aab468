"""The tables of rules of all kinds of calendar expressions, in the order in which they are tried."""

from pipeline.dates.dated.ages import AGES
from pipeline.dates.dated.full_days import FULL_DAYS
from pipeline.dates.dated.incomplete import INCOMPLETE
from pipeline.dates.dated.periods import PERIODS
from pipeline.dates.dated.weeks import WEEKS
from pipeline.dates.dated.yearly import YEARLY
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.item import Item
from pipeline.dates.rules.matching import first_built, rule_table

_RULES = rule_table((*FULL_DAYS, *WEEKS, *AGES, *PERIODS, *YEARLY, *INCOMPLETE))
DATED_STARTS = frozenset(_RULES)


def read_dated(tokens: Tokens, index: int, lexicon: DateLexicon) -> Item | None:
    """What the words of the calendar at a token say alone, by the first rule that builds something."""
    found = first_built(_RULES, tokens, index, lexicon)
    return found[0] if found else None
