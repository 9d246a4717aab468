"""What a topic is called: its strongest features as people write them in each language."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from pipeline.records import Names, TopicTerms
from pipeline.topics.digest import DigestPassage
from pipeline.topics.keys import CONCEPT
from pipeline.topics.lexicon import TONGUES, Tongue, TopicLexicons
from pipeline.topics.matrix import Floats, Occurrences

KEPT = 30  # features that identify a topic from run to run
SHOWN = 10
IN_LABEL = 3
SLIGHT = 0.1  # a feature below this share of the strongest is not shown

Weights = Mapping[str, float]
Forms = Mapping[tuple[str, Tongue], str]


class Named(NamedTuple):
    """A topic's names and terms in both languages."""

    label: Names
    terms: TopicTerms


def strongest(terms: Floats, features: Sequence[str]) -> dict[str, float]:
    """The strongest features of a topic with their weights, strongest first."""
    order = np.lexsort((np.arange(len(terms)), -np.round(terms, 4)))[:KEPT]
    return {features[i]: round(float(terms[i]), 4) for i in order if round(float(terms[i]), 4) > 0}


def written_forms(
    wanted: Sequence[str], occurrences: Occurrences, passages: Sequence[DigestPassage], lexicons: TopicLexicons
) -> Forms:
    """How each feature is most often written in each language; a concept that is not, by its first word."""
    forms: dict[tuple[str, Tongue], str] = {}
    index = {feature: number for number, feature in enumerate(occurrences.features)}
    columns = np.array(sorted({index[feature] for feature in wanted}), dtype=np.int64)
    counts: dict[tuple[str, Tongue], Counter[str]] = {}
    for at in np.flatnonzero(np.isin(occurrences.columns, columns)).tolist():
        passage = passages[occurrences.rows[at]]
        form = _written(passage, int(occurrences.starts[at]), int(occurrences.ends[at]))
        feature = occurrences.features[occurrences.columns[at]]
        if form:
            counts.setdefault((feature, passage.tongue), Counter())[form] += 1
    for tongue in TONGUES:
        for feature in wanted:
            words = lexicons[tongue].concepts.get(feature.removeprefix(CONCEPT), ())
            if feature.startswith(CONCEPT) and words:
                forms[feature, tongue] = words[0]
    for key, counter in counts.items():
        forms[key] = min(counter, key=lambda form: (-counter[form], form))
    return forms


def name_topic(weights: Weights, forms: Forms) -> Named:
    """Label and terms from the features of a topic, strongest first."""
    least = SLIGHT * max(weights.values(), default=0.0)
    shown = [feature for feature, weight in weights.items() if weight >= least]
    terms = {tongue: _terms(shown, tongue, forms) for tongue in TONGUES}
    labels = {tongue: _label(shown, tongue, forms) for tongue in TONGUES}
    return Named(Names(fr=labels["fr"], en=labels["en"]), TopicTerms(fr=terms["fr"], en=terms["en"]))


def _written(passage: DigestPassage, start: int, end: int) -> str:
    """The words as they stand in the passage; empty for those of its heading, which is not part of it."""
    if not passage.start <= start < end <= passage.end:
        return ""
    return " ".join(passage.text[start - passage.start : end - passage.start].lower().replace("'", "’").split())


def _terms(features: Sequence[str], tongue: Tongue, forms: Forms) -> tuple[str, ...]:
    found = dict.fromkeys(forms[feature, tongue] for feature in features if (feature, tongue) in forms)
    return tuple(found)[:SHOWN]


def _label(features: Sequence[str], tongue: Tongue, forms: Forms) -> str | None:
    """The first terms that do not repeat each other's parts."""
    used: set[str] = set()
    parts: list[str] = []
    for feature in features:
        words = set(feature.split())
        if (feature, tongue) in forms and not words & used and forms[feature, tongue] not in parts:
            used |= words
            parts.append(forms[feature, tongue])
    return ", ".join(parts[:IN_LABEL]) or None
