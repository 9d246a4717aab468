"""Our summaries beside those of others, by ROUGE against the reference summaries of the gold corpus.

All choose among the same sentences (of the running text, cut by us) and have the same number of words: those of our
summary, the last sentence of the others cut where they end. `lead-3` is as it is known, three whole sentences.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Literal, NamedTuple

from rich.table import Table

from pipeline.config import MODELS
from pipeline.errors import ConfigError
from pipeline.evaluate.baselines.summarizers import Ranker, rankers
from pipeline.evaluate.rouge import MEASURES, rouge
from pipeline.records import Document
from pipeline.sentences import SentenceLexicon, load_sentence_lexicon, sentences
from pipeline.topics.passages import RUNNING_TEXT

FOLDER = "summaries"
LANGUAGES: tuple[Literal["fr", "en"], ...] = ("fr", "en")
OURS, LEAD_3 = "ours", "lead-3"
RESAMPLES = 2000

Scores = Mapping[str, tuple[float, float, float]]  # name of the way → ROUGE-1, -2, -L


class Compared(NamedTuple):
    """One document's scores; `words` are those of our summary."""

    name: str
    words: int
    scores: Scores


class Difference(NamedTuple):
    """Ours less another: the mean over documents, and between which bounds 95 % of its bootstrap resamples lie."""

    mean: float
    low: float
    high: float


def references(folder: Path) -> dict[str, str]:
    """The reference summaries under a gold corpus: `<language>/<name>` → text.

    Raises:
        ConfigError: there are none.
    """
    files = [path for language in LANGUAGES for path in sorted((folder / FOLDER / language).glob("*.txt"))]
    if not files:
        raise ConfigError(folder, None, f"no reference summaries: {FOLDER}/<language>/<name>.txt")
    return {f"{path.parent.name}/{path.stem}": path.read_text(encoding="utf-8") for path in files}


def compare(documents: Sequence[Document], wanted: Mapping[str, str]) -> list[Compared]:
    """The scores of each document that has a reference, in the order of the references."""
    known = {f"{document.language}/{Path(document.source.path).stem}": document for document in documents}
    tools: dict[str, tuple[dict[str, Ranker], SentenceLexicon]] = {
        language: (rankers(language), load_sentence_lexicon(MODELS, language)) for language in LANGUAGES
    }
    found: list[Compared] = []
    for name, reference in wanted.items():
        document = known.get(name)
        if document is None:
            raise ConfigError(Path(FOLDER, name), None, "a reference summary of no document that was run")
        ranked, lexicon = tools[name.partition("/")[0]]
        texts = list(running_sentences(document, lexicon))
        ours = " ".join(sentence.text for sentence in document.summary)
        budget = len(ours.split())
        others = {way: within(texts, rank(texts), budget) for way, rank in ranked.items()}
        summaries = {OURS: ours, LEAD_3: " ".join(texts[:3]), **others}
        found.append(Compared(name, budget, {way: rouge(text, reference) for way, text in summaries.items()}))
    return found


def running_sentences(document: Document, lexicon: SentenceLexicon) -> Iterator[str]:
    """The sentences of the running text in the document's language."""
    for block in document.blocks:
        if block.main and block.kind in RUNNING_TEXT and block.language == document.language:
            body = document.text[block.start : block.end]
            yield from (body[start:end] for start, end in sentences(body, lexicon))


def within(texts: Sequence[str], ranked: Sequence[int], budget: int) -> str:
    """The best sentences of so many words, in reading order; the last that was taken is cut."""
    taken: dict[int, list[str]] = {}
    for number in ranked:
        if budget <= 0:
            break
        taken[number] = texts[number].split()[:budget]
        budget -= len(taken[number])
    return " ".join(word for number in sorted(taken) for word in taken[number])


def difference(compared: Sequence[Compared], other: str, measure: str) -> Difference:
    """How far ours is ahead of another way, by one of `MEASURES`; the resamples are of documents, seeded."""
    column = MEASURES.index(measure)
    ahead = [one.scores[OURS][column] - one.scores[other][column] for one in compared]
    chance = Random(0)
    means = sorted(sum(chance.choices(ahead, k=len(ahead))) / len(ahead) for _ in range(RESAMPLES))
    return Difference(sum(ahead) / len(ahead), means[RESAMPLES // 40], means[-RESAMPLES // 40 - 1])


def summaries_table(compared: Sequence[Compared]) -> Table:
    """The mean scores of each way, by language and of all; below them how far ours is ahead, with its interval.

    `wins` counts the documents in which the other is ahead of ours by ROUGE-1.
    """
    table = Table(title="Summaries against references (F1)", title_justify="left")
    for name in ("documents", "summary", *MEASURES, *(f"ours ahead, {measure}" for measure in MEASURES), "wins"):
        table.add_column(name, justify="left" if name in ("documents", "summary") else "right")
    for language in (*LANGUAGES, ""):
        part = [one for one in compared if one.name.startswith(language)]
        for way in part[0].scores if part else ():
            table.add_row(f"{language or 'all'} ({len(part)})", way, *_row(part, way))
        table.add_section()
    return table


def _row(compared: Sequence[Compared], way: str) -> Iterator[str]:
    for column in range(len(MEASURES)):
        yield f"{sum(one.scores[way][column] for one in compared) / len(compared):.3f}"
    if way != OURS:
        for measure in MEASURES:
            mean, low, high = difference(compared, way, measure)
            yield f"{mean:+.3f} [{low:+.3f}, {high:+.3f}]"
        yield str(sum(one.scores[way][0] > one.scores[OURS][0] for one in compared))
