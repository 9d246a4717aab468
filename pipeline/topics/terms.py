"""What a topic is called: its strongest features as people write them in each language."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from pipeline.records import Names, TopicTerms
from pipeline.topics.digest import DigestPassage
from pipeline.topics.folding import fold
from pipeline.topics.keys import CONCEPT, is_concept
from pipeline.topics.lexicon import TONGUES, Tongue, TopicLexicons
from pipeline.topics.matrix import THEME, Floats, Occurrences

SHOWN = 10
IN_LABEL = 3
STEM = 6  # letters by which two words of a label are seen to be of one family
SLIGHT = 0.1  # a feature below this share of the strongest is not shown
PLAIN = 0.4  # a word that is no known concept needs this share: it is less sure to name a thing

Weights = Mapping[str, float]
Forms = Mapping[tuple[str, Tongue], str]


class Named(NamedTuple):
    """A topic's names and terms in both languages."""

    label: Names
    terms: TopicTerms


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


def name_topic(weights: Weights, forms: Forms) -> Named:
    """Label and terms from the features of a topic, strongest first."""
    words = {feature: weight for feature, weight in weights.items() if feature[0] != THEME}
    most = max(words.values(), default=0.0)
    shown = [f for f, weight in words.items() if weight >= most * (SLIGHT if is_concept(f) else PLAIN)]
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
    """The first terms that do not repeat each other's words; concepts before others."""
    used: set[str] = set()
    parts: list[str] = []
    for feature in sorted(features, key=lambda feature: not is_concept(feature)):
        form = forms.get((feature, tongue), "")
        words = {word[:STEM] for word in fold(form).replace("-", " ").split()}
        if form and not words & used:
            used |= words
            parts.append(form)
    return ", ".join(parts[:IN_LABEL]) or None
