"""The card of the confidence: what it is, what it was fitted on, what it is worth, where it ends."""

from collections.abc import Iterator, Mapping, Sequence

from pipeline.evaluate.results import Reliability
from pipeline.extract.confidence import Logistic
from pipeline.train.fit import FALLING, LEAST_SEEN, PENALTY, RISING
from pipeline.train.folds import FOLDS
from pipeline.train.samples import Sample

_SAMPLES = {"entities": "claims", "dates": "mentions", "amounts": "mentions"}
_LANGUAGES = {"fr": "French", "en": "English"}
_CARD = """# How sure a mention is

The `confidence` of a mention is the probability that it is right: a name with its span and label, a date or an amount
with its value. It comes from three logistic models: the facts about a mention that hold, each with its coefficient, are
added to `bias`; 1 / (1 + e^-sum) is the probability, kept between 0.01 and 0.99. `make train CONFIDENCE=1` fits them
again, in about a quarter of an hour.

- `entities.toml`: which finder claims the name and under which label (`by model as PERSON`); how many others agree
  (`agree 1`, `agree 2`), whether one gives another label (`disputed`) or other ends (`crossed`), what it is `inside` of
  and what is `beside` it; how what the model itself said there lies to it (`model same`, `model in opens`: within a
  longer name of the model's and beginning with it); what the document says of the same form elsewhere (`repeated`,
  `labels differ`, `backed`: by a finder that knows why); what its words and its neighbours are known as (`first given`,
  `last town`, `before title`); its shape and language; how likely a name of this label begins there to the model
  (`odds`, as log odds: of its `own` names, of those of `others`; of its own that the rules `relabelled`, that any
  name does). `written` holds of what is learnt from text written for training, harder than documents, and of
  nothing that is found. The same probability helps to choose among claims
- `dates.toml`, `amounts.toml`: the figure of the rule that found it (`rule`, as log odds), how precise it is or what
  it counts, what it was resolved against, whether other readings were left open; the language

Durations, sets and clock times keep the figure of their rule: the annotated text has too few that count.

## Data

{data}

Names are all that could be chosen, right or wrong, in the train split of `corpus/gold` and in `corpus/training`, each
read by weights of the `ner` that were trained on the other part of it ({folds} parts): on text that a model has learnt
it is right too often. Dates and amounts are of that train split and of the open splits of `corpus/fresh`. Penalty
{penalty:g} on half the squared coefficients; facts seen in fewer than {least} samples have none. Never below zero:
{rising}; never above: {falling}.
Rounded to two decimals, no pickles.

## Figures

`stated` is the mean confidence, `right` the share of right ones, ECE the expected calibration error (ten bins). `dev`:
the dev split of the gold corpus; `general`: `corpus/general`, sentences outside the field. Neither was fitted on.

{table}

## Limits

Fitted on diplomatic and institutional text and some general sentences; for other fields it is a guess. It says nothing
of what was not found. A wrong text (a bad scan) is not among the evidence. The rules were written with the train and
dev splits at hand, so they may promise a little too much elsewhere: `make evaluate` shows it, of the test split too.
"""


def confidence_card(
    fitted: Mapping[str, Logistic], samples: Sequence[Sample], measured: Mapping[str, Sequence[Reliability]]
) -> str:
    """The card in Markdown."""
    return _CARD.format(
        data="\n".join(_data(fitted, samples)),
        folds=FOLDS,
        penalty=PENALTY,
        least=LEAST_SEEN,
        rising=_names(RISING),
        falling=_names(FALLING),
        table="\n".join(_table(measured)),
    )


def _data(fitted: Mapping[str, Logistic], samples: Sequence[Sample]) -> Iterator[str]:
    for kind, model in fitted.items():
        mine = [one for one in samples if one.kind == kind]
        right = sum(one.right for one in mine) / len(mine)
        yield f"- {kind}: {len(mine)} {_SAMPLES[kind]}, {right:.3f} of them right; {len(model.weights)} coefficients"


def _table(measured: Mapping[str, Sequence[Reliability]]) -> Iterator[str]:
    yield "| text | kind | language | mentions | stated | right | ECE |"
    yield "| --- | --- | --- | --: | --: | --: | --: |"
    for text, rows in measured.items():
        for row in rows:
            figures = f"{row.mentions} | {row.confidence:.3f} | {row.right:.3f} | {row.error:.3f}"
            yield f"| {text} | {row.kind} | {_LANGUAGES.get(row.language, row.language)} | {figures} |"


def _names(facts: Sequence[str]) -> str:
    return ", ".join(f"`{fact}`" for fact in facts)
