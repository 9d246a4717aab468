"""Checks of the cleaned text and the metadata of one document."""

import re
from collections.abc import Iterator

from pipeline.evaluate.forms import squeeze
from pipeline.evaluate.gold import GoldDocument
from pipeline.evaluate.results import Check, CheckKind
from pipeline.records import Document


def check(gold: GoldDocument, document: Document | None) -> Iterator[Check]:
    """All checks that the gold asks for; without a document each one fails."""
    text = squeeze(document.text) if document else ""
    questions: tuple[tuple[CheckKind, tuple[str, ...]], ...] = (
        ("must_contain", gold.must_contain),
        ("must_not_contain", gold.must_not_contain),
        ("dehyphenated", gold.dehyphenated),
        ("hyphen_kept", gold.hyphen_kept),
        ("spacing_fixed", gold.spacing_fixed),
    )
    for kind, expected in questions:
        for item in expected:
            passed = document is not None and _passes(kind, squeeze(item), text)
            yield Check(document=gold.source.file, kind=kind, expected=item, passed=passed)
    yield from _metadata(gold, document)


def _passes(kind: CheckKind, item: str, text: str) -> bool:
    if kind == "must_not_contain":
        return item not in text
    if kind == "dehyphenated":
        return _has_word(item, text) and not _broken(item, text)
    if kind == "hyphen_kept":
        return _has_word(item, text)
    return item in text


def _has_word(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _broken(word: str, text: str) -> bool:
    """Whether the word is still somewhere with a hyphen in the middle, with or without a space after it."""
    halves = (
        f"{re.escape(word[:i])}- ?{re.escape(word[i:])}" for i in range(1, len(word)) if "-" not in word[i - 1 : i + 1]
    )
    return any(re.search(rf"(?<!\w){half}(?!\w)", text) for half in halves)


def _metadata(gold: GoldDocument, document: Document | None) -> Iterator[Check]:
    metadata = document.metadata if document else None
    if gold.title is not None:
        title = metadata.title if metadata else None
        passed = title is not None and squeeze(title).casefold() == squeeze(gold.title).casefold()
        yield Check(document=gold.source.file, kind="title", expected=gold.title, passed=passed, got=title)
    if gold.published is not None:
        published = metadata.published if metadata else None
        passed = published == gold.published
        yield Check(document=gold.source.file, kind="published", expected=gold.published, passed=passed, got=published)
