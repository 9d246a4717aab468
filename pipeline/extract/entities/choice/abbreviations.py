"""Letters that a document uses for words that are no name: `PDI` after `personnes déplacées internes (PDI)`."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.choice.refusals import Refusals
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.tokens import Token
from pipeline.gazetteer.forms import fold
from pipeline.records import Passage

_SHORTEST, _LONGEST = 2, 8  # letters
_MOST = 2 * _LONGEST  # tokens that letters stand for
_FEWEST = 2  # words that letters stand for


def common_abbreviations(
    passages: Sequence[Passage],
    tokens: Sequence[Sequence[Token]],
    lexicons: Mapping[str, EntityLexicon],
    known: KnownNames,
) -> frozenset[str]:
    """The letters that stand in brackets behind the words in lower case that begin with them, in any passage; not where
    these open with a kind of body, event or agreement (`commission électorale nationale (CEN)`), nor known names."""
    return frozenset(
        row[at].text
        for passage, row in zip(passages, tokens, strict=True)
        if (lexicon := lexicons.get(passage.language))
        for at in range(2, len(row) - 1)
        if row[at - 1].text == "(" and _may_be_short(row[at]) and row[at + 1].text in "),;:"
        if _is_common(row[max(at - 1 - _MOST, 0) : at - 1], row[at].text, lexicon) and not known.own_label(row[at].text)
    )


def without_abbreviations(
    passage: Passage, candidates: Sequence[Candidate], short: AbstractSet[str], refusals: Refusals
) -> list[Candidate]:
    """The candidates of a passage that are none of these letters."""
    kept = []
    for one in candidates:
        if passage.text[one.start : one.end] in short:
            refusals.note(passage, one, "common words")
        else:
            kept.append(one)
    return kept


def _may_be_short(token: Token) -> bool:
    """Whether a word is letters in capitals, perhaps in the plural: `ODD`, `IDPs`."""
    letters = _letters(token.text)
    return letters.isalpha() and letters.isupper() and _SHORTEST <= len(letters) <= _LONGEST


def _letters(form: str) -> str:
    return form[:-1] if form.endswith("s") else form


def _is_common(before: Sequence[Token], form: str, lexicon: EntityLexicon) -> bool:
    """Whether the words right before brackets are common ones that the letters in them stand for."""
    words = before[_first_of(before, _letters(form).lower(), lexicon) :]
    if len(words) < _FEWEST or any(word.capital for word in words):
        return False
    head = words[-1] if lexicon.head_last else words[0]
    return lexicon.heads.get(head.lower) in (None, "LOCATION")


def _first_of(before: Sequence[Token], letters: str, lexicon: EntityLexicon) -> int:
    """The first of the last words here that begin with these letters, one of ties among them counted or not: `mise en
    œuvre (MEO)`, `droits de l'homme (DH)`; the end where no words do."""
    for at in range(len(before) - 1, -1, -1):
        token = before[at]
        tie = token.word and (lexicon.is_tie(token) or token.lower in lexicon.determiners)
        initials = "".join(fold(part)[:1] for part in token.lower.split("-"))
        if token.word and letters.endswith(initials) and not (tie and len(letters) == 1):
            letters = letters.removesuffix(initials)
            if not letters:
                return at
        elif not tie:
            break
    return len(before)
