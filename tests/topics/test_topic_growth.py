"""Topics of a corpus that grows: what was known keeps its id and its passages; time grows as the corpus does."""

from collections.abc import Sequence
from pathlib import Path

import large_corpus
import pytest
from topic_documents import LEXICONS, Input

from pipeline.bench.processes import fresh
from pipeline.ingest import IngestResources, ingest, load_ingest_resources
from pipeline.records import DocumentLinks, Extracted, Ids
from pipeline.topics import CorpusTopics, find_topics

SIXTY, FIVE = 60, 5
KEPT = 0.95
SMALL, MEDIUM, LARGE = 5_000, 15_000, 50_000  # passages
SECONDS, MEGABYTES = 120.0, 2_000.0
LINEAR = 1.5  # what a passage of the large corpus may cost of one of the small corpus

Best = dict[tuple[str, int], str]


@pytest.fixture(scope="module")
def gold(root: Path) -> list[Input]:
    """The documents of the gold corpus as `ingest` reads them, without mentions."""
    resources = load_ingest_resources(root / "models")
    folder = root / "corpus" / "gold" / "documents"
    return [_read(path, folder, resources) for path in sorted(folder.rglob("*.*")) if path.suffix != ".toml"]


def _read(path: Path, folder: Path, resources: IngestResources) -> Input:
    name = path.relative_to(folder).as_posix()
    read, _ = ingest(path.read_bytes(), path=name, document_id=name, override=None, resources=resources)
    return read, Extracted(id=name, mentions=()), DocumentLinks(id=name, entities={}, duplicate_of=None)


@pytest.mark.parametrize("first", [0, *(pytest.param(at, marks=pytest.mark.soak) for at in (1, 2))])
def test_five_documents_more_leave_topics_as_they_are(gold: Sequence[Input], first: int) -> None:
    sixty = [document for at, document in enumerate(gold) if at % 4 != first][:SIXTY]
    more = [document for at, document in enumerate(gold) if at % 4 == first][:FIVE]
    before = find_topics(sixty, lexicons=LEXICONS, ids=Ids())
    after = find_topics([*sixty, *more], lexicons=LEXICONS, ids=before.ids)
    assert {topic.id: topic.label for topic in before.topics} == {topic.id: topic.label for topic in after.topics}
    old, new = _best(before), _best(after)
    assert sum(new.get(place) == topic for place, topic in old.items()) >= KEPT * len(old)


def _best(found: CorpusTopics) -> Best:
    """The first topic of each passage that has one."""
    best: dict[tuple[str, int], tuple[float, str]] = {}
    for topic in found.topics:
        for passage in topic.passages:
            place = (passage.document, passage.start)
            best[place] = max(best.get(place, (0.0, "")), (passage.score, topic.id))
    return {place: name for place, (_, name) in best.items()}


@pytest.mark.soak
def test_fifty_thousand_passages() -> None:
    small, medium, large = (fresh(large_corpus.measure, size) for size in (SMALL, MEDIUM, LARGE))
    assert large.passages >= 0.9 * LARGE
    assert large.seconds <= SECONDS
    assert large.megabytes <= MEGABYTES
    for one in (medium, large):
        assert one.seconds / one.passages <= LINEAR * small.seconds / small.passages
