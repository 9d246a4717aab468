"""Authors in a reference in brackets: `(Francioni, 2008; Sarr and Savoy 2018; Toman et al., 2015)`."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.finders.people.names import is_plain_name
from pipeline.extract.entities.known import KnownNames
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import in_dictionary, zipf
from pipeline.extract.entities.tokens import Token

_YEAR = re.compile(r"(?:1[89]|20)\d\d[a-z]?")
_SEVERAL = 3  # parts with a year that only a row of references has
_PART = 3  # tokens of `Toman, 2015`
_LONGEST = 80  # tokens between brackets
_FREQUENT = 3.5  # on Zipf's scale: what is so frequent in lower case is meant as a word


def find_cited_people(tokens: Sequence[Token], lexicon: EntityLexicon, known: KnownNames) -> Iterator[Candidate]:
    """The surnames before a year, where each stands behind the bracket, a semicolon or the name before it."""
    for at in [at for at, token in enumerate(tokens) if token.text == "("]:
        close = next((i for i in range(at, min(at + _LONGEST, len(tokens))) if tokens[i].text == ")"), at)
        ends = [end for end in range(at + 1, close + 1) if end == close or tokens[end].text == ";"]
        parts = list(zip([at + 1, *(end + 1 for end in ends)], ends, strict=False))
        rows = [tokens[start:end] for start, end in parts]
        if any(_is_reference(row, lexicon) for row in rows) or _are_references(rows, lexicon):
            for start, end in parts:
                yield from _authors(tokens, start, end, lexicon, known)


def _is_reference(row: Sequence[Token], lexicon: EntityLexicon) -> bool:
    """Whether only scholars write so: two authors, `et al.`, a letter behind the year, a page; not `(Tours, 1920)`."""
    year = next((at for at, token in enumerate(row) if _YEAR.fullmatch(token.text)), -1)
    if year < 0:
        return False
    pair = any(token.lower in lexicon.conjunctions or token.text == "&" for token in row[:year])
    others = len(row) > 1 and any(token.lower in lexicon.press.coauthors for token in row[1:year])
    page = any(token.lower in lexicon.press.pages for token in row[year:])
    return pair or others or page or row[year].text[-1].isalpha()


def _are_references(rows: Sequence[Sequence[Token]], lexicon: EntityLexicon) -> bool:
    """Whether parts between semicolons are references by their number: each a surname, a comma and a year."""
    return len(rows) >= _SEVERAL and all(
        len(row) == _PART
        and row[1].text == ","
        and _YEAR.fullmatch(row[2].text) is not None
        and _may_be_author(row[0], lexicon)
        for row in rows
    )


def _authors(
    tokens: Sequence[Token], start: int, end: int, lexicon: EntityLexicon, known: KnownNames
) -> Iterator[Candidate]:
    """The authors of one reference: nothing but surnames, not all of them towns, a comma and the year."""
    year = next((at for at in range(start, end) if _YEAR.fullmatch(tokens[at].text)), start)
    row = [token for token in tokens[start:year] if token.text not in ",.&" and token.lower not in lexicon.conjunctions]
    if any(token.lower in lexicon.press.coauthors for token in row[-1:]):
        row = [token for token in row if token.lower not in lexicon.press.coauthors]
    surnames = all(_may_be_author(token, lexicon) for token in row)
    if surnames and any(not known.is_town(token.text) for token in row):
        yield from (Candidate(token.start, token.end, "PERSON", "rule") for token in row)


def _may_be_author(word: Token, lexicon: EntityLexicon) -> bool:
    """Whether a word can be a surname alone: no acronym, no frequent word."""
    named = is_plain_name(word, lexicon) and not word.text.isupper() and word.lower not in lexicon.heads
    common = in_dictionary(word.lower, lexicon.language) == "small" and zipf(word.lower, lexicon.language) > _FREQUENT
    return named and not common
