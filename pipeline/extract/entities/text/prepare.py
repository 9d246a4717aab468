"""The passages of a document as the finders read them: cut at rows, then put right, with their tokens."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import msgspec

from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.restore import restorer
from pipeline.extract.entities.text.rows import rows
from pipeline.extract.entities.text.silent import Case
from pipeline.extract.entities.text.truecase import truecased
from pipeline.extract.entities.tokens import Token, tokenize
from pipeline.records import Passage


def cut(passages: Sequence[Passage], lexicons: Mapping[str, EntityLexicon]) -> list[Passage]:
    """The passages, cut at the ends of rows and items."""
    return list(rows(passages, lambda passage, word: _opens_a_line(lexicons.get(passage.language), word)))


def readable(
    passages: Sequence[Passage], lexicons: Mapping[str, EntityLexicon], known: KnownNames
) -> tuple[list[Passage], list[list[Token]]]:
    """The passages with lost accents put right and text in capitals written small, and their tokens."""
    passages = _restored(passages, lexicons, known)
    tokens = [tokenize(passage.text) for passage in passages]
    case = Case(tokens, [lexicons.get(passage.language) for passage in passages])
    searched: list[Passage] = []
    for i, passage in enumerate(passages):
        lexicon = lexicons.get(passage.language)
        text = truecased(passage.text, tokens[i], case, lexicon=lexicon, known=known) if lexicon else passage.text
        if text != passage.text:
            passage = msgspec.structs.replace(passage, text=text)
            tokens[i] = tokenize(text)
        searched.append(passage)
    return searched, tokens


def _opens_a_line(lexicon: EntityLexicon | None, word: str) -> bool:
    """Whether a lower-case word never has a capital in the middle of a name or sentence."""
    return lexicon is not None and (
        word in lexicon.stops or word in lexicon.openers or (word,) in lexicon.people.civilities
    )


def _restored(
    passages: Sequence[Passage], lexicons: Mapping[str, EntityLexicon], known: KnownNames
) -> Sequence[Passage]:
    """The passages with lost accents and misread letters put right, where the document shows that it has any."""
    for language, lexicon in lexicons.items():
        texts = [passage.text for passage in passages if passage.language == language]
        words = partial(_vocabulary, lexicon, known)
        restore = restorer(texts, language, words, accented=lexicon.accented, names=known.forms)
        if restore:
            passages = [
                msgspec.structs.replace(p, text=restore(p.text)) if p.language == language else p for p in passages
            ]
    return passages


def _vocabulary(lexicon: EntityLexicon, known: KnownNames) -> Iterator[str]:
    """The words that most rules hang on."""
    yield from (*lexicon.heads, *lexicon.demonyms, *lexicon.charges, *known.gazetteer.forms.lexicon.given)
    yield from lexicon.people.introducers.words()
    yield from known.words()
