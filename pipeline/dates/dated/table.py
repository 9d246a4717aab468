"""What single date expressions look like: the tables of rules of every concept, in the order in which they are tried.

To find the rule of a form, open the table of its concept; a new form is one more line there, above what it is a longer
form of.
"""

from pipeline.dates.dated.ages import AGES
from pipeline.dates.dated.full_days import DAYS
from pipeline.dates.dated.incomplete import BARE
from pipeline.dates.dated.periods import PERIODS
from pipeline.dates.dated.weeks import WEEKS
from pipeline.dates.dated.yearly import YEARLY
from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.item import Item
from pipeline.dates.rules.matching import first_built, rule_table

_RULES = rule_table((*DAYS, *WEEKS, *AGES, *PERIODS, *YEARLY, *BARE))
SHAPE_STARTS = frozenset(_RULES)


def read_shape(tokens: Tokens, index: int, lexicon: DateLexicon) -> Item | None:
    """The expression that begins at a token, by the first rule that builds one."""
    found = first_built(_RULES, tokens, index, lexicon)
    return found[0] if found else None
