"""What tells an event or agreement from others of its name belongs to it: its rank, its year, the date of a treaty.

`onzième Conférence ministérielle`, `the 2013 Kedarnath floods`, `crise du Bengale de 1971`, `traité du 3 mai 2001`.
"""

from collections.abc import Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.long_names.treaties import after_date, after_month_and_year, is_year
from pipeline.extract.entities.finders.ordinals import with_ordinal
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, token_at


def with_rank_and_date(tokens: Sequence[Token], found: Candidate, lexicon: EntityLexicon) -> Candidate:
    """The event or agreement with the ordinal or year before it and the date behind it; anything else as it is."""
    if found.label not in ("EVENT", "AGREEMENT"):
        return found
    first, after = token_at(tokens, found.start), token_at(tokens, found.end)
    if after <= first or tokens[after - 1].end > found.end:
        return found
    if found.label == "EVENT":
        first = with_ordinal(tokens, _with_year(tokens, first, lexicon), lexicon)
    end = _date_end(tokens, after, lexicon) or after
    return found._replace(start=min(tokens[first].start, found.start), end=max(tokens[end - 1].end, found.end))


def _with_year(tokens: Sequence[Token], first: int, lexicon: EntityLexicon) -> int:
    """The token of the year in `the 2013 Kedarnath floods`; `first` where none stands between it and a determiner."""
    year = lexicon.head_last and first > 1 and is_year(tokens[first - 1])
    return first - 1 if year and tokens[first - 2].lower in lexicon.determiners else first


def _date_end(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after `de 1971`, `d'août 2008`, `du 27 août 2022`; 0 for none."""
    link = lexicon.place_links.match(tokens, at)
    if not link:
        return 0
    day = after_date(tokens, at + link, lexicon, year=True)
    return day or after_month_and_year(tokens, at + link, lexicon)
