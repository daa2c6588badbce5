"""In how many minutes somebody must be found for a case or a person: one frozen value, read from TOML."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import timedelta
from functools import cache
from importlib import resources
from typing import Any

from domain.policy import PolicyError

GRAVE = frozenset({"fatal", "multiple_serious"})
"""The classes of a case in which the next in line is told sooner."""
_PLAIN_NUMBERS = frozenset({"alarm_most_checks"})


@dataclass(frozen=True, slots=True)
class DeskPolicy:
    """The numbers of `domain/policies/desk.toml`, which explains each; a name is its table and its line."""

    alarm_wait: timedelta
    alarm_wait_grave: timedelta
    alarm_repeat: timedelta
    alarm_most_checks: int
    alarm_slow_repeat: timedelta
    alarm_wait_notice: timedelta
    handoff_next_after: timedelta
    handoff_next_after_grave: timedelta
    handoff_quiet_ends: timedelta
    handoff_late_take: timedelta
    console_silence: timedelta
    passing_answer_within: timedelta
    roster_day_begins: timedelta
    roster_day_ends: timedelta

    def alarm_wait_for(self, case_class: str) -> timedelta:
        """Return how long a case of this class waits for the first who takes it."""
        return self.alarm_wait_grave if case_class in GRAVE else self.alarm_wait


@cache
def default_desk() -> DeskPolicy:
    """Return the policy of `domain/policies/desk.toml`."""
    return desk_from_toml(resources.files("domain.policies").joinpath("desk.toml").read_text("utf-8"))


def desk_from_toml(text: str) -> DeskPolicy:
    """Read a whole policy; raise PolicyError naming what is missing, unknown or no whole number above 0."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PolicyError("TOML", str(error)) from error
    given = {
        f"{table}_{key}": value for table, lines in tables.items() for key, value in _lines(table, lines)
    }
    known = {field.name for field in fields(DeskPolicy)}
    for name in sorted(known ^ given.keys()):
        raise PolicyError(name, "is missing" if name in known else f"unknown; known are {sorted(known)}")
    return DeskPolicy(**{name: _read(name, value) for name, value in given.items()})


def _lines(table: str, lines: Any) -> Any:
    if not isinstance(lines, Mapping):
        raise PolicyError(table, "stands outside a table")
    return lines.items()


def _read(name: str, value: Any) -> Any:
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 100_000:
        raise PolicyError(name, f"must be a whole number from 1 to 100000, not {value!r}")
    return value if name in _PLAIN_NUMBERS else timedelta(minutes=value)
