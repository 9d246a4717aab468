"""Metadata of a document: what all sources found, weighed."""

import re
from collections.abc import Iterable, Sequence

from pipeline.ingest.days import Days
from pipeline.ingest.raw import Finding
from pipeline.records import Evidence, Metadata, Override

FIELDS = ("title", "published", "publisher", "author", "place", "reference", "type", "url")
_URL = re.compile(r"(?:https?://|www\.)\S+\Z", re.I)
_SPACE = re.compile(r"\s+")
_LONGEST = 500
_DOUBTFUL, _LIKELY = 0.3, 0.5
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")


def weigh(findings: Iterable[Finding], override: Override | None, days: Days) -> Metadata:
    """The surest value of each field; of equally sure ones the first. What the user says is certain.

    Dates are brought to EDTF; one that cannot be read with certainty is left out.
    """
    best: dict[str, Finding] = {}
    cleaned = [clean for finding in (*_overridden(override), *findings) if (clean := _clean(finding, days))]
    for clean in cleaned:
        if clean.field not in best or clean.confidence > best[clean.field].confidence:
            best[clean.field] = clean
    if "published" in best:
        best["published"] = _to_the_day(best["published"], cleaned)
    if "place" in best and any(_same(best["place"], best.get(field)) for field in ("publisher", "author", "title")):
        del best["place"]  # a masthead: `La Lettre du Rhin, décembre 2022`
    values = {field: best[field].value if field in best else None for field in FIELDS}
    evidence = {
        field: Evidence(found=best[field].found, confidence=best[field].confidence) for field in FIELDS if field in best
    }
    return Metadata(**values, evidence=evidence)


def _to_the_day(best: Finding, findings: Sequence[Finding]) -> Finding:
    """The month or year of publication as the surest day in it that another source names: `Printed April 1962`."""
    if len(best.value) >= len("2014-03-01") or best.confidence == 1:
        return best
    said = (one for one in findings if one.field == "published" and one.confidence >= _LIKELY)
    within = [one for one in said if _DAY.match(one.value) and one.value.startswith(f"{best.value}-")]
    return max(within, key=lambda one: one.confidence, default=best)


def _same(one: Finding, other: Finding | None) -> bool:
    return other is not None and one.value.casefold() == other.value.casefold()


def _overridden(override: Override | None) -> list[Finding]:
    if override is None:
        return []
    source_field = "url" if override.source and _URL.match(override.source) else "publisher"
    said = (("title", override.title), ("published", override.date), (source_field, override.source))
    return [Finding(field, value, "corpus.toml", 1.0) for field, value in said if value]


def _clean(finding: Finding, days: Days) -> Finding | None:
    value = _SPACE.sub(" ", finding.value).strip()
    if finding.field == "published" and finding.confidence < 1:
        value = days.value(value) or ""
        if finding.confidence <= _DOUBTFUL:  # a file's own date: the month at best
            value = value[: len("2014-03")]
    if not value or len(value) > _LONGEST or not any(char.isalnum() for char in value):
        return None
    return finding._replace(value=value)
