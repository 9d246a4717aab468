"""The dates of a line, read once a document."""

import pytest

from pipeline.dates import find_dates
from pipeline.ingest import IngestResources, days
from pipeline.ingest.days import Day, Days


def test_a_line_is_read_once_while_it_is_remembered(
    resources: IngestResources, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []

    def counted(passages, *args, **options):  # type: ignore[no-untyped-def]
        calls.append(passages[0].text)
        return find_dates(passages, *args, **options)

    monkeypatch.setattr(days, "find_dates", counted)
    reader = Days(resources)
    line = "Oslo, le 3 mars 2014"
    with reader.remembering():
        found = [reader.find(line, "fr"), reader.find(line, None), reader.find(line, "en")]
        assert reader.span("Oslo, 9-11 March 2005", "en") == Day("2005-03-11", 6, 21)
    assert found == [[Day("2014-03-03", 9, 20)]] * 3
    assert calls.count(line) == 1  # in French, the language that has its month
    reader.find(line, "fr")
    assert calls.count(line) == 2


@pytest.mark.parametrize("line", ["Le ministre a ouvert la séance de 2014.", "Budget 2014", "The years after 1998"])
def test_a_line_without_day_or_month_is_not_read(
    line: str, resources: IngestResources, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(days, "find_dates", None)
    assert Days(resources).find(line, "fr") == []
    assert Days(resources).span(line, "fr") is None
