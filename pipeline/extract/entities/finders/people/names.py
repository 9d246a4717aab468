"""How far a person's name reaches: words with a capital, initials, particles."""

from collections.abc import Sequence

from pipeline.extract.entities.known import IsPlace
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token

_LONGEST_NAME = 10  # tokens
_LONGEST_GIVEN = 6  # tokens
_LONGEST_PARTICLES = 3  # `von und zu`
_LONGEST_TITLE = 6  # tokens of `S. E. M.`


def name_end(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, is_place: IsPlace) -> int:
    """The token after a person's name that begins here; `at` itself when none does."""
    end = at
    while end < len(tokens) and end - at < _LONGEST_NAME:
        step = _name_step(tokens, end, end > at, lexicon, is_place)
        if not step:
            break
        end += step
    return end


def name_start(tokens: Sequence[Token], end: int, lexicon: EntityLexicon) -> int:
    """The first of the words with a capital, none a title or an ordinary word, that stand right before a token."""
    start = end
    while start > 0 and end - start < _LONGEST_GIVEN and is_plain_name(tokens[start - 1], lexicon):
        start -= 1
    return start


def is_plain_name(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word with a capital may be one of a person's name: no title, no word that the rules know."""
    known = lexicon.is_ordinary(token.lower) or (token.lower,) in lexicon.people.introducers
    where = token.lower in lexicon.places.before and token.lower not in lexicon.particles  # `À Berlin, le maire`
    return token.word and token.capital and not (token.elided or known or where)


def _name_step(tokens: Sequence[Token], at: int, goes_on: bool, lexicon: EntityLexicon, is_place: IsPlace) -> int:
    """How many tokens of a name stand here: a word with a capital, particles and one, an initial's full stop."""
    token = tokens[at]
    if token.word and (token.capital or bound_particle(token, lexicon)) and not token.elided:
        return 0 if goes_on and _other_title(tokens, at, lexicon) else 1
    if not goes_on:
        return 0
    if token.text == "." and at + 1 < len(tokens):
        short = tokens[at - 1].initial or tokens[at - 1].lower in lexicon.people.short_names
        return int(short and tokens[at + 1].capital)
    size = particles(tokens, at, lexicon)
    if not size:
        return 0
    following = tokens[at + size]
    known = following.lower in lexicon.heads or following.lower in lexicon.not_names or is_place(following.text)
    own = known or following.lower in lexicon.charges  # `Conseiller Principal des Affaires étrangères`
    return 0 if own else size + 1


def _other_title(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a title with something after it stands here: the end of `Laurent Fabius Ministre des Affaires …`."""
    end = at + lexicon.people.introducers.match(tokens, at)
    if end - at != 1:
        return end > at and not is_middle_initial(tokens, at, end, lexicon)
    return end < len(tokens) and (tokens[end].capital or (tokens[end].lower,) in lexicon.people.role_links)


def is_first_name(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a title stands here that is a given name without an article: `selon Cheikh Anta Diop`."""
    articled = at > 0 and tokens[at - 1].lower in lexicon.articles
    return tokens[at].capital and tokens[at].lower in lexicon.people.first_names and not articled


def bound_particle(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word is a name with a small particle at a hyphen: `al-Assad`."""
    particle, _, name = token.text.replace("‑", "-").partition("-")
    return name[:1].isupper() and particle in lexicon.particles


def particles(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """How many particles stand here before a word with a capital."""
    end = at
    while end < len(tokens) and end - at < _LONGEST_PARTICLES and tokens[end].lower in lexicon.particles:
        if tokens[end].capital and not _is_in_capitals(tokens, at):
            break
        end += 1
    return end - at if at < end < len(tokens) and tokens[end].capital and not tokens[end].elided else 0


def _is_in_capitals(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name in capitals goes on here: the `VAN DEN` of `B. VAN DEN BOSCH`."""
    return all(t.text.isupper() and len(t.text) > 1 for t in tokens[at : at + 2]) and len(tokens) > at + 1


def is_middle_initial(tokens: Sequence[Token], at: int, end: int, lexicon: EntityLexicon) -> bool:
    """Whether the `M.` of `J. M. Barroso` or `Linda M. Thomas` stands here, not the one of `M. Barroso`."""
    if end - at != 2 or not tokens[at].initial:
        return False
    if lexicon.head_last and end < len(tokens) and tokens[end].initial:
        return True  # `M. K. Stalin`
    if not at:
        return False
    before = tokens[at - 1]
    if before.text == ".":
        return at > 1 and tokens[at - 2].initial
    if not _is_given(before, lexicon) or _is_titled(tokens, at, lexicon):
        return False
    if at > 1 and _is_given(tokens[at - 2], lexicon):
        return False  # a list: `M. Jean Aubert M. Luc Vidal`
    return lexicon.head_last or not _is_titled(tokens, at - 1, lexicon)


def _is_given(word: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word with a capital may be a given name."""
    plain = word.word and word.capital and not word.text.isupper() and not word.elided
    return plain and not lexicon.is_ordinary(word.lower)


def _is_titled(tokens: Sequence[Token], end: int, lexicon: EntityLexicon) -> bool:
    """Whether a title ends before this token."""
    sizes = range(1, min(end, _LONGEST_TITLE) + 1)
    return any(lexicon.people.introducers.match(tokens, end - size) == size for size in sizes)
