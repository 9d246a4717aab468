"""Variations of a sentence: other names, capitals, accents lost, noise as OCR leaves it. Spans move with the text.

>>> from pipeline.evaluate.marked import MarkedSpan
>>> sentence = MarkedSentence("L’été à Évian.", (MarkedSpan(8, 13, "LOCATION"),))
>>> plain(sentence).text, capitals(sentence).text
('L’ete a Evian.', 'L’ÉTÉ À ÉVIAN.')
"""

import unicodedata
from collections.abc import Callable
from random import Random

from pipeline.evaluate.marked import MarkedSentence, MarkedSpan
from pipeline.train.names import NameSupply

_EXCHANGED = 0.7  # of the names of a sentence that is varied
_CAPITALS, _PLAIN, _NOISE, _SURNAMES = 0.07, 0.05, 0.06, 0.04  # shares of sentences
_NOISY = 0.02  # of the letters of a noisy sentence
_MISREAD = {
    "l": "1",
    "I": "l",
    "O": "0",
    "e": "c",
    "o": "0",
    "i": "1",
    "S": "5",
    "u": "n",
    "c": "e",
    "a": "o",
    "t": "f",
}


def varied(sentence: MarkedSentence, names: NameSupply, random: Random) -> MarkedSentence:
    """The sentence with some names exchanged and, now and then, as a scanner or a careless typist leaves it."""
    changed = exchanged(sentence, names, random)
    luck = random.random()
    for share, change in ((_CAPITALS, capitals), (_PLAIN, plain), (_SURNAMES, surnames_in_capitals)):
        if luck < share:
            return change(changed)
        luck -= share
    return noisy(changed, random) if luck < _NOISE else changed


def exchanged(sentence: MarkedSentence, names: NameSupply, random: Random) -> MarkedSentence:
    """Other names of the same label and shape in the place of some."""

    def other(name: str, span: MarkedSpan) -> str:
        return names.other(name, span.label, random) if random.random() < _EXCHANGED else name

    return _rewritten(sentence, other)


def surnames_in_capitals(sentence: MarkedSentence) -> MarkedSentence:
    """`Catherine Colonna` as `Catherine COLONNA`."""

    def other(name: str, span: MarkedSpan) -> str:
        first, blank, rest = name.partition(" ")
        return first + blank + rest.upper() if span.label == "PERSON" else name

    return _rewritten(sentence, other)


def capitals(sentence: MarkedSentence) -> MarkedSentence:
    """All in capitals; unchanged where a letter has none of its own length."""
    text = sentence.text.upper()
    return sentence._replace(text=text) if len(text) == len(sentence.text) else sentence


def plain(sentence: MarkedSentence) -> MarkedSentence:
    """Without accents."""
    return sentence._replace(text="".join(map(_without_accent, sentence.text)))


def noisy(sentence: MarkedSentence, random: Random) -> MarkedSentence:
    """Some letters taken for others."""
    letters = [_MISREAD.get(c, c) if random.random() < _NOISY else c for c in sentence.text]
    return sentence._replace(text="".join(letters))


def _without_accent(character: str) -> str:
    return unicodedata.normalize("NFD", character)[0] if character.isalpha() else character


def _rewritten(sentence: MarkedSentence, other: Callable[[str, MarkedSpan], str]) -> MarkedSentence:
    """The sentence with another text in the place of each name that must be found."""
    text, at = "", 0
    spans: list[MarkedSpan] = []
    for span in sentence.spans:
        text += sentence.text[at : span.start]
        name = sentence.text[span.start : span.end]
        name = name if span.optional else other(name, span)
        spans.append(span._replace(start=len(text), end=len(text) + len(name)))
        text += name
        at = span.end
    return sentence._replace(text=text + sentence.text[at:], spans=tuple(spans))
