"""What the stage keeps of a document when it streams by: its summary, and its passages as columns of words.

Everything here is a fact of the one document, so digests can be made in any order.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.records import AmountMention, DateMention, DocumentLinks, Extracted, Ingested, SummarySentence
from pipeline.topics.keys import Keys
from pipeline.topics.lexicon import Tongue, TopicLexicons
from pipeline.topics.passages import Section, Sentence, cut_passages, read_sections
from pipeline.topics.summary import Candidate, is_quotable, summarize
from pipeline.topics.words import Span, Words, add_words, masked_spans, no_words

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
    document: tuple[Ingested, Extracted, DocumentLinks], lexicons: TopicLexicons, keys: Mapping[Tongue, Keys]
) -> Digest:
    """The digest of one document; `keys` remember words from document to document."""
    ingested, extracted, links = document
    sections = read_sections(ingested, lexicons)
    masks = masked_spans(extracted)
    candidates = _candidates(ingested, extracted, sections, keys)
    passages: list[DigestPassage] = []
    for section in sections:
        headed = section.heading
        for sentences in cut_passages(section):
            passages.append(
                _passage(ingested.text, sentences, (headed.start, headed.end) if headed else None, keys, masks)
            )
            headed = None
    own = [candidate for candidate in candidates if candidate.sentence.tongue == ingested.language]
    summary = tuple(
        SummarySentence(start=own[i].sentence.start, end=own[i].sentence.end, text=own[i].text) for i in summarize(own)
    )
    return Digest(ingested.id, publication_year(ingested), links.duplicate_of is not None, summary, passages)


def publication_year(document: Ingested) -> str | None:
    """The year a document was published, when its date (EDTF) lies in one year.

    `2014-12-05`, `2013-23` and `2015~` have one; `199X` and unknown dates have none.
    """
    parts = (document.metadata.published or "").split("/")
    years = {found[1] if (found := YEAR.match(part)) else None for part in parts}
    return years.pop() if len(years) == 1 else None


def _passage(
    text: str, sentences: list[Sentence], heading: Span | None, keys: Mapping[Tongue, Keys], masks: Sequence[Span]
) -> DigestPassage:
    tongue = sentences[0].tongue
    words = no_words()
    spans = [(sentence.start, sentence.end) for sentence in sentences]
    add_words(words, text, [heading, *spans] if heading else spans, keys[tongue], masks)
    start, end = spans[0][0], spans[-1][1]
    return DigestPassage(start, end, tongue, text[start:end], words, _quotable(text, sentences))


def _quotable(text: str, sentences: Sequence[Sentence]) -> list[Span]:
    candidates = [Candidate(sentence, text[sentence.start : sentence.end], (), 0) for sentence in sentences]
    return [
        (candidate.sentence.start, candidate.sentence.end)
        for candidate in candidates
        if not candidate.sentence.leaning and is_quotable(candidate)
    ]


def _candidates(
    ingested: Ingested, extracted: Extracted, sections: Sequence[Section], keys: Mapping[Tongue, Keys]
) -> list[Candidate]:
    """The sentences of the running text with their words (names included) and facts."""
    facts = sorted(m.start for m in extracted.mentions if isinstance(m, DateMention | AmountMention))
    found: list[Candidate] = []
    for section in sections:
        for sentence in (sentence for block in section.blocks for sentence in block):
            words = no_words()
            add_words(words, ingested.text, [(sentence.start, sentence.end)], keys[sentence.tongue], ())
            count = bisect_left(facts, sentence.end) - bisect_left(facts, sentence.start)
            text = ingested.text[sentence.start : sentence.end]
            found.append(Candidate(sentence, text, words.keys, count))
    return found
