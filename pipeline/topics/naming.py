"""What a topic is called: terms that belong to it and occur together, and a label made of them, in both languages.

A topic's features count by their weight and by how much they are of this topic rather than of others. From the
strongest on, each next term is the one that counts most and occurs most with those before it, in the passages of its
language; the list ends where no other does so more than by chance. The label is made of those of the topic's theme.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from pipeline.records import Names, TopicTerms
from pipeline.topics.folding import fold
from pipeline.topics.keys import CONCEPT, is_concept
from pipeline.topics.lexicon import TONGUES, Tongue, TopicLexicons
from pipeline.topics.matrix import THEME, Floats
from pipeline.topics.terms import Forms, Weights, theme_of
from pipeline.topics.together import Together

SHOWN, FEWEST = 10, 2  # terms
IN_LABEL = 3
STEM, SHORT = 6, 3  # letters by which two words are seen to be of one family; letters of a word that has none
NEAR = 1.0  # what it counts to occur with the terms before, against what a feature counts in the topic
SLIGHT = 0.05  # a feature below this share of the strongest is not shown
PLAIN = 0.4  # a word that is no known concept needs this share: it is less sure to name a thing

Chosen = Mapping[Tongue, Sequence[str]]  # features


class Named(NamedTuple):
    """A topic's label and terms in both languages, and the features that the terms stand for."""

    label: Names
    terms: TopicTerms
    chosen: Chosen


class Namer:
    """Names the topics of one corpus."""

    def __init__(self, forms: Forms, together: Together, lexicons: TopicLexicons) -> None:
        self._forms, self._together, self._themes = forms, together, lexicons["fr"].themes
        self._theme_names = {tongue: lexicon.theme_names for tongue, lexicon in lexicons.items()}

    def name(self, topic: Weights, topics: Sequence[Weights]) -> Named:
        """The name of one of the topics."""
        weights = specific(topic, topics)
        own = {tongue: self._cohering(weights, tongue) for tongue in TONGUES}
        chosen = {tongue: own[tongue] or self._translated(own, tongue) for tongue in TONGUES}
        terms = {tongue: tuple(self._written(chosen[tongue], tongue)) for tongue in TONGUES}
        labels = self._labels(weights, chosen, theme_of(topic, self._themes))
        return Named(labels, TopicTerms(fr=terms["fr"], en=terms["en"]), chosen)

    def _cohering(self, weights: Weights, tongue: Tongue) -> list[str]:
        """The terms that the language's passages have."""
        most = max(weights.values(), default=0.0)
        shown = [
            feature
            for feature, weight in weights.items()
            if weight >= most * (SLIGHT if is_concept(feature) else PLAIN) and (feature, tongue) in self._forms
        ]
        shown = self._together.occurring(shown, tongue)
        counts = np.array([weights[feature] / most for feature in shown])
        words = [families(self._forms[feature, tongue]) for feature in shown]
        return [shown[i] for i in chain(counts, self._together.npmi(shown, tongue), words)]

    def _translated(self, own: Chosen, tongue: Tongue) -> list[str]:
        """The other languages' terms, where no passage is in this one."""
        found = (feature for other in TONGUES for feature in own[other])
        return [feature for feature in found if (feature, tongue) in self._forms]

    def _written(self, features: Sequence[str], tongue: Tongue) -> dict[str, None]:
        return dict.fromkeys(self._forms[feature, tongue] for feature in features)

    def _labels(self, weights: Weights, chosen: Chosen, theme: str | None) -> Names:
        """The strongest concepts of the topic's theme that are terms; others, words at last, only where there is none.

        One alone does not tell what of it the topic is about: its theme is told too.
        """
        either = [feature for feature in weights if any(feature in chosen[tongue] for tongue in TONGUES)]
        ours = [feature for feature in either if theme and self._themes.get(feature.removeprefix(CONCEPT)) == theme]
        ranked = ours or [feature for feature in either if is_concept(feature)] or either
        parts = {tongue: self._distinct(ranked, tongue) for tongue in TONGUES}
        told = {tongue: self._told(parts[tongue], tongue, theme) if ours else None for tongue in TONGUES}
        label = {tongue: (all(told.values()) and told[tongue]) or ", ".join(parts[tongue]) for tongue in TONGUES}
        return Names(fr=label["fr"] or None, en=label["en"] or None)

    def _told(self, parts: Sequence[str], tongue: Tongue, theme: str | None) -> str | None:
        """A single part with its theme, where that says more."""
        name = self._theme_names[tongue].get(theme or "", "")
        if len(parts) != 1 or families(name) & families(parts[0]):
            return None
        return f"{parts[0]} ({name[0].lower()}{name[1:]})"

    def _distinct(self, ranked: Sequence[str], tongue: Tongue) -> list[str]:
        """The first terms, none of which repeats another's words."""
        used: set[str] = set()
        parts: list[str] = []
        for feature in ranked:
            form = self._forms.get((feature, tongue), "")
            if form and not families(form) & used:
                used |= families(form)
                parts.append(form)
        return parts[:IN_LABEL]


def specific(topic: Weights, topics: Sequence[Weights]) -> dict[str, float]:
    """Each feature's weight times its share of the feature's weights in all topics, strongest first."""
    found = {
        feature: weight * weight / (sum(other.get(feature, 0.0) for other in topics) or 1.0)
        for feature, weight in topic.items()
        if feature[0] != THEME
    }
    return dict(sorted(found.items(), key=lambda item: (-round(item[1], 6), item[0])))


def chain(counts: Floats, values: Floats, families: Sequence[set[str]]) -> list[int]:
    """The strongest and, one by one, what counts and occurs most with those before and repeats none of their words."""
    chosen: list[int] = []
    free = list(range(len(counts)))
    while free and len(chosen) < SHOWN:
        near = values[np.ix_(free, chosen)].mean(axis=1) if chosen else np.zeros(len(free))
        best = int(np.argmax(np.round(counts[free] + NEAR * near, 6)))
        if len(chosen) >= FEWEST and near[best] <= 0:
            break
        chosen.append(free[best])
        free = [i for i in free if i != chosen[-1] and not families[i] & families[chosen[-1]]]
    return chosen


def families(form: str) -> set[str]:
    """The words of a term as others of their family share them; short ones only where there is no other."""
    words = fold(form).replace("-", " ").replace("'", " ").split()
    return {word[:STEM] for word in words if len(word) > SHORT} or set(words)
