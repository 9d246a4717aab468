"""What link remembers of a document: its names, where they stand, what it defines. The text itself is let go."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.gazetteer.forms import fold
from pipeline.gazetteer.lexicon import NameLexicon
from pipeline.records import EntityLabel, EntityMention, Extracted, Ingested, Language, RoleAlone

_NEXT = re.compile(r"\s*(?:,|\()\s*")
_WINDOW = 60
# An acronym: 2 to 12 characters, two capitals at least; tested after the match.
_BRACKET = re.compile(r"[\s»”\"]{0,4}[(\[]\s?([^()\[\]]{2,48})[)\],;]")
_ACRONYM = re.compile(r"[A-ZÀ-Þ][\w.&’'-]{1,11}")


class Use(NamedTuple):
    """One name as one document uses it. `following` is the place right after it (`Texas` in `Paris, Texas`)."""

    label: EntityLabel
    form: str
    language: Language
    following: str = ""


class Definition(NamedTuple):
    """An acronym that a document defines: the use of the long form, and the acronym as written."""

    long: Use
    acronym: str


class DocumentNames(NamedTuple):
    """The names of a document: (mention id, index into `uses`) for each mention, in order.

    `roles`: (index into `uses`, role, offset) where the text says what a person is; `published`: the document's date;
    `alone`: the roles without a name.
    """

    id: str
    uses: tuple[Use, ...]
    mentions: tuple[tuple[str, int], ...]
    definitions: tuple[Definition, ...]
    roles: tuple[tuple[int, str, int], ...] = ()
    published: str | None = None
    alone: tuple[RoleAlone, ...] = ()


def collect(ingested: Ingested, extracted: Extracted, lexicon: NameLexicon) -> DocumentNames:
    """The names of one document."""
    found = [mention for mention in extracted.mentions if isinstance(mention, EntityMention)]
    starts = [block.start for block in ingested.blocks]
    index: dict[Use, int] = {}
    mentions: list[tuple[str, int]] = []
    definitions: dict[Definition, None] = {}
    roles: list[tuple[int, str, int]] = []
    for mention, after in zip(found, [*found[1:], None], strict=False):
        label: EntityLabel = mention.label  # type: ignore[assignment]
        language = _language(ingested, starts, mention.start)
        use = Use(label, mention.text, language, _place(ingested, mention, after))
        mentions.append((mention.id, index.setdefault(use, len(index))))
        if mention.value.role:
            roles.append((index[use], mention.value.role, mention.start))
        for acronym in _acronym(ingested.text, mention, lexicon):
            definitions[Definition(use, acronym)] = None
    return DocumentNames(
        ingested.id,
        tuple(index),
        tuple(mentions),
        tuple(definitions),
        tuple(roles),
        ingested.metadata.published,
        extracted.roles,
    )


def _language(ingested: Ingested, starts: list[int], position: int) -> Language:
    at = bisect_right(starts, position) - 1
    language = ingested.blocks[at].language if at >= 0 else ingested.language
    return language if language in ("fr", "en") else ingested.language


def _place(ingested: Ingested, mention: EntityMention, after: EntityMention | None) -> str:
    if after is None or mention.label != "LOCATION" or after.label != "LOCATION":
        return ""
    between = ingested.text[mention.end : after.start] if after.start - mention.end < 8 else "."
    return after.text if _NEXT.fullmatch(between) else ""


def _acronym(text: str, mention: EntityMention, lexicon: NameLexicon) -> Iterator[str]:
    """The acronym in brackets after a name: `Organisation … (OSCE)`, `(ci-après "l'OSCE")`."""
    if mention.label not in ("ORGANIZATION", "AGREEMENT", "EVENT"):
        return
    match = _BRACKET.match(text[mention.end : mention.end + _WINDOW])
    if not match:
        return
    inside = _after_words(match[1], lexicon)
    if _ACRONYM.fullmatch(inside) and sum(map(str.isupper, inside)) > 1 and initials(inside, mention.text):
        yield inside


def _after_words(inside: str, lexicon: NameLexicon) -> str:
    text = inside.split(",")[0].split(";")[0].strip(" :\"'«»“”‘’\u00a0")
    for words in sorted(lexicon.acronym_words, key=lambda words: (-len(words), words)):
        if text.casefold().startswith(f"{words} "):
            text = text[len(words) :].strip(" :\"'«»“”‘’\u00a0")
    for word in lexicon.determiners:
        start = word if word.endswith("'") else f"{word} "
        if text.casefold().replace("’", "'").startswith(start):
            return text[len(start) :]
    return text


def initials(acronym: str, name: str) -> bool:
    """Whether an acronym can stand for a name: its first letter begins a word, all its capitals follow in order.

    >>> initials("ONU", "Organisation des Nations unies"), initials("UE", "Commission européenne")
    (True, False)
    """
    words = fold(name)
    letters = fold("".join(char for char in acronym if char.isupper())).replace(" ", "")
    position = -1
    if not letters or not any(word.startswith(letters[0]) for word in words.split()):
        return False
    for letter in letters:
        position = words.find(letter, position + 1)
        if position < 0:
            return False
    return True
