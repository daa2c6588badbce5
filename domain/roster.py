"""Who is on duty for a unit when: spans, and which of them holds at an instant. Pure.

A span by dates goes before the standing ones; of several that hold, the one set last goes first. A night belongs to
no day off: from midnight on a day off is one, until midnight.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from domain.calendar import WorkingCalendar, local
from domain.desk_policy import DeskPolicy

LONGEST = timedelta(days=366)
"""A span by dates is no longer: what holds for ever is a standing one."""


class Span(StrEnum):
    """When a shift holds: at working hours, in the nights before and after them, on days off, or by dates."""

    HOURS = "hours"
    NIGHTS = "nights"
    DAYS_OFF = "days_off"
    DATED = "dated"


STANDING = (Span.HOURS, Span.NIGHTS, Span.DAYS_OFF)


@dataclass(frozen=True, slots=True)
class When:
    """A span; `starts` and `ends` (not included) are given for one by dates alone."""

    span: Span
    starts: datetime | None = None
    ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """Somebody is on duty for a unit, with a stand-in or without."""

    id: int
    unit_id: int
    person_id: int
    stand_in_id: int | None
    span: str
    starts: datetime | None
    ends: datetime | None

    @property
    def when(self) -> When:
        """Return when it holds."""
        return When(Span(self.span), self.starts, self.ends)


def standing_at(now: datetime, calendar: WorkingCalendar, desk: DeskPolicy) -> Span:
    """Return which of the standing spans an instant lies in."""
    here = local(now)
    if not calendar.is_working_day(here.date()):
        return Span.DAYS_OFF
    since = here - datetime.combine(here.date(), time.min, tzinfo=here.tzinfo)
    return Span.HOURS if desk.roster_day_begins <= since < desk.roster_day_ends else Span.NIGHTS


def holding(
    shifts: Iterable[Shift], now: datetime, calendar: WorkingCalendar, desk: DeskPolicy
) -> tuple[Shift, ...]:
    """Return the shifts that hold at an instant, who is on duty first."""
    standing = standing_at(now, calendar, desk)
    latest = sorted(shifts, key=lambda shift: -shift.id)
    dated = [s for s in latest if s.span == Span.DATED and _covers(s, now)]
    return (*dated, *(s for s in latest if s.span == standing))


def _covers(shift: Shift, now: datetime) -> bool:
    return shift.starts is not None and shift.ends is not None and shift.starts <= now < shift.ends
