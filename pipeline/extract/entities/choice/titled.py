"""The edges of a person that a title introduces: words of the title or of the sentence are no part of the name."""

from collections.abc import Sequence

from pipeline.extract.entities.candidates import Candidate
from pipeline.extract.entities.lexicon import EntityLexicon
from pipeline.extract.entities.text.frequency import is_common
from pipeline.extract.entities.tokens import tokenize


def as_seen(text: str, titled: Candidate, seen: Sequence[Candidate], lexicon: EntityLexicon) -> Candidate:
    """What a title introduces with the edges of the name that the model sees in it, where all that this leaves out are
    words of the dictionary: `Majority Whip Katoo Metito`, `Jacob Kaimenyi Tuesday`."""
    words = tokenize(text[titled.start : titled.end]) if titled.by == "title" else []
    if not words or any(word.lower in lexicon.people.births for word in words):  # `Hélène Diallo née Sow`
        return titled
    for one in seen:
        within = titled.start <= one.start < one.end <= titled.end and one[:2] != titled[:2]
        if within and one.by == "model" and one.label == "PERSON" and " " in text[one.start : one.end]:
            out = f"{text[titled.start : one.start]} {text[one.end : titled.end]}"
            if all(is_common(word.lower, lexicon) for word in tokenize(out)):
                return titled._replace(start=one.start, end=one.end)
    return titled
