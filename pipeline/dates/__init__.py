"""Dates: the passages of one document in, its calendar expressions out, with values.

The steps, a package each, in order; none imports a later one:

1. `lexicon`: what each word means, in each language.
2. `reading`: a passage as tokens, each with a class and a meaning.
3. `rules`: what a rule over classes is, and the records that rules make.
4. `dated`: the rules of the calendar (`3 May 2015`, `jeudi 6`, `week 23`, `the nineties`); `undated`: those of what is
   told from another date, and of lengths, sets and hours (`hier`, `il y a 25 ans`, `chaque lundi`, `14 h 30`).
5. `evidence`: whether what looks like a date is one.
6. `scanning`: one pass over a passage: rules asked, neighbours joined to ranges and lists.
7. `resolving`: values, over the whole document. The arithmetic of all steps is in `calendar`.

On its way a date is an `Entry` for each of its words, an `Item` (what its words say), a member of a `Group` (with what
stands beside it), a `Found` (with its span), `Placed` (in a sentence), `Resolved` (with a year), and a `DateValue`.

Rules run on token classes and know no language; the words are in `models/lexicons/{fr,en}`. To add a kind of date, see
`dated` or `undated`; a word, `lexicon`; a case that is no date, `evidence`.

The year of a day or month that is said without one is told by the first of these (modules of `resolving`):

1. Its own words: `last March`, `of that year`; the end of a range by its beginning (`ends`); the year that heads the
   entries of a chronology, if it opens one of them (`story`).
2. A date before it in its sentence or in the one before, near enough to go on from it; a frame (`In 1963, …`) reaches
   farther than a name (`the treaty of 5 July`), and a day close to the anchor stays news (`neighbours`).
3. The story: a day or month told shortly before, also in the paragraph or answer before, from which it goes on within
   the month (`story`).
4. A date after it in its sentence (`neighbours`).
5. The anchor, the day that the document is of: the last or the next such day, the nearer as tense, bound and other
   words weigh it (`against`); week days likewise.
6. Where the day of the document is unknown, the full day that its text states first or last, as if it were that day,
   also for `last May`; else the year in which it lies nearest to what is told around it (`assumed`). `Yesterday`,
   `Monday` stay relative.

What none of them tells stays without a year: `XXXX-03-12`.
"""

from collections.abc import Mapping, Sequence

from pipeline.dates.lexicon.load import DateLexicon, load_date_lexicons
from pipeline.dates.reading.chosen import lexicons_of
from pipeline.dates.reading.tokens import tokenize
from pipeline.dates.resolving.resolve import resolve
from pipeline.dates.resolving.sentences import Placed, place
from pipeline.dates.scanning.scan import scan
from pipeline.records import AnchorDate, DateMention, DateValue, Passage

__all__ = ["DateLexicon", "find_dates", "load_date_lexicons"]


def find_dates(
    passages: Sequence[Passage], lexicons: Mapping[str, DateLexicon], *, anchor: AnchorDate | None
) -> list[DateMention]:
    """The calendar expressions of one document, in order.

    Args:
        passages: The blocks of one document in order.
        lexicons: By language; see `load_date_lexicons`.
        anchor: What relative dates are resolved against; its date may be partial. Without one they stay relative.
    """
    placed: list[Placed] = []
    for number, (passage, lexicon) in enumerate(zip(passages, lexicons_of(passages, lexicons, anchor), strict=True)):
        found = scan(tokenize(passage.text, lexicon), lexicon)
        if found:
            start = placed[-1].sentence + 2 if placed else 0
            placed += place(found, passage.text, lexicon, passage=number, sentence=start)
    values = resolve(placed, anchor)
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
