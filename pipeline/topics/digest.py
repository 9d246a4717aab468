"""What the stage keeps of a document when it streams by: its summary, and its passages as columns of words.

Everything here is a fact of the one document, so digests can be made in any order.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.length import USUAL_LENGTH, SummaryLength
from pipeline.records import DocumentLinks, Extracted, Ingested, SummarySentence
from pipeline.sentences import list_mark
from pipeline.topics.facts import FactReader, Facts
from pipeline.topics.keys import Keys
from pipeline.topics.lexicon import Tongue, TopicLexicons
from pipeline.topics.passages import Sentence, cut_passages, read_sections
from pipeline.topics.summary import Candidate, is_quotable, summarize
from pipeline.topics.telling import TellingReader
from pipeline.topics.words import Span, Words, add_words, keys_between, masked_spans, no_words


class DigestPassage(NamedTuple):
    """A passage: its text, its words (the heading's come first), and which of its sentences can be quoted alone.

    `facts` are what it mentions: years, entities, units of amounts.
    """

    start: int
    end: int
    tongue: Tongue
    text: str
    words: Words
    quotable: list[Span]
    facts: Facts


class Digest(NamedTuple):
    """A document as the topic model sees it; a duplicate is left out of the model."""

    id: str
    published: str | None
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
    told = FactReader(extracted, links)
    telling = TellingReader(ingested, extracted, keys)
    passages: list[DigestPassage] = []
    candidates: list[Candidate] = []
    for number, section in enumerate(read_sections(ingested, lexicons)):
        heading = [(section.heading.start, section.heading.end)] if section.heading else []
        for sentences in cut_passages(section):
            words = no_words()
            spans = [(sentence.start, sentence.end) for sentence in sentences]
            add_words(words, ingested.text, heading + spans, keys[section.tongue], masks)
            found = _candidates(ingested.text, sentences, words, telling)
            passages.append(_passage(ingested.text, found, words, told))
            if section.tongue == ingested.language:
                candidates += _placed(found, number, opening=not candidates or candidates[-1].section != number)
            heading = []
    duplicate = links.duplicate_of is not None
    return Digest(ingested.id, ingested.metadata.published, duplicate, _summary(candidates, length), passages)


def _candidates(text: str, sentences: Sequence[Sentence], words: Words, telling: TellingReader) -> list[Candidate]:
    found = ((sentence, keys_between(words, sentence.start, sentence.end)) for sentence in sentences)
    return [Candidate(one, text[one.start : one.end], keys, telling.weight(one, keys)) for one, keys in found]


def _passage(text: str, candidates: Sequence[Candidate], words: Words, told: FactReader) -> DigestPassage:
    first, last = candidates[0].sentence, candidates[-1].sentence
    quotable = [
        (quoted_from(candidate), candidate.sentence.end)
        for candidate in candidates
        if not candidate.sentence.leaning and is_quotable(candidate)
    ]
    facts = told.between(first.start, last.end)
    return DigestPassage(first.start, last.end, first.tongue, text[first.start : last.end], words, quotable, facts)


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
