"""What holds for any text: spans inside it, no overlaps, no crash, time in step with length."""

import re
from functools import partial
from itertools import pairwise

import pytest
from entity_resources import EntityResources
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from time_limit import quick

from pipeline.extract.entities.candidates import Candidate, Tagged
from pipeline.extract.entities.choice.combine import Weighed, combine, distinct
from pipeline.extract.entities.text.silent import Case
from pipeline.extract.entities.text.truecase import truecased
from pipeline.extract.entities.tokens import token_at, tokenize
from pipeline.extract.passages import passages_of_text
from pipeline.records import EntityLabel, Language

PROSE = """
M. MM. Mme Mr. Mrs H.E. président President ministre Minister des Affaires étrangères of Foreign Affairs de du la le the
Traité Treaty d’Amitié , d’Entente et and & Coopération Accord entre between France Kazakhstan Guinée-Bissau
Paris-Berlin
Paris La Haye l’ONU UN (BEI) U.S. -Japan Alliance Banque Bank Children 's Fund « Astana 2017 » “ ” " ' ’ ( ) - – . ; :
! ?
al-Assad von der Leyen J. -M. O'Brien 😀 İ ǆ ß 1963 12 6 % LE CONSEIL DE SÉCURITÉ À BERLIN signé signed un accord
relatif à sur on Mission in au Soudan du Sud Secretary State Dominique Villepin Q A Haute Autorité le 7 mai
"""
WORDS = [*re.findall(r"\S+", PROSE), "\n", "\n\n", "\t", "\u00a0", "\u202f"]
LABELS: tuple[EntityLabel, ...] = ("PERSON", "LOCATION", "ORGANIZATION", "EVENT", "AGREEMENT")
SOURCES = ("model", "rule", "title", "gazetteer", "city", "document")
texts = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=4)), max_size=40).flatmap(
    lambda words: st.sampled_from(["", " "]).map(lambda blank: blank.join(words))
)
candidates = st.builds(
    lambda start, length, label, by: Candidate(start, start + length, label, by),
    st.integers(0, 60),
    st.integers(1, 20),
    st.sampled_from(LABELS),
    st.sampled_from(SOURCES),
)
shared = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class EveryWord:
    """A model that calls every word with a capital a name, two by two: the worst that the rules must stand."""

    def find(self, texts: list[str]) -> list[Tagged]:
        return [Tagged(self._row(text)) for text in texts]

    def _row(self, text: str) -> list[Candidate]:
        tokens = tokenize(text)
        return [
            Candidate(a.start, b.end, LABELS[n % 5], "model") for n, (a, b) in enumerate(pairwise(tokens)) if n % 2 == 0
        ]


@given(text=texts, language=st.sampled_from(["fr", "en", "other"]))
@shared
def test_mentions_are_slices_that_do_not_overlap(text: str, language: Language, entities: EntityResources) -> None:
    rows = [p.text for p in passages_of_text(text, language)]
    joined = "\n\n".join(rows)
    found = entities.find(*rows, language=language, model=lambda _: EveryWord())  # type: ignore[arg-type,return-value]
    assert all(joined[m.start : m.end] == m.text and m.text.strip() for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 < m.confidence <= 0.99 for m in found)
    assert all(m.value.role is None or (m.value.role in joined and m.label == "PERSON") for m in found)


@given(text=texts)
@shared
def test_tokens_cover_all_that_is_visible(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    covered = {at for t in tokens for at in range(t.start, t.end)}
    assert all(at in covered or c.isspace() for at, c in enumerate(text))
    assert all(token_at(tokens, t.start) == n for n, t in enumerate(tokens))


@example(text="µM.président:µ0:µ0", language="fr")
@given(text=texts, language=st.sampled_from(["fr", "en"]))
@shared
def test_truecase_keeps_every_character_in_its_place(text: str, language: str, entities: EntityResources) -> None:
    tokens = tokenize(text)
    lexicon = entities.lexicons[language]
    said = truecased(text, tokens, Case([tokens], [lexicon]), lexicon=lexicon, known=entities.known)
    assert len(said) == len(text)
    assert said.lower() == text.lower()


@given(st.lists(st.builds(Weighed, candidates, st.floats(0.01, 0.99)), max_size=30))
def test_combine_has_no_overlaps_and_leaves_no_gap(proposed: list[Weighed]) -> None:
    chosen = combine(proposed)
    assert all(a.candidate.end <= b.candidate.start for a, b in pairwise(chosen))
    assert set(chosen) <= set(proposed)
    for one, _ in proposed:
        assert any(one.start < c.end and c.start < one.end for c, _ in chosen)
    assert combine(reversed(proposed)) == chosen


@given(st.lists(candidates, max_size=30))
def test_each_place_and_label_is_claimed_once(proposed: list[Candidate]) -> None:
    claims = distinct(proposed)
    assert sorted({one[:3] for one in proposed}) == [one[:3] for one in claims]
    assert distinct(reversed(proposed)) == claims


@pytest.mark.parametrize(
    "unit",
    ["A", "Abc ", "de ", "« ", '"', "M. ", "M. Abc de ", "Traité d’A, d’B, ", "Accord entre ", "Ministry of X and ",
     "J.-", "(", "'s ", "Le Conseil ", "PRÉSIDENT DE ", "Paris-", "A, B and C ", "Presidents Abc, ",
     "XIV ", "1/", "./-", "le 5 et ", "((", "(Abc) ", "$", "Foreign Minister ", "Mali-", "S M ",
     "J.P. ", "(Abc, 2012; ", "mot1 ", "US-led ", "© 2018 "],
)  # fmt: skip
def test_time_grows_with_length_only(unit: str, entities: EntityResources) -> None:
    """Twenty thousand characters of anything, in a time that a quadratic rule would pass by far."""
    text = unit * (20_000 // len(unit))
    for language in ("fr", "en"):
        rows = [p.text for p in passages_of_text(text, "fr" if language == "fr" else "en")]
        assert quick(2, partial(entities.find, *rows, language="fr" if language == "fr" else "en"))
