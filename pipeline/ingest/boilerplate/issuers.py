"""Names of those who issue documents: ministries, embassies, agencies, companies, in the lines of a letterhead."""

import re
import unicodedata

from pipeline.ingest.resources import IngestResources

_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_BRANCH = re.compile(r"\s+/\s+")
_ACRONYM = re.compile(r"\s*\([A-Z][\w./& -]{1,20}\)")
_MOTTO = re.compile(r"\s*(?:\s[-–—]\s|[•·*,/|]|\s[-–—]|[-–—]\s|\.\s)\s*")
_NAME = 8  # words that the name of an issuer has at most
_MOTTO_WORDS = 3  # words of each of the three parts of a motto


class Issuers:
    """Knows the names of bodies by their first or last word, in either language."""

    def __init__(self, resources: IngestResources) -> None:
        lexicons = list(resources.lexicons.values())
        self._small = frozenset().union(*resources.function_words.values())
        self._heads = frozenset(
            fold(word)
            for lexicon in lexicons
            for word in (*lexicon.metadata.letterheads, *lexicon.boilerplate.frame.issuers)
        )
        cues = [lexicon.boilerplate for lexicon in lexicons]
        self._of = frozenset(word for cue in cues for word in cue.lines.of)
        self._links = self._of | {word for cue in cues for word in cue.joiners}
        types = frozenset(
            fold(p.split()[0]) for lex in lexicons for phrases in lex.metadata.types.values() for p in phrases
        )
        self._types = types - self._heads

    def names(self, content: str) -> bool:
        """Whether a line is nothing but the name of a body.

        >>> from pathlib import Path
        >>> from pipeline.ingest.resources import load_ingest_resources
        >>> issuers = Issuers(load_ingest_resources(Path("models")))
        >>> issuers.names("Nordic Investment Authority (NIA)"), issuers.names("Malta and the Investment Authority")
        (True, False)
        """
        content = _BRANCH.split(_ACRONYM.sub("", content))[0]  # `Science Network / Malta`
        if (
            content[:1].islower()
            or any(map(str.isdigit, content))
            or content.rstrip()[-1:] in (".", ":", ";", "?", "!", ",")
        ):
            return False
        words = _WORD.findall(content)
        if not 1 < len(words) <= _NAME + 4 or not all(self._fits(words, index) for index in range(len(words))):
            return False
        folded = [fold(word) for word in words]
        for head in ("l'", "d'"):
            folded = [word.removeprefix(head) for word in folded]
        if self._types & set(folded):
            return False
        telling = [word for word in folded if word not in self._small]
        if folded[-1] in self._small:
            return False  # the name goes on below
        if telling and telling[-1] in self._heads and self._is_plain(words):
            return True
        first_small = (len(folded) > 1 and folded[1] in self._small) or len(telling) < 4
        return bool(telling) and telling[0] in self._heads and first_small

    def _is_plain(self, words: list[str]) -> bool:
        """Whether only `of` and `and` link the words: `Malta and the World Bank` is a title, not a name."""
        inner = [
            (words[i - 1].lower(), word.lower()) for i, word in enumerate(words) if i and word.lower() in self._small
        ]
        return all(word in self._links or before in self._of for before, word in inner)

    def goes_on(self, content: str) -> bool:
        """The second line of a letterhead: `IN THE REPUBLIC OF MALTA`, or the motto of a state."""
        first = content.isupper() and content.split()[0].lower() in self._small and len(content.split()) < 9
        return first or is_motto(content)

    def _fits(self, words: list[str], index: int) -> bool:
        """A capital, a small word, or what stands after one: `Service de presse`, `Ministère de l’Énergie`."""
        word = words[index]
        return (
            word[0].isupper()
            or word.lower() in self._small
            or _elided(word)
            or (index > 0 and words[index - 1].lower() in self._small)
        )


def is_motto(content: str) -> bool:
    """Three short parts with capitals in a row, as states have them under their name.

    >>> is_motto("Paix – Travail – Patrie"), is_motto("Unity, Liberty, Labour"), is_motto("France – Togo")
    (True, True, False)
    """
    parts = [part for part in _MOTTO.split(content.strip(' .*«»"“”')) if part]
    return len(parts) == 3 and all(
        part[0].isupper() and part.replace(" ", "").isalpha() and len(part.split()) <= _MOTTO_WORDS for part in parts
    )


def _elided(word: str) -> bool:
    """`l’Environnement`, `d'Information`."""
    parts = re.split(r"['’]", word, maxsplit=1)
    return len(parts) == 2 and len(parts[0]) < 3 and parts[1][:1].isupper()


def fold(word: str) -> str:
    """A word in lower case without its accents, which capitals often lack.

    >>> fold("Société")
    'societe'
    """
    if word.isascii():
        return word.lower()
    folded = unicodedata.normalize("NFD", word.lower().replace("’", "'"))
    return "".join(c for c in folded if not unicodedata.combining(c))
