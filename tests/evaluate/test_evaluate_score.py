"""Scores on fabricated gold: what is right, wrong, absorbed, and counted."""

from typing import Any

import pytest
from fabricated import amount, date, document, entity, gold

from pipeline.evaluate import Evaluation, Score, evaluate
from pipeline.evaluate.gold import GoldDocument
from pipeline.records import Document, Mention, RangeMod

FRENCH: dict[str, Any] = {
    "entities": [
        {"text": "Nazarbaïev", "type": "PERSON", "alts": ["Président Nazarbaïev"], "count": 3},
        {"text": "palais Bastille", "type": "LOCATION", "alt_types": ["ORGANIZATION"]},
        {"text": "Sorbonne", "type": "ORGANIZATION", "optional": True},
        {"text": "Traité d’Amitié", "type": "AGREEMENT"},
    ],
    "dates": [
        {"text": "2014", "value": "2014"},
        {"text": "2014", "value": "2014"},
        {"text": "fin 2012", "value": "2012", "mod": "END"},
        {"text": "aujourd’hui", "value": "2017", "optional": True},
        {"text": "la rentrée 2014", "value": "2014", "alt_values": ["2014-09"]},
    ],
    "amounts": [
        {"text": "6 Md€", "value": 6000000000, "unit": "EUR"},
        {"text": "6,4 %", "value": 6.4, "unit": "%"},
        {"text": "une quarantaine d’étudiants", "value": 40, "unit": "étudiants", "mod": "APPROX"},
        {"text": "deux pays", "value": 2, "unit": "pays", "optional": True},
    ],
}
PERFECT_FRENCH: list[Mention] = [
    entity("Nazarbaïev", "PERSON"),
    entity("palais Bastille", "LOCATION"),
    entity("Traité d'Amitié", "AGREEMENT"),
    date("2014", "2014"),
    date("2014", "2014"),
    date("fin 2012", "2012", "END"),
    date("la rentrée 2014", "2014-09"),
    amount("6 Md€", "6000000000", "EUR"),
    amount("6,4 %", "6.40", "%"),
    amount("une quarantaine d’étudiants", "40", "étudiants", mod="APPROX"),
]
ENGLISH: dict[str, Any] = {
    "entities": [
        {"text": "United Nations", "type": "ORGANIZATION"},
        {"text": "Lancaster House", "type": "LOCATION"},
    ],
    "dates": [{"text": "2 November 2010", "value": "2010-11-02"}],
    "amounts": [{"text": "more than 50 new jobs", "value": 50, "unit": "jobs", "mod": "MORE_THAN"}],
}
PERFECT_ENGLISH: list[Mention] = [
    entity("United\nNations", "ORGANIZATION"),
    entity("Lancaster House", "LOCATION"),
    date("2 November 2010", "2010-11-02"),
    amount("at least 50 jobs", "50", "new jobs", unit_lemma="job", mod="EQUAL_OR_MORE"),
]


def run(one: Document, item: GoldDocument) -> Evaluation:
    return evaluate({one.id: one}, [item])


def total(evaluation: Evaluation, label: str = "ALL") -> Score:
    return next(score for score in evaluation.scores if (score.by, score.label) == ("total", label))


def errors(evaluation: Evaluation) -> list[tuple[str, str, str]]:
    return [(finding.kind, finding.label, finding.text) for finding in evaluation.findings]


def test_perfect_french_is_one() -> None:
    evaluation = run(document(*PERFECT_FRENCH), gold(**FRENCH))
    assert errors(evaluation) == []
    assert {(score.precision, score.recall, score.f1) for score in evaluation.scores} == {(1.0, 1.0, 1.0)}
    assert (total(evaluation, "ENTITY").gold, total(evaluation, "DATE").gold, total(evaluation).gold) == (3, 4, 10)


def test_english_scores_by_language_format_and_document() -> None:
    english = document(*PERFECT_ENGLISH[:3], path="en.txt", sha256="e")
    items = [gold(**FRENCH), gold(file="en.txt", sha256="e", lang="en", **ENGLISH)]
    evaluation = evaluate({"a.txt": document(*PERFECT_FRENCH), "en.txt": english}, items)
    scores = {(score.by, score.group, score.label): score for score in evaluation.scores}
    assert scores["language", "fr", "ALL"].f1 == 1.0
    assert scores["language", "en", "AMOUNT"].recall == 0.0
    assert scores["language", "en", "ALL"].recall == 0.75
    assert scores["document", "en.txt", "ENTITY"].hits == 2
    assert scores["format", "txt", "ALL"].gold == 14


def test_units_agree_by_lemma_or_first_word() -> None:
    item = gold(amounts=[{"text": "50 jobs", "value": 50, "unit": "job"}] * 2)
    found = [amount("50 jobs", "50", "jobs", unit_lemma="job"), amount("50 job offers", "50", "Job offers")]
    assert errors(run(document(*found), item)) == []
    assert len(errors(run(document(amount("50 posts", "50", "posts")), item))) == 3


def test_nothing_found_is_zero() -> None:
    score = total(run(document(), gold(**FRENCH)))
    assert (score.gold, score.found, score.precision, score.recall, score.f1) == (10, 0, None, 0.0, 0.0)


def test_nothing_in_gold_makes_everything_spurious() -> None:
    score = total(run(document(*PERFECT_FRENCH), gold()))
    assert (score.gold, score.found, score.precision, score.recall, score.f1) == (0, 9 + 1, 0.0, None, 0.0)


WRONG: list[tuple[str, dict[str, Any], Mention]] = [
    ("label", {"entities": [{"text": "Astana", "type": "LOCATION"}]}, entity("Astana", "PERSON")),
    ("boundary", {"entities": [{"text": "Astana", "type": "LOCATION"}]}, entity("d’Astana", "LOCATION")),
    ("case", {"entities": [{"text": "ENA", "type": "ORGANIZATION"}]}, entity("Ena", "ORGANIZATION")),
    ("precision", {"dates": [{"text": "1993", "value": "1993"}]}, date("1993", "1993-01")),
    ("no modifier", {"dates": [{"text": "fin 2012", "value": "2012", "mod": "END"}]}, date("fin 2012", "2012")),
    ("extra modifier", {"dates": [{"text": "2012", "value": "2012"}]}, date("2012", "2012", "START")),
    ("unresolved", {"dates": [{"text": "demain", "value": "2012-03-01"}]}, date("demain", None)),
    ("currency", {"amounts": [{"text": "3 $", "value": 3, "unit": "USD"}]}, amount("3 $", "3", "CAD")),
    ("number", {"amounts": [{"text": "6,4 %", "value": 6.4, "unit": "%"}]}, amount("6,4 %", "64", "%")),
    ("noun", {"amounts": [{"text": "3 écoles", "value": 3, "unit": "écoles"}]}, amount("3 écoles", "3", "élèves")),
    ("no unit", {"amounts": [{"text": "3 écoles", "value": 3, "unit": "écoles"}]}, amount("3", "3", None)),
    (
        "amount modifier",
        {"amounts": [{"text": "près de 3 écoles", "value": 3, "unit": "écoles", "mod": "APPROX"}]},
        amount("3 écoles", "3", "écoles"),
    ),
]


@pytest.mark.parametrize(("items", "mention"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_wrong_is_both_missed_and_spurious(items: dict[str, Any], mention: Mention) -> None:
    evaluation = run(document(mention), gold(**items))
    assert [finding.kind for finding in evaluation.findings] == ["missed", "spurious"]
    assert total(evaluation).f1 == 0.0


def test_alternatives_are_accepted_once_and_absorbed_after() -> None:
    found = [
        entity("Président Nazarbaïev", "PERSON"),
        entity("Nazarbaïev", "PERSON"),
        entity("palais Bastille", "ORGANIZATION"),
        entity("Traité d’Amitié", "AGREEMENT"),
    ]
    score = total(run(document(*found), gold(entities=FRENCH["entities"])))
    assert (score.gold, score.found, score.hits) == (3, 3, 3)


def test_two_items_need_two_finds() -> None:
    item = gold(
        entities=[
            {"text": "Sommet de Paris", "type": "EVENT", "alts": ["Sommet"]},
            {"text": "Sommet de Nice", "type": "EVENT", "alts": ["Sommet"]},
        ]
    )
    assert total(run(document(entity("Sommet", "EVENT")), item)).hits == 1
    assert total(run(document(entity("Sommet", "EVENT"), entity("Sommet de Paris", "EVENT")), item)).hits == 2


def test_entities_count_once_however_often_they_are_found() -> None:
    item = gold(entities=[{"text": "Paris", "type": "LOCATION"}])
    found = [entity("Paris", "LOCATION")] * 5 + [entity("Lyon", "LOCATION")] * 2
    score = total(run(document(*found), item))
    assert (score.hits, score.found, score.precision) == (1, 2, 0.5)


def test_dates_are_a_multiset() -> None:
    item = gold(dates=[{"text": "2014", "value": "2014"}] * 2)
    assert total(run(document(date("2014", "2014")), item)).recall == 0.5
    assert total(run(document(*[date("2014", "2014")] * 3), item)).precision == round(2 / 3, 4)


def test_required_items_come_before_optional_ones() -> None:
    item = gold(dates=[{"text": "2014", "value": "2014", "optional": True}, {"text": "2014", "value": "2014"}])
    assert total(run(document(date("2014", "2014")), item)).recall == 1.0
    assert total(run(document(*[date("2014", "2014")] * 2), item)).precision == 1.0
    assert total(run(document(*[date("2014", "2014")] * 3), item)).precision == 0.5


def test_optional_items_are_neither_missed_nor_wrong() -> None:
    found: list[Mention] = [
        entity("Sorbonne", "ORGANIZATION"),
        date("aujourd'hui", "2017"),
        amount("deux pays", "2", "pays"),
    ]
    optional: dict[str, Any] = {
        kind: [item for item in items if item.get("optional")] for kind, items in FRENCH.items()
    }
    nothing: list[Mention] = []
    for mentions in (found, nothing):
        evaluation = run(document(*mentions), gold(**optional))
        assert (evaluation.findings, evaluation.scores) == ((), ())


def test_unresolved_find_is_absorbed_by_an_optional_item_of_the_same_words_only() -> None:
    item = gold(dates=[{"text": "aujourd’hui", "value": "2017", "optional": True}])
    assert errors(run(document(date("aujourd'hui", None)), item)) == []
    assert errors(run(document(date("demain", None)), item)) == [("spurious", "DATE", "demain")]


@pytest.mark.parametrize("kind", ["DURATION", "SET", "TIME"])
def test_durations_sets_and_times_do_not_count(kind: str) -> None:
    assert run(document(date("chaque année", "2014", kind=kind)), gold()).scores == ()


def test_only_the_running_text_counts() -> None:
    found: list[Mention] = [entity("Paris", "LOCATION", main=False), date("2014", "2014", main=False)]
    assert run(document(*found), gold()).scores == ()


def test_range_modifiers_and_ranges() -> None:
    item = gold(
        dates=[{"text": "de début 2010 à fin 2012", "value": "2010/2012", "mod": {"start": "START", "end": "END"}}],
        amounts=[{"text": "entre 20 et 30 élèves", "value": None, "low": 20, "high": 30, "unit": "élèves"}],
    )
    good: list[Mention] = [
        date("de début 2010 à fin 2012", "2010/2012", RangeMod(start="START", end="END")),
        amount("entre 20 et 30 élèves", None, "élèves", low="20", high="30"),
    ]
    assert errors(run(document(*good), item)) == []
    bad: list[Mention] = [
        date("de début 2010 à fin 2012", "2010/2012", "END"),
        amount("20 élèves", None, "élèves", low="20"),
    ]
    assert len(errors(run(document(*bad), item))) == 4


def test_text_breaks_ties() -> None:
    item = gold(amounts=[{"text": t, "value": 3, "unit": "EUR", "optional": t == "3 €"} for t in ("3 €", "3 euros")])
    evaluation = run(document(amount("3 euros", "3", "EUR"), amount("trois euros", "3", "EUR")), item)
    assert errors(evaluation) == []


def test_documents_are_found_by_hash_then_by_path() -> None:
    moved = document(*PERFECT_ENGLISH, path="elsewhere/b.txt")
    decoy = document(path="en.txt", sha256="other")
    by_hash = evaluate({one.id: one for one in (decoy, moved)}, [gold(file="en.txt", lang="en", **ENGLISH)])
    assert total(by_hash).recall == 1.0
    by_path = evaluate({moved.id: moved}, [gold(file="elsewhere/b.txt", sha256=None, lang="en", **ENGLISH)])
    assert total(by_path).recall == 1.0


def test_gold_without_a_document_is_missed_and_named() -> None:
    evaluation = evaluate({}, [gold(file="lost.txt", must_not_contain=["x"], **ENGLISH)])
    assert evaluation.missing == ("lost.txt",)
    assert (total(evaluation).recall, [check.passed for check in evaluation.checks]) == (0.0, [False])
    assert {finding.sentence for finding in evaluation.findings} == {None}


def test_findings_say_where_and_what_instead() -> None:
    text = "Il partit. Le traité fut signé\nà Paris fin 2012, dit M. Dupont. Puis rien."
    one = document(entity("Paris", "PERSON"), date("fin 2012", "2012"), text=text)
    item = gold(
        entities=[{"text": "Paris", "type": "LOCATION"}], dates=[{"text": "fin 2012", "value": "2012", "mod": "END"}]
    )
    first, second, third, fourth = run(one, item).findings
    assert (first.kind, first.got, first.sentence) == ("missed", "PERSON", "à Paris fin 2012, dit M. Dupont.")
    assert (second.kind, second.sentence) == ("spurious", "à Paris fin 2012, dit M. Dupont.")
    assert (third.value, third.got, fourth.value) == ("2012 END", "DATE 2012", "2012")
