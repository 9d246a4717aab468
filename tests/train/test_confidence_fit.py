"""Fitting confidence: the right coefficients for evidence that is known, the same bytes each time, signs that hold."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import msgspec
import pytest

from pipeline.evaluate.general import TONGUES
from pipeline.evaluate.gold import GoldDocument
from pipeline.evaluate.marked import MarkedSentence, MarkedSpan, load_folder, load_texts
from pipeline.evaluate.reliability import Verdict, reliability
from pipeline.extract import load_extract_resources
from pipeline.extract.confidence import KINDS, Logistic
from pipeline.extract.entities.candidates import Tagged
from pipeline.train.confidence import FRESH, as_toml, fresh_documents
from pipeline.train.confidence_card import confidence_card
from pipeline.train.fit import fit
from pipeline.train.folds import load_folds
from pipeline.train.samples import WRITTEN, Sample, as_document, claims_of, samples_of

TRUE = Logistic(bias=0.5, weights={"agree 1": 1.5, "disputed": -1.0})


def drawn(number: int, *, agreed_is_wrong: bool = False) -> list[Sample]:
    """Samples whose share of right ones is what `TRUE` says."""
    random = Random(7)
    samples = []
    for _ in range(number):
        facts = {name: 1.0 for name in (*TRUE.weights, "noise") if random.random() < 0.5}
        right = random.random() < TRUE.probability(facts)
        samples.append(Sample("entities", "fr", facts, right and not (agreed_is_wrong and "agree 1" in facts)))
    return samples


class SilentModel:
    """A model that finds nothing, so that the rules are seen alone."""

    def find(self, texts: Sequence[str]) -> list[Tagged]:
        return [Tagged() for _ in texts]


def marked(text: str) -> GoldDocument:
    """A document in which India is marked, and no date."""
    start = text.index("Inde")
    return as_document([MarkedSentence(text, (MarkedSpan(start, start + 4, "LOCATION"),))], "fr")


def test_coefficients_are_found_again() -> None:
    found = fit(drawn(20_000))
    assert found.bias == pytest.approx(0.5, abs=0.1)
    assert found.weights["agree 1"] == pytest.approx(1.5, abs=0.1)
    assert found.weights["disputed"] == pytest.approx(-1.0, abs=0.1)
    assert abs(found.weights.get("noise", 0)) < 0.1


def test_the_order_of_the_samples_changes_no_byte() -> None:
    samples = drawn(500)
    shuffled = [*samples]
    Random(3).shuffle(shuffled)
    assert as_toml(fit(samples)) == as_toml(fit(shuffled)) == as_toml(fit(samples))


def test_agreement_is_never_counted_against_a_mention() -> None:
    assert "agree 1" not in fit(drawn(500, agreed_is_wrong=True)).weights


def test_what_is_fitted_is_calibrated() -> None:
    samples = drawn(5000)
    model = fit(samples)
    (row,) = reliability(Verdict(s.kind, s.language, model.probability(s.features), s.right) for s in samples)
    assert row.error < 0.03
    assert row.confidence == pytest.approx(row.right, abs=0.01)


def test_sentences_become_an_annotated_document() -> None:
    sentence = MarkedSentence(
        "À Nice, puis Évian.", (MarkedSpan(2, 6, "LOCATION"), MarkedSpan(13, 18, "LOCATION", True))
    )
    other = MarkedSentence("À Gap.", (MarkedSpan(2, 5, "LOCATION"),))
    document = as_document([sentence, other], "fr")
    assert [(e.text, e.optional) for e in document.entities] == [("Nice", False), ("Évian", True), ("Gap", False)]
    assert all(document.text[slice(*e.span)] == e.text for e in document.entities if e.span)
    assert [document.text[b.start : b.end] for b in document.blocks] == [sentence.text, other.text]


def test_what_is_learnt_of_text_written_for_training_says_so(models: Path) -> None:
    resources = load_extract_resources(models)
    for split in (None, "train"):
        document = msgspec.structs.replace(marked("Il pleut sur l'Inde."), split=split)
        samples = list(claims_of(document, resources, lambda _: SilentModel()))
        assert samples
        assert {WRITTEN in sample.features for sample in samples} == {split is None}


def test_running_text_is_learnt_as_one_text(tmp_path: Path) -> None:
    (tmp_path / "passages-towns.txt").write_text("# towns\nÀ [Gap|LOCATION].\nÀ Nice.\n\nÀ Lens.\n", encoding="utf-8")
    (tmp_path / "towns.txt").write_text("À Metz.\nÀ Caen.\n", encoding="utf-8")
    texts = load_texts(tmp_path)
    assert [[one.text for one in text] for text in texts] == [
        ["À Gap.", "À Nice."],
        ["À Lens."],
        ["À Metz."],
        ["À Caen."],
    ]
    assert [one.text for text in texts for one in text] == [one.text for one in load_folder(tmp_path)]


def test_samples_are_of_the_text_as_the_pipeline_reads_it(models: Path) -> None:
    resources = load_extract_resources(models)
    told = [
        list(samples_of(marked(text), resources, lambda _: SilentModel()))
        for text in (
            "Il pleut sur l'Inde le 3 mai 2019, dit-il.",
            "Il pleut sur l' Inde le 3 mai 2019 , dit-il .",
        )
    ]
    assert told[0] == told[1]
    assert {(one.kind, one.right) for one in told[0]} == {("entities", True), ("dates", False)}


def test_nothing_of_the_closed_split_is_learnt(root: Path) -> None:
    gold, training = root / "corpus" / "gold", root / "corpus" / "training"
    assert {one.split for one in fresh_documents(gold.parent / FRESH)} == {"dev", "train"}
    for tongue in TONGUES:
        folds = load_folds(gold, training, tongue)
        assert {one.split for fold in folds for one in fold.left_out} == {"train", None}


def test_what_a_fold_leaves_out_it_does_not_learn(root: Path) -> None:
    folds = load_folds(root / "corpus" / "gold", root / "corpus" / "training", "fr")
    for fold in folds:
        learnt = {sentence.text for sentence in (*fold.material.learnt, *fold.material.held)}
        assert learnt
        assert not learnt & {
            one.text[b.start : b.end] for one in fold.left_out for b in one.blocks if b.end - b.start > 60
        }
    names = [one.source.file for fold in folds for one in fold.left_out]
    assert len(names) == len(set(names))


def test_the_card_says_what_from_and_how_good() -> None:
    samples = [sample._replace(kind=kind) for kind in KINDS for sample in drawn(50)]  # type: ignore[arg-type]
    rows = reliability([Verdict("dates", "fr", 0.9, right) for right in (True, True, False)])
    card = confidence_card(dict.fromkeys(KINDS, TRUE), samples, {"dev": rows})
    assert "- amounts: 50 mentions, " in card
    assert "| dev | dates | French | 3 | 0.900 | 0.667 | 0.233 |" in card
