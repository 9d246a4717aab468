"""`run` and the stages: run, then say what was done."""

import signal
import sys
from typing import cast

from pipeline.config import Limits, Paths
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
        progress.line("depeche: interrupted; run again to go on from here")
        raise
    finally:
        signal.signal(signal.SIGINT, before)
    for line in tell(summary, paths, stage):
        progress.line(line)
    return len(summary.rejections)


def tell(summary: Summary, paths: Paths, stage: str) -> list[str]:
    """The lines that end a run."""
    lines = [f"bug in {bug}" for bug in summary.bugs]
    stages = ", ".join(f"{name} {seconds:.1f} s" for name, count, seconds in summary.stages if count)
    rejected = summary.rejections
    lines += [f"rejected  {_printable(r.path)}: {r.reason} [{r.code}]" for r in rejected[:_MOST]]
    if len(rejected) > _MOST:
        lines.append(f"rejected  {len(rejected) - _MOST} more: see {paths.outputs / 'rejections.json'}")
    lines.append(
        f"depeche: {summary.done} done, {summary.skipped} unchanged, {len(rejected)} rejected "
        f"in {summary.seconds:.1f} s" + (f" ({stages})" if stages else "")
    )
    if stage == "report":
        lines.append(f"Open {paths.outputs / 'report' / 'index.html'}")
    return lines


def _printable(path: str) -> str:
    """A path on one line, whatever is in it."""
    shown = path if path.isprintable() else repr(path)
    encoding = sys.stderr.encoding or "utf-8"
    return shown.encode(encoding, "backslashreplace").decode(encoding)
