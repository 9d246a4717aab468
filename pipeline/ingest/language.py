"""The language of each block: script and function words first, langdetect where they leave it open, neighbours last.

`other` and `unknown` are answers: two profiles alone would call German English.
"""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.ingest.lexicon import KNOWN, Known
from pipeline.ingest.resources import IngestResources
from pipeline.records import Language

_WORD = re.compile(r"[^\W\d_]+")
# Letters that are no words: of `p.m.`, of `J. Dupont`, of `2A`; not of `l'État`, and what is called `M.` is a man.
_LETTER = re.compile(r"(?<!\w)(?!M\.)[^\W\d_]\.|(?<=\d)[^\W\d_](?!\w)")
_QUOTED = re.compile(r"«[^«»]{1,400}»|“[^“”]{1,400}”")
_ACRONYM = 6  # letters that no acronym has
_LATIN_END = "\u024f"
_SURE = 0.9
_BETTER = 0.7  # zipf a word
_LONG = 25  # words of which the commonest tell enough
_USED = 1e-6  # frequency of words that a text of a language may have
_PLAIN = 4.0  # of words that no name begins with
_NEARLY_ALL, _FAR = 0.75, 0.25  # shares of words
_FEW = 6  # words of which letters alone tell too little


class LanguageJudge:
    """Names the language of texts."""

    def __init__(self, resources: IngestResources) -> None:
        self._resources = resources
        self._codes: dict[str, tuple[str, ...]] = {}
        for code, known in (*sorted(resources.function_words.items()), *sorted(resources.foreign.items())):
            for word in known:
                self._codes[word] = (*self._codes.get(word, ()), code)

    def judge(self, text: str) -> Language | None:
        """The language of one passage; None where it has only names and figures or too little to tell.

        >>> from pathlib import Path
        >>> from pipeline.ingest.resources import load_ingest_resources
        >>> judge = LanguageJudge(load_ingest_resources(Path("models"))).judge
        >>> judge("Le ministre s'est rendu à Astana."), judge("The minister went to Astana.")
        ('fr', 'en')
        >>> judge("Der Minister ist nach Astana gereist und hat mit ihm gesprochen."), judge("Laurent Fabius")
        ('other', None)
        """
        text = _LETTER.sub(" ", text[:4000])
        words = _WORD.findall(text)
        if "«" in text or "“" in text:  # what somebody says in another language is not the author's
            outside = _WORD.findall(_QUOTED.sub(" ", text))
            words = outside if len(outside) > 3 else words
        if not words or (text.isupper() and all(len(word) < _ACRONYM for word in words)):
            return None
        latin = sum(word[0] <= _LATIN_END for word in words)
        if latin * 2 < len(words):
            return "other"
        lower = [word.lower() for word in words]
        by_words = self._by_function_words(lower)
        if by_words == "other" or (by_words and len(words) > _LONG):
            return by_words
        plain = [word for word in words if word[0].islower() and len(word) > 1] if not text.isupper() else words
        if plain and self._is_foreign(lower) and not self._is_listing(lower, len(plain)):
            return "other"
        if by_words is not None:
            return by_words
        if len(plain) < 2 and len(words) < 4:
            return self._by_vocabulary(lower) if plain else None
        return self._by_profile(text, len(plain))

    def _by_function_words(self, words: Sequence[str]) -> Language | None:
        """The language whose commonest words are clearly the most; None where none is."""
        counts = Counter(code for word in words if word in self._codes for code in self._codes[word])
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        (code, best), (_, second) = [*ranked, ("", 0), ("", 0)][:2]
        share = best / len(words)
        if share < 0.12:
            return "other" if len(words) >= 25 and share < 0.05 and not _mostly_names(words) else None
        if best < 2 or best - second < max(1, 0.03 * len(words)):
            return None
        if code in KNOWN:
            return "fr" if code == "fr" else "en"
        return "other" if best >= 4 and best - second >= 0.05 * len(words) else None

    def _is_foreign(self, words: Sequence[str]) -> bool:
        """Whether another language, some of whose commonest words are here, has far more of them than the two."""
        apart, known = max(2, _FAR * len(words)), 0
        for have in self._resources.frequencies.values():
            known = max(known, sum(have.get(word, 0.0) >= _USED for word in words))
            if known + apart > len(words):
                return False
        least = max(known + apart, _NEARLY_ALL * len(words))
        codes = sorted({code for word in words for code in self._codes.get(word, ()) if code not in KNOWN})
        return any(sum(word in self._resources.foreign_words(code) for word in words) >= least for code in codes)

    def _is_listing(self, words: Sequence[str], plain: int) -> bool:
        """Whether a French or English word begins what is mostly names: `Autres villes : Viña del Mar, …`."""
        return 2 * plain < len(words) and any(self._resources.zipf(words[0], code) >= _PLAIN for code in KNOWN)

    def _by_vocabulary(self, words: Sequence[str]) -> Language | None:
        """The language that knows the words by far better; for a few words, or where letters say nothing."""
        scores = {code: sum(self._resources.zipf(word, code) for word in words) for code in KNOWN}
        best, other = max(scores.values()), min(scores.values())
        if best - other < _BETTER * len(words):
            return None
        return "fr" if scores["fr"] == best else "en"

    def _by_profile(self, text: str, plain: int) -> Language | None:
        """langdetect between French and English; text in capitals is put in lower case for it."""
        from langdetect.lang_detect_exception import LangDetectException

        detector = self._resources.detectors.create()
        detector.append(text.lower() if text.isupper() else text[:1000])
        try:
            found = detector.get_probabilities()
        except LangDetectException:  # no letters that its profiles know
            return None
        words = [w.lower() for w in _WORD.findall(text[:1000])]
        if not found or found[0].prob < _SURE or plain < 2:
            return self._by_vocabulary(words) if plain > 1 else None
        code: Known = "fr" if found[0].lang == "fr" else "en"
        if plain < _FEW and self._by_vocabulary(words) != code:
            return None  # letters alone tell too little: the neighbours know better
        known = sum(self._resources.zipf(word, code) >= 2.5 for word in words)
        if known * 2 < len(words):
            return "other" if len(words) >= 8 and not _mostly_names(words) and known * 4 < len(words) else None
        return code

    def judge_all(
        self, texts: Sequence[str], override: Known | None, heads: frozenset[int] = frozenset()
    ) -> list[Language]:
        """The language of each text; one that says nothing takes that of the text before it, or the first after.

        Headings (`heads`) that say nothing take that of the text below them.
        """
        found = [self.judge(text) for text in texts]
        if override:
            found = [
                override if not self._is_clearly_else(text, own, override) else own
                for text, own in zip(texts, found, strict=True)
            ]
        return _filled(found, heads)

    def _is_clearly_else(self, text: str, own: Language | None, override: Known) -> bool:
        return own is not None and own != override and len(text) > 60


def _filled(found: Sequence[Language | None], heads: frozenset[int]) -> list[Language]:
    """The languages with the gaps filled from the neighbours."""
    below: list[Language | None] = [None] * len(found)
    for index in range(len(found) - 2, -1, -1):
        below[index] = found[index + 1] or (below[index + 1] if index + 1 in heads else None)
    last: Language = next((own for own in found if own), "unknown")
    result: list[Language] = []
    for index, own in enumerate(found):
        own = own or (below[index] if index in heads else None)
        last = own or last
        result.append(last)
    return result


def _mostly_names(words: Sequence[str]) -> bool:
    return sum(len(word) > 1 for word in words) < len(words) // 2


def shares(languages: Sequence[Language], lengths: Sequence[int]) -> dict[str, float]:
    """The share of characters of each language, four decimals, largest first."""
    totals: dict[str, int] = {}
    for language, length in zip(languages, lengths, strict=True):
        totals[language] = totals.get(language, 0) + length
    whole = sum(totals.values()) or 1
    return {
        code: round(total / whole, 4) for code, total in sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    }


def main_language(text: str, resources: IngestResources) -> Known:
    """Which of the two languages the beginning of a text has more of, before it is cleaned."""
    tokens = text[:20_000].lower().split()
    words = [token for token in tokens if token.isalpha()]
    words += _WORD.findall(" ".join([token for token in tokens if not token.isalpha()]))
    counts = {code: sum(map(known.__contains__, words)) for code, known in resources.function_words.items()}
    return "fr" if counts["fr"] > counts["en"] else "en"
