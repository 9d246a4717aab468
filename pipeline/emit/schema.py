"""JSON Schemas of the files in `outputs/`, made from the records so that they can't say anything else."""

from typing import NamedTuple

import msgspec

from pipeline.records import Document, DuplicateGroup, Entity, Ids, Rejection, Topic, Unsure


class Published(NamedTuple):
    """A public file format: its name, its version and the type it holds."""

    name: str
    version: int
    type: object
    title: str


FORMATS = (
    Published("document", 1, Document, "Dépêche: a document, outputs/documents/<id>.json"),
    Published("entities", 1, list[Entity], "Dépêche: the entities, outputs/entities.json"),
    Published("topics", 1, list[Topic], "Dépêche: the topics, outputs/topics.json"),
    Published("duplicates", 1, list[DuplicateGroup], "Dépêche: documents that say the same, outputs/duplicates.json"),
    Published("unsure", 1, list[Unsure], "Dépêche: names for the user to decide, outputs/unsure.json"),
    Published("rejections", 1, list[Rejection], "Dépêche: documents not processed, outputs/rejections.json"),
    Published("ids", 1, Ids, "Dépêche: entities and topics so far, outputs/ids.json"),
)


def schemas() -> dict[str, bytes]:
    """Every schema under its file name in `docs/schema/`."""
    return {f"{published.name}-{published.version}.json": _schema(published) for published in FORMATS}


def json_schema() -> bytes:
    """The schema of the public document."""
    return _schema(FORMATS[0])


def _schema(published: Published) -> bytes:
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:depeche:schema:{published.name}:{published.version}",
        "title": published.title,
        "version": str(published.version),
    }
    return msgspec.json.format(msgspec.json.encode(head | msgspec.json.schema(published.type)), indent=1) + b"\n"
