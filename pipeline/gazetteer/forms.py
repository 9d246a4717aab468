"""The normalised form of a name: what is left when case, accents, punctuation and empty words are gone.

>>> fold("L’Élysée"), fold("U.S."), fold("Œuvre"), fold("Łódź")
('l elysee', 'us', 'oeuvre', 'lodz')
"""

import re
import unicodedata
from functools import lru_cache

from pipeline.gazetteer.lexicon import NameLexicon
from pipeline.records import EntityLabel

# Letters that Unicode does not decompose; U+0131 is the Turkish i without dot.
_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "\u0131": "i", "ð": "d", "þ": "th", "ʼ": "'", "ʻ": "'"}
)
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_WORD = re.compile(r"[^\W_]+")
_REMEMBERED = 1 << 15  # forms whose key is kept: the same ones are asked for again and again


def fold(form: str) -> str:
    """The words of a form in lower case, without accents, one blank between them; `U.S.` is one word."""
    text = form.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join(char for char in text if not unicodedata.combining(char))
    if "." in text:
        text = _DOTTED.sub(lambda match: match[0].replace(".", ""), text)
    return " ".join(_WORD.findall(text))


def _spellings(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """For each word of a table, folded, a key of its row that is no word."""
    return {fold(word): f"={key}" for key, words in table.items() for word in words}


def _begins_with_acronym(form: str) -> bool:
    """Whether capitals set the first word apart: `UN Secretariat` has no article, `LA HAYE` and `L'Alliance` may.

    >>> _begins_with_acronym("UN Secretariat"), _begins_with_acronym("LA HAYE"), _begins_with_acronym("L'Alliance")
    (True, False, False)
    """
    first = _WORD.match(form)
    return first is not None and len(first[0]) > 1 and first[0].isupper() and not form.isupper()


class Forms:
    """Keys of names. Two forms with the same key and label name the same thing, unless the context says otherwise."""

    def __init__(self, lexicon: NameLexicon) -> None:
        self.lexicon = lexicon
        self._determiners = frozenset(fold(word) for word in lexicon.determiners)
        self._conjunctions = frozenset(fold(word) for word in lexicon.conjunctions)
        self._titles = frozenset(fold(word) for word in lexicon.titles) - lexicon.given
        self._legal = frozenset(fold(word) for word in lexicon.legal_forms)
        self._possessives = tuple(mark for word in lexicon.possessives for mark in (word, word.replace("'", "’")))
        self.spelling_of_given = _spellings(lexicon.same_given)
        self.spelling_of_rulers = _spellings(lexicon.rulers)
        self._key = lru_cache(maxsize=_REMEMBERED)(self._made)

    def key(self, form: str, label: EntityLabel) -> str:
        """The normalised form, without blanks (`Viet Nam` = `Vietnam`, `Co-operation` = `Cooperation`)."""
        return self._key(form, label == "PERSON")

    def _made(self, form: str, person: bool) -> str:
        words = map(fold, self.person_words(form)) if person else self._name_words(form)
        return "".join(words).replace(" ", "")

    def person_words(self, form: str) -> list[str]:
        """The words of a person's name as written, without the titles before it; hyphens stay inside words.

        Determiners stay (`Le Pen` is not `Pen`), as do given names and initials that could be titles: `Cheikh Niang`,
        `M Abdul Hamid`.
        """
        words = self._bare(form).split()
        while len(words) > 1 and fold(words[0]) in self._titles and not (len(words[0]) == 1 and len(words) > 2):
            words = words[1:]
        return words

    def _name_words(self, form: str) -> list[str]:
        bare = self._bare(form)
        words = [word for word in fold(bare).split() if word not in self._conjunctions]
        while len(words) > 1 and words[0] in self._determiners and not _begins_with_acronym(bare):
            words = words[1:]
        while len(words) > 1 and words[-1] in self._legal:
            words = words[:-1]
        return words

    def _bare(self, form: str) -> str:
        text = form.strip()
        for mark in self._possessives:
            text = text.removesuffix(mark)
        return text.strip(" \t\n\"'«»“”‘’()[],;:")
