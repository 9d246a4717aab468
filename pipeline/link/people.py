"""Names of persons: their parts, and keys that spelling and transliteration do not change.

>>> sound("Nazarbaïev") == sound("Nazarbaev") == sound("Nazarbayev")
True
>>> sound("Khrouchtchev") == sound("Khrushchev"), sound("Jean") == sound("Jeanne")
(True, False)
"""

import re
from typing import NamedTuple

from pipeline.gazetteer.forms import Forms, fold

# Each spelling becomes one letter; C stands for all of ch, sh, tch, J for dj, zh, j. Order matters: long ones first.
_SPELLINGS = [
    (r"chtch|shch|stch|sch|tch|tsch|ch|sh|cz", "C"),
    (r"dzh|dj|zh|jh|j", "J"),
    (r"kh", "h"),
    (r"ph", "f"),
    (r"th", "t"),
    (r"gh|gu(?=[ei])", "g"),
    (r"ou|oo", "u"),
    (r"qu|q|ck|c(?=[aoukrl])|c$", "k"),
    (r"c", "s"),
    (r"x", "ks"),
    (r"w", "v"),
    (r"ff$", "v"),
    (r"y", "i"),
    (r"^i(?=[aeu])", ""),
    (r"(.)\1+", r"\1"),
    (r"(?<=[aeou])i(?=[aeou])", ""),
    (r"i(?=e[vn]$)", ""),
]
_RULES = [(re.compile(pattern), letter) for pattern, letter in _SPELLINGS]
_VOWELS = re.compile(r"[aeiou]")


class Given(NamedTuple):
    """A given name: its sound key, empty where only initials stand; `jm` for `Jean-Marc` and for `J.-M.`."""

    sound: str
    initials: str


class PersonName(NamedTuple):
    """A person's name in parts, as sound keys.

    `given` is empty where the surname stands alone. `tail` is the surname without its particles, `spelled` the key of
    the surname with its final `e` (a name that stands alone may be a given name: `Martin`, `Martine`).
    """

    given: tuple[Given, ...]
    surname: str
    tail: str
    spelled: str
    generation: str = ""

    @property
    def full(self) -> bool:
        """Whether a given name is spelled out."""
        return bool(self.given) and bool(self.given[0].sound)


def sound(word: str) -> str:
    """A key that is the same for common transliterations of one name into French and English."""
    text = fold(word.replace("ç", "s").replace("Ç", "s")).replace(" ", "")
    for pattern, letter in _RULES:
        text = pattern.sub(letter, text)
    return text


def loose(surname: str) -> str:
    """The key of a surname without the `e` that French writes after `-in` (`Poutine`, `Putin`)."""
    return surname[:-1] if len(surname) > 4 and surname.endswith("ine") else surname


def skeleton(surname: str) -> str:
    """The consonants of a key: names that fuzzy comparison may join share them."""
    return surname[:1] + _VOWELS.sub("", surname[1:])


def parse(form: str, forms: Forms) -> PersonName:
    """The parts of a person's name. A surname in capitals is found wherever it stands (`HOLLANDE François`)."""
    lexicon = forms.lexicon
    words = [word.strip(",") for word in forms.person_words(form)]
    generation = ""
    if len(words) > 2 and words[-1].casefold() in lexicon.generations:
        generation = fold(words.pop())
    capitals = [word for word in words if len(word) > 1 and "." not in word and word.isupper()]
    if 0 < len(capitals) < len(words):
        words = [word for word in words if word not in capitals] + capitals
        cut = len(words) - len(capitals)
    else:
        cut = len(words) - 1
    while (
        cut > 0 and words[cut - 1].casefold().rstrip("'’-") in lexicon.particles and (cut > 1 or len(words) - cut < 2)
    ):
        cut -= 1
    given = tuple(part for word in words[:cut] for part in _given(word))
    spelled = sound("".join(words[cut:]))
    return PersonName(given, loose(spelled), loose(sound(_tail(words, forms))), spelled, generation)


def _tail(words: list[str], forms: Forms) -> str:
    """The last word without a particle that is tied to it (`el-Assad`, `d’Estaing`)."""
    last = words[-1] if words else ""
    particle, _, rest = last.replace("’", "'").replace("'", "-").partition("-")
    return rest if rest and particle.casefold() in forms.lexicon.particles else last


def _given(word: str) -> list[Given]:
    parts = fold(word.replace(".", " ")).split()
    initials = "".join(part[0] for part in parts)
    if "." in word and all(len(part) == 1 for part in parts):
        return [Given("", initials)] if "-" in word else [Given("", letter) for letter in initials]
    if len(word) == 1:
        return [Given("", initials)] if parts else []
    return [Given(sound(word), initials)] if parts else []


def agree(first: PersonName, second: PersonName) -> bool:
    """Whether two names with the same surname can be one person: no given name or initial contradicts another."""
    if first.generation and second.generation and first.generation != second.generation:
        return False
    return all(_same(one, other) for one, other in zip(first.given, second.given, strict=False))


def _same(one: Given, other: Given) -> bool:
    if one.sound and other.sound:
        return one.sound == other.sound
    return one.initials.startswith(other.initials) or other.initials.startswith(one.initials)
