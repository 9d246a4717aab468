"""What topics are called: terms that occur together, a label of one theme, the same in a later run."""

import msgspec
import pytest
from topic_documents import LEXICONS, Input, make, themes

from pipeline.records import Ids, Names, TopicTerms
from pipeline.topics import CorpusTopics, find_topics
from pipeline.topics.digest import digest
from pipeline.topics.fit import fit_corpus
from pipeline.topics.keys import Keys
from pipeline.topics.lexicon import TONGUES
from pipeline.topics.naming import FEWEST, Namer

PASSAGES = {
    "fr": [
        "La banque a accordé un prêt au budget.",
        "Le prêt de la banque soutient le budget.",
        "Le musée a ouvert une exposition de peinture.",
        "L’exposition du musée montre la peinture du siècle.",
        "La banque seule a parlé.",
        "Le séisme a frappé le port.",
        "Le séisme et le port occupent la presse.",
        "Le musée seul a fermé.",
    ],
    "en": [
        "The bank granted a loan to the budget.",
        "The loan of the bank supports the budget.",
        "The museum opened an exhibition of painting.",
        "The exhibition of the museum shows painting.",
        "The bank alone spoke.",
        "The earthquake struck the port.",
        "The earthquake and the port fill the press.",
        "The museum alone closed.",
    ],
}


def _documents(*tongues: str) -> list[Input]:
    return [make(f"{t}{i}.txt", [text], t) for t in tongues for i, text in enumerate(PASSAGES[t])]


def _namer(*tongues: str) -> Namer:
    keys = {tongue: Keys(tongue, LEXICONS[tongue]) for tongue in TONGUES}
    digests = [digest(document, LEXICONS, keys) for document in _documents(*tongues)]
    fitted = fit_corpus(digests, LEXICONS, {}, 0)
    return Namer(fitted.forms, fitted.together, LEXICONS)


def test_terms_occur_together() -> None:
    topic = {"@bank": 0.6, "@earthquake": 0.5, "@loan": 0.4, "@budget": 0.3, "@museum": 0.2, "@painting": 0.1}
    named = _namer("fr", "en").name(topic, [topic])
    assert named.terms == TopicTerms(fr=("banque", "prêt", "budget"), en=("bank", "loan", "budget"))


@pytest.mark.parametrize("tongue", TONGUES)
def test_a_corpus_of_one_language_has_terms_in_both(tongue: str) -> None:
    topic = {"@museum": 0.6, "@exhibition": 0.4, "@painting": 0.3}
    named = _namer(tongue).name(topic, [topic])
    assert sorted(named.terms.fr) == ["exposition", "musée", "peinture"]
    assert sorted(named.terms.en) == ["exhibition", "museum", "painting"]


def test_what_is_of_all_topics_comes_last() -> None:
    topic = {"@bank": 0.6, "@loan": 0.5, "@budget": 0.4}
    others = [{"@bank": 0.9}, {"@bank": 0.9}]
    assert _namer("en").name(topic, [topic, *others]).label == Names(fr="prêt, budget, banque", en="loan, budget, bank")


def test_a_label_is_of_one_theme() -> None:
    topic = {"@loan": 0.6, "@bank": 0.5, "@museum": 0.4, "@budget": 0.3}
    assert _namer("fr", "en").name(topic, [topic]).label == Names(fr="prêt, banque, budget", en="loan, bank, budget")


def test_a_single_word_is_told_with_its_theme() -> None:
    topic = {"@earthquake": 0.6, "@port": 0.2}
    assert _namer("fr", "en").name(topic, [topic]).label == Names(
        fr="séisme (action humanitaire)", en="earthquake (humanitarian action)"
    )


def test_a_topic_without_words_has_no_name() -> None:
    named = _namer("fr").name({}, [{}])
    assert named.label == Names()
    assert named.terms == TopicTerms(fr=(), en=())
    assert FEWEST >= 2  # one term occurs together with nothing


def _found(ids: Ids) -> CorpusTopics:
    return find_topics(themes(), lexicons=LEXICONS, ids=ids)


def test_a_known_topic_keeps_its_label() -> None:
    first = _found(Ids())
    name = first.topics[0].id
    renamed = msgspec.structs.replace(first.ids.topics[name], label=Names(fr="Ancien nom", en="Old name"))
    again = _found(Ids(topics={**first.ids.topics, name: renamed}))
    assert next(topic for topic in again.topics if topic.id == name).label == Names(fr="Ancien nom", en="Old name")
    assert {topic.id: topic.label for topic in first.topics} == {
        known: entry.label for known, entry in first.ids.topics.items()
    }


def test_a_topic_stored_without_a_label_is_named_afresh() -> None:
    first = _found(Ids())
    bare = {name: msgspec.structs.replace(entry, label=None) for name, entry in first.ids.topics.items()}
    assert [topic.label for topic in _found(Ids(topics=bare)).topics] == [topic.label for topic in first.topics]
