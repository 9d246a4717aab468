"""What single date expressions look like: the tables of rules of every concept, in the order in which they are tried.

To find the rule of a form, open the table of its concept; a new form is one more line there, above what it is a longer
form of.
"""

from pipeline.dates.ages import AGES
from pipeline.dates.bare import BARE
from pipeline.dates.days import DAYS
from pipeline.dates.item import Item
from pipeline.dates.lexicon import DateLexicon
from pipeline.dates.periods import PERIODS
from pipeline.dates.rules import first_built, rule_table
from pipeline.dates.tokens import Tokens
from pipeline.dates.weeks import WEEKS
from pipeline.dates.yearly import YEARLY

_RULES = rule_table((*DAYS, *WEEKS, *AGES, *PERIODS, *YEARLY, *BARE))
SHAPE_STARTS = frozenset(_RULES)


def read_shape(tokens: Tokens, index: int, lexicon: DateLexicon) -> Item | None:
    """The expression that begins at a token, by the first rule that builds one."""
    found = first_built(_RULES, tokens, index, lexicon)
    return found[0] if found else None
