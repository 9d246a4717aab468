"""`add` copies a document and notes what the user says of it, whatever characters that has."""

from pathlib import Path

import pytest

from pipeline.commands.add import add_document
from pipeline.corpus import load_settings
from pipeline.errors import UserError
from pipeline.records import Override

SAID = {"title": 'L\'"accord"\n\\ de 2014 €\x7f', "date": "2014-12", "source": "ONU", "language": "fr"}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "documents").mkdir()
    (tmp_path / "note d'été.txt").write_text("Le 5 mai.\n")
    return tmp_path / "documents"


def add(corpus: Path, **said: str | None) -> Path:
    blank: dict[str, str | None] = dict.fromkeys(SAID)
    return add_document(corpus.parent / "note d'été.txt", corpus, **{**blank, **said})


def test_what_is_said_comes_back(corpus: Path) -> None:
    (corpus / "corpus.toml").write_text("# mine")
    assert add(corpus, **SAID).read_text() == "Le 5 mai.\n"
    assert load_settings(corpus).documents == {"note d'été.txt": Override(**SAID)}  # type: ignore[arg-type]
    assert (corpus / "corpus.toml").read_text().startswith("# mine\n")


def test_twice_the_same_is_no_mistake_but_another_of_that_name_is(corpus: Path) -> None:
    add(corpus)
    add(corpus)
    assert not (corpus / "corpus.toml").exists()
    (corpus.parent / "note d'été.txt").write_text("Autre chose.\n")
    with pytest.raises(UserError, match="another document has this name"):
        add(corpus)


@pytest.mark.parametrize(
    ("said", "reason"), [({"date": "5 mai 2014"}, "not a date"), ({"language": "de"}, "write fr or en")]
)
def test_what_is_wrong_is_said_before_anything_is_copied(corpus: Path, said: dict[str, str], reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        add(corpus, **said)
    assert not list(corpus.iterdir())


def test_what_was_said_is_not_said_twice(corpus: Path) -> None:
    add(corpus, date="2014")
    with pytest.raises(UserError, match="edit it there"):
        add(corpus, date="2015")
