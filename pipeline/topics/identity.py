"""Which topics a run has, and which of them are those of the runs before: an id keeps its meaning.

The topics of the last run are kept as they are while they explain the corpus nearly as well as topics fitted afresh; so
a few more documents change no passage's topic. Otherwise the fresh ones take their place, matched by the cosine of
their term weights, best match first: one that is alike to a known topic, even of an earlier run, is that topic with its
stored weights and label, any other is new. What is stored never changes, so that no topic can drift away step by step,
and a second run on the same input changes nothing.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from msgspec.structs import replace

from pipeline.records import KnownTopic, Names
from pipeline.topics.folding import fold
from pipeline.topics.terms import Weights

ALIKE = 0.5  # cosine from which two topics are the same
AS_GOOD = 0.9  # share of what fresh topics explain that the known ones must explain to be kept
AS_MANY = 1.5  # factor by which the two numbers of topics may differ


class Identified(NamedTuple):
    """The topics of this run by id, sorted, and all topics known now (those that vanished stay)."""

    topics: dict[str, Weights]
    known: dict[str, KnownTopic]


def identify(
    fresh: Sequence[Weights],
    known: Mapping[str, KnownTopic],
    *,
    explained: Callable[[Sequence[Weights]], float],
    label: Callable[[Weights], Names],
) -> Identified:
    """The topics of this run.

    Args:
        fresh: the topics fitted to the corpus as it is now.
        known: the topics of earlier runs.
        explained: how much of the corpus topics explain, 0 to 1.
        label: what a topic is called; the id of a new one is made of it.
    """
    active: dict[str, Weights] = {}
    for name, entry in sorted(known.items()):
        if entry.active:
            active.setdefault(_resolve(name, known), _strongest_first(entry.terms))
    kept = list(active.values())
    as_many = len(fresh) / AS_MANY <= len(kept) <= len(fresh) * AS_MANY
    if kept and as_many and explained(kept) >= AS_GOOD * explained(fresh):
        return Identified(dict(sorted(active.items())), dict(sorted(known.items())))
    return _replaced(fresh, known, label)


def _replaced(
    fresh: Sequence[Weights], known: Mapping[str, KnownTopic], label: Callable[[Weights], Names]
) -> Identified:
    everything = {name: replace(entry, active=False) for name, entry in known.items()}
    topics: dict[str, Weights] = {}
    matches = _match(fresh, known)
    for name in matches.values():
        topics[_resolve(name, known)] = _strongest_first(known[name].terms)
        everything[name] = replace(known[name], active=True)
    added = [(label(topic), sorted(topic.items())) for n, topic in enumerate(fresh) if n not in matches]
    for named, terms in sorted(added, key=lambda one: (_slug(one[0]), one[1])):
        name = _unused(_slug(named), everything)
        topics[name] = _strongest_first(dict(terms))
        everything[name] = KnownTopic(terms=dict(topics[name]), label=named, active=True)
    return Identified(dict(sorted(topics.items())), dict(sorted(everything.items())))


def _strongest_first(terms: Weights) -> dict[str, float]:
    """The terms as labels are made of them, however they were stored."""
    return dict(sorted(terms.items(), key=lambda term: (-term[1], term[0])))


def _match(topics: Sequence[Weights], known: Mapping[str, KnownTopic]) -> dict[int, str]:
    """The known topic that each fresh one is, where there is one."""
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
            found[number] = name
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
