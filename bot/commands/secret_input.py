"""Secrets typed by people: never in an argument, never on the screen, never in a log."""

import getpass
import sys

from domain.errors import BadInputError


def ask(prompt: str) -> str:
    """Return what is typed without showing it; from a pipe, the next line. Raises BadInputError at its end."""
    if sys.stdin.isatty():
        return getpass.getpass(f"{prompt} ", stream=sys.stderr)
    return _line()


def wait(prompt: str) -> None:
    """Wait for Enter and clear the screen of what was shown on it; from a pipe, go on at once."""
    if sys.stdin.isatty():
        sys.stderr.write(prompt)
        sys.stderr.flush()
        _line()
        sys.stdout.write("\x1b[3J\x1b[2J\x1b[H")
        sys.stdout.flush()


def _line() -> str:
    line = sys.stdin.readline()
    if not line:
        raise BadInputError("seal-secret-missing")
    return line.rstrip("\n")
