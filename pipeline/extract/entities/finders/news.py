"""Names by the ways of news: `PARIS, 3 Nov (AFP) –`, `Hartford, Conn.`, `Ann Lee (AUS)`, `published in Nature`."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.capitals import capitals_end
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import in_dictionary
from pipeline.extract.entities.tokens import QUOTES, Token, form_of

_DASHES = frozenset("-–—")
_BEHIND_TOWN = frozenset(",(")
_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST = 4  # tokens of a name or phrase
_HEAD = 14  # tokens of what stands before the dash of a dateline
_FULL = 2  # words of a person's whole name


def find_dateline_places(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The town that a report begins with, in capitals or before an agency in brackets and a dash."""
    end = capitals_end(tokens, 0, _LONGEST)
    if not 0 < end < len(tokens):
        return
    dated_so = _DAY.fullmatch(tokens[end].text)
    if not dated_so and not (tokens[end].text in _BEHIND_TOWN and _agency(tokens, end)):
        return  # by far the most frequent
    town = known.is_town(" ".join(token.text.capitalize() for token in tokens[:end]))
    shouted = all(token.text.isupper() and len(token.text) > 1 for token in tokens[:end])
    dated = any(token.text[0].isdigit() for token in tokens[end : end + _LONGEST])
    if (town and shouted) if dated_so else (town or (shouted and dated)):
        yield Candidate(tokens[0].start, tokens[end - 1].end, "LOCATION", "rule")


def _agency(tokens: Sequence[Token], start: int) -> int:
    """The agency of a dateline, one word in brackets before its dash: `, Nov 3 (Reuters) -`; 0 for none."""
    for at in range(start + 1, min(len(tokens) - 2, _HEAD)):
        agency = tokens[at].capital and tokens[at - 1].text == "(" and tokens[at + 1].text == ")"
        dash = at + 2 + (tokens[at + 2].text == ".")
        if agency and dash < len(tokens) and tokens[dash].text in _DASHES:
            return at
    return 0


def find_desks(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The paper and the town that a report begins with, before a dash: `Vanguard Abuja -- The president`."""
    at, end = desk(tokens, known)
    if at:
        yield Candidate(tokens[0].start, tokens[at - 1].end, "ORGANIZATION", "rule")
        yield Candidate(tokens[at].start, tokens[end - 1].end, "LOCATION", "rule")


def find_agencies(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The agency in the brackets before the dash of a dateline: `Kinshasa, 26 décembre 2023 (ACP).- Deux …`."""
    at = _agency(tokens, 1)
    if not at or not known.is_town(tokens[0].text):
        return
    name = tokens[at]
    told = name.text.isupper() or in_dictionary(name.lower, lexicon.language) == "none"
    if told and known.label(name.text) is None:
        yield Candidate(name.start, name.end, "ORGANIZATION", "rule")


def find_papers(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The name in quotes behind what a newspaper is: `le quotidien « El Peruano »`."""
    for at in [at for at, token in enumerate(tokens) if token.lower in lexicon.press.papers]:
        start = at + 2
        led = any(token.lower in lexicon.articles for token in tokens[max(at - 2, 0) : at])
        if not led or start >= len(tokens) or tokens[at + 1].text not in QUOTES:
            continue
        end = capitals_end(tokens, start, _LONGEST)
        if start < end < len(tokens) and tokens[end].text == QUOTES[tokens[at + 1].text]:
            yield Candidate(tokens[start].start, tokens[end - 1].end, "ORGANIZATION", "rule")


def desk(tokens: Sequence[Token], known: KnownNames) -> tuple[int, int]:
    """Where the town behind the name of a paper begins and ends, with which a report begins; twice 0 for none."""
    end = capitals_end(tokens, 0, _LONGEST + 1)
    dash = end + (end < len(tokens) and tokens[end].text == ",")
    parted = 1 < end <= dash < len(tokens) - 1 and tokens[dash].text in _DASHES
    if not parted or tokens[dash].start == tokens[dash - 1].end or known.is_town(form_of(tokens[:end])):
        return 0, 0
    if tokens[0].lower in known.gazetteer.forms.lexicon.given:
        return 0, 0
    ats = (at for at in (end - 2, end - 1) if at > 0 and not known.is_town(form_of(tokens[:at])))
    return next(((at, end) for at in ats if known.is_great_city(form_of(tokens[at:end]))), (0, 0))


def find_owners(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """Who has the rights in a text, of a year: `© 2018 Afriquinfos`."""
    for at in [at for at, token in enumerate(tokens) if token.text == "©"]:
        start = at + 1 + bool(_is_year(tokens, at + 1))
        end = capitals_end(tokens, start, _LONGEST)
        dated = start > at + 1 or _is_year(tokens, end)
        if end > start and dated and _is_owner(tokens, start, end, lexicon, known):
            yield Candidate(tokens[start].start, tokens[end - 1].end, "ORGANIZATION", "rule")


def _is_owner(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether words with a capital may be who has the rights: not `Tous` of `Tous droits réservés`, and nobody."""
    row = tokens[start:end]
    goes_on = end < len(tokens) and tokens[end].small
    words = all(in_dictionary(token.lower, lexicon.language) == "small" for token in row)
    person = row[0].lower in known.gazetteer.forms.lexicon.given
    return not (goes_on or words or person) and known.label(form_of(row)) is None


def _is_year(tokens: Sequence[Token], at: int) -> bool:
    return any(_YEAR.fullmatch(token.text) for token in tokens[at : at + 1])


def find_states(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """Short names of states behind a name and a comma, with their full stop; with the town where lists have both as
    its name: `Washington, D.C.`"""
    for at in range(2, len(tokens)):
        token = tokens[at]
        if not token.capital or tokens[at - 1].text != "," or not tokens[at - 2].capital:
            continue
        short = f"{token.lower}." in lexicon.press.states
        stop = short and at + 1 < len(tokens) and tokens[at + 1].text == "." and tokens[at + 1].start == token.end
        last = tokens[at + stop]
        if stop or token.lower in lexicon.press.states:
            whole = known.is_town(form_of(tokens[at - 2 : at + 1]))
            yield Candidate(tokens[at - 2].start if whole else token.start, last.end, "LOCATION", "rule")


def find_nations(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """Codes of nations in brackets behind a person's whole name."""
    for at in range(_FULL, len(tokens) - 2):
        code = tokens[at + 1]
        if tokens[at].text != "(" or tokens[at + 2].text != ")" or not code.text.isupper():
            continue
        named = all(token.capital and token.word for token in tokens[at - _FULL : at])
        if named and code.lower in lexicon.press.nations:
            yield Candidate(code.start, code.end, "LOCATION", "rule")


def find_media(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """Newspapers and journals behind words that only they have before them."""
    for at in [at + size for at, size in lexicon.press.before_media.places(tokens)]:
        if at == len(tokens):
            continue
        start = at + (tokens[at].lower in lexicon.determiners and not tokens[at].elided)
        end = capitals_end(tokens, start, _LONGEST)
        words = tokens[start:end]
        common = any(lexicon.is_ordinary(word.lower) or word.lower in lexicon.months for word in words)
        form = form_of(words)
        if words and not common and known.label(form) is None and not lexicon.links.match(tokens, end):
            yield Candidate(words[0].start, words[-1].end, "ORGANIZATION", "rule")
