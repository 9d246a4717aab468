"""Words without what two spellings of them may differ in."""

import unicodedata

LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "’": "'"})


def fold(word: str) -> str:
    """The word in lower case, without accents or ligatures.

    >>> fold("Œuvre réalisée"), fold("Café society")
    ('oeuvre realisee', 'cafe society')
    """
    plain = unicodedata.normalize("NFKD", word.lower().translate(LIGATURES))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
