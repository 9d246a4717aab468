"""Words that make a number the name of a thing: `articles 3, 4 et 5`, `Boeing 737`, `n° 12`."""

import re

from pipeline.extract.amounts.lookback import LookBack

_SIGNS = (",", "&", "-", "–")
_NUMERO = ("n°", "nº", "№", "#")


def identifiers(cue_words: tuple[str, ...], joiners: tuple[str, ...]) -> LookBack:
    """Cue words with a number sign and a list of numbers behind them: `articles 3, 4 et`."""
    listing = (*joiners, *_SIGNS)
    listed = "|".join(re.escape(word) for word in listing)
    cues = "|".join(_either(word) for word in sorted(cue_words, key=lambda word: (-len(word), word)))
    numbers = rf"(?:(?!(?:19|20)[0-9]{{2}}[^0-9])[0-9]{{1,4}}\s{{0,2}}(?:{listed})\s{{0,2}}){{0,5}}"
    pattern = rf"(?<!\w)(?:{cues})\s{{0,3}}(?:(?:{'|'.join(_NUMERO)})\s{{0,2}})?{numbers}\Z"
    return LookBack(pattern, (*cue_words, *listing, *_NUMERO), flags=0)


def _either(word: str) -> str:
    """The word as written, or with a capital or in capitals when it is written small."""
    first, end = word[0], r"(?!\w)" if word[-1].isalnum() else ""
    start = f"[{first}{first.upper()}]" if first.islower() else re.escape(first)
    forms = [start + re.escape(word[1:])]
    if word.islower() and len(word) > 2:
        forms.append(re.escape(word.upper()))
    return "(?:" + "|".join(form.replace("\\ ", r"\s") for form in forms) + ")" + end
