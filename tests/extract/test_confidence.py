"""Confidence: more evidence for a mention never makes it less sure; what every coefficient file must hold."""

from functools import cache
from itertools import combinations
from pathlib import Path

import msgspec
import pytest
from entity_resources import ROOT, EntityResources

from pipeline.dates import find_dates, load_date_lexicons
from pipeline.errors import ConfigError
from pipeline.extract.amounts import find_amounts, load_amount_lexicons
from pipeline.extract.confidence import KINDS, LEAST, MOST, Confidence, Logistic, load_confidence
from pipeline.extract.entities import KnownNames
from pipeline.extract.entities.candidates import Candidate, Tagged
from pipeline.extract.entities.choice.evidence import Evidence
from pipeline.extract.entities.choice.setting import setting
from pipeline.extract.entities.tokens import tokenize
from pipeline.gazetteer import load_gazetteer
from pipeline.records import EntityLabel, Language, Passage

CHOSEN = Candidate(0, 6, "LOCATION", "model")
AGREEING = [CHOSEN._replace(by=by) for by in ("city", "gazetteer", "place", "series")]


@pytest.fixture(scope="module")
def confidence() -> Confidence:
    return load_confidence(ROOT / "models")


@cache
def known_names() -> KnownNames:
    return KnownNames(load_gazetteer(ROOT / "models"))


def sure(confidence: Confidence, *found: Candidate, others: tuple[Candidate, ...] = ()) -> float:
    """How sure `CHOSEN` is in a passage with these candidates, and another passage with others."""
    passages = [Passage(start=at, end=at + 17, language="fr", text="Kourou et Cayenne") for at in (0, 20)]
    tokens = [tokenize(passage.text) for passage in passages]
    said = [Tagged([CHOSEN], {CHOSEN.start: {CHOSEN.label: 0.9}}), Tagged((), {})]
    evidence = Evidence(passages, tokens, [[CHOSEN, *found], [*others]], said, {}, known_names())
    return confidence.entities.probability(evidence.of(0, CHOSEN))


def test_more_finders_never_make_a_name_less_sure(confidence: Confidence) -> None:
    for size in range(len(AGREEING)):
        for some in combinations(AGREEING, size):
            more = [one for one in AGREEING if one not in some]
            assert all(sure(confidence, *some) <= sure(confidence, *some, one) for one in more)
    assert sure(confidence) < sure(confidence, AGREEING[0])


def test_a_finder_that_disagrees_never_makes_a_name_surer(confidence: Confidence) -> None:
    for other in (CHOSEN._replace(label="PERSON", by="city"), Candidate(3, 9, "PERSON", "model")):
        for some in ((), (AGREEING[0],), tuple(AGREEING)):
            assert sure(confidence, *some, other) <= sure(confidence, *some)


@pytest.mark.parametrize(
    ("language", "text", "name", "label", "facts"),
    [
        (
            "fr",
            "Il part à Kotoura demain.",
            "Kotoura",
            "LOCATION",
            {"before preposition as LOCATION", "dictionary none alone"},
        ),
        ("fr", "La Kotoura recule.", "Kotoura", "PERSON", {"before capital", "behind word as PERSON"}),
        (
            "fr",
            "Hier la Maison a fermé.",
            "Maison",
            "PERSON",
            {"before determiner as PERSON", "dictionary small as PERSON"},
        ),
        ("en", "They saw the Heron.", "Heron", "PERSON", {"before determiner as PERSON", "behind mark as PERSON"}),
        ("en", "Mary Kotoura Bank pays.", "Mary Kotoura", "PERSON", {"before mark as PERSON", "behind capital"}),
        (
            "en",
            "He left for Kotoura",
            "Kotoura",
            "LOCATION",
            {"before preposition as LOCATION", "behind mark as LOCATION"},
        ),
    ],
)
def test_what_stands_beside_a_name(
    language: str, text: str, name: str, label: EntityLabel, facts: set[str], entities: EntityResources
) -> None:
    start = text.index(name)
    chosen = Candidate(start, start + len(name), label, "model")
    assert facts <= set(setting(tokenize(text), chosen, entities.lexicons[language]))


def test_an_echo_is_no_second_finder(confidence: Confidence) -> None:
    assert sure(confidence, CHOSEN._replace(by="document")) == sure(confidence)


def test_the_same_name_elsewhere_counts_for_it_another_label_against(confidence: Confidence) -> None:
    same, other = CHOSEN, CHOSEN._replace(label="PERSON")
    assert sure(confidence, others=(other,)) <= sure(confidence) <= sure(confidence, others=(same,))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("fact", ["agree 1", "agree 2", "backed", "repeated", "rule"])
def test_evidence_for_a_mention_has_no_negative_coefficient(kind: str, fact: str, confidence: Confidence) -> None:
    model: Logistic = getattr(confidence, kind)
    assert model.weights.get(fact, 0) >= 0


@pytest.mark.parametrize("kind", KINDS)
def test_coefficients_have_few_decimals_and_are_kept_in_order(kind: str, confidence: Confidence) -> None:
    model: Logistic = getattr(confidence, kind)
    assert all(round(weight, 2) == weight and weight for weight in model.weights.values())
    assert list(model.weights) == sorted(model.weights)


def test_a_probability_stays_between_its_bounds() -> None:
    certain = Logistic(bias=0.0, weights={"rule": 1000.0})
    assert (certain.probability({"rule": 1.0}), certain.probability({"rule": -1.0})) == (MOST, LEAST)


@pytest.mark.parametrize(
    ("language", "plain", "doubtful"),
    [
        ("fr", "Le sommet a eu lieu le 5 décembre 2014.", "Le sommet a eu lieu l'avant-veille."),
        ("en", "The summit took place on 5 December 2014.", "The summit took place two days earlier."),
    ],
)
def test_a_whole_date_is_surer_than_one_that_is_not_resolved(
    language: Language, plain: str, doubtful: str, confidence: Confidence
) -> None:
    lexicons = load_date_lexicons(ROOT / "models")
    passages = [Passage(start=0, end=len(text), language=language, text=text) for text in (plain, doubtful)]
    dates = [find_dates([passage], lexicons, anchor=None)[0] for passage in passages]
    whole, vague = (next(confidence.weighed([d], [p])) for d, p in zip(dates, passages, strict=True))
    assert whole.confidence > vague.confidence


def test_an_amount_keeps_everything_but_its_confidence(confidence: Confidence) -> None:
    text = "Le prêt est de 6 Md€."
    passages = [Passage(start=0, end=len(text), language="fr", text=text)]
    found = find_amounts(passages, load_amount_lexicons(ROOT / "models"))
    weighed = list(confidence.weighed(found, passages))
    assert [msgspec.structs.replace(one, confidence=0) for one in weighed] == [
        msgspec.structs.replace(one, confidence=0) for one in found
    ]


def test_a_file_with_an_unknown_key_is_refused_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "confidence"
    folder.mkdir()
    for kind in KINDS:
        (folder / f"{kind}.toml").write_text("bias = 0.0\n[weights]\n", encoding="utf-8")
    (folder / "dates.toml").write_text("bias = 0.0\nbyas = 1.0\n[weights]\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"dates\.toml:2"):
        load_confidence(tmp_path)
