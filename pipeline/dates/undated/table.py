"""The tables of rules of all kinds of undated expressions, in the order in which they are tried."""

from pipeline.dates.lexicon.load import DateLexicon
from pipeline.dates.reading.tokens import Tokens
from pipeline.dates.rules.found import Found
from pipeline.dates.rules.matching import first_built, rule_table
from pipeline.dates.undated.clock import CLOCK
from pipeline.dates.undated.counted import COUNTED
from pipeline.dates.undated.dayparts import DAYPARTS
from pipeline.dates.undated.durations import DIRECTED, DURATIONS
from pipeline.dates.undated.last_next import LAST_NEXT
from pipeline.dates.undated.sets import SETS
from pipeline.dates.undated.words import WORDS

_RULES = rule_table((*CLOCK, *DAYPARTS, *COUNTED, *WORDS, *SETS, *DIRECTED, *LAST_NEXT, *DURATIONS))
UNDATED_STARTS = frozenset(_RULES)


def read_undated(tokens: Tokens, index: int, lexicon: DateLexicon) -> tuple[Found, int] | None:
    """What begins at a token, and the index of the token after it; the first rule that builds something holds."""
    return first_built(_RULES, tokens, index, lexicon)
