"""`annotate`: JSON lines in, JSON lines out, in the order of the input, for pipes and other programs.

In: `{"id", "text", "lang"?, "reference_date"?}`. Out: `{"id", "lang", "mentions"}`, the mentions as in the public
document with offsets into the given text, which is taken as it is: nothing is repaired or dropped. A line that can't be
used gives `{"id", "error": {"code", "reason"}}` in its place.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Literal

import msgspec

from pipeline.extract import ExtractResources, find_mentions
from pipeline.extract.passages import passages_of_text
from pipeline.records import AnchorDate, Language, Mention, Passage


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of the input; unknown keys are refused. `reference_date` is a year, month or day in ISO form."""

    text: str
    id: str | int | None = None
    lang: Literal["fr", "en"] | None = None
    reference_date: str | None = None


class Annotated(msgspec.Struct, frozen=True):
    """A line of the output."""

    id: str | int | None
    lang: Language
    mentions: tuple[Mention, ...]


class LineError(msgspec.Struct, frozen=True):
    """Why a line gave no annotation."""

    code: str
    reason: str


class Failed(msgspec.Struct, frozen=True):
    """A line of the output for a line that could not be used."""

    id: str | int | None
    error: LineError


def annotate_lines(
    lines: Iterable[bytes], resources: ExtractResources, detect: Callable[[str], Language]
) -> Iterator[bytes]:
    """Annotate JSON lines one by one; blank lines are passed over.

    Args:
        lines: UTF-8, one JSON object each.
        detect: the language of a text, for lines and passages without `lang`.
    """
    encoder = msgspec.json.Encoder()
    for number, raw in enumerate(lines, 1):
        if raw.strip():
            yield encoder.encode(_annotate(raw, number, resources, detect)) + b"\n"


def _annotate(
    raw: bytes, number: int, resources: ExtractResources, detect: Callable[[str], Language]
) -> Annotated | Failed:
    try:
        line = msgspec.json.decode(raw, type=Line)
        anchor = _anchor(line.reference_date)
    except (msgspec.MsgspecError, ValueError, UnicodeDecodeError) as error:
        return Failed(_id_of(raw), LineError("bad_line", f"line {number}: {error}"))
    language: Language = line.lang or detect(line.text)
    searched = [_with_language(p, line, language, detect) for p in passages_of_text(line.text, language)]
    return Annotated(line.id, language, find_mentions(searched, resources, anchor=anchor))


def _with_language(passage: Passage, line: Line, language: Language, detect: Callable[[str], Language]) -> Passage:
    """The passage in its own language where the line names none; a short one takes that of the text."""
    if line.lang or language not in ("fr", "en"):
        return passage
    own = detect(passage.text)
    return msgspec.structs.replace(passage, language=own if own in ("fr", "en") else language)


def _anchor(reference: str | None) -> AnchorDate | None:
    if reference is None:
        return None
    day = reference[:10]
    if len(day) not in (4, 7, 10):
        raise ValueError(f"reference_date {reference!r} is not YYYY, YYYY-MM or YYYY-MM-DD")
    try:
        date.fromisoformat((day + "-01-01")[:10] if len(day) < 10 else day)
    except ValueError:
        raise ValueError(f"reference_date {reference!r} is not YYYY, YYYY-MM or YYYY-MM-DD") from None
    return AnchorDate(kind="given", date=day)


def _id_of(raw: bytes) -> str | int | None:
    class OnlyId(msgspec.Struct):
        id: str | int | None = None

    try:
        return msgspec.json.decode(raw, type=OnlyId).id
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
