"""Which finders run on a passage, and in what order: most ask nothing of each other and stand in the tables.

Later steps see the claims in this order. A new finder of the common form is one line of a table; one that must know
what others found is a line of `find_by_rules`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.acronyms import find_acronyms, find_spaced_acronyms
from pipeline.extract.entities.finders.attached import find_attached
from pipeline.extract.entities.finders.betweens import find_between
from pipeline.extract.entities.finders.chapters import find_chapters
from pipeline.extract.entities.finders.companies import find_apposed_bodies, find_companies
from pipeline.extract.entities.finders.creeds import find_parties_of_creed
from pipeline.extract.entities.finders.events import find_events
from pipeline.extract.entities.finders.foreign.read import find_foreign_names
from pipeline.extract.entities.finders.foreign.unread import find_foreign_bodies
from pipeline.extract.entities.finders.frames import find_framed_people, find_framed_places, unlisted_names
from pipeline.extract.entities.finders.long_names import find_long_names, find_titles
from pipeline.extract.entities.finders.long_names.bodies import beside_bodies
from pipeline.extract.entities.finders.news import (
    find_agencies,
    find_dateline_places,
    find_desks,
    find_media,
    find_nations,
    find_owners,
    find_papers,
    find_states,
)
from pipeline.extract.entities.finders.people.citations import find_cited_people
from pipeline.extract.entities.finders.people.cues import (
    find_people_by_given_name,
    find_people_named_as_places,
    find_people_with_a_role,
    find_people_with_an_age,
)
from pipeline.extract.entities.finders.people.forms import (
    find_people_with_a_birth_name,
    find_people_with_a_nickname,
    find_people_with_a_patronymic,
    find_people_with_an_initial,
    find_people_with_initials,
)
from pipeline.extract.entities.finders.people.known import find_known_people
from pipeline.extract.entities.finders.people.nobles import find_nobles
from pipeline.extract.entities.finders.people.titled import find_titled_people
from pipeline.extract.entities.finders.places import find_cities, find_governed_places
from pipeline.extract.entities.finders.seats import find_seats
from pipeline.extract.entities.finders.teams.clubs import find_clubs, find_nicknamed_clubs
from pipeline.extract.entities.finders.teams.games import find_teams, find_timed_people
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token
from pipeline.records import Passage

Finder = Callable[[Sequence[Token], EntityLexicon, KnownNames], Iterable[Candidate]]

PEOPLE: tuple[Finder, ...] = (
    find_people_by_given_name,
    find_people_with_a_role,
    find_people_with_a_birth_name,
    find_people_with_an_age,
    find_people_with_an_initial,
    find_people_with_initials,
    find_people_with_a_patronymic,
    find_people_with_a_nickname,
    find_timed_people,
    find_cited_people,
)
PLACES: tuple[Finder, ...] = (find_cities, find_governed_places, find_seats)
REST: tuple[Finder, ...] = (
    find_acronyms,
    find_spaced_acronyms,
    find_attached,
    find_events,
    find_companies,
    find_apposed_bodies,
    find_foreign_bodies,
    find_clubs,
    find_nicknamed_clubs,
    find_parties_of_creed,
)
NEWS: tuple[Finder, ...] = (
    find_dateline_places,
    find_agencies,
    find_desks,
    find_owners,
    find_states,
    find_nations,
    find_media,
    find_papers,
)


class Claims(NamedTuple):
    """What the rules claim in a passage.

    Attributes:
        famous: people whom the gazetteer knows.
        long_names: what is built on a common noun.
    """

    places: list[Candidate]
    people: list[Candidate]
    famous: list[Candidate]
    long_names: list[Candidate]
    rest: list[Candidate]


def find_by_rules(
    passage: Passage,
    tokens: Sequence[Token],
    found: Sequence[Candidate],
    lexicons: Mapping[str, EntityLexicon],
    known: KnownNames,
) -> Claims:
    """What the rules claim in a passage of one of the `lexicons`' languages; `found`: what model and gazetteer do."""
    lexicon = lexicons[passage.language]
    bodies = {one.start: one.end for one in found if one.by == "gazetteer" and one.label == "ORGANIZATION"}
    nobles = list(find_nobles(tokens, lexicon, known))
    whole = bodies | {one.start: one.end for one in nobles}
    people = [*nobles, *_titled(tokens, lexicon, known, whole), *find_people_named_as_places(tokens, lexicon, known)]
    others = [foreign for language, foreign in lexicons.items() if language != passage.language]
    long_names = list(_long_names(tokens, lexicon, others, known, people))
    people += _all(PEOPLE, tokens, lexicon, known)
    unlisted = list(unlisted_names(tokens, lexicon, known))
    pairs = list(find_between(unlisted, tokens, lexicon, known))
    between = {one.start for one in pairs}
    single = [name for name in unlisted if tokens[name[0]].start not in between]
    people += find_framed_people(single, tokens, lexicon, known, found)
    people += [one for one in pairs if one.label == "PERSON"]
    teams = list(find_teams(tokens, lexicon, known))
    places = [*_all(PLACES, tokens, lexicon, known), *find_framed_places(unlisted, tokens, lexicon, known)]
    places += [one for one in pairs if one.label == "LOCATION"]
    return Claims(
        places=_others(places, teams),
        people=people,
        famous=list(find_known_people(tokens, lexicon, known)),
        long_names=[beside_bodies(passage.text, one, bodies, lexicon) for one in long_names],
        rest=[*_all((*REST, *NEWS), tokens, lexicon, known), *find_chapters(tokens, found, lexicon), *teams],
    )


def _others(places: Sequence[Candidate], teams: Sequence[Candidate]) -> list[Candidate]:
    """The places that no team is in."""
    return [place for place in places if not any(t.start < place.end and place.start < t.end for t in teams)]


def _titled(
    tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames, whole: Mapping[int, int]
) -> list[Candidate]:
    """The people behind a title, none of them inside a name that is `whole`, by its start and end."""
    found = find_titled_people(tokens, lexicon, known.is_unlike_a_surname)
    return [one for one in found if not any(start < one.start < end for start, end in whole.items())]


def _long_names(
    tokens: Sequence[Token],
    lexicon: EntityLexicon,
    others: Sequence[EntityLexicon],
    known: KnownNames,
    people: Sequence[Candidate],
) -> Iterator[Candidate]:
    """Titles, the names built on a common noun of the text's language, those on one of another; none in `people`."""
    given = known.gazetteer.forms.lexicon.given
    yield from find_titles(tokens, lexicon, known)
    yield from find_long_names(tokens, lexicon, known.is_place, people, given, is_town=known.is_town)
    for foreign in others:
        yield from find_foreign_names(tokens, foreign, lexicon, known.is_place)


def _all(
    finders: Sequence[Finder], tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames
) -> list[Candidate]:
    return [one for find in finders for one in find(tokens, lexicon, known)]
