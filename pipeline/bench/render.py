"""The bench as tables for the terminal, 80 characters wide."""

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from pipeline.bench import names
from pipeline.bench.figures import ALL, TIMES, Bench, Large, Memory, Row, rows
from pipeline.bench.timing import Timing, times

_PARTS = {"fr": "French", "en": "English", ALL: "both"}
_SECTIONS = (
    (names.INGEST, names.REPAIR, names.EXTRACT, names.PER_DOCUMENT),
    (names.WHOLE_REPAIR, names.CUT_REPAIR, names.LANGUAGES),
    (names.LINK, names.TOPICS, names.EMIT, names.REPORT, names.ALL_STAGES),
    (names.BARE, names.DOT, names.OURS),
    (*names.STEPS, names.SCRIPT),
)


def render(bench: Bench) -> RenderableType:
    """Tables of speeds, finders, start-up and memory, each with its ratios."""
    found = rows(bench.speeds)
    parts: list[RenderableType] = [Text(f"{bench.system}\n{bench.words:,} words, medians of {bench.rounds} rounds")]
    if names.DATEPARSER not in found:
        parts.append(Text(f"{names.DATEPARSER} is not installed: {names.SCRIPT} is measured without it"))
    parts += [_speeds(found), _finders(found)]
    if any(name in found for name in names.PDFS):
        parts.append(_pages(found))
    parts += [_startup(bench.startup), _memory(bench.memory)]
    if bench.large:
        parts.append(_large(bench.large))
    return Group(*parts)


def _speeds(found: dict[str, Row]) -> Table:
    table = _table("Words a second of processor time, one thread", *_PARTS.values(), "±", "× spaCy", "× script")
    bases = (found[names.BARE].rate(), found[names.SCRIPT].rate())
    for section in _SECTIONS:
        for row in (found[name] for name in section if name in found):
            table.add_row(*_speed(row), *(_ratio(times(row.rate(), base)) for base in bases))
        table.add_section()
    return table


def _finders(found: dict[str, Row]) -> Table:
    table = _table("Characters a second, 1,000 a passage", *_PARTS.values(), "±")
    for name in (names.DATES, names.AMOUNTS, names.FINDERS):
        table.add_row(*_speed(found[name]))
    return table


def _pages(found: dict[str, Row]) -> Table:
    table = _table("Ingest of a PDF: milliseconds of processor time a page", "pages", "ms", "±")
    for timing in (found[name].timings[ALL] for name in names.PDFS if name in found):
        table.add_row(timing.name, str(timing.units), f"{1000 / timing.rate:.1f}", f"{timing.spread:.0%}")
    return table


def _large(large: Large) -> Table:
    table = _table(f"Ingest of a text of {large.megabytes} megabytes", "s", "MB a second", "peak MB")
    speed = f"{large.megabytes / large.seconds:.2f}"
    table.add_row(names.LARGE, f"{large.seconds:.1f}", speed, _count(large.peak))
    return table


def _speed(row: Row) -> list[str]:
    return [row.name, *(_count(row.rate(part)) for part in _PARTS), f"{row.timings[ALL].spread:.0%}"]


def _startup(timings: tuple[Timing, ...]) -> Table:
    table = _table("Start-up: a process from start to end", "seconds", "±", "× spaCy")
    spacy = next(timing.median for timing in timings if timing.name == names.BARE_START)
    for timing in timings:
        table.add_row(timing.name, f"{timing.median:.2f}", f"{timing.spread:.0%}", _ratio(times(timing.median, spacy)))
    return table


def _memory(memory: Memory) -> Table:
    few, many = f"{memory.documents} documents", f"{memory.documents * TIMES} documents"
    table = _table("Peak memory in megabytes: first runs with one worker", few, many, "ratio", "× spaCy")
    small, large = memory.small, memory.large
    for name, low, high in ((names.WORKER, small.worker, large.worker), (names.RUNNER, small.own, large.own)):
        table.add_row(name, _count(low), _count(high), _ratio(times(high, low)), _ratio(times(high, memory.bare)))
    growth = _ratio(times(large.seconds, small.seconds))
    table.add_row(names.SECONDS, f"{small.seconds:.1f}", f"{large.seconds:.1f}", growth, "", end_section=True)
    for name, peak in ((names.BARE, memory.bare), (names.SCRIPT, memory.script)):
        table.add_row(name, _count(peak), "", "", _ratio(times(peak, memory.bare)))
    return table


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("", no_wrap=True)
    for column in columns:
        table.add_column(column, justify="right", no_wrap=True)
    return table


def _count(value: float | None) -> str:
    """A whole number, from a million on in millions: the tables have room for seven characters.

    >>> _count(8224.6), _count(1_304_274.0), _count(None)
    ('8,225', '1.30 M', '–')
    """
    if value is None:
        return "–"
    return f"{value:,.0f}" if value < 999_999.5 else f"{value / 1e6:.2f} M"


def _ratio(value: float | None) -> str:
    """Two decimals where they say something.

    >>> _ratio(0.876), _ratio(1480.2), _ratio(None)
    ('0.88', '1,480', '–')
    """
    return "–" if value is None else f"{value:.2f}" if value < 100 else f"{value:,.0f}"
