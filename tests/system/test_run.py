"""The promises of a run: complete, incremental, the same bytes whatever the circumstances."""

import io
import random
import shutil
import signal
import time
from pathlib import Path

import msgspec
import pytest
from harness import command, documents, go, rejections, small_corpus, stamps, tree

from pipeline.config import Limits, Paths
from pipeline.errors import ConfigError, UserError
from pipeline.records import Document
from pipeline.runner import run
from pipeline.runner.progress import Progress
from pipeline.runner.run import Run

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_corpus(tmp_path_factory.mktemp("corpus") / "documents")


@pytest.fixture(scope="module")
def undisturbed(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    outputs = tmp_path_factory.mktemp("undisturbed") / "outputs"  # as deep as other outputs: pages link to the corpus
    go(corpus, outputs)
    return outputs


def test_every_document_comes_out_with_what_it_says(undisturbed: Path) -> None:
    found = documents(undisturbed)
    assert sorted(found) == ["notes/énergie%20n°%202.md", "school.html", "visit.txt", "visite.txt"]
    assert rejections(undisturbed) == {}
    for id_, place in (("visite.txt", "Portugal"), ("visit.txt", "Portugal"), ("school.html", "Hanoi")):
        assert place in {m.text for m in found[id_].mentions if m.label == "LOCATION"}
    for id_ in ("visite.txt", "visit.txt"):
        values = {(m.value.edtf if hasattr(m.value, "edtf") else None) for m in found[id_].mentions}
        assert "2016-05-03/2016-05-04" in values
        assert found[id_].metadata.published == "2016-05-04"
    portugal = {m.entity for d in found.values() for m in d.mentions if m.text == "Portugal"}
    assert portugal == {"country-PT"}


def test_nothing_changed_nothing_done(corpus: Path, undisturbed: Path) -> None:
    before = stamps(undisturbed)
    summary = go(corpus, undisturbed)
    assert (summary.done, summary.skipped) == (0, 4)
    assert not [name for name, count, _ in summary.stages if count]
    assert stamps(undisturbed) == before


def test_an_output_that_is_gone_is_written_again(corpus: Path, undisturbed: Path) -> None:
    before = tree(undisturbed)
    for name in (
        "documents/visit.txt.json",
        "entities.json",
        "tables/dates.csv",
        "report/index.html",
        "depeche.sqlite",
    ):
        (undisturbed / name).unlink()
    go(corpus, undisturbed)
    assert tree(undisturbed) == before


def test_one_document_added_is_the_only_one_worked_on(tmp_path: Path) -> None:
    corpus = small_corpus(tmp_path / "documents")
    outputs = tmp_path / "outputs"
    go(corpus, outputs)
    before = documents(outputs)
    (corpus / "new.txt").write_text("On 5 June 2020 Portugal and Spain signed the Treaty of Guarda.\n")
    summary = go(corpus, outputs)
    counts = {name: count for name, count, _ in summary.stages}
    assert (counts["ingest"], counts["extract"]) == (1, 1)
    after = documents(outputs)
    assert after.keys() == {*before, "new.txt"}
    assert all(_own(after[id_]) == _own(before[id_]) for id_ in before)
    (corpus / "new.txt").unlink()
    go(corpus, outputs)
    assert documents(outputs).keys() == before.keys()
    assert not (outputs / "report" / "documents" / "new.txt.html").exists()


def _own(document: Document) -> Document:
    """A document without what depends on the corpus."""
    mentions = tuple(msgspec.structs.replace(mention, entity=None) for mention in document.mentions)
    return msgspec.structs.replace(document, mentions=mentions, topics=())


@pytest.mark.parametrize("jobs", [1, pytest.param(4, marks=pytest.mark.soak)])  # the undisturbed run has two
def test_same_bytes_whatever_the_workers_zone_and_locale(
    jobs: int, corpus: Path, undisturbed: Path, tmp_path: Path
) -> None:
    zone = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": str(jobs)}
    process = command(corpus, tmp_path / "outputs", "--jobs", str(jobs), **zone)
    printed, _ = process.communicate(timeout=300)
    assert process.returncode == 0, printed
    assert tree(tmp_path / "outputs") == tree(undisturbed)


def test_made_again_with_its_own_ids_it_is_the_same(corpus: Path, undisturbed: Path, tmp_path: Path) -> None:
    outputs = tmp_path / "outputs"
    outputs.mkdir()
    (outputs / "ids.json").write_bytes((undisturbed / "ids.json").read_bytes())
    go(corpus, outputs)
    assert tree(outputs) == tree(undisturbed)


def kill_and_run_again(corpus: Path, outputs: Path, seconds: float) -> None:
    """Start a run, kill its whole process group after so many seconds, then let a second one finish."""
    process = command(corpus, outputs)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    again = command(corpus, outputs)
    printed, _ = again.communicate(timeout=300)
    assert again.returncode == 0, printed


@pytest.mark.parametrize("seconds", [pytest.param(0.6, marks=pytest.mark.soak), 6.0])
def test_killed_and_started_again(seconds: float, corpus: Path, undisturbed: Path, tmp_path: Path) -> None:
    kill_and_run_again(corpus, tmp_path / "outputs", seconds)
    assert tree(tmp_path / "outputs") == tree(undisturbed)


def test_interrupted_it_says_how_to_go_on(corpus: Path, tmp_path: Path) -> None:
    process = command(corpus, tmp_path / "outputs")
    while not (tmp_path / "outputs" / "work.sqlite").exists():
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    printed, _ = process.communicate(timeout=60)
    assert process.returncode == 130, printed
    assert "interrupted; run again to go on" in printed


@pytest.mark.soak
@pytest.mark.parametrize("point", range(10))
def test_killed_at_random_points(point: int, corpus: Path, undisturbed: Path, tmp_path: Path) -> None:
    seconds = random.Random(point).uniform(0.2, 12.0)
    kill_and_run_again(corpus, tmp_path / "outputs", seconds)
    assert tree(tmp_path / "outputs") == tree(undisturbed)


def test_two_runs_on_the_same_outputs_do_not_mix(corpus: Path, undisturbed: Path) -> None:
    running = Run(Paths(corpus=corpus, outputs=undisturbed), Limits(), Progress())
    with running, pytest.raises(UserError, match="another run is at work"):
        go(corpus, undisturbed)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('[documents."visit.txt"]\ntitel = "x"\n', 2, "titel"),
        ('[documents."visit.txt"]\ndate = "12/2014"\n', 1, "not a date"),
        ('[documents."gone.txt"]\ntitle = "x"\n', 1, "no document"),
        ('[documents."visit.txt"\n', 1, "line 1"),
        ('[documents."visit.txt"]\nlanguage = "de"\n', 2, "de"),
    ],
)
def test_a_wrong_corpus_toml_stops_at_once(text: str, line: int, reason: str, tmp_path: Path) -> None:
    corpus = small_corpus(tmp_path / "documents")
    (corpus / "corpus.toml").write_text(text)
    with pytest.raises(ConfigError, match=rf"corpus\.toml:{line}: .*{reason}"):
        go(corpus, tmp_path / "outputs")
    assert not (tmp_path / "outputs" / "documents").exists()


@pytest.mark.parametrize(
    ("file", "text", "reason"),
    [
        ("lexicons/fr/dates.toml", "\nmonts = 1\n[monts]\n", "dates.toml:"),
        ("lexicons/fr/entities.toml", "\n[unknown]\n", r"entities\.toml:\d+: .*unknown"),
        ("models.toml", "\n[de]\n", r"models\.toml:\d+: .*de"),
        *(
            pytest.param(*late, marks=pytest.mark.soak)  # the like in other stages, after more work
            for late in (
                ("lexicons/en/ingest.toml", "\n[unknown]\n", r"ingest\.toml:\d+: .*unknown"),
                ("gazetteers/bodies.toml", "\n[[bodi]]\n", r"bodies\.toml:\d+: .*bodi"),
                ("lexicons/en/topics.toml", "\n[unknown]\n", r"topics\.toml:\d+: .*unknown"),
                ("lexicons/en/report.toml", "\n[unknown]\n", r"report\.toml:\d+: .*unknown"),
            )
        ),
    ],
)
def test_a_wrong_lexicon_stops_with_file_line_and_reason(
    file: str, text: str, reason: str, tmp_path: Path, models: Path
) -> None:
    mine = Path(shutil.copytree(models, tmp_path / "models"))
    with (mine / file).open("a") as target:
        target.write(text)
    corpus = tmp_path / "documents"
    corpus.mkdir()
    (corpus / "a.txt").write_text("On 4 May 2016 the Minister visited Madrid.\n")
    with pytest.raises(UserError, match=reason):
        run(Paths(corpus=corpus, outputs=tmp_path / "o", models=mine), Limits(jobs=1), progress=Progress(io.StringIO()))


def test_ids_that_are_no_json_stop_at_once(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "ids.json").write_text("{")
    with pytest.raises(ConfigError, match=r"ids\.json"):
        go(corpus, tmp_path)
