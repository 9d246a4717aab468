"""Where capitals stand is learnt: the clues that tell count, the others are left out, the file says the same."""

import tomllib

import msgspec

from pipeline.extract.confidence import Logistic
from pipeline.extract.entities.lexicon import Casing
from pipeline.train.casing import CasedWord, as_toml, fit

WORDS = [CasedWord(("known", "often"), True), CasedWord(("frequent", "often"), False)] * 20


def test_only_clues_that_tell_are_kept() -> None:
    fitted = fit([*WORDS, CasedWord(("once",), True)])
    assert fitted.weights["known"] > 0 > fitted.weights["frequent"]
    assert "once" not in fitted.weights
    assert fitted == fit([*WORDS, CasedWord(("once",), True)])


def test_the_file_says_the_same() -> None:
    model = Logistic(bias=0.5, weights={'+1 "': 1.0, "+1 ' \"": 0.5, "known": -2.0})
    casing = Casing(forms="a_package", capital=model, acronym=model)
    assert msgspec.convert(tomllib.loads(as_toml(casing)), Casing) == casing
