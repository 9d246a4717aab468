"""What belongs to a title or to what a minister is in charge of: `State for Foreign Affairs` is no body."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.known import IsPlace
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, form_of

_LONGEST_OWNER = 8  # words of what stands before a title


def inside_titles(tokens: Sequence[Token], lexicon: EntityLexicon, is_place: IsPlace) -> set[int]:
    """Where the words of titles begin, but for the first of each: `State` in `Secretary of State`; not the `Republic`
    of `President of the Republic of Fiji`."""
    return {
        inner.start
        for at, size in lexicon.people.titles.places(tokens)
        for inner in tokens[at + 1 : at + size]
        if inner is not tokens[at + size - 1] or not _opens_a_state(tokens, at + size, lexicon, is_place)
    }


def _opens_a_state(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, is_place: IsPlace) -> bool:
    """Whether the last word of a title before this token has a place of its own behind it."""
    last = tokens[at - 1]
    link = lexicon.place_links.match(tokens, at) if last.capital and last.lower in lexicon.heads else 0
    return link > 0 and at + link < len(tokens) and is_place(tokens[at + link].text)


def inside_portfolios(tokens: Sequence[Token], lexicon: EntityLexicon, is_known: IsPlace) -> set[int]:
    """Where the words of a minister's portfolio begin: `Canadian` in `Minister of Canadian Heritage`.

    A portfolio stands behind the title and a link; where the head comes last also before the title (`Trade Secretary`,
    not `Fiji Minister`, `African Union Foreign Ministers`); `is_known`: knows the names of places and bodies.
    """
    found: set[int] = set()
    for at, size in lexicon.people.portfolios.places(tokens):
        first = at
        near = at - _LONGEST_OWNER
        while lexicon.head_last and first > max(near, 0) and tokens[first - 1].capital and tokens[first - 1].word:
            first -= 1
        owner = next((end for end in range(at, first, -1) if is_known(form_of(tokens[first:end]))), first)
        found.update(token.start for token in tokens[owner:at])
        end = at + size
        while end < len(tokens) and tokens[end].small and lexicon.is_demonym(tokens[end].lower):
            end += 1  # `ministre français des Affaires étrangères`
        found.update(_words_in_charge(tokens, end, lexicon))
    return found


def _words_in_charge(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> Iterator[int]:
    """Where the words with a capital begin that links tie to the title before them: those of `de l'Enseignement
    supérieur et de la Recherche`."""
    behind = at  # the title
    while at < len(tokens):
        token, link = tokens[at], lexicon.people.role_links.match(tokens, at)
        named = token.word and token.capital
        if named and lexicon.people.role_links.match(tokens, behind):
            yield token.start
        if token.text == "," and not _is_listed(tokens, at):
            return
        if not (link or named or token.text == "," or _is_adjective(token, lexicon)):
            return
        at += max(link, 1)


def _is_adjective(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word in lower case goes on with what stands before it, where adjectives come last."""
    return not lexicon.head_last and token.small and lexicon.is_adjective(token.lower)


def _is_listed(tokens: Sequence[Token], comma: int) -> bool:
    """Whether one word with a capital stands after a comma and a comma or a small word after it."""
    following = tokens[comma + 1 : comma + 3]
    return len(following) == 2 and following[0].capital and not following[1].capital and following[1].text != "."
