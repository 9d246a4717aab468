"""Documents made up for measuring: bilingual diplomatic prose from templates, the same bytes every time.

`prose/{fr,en}.toml` hold the phrases. Every choice is taken from a hash of the document's number and a counter, so it
depends neither on Python's generators nor on what was made before. `{n}` (2–97), `{nn}` (100–989), `{digit}` (1–9),
`{day}` (2–14), `{day2}` (15–28) and `{year}` (1992–2019) are numbers; all other slots are phrases or facts.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from pipeline.toml import load_toml

Tongue = Literal["fr", "en"]
TONGUES: tuple[Tongue, ...] = ("fr", "en")
T = TypeVar("T")

_SLOT = re.compile(r"\{(\w+)\}")
_FIRST_LETTER = re.compile(r"^\W*[^\W\d_]")
NUMBERS = {"n": (2, 97), "nn": (100, 989), "digit": (1, 9), "day": (2, 14), "day2": (15, 28), "year": (1992, 2019)}
_DEEPEST = 8  # phrases in phrases; deeper than any of ours


class Prose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The phrases of one language; each of `sentences` but `general` is a theme."""

    titles: tuple[str, ...]
    datelines: tuple[str, ...]
    headings: tuple[str, ...]
    closings: tuple[str, ...]
    facts: dict[str, tuple[str, ...]]
    partners: tuple[dict[str, str], ...]
    slots: dict[str, tuple[str, ...]]
    sentences: dict[str, tuple[str, ...]]


class Draw:
    """Choices that depend on a seed and on how many were made before, and on nothing else."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._made = 0

    def number(self, low: int, high: int) -> int:
        """A number from `low` to `high`, both included."""
        self._made += 1
        digits = hashlib.blake2b(f"{self._seed} {self._made}".encode(), digest_size=6).digest()
        return low + int.from_bytes(digits) % (high - low + 1)

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""
        return options[self.number(0, len(options) - 1)]


@cache
def load_prose(tongue: Tongue) -> Prose:
    """The phrases of a language, read once a process."""
    with resources.as_file(resources.files("pipeline.bench") / "prose" / f"{tongue}.toml") as path:
        return load_toml(path, Prose)


def generate_documents(folder: Path, count: int, words: int) -> list[Path]:
    """Write `count` text files of about `words` words each, French and English in turn; the paths, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    width = max(len(str(count)), 4)
    paths: list[Path] = []
    for number in range(1, count + 1):
        tongue = TONGUES[(number - 1) % len(TONGUES)]
        path = folder / f"document-{number:0{width}}-{tongue}.txt"
        path.write_text(generate_text(number, words, tongue), encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def generate_text(number: int, words: int, tongue: Tongue) -> str:
    """The text of document `number`: title, date line, paragraphs with headings, and a last line.

    >>> generate_text(3, 100, "fr") == generate_text(3, 100, "fr") != generate_text(4, 100, "fr")
    True
    """
    prose = load_prose(tongue)
    draw = Draw(f"{tongue} {number}")
    facts = dict(draw.pick(prose.partners))
    for name, phrases in prose.facts.items():
        facts[name] = _fill(draw.pick(phrases), prose, facts, draw)
    parts: list[str] = []
    length = 0
    for template in _templates(prose, draw):
        part = " ".join(_fill(sentence, prose, facts, draw) for sentence in template)
        parts.append(part)
        length += len(part.split())
        if length >= words:
            break
    parts.append(_fill(draw.pick(prose.closings), prose, facts, draw))
    return "\n\n".join(parts) + "\n"


def _templates(prose: Prose, draw: Draw) -> Iterator[list[str]]:
    """The paragraphs of a document as templates, without end: each a list of sentences."""
    yield [draw.pick(prose.titles)]
    yield [draw.pick(prose.datelines)]
    themes = sorted(prose.sentences.keys() - {"general"})
    chosen = [draw.pick(themes), draw.pick(themes)]
    while True:
        theme = draw.pick(chosen)
        for _ in range(draw.number(2, 4)):
            names = [draw.pick(("general", theme)) for _ in range(draw.number(3, 6))]
            yield list(dict.fromkeys(draw.pick(prose.sentences[name]) for name in names))
        yield [draw.pick(prose.headings)]


def _fill(template: str, prose: Prose, facts: Mapping[str, str], draw: Draw) -> str:
    """The template with every slot filled, its first letter a capital."""

    def phrase(match: re.Match[str]) -> str:
        name = match[1]
        if name in NUMBERS:
            return str(draw.number(*NUMBERS[name]))
        return facts[name] if name in facts else draw.pick(prose.slots[name])

    text = template
    for _ in range(_DEEPEST):
        if "{" not in text:
            break
        text = _SLOT.sub(phrase, text)
    return _FIRST_LETTER.sub(lambda match: match[0].upper(), text)
