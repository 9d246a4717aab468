"""Names that the gazetteer knows, wherever they stand: countries, places, international bodies."""

from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token, tokenize
from pipeline.gazetteer import Gazetteer
from pipeline.records import EntityLabel

_LONG_ENOUGH = 4  # characters of a country's name that people are named after
_SHORTEST_CITY = 3  # characters; shorter names of towns are mostly other words
_SHORT = 5  # a form in capitals up to this long must stand in capitals: `US`, not `us`


class KnownNames:
    """A look-up of known names by their tokens. Cities are not in it: too many of them are words or surnames."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._labels: dict[tuple[str, ...], EntityLabel] = {}
        self._firsts: dict[str, int] = {}
        self._stems: set[str] = set()
        for form, label in _spelled_out(gazetteer):
            words = tuple(_key(token) for token in tokenize(form))
            if not words or not form[:1].isupper() or len(form) < 2:
                continue
            self._labels[words] = label
            if label == "LOCATION" and len(words) == 1 and len(form) >= _LONG_ENOUGH and not form.isupper():
                self._stems.add(form.lower().rstrip("aeiouy"))
            self._firsts[words[0]] = max(self._firsts.get(words[0], 0), len(words))

    def find(self, tokens: Sequence[Token]) -> Iterator[Candidate]:
        """The known names among the tokens, the longest where several begin at one place, without overlaps."""
        at = 0
        while at < len(tokens):
            words = self._match(tokens, at)
            if words:
                yield Candidate(tokens[at].start, tokens[at + len(words) - 1].end, self._labels[words], "gazetteer")
            at += len(words) or 1

    def is_place(self, form: str) -> bool:
        """Whether a form names a country or place, cities left out."""
        return self.own_label(form) == "LOCATION"

    def is_byname(self, form: str) -> bool:
        """Whether a place is known by this form, but goes by another name: `Hollande`, not `France`."""
        entry = self.gazetteer.find(form)
        return entry is not None and entry.label == "LOCATION" and form not in (entry.names.fr, entry.names.en)

    def own_label(self, form: str) -> EntityLabel | None:
        """The label of a known name, cities left out."""
        return self._labels.get(tuple(_key(token) for token in tokenize(form)))

    def is_demonym(self, word: str, endings: Sequence[str]) -> bool:
        """Whether a lower-case word is the name of a country with one of these endings: `kazakhstanais`, `iranian`."""
        cuts = (word[: -len(ending)] for ending in endings if word.endswith(ending))
        return any(len(stem) >= 4 and stem.rstrip("aeiouy") in self._stems for stem in cuts)

    def label(self, form: str) -> EntityLabel | None:
        """The label of a known name, cities included."""
        return self.gazetteer.label(form)

    def _match(self, tokens: Sequence[Token], at: int) -> tuple[str, ...]:
        """The words of the longest known name that begins here; none when none does."""
        longest = self._firsts.get(_key(tokens[at]), 0) if tokens[at].word else 0
        words = [_key(token) for token in tokens[at : at + longest]]
        for size in range(len(words), 0, -1):
            if tuple(words[:size]) in self._labels and tokens[at].capital:
                return tuple(words[:size])
        shouted = (tokens[at].lower,)
        shout = tokens[at].text.isupper() and len(tokens[at].text) >= _LONG_ENOUGH
        return shouted if shout and self._labels.get(shouted) == "LOCATION" else ()  # `MALI` in a heading


def _spelled_out(gazetteer: Gazetteer) -> Iterator[tuple[str, EntityLabel]]:
    """The names of the gazetteer, those with `&` also with the word for it: `Bosnia and Herzegovina`."""
    for form, label in gazetteer.names():
        yield form, label
        if "&" in form:
            for conjunction in gazetteer.forms.lexicon.conjunctions:
                yield form.replace("&", conjunction), label


def find_cities(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """Cities of GeoNames after a word that stands before places; what else claims these characters is trusted more."""
    for at, token in enumerate(tokens):
        if not token.capital:
            continue
        last = at + 1 if token.lower in lexicon.determiners and at + 1 < len(tokens) else at  # `La Haye`
        form = token.text if last == at else f"{token.text} {tokens[last].text}"
        after = tokens[last + 1] if last + 1 < len(tokens) else None
        governed = at > 0 and tokens[at - 1].lower in lexicon.before_places
        dateline = after is not None and after.text == "," and (at == 0 or _is_day(tokens, last + 2, lexicon))
        pair = _is_pair(token.text, known)
        if not (governed or dateline or pair) or not tokens[last].capital or (after is not None and after.capital):
            continue
        if pair or _is_city(form, tokens[last], lexicon, known):
            yield Candidate(token.start, tokens[last].end, "LOCATION", "city")


def _is_day(tokens: Sequence[Token], at: int, lexicon: EntityLexicon) -> bool:
    """Whether a number stands here, perhaps behind an article: `7 décembre`, `le 7 décembre`."""
    at += at < len(tokens) and tokens[at].lower in lexicon.determiners
    return at < len(tokens) and tokens[at].text.isdigit()


def _is_city(form: str, last: Token, lexicon: EntityLexicon, known: KnownNames) -> bool:
    common = last.lower in lexicon.not_names or last.lower in lexicon.heads or lexicon.is_demonym(last.lower)
    own = form != last.text and known.own_label(last.text) is not None  # `La France`
    return len(form) > _SHORTEST_CITY and not common and not own and known.label(form) == "LOCATION"


def _is_pair(text: str, known: KnownNames) -> bool:
    """Whether a word is two places at a hyphen, such as `Paris-Berlin`, and no place itself."""
    left, hyphen, right = text.partition("-")
    if not hyphen or not (left[:1].isupper() and right[:1].isupper()) or known.label(text):
        return False
    return known.label(left) == "LOCATION" and known.label(right) == "LOCATION"


def _key(token: Token) -> str:
    """What two spellings of a token share: short words in capitals keep them, apostrophes are straight."""
    text = token.text.replace("’", "'").replace("‑", "-")
    return text if text.isupper() and len(text) <= _SHORT else text.lower()
