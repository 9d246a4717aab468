"""The libraries of others that are compared: not in the set-up, pinned in `requirements.lock` beside this file."""

from importlib.util import find_spec
from pathlib import Path

from pipeline.errors import UserError

LOCK = Path(__file__).with_name("requirements.lock").relative_to(Path(__file__).parents[3]).as_posix()


def need(option: str, *libraries: str) -> None:
    """Make sure that libraries are there, before anything that takes minutes.

    Raises:
        UserError: one is not installed.
    """
    if missing := [name for name in libraries if not find_spec(name)]:
        names = " and ".join(missing)
        raise UserError(f"{option}=1 needs {names}: .venv/bin/pip install --require-hashes -r {LOCK}")
