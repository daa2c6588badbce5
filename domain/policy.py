"""How a plan wants its duties reminded: one frozen value, read from TOML."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import time
from functools import cache
from importlib import resources
from typing import Any

ANSWERS = ("done", "under_way", "difficulty", "more_time")
"""What a unit can answer to a reminder."""


class PolicyError(ValueError):
    """A policy cannot be used; `key` is the setting at fault and the text says what is expected."""

    def __init__(self, key: str, problem: str) -> None:
        super().__init__(f"{key}: {problem}")
        self.key = key


@dataclass(frozen=True, slots=True)
class Hours:
    """When reminders leave; `window` is half open, in local time."""

    window: tuple[time, time] = (time(7, 30), time(19))
    working_days_only: bool = True


@dataclass(frozen=True, slots=True)
class ReminderPolicy:
    """The rules of reminding; all numbers of days are working days. `default.toml` explains each line.

    `check_in_repeat` counts from the opening of a period, negative numbers back from its end.
    `window` is half open. An `…_after` of 0 leaves that rung out. `acknowledged_by` names the answers of a unit
    (`domain.progress.ProgressKind`) by which the record of reminding calls a reminder acknowledged.
    """

    before: tuple[int, ...] = (10, 5, 3, 1)
    on_due_day: bool = True
    overdue_first: int = 1
    overdue_every: int = 3
    overdue_slow_after: int = 15
    overdue_slow_every: int = 10
    overdue_stop_after: int = 0
    check_in_repeat: tuple[int, ...] = (5, -5)
    window: tuple[time, time] = (time(7, 30), time(19))
    working_days_only: bool = True
    digest_at: time = time(7, 30)
    daily_ceiling: int = 3
    deputy_after: int = 5
    head_after: int = 10
    coordinator_after: int = 15
    leader_after: int = 0
    escalated_every: int = 5
    promise_quiets: bool = True
    acknowledged_by: tuple[str, ...] = ANSWERS
    reach_before: int = 5

    @property
    def hours(self) -> Hours:
        """When what goes by this policy leaves."""
        return Hours(self.window, self.working_days_only)

    def __post_init__(self) -> None:
        """Refuse what contradicts itself; raise PolicyError."""
        start, end = self.window
        if start >= end:
            raise PolicyError("window", "must end later on the same day than it starts")
        if not start <= self.digest_at < end:
            raise PolicyError("digest_at", f"must lie in the window {start:%H:%M}-{end:%H:%M}")
        last = 0
        for key in ("deputy_after", "head_after", "coordinator_after", "leader_after"):
            days = getattr(self, key)
            if days and days < last:
                raise PolicyError(key, f"must not come before the rung below it ({last} working days)")
            last = days or last


@cache
def default_policy() -> ReminderPolicy:
    """Return the policy of `domain/policies/default.toml`."""
    return policy_from_toml(
        resources.files("domain.policies").joinpath("default.toml").read_text(encoding="utf-8")
    )


def policy_from_toml(text: str, *, base: ReminderPolicy | None = None) -> ReminderPolicy:
    """Read a policy; what it leaves out is as in `base` (a plan's under a unit's), else built in.

    Raise PolicyError naming the setting that is unknown or cannot be used.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PolicyError("TOML", str(error)) from error
    return _with(base or ReminderPolicy(), table)


def policy_to_json(policy: ReminderPolicy) -> dict[str, Any]:
    """Return every setting in its plain form, which `policy_from_json` reads again."""
    return {field.name: _plain(getattr(policy, field.name)) for field in fields(policy)}


def policy_from_json(settings: Mapping[str, Any]) -> ReminderPolicy:
    """Build a policy that `policy_to_json` wrote; raise PolicyError where it is none."""
    return _with(ReminderPolicy(), settings)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, time) else value


def _with(base: ReminderPolicy, table: Mapping[str, Any]) -> ReminderPolicy:
    changes: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _READERS:
            raise PolicyError(key, f"unknown setting; known are {', '.join(_READERS)}")
        changes[key] = _READERS[key](key, value)
    return replace(base, **changes)


def _number(lowest: int, highest: int) -> Callable[[str, Any], int]:
    def read(key: str, value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            raise PolicyError(key, f"must be a whole number from {lowest} to {highest}, not {value!r}")
        return value

    return read


def _numbers(lowest: int, highest: int) -> Callable[[str, Any], tuple[int, ...]]:
    one = _number(lowest, highest)

    def read(key: str, value: Any) -> tuple[int, ...]:
        if not isinstance(value, list):
            raise PolicyError(key, f"must be a list of whole numbers, not {value!r}")
        numbers = tuple(one(key, item) for item in value)
        if len(set(numbers)) < len(numbers):
            raise PolicyError(key, "names a day twice")
        return tuple(sorted(numbers, reverse=True))

    return read


def _switch(key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise PolicyError(key, f"must be true or false, not {value!r}")
    return value


def _clock(key: str, value: Any) -> time:
    if isinstance(value, str):
        try:
            value = time.fromisoformat(value)
        except ValueError:
            raise PolicyError(key, f'must be a time such as "07:30", not {value!r}') from None
    if not isinstance(value, time) or value.tzinfo is not None:
        raise PolicyError(key, f'must be a local time such as "07:30", not {value!r}')
    return value


def _answers(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not set(map(str, value)) <= set(ANSWERS):
        raise PolicyError(key, f"must be a list of some of {', '.join(ANSWERS)}, not {value!r}")
    if "done" not in value:
        raise PolicyError(key, 'must name "done"')
    return tuple(answer for answer in ANSWERS if answer in value)


def _window(key: str, value: Any) -> tuple[time, time]:
    if not isinstance(value, list) or len(value) != 2:
        raise PolicyError(key, 'must be two times, such as ["07:30", "19:00"]')
    return _clock(key, value[0]), _clock(key, value[1])


_READERS: dict[str, Callable[[str, Any], Any]] = {
    "before": _numbers(1, 250),
    "on_due_day": _switch,
    "overdue_first": _number(1, 250),
    "overdue_every": _number(1, 250),
    "overdue_slow_after": _number(0, 1000),
    "overdue_slow_every": _number(0, 250),
    "overdue_stop_after": _number(0, 1000),
    "check_in_repeat": _numbers(-250, 250),
    "window": _window,
    "working_days_only": _switch,
    "digest_at": _clock,
    "daily_ceiling": _number(1, 100),
    "deputy_after": _number(0, 250),
    "head_after": _number(0, 250),
    "coordinator_after": _number(0, 250),
    "leader_after": _number(0, 250),
    "escalated_every": _number(0, 250),
    "promise_quiets": _switch,
    "acknowledged_by": _answers,
    "reach_before": _number(0, 250),
}

if _READERS.keys() != {
    f.name for f in fields(ReminderPolicy)
}:  # pragma: no cover - a slip of ours, at import
    raise TypeError("every setting of ReminderPolicy needs a reader")
