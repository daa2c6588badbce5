"""What a unit may ask for by itself and who may grant the rest: one frozen value, read from TOML."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from domain.calendar import WorkingCalendar
from domain.occurrence import target_day
from domain.policy import PolicyError


@dataclass(frozen=True, slots=True)
class Terms:
    """The numbers of `domain/policies/terms.toml`, which explains each; a name is its table and its line."""

    snooze_longest: int
    snooze_most: int
    extension_office_days: int
    extension_office_times: int
    extension_longest_days: int
    request_longest_days: int
    target_opens_month: int
    target_closes_after_days: int
    returned_ask_after: int


@cache
def default_terms() -> Terms:
    """Return the terms of `domain/policies/terms.toml`."""
    return terms_from_toml(resources.files("domain.policies").joinpath("terms.toml").read_text("utf-8"))


def terms_from_toml(text: str) -> Terms:
    """Read all terms; raise PolicyError naming what is missing, unknown or no whole number above 0."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PolicyError("TOML", str(error)) from error
    given: dict[str, Any] = {}
    for table, lines in tables.items():
        if not isinstance(lines, Mapping):
            raise PolicyError(table, "stands outside a table")
        given |= {f"{table}_{key}": value for key, value in lines.items()}
    known = {field.name for field in fields(Terms)}
    for name in sorted(known ^ given.keys()):
        raise PolicyError(name, "is missing" if name in known else f"unknown; known are {sorted(known)}")
    for name, value in given.items():
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= 3_660:
            raise PolicyError(name, f"must be a whole number from 1 to 3660, not {value!r}")
    if given["target_opens_month"] > 12:
        raise PolicyError("target_opens_month", "must be a month from 1 to 12")
    return Terms(**given)


def snooze_days(
    due_on: date | None, today: date, calendar: WorkingCalendar, terms: Terms
) -> tuple[date, ...]:
    """Return the days to which a reminder may be put off, soonest first; none where the last day is here.

    They are working days, at most `snooze_longest`; none is later than the last working day of a duty that is
    not late yet, and a late duty is put off by one.
    """
    days = tuple(calendar.add_working_days(today, n) for n in range(1, terms.snooze_longest + 1))
    if due_on is None:
        return days
    aim = target_day(due_on, calendar)
    if today > due_on:
        return days[:1]
    return tuple(day for day in days if day <= aim)


def ask_returned_on(due_on: date | None, today: date, calendar: WorkingCalendar, terms: Terms) -> date | None:
    """Return the day on which what was returned is asked about, None where its due day brings that as soon."""
    day = calendar.add_working_days(today, terms.returned_ask_after)
    return day if due_on is None or target_day(due_on, calendar) > day else None


def needs_leader(due_on: date, wanted_on: date, granted: Sequence[date | None], terms: Terms) -> bool:
    """Whether an extension is more than the coordinating office may grant by itself.

    `granted` holds, for each extension granted so far and oldest first, the due day it was asked from.
    """
    first = next((day for day in granted if day is not None), due_on)
    return (wanted_on - first).days > terms.extension_office_days or (
        len(granted) >= terms.extension_office_times
    )
