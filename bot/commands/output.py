"""How commands speak: JSON or plain lines on standard output, one clear line on standard error."""

import sys
from typing import Any

import orjson

from messages.render import text

LANGUAGE = "vi"


def emit(value: Any, *, indent: bool = False) -> None:
    """Write one JSON value on standard output."""
    option = orjson.OPT_INDENT_2 if indent else 0
    sys.stdout.write(orjson.dumps(value, option=option).decode() + "\n")


def line(words: str) -> None:
    """Write a line on standard output."""
    sys.stdout.write(words + "\n")


def say(key: str, **params: Any) -> str:
    """Return words in the language of the command line."""
    return text(LANGUAGE, key, params)


def tell(key: str, **params: Any) -> None:
    """Write words on standard output."""
    line(say(key, **params))


def warn(key: str, **params: Any) -> None:
    """Write words on standard error, on one line."""
    sys.stderr.write(say(key, **params).replace("\n", " ") + "\n")
