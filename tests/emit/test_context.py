"""The sentence around a mention."""

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from pipeline.emit.context import REACH, parts, sentence
from pipeline.records import Document, PublicBlock

CASES = Path(__file__).parent / "cases"
DOCUMENT = msgspec.json.decode((CASES / "documents.json").read_bytes(), type=tuple[Document, ...])[0]


def around(text: str, word: str, block: tuple[int, int] | None = None) -> str:
    low, high = block or (0, len(text))
    blocks = (PublicBlock(start=low, end=high, kind="paragraph", language="fr", main=True, source=()),)
    start = text.index(word)
    return sentence(replace(DOCUMENT, text=text, blocks=blocks), start, start + len(word))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Il part. M. Fabius revient en mai. Fin.", "mai", "M. Fabius revient en mai."),
        ("It ends. Mr. Hill met Dr. Bo in May. Then he left.", "May", "Mr. Hill met Dr. Bo in May."),
        ("Est-ce en mai ? Oui.", "mai", "Est-ce en mai ?"),
        ("Un seul mot : mai", "mai", "Un seul mot : mai"),
        ("Ligne une\nligne mai\nfin", "mai", "Ligne une ligne mai fin"),
        ("« Venez en mai. » Ils vinrent.", "mai", "« Venez en mai. »"),
        ("Il gagne 5 %. En mai (le 3). Fin.", "mai", "En mai (le 3)."),
        ("On 5 May.", "5 May", "On 5 May."),
    ],
)
def test_sentences(text: str, word: str, expected: str) -> None:
    assert around(text, word) == expected


def test_it_stays_in_its_block() -> None:
    assert around("TITRE\n\nEn mai", "mai", (7, 13)) == "En mai"


def test_what_is_cut_says_so() -> None:
    shown = around("mot " * 500 + "MAI" + " mot" * 500, "MAI")
    assert shown.startswith("…mot")
    assert shown.endswith("mot…")
    assert len(shown) <= 2 * REACH + 5


def test_the_three_parts_are_the_text() -> None:
    date = next(mention for mention in DOCUMENT.mentions if mention.text == "12 June 2023")
    before, text, after = parts(DOCUMENT, date.start, date.end)
    assert before.endswith("to Lisbon on ")
    assert (text, after) == ("12 June 2023", ".")
