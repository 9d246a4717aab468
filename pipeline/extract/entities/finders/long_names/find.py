"""Names built on a common noun: `Ministère des Affaires étrangères`, `Nuclear Security Summit`, `traité de Rome`.

A head (a word of the lexicon, with the label of what it names) is followed by what may belong to the name (`growth`).
Where the head may come last (`head_last` in the lexicon) the words with a capital before it belong to it too.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.long_names.front import Fronts
from pipeline.extract.entities.finders.long_names.growth import Grown, Growth
from pipeline.extract.entities.finders.long_names.particular import Particular
from pipeline.extract.entities.finders.long_names.treaties import dated_end, lower_front
from pipeline.extract.entities.finders.ordinals import with_ordinal
from pipeline.extract.entities.known import IsPlace
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, form_of
from pipeline.records import EntityLabel

_LONGEST_ROW = 9  # words from the first head to the last


def find_long_names(
    tokens: Sequence[Token],
    lexicon: EntityLexicon,
    is_place: IsPlace,
    people: Sequence[Candidate] = (),
    given: AbstractSet[str] = frozenset(),
    *,
    is_town: IsPlace | None = None,
) -> Iterator[Candidate]:
    """The long names of a passage, in order, without overlaps.

    `is_place` knows the names of countries and places, `is_town` those of towns, too; the words of `people` go into no
    other name. `given`: names.
    """
    heads = [at for at, token in enumerate(tokens) if token.lower in lexicon.heads]
    if not heads:
        return
    taken = frozenset(person.start for person in people)
    growth = Growth(tokens, lexicon, is_place, taken, is_town)
    fronts = Fronts(tokens, lexicon, is_place, taken)
    names = Particular(tokens, lexicon, is_place, given, growth.is_proper)
    done = 0
    for position in heads:
        if position < done or tokens[position].start in taken:  # people may be called so (`Ms. Bridge`)
            continue
        label = _label(tokens, position, lexicon, growth)
        if label == "LOCATION" and lexicon.people.titles.match(tokens, position) > 1:
            continue  # `State Councillor`
        start, grown = fronts.start(position, done), growth.grow(position, label)
        if label in ("AGREEMENT", "ORGANIZATION"):
            end = _before_person(tokens, position, grown.end, lexicon, given, is_town or is_place)
            grown = grown._replace(end=end)
        if dated := _dated_end(tokens, position, label, grown, lexicon):
            start = lower_front(tokens, position, lexicon) if tokens[position].small else start
            yield Candidate(tokens[start].start, tokens[dated - 1].end, label, "rule")
            done = dated
        elif not names.is_apposition(position) and names.is_name(position, start, grown, label):
            start, label = _numbered(tokens, position, start, label, lexicon)
            yield Candidate(tokens[start].start, tokens[grown.end - 1].end, label, "rule")
            done = grown.end


def _before_person(
    tokens: Sequence[Token], head: int, end: int, lexicon: EntityLexicon, given: AbstractSet[str], is_town: IsPlace
) -> int:
    """The token before which a name is whole and who speaks for it begins, with a title or without: `Department of
    Homeland Security Alejandro Mayorkas`; `end` where none does. Schools and the like are called after people."""
    if tokens[head].lower in lexicon.bodies.eponyms:
        return end
    for at in range(head + (1 if lexicon.head_last else 2), min(end, len(tokens) - 1)):
        title = tokens[at].capital and (tokens[at].lower,) in lexicon.people.titles
        name = at + title
        row = tokens[name : name + 2]
        named = len(row) > 1 and row[0].capital and row[1].capital and row[1].lower not in lexicon.heads
        initial = named and row[1].initial and tokens[name + 2 : name + 3] and tokens[name + 2].text == "."
        town = named and (is_town(form_of(tokens[name - 1 : name + 1])) or is_town(form_of(row)))  # `San Francisco`
        if named and not town and tokens[at - 1].capital and (row[0].lower in given or initial):
            return at
    return end


def _dated_end(tokens: Sequence[Token], head: int, label: EntityLabel, grown: Grown, lexicon: EntityLexicon) -> int:
    """The token after an agreement that only its date tells (`agreement of 3 May 2001`); 0 for none."""
    told = grown.proper or grown.topic
    dated = label == "AGREEMENT" and tokens[head].lower in lexicon.agreements.treaties and not told
    return dated_end(tokens, grown.end, lexicon) if dated else 0


def _numbered(
    tokens: Sequence[Token], head: int, start: int, label: EntityLabel, lexicon: EntityLexicon
) -> tuple[int, EntityLabel]:
    """Where a name begins with its ordinal, and its label: a body that meets again and again makes an event."""
    numbered = with_ordinal(tokens, start, lexicon)
    spelled = tokens[start].lower in lexicon.ordinals and start < head
    if (numbered < start or spelled) and tokens[head].lower in lexicon.events.numbered_bodies:
        label = "EVENT"
    counted = label == "EVENT" or tokens[head].lower in lexicon.frames.units
    return numbered if counted else start, label


def _label(tokens: Sequence[Token], head: int, lexicon: EntityLexicon, growth: Growth) -> EntityLabel:
    """The label of a head, or of the last one of a row of words where that counts: `Treaty Organization`."""
    label = lexicon.label_of(tokens, head)
    end = min(head + _LONGEST_ROW, len(tokens)) if lexicon.head_last else head
    for at in range(head + 1, end):
        if not growth.is_proper(at) or lexicon.links.match(tokens, at):
            break  # `Treaty Concerning Pacific Islands`
        label = lexicon.heads.get(tokens[at].lower) or label
    return label
