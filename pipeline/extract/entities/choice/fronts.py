"""Where a name ends in what the model proposes: before a date, a verb, common nouns, a case, a place of signing."""

from collections.abc import Sequence

from pipeline.extract.entities.finders.long_names.adjectives import is_astray
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import lemma
from pipeline.extract.entities.tokens import Token, form_of
from pipeline.records import EntityLabel

_YEAR = 4  # digits
_LONGEST_LINK = 5  # tokens
_PAIR = 2  # words
_NO_VERBS = ("é", "ée", "és", "ées", "ants", "antes", "ante", "ant", "er", "ers", "ère", "ères")  # adjectives


def front(
    row: Sequence[Token], following: Sequence[Token], label: EntityLabel, lexicon: EntityLexicon, known: KnownNames
) -> Sequence[Token]:
    """The tokens of a row before where a name of a label ends; `following`: the token behind the row, if any."""
    row = row[: _undated(row, lexicon)]
    row = row[: next((at for at in range(1, len(row)) if is_astray(row[:at], row[at], lexicon)), len(row))]
    row = row[: _before_predicate(row, following, lexicon)]
    row = row[: _before_time(row, lexicon)]
    if label in ("LOCATION", "ORGANIZATION"):
        row = row[: _before_common(row, following, lexicon, known)]
    if label == "ORGANIZATION":
        row = row[: _before_case(row, lexicon, known)]
    if label == "AGREEMENT":
        row = row[: _before_adjunct(row, lexicon)]
        row = row[: _before_town(row, lexicon, known)]
    return row


def _undated(row: Sequence[Token], lexicon: EntityLexicon) -> int:
    """How many tokens stand before a date in the text of a name: `traité de partenariat` of `… en juin 2008 et …`,
    `Accord de coopération culturelle` of `… de juin 2008`, not `débâcle de juin 1940`."""
    for at in range(1, len(row) - 1):
        word, following = row[at].lower, row[at + 1]
        if at > 1 and (word,) in lexicon.place_links and following.lower in lexicon.months and row[-1].text.isdigit():
            return at
        tie = row[at].small and word in lexicon.places.before and (word,) not in lexicon.place_links
        year = following.text.isdigit() and len(following.text) == _YEAR
        if tie and (year or following.lower in lexicon.months):
            return at
    return len(row)


def _before_predicate(row: Sequence[Token], following: Sequence[Token], lexicon: EntityLexicon) -> int:
    """How many tokens stand before what a body does: `Banque africaine de développement` of `… cofinance la route`.

    A determiner that no link holds begins an object; a word in lower case between it and the name, behind no link
    and no head's adjective, is the verb.
    """
    if lexicon.head_last:
        return _before_verb(row, lexicon)
    if not row or row[0].lower not in lexicon.heads:
        return len(row)
    finite = next((at for at in range(_PAIR, len(row)) if _is_finite(row[at], row[at - 1], lexicon)), 0)
    if finite:
        return finite
    beyond = [*row, *following]
    for at in range(2, len(beyond)):
        word, before = beyond[at], beyond[at - 1]
        if not word.small or word.lower not in lexicon.objects or before.capital or not before.small:
            continue
        if before.lower.endswith(lexicon.infinitive_endings) and lexicon.place_links.match(beyond, at - 2) == 1:
            return min(at - 2, len(row))  # `demandé à la Commission de préparer un rapport`
        if _is_tie(before, lexicon) or lexicon.links.match(beyond, at - 1) > 1:
            continue
        if lexicon.is_adjective(before.lower) or lexicon.links.end_at(beyond, at - 1, _LONGEST_LINK):
            return min(at, len(row))
        return at - 1
    return len(row)


def _is_finite(word: Token, before: Token, lexicon: EntityLexicon) -> bool:
    """Whether a small word behind one that no link ties to it is a verb: `Fonds de solidarité caribéen décaisse`."""
    if not word.small or lexicon.is_adjective(word.lower) or word.lower.endswith(_NO_VERBS):
        return False
    behind = (
        before.word and not before.elided and not _is_tie(before, lexicon) and before.lower not in lexicon.determiners
    )
    root = lemma(word.lower, lexicon.language)
    return behind and root != word.lower and root.endswith(lexicon.infinitive_endings)


def _before_verb(row: Sequence[Token], lexicon: EntityLexicon) -> int:
    """How many tokens stand before words in lower case that no link ties to a head: `Convention allows for it`."""
    for at in range(1, len(row)):
        if row[at].small and row[at - 1].capital and row[at - 1].lower in lexicon.heads:
            rest = row[at:]
            apart = not _is_tie(row[at], lexicon) and row[at].lower not in lexicon.determiners
            if apart and all(t.small and t.lower not in lexicon.heads for t in rest):
                return at
    return len(row)


def _is_tie(word: Token, lexicon: EntityLexicon) -> bool:
    """Whether a small word ties what follows to what stands before: a tie, or a participle."""
    return lexicon.is_tie(word) or word.lower.endswith(lexicon.tie_endings)


def _before_time(row: Sequence[Token], lexicon: EntityLexicon) -> int:
    """How many tokens stand before what says when: `Assembly of the Republic` of `… before Easter`."""
    times = (at for at in range(1, len(row)) if row[at].small and row[at].lower in lexicon.frames.times)
    return next(times, len(row))


def _before_common(row: Sequence[Token], following: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> int:
    """How many tokens stand before common nouns in title case, or the front of a title, that follow a known body or
    place: `EU` of `EU Member States`, `WFP` of `WFP Country Director`."""
    if not lexicon.head_last or len(row) < _PAIR or known.own_label(form_of(row)):
        return len(row)
    for at in range(len(row) - 1, 0, -1):
        rest = row[at:]
        if not rest[0].capital or (rest[-1].lower in lexicon.heads and rest[-1].lower not in lexicon.not_names):
            continue
        title = lexicon.people.titles.match([*row, *following], at) >= len(rest)
        common = all(word.lower in lexicon.bodies.tails or word.lower in lexicon.people.post_ends for word in rest)
        if (title or common) and known.own_label(form_of(row[:at])):
            return at
    return len(row)


def _before_case(row: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> int:
    """How many tokens stand before where, or in what matter, a known body does something: `International Court of
    Justice` of `… in Maritime Delimitation in the Indian Ocean`; the seat of an office is its own (`UN Office in
    Geneva`)."""
    for at in range(2, len(row) - 1):
        where = row[at].lower in lexicon.places.surely_before
        link = lexicon.agreements.reach_links.match(row, at) or int(where or row[at].lower in lexicon.places.before)
        if not link or not row[at].small or (row[at].lower,) in lexicon.place_links:
            continue
        body = known.own_label(form_of(row[:at])) == "ORGANIZATION"
        town = known.is_town(form_of(row[at + link :]))
        seat = town and any(t.lower in lexicon.bodies.posts for t in row[:at])
        if body and not seat and (town or where or link > 1):
            return at
        if where or not town:
            return len(row)
    return len(row)


def _before_adjunct(row: Sequence[Token], lexicon: EntityLexicon) -> int:
    """How many tokens stand before what says how or when something is done with an agreement: `dans le cadre du …`."""
    agreements = lexicon.agreements
    for at in range(2, len(row)):
        if row[at].small and row[at].lower in agreements.adjuncts:
            sizes = range(1, min(at, _LONGEST_LINK))
            size = next((size for size in sizes if agreements.reach_links.match(row, at - size) == size), 0)
            if size:
                return at - size
    return len(row)


def _before_town(row: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> int:
    """How many tokens stand before the great city where an agreement was made: `Traité de Coopération à Paris`."""
    if len(row) <= _PAIR or not row[-3].capital or not row[-2].small or (row[-2].lower,) in lexicon.place_links:
        return len(row)
    there = row[-2].lower in lexicon.places.before or row[-2].lower in lexicon.places.surely_before
    return len(row) - _PAIR if there and known.is_great_city(row[-1].text) else len(row)
