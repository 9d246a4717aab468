"""Sentences with marks: what is read, what is refused with its line, what is counted."""

from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.evaluate.marked import MarkedSentence, MarkedSpan, load_folder, load_marked, load_passages
from pipeline.evaluate.tally import Tally, tally


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_marks_become_spans(tmp_path: Path) -> None:
    path = written(tmp_path, "# note\n\nM. [Idrissov|PERSON] à [Paris|LOCATION?].\nRien.\n")
    spans = (MarkedSpan(3, 11, "PERSON"), MarkedSpan(14, 19, "LOCATION", True))
    assert load_marked(path) == [MarkedSentence("M. Idrissov à Paris.", spans), MarkedSentence("Rien.", ())]


def test_a_domain_stands_before_the_tab(tmp_path: Path) -> None:
    path = written(tmp_path, "sport\t[Arsenal|ORGANIZATION] won.\n")
    assert load_marked(path, domains=True) == [
        MarkedSentence("Arsenal won.", (MarkedSpan(0, 7, "ORGANIZATION"),), "sport")
    ]


@pytest.mark.parametrize(
    ("line", "domains", "reason"),
    [
        ("In [Paris|LOCATION.", False, "outside a mark"),
        ("In Paris].", False, "outside a mark"),
        ("In [Paris].", False, "outside a mark"),
        ("In [[Paris|LOCATION] basin|LOCATION].", False, "outside a mark"),
        ("In [Paris|PLACE].", False, "no such label: PLACE"),
        ("In [ Paris|LOCATION].", False, "blanks at its ends"),
        ("In [|LOCATION].", False, "is empty"),
        ("In Rome.", False, "the sentence of line 1 again"),
        ("In [Paris|LOCATION].", True, "a domain, a tab"),
    ],
)
def test_what_is_not_well_formed_is_refused_with_its_line(
    line: str, domains: bool, reason: str, tmp_path: Path
) -> None:
    path = written(tmp_path, ("x\t" if domains else "") + f"In Rome.\n{line}\n")
    with pytest.raises(ConfigError, match=rf"a\.txt:2: .*{reason}"):
        load_marked(path, domains=domains)


def test_empty_lines_part_passages(tmp_path: Path) -> None:
    path = written(tmp_path, "M. [Idrissov|PERSON] parle.\nRien.\n\n\nÀ [Paris|LOCATION].\n")
    passages = load_passages(path)
    assert [[one.text for one in passage] for passage in passages] == [["M. Idrissov parle.", "Rien."], ["À Paris."]]
    assert {one.domain for passage in passages for one in passage} == {"a"}


def test_optional_names_count_neither_way() -> None:
    sentence = MarkedSentence("Paris et Lyon", (MarkedSpan(0, 5, "LOCATION"), MarkedSpan(9, 13, "LOCATION", True)))
    assert tally([(sentence, [(0, 5, "LOCATION"), (9, 13, "PERSON")])])["ENTITY"] == Tally(1, 1, 1)
    assert tally([(sentence, [(0, 4, "LOCATION")])])["LOCATION"] == Tally(1, 1, 0)
    assert tally([])["ENTITY"].f1 == 1.0


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_trained_on_that_is_measured_on(language: str, root: Path) -> None:
    learnt = {sentence.text for sentence in load_folder(root / "corpus" / "training" / language)}
    measured = load_marked(root / "corpus" / "general" / f"{language}.txt", domains=True)
    passages = (root / "corpus" / "passages" / language).glob("*.txt")
    measured += [one for path in passages for passage in load_passages(path) for one in passage if one.spans]
    assert len(learnt) > 400
    assert len(measured) > 150
    assert not learnt & {sentence.text for sentence in measured}
