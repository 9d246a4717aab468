"""Comparing databases by what they say, whatever the order their rows were written in."""

import sqlite3
from contextlib import closing
from pathlib import Path


def dump(path: Path) -> list[str]:
    """The schema and all rows of a database, sorted; row numbers and the full-text index are left out.

    Two databases with the same dump hold the same.
    """
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
        found = database.execute(
            "SELECT name, sql, type FROM sqlite_master WHERE name NOT LIKE '%\\_fts%' ESCAPE '\\' AND sql IS NOT NULL"
        ).fetchall()
        lines = [sql for _, sql, _ in found]
        for name, _, kind in found:
            if kind == "table":
                lines += _table_lines(database, name)
    return sorted(lines)


def _table_lines(database: sqlite3.Connection, table: str) -> list[str]:
    about = database.execute(f'PRAGMA table_info("{table}")').fetchall()
    columns = ", ".join(f'"{name}"' for _, name, kind, _, _, key in about if not (key and kind == "INTEGER"))
    rows = database.execute(f'SELECT {columns} FROM "{table}"')
    return [f"{table}: {row!r}" for row in rows]
