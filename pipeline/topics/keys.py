"""From a word to the feature it counts for: one key for a word's forms and for its cognate in the other language.

A word that the concept lexicon knows counts for the concept (`@energy`). Any other counts for its lemma without
accents, its ending spelled as both languages share it (`secteur`, `sector` → `sector`). Short words and false friends
keep their language (`fr:lecture`), because chance likeness is common there.
"""

from itertools import product
from typing import NamedTuple

from pipeline.topics.folding import fold
from pipeline.topics.lexicon import Tongue, TongueLexicon

SHORTEST_COGNATE = 5  # letters; below, likeness between the languages is mostly chance
SHORTEST_ACCENTED = 4  # letters; below, an accent tells words apart
LONGEST_WORD = 40
CONCEPT = "@"


def is_concept(feature: str) -> bool:
    """Whether a feature is a known concept: not a word, nor a pair of neighbours.

    >>> is_concept("@energy"), is_concept("@energy @law"), is_concept("sector")
    (True, False, False)
    """
    return feature.startswith(CONCEPT) and " " not in feature


class Reading(NamedTuple):
    """What a word form stands for: its feature (None when it says nothing of a topic) and its root, for phrases."""

    key: str | None
    root: str


class Phrase(NamedTuple):
    """A known phrase: the roots of its words, its feature (None when it says nothing of a topic), its theme."""

    roots: tuple[str, ...]
    key: str | None
    theme: str | None


class Keys:
    """Looks up the keys of one language's words; remembers each form, so that a corpus costs one look-up a form.

    `phrases` are the known ones by the root of their first word, the longest first; `joins` are the words that only
    hold a phrase together.
    """

    def __init__(self, tongue: Tongue, lexicon: TongueLexicon) -> None:
        self.tongue = tongue
        self._plurals = lexicon.spelling.plurals
        self._cognates = lexicon.spelling.cognates
        self._false_friends = frozenset(map(fold, lexicon.spelling.false_friends))
        self._prefixes = frozenset(map(fold, lexicon.stopwords.demonym_prefixes))
        self._stop = _stop_words(lexicon)
        self._function_words = frozenset(lexicon.stopwords.function_words)
        self._themes = lexicon.themes
        self._concepts: dict[str, str | None] = {}
        self._known: dict[str, Reading] = {}
        self.joins = frozenset(lexicon.stopwords.joins)
        self.phrases: dict[str, list[Phrase]] = {}
        self._learn(lexicon)

    def read(self, form: str) -> Reading:
        """The feature and the root of a word form."""
        reading = self._known.get(form)
        if reading is None:
            reading = self._known[form] = self._look_up(form.lower())
        return reading

    def theme(self, key: str) -> str | None:
        """The theme of a feature that is a concept."""
        return self._themes.get(key.removeprefix(CONCEPT)) if key.startswith(CONCEPT) else None

    def _look_up(self, lower: str) -> Reading:
        if not 1 < len(lower) <= LONGEST_WORD:
            return Reading(None, fold(lower))
        folded = fold(lower)
        base = self._lemma(lower)
        lemma = fold(base)
        if lower in self._function_words:  # before accents are dropped: `mais` is no maize
            return Reading(None, lemma)
        for word in (lower, base, self._singular(lower)):
            if word in self._concepts:
                return Reading(self._concepts[word], lemma)
        if self._is_stop(folded) or lemma in self._stop:
            return Reading(None, lemma)
        return Reading(self._stem(lemma), lemma)

    def _is_stop(self, folded: str) -> bool:
        parts = folded.split("-")
        if folded in self._stop or (len(parts) > 1 and parts[0] in self._prefixes and parts[-1] in self._stop):
            return True
        return all(part in self._stop or len(part) < 2 for part in parts)

    def _stem(self, lemma: str) -> str:
        stem = lemma.replace("-", "")
        if lemma in self._false_friends or len(stem) < SHORTEST_COGNATE:
            return f"{self.tongue}:{lemma}"
        stem = self._singular(stem)
        for ending, shared in self._cognates:
            if stem.endswith(ending) and len(stem) - len(ending) >= 2:
                return stem[: -len(ending)] + shared
        return stem

    def _singular(self, word: str) -> str:
        return next((word[: -len(ending)] for ending in self._plurals if word.endswith(ending)), word)

    def _lemma(self, lower: str) -> str:
        from simplemma import lemmatize  # its dictionaries take half a second to load

        return str(lemmatize(lower, lang=self.tongue))

    def _learn(self, lexicon: TongueLexicon) -> None:
        """Index the concepts' words by form, their phrases by the root of the first word.

        A form listed in the plural counts in the plural only: `arms` are weapons, an `arm` is none.
        """
        for concept, forms in lexicon.concepts.items():
            theme = lexicon.themes.get(concept)
            key = CONCEPT + concept if theme else None
            for form in forms:
                parts = [part for part in form.lower().replace("'", " ").split() if part not in self.joins]
                if len(parts) == 1:
                    self._concepts[parts[0]] = key
                else:
                    roots = tuple(fold(self._lemma(part)) for part in parts)
                    self.phrases.setdefault(roots[0], []).append(Phrase(roots, key, theme))
        for word, key in list(self._concepts.items()):
            if len(word) >= SHORTEST_ACCENTED and fold(word) not in self._false_friends:
                self._concepts.setdefault(fold(word), key)  # `REFUGIE`; but `côté` is no coast, nor `élevé` a pupil
        for phrases in self.phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase.roots))


def _stop_words(lexicon: TongueLexicon) -> frozenset[str]:
    stop = lexicon.stopwords
    groups = (stop.function_words, stop.verbs, stop.genre, stop.calendar, stop.numbers, stop.honorifics)
    plain = {fold(word) for group in groups for word in group}
    return frozenset(plain | {fold(stem + end) for stem, end in product(stop.demonyms, stop.demonym_endings)})
