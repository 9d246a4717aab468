"""Names in a series are of one kind: `in Benue, Enugu, Jigawa and Kano`, `Laurent Fabius, Pierre Moscovici and …`."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, token_at
from pipeline.records import EntityLabel

_WEIGHTS = {"gazetteer": 3, "title": 3, "place": 3, "surname": 3, "city": 1, "rule": 3, "document": 1, "model": 2}
_OWN = ("gazetteer", "title", "surname")  # finders that know people by themselves
_MISTAKEN = ("model", "city", "gazetteer")  # finders that take people for places: `Merkel et Hollande`
_HUGE = 1_000_000  # inhabitants of a city that no person in a series is called after
_LONGEST = 4  # tokens of an item
_FEWEST = 2  # items
_SURE = 2  # votes for places, or for three people and more
_SURER = 3  # votes for two people


def alike(
    tokens: Sequence[Token], found: Sequence[Candidate], lexicon: EntityLexicon, known: KnownNames
) -> list[Candidate]:
    """The candidates, those of a series under the label of most of it, with the items of it that no finder saw.

    Only places and people are made alike: bodies stand beside anything. What `known` has under another label stays.
    """
    rows = list(_series(tokens, lexicon))
    if not rows:
        return list(found)
    by_span: dict[tuple[int, int], list[Candidate]] = {}
    for candidate in found:
        first, last = token_at(tokens, candidate.start), token_at(tokens, candidate.end)
        by_span.setdefault((first, last), []).append(candidate)
    kept = list(found)
    for series, joined in rows:
        voters = [_voters(tokens[slice(*item)], by_span.get(item, []), known) for item in series]
        people = any(one.by in _OWN and one.label == "PERSON" for here in voters for one in here)
        if not people and any(map(_is_agreed_place, voters)):
            voters = [_as_towns(tokens[slice(*item)], here, known) for item, here in zip(series, voters, strict=True)]
        label = _label(_led(tokens, voters, series), joined=joined)
        if label is None:
            continue
        for first, last in series:
            here = by_span.get((first, last), [])
            form = " ".join(t.text for t in tokens[first:last])
            full = last - first > 1 and any(c.label == "PERSON" for c in here)
            if full and label == "LOCATION" and len(series) == _FEWEST:
                continue  # `Paris and Laurent Fabius`
            if (
                known.is_only_a_place(form, least=_HUGE)
                or (known.own_label(form) not in (None, "LOCATION"))
                or any(c.by in _OWN and c.label == "PERSON" for c in here)
                or _is_odd(tokens[first:last], label, here, lexicon)
                or _owns(tokens, last)
                or (label == "PERSON" and first == series[0][0] and _is_where(tokens, first, form, lexicon, known))
            ):
                continue
            kept = [c for c in kept if c not in here or c.label == label]
            kept.append(Candidate(tokens[first].start, tokens[last - 1].end, label, "series"))
    return kept


def _is_odd(words: Sequence[Token], label: EntityLabel, here: Sequence[Candidate], lexicon: EntityLexicon) -> bool:
    """Whether an item is none of the series' kind; one word is a person only where it was taken for a place."""
    if any(t.lower in lexicon.heads or t.lower in lexicon.not_names for t in words):
        return True
    if any(lexicon.holds_month(word.lower) for word in words):
        return True  # `October-December`
    if lexicon.is_demonym(words[-1].lower) or (
        len(words) > 1 and words[-1].lower.rstrip("s") in lexicon.people.post_ends
    ):
        return True  # `the Indian high commissioner`, `Research Officers`
    if any(lexicon.people.titles.match(words, at) == len(words) - at for at in range(len(words))):
        return True  # `Acting Registrar`
    shouted = words[0].text.isupper() and len(words) == 1
    mistaken = any(c.label == "LOCATION" and c.by in _MISTAKEN for c in here)
    return shouted or (label == "PERSON" and len(words) == 1 and not mistaken)


def _is_where(tokens: Sequence[Token], first: int, form: str, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether the first item says where the people behind it are: `in the hall of Aachen, Emmanuel Macron and …`."""
    before = tokens[first - 1].lower if first else ""
    governed = before in lexicon.places.before or (before,) in lexicon.place_links
    return before in lexicon.determiners or known.is_only_a_place(form) or (governed and known.is_town(form))


def _owns(tokens: Sequence[Token], after: int) -> bool:
    """Whether an item owns what follows, the item of the series: `Tardieu and Britain's MacDonald`."""
    return after < len(tokens) and tokens[after].lower == "'s"


def _voters(words: Sequence[Token], here: Sequence[Candidate], known: KnownNames) -> Sequence[Candidate]:
    """The candidates of an item that tell its label: where a place goes by another name, not that it may be one."""
    byname = known.is_byname(" ".join(token.text for token in words))  # `Hollande`
    return [one for one in here if not byname or one.by not in _MISTAKEN]


def _is_agreed_place(here: Sequence[Candidate]) -> bool:
    """Whether the model and a list see a place in an item, and nobody a person."""
    makers = {one.by for one in here if one.label == "LOCATION"}
    return "model" in makers and len(makers) > 1 and all(one.label == "LOCATION" for one in here)


def _as_towns(words: Sequence[Token], here: Sequence[Candidate], known: KnownNames) -> Sequence[Candidate]:
    """The candidates of an item; of a town that the model alone takes for a person, none."""
    people = [one for one in here if one.label == "PERSON"]
    town = len(words) == 1 and all(one.by == "model" for one in people) and known.is_town(words[0].text)
    return [one for one in here if one not in people] if town else here


def _led(
    tokens: Sequence[Token], items: Sequence[Sequence[Candidate]], series: Sequence[tuple[int, int]]
) -> Sequence[Sequence[Candidate]]:
    """The candidates of items behind one whose words before it tell a place, without the people of one word that only
    the model sees: `the villages of Mweka, Dikolo and Kana`, not `In Mweka, Dikolo and Kana met`."""
    opened = series[0][0] == 0 or tokens[series[0][0] - 1].capital
    if opened or not any(one.by == "place" for one in items[0]):
        return items
    behind = zip(items[1:], series[1:], strict=True)
    rest = [[one for one in here if one.by != "model" or last - first > 1] for here, (first, last) in behind]
    return [[one for one in items[0] if one.by != "model"], *rest]


def _label(items: Sequence[Sequence[Candidate]], *, joined: bool) -> EntityLabel | None:
    """The label of most items. `joined`: whether a conjunction ties the last two, which tells a series of two."""
    votes: Counter[EntityLabel] = Counter()
    if len(items) == _FEWEST and not joined:
        return None
    for here in items:
        best = max(here, key=lambda c: (_WEIGHTS.get(c.by, 1), c.label), default=None)
        if best is not None:
            votes[best.label] += _WEIGHTS.get(best.by, 1)
    if not votes:
        return None
    label, count = max(votes.items(), key=lambda item: (item[1], item[0]))
    rest = sum(votes.values()) - count
    sure = count >= (_SURE if label == "LOCATION" or len(items) > _FEWEST else _SURER)
    return label if label in ("LOCATION", "PERSON") and sure and count > rest else None


def _series(tokens: Sequence[Token], lexicon: EntityLexicon) -> Iterator[tuple[list[tuple[int, int]], bool]]:
    """The rows of items between commas and conjunctions, a few words with a capital each; whether one is joined."""
    behind = 0
    for start, first in enumerate(tokens):
        if start < behind or not first.capital:
            continue
        items: list[tuple[int, int]] = []
        joined = False
        at = start
        while end := _item(tokens, at, lexicon):
            joined = joined or (bool(items) and _is_joined(tokens, items[-1][1], lexicon))
            items.append((at, end))
            at = behind = _separator(tokens, end, lexicon) or end
            if at == end:
                break
        if len(items) >= _FEWEST:
            yield items, joined


def _is_joined(tokens: Sequence[Token], separator: int, lexicon: EntityLexicon) -> bool:
    """Whether more than a comma ties two items."""
    return tokens[separator].text != "," or lexicon.frames.sequels.match(tokens, separator + 1) > 0


def _item(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after an item that begins here; 0 for none. A longer row of words is no item."""
    if at >= len(tokens) or not (tokens[at].word and tokens[at].capital):
        return 0
    if at and tokens[at - 1].capital and tokens[at - 1].word and tokens[at - 1].lower not in lexicon.stops:
        return 0
    if (
        tokens[at].lower in lexicon.stops
        or tokens[at].lower in lexicon.places.before
        or tokens[at].lower in lexicon.determiners
    ):
        return 0
    end = at + 1
    while end < len(tokens) and end - at <= _LONGEST:
        bound = tokens[end].lower in lexicon.particles and end + 1 < len(tokens) and tokens[end + 1].capital
        if tokens[end].word and (tokens[end].capital or (bound and tokens[end].small)):
            end += 1
        else:
            break
    return end if end - at <= _LONGEST else 0


def _separator(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> int:
    """The token after `,`, a conjunction or both; 0 where neither stands."""
    begin = at
    if begin < len(tokens) and tokens[begin].text == ",":
        begin += 1
    if begin < len(tokens) and tokens[begin].lower in lexicon.conjunctions:
        begin += 1
    if begin > at:
        begin += lexicon.frames.sequels.match(tokens, begin)
    while begin > at and begin < len(tokens) and tokens[begin].small and _is_article(tokens[begin], lexicon):
        begin += 1
    return begin if begin > at else 0


def _is_article(token: Token, lexicon: EntityLexicon) -> bool:
    """Whether a determiner may stand before a name: not the `a` of `a Riesling, a Malbec`."""
    indefinite = token.lower in lexicon.indefinites and (token.lower,) not in lexicon.place_links
    return token.lower in lexicon.determiners and not indefinite
