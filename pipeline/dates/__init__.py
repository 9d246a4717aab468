"""Dates: the passages of one document in, its calendar expressions out, with values.

In order: `tokens` reads a passage as tokens, each with a class of `classes` and a meaning of the `lexicon` (spelled
numbers in `spelled`, figures in `digits` and `numeric`); `scan` walks them and reads what the tables of rules below
say; `groups` joins what stands together and shares month or year, `evidence` says what is a date at all (`refused`:
what only looks like one), `compose` makes lists and ranges, `sides` gives clock times the day beside them; `sentences`
places them in sentence, clause and tense; `resolve` gives them values (`resolved`, `values`), with the arithmetic of
`calendar`.

Where the rule of a form is (`rules` runs the tables; `items` adds what stands around a single date):

- `days`: `mardi 3 mars 2015`, `May 4`, `10.06.15`; `bare`: `le 17 du mois prochain`, `jeudi 6`, `in May`
- `weeks`: `week 23 of 2019`, `the first Monday in May`; `periods`: `T3 2016`, `l'automne 2013`, `septembre 1993`
- `ages`: `the nineties`, `XIXe siècle`, `44 BC`; `yearly`: `2014`, `2013/14`, `rentrée 2014`, `Noël 2014`
- `steps`: `il y a 25 ans`; `running`: `l'an dernier`; `relative`: `hier`; `offsets`: `la veille de Noël`
- `durations` (values in `lengths`): `deux ans et demi`; `sets`: `chaque lundi`; `times`: `14 h 30`

Rules run on token classes and know no language; the words are in `models/lexicons/{fr,en}` (`words`, `entries`).

The year of a day or month that is said without one is told by the first of these:

1. Its own words: `last March`, `of that year`; the end of a range by its beginning (`resolve`); the year that heads the
   entries of a chronology, if it opens one of them (`story`).
2. A date before it in its sentence or in the one before, near enough to go on from it; a frame (`In 1963, …`) reaches
   farther than a name (`the treaty of 5 July`), and a day close to the anchor stays news (`neighbours`).
3. The story: a day or month told shortly before, also in the paragraph or answer before, from which it goes on within
   the month (`story`).
4. A date after it in its sentence (`neighbours`).
5. The anchor, the day that the document is of: the last or the next such day, the nearer as tense, bound and other
   words weigh it (`years`); week days likewise (`weekdays`).
6. Where the day of the document is unknown, the full day that its text states first or last, as if it were that day,
   also for `last May`; else the year in which it lies nearest to what is told around it (`assumed`). `Yesterday`,
   `Monday` stay relative.

What none of them tells stays without a year: `XXXX-03-12`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.dates.lexicon import DateLexicon, load_date_lexicons
from pipeline.dates.numeric import parse_numeric
from pipeline.dates.resolve import Resolver
from pipeline.dates.scan import scan
from pipeline.dates.sentences import Placed, place
from pipeline.dates.tokens import tokenize
from pipeline.records import AnchorDate, DateMention, DateValue, Passage

__all__ = ["DateLexicon", "find_dates", "load_date_lexicons"]

_AHEAD = 10  # years that a document written today may speak of in two digits
_FIGURES = re.compile(r"\d(?<![\d/.-].)\d?[/-]\d{1,2}[/-]\d{2,4}(?![\d/-])")


def find_dates(
    passages: Sequence[Passage], lexicons: Mapping[str, DateLexicon], *, anchor: AnchorDate | None
) -> list[DateMention]:
    """The calendar expressions of one document, in order.

    Args:
        passages: The blocks of one document in order.
        lexicons: By language; see `load_date_lexicons`.
        anchor: What relative dates are resolved against; its date may be partial. Without one they stay relative.
    """
    ours = _by_passage(passages, _with_latest(_ordered_figures(passages, lexicons), anchor))
    placed: list[Placed] = []
    for number, (passage, lexicon) in enumerate(zip(passages, ours, strict=True)):
        found = scan(tokenize(passage.text, lexicon), lexicon)
        if found:
            start = placed[-1].sentence + 2 if placed else 0
            placed += place(found, passage.text, lexicon, passage=number, sentence=start)
    values = Resolver(placed, anchor).run()
    made = [_mention(one, value, passages) for one, value in zip(placed, values, strict=True)]
    return [mention for mention in made if mention is not None]


def _mention(placed: Placed, value: DateValue, passages: Sequence[Passage]) -> DateMention | None:
    found, passage = placed.found, passages[placed.passage]
    if not value.timex.value:
        return None
    confidence = found.confidence
    if value.edtf is None and value.timex.type == "DATE":
        confidence = min(confidence, 0.8)
    return DateMention(
        id="",
        label=value.timex.type,
        start=passage.start + found.start,
        end=passage.start + found.end,
        text=passage.text[found.start : found.end],
        confidence=round(confidence, 4),
        by="rules:dates",
        main=passage.main,
        value=value,
    )


def _with_latest(lexicons: Mapping[str, DateLexicon], anchor: AnchorDate | None) -> Mapping[str, DateLexicon]:
    """The lexicons, two digits standing for a year up to ten years after the anchor."""
    if anchor is None or not anchor.date[:4].isdigit():
        return lexicons
    latest = int(anchor.date[:4]) + _AHEAD
    return {language: replace(lexicon, latest=latest) for language, lexicon in lexicons.items()}


def _by_passage(passages: Sequence[Passage], lexicons: Mapping[str, DateLexicon]) -> list[DateLexicon]:
    """The lexicon of each passage: its language's, else that of the nearest passage of a known one, else French."""
    known = [i for i, passage in enumerate(passages) if passage.language in lexicons]
    chosen: list[DateLexicon] = []
    position = 0
    for i in range(len(passages)):
        while position + 1 < len(known) and abs(known[position + 1] - i) < abs(known[position] - i):
            position += 1
        chosen.append(lexicons[passages[known[position]].language if known else "fr"])
    return chosen


def _ordered_figures(passages: Sequence[Passage], lexicons: Mapping[str, DateLexicon]) -> dict[str, DateLexicon]:
    """The lexicons with the order of day and month that the document's own unambiguous dates show."""
    votes = {"day": 0, "month": 0}
    for passage in passages:
        if passage.text.count("/") + passage.text.count("-") < 2:
            continue
        for match in _FIGURES.finditer(passage.text):
            figures = parse_numeric(match[0], day_first=True)
            if figures and figures.order:
                votes[figures.order] += 1
    if votes["day"] == votes["month"]:
        return dict(lexicons)
    return {
        language: replace(lexicon, day_first=votes["day"] > votes["month"], order_known=True)
        for language, lexicon in lexicons.items()
    }
