"""The tables, from figures that nobody measured."""

import msgspec
import pytest
from rich.console import Console

from pipeline.bench import names
from pipeline.bench.figures import Bench, Large, Memory, rows
from pipeline.bench.processes import Watched
from pipeline.bench.render import render
from pipeline.bench.timing import Timing

_BY_LANGUAGE = {names.INGEST: 1.0, names.REPAIR: 2.0, names.EXTRACT: 3.0, names.BARE: 2.0, names.DOT: 1.0}
_BY_LANGUAGE |= {names.OURS: 0.5, names.DATES: 0.25, names.AMOUNTS: 0.75, names.LANGUAGES: 0.5}
_OF_SCRIPT = {names.LANGDETECT: 0.5, names.SPACY: 5.0, names.DATEPARSER: 2.4, names.MONEY: 0.1}
_OF_CORPUS = {names.LINK: 1.0, names.TOPICS: 2.0, names.EMIT: 4.0, names.REPORT: 5.0}
_STARTUP = {names.NOTHING: 0.1, names.UNCHANGED: 1.0, names.OURS_START: 2.0, names.BARE_START: 4.0}


def made_up() -> Bench:
    speeds = [Timing(n, part, 8000, (s, s, s)) for n, s in _BY_LANGUAGE.items() for part in ("fr", "en")]
    speeds += [Timing(n, part, 1600, (s, s, s)) for n, s in _OF_SCRIPT.items() for part in ("fr", "en")]
    speeds += [Timing(n, "all", 16_000, (s, s, s)) for n, s in _OF_CORPUS.items()]
    speeds += [Timing(n, "all", 20, (0.5, 0.5, 0.5)) for n in names.PDFS]
    startup = tuple(Timing(n, "all", 1, (s, s, s * 1.5)) for n, s in _STARTUP.items())
    memory = Memory(20, Watched(10.0, 200.0, 400.0), Watched(50.0, 300.0, 420.0), 350.0, 700.0)
    return Bench("Python 3", 16_000, 3, tuple(speeds), startup, memory, Large(50, 20.0, 620.0))


def shown(bench: Bench) -> dict[str, list[str]]:
    """The cells of every line by its name; later lines of one name after the earlier ones."""
    console = Console(width=80)
    with console.capture() as capture:
        console.print(render(bench))
    found: dict[str, list[str]] = {}
    said = [value for value in vars(names).values() if isinstance(value, str)]
    every = sorted((*said, *names.PDFS), key=len, reverse=True)
    for line in capture.get().splitlines():
        name = next((name for name in every if line.strip().startswith(f"{name} ")), None)
        if name:
            found.setdefault(name, []).extend(line.strip().removeprefix(name).split())
    return found


def test_speeds_with_their_ratios() -> None:
    lines = shown(made_up())
    assert lines[names.INGEST] == ["8,000", "8,000", "8,000", "0%", "2.00", "40.00"]
    assert lines[names.PER_DOCUMENT] == ["2,000", "2,000", "2,000", "0%", "0.50", "10.00"]
    assert lines[names.TOPICS] == ["–", "–", "8,000", "0%", "2.00", "40.00"]
    assert lines[names.ALL_STAGES] == ["–", "–", "800", "0%", "0.20", "4.00"]
    assert lines[names.BARE][:6] == ["4,000", "4,000", "4,000", "0%", "1.00", "20.00"]
    assert lines[names.SCRIPT][:6] == ["200", "200", "200", "0%", "0.05", "1.00"]


def test_repair_is_ingest_without_the_languages() -> None:
    lines = shown(made_up())
    assert lines[names.WHOLE_REPAIR][:3] == ["16,000", "16,000", "16,000"]
    assert lines[names.CUT_REPAIR][:3] == ["5,333", "5,333", "5,333"]
    assert lines[names.LANGUAGES][:3] == ["16,000", "16,000", "16,000"]


def test_pages_and_a_large_text() -> None:
    bench = made_up()
    lines = shown(bench)
    assert [lines[name] for name in names.PDFS] == [["20", "25.0", "0%"]] * 2
    assert lines[names.LARGE] == ["20.0", "2.50", "620"]
    without = tuple(timing for timing in bench.speeds if timing.name not in names.PDFS)
    assert not shown(msgspec.structs.replace(bench, speeds=without)).keys() & names.PDFS.keys()


def test_finders_count_characters() -> None:
    lines = shown(made_up())
    assert lines[names.DATES] == ["32,000", "32,000", "32,000", "0%"]
    assert lines[names.FINDERS] == ["8,000", "8,000", "8,000", "0%"]


def test_startup_and_memory() -> None:
    lines = shown(made_up())
    assert lines[names.OURS_START] == ["2.00", "25%", "0.50"]
    assert lines[names.WORKER] == ["400", "420", "1.05", "1.20"]
    assert lines[names.RUNNER] == ["200", "300", "1.50", "0.86"]
    assert lines[names.SECONDS][-3:] == ["10.0", "50.0", "5.00"]
    assert lines[names.SCRIPT][6:] == ["700", "2.00"]


def test_a_step_that_is_not_installed_is_said_and_left_out() -> None:
    bench = made_up()
    without = tuple(timing for timing in bench.speeds if timing.name != names.DATEPARSER)
    lines = shown(msgspec.structs.replace(bench, speeds=without))
    assert lines[names.DATEPARSER][:3] == ["is", "not", "installed:"]
    assert lines[names.SCRIPT][0] == "286"


def test_memory_that_the_system_does_not_tell_is_a_dash() -> None:
    unknown = Memory(20, Watched(10.0, None, None), Watched(50.0, None, None), None, None)
    lines = shown(msgspec.structs.replace(made_up(), memory=unknown))
    assert lines[names.WORKER] == ["–", "–", "–", "–"]


def test_sums_take_both_languages_together() -> None:
    speeds = [Timing(name, "all", 100, (1.0,)) for name in (names.LINK, names.TOPICS, names.EMIT, names.REPORT)]
    for name in (names.INGEST, names.EXTRACT):
        speeds += [Timing(name, "fr", 60, (1.0,)), Timing(name, "en", 40, (3.0,))]
    found = rows(speeds)
    assert found[names.PER_DOCUMENT].rate("fr") == 30.0
    assert found[names.PER_DOCUMENT].rate() == pytest.approx(100 / 8)
    assert found[names.ALL_STAGES].rate() == pytest.approx(100 / 12)
    assert found[names.ALL_STAGES].rate("fr") is None
