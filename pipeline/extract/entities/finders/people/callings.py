"""People beside the noun that says what they are: `X, a fisherman`, `the hurdler X`, `the mayor, X, …`."""

from collections.abc import Sequence

from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import is_word
from pipeline.extract.entities.tokens import Token

_LONGEST_POST = 6  # tokens of a title
_LONGEST_NOUN = 4  # words from the article of a noun to its last adjective
_LONGEST_OBJECT = 12  # tokens of a title and what it is about
_FULL = 2  # words of a name in full
_ITEM_ENDS = ";)|"
_MARKS = ",;.!?)—–"  # behind one of these an apposition is over


def is_apposed(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """`X, who …`, `X, a fisherman from …`, `X, a young veterinary surgeon, …`, `X, the Dane, …`."""
    if end + 1 >= len(tokens) or tokens[end].text != "," or _is_of_a_place(tokens, start, lexicon):
        return False
    if end - start == 1 and start and tokens[start - 1].text == "," and is_word(tokens[start].lower, lexicon.language):
        return False  # `Jeanne Kerbrat, Analyste, journaliste et enseignante`
    if tokens[end + 1].lower in lexicon.frames.apposed_pronouns:
        return True
    articled = tokens[end + 1].lower in lexicon.determiners
    noun = end + 1 + articled
    if noun == len(tokens) or (articled and start and tokens[start - 1].lower in lexicon.frames.origins):
        return False  # `A delegation from X, our sister city`, `Après le séisme de X, le chanteur …`
    if articled and lexicon.is_demonym(tokens[noun].lower):
        return _is_over(tokens, noun + 1, lexicon)
    if not tokens[noun].small:
        return not articled and _is_post_alone(tokens, noun, lexicon)
    post = noun + lexicon.people.titles.match(tokens, noun)
    tied = post > noun and lexicon.people.role_links.match(tokens, post) > 0  # `X, préfet de …`
    return tied or is_calling(tokens[noun], lexicon) or (articled and _ends_as_calling(tokens, noun, lexicon))


def _is_of_a_place(tokens: Sequence[Token], start: int, lexicon: EntityLexicon) -> bool:
    """Whether a kind of place and a link stand before a name: `the people of X`, `la base de X`."""
    linked = start > 1 and (tokens[start - 1].lower,) in lexicon.place_links
    return linked and tokens[start - 2].lower in lexicon.places.kinds


def is_called(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """`the hurdler X`, `son cousin le forgeron X`: the noun has a determiner before it, or an adjective."""
    noun = start - 1
    if noun < 1 or not tokens[noun].small or not is_calling(tokens[noun], lexicon):
        return False
    before = tokens[noun - 1]
    if before.lower in lexicon.determiners or before.lower == "'s":
        return before.lower not in lexicon.indefinites
    return before.small and (lexicon.is_adjective(before.lower) or lexicon.is_demonym(before.lower))


def is_told_apart(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """`the mayor, X, said`, `un marchand, X, et sa femme`: behind what people are and a comma, before another mark."""
    comma = start - 1
    closed = end == len(tokens) or tokens[end].text in _MARKS
    if comma < 1 or tokens[comma].text != "," or not closed:
        return False
    nouns = _noun_phrase(tokens, comma, lexicon)
    if not nouns or any(t.lower in lexicon.places.kinds and not is_calling(t, lexicon) for t in nouns):
        return False
    return is_calling(nouns[-1 if lexicon.head_last else 0], lexicon)


def is_behind_post(tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon) -> bool:
    """`the Minister of Infrastructure, X Y, said`: behind a title, its object and a comma; X has two words and more."""
    comma = start - 1
    closed = end < len(tokens) and tokens[end].text in _MARKS
    if comma < 1 or tokens[comma].text != "," or not closed or end - start < _FULL:
        return False
    if all(t.small or is_word(t.lower, lexicon.language) for t in tokens[start:end]):
        return False  # `le ministre de la Justice, Garde des Sceaux, …`
    for at in range(comma - 1, max(comma - _LONGEST_OBJECT, 0) - 1, -1):
        size = lexicon.people.titles.match(tokens, at)
        if size and at + size < comma:
            return all(_is_of_post(token, lexicon) for token in tokens[at + size : comma])
    return False


def _is_of_post(word: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word may stand in what a post is about: a field, its adjectives, what ties them."""
    tie = (
        (word.lower,) in lexicon.people.role_links
        or word.lower in lexicon.determiners
        or word.lower in lexicon.conjunctions
    )
    return word.word and (word.capital or tie or lexicon.is_adjective(word.lower) or lexicon.is_demonym(word.lower))


def _noun_phrase(tokens: Sequence[Token], end: int, lexicon: EntityLexicon) -> Sequence[Token]:
    """The words in lower case that end here, from the noun or adjective behind their determiner on."""
    first = end
    while first and end - first < _LONGEST_NOUN and tokens[first - 1].small and not _ties(tokens[first - 1], lexicon):
        if tokens[first - 1].lower in lexicon.determiners:
            break
        first -= 1
    if not first or tokens[first - 1].lower not in lexicon.determiners:
        return ()
    while not lexicon.head_last and first < end - 1 and tokens[first].lower in lexicon.front_adjectives:
        first += 1
    return tokens[first:end]


def is_calling(word: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word says what people are: a trade, a post, a rank."""
    known = word.lower in lexicon.frames.apposed or (word.lower,) in lexicon.people.introducers
    return known or (len(word.text) > _LONGEST_POST and word.lower.endswith(lexicon.frames.calling_endings))


def is_people(word: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word says what one or several people are: `a trader`, `Traders`."""
    singular = word._replace(text=word.text.rstrip("s"), lower=word.lower.rstrip("s"))
    return is_calling(word, lexicon) or is_calling(singular, lexicon)


def _ends_as_calling(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether words of a noun phrase begin here whose last one is a calling: `veterinary surgeon`."""
    end = at
    while end < len(tokens) and end - at < _LONGEST_NOUN and tokens[end].small and not _ties(tokens[end], lexicon):
        end += 1
    if end == at or not _is_over(tokens, end, lexicon):
        return False
    return is_calling(tokens[end - 1 if lexicon.head_last else at], lexicon)


def _is_post_alone(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a title with a capital ends an item of a list: the `President` of `(Ann Okoro, President; …)`."""
    end = at + lexicon.people.titles.match(tokens, at)
    return end > at and (end == len(tokens) or tokens[end].text in _ITEM_ENDS)


def _is_over(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a noun phrase has ended before this token."""
    return at == len(tokens) or not tokens[at].word or _ties(tokens[at], lexicon)


def _ties(word: Token, lexicon: EntityLexicon) -> bool:
    return word.lower in lexicon.stops or word.lower in lexicon.conjunctions or word.lower in lexicon.places.before
