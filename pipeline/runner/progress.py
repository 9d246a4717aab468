"""What the user sees while a run goes on: a bar on a terminal, plain lines elsewhere."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

Item = TypeVar("Item")


class Progress:
    """Tells what is being done; `stages` collects (name, documents done, seconds) for the summary.

    `interrupted` is set when the user asks to stop: an interrupt that comes while Python runs a callback is lost, so it
    is looked at between documents too.
    """

    def __init__(self, stream: TextIO | None = None, *, every: float = 10.0) -> None:
        self._stream = stream or sys.stderr
        self._every = every
        self.interrupted = False
        self.stages: list[tuple[str, int, float]] = []

    def line(self, text: str) -> None:
        """One line of plain text."""
        print(text, file=self._stream, flush=True)

    def track(self, items: Iterable[Item], name: str, total: int) -> Iterator[Item]:
        """Pass items through, showing how many of `total` are done.

        Raises:
            KeyboardInterrupt: the user asked to stop.
        """
        self._stop_if_asked()
        started = time.monotonic()
        shown = self._bar if self._stream.isatty() else self._lines
        done = 0
        try:
            for item in shown(items, name, total):
                done += 1
                yield item
                self._stop_if_asked()
        finally:
            self.stages.append((name, done, time.monotonic() - started))

    def _stop_if_asked(self) -> None:
        if self.interrupted:
            raise KeyboardInterrupt

    def _bar(self, items: Iterable[Item], name: str, total: int) -> Iterator[Item]:
        from rich.console import Console
        from rich.progress import track

        yield from track(
            items, description=f"{name:8}", total=total, console=Console(file=self._stream), transient=True
        )

    def _lines(self, items: Iterable[Item], name: str, total: int) -> Iterator[Item]:
        last = time.monotonic()
        for number, item in enumerate(items, 1):
            yield item
            if time.monotonic() - last > self._every:
                last = time.monotonic()
                self.line(f"{name}: {number} of {total}")
