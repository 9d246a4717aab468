"""Names of persons: their parts, and keys that spelling and transliteration do not change.

>>> sound("Nazarbaïev") == sound("Nazarbaev") == sound("Nazarbayev")
True
>>> sound("Khrouchtchev") == sound("Khrushchev"), sound("Jean") == sound("Jeanne")
(True, False)
"""

import re
from typing import NamedTuple

from pipeline.gazetteer.forms import Forms, fold
from pipeline.gazetteer.lexicon import NameLexicon

# Each spelling becomes one letter; C stands for all of ch, sh, tch, J for dj, zh, j. Order matters: long ones first.
_SPELLINGS = [
    (r"chtch|shch|stch|sch|tch|tsch|tsh|ch|sh|cz", "C"),
    (r"dzh|dj|zh|jh|j", "J"),
    (r"kh", "h"),
    (r"ph", "f"),
    (r"th", "t"),
    (r"^abd[aeou]l(?=[a-z]{2})", "abd"),
    (r"^abd[aeu](?=rr|ss)", "abd"),
    (r"dh", "d"),
    (r"gh|gu(?=[ei])", "g"),
    (r"(?:ou|u|w)(?=[aeiou])(?!u)", "v"),
    (r"ou|oo", "u"),
    (r"qu|q|ck|c(?![eiyC])", "k"),
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
# The letter that Serbian has for dj; the Vietnamese one like it is a d.
_SERBIAN = re.compile(r"đ(?=.*i[cć]\b)")
_VOWELS = re.compile(r"[aeiou]")
_TIE = re.compile(r"['’-]")
_NUMERAL = re.compile(r"([IVX]{1,5})(?:er|re|ère)?")
# What the romanisations of Chinese (pinyin, Wade–Giles, the French one) write in different ways.
_CHINESE = [
    (r"tch|zh|ch|j|q", "C"),
    (r"hs|x|sh", "S"),
    (r"ts|tz|z|c", "s"),
    (r"oung|ong", "ung"),
    (r"ien", "ian"),
    (r"(?<=[aeiou])h", ""),
    (r"d", "t"),
    (r"b", "p"),
    (r"(?<!n)g", "k"),
]
_CHINESE_RULES = [(re.compile(pattern), letter) for pattern, letter in _CHINESE]
# Vowels and stops that transliterations confuse: i and e, u and o, k and g (`Kadhafi`, "Gaddafi").
_SOFT = str.maketrans("eog", "iuk")


class Given(NamedTuple):
    """A given name: its sound key, empty where only initials stand; `jm` for `Jean-Marc` and for `J.-M.`.

    `group` is the key of all its spellings.
    """

    sound: str
    initials: str
    group: str = ""


class PersonName(NamedTuple):
    """A person's name in parts, as sound keys.

    `given` is empty where the surname stands alone. `tail` is the surname without its particles, `spelled` the key of
    the surname with its final `e` (a name that stands alone may be a given name: `Martin`, `Martine`).
    `arabic`: an article or a word for son stands in it. The number of a ruler is his surname. `tied`: a name that
    begins with the surname has a hyphen or an apostrophe in the given name; `romanised` is the key of such a name.
    """

    given: tuple[Given, ...]
    surname: str
    tail: str
    spelled: str
    generation: str = ""
    arabic: bool = False
    romanised: str = ""
    tied: bool = False

    @property
    def full(self) -> bool:
        """Whether a given name is spelled out."""
        return bool(self.given) and bool(self.given[0].sound)


def sound(word: str) -> str:
    """A key that is the same for common transliterations of one name into French and English."""
    text = fold(_SERBIAN.sub("dj", word.casefold()).replace("ç", "s")).replace(" ", "")
    for pattern, letter in _RULES:
        text = pattern.sub(letter, text)
    return text


def loose(surname: str) -> str:
    """The key of a surname without the `e` that French writes after `-in` (`Poutine`, `Putin`)."""
    return surname[:-1] if len(surname) > 4 and surname.endswith("ine") else surname


def skeleton(surname: str) -> str:
    """The consonants of a key: names that fuzzy comparison may join share them."""
    return surname[:1] + _VOWELS.sub("", surname[1:])


def syllables(surname: str) -> int:
    """How many vowels a key has, without a silent `e` at its end (`Sadate`, `Sadat`)."""
    return len(_VOWELS.findall(surname.removesuffix("e")))


def chinese(form: str) -> str:
    """A key that is the same for all romanisations of a Chinese name (`Mao Tsé-toung`, "Mao Zedong")."""
    words = [fold(word.replace("’", "'").replace("'", "")).replace(" ", "") for word in form.split()]
    for pattern, letter in _CHINESE_RULES:
        words = [pattern.sub(letter, word) for word in words]
    return " ".join(words)


def soft(surname: str) -> str:
    """The key of a surname whose letters are those that any transliteration keeps."""
    return surname.translate(_SOFT)


def parse(form: str, forms: Forms) -> PersonName:
    """The parts of a person's name. A surname in capitals is found wherever it stands (`HOLLANDE François`)."""
    lexicon = forms.lexicon
    words = _servants([word.strip(",") for word in forms.person_words(form)], lexicon)
    ruler = _ruler(words, forms)
    if ruler:
        return ruler
    generation = ""
    if len(words) > 2 and words[-1].casefold() in lexicon.generations:
        generation = fold(words.pop())
    words, cut = _cut(words, lexicon)
    given = tuple(part for word in words[:1] if cut for part in _given(word, forms))
    given += tuple(part for word in words[1:cut] for part in _given(_bare(word, lexicon), forms))
    spelled = sound("".join(words[cut:]))
    bare = "".join(_bare(word, lexicon) for word in words[cut:])
    surname = forms.spelling_of_given.get(fold(bare)) or loose(sound(bare) or spelled)
    arabic = any(_bare(word, lexicon) != word for word in words[1:])
    first = len(words) == 2 and words[0].casefold() in lexicon.family_first
    return PersonName(
        given, surname, loose(sound(_tail(words, lexicon))), spelled, generation, arabic,
        romanised=chinese(" ".join(words)) if first else "", tied=first and bool(_TIE.search(words[1])),
    )  # fmt: skip


def _cut(words: list[str], lexicon: NameLexicon) -> tuple[list[str], int]:
    """The words with the surname last, and where it begins."""
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
    return words, cut


def _servants(words: list[str], lexicon: NameLexicon) -> list[str]:
    """The words with `Abdel Fattah` and "Abd al-Fattah" in one."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1].casefold() in lexicon.servants:
            bare = _bare(word, lexicon)
            joined[-1] = f"{joined[-1]}-{bare}" if bare else joined[-1]
        else:
            joined.append(word)
    return joined


def _ruler(words: list[str], forms: Forms) -> PersonName | None:
    """A ruler with a number (`Jean-Paul II`); with a surname before it, the number is a generation's."""
    match = _NUMERAL.fullmatch(words[-1]) if len(words) > 1 else None
    name = sound(" ".join(words[:-1]))
    group = forms.spelling_of_rulers.get(fold(" ".join(words[:-1])))
    if not match or not (group or len(words) == 2) or not name:
        return None
    number = match[1].casefold()
    return PersonName((Given(name, name[0], group or name),), number, number, number)


def _bare(word: str, lexicon: NameLexicon) -> str:
    """A word of an Arabic name without its article, empty where it is one; the same for all words for son."""
    if word.casefold() in lexicon.sons:
        return "ben"
    if word.casefold() in lexicon.articles and word.casefold() in lexicon.particles:
        return ""
    article, hyphen, rest = word.replace("’", "-").replace("'", "-").partition("-")
    return rest if hyphen and rest and article.casefold() in lexicon.articles else word


def _tail(words: list[str], lexicon: NameLexicon) -> str:
    """The last word without a particle that is tied to it (`el-Assad`, `d’Estaing`)."""
    last = words[-1] if words else ""
    particle, _, rest = last.replace("’", "'").replace("'", "-").partition("-")
    return rest if rest and particle.casefold() in (*lexicon.particles, *lexicon.articles, *lexicon.servants) else last


def _given(word: str, forms: Forms) -> list[Given]:
    parts = fold(word.replace(".", " ")).split()
    initials = "".join(part[0] for part in parts)
    if "." in word and all(len(part) == 1 for part in parts):
        return [Given("", initials)] if "-" in word else [Given("", letter) for letter in initials]
    if len(word) == 1:
        return [Given("", initials)] if parts else []
    key = sound(word)
    return [Given(key, initials, forms.spelling_of_given.get(fold(word), key))] if parts else []


def agree(first: PersonName, second: PersonName) -> bool:
    """Whether two names with the same surname can be one person: no given name or initial contradicts another."""
    if first.generation and second.generation and first.generation != second.generation:
        return False
    return all(_same(one, other) for one, other in zip(first.given, second.given, strict=False))


def _same(one: Given, other: Given) -> bool:
    if one.sound and other.sound:
        return one.group == other.group
    return one.initials.startswith(other.initials) or other.initials.startswith(one.initials)
