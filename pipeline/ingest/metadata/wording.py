"""Words as cues are compared: capitals often lack their accents, and typists their apostrophes."""

from collections.abc import Iterable

from pipeline.dates.lexicon.folding import fold

_ACCENTED, _BARE = "àâäáãåçéèêëíìîïñóòôöõúùûüýÿ\u00a0\u202f", "aaaaaaceeeeiiiinooooouuuuyy  "
_PLAIN = str.maketrans(_ACCENTED, _BARE)


def plain(text: str) -> str:
    """The text in lower case without accents, every character at its place.

    >>> plain("PROCÈS-VERBAL de l’année"), plain("PROCES-VERBAL")
    ("proces-verbal de l'annee", 'proces-verbal')
    """
    folded = fold(text)
    return folded if folded.isascii() else folded.translate(_PLAIN)


def longest_first(cues: Iterable[str]) -> tuple[str, ...]:
    """The cues once each, the longest first, so that the closest is met first.

    >>> longest_first(["le", "on", "le", "publié le"])
    ('publié le', 'le', 'on')
    """
    return tuple(sorted(set(cues), key=lambda cue: (-len(cue), cue)))


def plain_cues(cues: Iterable[str]) -> tuple[str, ...]:
    """The cues in plain letters, the longest first.

    >>> plain_cues(["le", "publié le", "publie le"])
    ('publie le', 'le')
    """
    return longest_first(plain(cue) for cue in cues)
