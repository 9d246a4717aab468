"""The errors of the project, a small tree.

    DepecheError
    ├── UserError          the user can mend it: one line on the terminal, exit code 2
    │   └── ConfigError    a file of settings, lexicons or metadata is wrong: file, line, reason
    └── BadDocument        one document can't be processed: becomes a Rejection, the run goes on

Anything else is a bug and shows its traceback.
"""

from pathlib import Path


class DepecheError(Exception):
    """Base of all errors that the project raises on purpose."""


class UserError(DepecheError):
    """Something that the user can mend; the message is one line."""


class ConfigError(UserError):
    """A file of settings, lexicons or metadata is wrong."""

    def __init__(self, path: Path | str, line: int | None, reason: str) -> None:
        where = f"{path}:{line}" if line else str(path)
        super().__init__(f"{where}: {reason}")
        self._arguments = (path, line, reason)

    def __reduce__(self) -> tuple[type["ConfigError"], tuple[Path | str, int | None, str]]:
        return type(self), self._arguments


class BadDocument(DepecheError):
    """A document that can't be processed.

    Args:
        code: one word for programs, such as `encrypted` or `empty`.
        reason: one sentence for people; says what to do where something can be done.
    """

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason

    def __reduce__(self) -> tuple[type["BadDocument"], tuple[str, str]]:
        return type(self), (self.code, self.reason)
