"""People by what introduces them: `M. Idrissov`, `le Président Nazarbaïev`, `Presidents Macron and Putin`."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.people.names import is_first_name, is_middle_initial, name_end, particles
from pipeline.extract.entities.known import IsPlace
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import in_dictionary
from pipeline.extract.entities.tokens import Token

_LONGEST_SHORT = 4  # letters of a civility that a full stop may follow
_LONGEST_BODY = 6  # words between the head of a body and the title of whom it is called after
_PAIR = 2  # words of `le SE`
_LONGEST_POST = 3  # letters of a post's acronym
_LONGEST_ACRONYM = 5  # letters of a body's
_MOST = 12  # people that one title introduces


class _Title(NamedTuple):
    end: int
    civility: bool
    several: bool
    loose: bool  # also stands in names of bodies
    short: bool = False  # `Mr`, which introduces whatever has a capital
    peer: bool = False  # `Lord`, whose names go on with a place
    plain: bool = False  # `Mr`, `Madame`: a title right behind it is a name
    any: bool = False  # `un caporal`: what a particle ties to it is where he is from


def find_titled_people(tokens: Sequence[Token], lexicon: EntityLexicon, is_place: IsPlace) -> Iterator[Candidate]:
    """The people that a title or civility introduces; the name without it. One in the plural introduces several."""
    for title in _titles(tokens, lexicon):
        at: int | None = title.end
        demonym = title.end < len(tokens) and lexicon.is_demonym(tokens[title.end].lower)
        if demonym and not title.civility and not (lexicon.head_last and tokens[title.end].capital):
            at = title.end + 1  # `le président français Macron`, not `Ambassador Akan Rakhimov`
        for _ in range(_MOST if title.several else 1):
            end = _introduced(tokens, at, title, lexicon, is_place) if at is not None else None
            if at is None or end is None:
                break
            yield Candidate(tokens[at].start, tokens[end - 1].end, "PERSON", "title")
            at = _next_in_list(tokens, end, lexicon)


def _introduced(
    tokens: Sequence[Token], at: int, title: _Title, lexicon: EntityLexicon, is_place: IsPlace
) -> int | None:
    """The token after the name that begins here, if the title introduces one."""
    begin = at + _opening_particles(tokens, at, title, lexicon)
    if begin >= len(tokens):
        return None
    named = _is_namesake(tokens[begin], title, lexicon) or _has_parent(tokens, begin, lexicon)
    if lexicon.people.introducers.match(tokens, begin) and not named:
        return None
    end = name_end(tokens, begin, lexicon, is_place)
    words = tokens[begin:end]
    tied = not title.civility or (begin > at and not title.plain)  # `maréchal d'Écosse`
    if not words or (tied and is_place(words[0].text)):
        return None
    letter = tokens[title.end - 1].text
    if len(letter) == 1 and letter.isalpha() and in_dictionary(words[0].lower, lexicon.language) == "small":
        return None  # `Taille M Noir`
    if not title.civility and (words[0].lower,) in lexicon.people.role_links:
        return None  # `Secrétaire d'État Chargé des Français de l'étranger`
    if (at > title.end and _is_title(words, lexicon)) or _is_office(words, title, lexicon):
        return None
    if _is_generic(words, title, lexicon) or _is_post(tokens[at:end], title, lexicon) or _is_body(tokens[at:end]):
        return None
    if len(words) == 1 and (lexicon.is_demonym(words[0].lower) or _goes_on_post(words[0], title, lexicon)):
        return None
    if not title.short and _is_of_a_title(tokens, begin, lexicon):
        return None
    if title.loose and lexicon.head_last and any(t.lower in lexicon.heads for t in words):
        return None  # `General Labour Union`
    if not title.plain and _names_a_body(words, lexicon):
        return None
    return _with_seat(tokens, end, title, lexicon)


def _is_post(words: Sequence[Token], title: _Title, lexicon: EntityLexicon) -> bool:
    """Whether an article stands before a post, perhaps its letters: `M. le Proviseur`, `Mme la DGA`."""
    if words[0].lower in lexicon.articles and not title.short:
        titled = all((word.lower,) in lexicon.people.titles for word in words[1:])
        if len(words) <= _PAIR and titled:
            return True  # `Monsieur Le Premier Ministre`, but `M. Le Maire`
    if len(words) != _PAIR or words[0].capital or words[0].lower not in lexicon.articles:
        return False
    short = words[1].text.isupper() and len(words[1].text) <= _LONGEST_POST
    return short or in_dictionary(words[1].lower, lexicon.language) == "small"


def _is_body(words: Sequence[Token]) -> bool:
    """Whether small words tie a title to a short name in capitals (`lieutenant des FTP`), or a figure is called so."""
    tied = words[0].small and not words[-1].small and words[-1].text.isupper()
    short = tied and len(words[-1].text) <= _LONGEST_ACRONYM and all(word.small for word in words[:-1])
    return short or any(map(str.isdigit, words[-1].text))


def _goes_on_post(word: Token, title: _Title, lexicon: EntityLexicon) -> bool:
    """Whether an adjective of the dictionary belongs to a post, where adjectives come last: `Conseiller Principal`."""
    adjective = not lexicon.head_last and not title.civility and lexicon.is_adjective(word.lower)
    return adjective and in_dictionary(word.lower, lexicon.language) == "small"


def _has_parent(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a name that is a title too stands here before whose child it is: `Dr Sultan bin Ahmad Al Jaber`."""
    return tokens[at].capital and any(token.lower in lexicon.people.sheikhs for token in tokens[at + 1 : at + 2])


def _is_title(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether a word is a title in the plural, behind a list of those who have it: `MM. X et Y, Secrétaires`."""
    word = words[0].lower
    titles = ((word,), (word.removesuffix("s"),))
    return len(words) == 1 and word.endswith("s") and any(form in lexicon.people.titles for form in titles)


def _is_office(words: Sequence[Token], title: _Title, lexicon: EntityLexicon) -> bool:
    """Whether somebody is called by an office that another one fills: `Mr Acting Speaker`, `Madam Deputy Chair`."""
    *fronts, last = [word.lower for word in words]
    office = (last,) in lexicon.people.titles or last in lexicon.people.post_ends
    fronts = [word for word in fronts if word not in lexicon.articles]  # `M. Le Maire`
    return title.civility and office and bool(fronts) and all(map(lexicon.is_ordinary, fronts))


def _is_namesake(word: Token, title: _Title, lexicon: EntityLexicon) -> bool:
    """Whether a title that is a name too stands behind a civility: `Mr. King`, `Mr. Sultan Al Jaber`."""
    surname = title.short and word.lower in lexicon.people.namesakes
    given = title.plain and word.lower in lexicon.people.given_titles
    return word.capital and (surname or given or word.lower in lexicon.people.first_names)


def _is_of_a_title(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a common word stands between two titles, where heads come last: `Chief Electoral Commissioner`."""
    after = lexicon.people.titles.match(tokens, at + 1) if lexicon.head_last and at + 1 < len(tokens) else 0
    return after > 0 and tokens[at + 1].capital and in_dictionary(tokens[at].lower, lexicon.language) == "small"


def _names_a_body(words: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether a kind of body or place that is no surname ends the name: `Lady Hardinge Medical College`."""
    last = words[-1].lower
    return lexicon.head_last and last in lexicon.heads and len(words) > 1 and last not in lexicon.people.namesakes


def _is_generic(words: Sequence[Token], title: _Title, lexicon: EntityLexicon) -> bool:
    """Whether a common noun or a kind of body opens what a title introduces; but `M. Mars`, `Mr. Bill Lake`."""
    first = words[0].lower
    if title.civility and words[0].text.isupper() and words[-1].capital and not words[-1].text.isupper():
        return False  # `professeur CHU Hoang Ha`
    if title.short and (len(words) > 1 or first in lexicon.people.namesakes):
        return False
    if first in lexicon.months and len(words) == 1 and (title.short or not lexicon.head_last):
        return False  # `Mrs May`, `le maréchal Juin`; an English `January` may be a month
    return first in lexicon.not_names or (first in lexicon.heads and not title.short)


def _with_seat(tokens: Sequence[Token], end: int, title: _Title, lexicon: EntityLexicon) -> int:
    """The token after `of Bolton` where a peer's name goes on with it; `end` where it does not."""
    link = lexicon.place_links.match(tokens, end) if title.peer and end < len(tokens) else 0
    seat = end + link
    while link and seat < len(tokens) and tokens[seat].word and tokens[seat].capital:
        seat += 1
    return seat if seat > end + link else end


def _opening_particles(tokens: Sequence[Token], at: int, title: _Title, lexicon: EntityLexicon) -> int:
    """How many particles open the name; after a title not those that tie a role to its object (`ministre de …`)."""
    if at >= len(tokens) or title.any or (not title.civility and (tokens[at].lower,) in lexicon.people.role_links):
        return 0
    if tokens[at - 1].lower in lexicon.people.clergy_and_kin:
        return 0  # `le curé de Lisieux`
    return particles(tokens, at, lexicon)


def _next_in_list(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int | None:
    """The token after `,` or a conjunction that stands here, where a list of people goes on."""
    begin = at
    if begin < len(tokens) and tokens[begin].text == ",":
        begin += 1
    if begin < len(tokens) and tokens[begin].lower in lexicon.conjunctions:
        begin += 1
    return begin if at < begin < len(tokens) else None


def _titles(tokens: Sequence[Token], lexicon: EntityLexicon) -> Iterator[_Title]:
    behind = 0  # the last title
    for at, size in lexicon.people.introducers.places(tokens):
        if at < behind:
            continue
        end = at + size
        words = tuple(t.lower for t in tokens[at:end])
        civility = words in lexicon.people.civilities
        named = not lexicon.head_last and at > 0 and tokens[at - 1].capital and tokens[at - 1].lower in lexicon.heads
        inside = (
            at > 0
            and tokens[at].capital
            and (tokens[at].lower in lexicon.people.name_titles)
            and _in_name(tokens, at, lexicon)
        )
        named = (named and tokens[at].capital) or _closes_a_name(tokens, at, lexicon)
        letter = len(tokens[at].text) == 1 and (size == 1 or tokens[at].small)
        measured = at > 0 and letter and tokens[at - 1].text.isdecimal()  # `340 M XPF`
        if inside or named or measured or (civility and is_middle_initial(tokens, at, end, lexicon)):
            continue
        if size == 1 and is_first_name(tokens, at, lexicon):
            continue
        short = len(words[-1]) <= _LONGEST_SHORT and words[-1] != "."
        if civility and short and end < len(tokens) and tokens[end].text == ".":
            if tokens[end - 1].small and in_dictionary(words[-1], lexicon.language) == "small":
                continue  # `est un feu.`
            end += 1
        loose = not civility or words[0] in lexicon.people.name_titles
        peer = words[-1] in lexicon.people.peerages
        bare = civility and not loose and tokens[at].capital and _is_bare(words)
        plain, before = words in lexicon.people.plain_civilities, tokens[at - 1].lower if at else ""
        any_ = before in lexicon.indefinites and before in lexicon.determiners
        yield _Title(end, civility, words in lexicon.people.plurals, loose, bare, peer, plain, any_)
        behind = end


def _closes_a_name(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a title with a capital stands right behind a body's complement: `Institut de médecine Prince Léopold`."""
    if lexicon.head_last or not at or not tokens[at].capital or tokens[at].lower not in lexicon.people.eponym_titles:
        return False
    if tokens[at - 1].lower in lexicon.determiners or tokens[at - 1].lower in lexicon.conjunctions:
        return False
    for before in reversed(tokens[max(at - _LONGEST_BODY, 0) : at]):
        if lexicon.heads.get(before.lower) == "ORGANIZATION":
            return True
        if not before.small or before.lower in lexicon.stops:
            return False
    return False


def _is_bare(words: Sequence[str]) -> bool:
    """Whether a civility is one short word, with its full stop or without."""
    return len(words[0]) <= _LONGEST_SHORT and words[1:] in ((), (".",))


def _in_name(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether the `Cheikh` of `Ismaïl Ould Cheikh Ahmed` stands here."""
    before = tokens[at - 1]
    return before.word and before.capital and before.lower in lexicon.particles
