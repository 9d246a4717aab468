"""Programs in processes of their own, watched."""

import os
import subprocess
import sys

import pytest

from pipeline.bench import run_bench
from pipeline.bench.processes import fresh, own_peak, watch
from pipeline.errors import UserError

_ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")


def test_a_fresh_process_is_another_one() -> None:
    assert fresh(os.getpid) != os.getpid()


@_ON_LINUX
def test_memory_of_a_program_and_of_its_children() -> None:
    hold = "import time; held = bytearray({}); time.sleep(0.5)"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold.format(200_000_000)!r}])"
    alone, parent = watch("-c", hold.format(100_000_000)), watch("-c", child)
    assert alone.own is not None
    assert alone.worker is None
    assert 100 < alone.own < 150
    assert parent.own is not None
    assert parent.worker is not None
    assert parent.own < 100
    assert 200 < parent.worker < 250


@_ON_LINUX
def test_the_peak_stays_when_memory_is_given_back() -> None:
    before = own_peak()
    held = bytearray(300_000_000)
    del held
    after = own_peak()
    assert before is not None
    assert after is not None
    assert after >= max(before, 300)


def test_a_program_that_fails_says_why() -> None:
    with pytest.raises(subprocess.CalledProcessError) as caught:
        watch("-c", "raise SystemExit('no such thing')")
    assert "no such thing" in "".join(caught.value.__notes__)


def test_options_of_the_bench_do_not_reach_what_it_measures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEPECHE_CORPUS", "elsewhere")
    watched = watch("-c", "import os, sys; sys.exit('DEPECHE_CORPUS' in os.environ)")  # raises where it is there
    assert watched.seconds > 0


def test_too_few_words_are_refused_at_once() -> None:
    with pytest.raises(UserError, match="WORDS=10"):
        run_bench(words=10)
