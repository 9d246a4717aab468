"""`add`: copy a document into the corpus and note its metadata in `corpus.toml`."""

import json
import shutil
from pathlib import Path

from pipeline.config import checked_corpus
from pipeline.corpus import is_date, load_settings
from pipeline.errors import UserError


def add_document(
    file: Path, corpus: Path, *, title: str | None, date: str | None, source: str | None, language: str | None
) -> Path:
    """Copy the file into the corpus folder; what is said of it is added to the end of `corpus.toml`.

    Raises:
        UserError: no such file, another document has this name, or what is said of it is wrong.
    """
    if not file.is_file():
        raise UserError(f"{file}: no such file")
    if date is not None and not is_date(date):
        raise UserError(f"DATE={date}: not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
    if language not in (None, "fr", "en"):
        raise UserError(f"LANGUAGE={language}: write fr or en")
    settings = load_settings(checked_corpus(corpus))
    target = corpus / file.name
    if target.exists() and target.read_bytes() != file.read_bytes():
        raise UserError(f"{target}: another document has this name; rename {file}")
    said = {"title": title, "date": date, "source": source, "language": language}
    lines = [f"{key} = {_quoted(value)}" for key, value in said.items() if value]
    if lines and file.name in settings.documents:
        raise UserError(f"{corpus / 'corpus.toml'}: says something of {file.name} already; edit it there")
    if not target.exists():
        shutil.copyfile(file, target)
    if lines:
        _append(corpus / "corpus.toml", [f"[documents.{_quoted(file.name)}]", *lines])
    return target


def _append(path: Path, lines: list[str]) -> None:
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    gap = "" if not before else "\n" if before.endswith("\n") else "\n\n"
    temporary = path.with_name(".corpus.toml.tmp")
    temporary.write_text(before + gap + "\n".join(lines) + "\n", encoding="utf-8")
    temporary.replace(path)


def _quoted(text: str) -> str:
    """The text as a TOML basic string, which JSON's rules for strings satisfy but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
