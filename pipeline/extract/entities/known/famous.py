"""Names of known people as tokens: `Vladimir Poutine`, `Ho Chi Minh`, `de Gaulle`."""

import unicodedata
from collections.abc import Sequence

from pipeline.extract.entities.tokens import Token, key_of, tokenize
from pipeline.gazetteer.people import KnownPeople

_Words = tuple[str, ...]
_LETTERS = str.maketrans("\u0131łđŁĐ", "ildLD")  # what Unicode does not decompose


class FamousNames:
    """A look-up by tokens, at the first word with a capital; the particles before it must stand there too."""

    def __init__(self, people: KnownPeople) -> None:
        self._forms: dict[str, dict[_Words, tuple[_Words, bool]]] = {}
        self._longest: dict[str, int] = {}
        for form in people.names_alone():
            self._add(form, alone=True)
        for _, form in people.whole_names():
            self._add(form, alone=" " not in form)

    def match(self, tokens: Sequence[Token], at: int) -> tuple[int, int, bool] | None:
        """The first and last token of the longest name that has this one first with a capital; whether it is alone."""
        first = key_of(tokens[at])
        forms = self._forms.get(first)
        if forms is None:
            return None  # by far the most frequent
        words = tuple(key_of(token) for token in tokens[at : at + self._longest[first]])
        for size in range(len(words), 0, -1):
            particles, alone = forms.get(words[:size], ((), False))
            noun = alone and size > 1 and tokens[at + size - 1].small  # `Le maire`, not `Le Maire`
            if words[:size] in forms and not noun and _end_in(tokens, at, particles):
                return at - len(particles), at + size, alone
        return None

    def _add(self, form: str, *, alone: bool) -> None:
        for spelled in dict.fromkeys((form, _plain(form))):
            tokens = tokenize(spelled)
            start = next((i for i, token in enumerate(tokens) if token.capital), len(tokens))
            words = tuple(key_of(token) for token in tokens[start:])
            particles = tuple(token.lower for token in tokens[:start])
            if not words:
                continue
            forms = self._forms.setdefault(words[0], {})
            if len(particles) <= len(forms.get(words, (particles,))[0]):  # of `général de Gaulle` no title is asked
                forms[words] = particles, alone
            self._longest[words[0]] = max(self._longest.get(words[0], 0), len(words))


def _end_in(tokens: Sequence[Token], at: int, words: _Words) -> bool:
    """Whether these words stand right before a token."""
    return at >= len(words) and tuple(token.lower for token in tokens[at - len(words) : at]) == words


def _plain(form: str) -> str:
    """A form without accents, as English texts write many."""
    if form.isascii():
        return form  # by far the most frequent
    letters = unicodedata.normalize("NFD", form.translate(_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
