"""Text in images: Debian's `tesseract`, a program of its own that is asked only where the user wants it (`OCR=1`).

The reader of PDFs is handed a `Recogniser` and knows nothing of processes; without one it names the pages that it
cannot read.
"""

import os
import re
import subprocess
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from pipeline.errors import UserError

PROGRAM = "tesseract"
LANGUAGES = ("fra", "eng")
SECONDS = 60  # that a page may take
_VERSION = re.compile(r"tesseract v?(\S+)")
_MISSING = "OCR=1 needs the program tesseract with French or English: apt-get install tesseract-ocr tesseract-ocr-fra"
_FIELDS = 12  # of a line of its table
_LINE, _WORD = "4", "5"  # the levels of its table that are of use
_SURE = 25  # per cent: what is less sure, and no word, is a stain


class Recognised(NamedTuple):
    """A word in an image, in pixels from its upper left corner; `top` and `bottom` are those of its line."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


class Recogniser(Protocol):
    """Finds the words of a page in its image; `name` is the program's, with its version."""

    @property
    def name(self) -> str:
        """The name and version, for the record."""

    def __call__(self, image: bytes) -> Sequence[Recognised] | None:
        """The words of an image (a PNM file), line by line; null where it could not be read in time."""


class Tesseract(NamedTuple):
    """The program as it is installed here."""

    name: str
    languages: tuple[str, ...]
    turns: bool
    program: str = PROGRAM
    seconds: float = SECONDS

    def __call__(self, image: bytes) -> list[Recognised] | None:
        """The words of an image; null where the program fails or takes too long."""
        mode = "1" if self.turns else "3"
        command = [
            self.program,
            "stdin",
            "stdout",
            "-l",
            "+".join(self.languages),
            "--psm",
            mode,
            "--dpi",
            "300",
            "tsv",
        ]
        try:
            done = subprocess.run(command, input=image, capture_output=True, timeout=self.seconds, env=_environment())
        except (OSError, subprocess.TimeoutExpired):
            return None
        return list(read_table(done.stdout.decode("utf-8", "replace"))) if done.returncode == 0 else None


def find_tesseract(program: str = PROGRAM) -> Tesseract:
    """The program on this machine.

    Raises:
        UserError: it is not installed, or knows neither French nor English.
    """
    version = _VERSION.search(_ask(program, "--version"))
    known = _ask(program, "--list-langs").split()
    languages = tuple(code for code in LANGUAGES if code in known)
    if not version or not languages:
        raise UserError(_MISSING)
    return Tesseract(f"tesseract {version[1]} ({'+'.join(languages)})", languages, "osd" in known, program)


def read_table(table: str) -> list[Recognised]:
    """The words of tesseract's table.

    >>> line = "4 1 1 1 1 0 10 20 90 12 -1 ".replace(" ", chr(9))
    >>> word = "5 1 1 1 1 1 10 22 40 9 96 Oslo".replace(" ", chr(9))
    >>> read_table(f"{line}\\n{word}")
    [Recognised(text='Oslo', left=10.0, right=50.0, top=20.0, bottom=32.0)]
    """
    words: list[Recognised] = []
    top = bottom = 0.0
    for row in table.splitlines():
        fields = row.split("\t")
        if len(fields) != _FIELDS or fields[0] not in (_LINE, _WORD):
            continue
        left, upper, width, height = map(float, fields[6:10])
        if fields[0] == _LINE:
            top, bottom = upper, upper + height
        elif (text := fields[11].strip()) and (float(fields[10]) >= _SURE or sum(map(str.isalpha, text)) > 2):
            words.append(Recognised(text, left, left + width, top, bottom))
    return words


def _ask(program: str, option: str) -> str:
    try:
        done = subprocess.run([program, option], capture_output=True, timeout=SECONDS, env=_environment())
    except (OSError, subprocess.TimeoutExpired):
        raise UserError(_MISSING) from None
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def _environment() -> dict[str, str]:
    """One thread, as every worker has one core."""
    return {**os.environ, "OMP_THREAD_LIMIT": "1"}
