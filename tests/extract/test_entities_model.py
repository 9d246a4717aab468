"""The statistical model: fast matrix products give what stock spaCy gives, whatever the batch."""

from collections.abc import Sequence

import numpy as np
import pytest
import spacy
from entity_resources import EntityResources
from spacy.attrs import ORTH
from spacy.tokens import Doc

from pipeline.config import MODELS, load_models_config
from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.model import NamedEntityModel
from pipeline.extract.entities.model.decode import can_decode
from pipeline.extract.entities.model.ner import load_package
from pipeline.extract.entities.model.vectors import Floats, TokenVectors, Words, WordVectors, can_embed

PAGES = {
    "fr": """Le ministre des Affaires étrangères, M. Laurent Fabius, s'est rendu à Tachkent puis à Bichkek au printemps.
Il y a rencontré le président Almazbek Atambaïev et des représentants de la Banque mondiale.
L'Union européenne et le Japon ont conclu un accord de libre-échange que le Parlement européen doit encore examiner.
À Lyon, l'université Jean-Moulin et la société Areva ont signé une convention avec Kazatomprom.
Les autorités suisses, par la voix de Didier Burkhalter, ont proposé d'accueillir les négociations à Montreux.
Le sommet de Varsovie a réuni Angela Merkel, François Hollande et Petro Porochenko autour de l'Ukraine.
Selon Le Monde, la Russie et la Turquie préparent une rencontre à Sotchi avec Vladimir Poutine.""",
    "en": """The Foreign Secretary, Philip Hammond, travelled to Tashkent and then to Bishkek in the spring.
He met President Almazbek Atambayev and representatives of the World Bank and the Asian Development Bank.
The European Union and Japan concluded a free trade agreement that the European Parliament has yet to examine.
In Lyon, Jean Moulin University and the company Areva signed a memorandum with Kazatomprom.
The Swiss authorities, through Didier Burkhalter, offered to host the negotiations in Montreux.
The Warsaw summit brought together Angela Merkel, Barack Obama and Petro Poroshenko on Ukraine.
According to The Guardian, Russia and Turkey are preparing a meeting in Sochi with Vladimir Putin.""",
}


def names(model: NamedEntityModel, texts: list[str]) -> list[Sequence[Candidate]]:
    """What the model calls names, text by text."""
    return [tagged.names for tagged in model.find(texts)]


@pytest.mark.model
@pytest.mark.parametrize("language", ["fr", "en"])
def test_fast_products_give_the_entities_of_stock_spacy(language: str, entities: EntityResources) -> None:
    lines = PAGES[language].split("\n")
    texts = [*lines, " ".join(lines)]
    stock = names(entities.model(language, fast=False), texts)
    assert names(entities.model(language), texts) == stock
    assert sum(len(row) for row in stock) > 2 * len(lines)


@pytest.mark.model
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("texts", [[], [""], ["", " \n", ""], ["Paris"], ["", "M. Laurent Fabius", "\n \nNew York"]])
def test_texts_of_few_words_or_none(language: str, texts: list[str], entities: EntityResources) -> None:
    assert names(entities.model(language), texts) == names(entities.model(language, fast=False), texts)


@pytest.mark.model
@pytest.mark.parametrize("language", ["fr", "en"])
def test_headings_in_capitals_and_lines_without_a_full_stop(language: str, entities: EntityResources) -> None:
    words = PAGES[language].replace("\n", " ").split()
    cuts = [" ".join(words[i : i + n]) for n in (1, 2, 3, 5) for i in range(0, len(words), n)]
    texts = [*cuts, *(cut.upper() for cut in cuts), *(cut.replace(" ", "  ") for cut in cuts)]
    assert names(entities.model(language), texts) == names(entities.model(language, fast=False), texts)


@pytest.mark.model
@pytest.mark.parametrize("language", ["fr", "en"])
def test_entities_do_not_depend_on_the_batch(language: str, entities: EntityResources) -> None:
    model = entities.model(language)
    lines = PAGES[language].split("\n")
    assert names(model, lines) == [row for line in lines for row in names(model, [line])]


@pytest.mark.model
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_the_model_says_is_the_likeliest_at_its_place(language: str, entities: EntityResources) -> None:
    lines = PAGES[language].split("\n")
    found = entities.model(language).find(lines)
    here = [(one.label, (tagged.starts or {})[one.start]) for tagged in found for one in tagged.names]
    likeliest = [label for label, labels in here if labels[label] == max(labels.values())]
    assert len(likeliest) > 0.9 * len(here) > 0  # one of ours may be several of the package's together
    every = [sum(labels.values()) for tagged in found for labels in (tagged.starts or {}).values()]
    assert all(0.0099 < one < 1.0001 for one in every)
    assert min(every) < 0.5 < max(every)


@pytest.mark.model
@pytest.mark.parametrize("language", ["fr", "en"])
def test_where_a_package_does_not_tell_its_names_are_as_likely_as_usual(
    language: str, entities: EntityResources
) -> None:
    for tagged in entities.model(language, fast=False).find(PAGES[language].split("\n")):
        assert tagged.starts == {one.start: {one.label: 0.9} for one in tagged.names}


@pytest.mark.model
@pytest.mark.parametrize("language", ["fr", "en"])
def test_vectors_are_those_of_spacy(language: str) -> None:
    nlp = load_package(load_models_config(MODELS).of(language).package)
    tok2vec = nlp.get_pipe("ner").model.layers[0]
    assert can_decode(nlp)  # the packages that we name take the fast way
    assert can_embed(tok2vec)
    docs = [nlp.make_doc(text) for text in ("", *PAGES[language].split("\n"), PAGES[language])]
    np.testing.assert_allclose(TokenVectors(tok2vec).predict(docs), tok2vec.predict(docs), atol=1e-4)


@pytest.mark.model
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_vector_of_a_word_does_not_depend_on_the_words_seen_before(language: str) -> None:
    nlp = load_package(load_models_config(MODELS).of(language).package)
    embed = nlp.get_pipe("ner").model.layers[0].layers[0].layers[0]
    docs = [nlp.make_doc(text) for text in PAGES[language].split("\n")]
    width = embed.predict([docs[0]])[0].shape[1]
    together = WordVectors(embed, width).of(docs)
    one_by_one, backwards = WordVectors(embed, width), WordVectors(embed, width)
    assert np.array_equal(together, np.concatenate([one_by_one.of([doc]) for doc in docs]))
    assert np.array_equal(together, np.concatenate([backwards.of([doc]) for doc in reversed(docs)][::-1]))
    np.testing.assert_allclose(together, np.concatenate(embed.predict(docs)), atol=1e-5)


def test_words_are_forgotten_when_they_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.extract.entities.model.vectors._KEPT", 16)
    nlp = spacy.blank("en")
    words = WordVectors(_Attributes(), 1)
    for low in range(0, 100, 5):
        numbers = [str(number) for number in range(low, low + 30)]
        doc = Doc(nlp.vocab, numbers)
        assert words.of([doc, doc]).ravel().tolist() == 2 * [float(number) for number in numbers]


class _Attributes:
    """An embedding of numbers: the number itself."""

    def predict(self, batch: list[Words]) -> list[Floats]:
        [words] = batch
        forms = [words.vocab.strings[key] for key in words.to_array(ORTH).tolist()]
        return [np.array([[float(form)] for form in forms], np.float32)]
