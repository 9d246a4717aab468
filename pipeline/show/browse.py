"""Browsing the database with Datasette, on this machine only: what `make inspect` runs."""

import os
import sys
from pathlib import Path

import msgspec

from pipeline.files import write_if_changed

HOST = "127.0.0.1"
PORT = 8001
DATABASE = "depeche.sqlite"
METADATA = ".datasette.json"


def browse_argv(outputs: Path, *, port: int = PORT, open_browser: bool = False) -> list[str]:
    """The command that serves `outputs/depeche.sqlite`; run it after `write_browse_metadata`.

    The database is opened as one that won't change: stop it before a new run replaces the file.
    """
    command = [sys.executable, "-m", "datasette", "serve", "--immutable", os.fspath(outputs / DATABASE)]
    command += ["--host", HOST, "--port", str(port), "--metadata", os.fspath(outputs / METADATA)]
    command += ["--setting", "default_page_size", "50", "--setting", "sql_time_limit_ms", "5000"]
    return [*command, "--open"] if open_browser else command


def write_browse_metadata(outputs: Path) -> Path:
    """Write what Datasette should know of the tables beside the database; returns the file."""
    path = outputs / METADATA
    write_if_changed(path, msgspec.json.format(msgspec.json.encode(browse_metadata()), indent=1) + b"\n")
    return path


class Shown(msgspec.Struct, omit_defaults=True, frozen=True):
    """How Datasette shows one table."""

    description: str
    facets: tuple[str, ...] = ()
    sort: str | None = None
    sort_desc: str | None = None
    label_column: str | None = None
    hidden: bool = False


class Shelf(msgspec.Struct, frozen=True):
    """How Datasette shows one database."""

    description: str
    tables: dict[str, Shown]
    queries: dict[str, dict[str, str]]


class Catalogue(msgspec.Struct, frozen=True):
    """The metadata file of Datasette."""

    title: str
    databases: dict[str, Shelf]


def browse_metadata() -> Catalogue:
    """Titles, facets and sort orders of the tables, and a search over all texts."""
    shelf = Shelf(
        description="Ce que Dépêche a trouvé dans les documents · What Dépêche found in the documents",
        tables=TABLES,
        queries={"search": {"title": "Chercher dans les textes · Search the texts", "sql": SEARCH}},
    )
    return Catalogue(title="Dépêche", databases={Path(DATABASE).stem: shelf})


TABLES = {
    "documents": Shown(
        "Les documents · The documents",
        facets=("language", "type", "publisher", "media_type"),
        sort_desc="published",
        label_column="title",
    ),
    "blocks": Shown("Titres, paragraphes … avec recherche · Blocks, searchable", facets=("kind", "language", "main")),
    "mentions": Shown(
        "Noms, dates et montants, avec leur valeur · Names, dates and amounts with their values",
        facets=("kind", "label", "unit_kind", "found_by", "main"),
    ),
    "mention_sources": Shown("Où chaque mention se trouve dans la source · Where mentions are in the source"),
    "entities": Shown(
        "Ce que les noms désignent · What names refer to", facets=("label", "country"), sort_desc="mentions"
    ),
    "entity_roles": Shown("Les fonctions des personnes, par dates · The roles of people, by dates", sort="first"),
    "aliases": Shown("Les formes de chaque nom · The forms of each name"),
    "topics": Shown("Les thèmes · The topics", sort_desc="weight", label_column="label_fr"),
    "topic_entities": Shown("Les noms de chaque thème · The names typical of topics", facets=("topic",)),
    "topic_passages": Shown("Les passages des thèmes · The passages of topics", facets=("topic",), sort_desc="score"),
    "dates_by_year": Shown("Dates du texte principal par année · Dates by year", sort="year"),
    "amounts_by_currency": Shown("Sommes par monnaie · Amounts by currency"),
    "entity_mentions": Shown("Chaque mention de chaque entité · Each mention of each entity", facets=("label",)),
    "rejections": Shown("Documents refusés · Rejected documents", facets=("stage", "code")),
    "document_keywords": Shown("Les mots clés des documents · The keywords of documents", facets=("term",)),
    "metadata_evidence": Shown("D’où viennent titre, date … · Where title, date … were found", facets=("field",)),
    "dropped": Shown("Ce qui a été écarté des textes · What was left out of the texts", facets=("reason",)),
}

SEARCH = """\
select b.document, b.kind, snippet(blocks_fts, 0, '«', '»', '…', 24) as passage
from blocks_fts join blocks b on b.id = blocks_fts.rowid
where blocks_fts match :words order by rank limit 200
"""
