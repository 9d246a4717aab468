"""How long what a test does may take, in processor time: what else the machine does is not counted.

The collector is off while a test is timed, for it walks through all that the tests before have left in memory; and
what takes too long once is measured again: a busy machine slows some runs, a bad rule slows every one.
"""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

TRIES = 4


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail where what is done takes more seconds. For work that is done once, with a limit far above what it needs."""
    start = time.process_time()
    yield
    took = time.process_time() - start
    assert took < seconds, f"{took:.1f} s of processor time, more than {seconds:g}"


def quick(limit: float, run: Callable[[], object]) -> bool:
    """Whether one of a few runs takes less than so many seconds."""
    return any(_seconds(run) < limit for _ in range(TRIES))


def grows_like_length(read: Callable[[int], object], short: int, *, times: int = 4) -> bool:
    """Whether what is `times` as long takes about so much longer, in one of a few measurements.

    A quadratic rule takes `times` squared; allowed is some 2.5 times more than the length says, and 50 ms.
    """
    return any(
        _seconds(lambda: read(times * short)) < 2.5 * times * _seconds(lambda: read(short)) + 0.05 for _ in range(TRIES)
    )


def _seconds(run: Callable[[], object]) -> float:
    collects = gc.isenabled()
    gc.disable()
    try:
        start = time.process_time()
        run()
        return time.process_time() - start
    finally:
        if collects:
            gc.enable()
