"""Names in marked text: sentences outside the field, and passages as documents of the field have them.

`corpus/general/{fr,en}.txt` and `corpus/passages/{fr,en}/*.txt` are for measuring only: nothing is trained on them.
What the passages of `OPEN` teach may be mended; no rule is made for the others.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Literal, get_args

from pipeline.evaluate.marked import MarkedSentence, load_marked, load_passages
from pipeline.evaluate.results import Score
from pipeline.evaluate.tally import Found, Tally, tally
from pipeline.extract import ExtractResources
from pipeline.extract.entities import find_entities
from pipeline.extract.entities.model import EntityModel
from pipeline.extract.legible import Legible
from pipeline.records import Passage

Tongue = Literal["fr", "en"]
TONGUES: tuple[Tongue, ...] = get_args(Tongue)
FOLDER = "general"  # beside the gold corpus
PASSAGES = "passages"  # beside the gold corpus
OPEN, SHUT = "dev", "test"  # of the passages: the first, third, … of each file; the second, fourth, …
Documents = Sequence[Sequence[MarkedSentence]]


def general_scores(folder: Path, resources: ExtractResources) -> tuple[Score, ...]:
    """Scores by language and label, then by domain, of the sentences in `folder`; none where there is no such folder.

    Raises:
        ConfigError: a line that is not well formed, with file and line.
    """
    if not folder.is_dir():
        return ()
    loaded = {tongue: load_marked(folder / f"{tongue}.txt", domains=True) for tongue in TONGUES}
    return _scores({tongue: [[one] for one in sentences] for tongue, sentences in loaded.items()}, resources)


def passage_scores(folder: Path, resources: ExtractResources) -> dict[str, tuple[Score, ...]]:
    """The same of running text, by half: each passage is read as a document, its domain is the name of its file.

    Raises:
        ConfigError: a line that is not well formed, with file and line.
    """
    if not folder.is_dir():
        return {}
    files = {tongue: [load_passages(path) for path in sorted((folder / tongue).glob("*.txt"))] for tongue in TONGUES}
    return {
        half: _scores(
            {tongue: [one for file in files[tongue] for one in file[first::2]] for tongue in TONGUES}, resources
        )
        for first, half in enumerate((OPEN, SHUT))
    }


def _scores(documents: Mapping[Tongue, Documents], resources: ExtractResources) -> tuple[Score, ...]:
    pairs = {
        tongue: list(find_names(texts, tongue, resources, resources.model(tongue)))
        for tongue, texts in documents.items()
    }
    everything = [pair for tongue in TONGUES for pair in pairs[tongue]]
    scores = [_score("language", tongue, *item) for tongue in TONGUES for item in tally(pairs[tongue]).items()]
    for domain in sorted({sentence.domain for sentence, _ in everything}):
        tallies = tally(pair for pair in everything if pair[0].domain == domain)
        scores += [_score("genre", domain, label, one) for label, one in tallies.items() if label == "ENTITY"]
    return tuple(scores)


def find_names(
    documents: Iterable[Sequence[MarkedSentence]], tongue: Tongue, resources: ExtractResources, model: EntityModel
) -> Iterator[tuple[MarkedSentence, list[Found]]]:
    """The sentences of each document with the names that rules and model find in them together."""
    for sentences in documents:
        starts = list(accumulate((len(sentence.text) + 2 for sentence in sentences), initial=0))
        passages = [
            Passage(start=start, end=start + len(sentence.text), language=tongue, text=sentence.text)
            for start, sentence in zip(starts, sentences, strict=False)
        ]
        legible = Legible(passages, resources.illegible)
        found = find_entities(
            legible.passages,
            lexicons=resources.entities,
            model=lambda _: model,
            known=resources.known,
            weigh=resources.confidence.entities.probability,
        )
        told = [legible.told(one) for one in found]
        for start, sentence in zip(starts, sentences, strict=False):
            inside = [one for one in told if start <= one.start < start + len(sentence.text)]
            yield sentence, [(one.start - start, one.end - start, one.label) for one in inside]


def _score(by: Literal["language", "genre"], group: str, label: str, one: Tally) -> Score:
    return Score(
        by=by,
        group=group,
        measure="strict",
        label=label,
        gold=one.gold,
        found=one.found,
        hits=one.hits,
        precision=round(one.hits / one.found, 4) if one.found else None,
        recall=round(one.hits / one.gold, 4) if one.gold else None,
        f1=round(one.f1, 4),
    )
