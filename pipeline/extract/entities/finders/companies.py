"""Bodies by what stands beside their name: `la société Armaris`, `Mazagon Dock Ltd`."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.capitals import capitals_end
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, form_of

_LONGEST = 6  # tokens of a name
_BRACKETED = 3  # tokens of `(Pty)`
_NEAR = 4  # tokens from an article to the noun that it belongs to


def find_companies(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The bodies that a kind word introduces or that a legal form ends, in order."""
    for at in range(1, len(tokens)):
        token = tokens[at]
        if not token.capital:
            continue
        if _is_legal_form(tokens, at, lexicon):
            start = at
            while at - start < _LONGEST and (size := _part(tokens, start, lexicon)):
                start -= size
            if start < at:
                yield Candidate(tokens[start].start, _with_stop(tokens, at, lexicon), "ORGANIZATION", "rule")
        elif _is_introduced(tokens, at, lexicon, known):
            end = capitals_end(tokens, at, _LONGEST)
            yield Candidate(token.start, tokens[end - 1].end, "ORGANIZATION", "rule")


def find_apposed_bodies(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The bodies whose kind stands beside them behind a comma or colon: `le prestataire, Sotrama, …`, `Sotrama, the
    ferry operator`; nobody with a given name, and no place."""
    for at in [at for at, token in enumerate(tokens) if token.capital and token.word]:
        end = capitals_end(tokens, at, _LONGEST)
        if (
            _is_told(tokens, at, end, lexicon)
            and _begins(tokens, at, lexicon)
            and not _is_otherwise_known(tokens, at, end, lexicon, known)
        ):
            yield Candidate(tokens[at].start, tokens[end - 1].end, "ORGANIZATION", "rule")


def _is_told(tokens: Sequence[Token], at: int, end: int, lexicon: EntityLexicon) -> bool:
    """Whether the kind of a body stands beside a name."""
    marked = end < len(tokens) and tokens[end].text == ","
    return (
        (at > 1 and tokens[at - 1].text in ",:" and _is_told_before(tokens, at, end, lexicon))
        or (marked and _is_told_behind(tokens, at, end, lexicon))
        or (lexicon.head_last and _is_kind_behind(tokens, at, end, lexicon))
    )


def _begins(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a word with a capital stands here, and not behind another of the same name."""
    token, before = tokens[at], tokens[at - 1] if at else None
    inside = before is not None and before.word and before.capital and before.lower not in lexicon.determiners
    return not (token.elided or inside or token.lower in lexicon.determiners)


def _is_otherwise_known(tokens: Sequence[Token], at: int, end: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a list knows a name for a person's or place's, or its first word for no name."""
    token = tokens[at]
    common = lexicon.is_ordinary(token.lower) and (end == at + 1 or token.lower not in lexicon.heads)
    if lexicon.people.introducers.match(tokens, at) or common or token.lower in lexicon.places.where:
        return True
    whole = form_of(tokens[at:end])
    return token.lower in known.gazetteer.forms.lexicon.given or known.label(whole) not in (None, "ORGANIZATION")


def _is_told_before(tokens: Sequence[Token], at: int, end: int, lexicon: EntityLexicon) -> bool:
    """`le prestataire, X,`, `Prestataire : X`: the noun alone, and nothing but a mark behind the name."""
    noun = tokens[at - 2].lower
    if noun not in lexicon.frames.body_nouns and noun not in lexicon.frames.body_agents:
        return False
    if tokens[at - 1].text == ":":
        return at == 2 or not tokens[at - 3].word or tokens[at - 3].lower in lexicon.determiners
    closed = end == len(tokens) or not tokens[end].word or tokens[end].lower in lexicon.conjunctions
    return tokens[at - 1].text == "," and tokens[at - 2].small and closed


def _is_told_behind(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """`X, the ferry operator`, `X, une société de Kribi`: words in lower case up to the noun, an article before them.

    Who bears a name of several words and does what people do too may be a person: `X Y, transitaire`. Who is of a body
    is none (`X, de la société Y`), and what happened to somebody is no kind (`X, parti à Rome`).
    """
    if end + 1 == len(tokens) or lexicon.place_links.match(tokens, end + 1):
        return False
    at = end + 1 + (tokens[end + 1].lower in lexicon.determiners)
    most = _NEAR if at > end + 1 else 1
    for place in range(at, min(at + most, len(tokens))):
        agent = tokens[place].lower in lexicon.frames.body_agents and end - start == 1 and at > end + 1
        if agent or tokens[place].lower in lexicon.frames.body_nouns:
            named = at > end + 1 or _is_kind(tokens, place + 1, lexicon)
            return named and not _is_post(tokens, place + 1, lexicon)
        if not (tokens[place].small or lexicon.is_demonym(tokens[place].lower)) or lexicon.links.match(tokens, place):
            return False
    return False


def _is_kind(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a noun without an article ends here, or an adjective or link goes on with it."""
    if at == len(tokens) or not tokens[at].small:
        return True
    return lexicon.place_links.match(tokens, at) > 0 or lexicon.is_adjective(tokens[at].lower)


def _is_kind_behind(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """`the Ahl Souk militia`, where heads come last; no place with `-based`."""
    if end == len(tokens) or not start or tokens[start - 1].lower not in lexicon.definites:
        return False
    kind = tokens[end].small and tokens[end].lower in lexicon.bodies.appositives
    return kind and tokens[end - 1].text.rpartition("-")[2][:1].isupper()


def _is_post(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a post goes on with the noun before it: the `spokesman` of `company spokesman`."""
    if not lexicon.head_last or at == len(tokens):
        return False
    word = tokens[at].lower
    return (
        lexicon.people.titles.match(tokens, at) > 0
        or word in lexicon.people.post_ends
        or word in lexicon.frames.apposed
    )


def _is_introduced(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a name stands here right behind a kind of body in lower case."""
    token, before = tokens[at], tokens[at - 1]
    if at > 1 and before.small and lexicon.is_demonym(before.lower):
        before = tokens[at - 2]  # `le groupe coréen Hanwha Ocean`
    if (
        not (token.word and token.capital)
        or token.elided
        or not (_is_cued(tokens, at, lexicon) or (before.lower in lexicon.bodies.appositives and before.small))
    ):
        return False
    if (
        lexicon.people.introducers.match(tokens, at)
        or lexicon.is_demonym(token.lower)
        or token.lower in lexicon.not_names
    ):
        return False
    whole = form_of(tokens[at : capitals_end(tokens, at, _LONGEST)])
    return known.label(whole) != "LOCATION"


def _is_cued(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether words stand before this one, or one behind it, that only companies have: `CEO of`, `shares`."""
    followed = (
        at + 1 < len(tokens) and tokens[at + 1].small and tokens[at + 1].lower in lexicon.bodies.company_followers
    )
    opens = followed and (tokens[at - 1].text in ".:;" or tokens[at - 1].small)
    if opens and not lexicon.is_ordinary(tokens[at].lower):
        return True
    return lexicon.bodies.company_cues.end_at(tokens, at, 4)


def _is_legal_form(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    token = tokens[at]
    written = token.capital and token.lower in lexicon.bodies.legal_forms
    before = tokens[at - 1]
    led = (before.word and before.capital) or (before.text in "),." and _part(tokens, at, lexicon) > 1)
    return written and led and (len(token.text) > 2 or token.text.isupper())


def _with_stop(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """Where a legal form ends: behind its full stop, where the sentence goes on (`Oro Verde Mining Inc., seeks`)."""
    stop, following = tokens[at + 1 : at + 2], tokens[at + 2 : at + 3]
    short = (
        stop
        and stop[0].text == "."
        and stop[0].start == tokens[at].end
        and f"{tokens[at].lower}." in lexicon.bodies.legal_forms
    )
    goes_on = following and not following[0].capital
    return stop[0].end if short and goes_on else tokens[at].end


def _part(tokens: Sequence[Token], start: int, lexicon: EntityLexicon) -> int:
    """How many tokens before this one belong to the name of a company that goes on here; 0 when none do."""
    if start < 1:
        return 0
    token, before = tokens[start - 1], tokens[start - 2 : start - 1] if start > 1 else []
    if [one.text for one in tokens[start - 2 : start]] == [".", ","] and start > _BRACKETED:
        return 2 if f"{tokens[start - 3].lower}." in lexicon.bodies.legal_forms else 0  # `Co., Ltd.`
    if token.text == ")" and start > _BRACKETED:
        inside, opening = tokens[start - 2], tokens[start - 3]
        return _BRACKETED if inside.capital and opening.text == "(" and tokens[start - 4].capital else 0  # `(Pty)`
    if token.text == "&":
        return int(bool(before) and before[0].capital)
    if token.small and token.lower in lexicon.conjunctions:
        return int(_joins_partners(tokens, start - 1, lexicon))
    return int(token.word and token.capital and not token.elided and token.lower not in lexicon.determiners)


def _joins_partners(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a conjunction ties one word to the one before a legal form: `Dumas et Okoye SARL`, outside a list."""
    if not 0 < at < len(tokens) - 2 or tokens[at + 2].lower not in lexicon.bodies.legal_forms:
        return False
    pair = all(tokens[beside].word and tokens[beside].capital for beside in (at - 1, at + 1))
    return pair and not (at > 1 and (tokens[at - 2].capital or tokens[at - 2].text == ","))
