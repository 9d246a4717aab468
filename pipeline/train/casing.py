"""Where capitals stand: learnt from the project's annotated text, each word as it would look in capitals."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, cast

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from pipeline.evaluate.changes import capitals
from pipeline.evaluate.general import TONGUES, Tongue
from pipeline.evaluate.marked import MarkedSentence
from pipeline.extract import ExtractResources, load_extract_resources
from pipeline.extract.confidence import Logistic
from pipeline.extract.entities.casing_clues import Before, Clues
from pipeline.extract.entities.lexicon import CASING
from pipeline.extract.entities.tokens import Token, tokenize
from pipeline.train.material import load_material

_PENALTY = 2.0  # of the absolute coefficients against the log-likelihood: most clues are left out
_LEAST = 3  # words that have a clue, below which it is left out
_SHOUTED = 0.4  # share of words in capitals, above which a sentence says nothing
_DECIMALS = 2
_HEAD = "# Written by `make train CASING=1` from the train split of corpus/gold and corpus/training.\n"


class Sample(NamedTuple):
    """A word by its clues, and what is asked of it."""

    clues: tuple[str, ...]
    right: bool


def fit_casing(gold: Path, training: Path, models: Path) -> None:
    """Fit the models of both languages and write them to `models/casing`.

    Raises:
        ConfigError: gold or sentences that are not well formed.
    """
    resources = load_extract_resources(models)
    for language in TONGUES:
        material = load_material(gold, training, language)
        sentences = [one for one in (*material.learnt, *material.held) if not _is_shouted(one.text)]
        fitted = {
            question: fit([sample for one in sentences for sample in samples(one, language, resources, question)])
            for question in ("capital", "acronym")
        }
        (models / CASING).mkdir(exist_ok=True)
        (models / CASING / f"{language}.toml").write_text(_as_toml(fitted), encoding="utf-8")


def samples(
    sentence: MarkedSentence, language: Tongue, resources: ExtractResources, question: Literal["capital", "acronym"]
) -> Iterator[Sample]:
    """The words of a sentence that do not open anything: whether each has a capital, or those that have are acronyms."""
    text = sentence.text
    tokens = tokenize(capitals(text))
    clues = Clues(tokens, resources.entities[language], resources.known, resources.model(language).ranks())
    people = [span for span in sentence.spans if span.label == "PERSON"]
    for at in clues.words:
        said = text[tokens[at].start : tokens[at].end]
        if question == "acronym":
            named = any(one.start <= tokens[at].start < one.end for one in people)  # `Catherine COLONNA`
            if said[0].isupper() and len(said) > 1 and not named:
                yield Sample(tuple(clues.of(at)), said.isupper())
        elif not clues.opens[at]:
            yield Sample((*clues.of(at), *clues.after(at, _before(text, tokens, clues, at))), said[0].isupper())


def fit(samples: Sequence[Sample]) -> Logistic:
    """The coefficients that make the samples most probable; the few clues that count."""
    vectorizer = DictVectorizer()
    columns = vectorizer.fit_transform([dict.fromkeys(sample.clues, 1.0) for sample in samples])
    often = columns.getnnz(axis=0) >= _LEAST
    model = LogisticRegression(l1_ratio=1.0, C=1 / _PENALTY, solver="liblinear", max_iter=1000, random_state=0)
    model.fit(columns[:, often], [sample.right for sample in samples])
    names = vectorizer.get_feature_names_out()[often]
    weights = {str(name): round(float(weight), _DECIMALS) for name, weight in zip(names, model.coef_[0], strict=True)}
    bias = round(float(model.intercept_[0]), _DECIMALS)
    return Logistic(bias=bias, weights={name: weight for name, weight in weights.items() if weight})


def _before(text: str, tokens: Sequence[Token], clues: Clues, at: int) -> Before:
    """How the last content word before a word is written."""
    behind = clues.before(at)
    if behind is None:
        return "edge"
    if clues.opens[behind]:
        return "opening"
    return "capital" if text[tokens[behind].start].isupper() else "small"


def _is_shouted(text: str) -> bool:
    words = [token.text for token in tokenize(text) if token.word and len(token.text) > 1]
    return sum(map(str.isupper, words)) > _SHOUTED * len(words)


def _as_toml(fitted: dict[str, Logistic]) -> str:
    tables = [_HEAD]
    for question, model in fitted.items():
        tables.append(f"\n[{question}]\nbias = {model.bias}\n\n[{question}.weights]\n")
        tables += [f"'{name}' = {model.weights[name]}\n" if '"' in name else f'"{name}" = {model.weights[name]}\n'
                   for name in sorted(model.weights)]
    return "".join(tables)
