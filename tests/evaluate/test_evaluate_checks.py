"""The yes-or-no checks of text and metadata."""

from typing import Any

import pytest
from fabricated import document, gold

from pipeline.evaluate import evaluate


def passed(text: str, items: dict[str, Any], **metadata: str) -> list[bool]:
    one = document(text=text, **metadata)
    return [check.passed for check in evaluate({one.id: one}, [gold(**items)]).checks]


CASES: list[tuple[str, str, str, bool]] = [
    ("must_contain", "relations diplomatiques entre", "les relations\ndiplomatiques  entre", True),
    ("must_contain", "l’Exposition « Astana 2017 »", 'à l\'Exposition "Astana\u00a02017" de', True),
    ("must_contain", "diplomatic relations", "the diplo-\nmatic relations", False),
    ("must_not_contain", "PLAN DU SITE", "Le plan du site est là.", True),
    ("must_not_contain", "All rights reserved", "© 2016. All rights\nreserved.", False),
    ("must_not_contain", "di- plomatiques", "relations di-\nplomatiques", False),
    ("dehyphenated", "diplomatiques", "relations diplomatiques", True),
    ("dehyphenated", "diplomatiques", "relations di-\nplomatiques", False),
    ("dehyphenated", "Kazakhstan", "Kazakhstan, puis Ka-zakhstan", False),
    ("dehyphenated", "Kazakhstan", "Kazakhstanais", False),
    ("dehyphenated", "treaty", "the treaty", True),
    ("dehyphenated", "franco-kazakhstanaise", "la relation franco-kazakhstanaise", True),
    ("dehyphenated", "l’ensemble", "dans l'ensemble", True),
    ("hyphen_kept", "Almaty-Rennes", "jumelage Almaty-Rennes.", True),
    ("hyphen_kept", "Almaty-Rennes", "jumelage AlmatyRennes.", False),
    ("hyphen_kept", "inter-university", "of inter- university links", False),
    ("spacing_fixed", "15 et 16 juillet", "les 15 et16 juillet", False),
    ("spacing_fixed", "15 et 16 juillet", "les 15 et\n16 juillet", True),
]


@pytest.mark.parametrize(("kind", "item", "text", "expected"), CASES)
def test_text_checks(kind: str, item: str, text: str, expected: bool) -> None:
    assert passed(text, {kind: [item]}) == [expected]


def test_title_and_date() -> None:
    wanted = {"title": "Présentation de l’Institut", "published": "2015-06-10"}
    assert passed("x", wanted, title="PRÉSENTATION de l'Institut", published="2015-06-10") == [True, True]
    assert passed("x", wanted, title="Institut", published="2015-06") == [False, False]
    assert passed("x", wanted) == [False, False]


def test_a_failed_title_says_what_was_there_instead() -> None:
    one = document(text="x", title="Accès rapide")
    (check,) = evaluate({one.id: one}, [gold(title="Présentation")]).checks
    assert (check.expected, check.got) == ("Présentation", "Accès rapide")
