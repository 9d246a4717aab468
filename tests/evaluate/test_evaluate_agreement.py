"""Agreement of two passes of annotation, and the passes that are kept with the gold corpus."""

from pathlib import Path

from pipeline.evaluate.agreement import FIRST, SECOND, agreement

HEAD = """+++
language = "fr"
split = "train"
genre = "speech"
country = ["BJ"]
decade = "2010s"
topic = "energy"
+++

"""


def write(folder: Path, body: str) -> None:
    folder.mkdir(parents=True)
    (folder / "a.gold").write_text(HEAD + body, encoding="utf-8")


def test_layers_count_what_both_have(tmp_path: Path) -> None:
    first = (
        "[Talon|PERSON talon] et [Ouidah|LOCATION ouidah], [2014|DATE 2014], [9 %|AMOUNT 9 %], "
        "[Ganvié|LOCATION? ganvie]"
    )
    second = (
        "[Talon|PERSON patrice-talon] et [Ouidah|ORGANIZATION ouidah], [2014|DATE 2014-01], 9 %, "
        "[Ganvié|LOCATION ganvie]"
    )
    write(tmp_path / FIRST, first)
    write(tmp_path / SECOND, second)
    layers = {layer.name: layer for layer in agreement(tmp_path)}
    assert layers["entities: spans"][1:] == (2, 2, 2)
    assert layers["entities: labels"].both == 1
    assert layers["entities: ids"].disagreements == 2
    assert (layers["dates: spans"].f1, layers["dates: values"].f1) == (1.0, 0.0)
    assert layers["amounts: spans"][1:] == (1, 0, 0)


def test_both_passes_of_the_gold_corpus_are_kept(root: Path) -> None:
    gold = root / "corpus" / "gold"
    names = [{path.relative_to(gold / part) for path in (gold / part).rglob("*.gold")} for part in (FIRST, SECOND)]
    assert names[0] == names[1]
    assert len(names[0]) == 80
    assert all(layer.f1 > 0.6 for layer in agreement(gold))
