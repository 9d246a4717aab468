"""Bodies by what stands beside their name: `la société Armaris`, `Mazagon Dock Ltd`."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token

_LONGEST = 6  # tokens of a name
_NEAR = 4  # tokens from an article to the noun that it belongs to


def find_companies(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The bodies that a kind word introduces or that a legal form ends, in order."""
    for at in range(1, len(tokens)):
        token = tokens[at]
        if not token.capital:
            continue
        if _is_legal_form(tokens, at, lexicon):
            start = at
            while start > 0 and at - start < _LONGEST and _is_part(tokens, start - 1, lexicon):
                start -= 1
            if start < at:
                yield Candidate(tokens[start].start, _with_stop(tokens, at, lexicon), "ORGANIZATION", "rule")
        elif _is_introduced(tokens, at, lexicon, known):
            end = at + 1
            while end < len(tokens) and end - at < _LONGEST and tokens[end].word and tokens[end].capital:
                end += 1
            yield Candidate(token.start, tokens[end - 1].end, "ORGANIZATION", "rule")


def find_apposed_bodies(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The bodies whose kind stands beside them behind a comma or colon: `le prestataire, Sotrama, …`, `Sotrama, the
    ferry operator`; nobody with a given name, and no place."""
    for at in range(len(tokens)):
        if not _begins(tokens, at, lexicon, known):
            continue
        end = _name_end(tokens, at)
        if _is_told_before(tokens, at, end, lexicon) or _is_told_behind(tokens, at, end, lexicon):
            yield Candidate(tokens[at].start, tokens[end - 1].end, "ORGANIZATION", "rule")


def _begins(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a name may begin here that no list knows for a person's or place's."""
    token = tokens[at]
    if not (token.word and token.capital) or token.elided or (at and tokens[at - 1].capital and tokens[at - 1].word):
        return False
    if lexicon.introducers.match(tokens, at) or lexicon.is_ordinary(token.lower) or lexicon.where & {token.lower}:
        return False
    whole = " ".join(one.text for one in tokens[at : _name_end(tokens, at)])
    return token.lower not in known.gazetteer.forms.lexicon.given and known.label(whole) in (None, "ORGANIZATION")


def _name_end(tokens: Sequence[Token], at: int) -> int:
    end = at + 1
    while end < len(tokens) and end - at < _LONGEST and tokens[end].word and tokens[end].capital:
        end += 1
    return end


def _is_told_before(tokens: Sequence[Token], at: int, end: int, lexicon: EntityLexicon) -> bool:
    """`le prestataire, X,`, `Prestataire : X`: the noun alone, and nothing but a mark behind the name."""
    if at < 2 or tokens[at - 2].lower not in lexicon.frames.body_nouns | lexicon.frames.body_agents:
        return False
    if tokens[at - 1].text == ":":
        return at == 2 or not tokens[at - 3].word or tokens[at - 3].lower in lexicon.determiners
    closed = end == len(tokens) or not tokens[end].word
    return tokens[at - 1].text == "," and tokens[at - 2].small and closed


def _is_told_behind(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """`X, the ferry operator`, `X, une société de Kribi`: words in lower case up to the noun, an article before them.

    Who bears a name of several words and does what people do too may be a person: `X Y, transitaire`.
    """
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return False
    at = end + 1 + (tokens[end + 1].lower in lexicon.determiners)
    most = _NEAR if at > end + 1 else 1
    for place in range(at, min(at + most, len(tokens))):
        agent = tokens[place].lower in lexicon.frames.body_agents and end - start == 1 and at > end + 1
        if agent or tokens[place].lower in lexicon.frames.body_nouns:
            following = tokens[place + 1 : place + 2]
            return not (lexicon.head_last and following and following[0].small and _is_noun(following[0], lexicon))
        if not (tokens[place].small or lexicon.is_demonym(tokens[place].lower)) or lexicon.links.match(tokens, place):
            return False
    return False


def _is_noun(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a small word goes on with a noun before it: the `spokesman` of `company spokesman`."""
    return token.lower not in lexicon.stops and (token.lower,) not in lexicon.links


def _is_introduced(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a name stands here right behind a kind of body in lower case."""
    token, before = tokens[at], tokens[at - 1]
    if (
        not (token.word and token.capital)
        or token.elided
        or not (_is_cued(tokens, at, lexicon) or (before.lower in lexicon.appositives and before.small))
    ):
        return False
    if lexicon.introducers.match(tokens, at) or lexicon.is_demonym(token.lower) or token.lower in lexicon.not_names:
        return False
    whole = " ".join(one.text for one in tokens[at : _name_end(tokens, at)])
    return known.label(whole) != "LOCATION"


def _is_cued(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether words stand before this one, or one behind it, that only companies have: `CEO of`, `shares`."""
    followed = at + 1 < len(tokens) and tokens[at + 1].small and tokens[at + 1].lower in lexicon.company_followers
    opens = tokens[at - 1].text in ".:;" or tokens[at - 1].small
    if followed and opens and not lexicon.is_ordinary(tokens[at].lower):
        return True
    return lexicon.company_cues.end_at(tokens, at, 4)


def _is_legal_form(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    token = tokens[at]
    written = token.capital and token.lower in lexicon.legal_forms
    return written and (len(token.text) > 2 or token.text.isupper()) and tokens[at - 1].word and tokens[at - 1].capital


def _with_stop(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """Where a legal form ends: behind its full stop, where the sentence goes on (`Oro Verde Mining Inc., seeks`)."""
    stop, following = tokens[at + 1 : at + 2], tokens[at + 2 : at + 3]
    short = stop and stop[0].text == "." and stop[0].start == tokens[at].end and f"{tokens[at].lower}." in lexicon.legal_forms
    goes_on = following and not following[0].capital
    return stop[0].end if short and goes_on else tokens[at].end


def _is_part(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    token = tokens[at]
    joined = token.text == "&" and at > 0 and tokens[at - 1].capital
    return joined or (token.word and token.capital and not token.elided and token.lower not in lexicon.determiners)
