"""How sure a mention is: a probability from the evidence for it, by a logistic model whose coefficients are data.

`models/confidence/{entities,dates,amounts}.toml` hold them, fitted by `make train`. What the evidence is, the finders
say: for names `entities.evidence`, for dates and amounts here, from the mention itself.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from pipeline.records import AmountMention, DateMention, Mention, Passage
from pipeline.toml import load_toml

FOLDER = "confidence"  # under models/
KINDS = ("entities", "dates", "amounts")
LEAST, MOST = 0.01, 0.99  # no evidence makes certain
_FAR = 30.0  # log odds beyond which a probability is 0 or 1
Features = Mapping[str, float]


class Logistic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Coefficients: a feature that has none counts for nothing."""

    bias: float
    weights: dict[str, float]

    def probability(self, features: Features) -> float:
        """The probability that what has these features is right.

        >>> Logistic(bias=1.0, weights={"agree": 1.2}).probability({"agree": 1.0, "other": 1.0})
        0.9002
        """
        return round(min(max(1 / (1 + math.exp(-max(self.log_odds(features), -_FAR))), LEAST), MOST), 4)

    def log_odds(self, features: Features) -> float:
        """The logarithm of how much more likely it is right than wrong."""
        return self.bias + math.fsum([self.weights.get(name, 0.0) * value for name, value in features.items()])


class Confidence(msgspec.Struct, frozen=True):
    """The models of the three kinds of mentions."""

    entities: Logistic
    dates: Logistic
    amounts: Logistic

    def weighed(self, mentions: Sequence[Mention], passages: Sequence[Passage]) -> Iterator[Mention]:
        """The mentions, dates and amounts with what the evidence makes of their rule's confidence."""
        starts = [passage.start for passage in passages]
        for mention in mentions:
            language = passages[bisect_right(starts, mention.start) - 1].language
            if isinstance(mention, AmountMention):
                sure = self.amounts.probability(amount_features(mention, language))
            elif isinstance(mention, DateMention) and is_scored(mention):
                sure = self.dates.probability(date_features(mention, language))
            else:
                yield mention
                continue
            yield msgspec.structs.replace(mention, confidence=sure)


def load_confidence(models: Path) -> Confidence:
    """What `models/confidence` says.

    Raises:
        ConfigError: a file is missing or wrong.
    """
    return Confidence(**{kind: load_toml(models / FOLDER / f"{kind}.toml", Logistic) for kind in KINDS})


def is_scored(date: DateMention) -> bool:
    """Whether it is a date that gold has enough of: durations, sets and clock times keep their rule's figure."""
    return date.label == "DATE"


def date_features(date: DateMention, language: str) -> Features:
    """The evidence for a date: its rule's confidence, and what kind of date it is."""
    value = date.value
    year = (value.edtf or "")[:4]
    facts = (
        f"language {language}",
        "unresolved" if value.edtf is None else f"unit {_unit(value.edtf)}",
        f"anchor {value.anchor.kind}" if value.anchor else "no anchor",
        *(("year said",) if year.isdigit() and year in date.text else ()),
        *(("alternatives",) if value.alternatives else ()),
        *(("modified",) if value.mod or value.bound else ()),
    )
    return {"rule": _logit(date.confidence), **dict.fromkeys(facts, 1.0)}


def amount_features(amount: AmountMention, language: str) -> Features:
    """The evidence for an amount: its rule's confidence, and what kind of amount it is."""
    value = amount.value
    facts = (
        f"language {language}",
        f"kind {value.unit_kind}",
        *(("range",) if value.value is None else ()),
        *(("alternatives",) if value.alternatives else ()),
        *(("modified",) if value.mod else ()),
        *(("spelled",) if not any(char.isdigit() for char in amount.text) else ()),
    )
    return {"rule": _logit(amount.confidence), **dict.fromkeys(facts, 1.0)}


def _unit(edtf: str) -> str:
    """What a date is told to: `day`, `month`, `year` … of an EDTF value."""
    if "/" in edtf:
        return "range"
    if len(edtf) == 7:
        return "month" if edtf[5:] <= "12" else "part"
    return {10: "day", 4: "year"}.get(len(edtf), "other")


def _logit(probability: float) -> float:
    """The log odds; a rule that is certain is not certain enough to outweigh everything else."""
    bounded = min(max(probability, LEAST), MOST)
    return math.log(bounded / (1 - bounded))
