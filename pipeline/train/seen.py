"""Sentences for training as `extract` shows text to the model: capitals undone, misread letters put right."""

from collections.abc import Callable

from pipeline.evaluate.general import Tongue
from pipeline.extract import ExtractResources
from pipeline.extract.entities.model.passages import plain
from pipeline.extract.entities.text.prepare import readable
from pipeline.records import Passage


def seen_by_model(resources: ExtractResources, tongue: Tongue) -> Callable[[str], str]:
    """What makes of a sentence of a language, read as a document, what the model would see of it; as many characters.

    A model that learnt names in text all in capitals as it stands would have learnt text that it never meets.
    """

    def seen(text: str) -> str:
        passage = Passage(start=0, end=len(text), language=tongue, text=text)
        read, _ = readable([passage], resources.entities, resources.known)
        return plain(read[0].text)

    return seen
