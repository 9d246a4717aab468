"""Scores on gold with offsets: strict, relaxed and by value; linking, confusion, cleaning."""

from pathlib import Path

import msgspec
from fabricated import amount, date, document, entity

from pipeline.evaluate import Evaluation, evaluate, evaluate_splits
from pipeline.evaluate.gold import GoldDocument
from pipeline.evaluate.markup import parse
from pipeline.records import Block, Document, Mention

HEAD = """+++
language = "fr"
split = "{split}"
genre = "speech"
country = ["BJ"]
decade = "2010s"
topic = "energy"
+++

"""
BODY = """@boilerplate Accueil > Discours

[Patrice Talon|PERSON patrice-talon] a vu le [président du [Niger|LOCATION? NE]|ORGANIZATION? presidency-ne] à
[Cotonou|LOCATION cotonou] le [3 mai 2018|DATE 2018-05-03] pour [12 M€|AMOUNT 12000000 EUR],
à [Cotonou|LOCATION cotonou].
"""
TEXT = "Accueil > Discours\nPatrice Talon a vu le président du Niger à Cotonou le 3 mai 2018 pour 12 M€, à Cotonou."


def gold(tmp_path: Path, split: str = "dev") -> GoldDocument:
    path = tmp_path / "a.gold"
    path.write_text(HEAD.format(split=split) + BODY, encoding="utf-8")
    return parse(path, "a.txt")


def found(*mentions: Mention, blocks: int = 2) -> Document:
    one = document(*mentions, text=TEXT)
    body = TEXT.index("\n") + 1
    spans = [(body, len(TEXT)), (0, body - 1)][:blocks]
    return msgspec.structs.replace(
        one, blocks=tuple(Block(start=s, end=e, kind="paragraph", language="fr") for s, e in sorted(spans))
    )


def score(evaluation: Evaluation, label: str, measure: str) -> tuple[int, int, int]:
    return next(
        (s.gold, s.found, s.hits) for s in evaluation.scores if (s.by, s.label, s.measure) == ("total", label, measure)
    )


def test_strict_relaxed_and_value(tmp_path: Path) -> None:
    mentions: list[Mention] = [
        entity("Talon", "PERSON"),
        entity("Cotonou", "LOCATION"),
        date("le 3 mai 2018", "2018-05-03"),
        amount("12 M€", "12", "EUR"),
    ]
    evaluation = evaluate({"a.txt": found(*mentions)}, [gold(tmp_path)])
    assert score(evaluation, "PERSON", "strict") == (1, 1, 0)
    assert score(evaluation, "PERSON", "relaxed") == (1, 1, 1)
    assert score(evaluation, "LOCATION", "value") == (2, 1, 1)
    assert score(evaluation, "DATE", "strict") == (1, 1, 0)
    assert score(evaluation, "DATE", "value") == (1, 1, 1)
    assert score(evaluation, "AMOUNT", "relaxed") == (1, 1, 1)
    assert score(evaluation, "AMOUNT", "value") == (1, 1, 0)


def test_optional_items_absorb_what_overlaps_them(tmp_path: Path) -> None:
    evaluation = evaluate(
        {"a.txt": found(entity("Niger", "LOCATION"), entity("du Niger à", "ORGANIZATION"))}, [gold(tmp_path)]
    )
    assert score(evaluation, "ENTITY", "value") == (3, 0, 0)


def test_labels_that_were_confused(tmp_path: Path) -> None:
    evaluation = evaluate({"a.txt": found(entity("Patrice Talon", "ORGANIZATION"))}, [gold(tmp_path)])
    assert {(c.gold, c.found, c.count) for c in evaluation.confusion} == {
        ("PERSON", "ORGANIZATION", 1), ("LOCATION", None, 2),
    }  # fmt: skip


def test_words_of_the_main_text_and_of_the_boilerplate(tmp_path: Path) -> None:
    kept = evaluate({"a.txt": found()}, [gold(tmp_path)]).cleaning
    assert kept is not None
    assert (kept.recall, kept.boilerplate, kept.boilerplate_kept) == (1.0, 2, 1.0)
    clean = evaluate({"a.txt": found(blocks=1)}, [gold(tmp_path)]).cleaning
    assert clean is not None
    assert (clean.precision, clean.recall, clean.boilerplate_kept) == (1.0, 1.0, 0.0)


def test_linking_is_over_the_mentions_that_both_have(tmp_path: Path) -> None:
    mentions = [entity("Patrice Talon", "PERSON"), entity("Cotonou", "LOCATION")]
    linked: list[Mention] = [msgspec.structs.replace(m, entity=f"e{i}") for i, m in enumerate(mentions)]
    evaluation = evaluate({"a.txt": found(*linked)}, [gold(tmp_path)])
    assert evaluation.linking is not None
    assert (evaluation.linking.mentions, evaluation.linking.b_cubed) == (2, (1.0, 1.0, 1.0))


def test_of_the_test_split_there_are_totals_only(tmp_path: Path) -> None:
    mentions = [entity("Accueil", "PERSON")]
    evaluations = evaluate_splits({"a.txt": found(*mentions)}, [gold(tmp_path, "test")])
    assert evaluations["test"].findings == ()
    assert {one.by for one in evaluations["test"].scores} == {"total", "language"}
