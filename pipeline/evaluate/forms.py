"""When two texts count as the same: white space and the form of quotes and apostrophes are ignored."""

import re
import unicodedata

_APOSTROPHES = "'\u2018\u2019\u201a\u201b\u02bc\u2032"
_QUOTES = '"\u00ab\u00bb\u201c\u201d\u201e\u201f\u2039\u203a'
TABLE = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_QUOTES, '"') | {"\u2011": "-", "\u2010": "-"})


def squeeze(text: str) -> str:
    """The text in NFC with one form of quote, single spaces, and no space beside a double quote.

    >>> squeeze("l’exposition  « Astana\\u00a02017 »\\n a ouvert")
    'l\\'exposition"Astana 2017"a ouvert'
    """
    plain = unicodedata.normalize("NFC", text).translate(TABLE)
    return '"'.join(part.strip() for part in " ".join(plain.split()).split('"'))


def form(text: str) -> str:
    """The key under which surface forms are compared: no white space at all, case kept.

    >>> form("les 15 et16 juillet") == form("les 15 et 16\\njuillet")
    True
    """
    return "".join(squeeze(text).split())


def finder(text: str) -> re.Pattern[str]:
    """A pattern that finds the text whatever the white space and quotes around it, as whole words.

    >>> finder("Traité d'Amitié").search("le Traité\\nd’Amitié, d’Entente") is not None
    True
    """
    pieces: list[str] = []
    for character in squeeze(text):
        if character == " ":
            pieces.append(r"\s*")
        elif character == "'":
            pieces.append(f"[{_APOSTROPHES}]")
        elif character == '"':
            pieces.append(rf"\s*[{_QUOTES}]\s*")
        else:
            pieces.append(re.escape(character))
    return re.compile(rf"(?<!\w){''.join(pieces)}(?!\w)")
