"""Training: what is learnt from, how it is varied; a tiny corpus trains in seconds, the same bytes each time."""

import shutil
from pathlib import Path
from random import Random

import msgspec
import pytest

from pipeline.commands.train import train_models
from pipeline.config import load_models_config
from pipeline.errors import UserError
from pipeline.evaluate.load import load_gold
from pipeline.evaluate.marked import MarkedSentence, MarkedSpan
from pipeline.extract.entities.model import NamedEntityModel, load_vectors
from pipeline.extract.entities.model.weights import MANIFEST, WEIGHTS
from pipeline.train import Learning, Lesson, Material, NameSupply, holds, learn, load_material, write_weights
from pipeline.train.augment import capitals, noisy, plain, surnames_in_capitals, varied
from pipeline.train.measure import Measured
from pipeline.train.names import PeopleFile, load_names_for_training

TINY = {
    "fr": "M. [Tokaïev|PERSON] est à [Kourou|LOCATION].\nL'[Office des eaux|ORGANIZATION] siège à [Evry|LOCATION].\n",
    "en": "Mr. [Tokayev|PERSON] came to [Kourou|LOCATION].\nThe [Water Board|ORGANIZATION] sits in [Evry|LOCATION].\n",
}
SENTENCE = MarkedSentence(
    "À Nice, Anne Duval a vu le CICR et Évian.",
    (MarkedSpan(2, 6, "LOCATION"), MarkedSpan(8, 18, "PERSON"), MarkedSpan(27, 31, "ORGANIZATION")),
)


@pytest.fixture
def names() -> NameSupply:
    people = PeopleFile(given=("Olena", "Anne"), surnames=("Ivanova", "de Vries"))
    return NameSupply(people, ["Nice", "Lviv"], [("CICR", "ORGANIZATION"), ("BERD", "ORGANIZATION")], head_last=False)


def test_only_the_train_split_is_learnt_from(root: Path) -> None:
    gold = root / "corpus" / "gold"
    material = load_material(gold, root / "corpus" / "training", "fr")
    learnt = {sentence.text for sentence in (*material.learnt, *material.held)}
    for document in load_gold(gold):
        if document.split != "train":
            blocks = {document.text[b.start : b.end] for b in document.blocks if b.end - b.start > 60}
            assert not learnt & blocks, document.source.file
    assert 0.05 < len(material.held) / len(learnt) < 0.15


def test_variations_keep_the_names_marked(names: NameSupply) -> None:
    random = Random(1)
    seen = set()
    for _ in range(200):
        changed = varied(SENTENCE, names, random)
        seen.add(changed.text)
        assert [span.label for span in changed.spans] == ["LOCATION", "PERSON", "ORGANIZATION"]
        assert all(changed.text[s.start : s.end].strip() == changed.text[s.start : s.end] != "" for s in changed.spans)
    assert any("Lviv" in text and "Olena" in text and "BERD" in text for text in seen)
    assert len(seen) > 10


def test_a_body_of_one_word_or_letters_is_exchanged_for_one_that_the_words_around_allow() -> None:
    bodies = [(name, "ORGANIZATION") for name in ("Renault", "Nokia", "Airbus", "Unilever", "BERD", "ONU", "Banque A")]
    supply = NameSupply(PeopleFile(given=("Anne",), surnames=("Duval",)), [], bodies, head_last=False)
    others = {name: {supply.other(name, "ORGANIZATION", Random(seed)) for seed in range(30)} for name, _ in bodies}
    assert others["Renault"] == {"Renault", "Nokia"}
    assert others["Airbus"] == {"Airbus", "Unilever"}  # behind `l’`
    assert others["BERD"] == {"BERD"}
    assert others["Banque A"] == {"Banque A"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_names_of_the_sentences_are_exchanged_too(root: Path, language: str) -> None:
    text = "Vakosha Tirimbu est à Zanlougou."
    marks = (MarkedSpan(0, 15, "PERSON"), MarkedSpan(22, 31, "LOCATION"))
    sentences = [MarkedSentence(text, marks)]
    supply = load_names_for_training(root / "corpus" / "training", root / "models", sentences, language)
    assert supply.other("Zanlougou", "LOCATION", Random(1)) != "Zanlougou"
    assert supply.other("France", "LOCATION", Random(1)) == "France"
    assert supply.other("Vakosha", "PERSON", Random(1)) != "Vakosha"


def test_each_change_is_what_it_says() -> None:
    assert capitals(SENTENCE).text == "À NICE, ANNE DUVAL A VU LE CICR ET ÉVIAN."
    assert plain(SENTENCE).text == "A Nice, Anne Duval a vu le CICR et Evian."
    assert surnames_in_capitals(SENTENCE).text == "À Nice, Anne DUVAL a vu le CICR et Évian."
    assert len(noisy(SENTENCE, Random(3)).text) == len(SENTENCE.text)


def test_weights_that_lose_anywhere_are_not_kept() -> None:
    from pipeline.evaluate.tally import Tally

    good, bad = ({"ENTITY": Tally(10, 10, hits)} for hits in (9, 8))
    before = [Measured("dev", "alone", bad), Measured("general", "alone", good)]
    assert holds(before, [Measured("dev", "alone", good), Measured("general", "alone", good)])
    assert not holds(before, [Measured("dev", "alone", good), Measured("general", "alone", bad)])


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    folder = tmp_path_factory.mktemp("training")
    shutil.copy(root / "corpus" / "training" / "names.toml", folder)
    for language, text in TINY.items():
        (folder / language).mkdir()
        (folder / language / "tiny.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.model
def test_a_tiny_corpus_is_learnt_and_the_bytes_are_the_same(
    tiny: Path, names: NameSupply, models: Path, tmp_path: Path
) -> None:
    package = msgspec.structs.replace(load_models_config(models).en, weights=None)
    material = load_material(tmp_path / "no gold", tiny, "en")
    shutil.copytree(models / "vectors", tmp_path / "vectors")
    lesson = Lesson(package, load_vectors(package, models), material, names, Learning(runs=2, epochs=1, rate=0.01))
    weights = learn(lesson, lambda _: None)
    assert weights == learn(lesson, lambda _: None)
    write_weights(tmp_path, weights, lesson)
    ours = msgspec.structs.replace(package, weights=".")
    text = [sentence.text for sentence in (*material.learnt, *material.held)]
    found = NamedEntityModel(ours, models=tmp_path).find(text)
    stock = NamedEntityModel(ours, models=tmp_path, fast=False).find(text)
    assert [one.names for one in found] == [one.names for one in stock]
    assert (tmp_path / WEIGHTS).stat().st_size < 10_000_000


@pytest.mark.model
def test_weights_that_are_not_whole_or_not_for_the_package_are_refused(
    names: NameSupply, models: Path, tmp_path: Path
) -> None:
    shutil.copytree(models / "vectors", tmp_path / "vectors")
    ours = msgspec.structs.replace(load_models_config(models).en, weights=".")
    lesson = Lesson(ours, load_vectors(ours, models), Material((), (), ""), names, Learning())
    with pytest.raises(UserError, match="no weights"):
        NamedEntityModel(ours, models=tmp_path)
    write_weights(tmp_path, b"weights", lesson._replace(package=msgspec.structs.replace(ours, package="xx")))
    with pytest.raises(UserError, match="weights for xx"):
        NamedEntityModel(ours, models=tmp_path)
    write_weights(tmp_path, b"weights", lesson._replace(vectors=None))
    with pytest.raises(UserError, match="weights for other static vectors"):
        NamedEntityModel(ours, models=tmp_path)
    write_weights(tmp_path, b"weights", lesson)
    (tmp_path / WEIGHTS).write_bytes(b"other")
    with pytest.raises(UserError, match="not the weights that the manifest names"):
        NamedEntityModel(ours, models=tmp_path)


@pytest.mark.model
def test_the_command_writes_weights_a_manifest_and_a_card(tiny: Path, models: Path, tmp_path: Path) -> None:
    shutil.copytree(models, tmp_path / "models")
    shutil.rmtree(tmp_path / "models" / "ner", ignore_errors=True)
    how = Learning(runs=1, epochs=1)
    assert train_models(tmp_path / "no gold", tiny, tmp_path / "models", language="en", how=how)
    assert {path.name for path in (tmp_path / "models" / "ner" / "en").iterdir()} == {WEIGHTS, MANIFEST, "README.md"}
    assert not (tmp_path / "models" / "ner" / "fr").exists()


def test_a_language_that_is_not_there_is_refused(tmp_path: Path, models: Path) -> None:
    with pytest.raises(UserError, match="LANGUAGE=de"):
        train_models(tmp_path, tmp_path, models, language="de", how=Learning())
