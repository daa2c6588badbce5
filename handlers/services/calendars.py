"""The office's own calendar files: nothing moves before it was shown, and what was adopted is what counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from domain.calendar import WorkingCalendar, office_calendar
from domain.errors import BadInputError
from domain.occurrence import target_day
from domain.policy import ReminderPolicy
from domain.reminder import next_evaluation
from handlers.services import reminders
from storage.unit_of_work import UnitOfWork

ADOPTED = "calendars"


@dataclass(frozen=True, slots=True)
class Moved:
    """An open duty that a changed calendar touches: its last safe day, and when it is next reminded of.

    The due day itself never moves.
    """

    unit: str
    duty: str
    occurrence: str
    due: date | None
    safe: tuple[date | None, date | None]
    reminder: tuple[datetime | None, datetime | None]


def files(uow: UnitOfWork) -> Mapping[str, str]:
    """Return the adopted files, name to text."""
    kept = uow.meta.get(ADOPTED) or {}
    found: Mapping[str, str] = kept.get("files", {})
    return found


def adopted(uow: UnitOfWork) -> WorkingCalendar:
    """Return the calendar the office goes by."""
    return office_calendar(files(uow))


def moved(
    uow: UnitOfWork,
    policy: ReminderPolicy,
    calendar: WorkingCalendar,
    later: WorkingCalendar,
    now: datetime,
) -> tuple[Moved, ...]:
    """Return what would move if `later` took the place of `calendar`, soonest due first."""
    found = []
    for record, duty, own in reminders.open_duties(uow, policy, calendar, now):
        safe = (_safe(record.due_on, calendar), _safe(record.due_on, later))
        reminder = (
            next_evaluation(duty, own, calendar, now),
            next_evaluation(duty, own, later, now),
        )
        if safe[0] != safe[1] or reminder[0] != reminder[1]:
            found.append(
                Moved(record.unit_name, record.task_ref, record.label, record.due_on, safe, reminder)
            )
    return tuple(sorted(found, key=lambda one: (one.due or date.max, one.unit, one.duty)))


def adopt(uow: UnitOfWork, texts: Mapping[str, str], by: str, now: datetime) -> None:
    """Make these files the office's calendar and have every open duty looked at anew.

    Raises BadInputError `policy-needs-why` where nobody answers for it, CalendarError for a file of no use.
    """
    if not by.strip():
        raise BadInputError("policy-needs-why")
    office_calendar(texts)
    uow.meta.put(ADOPTED, {"files": dict(texts), "by": by, "at": now.isoformat()})
    detail = {"by": by, "files": dict(texts)}
    uow.audit.add("calendar_adopted", "calendar", person_id=None, now=now, detail=detail)
    uow.occurrences.look_again((record.code for record in uow.occurrences.open()), now)


def _safe(due: date | None, calendar: WorkingCalendar) -> date | None:
    return None if due is None else target_day(due, calendar)
