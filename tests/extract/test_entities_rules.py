"""The finders of entities one by one, without a model: data in, spans out."""

import pytest
from entity_resources import EntityResources

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.choice.boundaries import trimmed
from pipeline.extract.entities.choice.combine import Weighed, combine, distinct, is_likely
from pipeline.extract.entities.choice.lookalikes import refusal
from pipeline.extract.entities.choice.pairs import split_pair
from pipeline.extract.entities.finders.acronyms import find_defined_acronyms
from pipeline.extract.entities.finders.long_names import find_long_names
from pipeline.extract.entities.finders.people.titled import find_titled_people
from pipeline.extract.entities.finders.people.whole import whole_person
from pipeline.extract.entities.finders.places import find_cities
from pipeline.extract.entities.roles import Roles
from pipeline.extract.entities.text.silent import Case
from pipeline.extract.entities.text.truecase import truecased
from pipeline.extract.entities.tokens import tokenize
from pipeline.records import EntityLabel


def spans(text: str, found: list[Candidate]) -> list[str]:
    return [text[c.start : c.end] for c in found]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Le ministère de la Culture et le traité de Rome", ["ministère de la Culture", "traité de Rome"]),
        ("en", "the Ministry of Culture and the Treaty of Rome", ["Ministry of Culture", "Treaty of Rome"]),
        ("fr", "la Cour des comptes européenne siège", ["Cour des comptes européenne"]),
        ("en", "the European Court of Auditors sits", ["European Court of Auditors"]),
        ("fr", "l'Accord entre la France et le Tchad relatif aux services aériens", None),
        ("en", "the Agreement between France and Chad on Air Services", None),
        (
            "en",
            "the London School of Economics and the Ford Foundation",
            ["London School of Economics", "Ford Foundation"],
        ),
        (
            "fr",
            "l'École normale supérieure et la Fondation de France",
            ["École normale supérieure", "Fondation de France"],
        ),
        ("en", "UN Women's Fund and France's Ministry of Justice", ["UN Women's Fund", "Ministry of Justice"]),
        ("en", "the U.S.-Japan Alliance", ["U.S.-Japan Alliance"]),
        ("en", "the Foreign, Commonwealth and Development Office", ["Foreign, Commonwealth and Development Office"]),
        ("fr", "le groupe, le fonds et l'accord de principe", []),
        ("en", "a group, the fund and an agreement in principle", []),
        ("fr", "La Conférence se tiendra lundi. Ministère discret.", []),
        ("en", "The Conference starts Monday. The Department of late is busy.", []),
    ],
)
def test_long_names(language: str, text: str, names: list[str] | None, entities: EntityResources) -> None:
    found = list(find_long_names(tokenize(text), entities.lexicons[language], entities.known.is_place))
    assert spans(text, found) == (
        [text.partition(" ")[2] if language == "en" else text[2:]] if names is None else names
    )


def test_long_names_leave_people_alone(entities: EntityResources) -> None:
    text = "Commission Jean Monnet"
    person = Candidate(text.index("Jean"), len(text), "PERSON", "title")
    lexicon = entities.lexicons["fr"]
    assert spans(text, list(find_long_names(tokenize(text), lexicon, entities.known.is_place))) == [text]
    assert list(find_long_names(tokenize(text), lexicon, entities.known.is_place, [person])) == []


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "MM. Dupont, Durand et Martin", ["Dupont", "Durand", "Martin"]),
        ("en", "Messrs. Smith, Jones and Brown", ["Smith", "Jones", "Brown"]),
        ("fr", "M. Dupont, Durand", ["Dupont"]),
        ("en", "Mr. Smith, Jones", ["Smith"]),
        ("fr", "le président du Tchad et M. de Villepin", ["de Villepin"]),
        ("en", "the President of Chad and Mr. van der Berg", ["van der Berg"]),
        ("fr", "S.E. M. J.-P. Dubois", ["J.-P. Dubois"]),
        ("en", "H.E. Dr. J. P. Brooks", ["J. P. Brooks"]),
        ("fr", "le ministre français Alain Juppé", ["Alain Juppé"]),
        ("en", "the General Labour Union", []),
        ("fr", "le ministre des Finances, la présidente, le Général", []),
        ("en", "the Minister of Finance, the President, the General", []),
        ("fr", "M. Alain Juppé Ministre des Finances", ["Alain Juppé"]),
        ("en", "Mr. John Major Secretary of State", ["John Major"]),
    ],
)
def test_titled_people(language: str, text: str, names: list[str], entities: EntityResources) -> None:
    found = list(find_titled_people(tokenize(text), entities.lexicons[language], entities.known.is_place))
    assert spans(text, found) == names


@pytest.mark.parametrize(
    ("language", "text", "seen", "whole"),
    [
        ("fr", "Mme de Gaulle", "Gaulle", "de Gaulle"),
        ("fr", "ministre de Habib Bourguiba", "Habib Bourguiba", "Habib Bourguiba"),
        ("en", "as J. M. Barroso said", "Barroso", "J. M. Barroso"),
        ("en", "Ursula von der Leyen", "Ursula", "Ursula von der Leyen"),
        ("fr", "François de la République", "François", "François"),
        ("fr", "la tin-Lorem ipsum", "Lorem", "Lorem"),  # what the model saw begins inside a word
    ],
)
def test_whole_person(language: str, text: str, seen: str, whole: str, entities: EntityResources) -> None:
    person = Candidate(text.index(seen), text.index(seen) + len(seen), "PERSON", "model")
    found = whole_person(tokenize(text), person, entities.lexicons[language], entities.known.is_place)
    assert spans(text, [found]) == [whole]


@pytest.mark.parametrize(
    ("language", "text", "name", "role"),
    [
        ("fr", "le ministre des Affaires étrangères, M. Juppé", "Juppé", "ministre des Affaires étrangères"),
        ("en", "the Minister for Foreign Affairs, Mr. Hurd", "Hurd", "Minister for Foreign Affairs"),
        ("fr", "M. Juppé, ministre des Finances, a dit", "Juppé", "ministre des Finances"),
        ("en", "Mr. Hurd, Secretary of State, said", "Hurd", "Secretary of State"),
        ("fr", "M. Juppé, le président Chirac", "Juppé", None),
        ("en", "Mr. Hurd, President Clinton", "Hurd", None),
        ("fr", "les ministres Juppé et Védrine", "Juppé", None),
        ("en", "Ministers Hurd and Rifkind", "Hurd", None),
        ("fr", "Le président a parlé. Juppé écoutait.", "Juppé", None),
        ("en", "The president spoke. Hurd listened.", "Hurd", None),
    ],
)
def test_roles(language: str, text: str, name: str, role: str | None, entities: EntityResources) -> None:
    names = ("Juppé", "Chirac", "Védrine", "Hurd", "Clinton", "Rifkind")
    at = sorted((text.index(n), text.index(n) + len(n)) for n in names if n in text)
    people = [Candidate(start, end, "PERSON", "title") for start, end in at]
    person = next(p for p in people if p.start == text.index(name))
    assert Roles(text, tokenize(text), people, entities.lexicons[language]).of(person) == role


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("Paris-Berlin", [("Paris", "LOCATION"), ("Berlin", "LOCATION")]),
        ("Guinée-Bissau", [("Guinée-Bissau", "LOCATION")]),
        ("UNESCO-Japon", [("UNESCO-Japon", "ORGANIZATION")]),
        ("Saint-Exupéry", [("Saint-Exupéry", "LOCATION")]),
    ],
)
def test_pairs(form: str, parts: list[tuple[str, EntityLabel]], entities: EntityResources) -> None:
    found = list(split_pair(form, Candidate(0, len(form), "LOCATION", "model"), entities.known))
    assert [(form[c.start : c.end], c.label) for c in found] == parts


@pytest.mark.parametrize(
    ("language", "label", "form", "left"),
    [
        ("fr", "ORGANIZATION", "la Banque mondiale,", "Banque mondiale"),
        ("en", "ORGANIZATION", "The World Bank's", "World Bank"),
        ("fr", "LOCATION", "La Haye", "La Haye"),
        ("en", "LOCATION", "The Hague", "The Hague"),
        ("fr", "LOCATION", "La France", "France"),
        ("fr", "PERSON", "M. Dupont", "Dupont"),
        ("en", "PERSON", "Mr. Smith", "Smith"),
        ("fr", "PERSON", "Q - Quelle", "Quelle"),
        ("en", "ORGANIZATION", "Centre for Trade (CFT", "Centre for Trade"),
        ("fr", "LOCATION", "« la »", None),
        ("fr", "ORGANIZATION", "Conseil des Affaires de l’", "Conseil des Affaires"),
    ],
)
def test_trimming(language: str, label: EntityLabel, form: str, left: str | None, entities: EntityResources) -> None:
    found = trimmed(form, Candidate(0, len(form), label, "model"), entities.lexicons[language], entities.known)
    assert (form[found.start : found.end] if found else None) == left


@pytest.mark.parametrize(
    ("language", "label", "form"),
    [
        ("fr", "ORGANIZATION", "Affaires étrangères"),
        ("en", "ORGANIZATION", "Foreign Affairs"),
        ("fr", "LOCATION", "Français"),
        ("en", "LOCATION", "Germans"),
        ("fr", "PERSON", "Franco-Allemand"),
        ("en", "PERSON", "Franco-German"),
        ("fr", "ORGANIZATION", "Haute Partie contractante"),
        ("en", "ORGANIZATION", "High Contracting Party"),
        ("fr", "LOCATION", "Mai"),
        ("en", "PERSON", "May"),
        ("fr", "LOCATION", "2014"),
    ],
)
def test_refused(language: str, label: EntityLabel, form: str, entities: EntityResources) -> None:
    found = Candidate(0, len(form), label, "model")
    assert refusal(form, found, entities.lexicons[language], entities.known)


@pytest.mark.parametrize(("language", "form"), [("fr", "Bolachak"), ("en", "Kazatomprom"), ("en", "Federal Council")])
def test_not_refused(language: str, form: str, entities: EntityResources) -> None:
    found = Candidate(0, len(form), "ORGANIZATION", "model")
    assert not refusal(form, found, entities.lexicons[language], entities.known)


def test_defined_acronyms() -> None:
    text = "la Banque du Sud (BdS), la Ligue arabe (voir plus loin)"
    names = [Candidate(3, 16, "ORGANIZATION", "rule"), Candidate(27, 38, "ORGANIZATION", "rule")]
    assert spans(text, list(find_defined_acronyms(text, names))) == ["BdS"]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "MALI : le NIGER, et le soudan du sud", ["MALI", "NIGER"]),
        ("en", "CHAD: the NIGER; let us go with IT", ["CHAD", "NIGER"]),
        ("fr", "l’Union européenne, l'ONU", ["Union européenne", "ONU"]),
    ],
)
def test_known_names(language: str, text: str, names: list[str], entities: EntityResources) -> None:
    assert spans(text, list(entities.known.find(tokenize(text)))) == names


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Montevideo, le 5 mai", ["Montevideo"]),
        ("en", "Lives in Bishkek near the river", ["Bishkek"]),
        ("fr", "Il est né à Nice Matin", []),
        ("en", "He likes Nice Biscuits", []),
        ("en", "He left Lagos alone", ["Lagos"]),
        ("en", "Mexico City and Panama City", ["Mexico City", "Panama City"]),
        ("fr", "le vol Almaty-Rennes", ["Almaty-Rennes"]),
    ],
)
def test_cities(language: str, text: str, names: list[str], entities: EntityResources) -> None:
    assert spans(text, list(find_cities(tokenize(text), entities.lexicons[language], entities.known))) == names


@pytest.mark.parametrize(
    ("language", "text", "written"),
    [
        ("fr", "DISCOURS DE MME CATHERINE COLONNA À L'ONU", "Discours de Mme Catherine Colonna à l'ONU"),
        ("en", "SPEECH BY MR. JOHN SMITH AT THE UN", "Speech by Mr. John Smith at the UN"),
        ("fr", "M. Emmanuel MACRON et l'OTAN", "M. Emmanuel MACRON et l'OTAN"),
        ("en", "The USA and NATO met JOHN SMITH", "The USA and NATO met John Smith"),
        ("fr", "İSTANBUL ET LA PAIX POUR TOUS", "İSTANBUL et la paix pour tous"),
    ],
)
def test_truecase(language: str, text: str, written: str, entities: EntityResources) -> None:
    tokens = tokenize(text)
    lexicon = entities.lexicons[language]
    assert truecased(text, tokens, Case([tokens], [lexicon]), lexicon=lexicon, known=entities.known) == written


def test_truecase_follows_the_document(entities: EntityResources) -> None:
    body, heading = tokenize("Hier le Kazatomprom a livré."), "KAZATOMPROM A LIVRÉ SANS DÉLAI"
    lexicon = entities.lexicons["fr"]
    case = Case([body, tokenize(heading)], [lexicon, lexicon])
    said = truecased(heading, tokenize(heading), case, lexicon=lexicon, known=entities.known)
    assert said == "Kazatomprom a livré sans délai"


@pytest.mark.parametrize(
    ("language", "first", "second", "names"),
    [
        ("fr", "M. Alain Juppé parle.", "Juppé répond à tous.", ["Alain Juppé", "Juppé"]),
        ("en", "Mr. Douglas Hurd speaks.", "Hurd replies to all.", ["Douglas Hurd", "Hurd"]),
        ("fr", "M. Lebel parle.", "Un lebel est un fusil. Lebel, donc.", ["Lebel"]),
        ("en", "Mr. Stone speaks.", "A stone is a stone. Stone, then.", ["Stone"]),
    ],
)
def test_echoes(language: str, first: str, second: str, names: list[str], entities: EntityResources) -> None:
    found = entities.find(first, second, language="fr" if language == "fr" else "en")
    assert [m.text for m in found] == names


def alike(*candidates: Candidate) -> list[Weighed]:
    """The candidates, each as likely as not."""
    return [Weighed(candidate, 0.5) for candidate in candidates]


def test_combine_keeps_the_more_trusted_then_the_longer() -> None:
    place = Candidate(10, 16, "LOCATION", "gazetteer")
    body = Candidate(0, 16, "ORGANIZATION", "rule")
    other = Candidate(12, 20, "PERSON", "model")
    behind = Candidate(16, 20, "PERSON", "model")
    assert combine(alike(other, place, body)) == alike(body)
    assert combine(alike(other, place)) == alike(place)
    assert combine(alike(behind, body)) == alike(body, behind)


def test_evidence_outweighs_trust() -> None:
    body = Candidate(0, 16, "ORGANIZATION", "rule")
    place = Candidate(10, 16, "LOCATION", "model")
    assert combine([Weighed(body, 0.3), Weighed(place, 0.6)]) == [Weighed(body, 0.3)]
    assert combine([Weighed(body, 0.1), Weighed(place, 0.9)]) == [Weighed(place, 0.9)]


@pytest.mark.parametrize(
    ("candidate", "probability", "likely"),
    [
        (Candidate(0, 6, "LOCATION", "model"), 0.57, False),
        (Candidate(0, 6, "LOCATION", "model"), 0.58, True),
        (Candidate(0, 6, "LOCATION", "gazetteer"), 0.3, True),
        (Candidate(0, 6, "LOCATION", "gazetteer"), 0.29, False),
        (Candidate(0, 6, "EVENT", "model"), 0.2, False),
        (Candidate(0, 6, "EVENT", "rule"), 0.18, True),
        (Candidate(0, 6, "AGREEMENT", "gazetteer"), 0.18, True),
        (Candidate(0, 6, "AGREEMENT", "gazetteer"), 0.17, False),
        (Candidate(0, 6, "PERSON", "document"), 0.06, True),
        (Candidate(0, 6, "PERSON", "document"), 0.05, False),
        (Candidate(0, 6, "ORGANIZATION", "document"), 0.2, False),
    ],
)
def test_what_is_unlikely_is_not_told(candidate: Candidate, probability: float, *, likely: bool) -> None:
    assert is_likely(Weighed(candidate, probability)) is likely


def test_the_most_trusted_finder_speaks_for_all() -> None:
    seen = Candidate(0, 6, "LOCATION", "model")
    assert distinct([seen, seen._replace(by="gazetteer"), seen._replace(by="series")]) == [
        seen._replace(by="gazetteer")
    ]
