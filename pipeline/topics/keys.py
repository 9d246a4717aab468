"""From a word to the feature it counts for: one key for a word's forms and for its cognate in the other language.

A word that the concept lexicon knows counts for the concept (`@energy`). Any other counts for its lemma without
accents, its ending spelled as both languages share it (`secteur`, `sector` → `sector`). Short words and false friends
keep their language (`fr:lecture`), because chance likeness is common there.
"""

import unicodedata
from itertools import product
from typing import NamedTuple

from pipeline.topics.lexicon import Tongue, TongueLexicon

SHORTEST_COGNATE = 5  # letters; below, likeness between the languages is mostly chance
LONGEST_WORD = 40
CONCEPT = "@"
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'"})


def fold(word: str) -> str:
    """The word in lower case, without accents or ligatures.

    >>> fold("Œuvre réalisée"), fold("Café society")
    ('oeuvre realisee', 'cafe society')
    """
    plain = unicodedata.normalize("NFKD", word.lower().translate(LIGATURES))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


class Reading(NamedTuple):
    """What a word form stands for: its feature (None when it says nothing of a topic) and its root, for phrases."""

    key: str | None
    root: str


class Keys:
    """Looks up the keys of one language's words; remembers each form, so that a corpus costs one look-up a form."""

    def __init__(self, tongue: Tongue, lexicon: TongueLexicon) -> None:
        self.tongue = tongue
        self._plurals = lexicon.concepts.plurals
        self._cognates = lexicon.concepts.cognates
        self._false_friends = frozenset(map(fold, lexicon.concepts.false_friends))
        self._prefixes = frozenset(map(fold, lexicon.stopwords.demonym_prefixes))
        self._stop = _stop_words(lexicon)
        self._concepts: dict[str, str] = {}
        self._known: dict[str, Reading] = {}
        self.joins = frozenset(lexicon.stopwords.joins)
        self.phrases: dict[tuple[str, str], str] = {}
        self._learn(lexicon)

    def read(self, form: str) -> Reading:
        """The feature and the root of a word form."""
        reading = self._known.get(form)
        if reading is None:
            reading = self._known[form] = self._look_up(form.lower())
        return reading

    def phrase_parts(self, phrase: str) -> list[str]:
        """The words of a phrase that count: all but those that only hold it together."""
        return [part for part in phrase.replace("’", "'").replace("'", " ").split() if part not in self.joins]

    def _look_up(self, lower: str) -> Reading:
        if not 1 < len(lower) <= LONGEST_WORD:
            return Reading(None, lower)
        folded = fold(lower)
        lemma = fold(self._lemma(lower))
        for word in (folded, lemma):
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
        stem = next((stem[: -len(ending)] for ending in self._plurals if stem.endswith(ending)), stem)
        for ending, shared in self._cognates:
            if stem.endswith(ending) and len(stem) - len(ending) >= 2:
                return stem[: -len(ending)] + shared
        return stem

    def _lemma(self, lower: str) -> str:
        from simplemma import lemmatize  # its dictionaries take half a second to load

        return str(lemmatize(lower, lang=self.tongue))

    def _learn(self, lexicon: TongueLexicon) -> None:
        """Index the concepts' words by form and lemma, their phrases of two words by root."""
        for concept, words in lexicon.concepts.concepts.items():
            for word in words:
                parts = self.phrase_parts(word)
                if len(parts) == 1:
                    self._concepts.setdefault(fold(word), CONCEPT + concept)
                else:
                    roots = [fold(self._lemma(part.lower())) for part in parts]
                    self.phrases.setdefault((roots[0], roots[-1]), CONCEPT + concept)
        for word, key in list(self._concepts.items()):
            self._concepts.setdefault(fold(self._lemma(word)), key)


def _stop_words(lexicon: TongueLexicon) -> frozenset[str]:
    stop = lexicon.stopwords
    groups = (stop.function_words, stop.verbs, stop.genre, stop.calendar, stop.numbers, stop.honorifics)
    plain = {fold(word) for group in groups for word in group}
    return frozenset(plain | {fold(stem + end) for stem, end in product(stop.demonyms, stop.demonym_endings)})
