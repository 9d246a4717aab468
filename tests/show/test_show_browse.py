"""Browsing the database with Datasette."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from pipeline.emit import write_database
from pipeline.records import Document, Entity, Topic
from pipeline.show.browse import SEARCH, browse_argv, write_browse_metadata

CASES = Path(__file__).parents[1] / "emit" / "cases"


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outputs")
    documents = msgspec.json.decode((CASES / "documents.json").read_bytes(), type=tuple[Document, ...])
    entities = msgspec.json.decode((CASES / "entities.json").read_bytes(), type=tuple[Entity, ...])
    topics = msgspec.json.decode((CASES / "topics.json").read_bytes(), type=tuple[Topic, ...])
    write_database(folder / "depeche.sqlite", documents, entities, topics, (), (), ())
    write_browse_metadata(folder)
    return folder


def test_only_this_machine_can_browse(outputs: Path) -> None:
    command = browse_argv(outputs, port=8123, open_browser=True)
    assert command[:4] == [sys.executable, "-m", "datasette", "serve"]
    assert command[command.index("--host") + 1] == "127.0.0.1"
    assert command[command.index("--port") + 1] == "8123"
    assert "--open" in command
    assert "--open" not in browse_argv(outputs)


def test_the_metadata_speaks_of_columns_that_exist(outputs: Path) -> None:
    metadata = json.loads((outputs / ".datasette.json").read_bytes())
    with closing(sqlite3.connect(outputs / "depeche.sqlite")) as database:
        for table, shown in metadata["databases"]["depeche"]["tables"].items():
            columns = {row[1] for row in database.execute(f'PRAGMA table_info("{table}")')}
            named = {
                *shown.get("facets", ()),
                *(shown[key] for key in ("sort", "sort_desc", "label_column") if key in shown),
            }
            assert columns, table
            assert named <= columns, table


def test_the_search_finds_words_without_accents(outputs: Path) -> None:
    with closing(sqlite3.connect(outputs / "depeche.sqlite")) as database:
        found = database.execute(SEARCH, {"words": "etudiants"}).fetchall()
    assert [(document, kind) for document, kind, _ in found] == [("presse/visite%20à%20Lisbonne.txt", "list_item")]
    assert "«étudiants»" in found[0][2]


def test_datasette_serves_it(outputs: Path) -> None:
    command = [*browse_argv(outputs), "--get", "/depeche/mentions.json?_facet=kind&_size=1&kind=amount&_shape=objects"]
    answer = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=90).stdout)
    assert answer["rows"][0]["kind"] == "amount"
    search = [*browse_argv(outputs), "--get", "/depeche/search.json?words=echanges&_shape=array"]
    assert len(json.loads(subprocess.run(search, capture_output=True, check=True, timeout=90).stdout)) == 1
