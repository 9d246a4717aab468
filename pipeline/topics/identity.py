"""Which topic of this run is which of the runs before: an id keeps its meaning.

Topics are matched by the cosine of their term weights, best match first. A known topic keeps the weights it was first
stored with, so that it can't drift away step by step, and a second run on the same input changes nothing.
"""

import re
from collections.abc import Mapping, Sequence
from math import sqrt

from pipeline.records import KnownTopic, Names
from pipeline.topics.folding import fold
from pipeline.topics.terms import Weights

ALIKE = 0.5  # cosine from which two topics are the same


def identify(
    topics: Sequence[Weights], labels: Sequence[Names], known: Mapping[str, KnownTopic]
) -> tuple[list[str], dict[str, KnownTopic]]:
    """The ids of the topics, and all topics known now (sorted by id; those that vanished stay)."""
    ids = _match(topics, known)
    everything = dict(known)
    for number in sorted(
        set(range(len(topics))) - set(ids), key=lambda i: (_slug(labels[i]), sorted(topics[i].items()))
    ):
        ids[number] = _unused(_slug(labels[number]), everything)
        everything[ids[number]] = KnownTopic(terms=dict(topics[number]))
    return [ids[number] for number in range(len(topics))], dict(sorted(everything.items()))


def _match(topics: Sequence[Weights], known: Mapping[str, KnownTopic]) -> dict[int, str]:
    pairs = [
        (-cosine, name, number)
        for number, topic in enumerate(topics)
        for name, entry in known.items()
        if (cosine := round(_cosine(topic, entry.terms), 4)) >= ALIKE
    ]
    found: dict[int, str] = {}
    taken: set[str] = set()
    for _, name, number in sorted(pairs):
        final = _resolve(name, known)
        if number not in found and final not in taken:
            found[number] = final
            taken.add(final)
    return found


def _resolve(name: str, known: Mapping[str, KnownTopic]) -> str:
    """Where a merged topic went; a circle ends where it began."""
    seen = {name}
    target = known[name].merged_into
    while target is not None and target in known and target not in seen:
        seen.add(target)
        name, target = target, known[target].merged_into
    return name


def _cosine(one: Weights, other: Weights) -> float:
    product = sum(weight * other[key] for key, weight in sorted(one.items()) if key in other)
    return product / ((_length(one) * _length(other)) or 1.0)


def _length(weights: Weights) -> float:
    return sqrt(sum(weight * weight for _, weight in sorted(weights.items())))


def _slug(label: Names) -> str:
    words = re.findall(r"[a-z0-9]+", fold(label.fr or label.en or ""))
    return "-".join(("topic", *words))


def _unused(slug: str, taken: Mapping[str, object]) -> str:
    number = 2
    name = slug
    while name in taken:
        name = f"{slug}-{number}"
        number += 1
    return name
