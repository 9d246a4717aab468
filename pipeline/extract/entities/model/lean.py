"""A spaCy package loaded for `ner` alone, in a fraction of the time, with the same tokens.

Most of the time that spaCy takes to load a French model goes into one regular expression of its tokenizer, 1.4
megabytes long: a class of all small letters of all scripts, written out again for each of some hundred beginnings.
`factored` writes the class once for all beginnings that share it. The expression is compiled twice, when the code of
the language is imported and when the tokenizer is read; neither happens here, as all that the tokenizer needs is in
the package.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import srsly  # type: ignore[import-untyped]
from spacy import attrs, util
from spacy.language import Language
from spacy.tokenizer import Tokenizer

_READ = {attrs.NORM, attrs.LOWER, attrs.PREFIX, attrs.SUFFIX, attrs.SHAPE, attrs.IS_SPACE}
_BETWEEN = ")|(?:"
_LONG_CLASS = r"\[[^\]\\]*(?:\\.[^\]\\]*){40,}\]"
_SHAPE = re.compile(rf"(?P<head>\^?(?:{_LONG_CLASS}[+*]?)?)(?P<middle>.*?)(?P<tail>{_LONG_CLASS}.*)?", re.DOTALL)


def load_lean(package: str, exclude: tuple[str, ...]) -> Language:
    """The pipeline of an installed spaCy package without the parts in `exclude`.

    Tokens lack what `ner` does not read and what takes a third of the time of a new word: `like_num`, `is_stop`, etc.

    Raises:
        OSError: the package is not installed, or not a spaCy model.
    """
    folder = data_folder(package)
    config = util.load_config(folder / "config.cfg")
    language = _language(config["nlp"]["lang"])
    with _no_plugins():
        nlp = language.from_config(config, exclude=exclude)
    nlp.from_disk(folder, exclude=[*exclude, "tokenizer", "strings"])  # strings are known by their hashes
    words: Any = nlp.vocab
    words.lex_attr_getters = {key: get for key, get in words.lex_attr_getters.items() if key in _READ}
    nlp.tokenizer = _tokenizer(nlp, folder / "tokenizer")
    return nlp


def factored(pattern: str) -> str:
    """An expression of alternatives `(?:…)|(?:…)` with those that share their long classes written as one.

    It accepts the same strings. An expression of another form comes back unchanged.

    >>> factored("(?:ab)|(?:cd)")
    '(?:(?:ab|cd))'
    """
    flags, opened, rest = pattern.partition("(?:")
    branches = rest.removesuffix(")").split(_BETWEEN)
    if not opened or not rest.endswith(")") or not all(_is_whole(branch) for branch in branches):
        return pattern
    alike: dict[tuple[str, str], list[str]] = {}
    for branch in branches:
        head, middle, tail = _split(branch)
        alike.setdefault((head, tail), []).append(middle)
    return flags + "|".join(f"(?:{head}(?:{'|'.join(middles)}){tail})" for (head, tail), middles in alike.items())


def _split(branch: str) -> tuple[str, str, str]:
    """A long class that an alternative begins with, what is its own, and the rest from the next long class on."""
    found = _SHAPE.fullmatch(branch)
    if found and all(map(_is_whole, parts := found.groups(default=""))):
        return parts[0], parts[1], parts[2]
    return "", branch, ""


def _is_whole(branch: str) -> bool:
    """Whether a part of an expression stands for itself: brackets in pairs, no choice outside of them."""
    depth = 0
    for sign in re.findall(r"\\.|\[\^?\]?(?:[^\]\\]|\\.)*\]|[()|]", branch, re.DOTALL):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth < 0 or (depth == 0 and sign == "|"):
            return False
    return depth == 0


def data_folder(package: str) -> Path:
    """Where an installed spaCy package has its data.

    Raises:
        OSError: it is not installed.
    """
    try:
        module = import_module(package)
    except ImportError:
        raise OSError(package) from None
    root = Path(str(module.__file__)).parent
    meta = util.load_meta(root / "meta.json")
    return root / f"{meta['lang']}_{meta['name']}-{meta['version']}"


def _language(code: str) -> type[Language]:
    """spaCy's bare language under the code of a package: importing the real one compiles its expressions."""
    return type("LeanLanguage", (Language,), {"lang": code})


@contextmanager
def _no_plugins() -> Iterator[None]:
    """Keep spaCy from importing all packages that offer pipeline components: `ner` is its own."""
    offered = util.registry._entry_point_factories
    before, offered.entry_points = offered.entry_points, False
    try:
        yield
    finally:
        offered.entry_points = before


def _tokenizer(nlp: Language, path: Path) -> Tokenizer:
    stored: dict[str, Any] = srsly.msgpack_loads(path.read_bytes())
    if stored.get("token_match"):
        stored["token_match"] = factored(stored["token_match"])
    return Tokenizer(nlp.vocab).from_bytes(srsly.msgpack_dumps(stored))
