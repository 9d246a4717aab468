"""What the stage keeps of a document when it streams by: its summary, and its passages as columns of words.

Everything here is a fact of the one document, so digests can be made in any order.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.length import USUAL_LENGTH, SummaryLength
from pipeline.records import DocumentLinks, Extracted, Ingested, SummarySentence
from pipeline.sentences import list_mark
from pipeline.topics.keys import Keys
from pipeline.topics.lexicon import Tongue, TopicLexicons
from pipeline.topics.passages import Sentence, cut_passages, read_sections
from pipeline.topics.summary import Candidate, is_quotable, summarize
from pipeline.topics.words import Span, Words, add_words, keys_between, masked_spans, no_words

YEAR = re.compile(r"(\d{4})(?![\dX])(?:-\d\d(?:-\d\d)?)?[?~%]?\Z")


class DigestPassage(NamedTuple):
    """A passage: its text, its words (the heading's come first), and which of its sentences can be quoted alone."""

    start: int
    end: int
    tongue: Tongue
    text: str
    words: Words
    quotable: list[Span]


class Digest(NamedTuple):
    """A document as the topic model sees it; a duplicate is left out of the model."""

    id: str
    year: str | None
    duplicate: bool
    summary: tuple[SummarySentence, ...]
    passages: list[DigestPassage]


def digest(
    document: tuple[Ingested, Extracted, DocumentLinks],
    lexicons: TopicLexicons,
    keys: Mapping[Tongue, Keys],
    length: SummaryLength = USUAL_LENGTH,
) -> Digest:
    """The digest of one document; `keys` remember words from document to document; `length` is of the summary."""
    ingested, extracted, links = document
    masks = masked_spans(extracted)
    facts = sorted(mention.start for mention in extracted.mentions)
    passages: list[DigestPassage] = []
    candidates: list[Candidate] = []
    for number, section in enumerate(read_sections(ingested, lexicons)):
        heading = [(section.heading.start, section.heading.end)] if section.heading else []
        for sentences in cut_passages(section):
            words = no_words()
            spans = [(sentence.start, sentence.end) for sentence in sentences]
            add_words(words, ingested.text, heading + spans, keys[section.tongue], masks)
            found = _candidates(ingested.text, sentences, words, facts)
            passages.append(_passage(ingested.text, found, words))
            if section.tongue == ingested.language:
                candidates += _placed(found, number, opening=not candidates or candidates[-1].section != number)
            heading = []
    duplicate = links.duplicate_of is not None
    return Digest(ingested.id, publication_year(ingested), duplicate, _summary(candidates, length), passages)


def publication_year(document: Ingested) -> str | None:
    """The year a document was published, when its date (EDTF) lies in one year.

    `2014-12-05`, `2013-23` and `2015~` have one; `199X` and unknown dates have none.
    """
    parts = (document.metadata.published or "").split("/")
    years = {found[1] if (found := YEAR.match(part)) else None for part in parts}
    return years.pop() if len(years) == 1 else None


def _candidates(text: str, sentences: Sequence[Sentence], words: Words, facts: Sequence[int]) -> list[Candidate]:
    return [
        Candidate(
            sentence,
            text[sentence.start : sentence.end],
            keys_between(words, sentence.start, sentence.end),
            bisect_left(facts, sentence.end) - bisect_left(facts, sentence.start),
        )
        for sentence in sentences
    ]


def _passage(text: str, candidates: Sequence[Candidate], words: Words) -> DigestPassage:
    first, last = candidates[0].sentence, candidates[-1].sentence
    quotable = [
        (quoted_from(candidate), candidate.sentence.end)
        for candidate in candidates
        if not candidate.sentence.leaning and is_quotable(candidate)
    ]
    return DigestPassage(first.start, last.end, first.tongue, text[first.start : last.end], words, quotable)


def _placed(candidates: Sequence[Candidate], section: int, *, opening: bool) -> list[Candidate]:
    return [c._replace(section=section, opening=opening and i == 0) for i, c in enumerate(candidates)]


def _summary(candidates: Sequence[Candidate], length: SummaryLength) -> tuple[SummarySentence, ...]:
    chosen = [candidates[number] for number in summarize(candidates, length)]
    return tuple(
        SummarySentence(start=quoted_from(c), end=c.sentence.end, text=c.text[list_mark(c.text) :]) for c in chosen
    )


def quoted_from(candidate: Candidate) -> int:
    """Where the quotation of a sentence begins: behind its bullet or number."""
    return candidate.sentence.start + list_mark(candidate.text)
