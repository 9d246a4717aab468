"""A topic as it is shown: names, theme, passages, trend, quality, and what is typical of it."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from pipeline.records import Names, Theme, Topic, TopicPassage, TypicalEntity, TypicalUnit
from pipeline.topics.citations import cite
from pipeline.topics.digest import Digest, DigestPassage
from pipeline.topics.fit import Fitted
from pipeline.topics.lexicon import TopicLexicons
from pipeline.topics.matrix import THEME, Floats
from pipeline.topics.model import shares
from pipeline.topics.quality import stability
from pipeline.topics.terms import theme_of
from pipeline.topics.trend import Periods, change
from pipeline.topics.typical import Typical, typical

LEAST_SCORE = 0.2  # share from which a passage belongs to a topic
LEAST_PASSAGES = 30  # below, stability and coherence say nothing
MOST_MEASURED_ON = 1_000  # passages
RESAMPLES = 10
MOST_ENTITIES, MOST_UNITS = 10, 5

Row = tuple[Digest, DigestPassage]


class TopicView:
    """Makes the topics of a fitted corpus, one by one."""

    def __init__(self, fitted: Fitted, lexicons: TopicLexicons) -> None:
        self._fitted, self._lexicons = fitted, lexicons
        self._numbers = np.flatnonzero(fitted.counted)
        self._rows = [fitted.rows[number] for number in self._numbers.tolist()]
        self._loadings = fitted.loadings[self._numbers]
        self._scores = np.round(shares(self._loadings), 4)
        self._ids = list(fitted.topics)
        self._periods = Periods(self._rows)
        self._stability, self._coherence = self._quality()
        self._entities = Counter(name for _, passage in self._rows for name in passage.facts.entities)
        self._units = Counter(unit for _, passage in self._rows for unit in passage.facts.units)

    def topic(self, column: int) -> Topic:
        """The topic of a column, complete."""
        weights = self._fitted.topics[self._ids[column]]
        named = self._fitted.names[self._ids[column]]
        scores = self._scores[:, column]
        passages = tuple(self._passages(scores))
        points = self._periods.trend(scores)
        return Topic(
            id=self._ids[column],
            label=self._fitted.known[self._ids[column]].label or named.label,
            terms=named.terms,
            weight=round(float(scores.mean()), 4),
            documents=len({passage.document for passage in passages}),
            trend=points,
            summary=cite(self._rows, self._loadings[:, column], weights),
            passages=passages,
            theme=self._theme(theme_of(weights, self._lexicons["fr"].themes)),
            mentioned=self._periods.mentioned(scores),
            change=change(points),
            stability=self._stability[column],
            coherence=self._coherence[column],
            entities=tuple(
                TypicalEntity(entity=name, count=count, log_odds=score)
                for name, count, score in self._typical(
                    self._entities, self._belonging(scores, "entities"), MOST_ENTITIES
                )
            ),
            units=tuple(
                TypicalUnit(unit=name, count=count, log_odds=score)
                for name, count, score in self._typical(self._units, self._belonging(scores, "units"), MOST_UNITS)
            ),
        )

    def _passages(self, scores: Floats) -> Iterable[TopicPassage]:
        for number in np.flatnonzero(scores >= LEAST_SCORE).tolist():
            document, passage = self._rows[number]
            score = float(scores[number])
            yield TopicPassage(document=document.id, start=passage.start, end=passage.end, score=score)

    def _belonging(self, scores: Floats, fact: str) -> "Counter[str]":
        """What the passages mention of which the topic is the greater part."""
        main = np.flatnonzero(scores >= 0.5).tolist()
        return Counter(name for number in main for name in getattr(self._rows[number][1].facts, fact))

    def _typical(self, whole: "Counter[str]", part: "Counter[str]", most: int) -> Sequence[Typical]:
        return typical(part, whole, most=most)

    def _theme(self, theme: str | None) -> Theme | None:
        if theme is None:
            return None
        names = {tongue: lexicon.theme_names[theme] for tongue, lexicon in self._lexicons.items()}
        return Theme(id=theme, label=Names(fr=names["fr"], en=names["en"]))

    def _quality(self) -> tuple[list[float | None], list[float | None]]:
        count = len(self._ids)
        if len(self._rows) < LEAST_PASSAGES or count < 2:
            return [None] * count, [None] * count
        sample = self._fitted.matrix.weights[self._numbers[:: -(-len(self._numbers) // MOST_MEASURED_ON)]]
        words = np.array([feature[0] != THEME for feature in self._fitted.matrix.features], dtype=bool)
        stable = stability(sample, self._fitted.terms, count, RESAMPLES, 0, words=words).tolist()
        coherent = (self._fitted.together.coherence(self._fitted.names[name].chosen) for name in self._ids)
        return [round(value, 4) for value in stable], [None if value is None else round(value, 4) for value in coherent]
