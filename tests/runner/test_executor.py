"""A document that hangs, dies or eats memory fails alone and by name."""

import os
import time
from collections.abc import Iterator

import pytest

from pipeline.config import Limits
from pipeline.errors import BadDocument, ConfigError, UserError
from pipeline.runner.executor import Failure, ProcessExecutor, Task


def work(what: str) -> str:
    if what == "hang":
        time.sleep(600)
    if what == "die":
        os._exit(9)
    if what == "eat":
        bytearray(2_000_000_000)
    if what == "bad":
        raise BadDocument("encrypted", "a password is needed")
    if what == "settings":
        raise ConfigError("models.toml", 3, "no such model")
    if what == "bug":
        raise ZeroDivisionError("oops")
    return what.upper()


@pytest.mark.parametrize("preload", [None, {"DEPECHE_MODELS": ""}], ids=["spawn", "forkserver"])
def test_each_failure_is_its_own_and_the_others_go_on(preload: dict[str, str] | None) -> None:
    tasks = ["hang", "a", "die", "b", "eat", "c", "bad", "d", "bug", "e"]
    executor = ProcessExecutor(Limits(jobs=2, timeout=5, memory=1000), preload=preload)
    results = {o.id: o.result for o in executor.run(work, (Task(t, (t,), 5.0 if t == "hang" else 60) for t in tasks))}
    assert {name: results[name] for name in "abcde"} == {name: name.upper() for name in "abcde"}
    codes = {name: r.code for name, r in results.items() if isinstance(r, Failure)}
    assert codes == {
        "hang": "timeout",
        "die": "crashed",
        "eat": "memory",
        "bad": "encrypted",
        "bug": "internal_error",
    }
    bug = results["bug"]
    assert isinstance(bug, Failure)
    assert "ZeroDivisionError" in bug.trace
    assert "a bug in Dépêche" in bug.reason


def test_tasks_are_read_only_as_workers_become_free() -> None:
    drawn: list[int] = []

    def tasks() -> Iterator[Task]:
        for number in range(40):
            drawn.append(number)
            yield Task(str(number), ("x",), 60.0)

    executor = ProcessExecutor(Limits(jobs=1, memory=1000))
    outcomes = executor.run(work, tasks())
    next(outcomes)
    assert len(drawn) <= 3
    assert sum(1 for _ in outcomes) == 39


def test_a_mistake_in_the_settings_stops_the_run() -> None:
    executor = ProcessExecutor(Limits(jobs=1, memory=1000))
    with pytest.raises(UserError, match="no such model"):
        list(executor.run(work, [Task("a", ("settings",), 60.0), Task("b", ("hang",), 60.0)]))
