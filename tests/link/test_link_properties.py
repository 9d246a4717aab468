"""What must hold for any corpus: no dependence on order, same again, every mention linked, ids that stay."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from link_documents import Pair, document, linked

NAMES = [
    "PER Laurent Fabius", "PER Fabius", "PER L. Fabius", "PER Martin Fabius", "PER Noursoultan Nazarbaïev",
    "PER Nursultan Nazarbayev", "PER Nazarbaev", "PER George Bush", "PER George W. Bush", "PER George H. W. Bush",
    "PER Bush", "PER G. Bush", "PER Martin", "LOC France",
    "ORG France", "LOC Georgia", "LOC Texas", "LOC Congo", "LOC Kinshasa",
    "LOC Paris", "LOC Brest", "LOC Zorvex", "ORG Zorvex", "ORG OTAN", "ORG NATO", "ORG CEI", "ORG Grand Musée Oriental",
    "ORG Groupe Minier Ouest", "ORG GMO", "ORG Sénat", "ORG Senate of Chile", "ORG Commission", "ORG Orix Commission",
    "ORG Union européenne", "ORG Ambassade de France", "ORG Embassy", "ORG Institut franco-chilien",
    "ORG Franco-Chilean Institute",
    "AGR GMO", "EVE Sommet Zorvex", "PER Xi", "PER Xi Jinping", "LOC Mexico",
]  # fmt: skip
JOINTS = [" ", ", ", " (GMO) ", " (CEI) ", " et "]
piece = st.tuples(st.sampled_from(NAMES), st.sampled_from(JOINTS))
Corpus = list[tuple[list[tuple[str, str]], bool]]
corpora = st.lists(st.tuples(st.lists(piece, max_size=6), st.booleans()), min_size=1, max_size=5)


def corpus(drawn: Corpus) -> list[Pair]:
    texts = [("".join(f"[[{name}]]{joint}" for name, joint in pieces), french) for pieces, french in drawn]
    return [document(f"d{number}", text, "fr" if french else "en") for number, (text, french) in enumerate(texts)]


@settings(max_examples=150, deadline=None)
@given(corpora, st.integers(0, 1000))
def test_order_does_not_matter_and_again_is_the_same(drawn: Corpus, seed: int) -> None:
    documents = corpus(drawn)
    first = linked(*documents)
    shuffled = documents.copy()
    random.Random(seed).shuffle(shuffled)
    assert linked(*shuffled) == first
    assert linked(*documents, ids=first.ids) == first


@settings(max_examples=100, deadline=None)
@given(corpora)
def test_every_mention_is_linked_and_counted(drawn: Corpus) -> None:
    documents = corpus(drawn)
    result = linked(*documents)
    ids = {entity.id for entity in result.entities}
    for (_, extracted), links in zip(documents, result.documents, strict=True):
        assert list(links.entities) == [mention.id for mention in extracted.mentions]
        assert set(links.entities.values()) <= ids
    originals = {links.id for links in result.documents if links.duplicate_of is None}
    counts = {ingested.id: len(extracted.mentions) for ingested, extracted in documents}
    counted = sum(entity.mentions for entity in result.entities)
    assert sum(counts[name] for name in originals) <= counted <= sum(counts.values())  # copies count once
    assert ids <= set(result.ids.entities)
    assert [entity.id for entity in result.entities] == sorted(ids)


@settings(max_examples=150, deadline=None)
@given(corpora, st.integers(0, 5))
def test_known_ids_never_vanish_and_again_is_the_same(drawn: Corpus, split: int) -> None:
    documents = corpus(drawn)
    before = linked(*documents[:split])
    after = linked(*documents, ids=before.ids)
    assert set(before.ids.entities) <= set(after.ids.entities)
    for name, known in before.ids.entities.items():
        now = after.ids.entities[name]
        assert now.label == known.label
        assert set(now.aliases) & set(known.aliases)
    assert linked(*documents, ids=after.ids) == after
