"""Summaries as others choose them: the first sentences, and TextRank and LexRank of sumy.

sumy is given our sentences, in their order, with words as ROUGE counts them; its stop words and stemmers are its own.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from pipeline.evaluate.baselines.needed import need
from pipeline.evaluate.rouge import words

LANGUAGES = {"fr": "french", "en": "english"}
LEAD, TEXT_RANK, LEX_RANK = "lead", "TextRank", "LexRank"

Ranker = Callable[[Sequence[str]], list[int]]  # sentences → their numbers, best first


def rankers(language: Literal["fr", "en"]) -> dict[str, Ranker]:
    """The ways to rank sentences, by name.

    Raises:
        UserError: sumy is not installed.
    """
    need("SUMMARIES", "sumy")
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer

    return {
        LEAD: lambda sentences: list(range(len(sentences))),
        TEXT_RANK: _sumy(TextRankSummarizer, language),
        LEX_RANK: _sumy(LexRankSummarizer, language),
    }


class _Words:
    """What sumy asks of a tokenizer once sentences are cut."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(words(sentence))


def _sumy(summarizer_type: type, language: Literal["fr", "en"]) -> Ranker:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    class Ranking(summarizer_type):  # type: ignore[misc]
        """Gives all sentences, best first, where sumy gives some in reading order."""

        def _get_best_sentences(
            self, sentences: Sequence[Sentence], _: int, ratings: Mapping[Sentence, float]
        ) -> list[int]:
            # Equal sentences are one to sumy, with one rating.
            return sorted(range(len(sentences)), key=lambda i: (-round(ratings[sentences[i]], 9), i))

    summarizer = Ranking(Stemmer(LANGUAGES[language]))
    summarizer.stop_words = get_stop_words(LANGUAGES[language])

    def rank(texts: Sequence[str]) -> list[int]:
        sentences = [Sentence(text, _Words()) for text in texts]
        ranked: list[int] = summarizer(ObjectDocumentModel([Paragraph(sentences)]), len(sentences))
        return ranked

    return rank
