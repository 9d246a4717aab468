"""Text whose case says nothing of names, as running text has it: `VISITE À BERLIN` becomes `Visite à Berlin`.

Headings in capitals, headlines with a capital on every word, whole documents in capitals or in small letters.
Characters keep their places, so spans found in the text made here hold in the original.
"""

from collections.abc import Sequence

from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.casing import Written, written
from pipeline.extract.entities.text.casing_clues import Clues
from pipeline.extract.entities.text.frequency import zipf
from pipeline.extract.entities.text.silent import LONGEST_ACRONYM, SHORT, Case, Row
from pipeline.extract.entities.tokens import Token

_LABELS_OF_ACRONYMS = ("ORGANIZATION", "AGREEMENT")
_APOSTROPHE = 1  # where it stands in names of two parts
_DOUBT = 1.0  # log odds of a word that surely has no capital
_FREQUENT = 3.5  # on Zipf's scale: a word that is a word, behind a given name too
_FEWEST_WORDS = 2  # of a headline, that are no names


def truecased(text: str, tokens: Sequence[Token], case: Case, *, lexicon: EntityLexicon, known: KnownNames) -> str:
    """The text with the words of its silent rows small, but for names."""
    pieces: list[str] = []
    position = 0
    for row in case.rows(tokens, lexicon):
        for token, said in _said(row, tokens, case, lexicon, known):
            pieces += (text[position : token.start], said)
            position = token.end
    return "".join([*pieces, text[position:]])


def _said(
    row: Row, tokens: Sequence[Token], case: Case, lexicon: EntityLexicon, known: KnownNames
) -> list[tuple[Token, str]]:
    """The silent words of a row, each as it would stand; none of a row that may be a name as a whole."""
    silent = {at for at in range(row.start, row.end) if row.silent(tokens[at]) and not _is_initial(tokens, at)}
    shouted = [_upper(token) for token in tokens[row.start : row.end]]
    clues = Clues(shouted, lexicon, known)
    if not row.sure and not _has_words(row, tokens, clues, lexicon):
        return []
    likely = dict(written(lexicon.casing, clues))
    settled = {at: _settled(shouted[at - row.start], likely.get(at - row.start, "small"), case, known) for at in silent}
    settled |= dict.fromkeys((at for at in silent if _is_surname(tokens, at, lexicon, known)), "capital")
    settled |= dict.fromkeys(silent & row.verbs, "small")
    return [(tokens[at], _spelled(shouted[at - row.start], settled[at])) for at in sorted(silent)]


def _has_words(row: Row, tokens: Sequence[Token], clues: Clues, lexicon: EntityLexicon) -> bool:
    """Whether a row is no name as a whole: some of its words surely have no capital in running text."""
    small = [at for at, form in written(lexicon.casing, clues, doubt=_DOUBT) if form == "small"]
    return sum(len(tokens[row.start + at].text) > SHORT for at in small) >= _FEWEST_WORDS


def _upper(token: Token) -> Token:
    upper = token.text.upper()
    same = len(upper) == len(token.text) and upper.lower() == token.text.lower()  # not the `µ` of a unit
    return token.written(upper) if same else token


def _is_surname(tokens: Sequence[Token], at: int, lexicon: EntityLexicon, known: KnownNames) -> bool:
    """Whether a rare word of a headline stands right behind a given name: `Michelle Mourra`, though `mourra` is one."""
    word, before = tokens[at], tokens[at - 1] if at else None
    if before is None or word.text.isupper() or before.end + 1 != word.start:
        return False
    rare = zipf(word.lower, lexicon.language) < _FREQUENT
    return rare and before.capital and before.lower in known.gazetteer.forms.lexicon.given


def _is_initial(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].initial and at + 1 < len(tokens) and tokens[at + 1].text == "."


def _settled(token: Token, likely: Written, case: Case, known: KnownNames) -> Written:
    """How a word stands elsewhere in the document or is known to, else as it most likely does."""
    short = len(token.text) <= LONGEST_ACRONYM
    if token.lower in case.acronyms:
        return "acronym"
    if likely == "acronym" and not short:
        return "capital"
    if likely == "capital" and short and known.own_label(token.text) in _LABELS_OF_ACRONYMS:
        return "acronym"
    return "capital" if likely == "small" and token.lower in case.names else likely


def _spelled(token: Token, written: Written) -> str:
    lower = token.text.lower()
    if written == "acronym" or len(lower) != len(token.text) or token.text.endswith("."):
        return token.text  # a letter whose small form is two characters; initials
    if written == "small":
        return lower
    return "".join(c.upper() if _begins(lower, i) and c.upper().lower() == c else c for i, c in enumerate(lower))


def _begins(word: str, at: int) -> bool:
    """Whether a part of a name begins with a letter: `Guinée-Bissau`, `O’Brien`, not `Za’atari`."""
    return at == 0 or word[at - 1] in "-‑" or (at == _APOSTROPHE + 1 and word[_APOSTROPHE] in "'’")
