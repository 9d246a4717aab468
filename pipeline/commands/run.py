"""`run` and the stages: run, then say what was done."""

import signal
import sys
from typing import cast

from pipeline.commands.words import load_words
from pipeline.config import Limits, Paths
from pipeline.report import ReportLexicon
from pipeline.report.reasons import reason_words
from pipeline.report.wording import number_words
from pipeline.runner import Stage, Summary, run
from pipeline.runner.progress import Progress

_MOST = 20  # rejections that are printed; the file has them all


def run_and_tell(paths: Paths, limits: Limits, until: str) -> int:
    """Run the stages, print the summary to standard error, and give the number of rejected documents."""
    stage = cast(Stage, "report" if until == "run" else until)
    progress = Progress()

    def interrupt(*_: object) -> None:
        progress.interrupted = True
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        summary = run(paths, limits, until=stage, progress=progress)
    except KeyboardInterrupt:
        progress.line(f"depeche: {load_words()[1].run['interrupted']}")
        raise
    finally:
        signal.signal(signal.SIGINT, before)
    for line in tell(summary, paths, stage):
        progress.line(line)
    return len(summary.rejections)


def tell(summary: Summary, paths: Paths, stage: str) -> list[str]:
    """The lines that end a run, in the language of the terminal."""
    words, lexicon = load_words()
    say, rejected = lexicon.run, summary.rejections
    lines = [say["bug"].format(where=bug) for bug in summary.bugs]
    for r in rejected[:_MOST]:
        reason = reason_words(r.reason, words, lexicon)
        lines.append(say["rejected"].format(path=_printable(r.path), reason=reason, code=r.code))
    if len(rejected) > _MOST:
        lines.append(say["more_rejected"].format(count=len(rejected) - _MOST, path=paths.outputs / "rejections.json"))
    lines.append(f"depeche: {_summary(summary, lexicon)}")
    if stage == "report":
        lines.append(say["open"].format(path=paths.outputs / "report" / "index.html"))
    return lines


def _summary(summary: Summary, lexicon: ReportLexicon) -> str:
    counts = {"done": summary.done, "unchanged": summary.skipped, "rejected": len(summary.rejections)}
    told = lexicon.run["summary"].format(**counts, seconds=_seconds(summary.seconds, lexicon))
    stages = ", ".join(f"{name} {_seconds(seconds, lexicon)} s" for name, count, seconds in summary.stages if count)
    return f"{told} ({stages})" if stages else told


def _seconds(seconds: float, lexicon: ReportLexicon) -> str:
    return number_words(f"{seconds:.1f}", lexicon)


def _printable(path: str) -> str:
    """A path on one line, whatever is in it."""
    shown = path if path.isprintable() else repr(path)
    encoding = sys.stderr.encoding or "utf-8"
    return shown.encode(encoding, "backslashreplace").decode(encoding)
