"""Names that say the same in two languages are one: with the gazetteer's entries first, then with each other."""

from collections.abc import Sequence
from functools import lru_cache
from types import MappingProxyType

from pipeline.gazetteer import Gazetteer
from pipeline.link.clusters import Clusters
from pipeline.link.collect import DocumentNames
from pipeline.link.senses import COUNTRY, Sense, Senses

_Said = tuple[str, Sense]  # a label and what a name says


def place_formal(
    documents: Sequence[DocumentNames], nodes: list[list[str]], targets: list[list[str]], senses: Senses
) -> None:
    """Give formal names of countries, and names of bodies with their country, what the gazetteer has, in place."""
    for number, document in enumerate(documents):
        for index, use in enumerate(document.uses):
            node = nodes[number][index]
            if not node or targets[number][index] != node or " " not in use.form:
                continue
            if use.label == "LOCATION":
                country = senses.country(use.form)
                targets[number][index] = f"{COUNTRY}{country}" if country else node
            elif use.label == "ORGANIZATION":
                targets[number][index] = senses.own(use.form) or node


def join_translations(
    documents: Sequence[DocumentNames], targets: list[list[str]], clusters: Clusters, gazetteer: Gazetteer,
    senses: Senses,
) -> None:  # fmt: skip
    """Join the names of one label that say the same: with what the gazetteer knows under such a name, else together."""
    known = _known(gazetteer)
    first: dict[_Said, str] = {}
    named = {
        (target, use.form)
        for document, row in zip(documents, targets, strict=True)
        for use, target in zip(document.uses, row, strict=True)
        if ":" in target and use.label != "PERSON"
    }
    for target, form in sorted(named):
        for sense in filter(_says_enough, senses.readings(form)):
            said = (target.split(":")[0], sense.apart)
            clusters.join(known.get(said) or first.setdefault(said, target), target)


@lru_cache(maxsize=2)
def _known(gazetteer: Gazetteer) -> MappingProxyType[_Said, str]:
    """What the names of the gazetteer say, where only one entry says it; the same for every corpus.

    The words of a national body say which only with its country: other states have a `ministère des Armées` too.
    """
    senses = Senses(gazetteer)
    found: dict[_Said, set[str]] = {}
    for entity, entry in gazetteer.entries.items():
        for form in filter(_is_phrase, entry.aliases):
            for sense in filter(_says_enough, senses.readings(form, known=False)):
                of_any_state = entry.label == "ORGANIZATION" and entry.country and not sense.countries
                if not of_any_state:
                    found.setdefault((entry.label, sense.apart), set()).add(entity)
    return MappingProxyType({said: next(iter(several)) for said, several in found.items() if len(several) == 1})


def _says_enough(sense: Sense) -> bool:
    return sense.says_enough


def _is_phrase(form: str) -> bool:
    return any(mark in form.strip() for mark in " -’'")
