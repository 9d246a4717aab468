"""The stage as a whole: themes come apart, languages come together, the same input gives the same bytes."""

import random

import msgspec
import pytest
from topic_documents import LEXICONS, THEMES, Input, make, themes

from pipeline.records import Ids, KnownEntity, KnownTopic
from pipeline.topics import CorpusTopics, find_topics

DUPLICATE = "energy/fr-0.txt"


def run(documents: list[Input], ids: Ids | None = None) -> CorpusTopics:
    return find_topics(iter(documents), lexicons=LEXICONS, ids=ids or Ids())


@pytest.fixture(scope="module")
def found() -> CorpusTopics:
    return run(themes())


def test_each_topic_is_of_one_theme(found: CorpusTopics) -> None:
    for topic in found.topics:
        assert len({passage.document.split("/")[0] for passage in topic.passages if passage.score > 0.5}) == 1
    main = {document.id: document.topics[0].id for document in found.documents}
    topics = {theme: {topic for name, topic in main.items() if name.startswith(theme)} for theme in THEMES}
    assert sum(map(len, topics.values())) == len(set().union(*topics.values()))


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_is_one_topic_in_both_languages(found: CorpusTopics, theme: str) -> None:
    main = {
        name: next(d for d in found.documents if d.id == f"{theme}/{name}-0.txt").topics[0].id for name in ("fr", "en")
    }
    assert main["fr"] == main["en"]


def test_topics_are_named_in_both_languages(found: CorpusTopics) -> None:
    labels = " / ".join(f"{topic.label.fr} / {topic.label.en}" for topic in found.topics)
    assert all(topic.label.fr and topic.label.en for topic in found.topics)
    assert all(0 < len(topic.terms.fr) <= 10 and 0 < len(topic.terms.en) <= 10 for topic in found.topics)
    for words in ({"réacteur", "centrale", "gaz"}, {"cinema", "museum", "music"}, {"navy", "army", "ceasefire"}):
        assert any(word in labels for word in words)


def test_topics_are_complete(found: CorpusTopics) -> None:
    texts = {ingested.id: ingested.text for ingested, _, _ in themes()}
    assert [topic.id for topic in found.topics] == sorted(topic.id for topic in found.topics)
    assert sum(topic.weight for topic in found.topics) == pytest.approx(1, abs=0.01)
    for topic in found.topics:
        assert [point.period for point in topic.trend] == ["2011", "2012", "2013", "2014"]
        assert topic.documents == len({passage.document for passage in topic.passages})
        assert all(passage.score >= 0.2 for passage in topic.passages)
        spans = [(passage.document, passage.start) for passage in topic.passages]
        assert spans == sorted(spans)
        assert 1 <= len(topic.summary) <= 3
        assert len({citation.document for citation in topic.summary}) == len(topic.summary)
        assert all(texts[cited.document][cited.start : cited.end] == cited.text for cited in topic.summary)


def test_the_order_of_documents_does_not_matter(found: CorpusTopics) -> None:
    for seed in range(3):
        documents = themes()
        random.Random(seed).shuffle(documents)
        assert msgspec.json.encode(run(documents)) == msgspec.json.encode(found)


def test_a_second_run_changes_nothing(found: CorpusTopics) -> None:
    stored = msgspec.json.decode(msgspec.json.encode(found.ids), type=Ids)
    assert msgspec.json.encode(run(themes(), stored)) == msgspec.json.encode(found)


def test_ids_survive_a_changed_corpus(found: CorpusTopics) -> None:
    entity = KnownEntity(label="PERSON", name="A", aliases=())
    ids = msgspec.structs.replace(found.ids, entities={"person-a": entity})
    smaller = run([document for document in themes() if "-3" not in document[0].id], ids)
    assert {topic.id for topic in smaller.topics} & {topic.id for topic in found.topics}
    assert smaller.ids.entities == ids.entities
    assert {name: smaller.ids.topics[name] for name in found.ids.topics} == found.ids.topics
    again = run([document for document in themes() if "-3" not in document[0].id], smaller.ids)
    assert msgspec.json.encode(again) == msgspec.json.encode(smaller)


def test_a_merged_topic_keeps_the_id_it_was_merged_into(found: CorpusTopics) -> None:
    first = found.topics[0].id
    merged = msgspec.structs.replace(found.ids.topics[first], merged_into="topic-kept")
    topics = {**found.ids.topics, first: merged, "topic-kept": KnownTopic(terms={"x": 1.0})}
    after = run(themes(), Ids(topics=topics))
    assert "topic-kept" in {topic.id for topic in after.topics}
    assert first not in {topic.id for topic in after.topics}


def test_duplicates_count_once_but_have_topics(found: CorpusTopics) -> None:
    original = next(ingested for ingested, _, _ in themes() if ingested.id == DUPLICATE)
    copy = make("copy.txt", original.text.split("\n\n"), duplicate_of=DUPLICATE)
    after = run([*themes(), copy])
    assert msgspec.json.encode(after.topics) == msgspec.json.encode(found.topics)
    documents = {document.id: document for document in after.documents}
    assert documents["copy.txt"].topics[0].id == documents[DUPLICATE].topics[0].id
    assert [s.text for s in documents["copy.txt"].summary] == [s.text for s in documents[DUPLICATE].summary]


def test_names_and_demonyms_are_no_topics() -> None:
    blocks = ["Zubrowka livre du gaz et du pétrole. Zubrowka vend du gaz français et du gaz kazakhstanais."] * 4
    found = run([make("a.txt", blocks, names=("Zubrowka",))])
    terms = {term for topic in found.topics for term in topic.terms.fr}
    assert "gaz" in terms
    assert not {"zubrowka", "français", "kazakhstanais"} & terms


def test_names_that_no_mention_covers_are_no_topics() -> None:
    found = run([make("a.txt", ["Le gaz de Zubrowka arrive. Le pétrole de Zubrowka coûte cher, dit Zubrowka."])])
    assert "zubrowka" not in {term for topic in found.topics for term in topic.terms.fr}


def test_no_documents() -> None:
    assert run([]) == CorpusTopics(topics=(), documents=(), ids=Ids())


def test_documents_without_text_or_in_other_languages() -> None:
    documents = [make("a.txt", []), make("b.txt", ["Der Vertrag wurde heute unterzeichnet."], "other")]
    found = run(documents)
    assert found.topics == ()
    assert [(document.id, document.summary, document.topics) for document in found.documents] == [
        ("a.txt", (), ()),
        ("b.txt", (), ()),
    ]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_up_to_three_passages_have_one_topic(count: int) -> None:
    blocks = [" ".join(THEMES[theme]["en"]) for theme in THEMES]
    found = run([make(f"{i}.txt", [blocks[i]], "en", published="2014") for i in range(count)])
    assert len(found.topics) == 1
    assert found.topics[0].trend == ()
    assert found.topics[0].label.en
    assert all(document.topics[0].weight == 1 for document in found.documents)


def test_a_language_without_passages_or_known_words_has_no_label() -> None:
    found = run([make("a.txt", ["Les lampadaires et les trottoirs seront repeints par des paysagistes."])])
    assert found.topics[0].label.fr
    assert found.topics[0].label.en is None
    assert found.topics[0].terms.en == ()


def test_only_duplicates_make_no_topic() -> None:
    found = run([make("a.txt", THEMES["energy"]["fr"], duplicate_of="elsewhere.txt")])
    assert found.topics == ()
    assert found.documents[0].summary


def test_undated_documents_have_no_trend() -> None:
    dates = [None, "199X", "2013/2014", "2015-05-01", "2016~"]
    lines = THEMES["culture"]["fr"]
    found = run([make(f"{i}.txt", [lines[i]], published=date) for i, date in enumerate(dates)])
    assert all(topic.trend == () for topic in found.topics)
