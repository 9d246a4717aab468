"""Loading a folder of gold in either form."""

from pathlib import Path

import msgspec

from pipeline.errors import ConfigError
from pipeline.evaluate.gold import GoldDocument
from pipeline.evaluate.markup import parse

ANNOTATED, DOCUMENTS = "annotated", "documents"
SUFFIX = ".gold"


def load_gold(folder: Path) -> list[GoldDocument]:
    """All gold documents of a folder, in the order of their names.

    A folder with a sub-folder `annotated` holds a gold corpus: `.gold` files there, the documents they speak of under
    `documents`, with the same names. Any other folder holds the JSON form: `*.json`, not of its sub-folders.

    Raises:
        ConfigError: no such folder, no gold in it, a file that is not gold, or two for one document; says which.
    """
    if not folder.is_dir():
        raise ConfigError(folder, None, "no such folder")
    annotated = folder / ANNOTATED
    loaded = _load_corpus(annotated, folder / DOCUMENTS) if annotated.is_dir() else _load_json(folder)
    documents: dict[tuple[str, str | None], GoldDocument] = {}
    for path, document in loaded:
        key = (document.source.file, document.source.sha256)
        if key in documents:
            raise ConfigError(path, None, f"a second gold file for {document.source.file}")
        documents[key] = document
    return list(documents.values())


def documents_folder(folder: Path) -> Path | None:
    """Where the documents of a gold corpus are; None for the JSON form, which speaks of documents elsewhere."""
    return folder / DOCUMENTS if (folder / ANNOTATED).is_dir() else None


def _load_json(folder: Path) -> list[tuple[Path, GoldDocument]]:
    paths = sorted(folder.glob("*.json"), key=lambda path: path.name)
    if not paths:
        raise ConfigError(folder, None, f"no gold here: no *.json and no folder {ANNOTATED}")
    return [(path, _decode(path)) for path in paths]


def _decode(path: Path) -> GoldDocument:
    try:
        return msgspec.json.decode(path.read_bytes(), type=GoldDocument)
    except OSError as error:
        raise ConfigError(path, None, error.strerror or str(error)) from None
    except msgspec.DecodeError as error:
        raise ConfigError(path, None, str(error)) from None


def _load_corpus(annotated: Path, documents: Path) -> list[tuple[Path, GoldDocument]]:
    sources = {path.relative_to(documents).with_suffix(""): path for path in documents.rglob("*") if path.is_file()}
    loaded = []
    for path in sorted(annotated.rglob(f"*{SUFFIX}")):
        source = sources.get(path.relative_to(annotated).with_suffix(""))
        if source is None:
            raise ConfigError(path, None, f"no document of this name under {documents}")
        loaded.append((path, parse(path, source.relative_to(documents).as_posix())))
    if not loaded:
        raise ConfigError(annotated, None, f"no gold here: no *{SUFFIX}")
    return loaded
