"""Speed: linking grows with the corpus and not faster. Names are generated; many persons share few surnames."""

import random

import pytest
from link_documents import gazetteer, linked
from time_limit import within

from pipeline.link.collect import DocumentNames, Use
from pipeline.link.corrections import Corrections
from pipeline.link.entities import claimant, gather
from pipeline.link.identity import identify
from pipeline.link.resolve import resolve
from pipeline.records import Ids

NAMES, MENTIONS, PER_DOCUMENT = 20_000, 100_000, 50
SECONDS = 20.0
_SYLLABLES = [first + last for first in "bcdfgklmnprstvz" for last in ("a", "e", "i", "o", "ou", "ai")]


def _word(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(syllables)).capitalize()


def _names(chance: random.Random, count: int, surnames: int) -> list[Use]:
    given = [_word(chance, 3) for _ in range(400)]
    families = [_word(chance, 3) for _ in range(surnames)]
    heads = ["Institut de", "Ministère de", "Agency of", "Embassy of", "Université franco-chilienne de"]
    made: list[Use] = []
    for number in range(count):
        if number % 2:
            made.append(Use("PERSON", f"{chance.choice(given)} {chance.choice(families)}", "fr"))
        else:
            made.append(Use("ORGANIZATION", f"{chance.choice(heads)} {_word(chance, 3)} {_word(chance, 2)}", "en"))
    return made


def _corpus(mentions: int, names: int, surnames: int) -> list[DocumentNames]:
    chance = random.Random(3)
    pool = _names(chance, names, surnames)
    documents = []
    for number in range(mentions // PER_DOCUMENT):
        uses = [chance.choice(pool) for _ in range(PER_DOCUMENT)]
        short = [use._replace(form=use.form.split()[1]) if use.label == "PERSON" else use for use in uses[:15]]
        unique = tuple(dict.fromkeys([*uses[15:], *short]))
        documents.append(DocumentNames(f"d{number:06}", unique, tuple((f"e{i}", i) for i in range(len(unique))), ()))
    return documents


@pytest.mark.soak
@pytest.mark.parametrize("surnames", [4000, 20])
def test_a_hundred_thousand_mentions(surnames: int) -> None:
    documents = _corpus(MENTIONS, NAMES, surnames)
    gazetteer().cities.candidates("x")  # read once, not measured
    with within(SECONDS):
        found = resolve(documents, gazetteer(), Corrections())
        clusters = gather(documents, found.targets)
        identify([claimant(*item, gazetteer()) for item in clusters.items()], Ids(), gazetteer().forms)


def test_the_same_on_a_small_corpus_is_quick() -> None:
    with within(SECONDS):
        assert linked().entities == ()
        resolve(_corpus(MENTIONS // 50, NAMES // 50, 20), gazetteer(), Corrections())
