"""Deadlines as typed values: what a plan says about time, before any calendar is laid over it."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum


class DeadlineKind(StrEnum):
    """The six shapes a deadline can take; see the plan-reading contract in docs/architecture.md."""

    ONE_OFF = "one_off"
    PERIOD = "period"
    RECURRING = "recurring"
    CONTINUOUS = "continuous"
    RELATIVE = "relative"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How a recurring deadline repeats.

    `dates` and `window` hold ISO 8601 month-days without a year (`--12-15`); `op` is `before` (the named
    day is excluded) or `by` (included); `day` is a day of the month, `weekday` ISO 1 (Monday) to 7.
    """

    freq: str  # weekly | monthly | quarterly | semiannual | yearly
    op: str | None = None
    day: int | None = None
    month_of_period: int | None = None
    dates: tuple[str, ...] = ()
    window: tuple[str, str] | None = None
    weekday: int | None = None
    interval: int | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance in time; `unit` is `immediately`, `hour`, `day` or `working_day`."""

    value: int
    unit: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline as read. Which fields are set depends on `kind`.

    `one_off`: `date`, `op`, and `start` where a window is named. `period`: `start`, `end` (None = open).
    `recurring`: `recurrence`. `continuous`: perhaps `recurrence`. `relative`: `event`, `offset`.
    `inherited` names the clause a default came from; `also` holds further deadlines of the same sentence.
    """

    kind: DeadlineKind
    date: dt.date | None = None
    op: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    recurrence: Recurrence | None = None
    event: str | None = None
    offset: Offset | None = None
    inherited: str | None = None
    also: tuple["Deadline", ...] = field(default=())
