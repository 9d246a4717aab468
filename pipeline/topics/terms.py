"""The features of topics: the strongest, how people write them in each language, and the theme they speak for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from pipeline.topics.digest import DigestPassage
from pipeline.topics.keys import CONCEPT, is_concept
from pipeline.topics.lexicon import TONGUES, Tongue, TopicLexicons
from pipeline.topics.matrix import THEME, Floats, Occurrences

Weights = Mapping[str, float]
Forms = Mapping[tuple[str, Tongue], str]


def strongest(terms: Floats, features: Sequence[str]) -> dict[str, float]:
    """The features of a topic with their weights, strongest first."""
    order = np.lexsort((np.arange(len(terms)), -terms))[: int((terms > 0).sum())]
    return {features[i]: float(terms[i]) for i in order}


def written_forms(
    wanted: Iterable[str], occurrences: Occurrences, passages: Sequence[DigestPassage], lexicons: TopicLexicons
) -> Forms:
    """What to call each feature in each language: a concept by its first form, a word as it is most often written."""
    counts: dict[tuple[str, Tongue], Counter[str]] = {}
    index = {feature: number for number, feature in enumerate(occurrences.features)}
    columns = np.array(sorted(index[f] for f in set(wanted) if f in index and not is_concept(f)), dtype=np.int64)
    for at in np.flatnonzero(np.isin(occurrences.columns, columns)).tolist():
        passage = passages[occurrences.rows[at]]
        form = _written(passage, int(occurrences.starts[at]), int(occurrences.ends[at]))
        if form:
            counts.setdefault((occurrences.features[occurrences.columns[at]], passage.tongue), Counter())[form] += 1
    forms = {key: min(counter, key=lambda form: (-counter[form], form)) for key, counter in counts.items()}
    for tongue in TONGUES:
        for concept, names in lexicons[tongue].concepts.items():
            forms[CONCEPT + concept, tongue] = names[0]
    return forms


def theme_of(weights: Weights, themes: Mapping[str, str]) -> str | None:
    """The theme that a topic's concepts vote for, each by its weight."""
    votes: Counter[str] = Counter()
    for feature, weight in weights.items():
        theme = feature[1:] if feature[0] == THEME else themes.get(feature.removeprefix(CONCEPT))
        if theme:
            votes[theme] += weight  # type: ignore[assignment]  # a Counter may hold floats
    return min(votes, key=lambda theme: (-round(votes[theme], 4), theme), default=None)


def _written(passage: DigestPassage, start: int, end: int) -> str:
    """The words as they stand in the passage; empty for those of its heading, which is not part of it."""
    if not passage.start <= start < end <= passage.end:
        return ""
    return " ".join(passage.text[start - passage.start : end - passage.start].lower().replace("'", "’").split())
