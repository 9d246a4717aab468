"""How long what a test does may take."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail where what is done takes more seconds of processor time: what else the machine does is not counted."""
    start = time.process_time()
    yield
    took = time.process_time() - start
    assert took < seconds, f"{took:.1f} s of processor time, more than {seconds:g}"
