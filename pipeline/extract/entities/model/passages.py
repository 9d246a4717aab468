"""The passages of a document before the model of their language, a group at a time."""

from collections.abc import Callable, Sequence

from pipeline.extract.entities.candidates import Tagged
from pipeline.extract.entities.model.ner import EntityModel
from pipeline.records import Passage

_GROUP = 64  # passages that the model sees in one call, so that memory does not grow with the document


def find_by_model(passages: Sequence[Passage], model: Callable[[str], EntityModel]) -> list[Tagged]:
    """What the model of its language finds in each passage; nothing in languages that have none."""
    found = [Tagged() for _ in passages]
    for language in ("fr", "en"):
        mine = [i for i, passage in enumerate(passages) if passage.language == language]
        for low in range(0, len(mine), _GROUP):
            group = mine[low : low + _GROUP]
            for i, tagged in zip(group, model(language).find([plain(passages[i].text) for i in group]), strict=True):
                found[i] = tagged
    return found


def plain(text: str) -> str:
    """A passage as the model likes it: line ends as blanks, as many characters as before."""
    return text.replace("\n", " ").replace("|", ";").replace("\u00a0", " ").replace("\u202f", " ")
