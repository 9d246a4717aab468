"""Pairs of documents that say the same, and pairs that only look alike: (name, first, second)."""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

Pair = tuple[str, str, str]
CASES = Path(__file__).parents[1] / "cases"


@cache
def _texts(language: str) -> dict[str, Any]:
    return tomllib.loads((CASES / language / "duplicates.toml").read_text())


def _page(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(paragraphs)


def same() -> Iterator[Pair]:
    """One release on two sites."""
    for language in ("fr", "en"):
        texts = _texts(language)
        parts = texts["release"]
        release = _page(parts)
        edited = release
        for old, new in texts["edits"]:
            edited = edited.replace(old, new)
        for name, other in (
            ("as it is", release),
            ("in capitals", _page([parts[0].upper(), *parts[1:]])),
            ("typographic signs", release.replace("'", "’").replace(" »", "\xa0»").replace("“", '"').replace("”", '"')),
            ("another headline", _page([texts["headline"], *parts[1:]])),
            ("without headline and day", _page(parts[2:])),
            ("about the body", _page([*parts, texts["about"]])),
            ("headline and about", _page([texts["headline"], *parts[1:], texts["about"]])),
            ("corrected paragraph", _page([*parts[:3], texts["corrected"], *parts[4:]])),
            ("corrected figure", release.replace(*texts["figure"])),
            ("corrected spelling of a name", release.replace("Nunes", "Nuñes")),
            ("longer form of a name", release.replace("Ana Nunes", "Ana Maria Nunes")),
            ("paragraph less", _page([*parts[:7], *parts[8:]])),
            ("last paragraph cut", _page(parts[:-1])),
            ("paragraphs in another order", _page([*parts[:4], *parts[5:7], parts[4], *parts[7:]])),
            ("words edited", edited),
            ("hyphens lost", release.replace("-", " ")),
        ):
            yield f"{language}: {name}", release, other


def different() -> Iterator[Pair]:
    """Documents of one template or of one event, which are not the same."""
    french, english = _texts("fr"), _texts("en")
    yield "translation", _page(french["release"]), _page(english["release"])
    yield "translated letter", _filled(french["letter"], 0), _filled(english["letter"], 0)
    for language in ("fr", "en"):
        texts = _texts(language)
        parts, letter = texts["release"], texts["letter"]
        foot = f"{texts['about']} {texts['about'].replace('Bergen', 'Oslo')}"
        again = letter["template"].format(**letter["filled"][0] | {"of": letter["filled"][1]["of"]})
        for name, first, second in (
            ("letter to two countries, another day", _filled(letter, 0), _filled(letter, 1)),
            ("letter to two countries", _filled(letter, 0), again),
            ("reports of two years", _filled(texts["report"], 0), _filled(texts["report"], 1)),
            ("mandate renewed", _filled(texts["renewal"], 0), _filled(texts["renewal"], 1)),
            ("two releases with one foot", _page([texts["other"], foot]), _page([texts["vote"], foot])),
            ("release and its first lines", _page(parts), _page(parts[:4])),
            ("release in a bulletin", _page(parts), _page([texts["other"], texts["vote"], *parts, *parts[::-1]])),
            ("same event", _page(parts[:4]), _page([texts["headline"], texts["corrected"], texts["vote"]])),
            ("short notices", texts["notice"], texts["other_notice"]),
            ("a sentence of it", _page(parts), _page([texts["other"], parts[4], texts["vote"]])),
            ("half of it new", _page(parts), _page([*parts[:5], texts["other"], texts["vote"], texts["about"]])),
        ):
            yield f"{language}: {name}", first, second


def _filled(form: dict[str, Any], number: int) -> str:
    filled: str = form["template"].format(**form["filled"][number])
    return filled
