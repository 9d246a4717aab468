"""Documents made up for the tests of link: `[[PERSON Laurent Fabius]]` in the text becomes a mention."""

import re
from functools import cache
from pathlib import Path
from typing import Literal

from pipeline.alignment import Alignment
from pipeline.link import Corrections, Gazetteer, Linked, link, load_gazetteer
from pipeline.records import (
    Block,
    EntityMention,
    EntityValue,
    Extracted,
    Ids,
    Ingested,
    Metadata,
    Source,
)

MODELS = Path(__file__).parents[2] / "models"
Pair = tuple[Ingested, Extracted]
_MARK = re.compile(r"\[\[([A-Z]{3})\w* ([^\]]+)\]\]")
_LABELS = {"PER": "PERSON", "LOC": "LOCATION", "ORG": "ORGANIZATION", "EVE": "EVENT", "AGR": "AGREEMENT"}


@cache
def gazetteer() -> Gazetteer:
    return load_gazetteer(MODELS)


def document(name: str, marked: str, language: Literal["fr", "en"] = "fr", published: str | None = None) -> Pair:
    text, mentions, last = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        mentions.append((len(text), match[2], _LABELS[match[1]]))
        text += match[2]
        last = match.end()
    text += marked[last:]
    source = Source(
        path=f"{name}.txt",
        sha256="0" * 64,
        media_type="text/plain",
        charset="utf-8",
        bytes=0,
        pages=None,
        reader="test",
    )
    ingested = Ingested(
        id=name,
        source=source,
        metadata=Metadata(published=published),
        language=language,
        languages={language: 1.0},
        text=text,
        blocks=(Block(start=0, end=len(text), kind="paragraph", language=language),) if text else (),
        dropped=(),
        alignment=Alignment.identity(len(text)),
    )
    found = tuple(
        EntityMention(
            id=f"e{number}", label=label, start=start, end=start + len(form), text=form, confidence=1.0, by="test",
            value=EntityValue(),
        )
        for number, (start, form, label) in enumerate(mentions, 1)
    )  # fmt: skip
    return ingested, Extracted(id=name, mentions=found)


def linked(*documents: Pair, ids: Ids | None = None, corrections: Corrections | None = None) -> Linked:
    return link(documents, gazetteer=gazetteer(), ids=ids or Ids(), corrections=corrections or Corrections())


def entities_of(result: Linked, *documents: Pair) -> dict[str, dict[str, set[str]]]:
    """Document → form → entity ids."""
    texts = {pair[0].id: {mention.id: mention.text for mention in pair[1].mentions} for pair in documents}
    found: dict[str, dict[str, set[str]]] = {}
    for links in result.documents:
        forms = found.setdefault(links.id, {})
        for mention, entity in links.entities.items():
            forms.setdefault(texts[links.id][mention], set()).add(entity)
    return found


def of(result: Linked, documents: tuple[Pair, ...], name: str, form: str) -> str:
    """The one entity that a form of a document refers to."""
    (entity,) = entities_of(result, *documents)[name][form]
    return entity
