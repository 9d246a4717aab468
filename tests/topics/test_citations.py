"""Summaries of topics: several documents, both languages, nothing twice, in the order of documents."""

import numpy as np
import pytest
from topic_documents import LEXICONS, THEMES, Input, make

from pipeline.records import Citation
from pipeline.topics.citations import cite
from pipeline.topics.digest import digest
from pipeline.topics.keys import Keys
from pipeline.topics.lexicon import TONGUES

KEYS = {tongue: Keys(tongue, LEXICONS[tongue]) for tongue in TONGUES}


def cited(documents: list[Input]) -> tuple[Citation, ...]:
    digests = [digest(document, LEXICONS, KEYS) for document in documents]
    rows = [(one, passage) for one in digests for passage in one.passages]
    features = {key: 1.0 for _, passage in rows for key in passage.words.keys}
    return cite(rows, np.ones(len(rows)), features)


def test_both_languages_where_the_topic_has_both() -> None:
    french = [make(f"{n}.txt", [text], "fr") for n, text in enumerate(THEMES["energy"]["fr"]) if n != 3]
    english = make("z.txt", [THEMES["energy"]["en"][3]], "en")
    found = cited([*french, english])
    assert found[-1].document == "z.txt"
    assert len({citation.document for citation in found}) == len(found) == 3
    assert [citation.document for citation in found] == sorted(citation.document for citation in found)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_two_documents_say_is_quoted_once(language: str) -> None:
    text, other = THEMES["culture"][language][:2]
    found = cited([make("a.txt", [text], language), make("b.txt", [text], language), make("c.txt", [other], language)])
    assert sorted(citation.text for citation in found) == sorted([text, other])
