"""What tells an event or agreement from others of its name belongs to it: its rank, its year.

`onzième Conférence ministérielle`, `the 2013 Kedarnath floods`, `crise du Bengale de 1971`, `International Coffee
Agreement 2007`. A day does not: `Accord de Paris` is a name before `du 12 décembre 2015`; treaties without a name of
their own run to the date (`long_names`).
"""

from collections.abc import Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.long_names.treaties import is_year
from pipeline.extract.entities.finders.ordinals import with_ordinal
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, token_at


def with_rank_and_year(tokens: Sequence[Token], found: Candidate, lexicon: EntityLexicon) -> Candidate:
    """The event or agreement with the ordinal or year before it and the year behind it; anything else as it is."""
    if found.label not in ("EVENT", "AGREEMENT"):
        return found
    first, after = token_at(tokens, found.start), token_at(tokens, found.end)
    if after <= first or tokens[after - 1].end > found.end:
        return found
    first = _with_year(tokens, first, lexicon)
    if found.label == "EVENT":
        first = with_ordinal(tokens, first, lexicon)
    end = _year_end(tokens, after, lexicon, capital=found.label == "AGREEMENT" and tokens[first].capital)
    return found._replace(start=min(tokens[first].start, found.start), end=max(tokens[end - 1].end, found.end))


def _year_end(tokens: Sequence[Token], after: int, lexicon: EntityLexicon, *, capital: bool) -> int:
    """Where the year ends that a link ties to a name, or that stands right behind a capital or a name that begins with
    a `capital`; `after` without one."""
    link = lexicon.place_links.match(tokens, after)
    if not link and not (capital or tokens[after - 1].capital):
        return after  # `the talks 2007`
    return after + link + 1 if after + link < len(tokens) and is_year(tokens[after + link]) else after


def _with_year(tokens: Sequence[Token], first: int, lexicon: EntityLexicon) -> int:
    """The token of the year in `the 2013 Kedarnath floods`; `first` where none stands between it and a determiner."""
    year = lexicon.head_last and first > 1 and is_year(tokens[first - 1])
    return first - 1 if year and tokens[first - 2].lower in lexicon.determiners else first
