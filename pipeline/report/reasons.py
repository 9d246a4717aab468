"""Why a document was rejected, in the reader's language.

A rejection's reason is an English sentence, made where the fault was found. The catalogue of both languages
(`[rejections]` of report.toml) has the same sentences with what varies in braces: the English one recognises a reason,
its twin says the same. What varies may be a phrase of the catalogue itself (`this is {what}: {remedy}`).
"""

from pipeline.report.slots import own_words, slots
from pipeline.report.words import ReportLexicon, ReportWords


def reason_words(reason: str, words: ReportWords, lexicon: ReportLexicon) -> str:
    """The reason in the language of `lexicon`; one that the catalogue doesn't know stands as it is."""
    if lexicon is words.en:
        return reason
    fitting = [
        (own_words(template), key, found)
        for key, template in words.en.rejections.items()
        if (found := slots(template, reason)) is not None
    ]
    if not fitting:
        return reason
    _, key, found = max(fitting, key=lambda item: item[0])
    said = {name: reason_words(value, words, lexicon) for name, value in found.items()}
    return lexicon.rejections[key].format(**said)
