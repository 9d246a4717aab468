"""Where capitals stand: learnt from the project's annotated text, each word as it would look in capitals."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from pipeline.evaluate.changes import capitals
from pipeline.evaluate.general import TONGUES
from pipeline.evaluate.marked import MarkedSentence
from pipeline.extract import load_extract_resources
from pipeline.extract.confidence import Logistic
from pipeline.extract.entities.lexicon import CASING, Casing
from pipeline.extract.entities.text.casing_clues import Before, Clues
from pipeline.extract.entities.tokens import tokenize
from pipeline.train.material import load_material

_PENALTY = 6.0  # of the coefficients' absolute values against the log-likelihood: it leaves out most clues
_LEAST = 8  # words that have a clue, below which it is left out
_SHOUTED = 0.4  # share of words in capitals, above which a sentence shows nothing
_DECIMALS = 2
_HEAD = """# Written by `make train CASING=1` from the train split of corpus/gold and from corpus/training.
# `capital`: whether a word has one; `acronym`: whether one that has is in capitals throughout. A clue without a line
# counts for nothing. `forms`: the spaCy package whose vectors tell how frequent a form is with a capital and without.
"""


class CasedWord(NamedTuple):
    """A word of running text: the clues to how it is written, and whether it is."""

    clues: tuple[str, ...]
    right: bool


def fit_casing(gold: Path, training: Path, models: Path) -> None:
    """Fit the models of both languages and write them to `models/casing`.

    Raises:
        ConfigError: gold or sentences that are not well formed.
    """
    resources = load_extract_resources(models)
    for language in TONGUES:
        lexicon = resources.entities[language]
        material = load_material(gold, training, language)
        sentences = [one for one in (*material.learnt, *material.held) if not _is_shouted(one.text)]
        clues = [Clues(tokenize(capitals(one.text)), lexicon, resources.known) for one in sentences]
        pairs = list(zip(sentences, clues, strict=True))
        fitted = msgspec.structs.replace(
            lexicon.casing,
            capital=fit(word for one in pairs for word in _words(*one)),
            acronym=fit(word for one in pairs for word in _acronyms(*one)),
        )
        (models / CASING / f"{language}.toml").write_text(as_toml(fitted), encoding="utf-8")


def fit(words: Iterable[CasedWord]) -> Logistic:
    """The coefficients of the few clues that tell how words are written."""
    clues, right = zip(*words, strict=True)
    vectorizer = DictVectorizer()
    columns = vectorizer.fit_transform([dict.fromkeys(one, 1.0) for one in clues])
    often = columns.getnnz(axis=0) >= _LEAST
    model = LogisticRegression(l1_ratio=1.0, C=1 / _PENALTY, solver="liblinear", max_iter=1000, random_state=0)
    model.fit(columns[:, often], right)
    names = vectorizer.get_feature_names_out()[often]
    weights = {str(name): round(float(weight), _DECIMALS) for name, weight in zip(names, model.coef_[0], strict=True)}
    bias = round(float(model.intercept_[0]), _DECIMALS)
    return Logistic(bias=bias, weights={name: weight for name, weight in sorted(weights.items()) if weight})


def as_toml(casing: Casing) -> str:
    """The models as a file, the same bytes for the same models."""
    tables = [_HEAD, f'forms = "{casing.forms}"\n']
    for question, model in (("capital", casing.capital), ("acronym", casing.acronym)):
        tables.append(f"\n[{question}]\nbias = {model.bias}\n\n[{question}.weights]\n")
        tables += (f"{_quoted(name)} = {weight}\n" for name, weight in model.weights.items())
    return "".join(tables)


def _words(sentence: MarkedSentence, clues: Clues) -> Iterator[CasedWord]:
    """The words that open nothing: whether each has a capital."""
    for at in clues.words:
        if not clues.opens[at]:
            after = clues.after(at, _before(sentence.text, clues, at))
            yield CasedWord((*clues.of(at), *after), sentence.text[clues.tokens[at].start].isupper())


def _acronyms(sentence: MarkedSentence, clues: Clues) -> Iterator[CasedWord]:
    """The words with a capital: whether all of each is one, but for people's names (`Catherine COLONNA`)."""
    people = [span for span in sentence.spans if span.label == "PERSON"]
    for at in clues.words:
        token = clues.tokens[at]
        said = sentence.text[token.start : token.end]
        named = any(one.start <= token.start < one.end for one in people)
        if said[0].isupper() and len(said) > 1:
            yield CasedWord(tuple(clues.of(at)), said.isupper() and not named)


def _before(text: str, clues: Clues, at: int) -> Before:
    """How the last content word before a word is written."""
    behind = clues.before(at)
    if behind is None:
        return "edge"
    if clues.opens[behind]:
        return "opening"
    return "capital" if text[clues.tokens[behind].start].isupper() else "small"


def _is_shouted(text: str) -> bool:
    words = [token.text for token in tokenize(text) if token.word and len(token.text) > 1]
    return sum(map(str.isupper, words)) > _SHOUTED * len(words)


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)  # a string of JSON is one of TOML
