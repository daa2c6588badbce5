"""Which periods of a plan's rows become occurrences, and from which day to which."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from domain.deadline import Deadline, DeadlineKind
from domain.duty_kinds import looks_back
from domain.occurrence import CheckIn, Period, periods, safe_day
from domain.plan_json import deadline_from_json

_DAY = timedelta(days=1)
_YEAR = re.compile(r"(?<!tháng \d )(?<!tháng \d\d )năm (20\d\d)")
_DATED = frozenset({DeadlineKind.ONE_OFF, DeadlineKind.RECURRING, DeadlineKind.PERIOD})


def horizon(day: date) -> date:
    """Return the last day of the month after next: occurrences that open until then exist."""
    months = day.year * 12 + day.month - 1 + 3
    return date(months // 12, months % 12 + 1, 1) - _DAY


def first_day(title: str, approved_on: date) -> date:
    """Return the day from which recurring duties count.

    It is the day of approval, or 1 January of the one year the title names where that is still to come.
    """
    years = {int(year) for year in _YEAR.findall(title)}
    coming = {year for year in years if year > approved_on.year}
    return date(coming.pop(), 1, 1) if len(years) == 1 and coming else approved_on


def is_tracked(kind: str, deadline: Deadline, text: str = "") -> bool:
    """Whether a row becomes occurrences at all.

    Tasks always do: without a date they are asked about in the rhythm of the plan. Reports do unless they are
    owed only when something happens or is asked for. Any other duty ("theo dõi, đôn đốc", "báo ngay khi có vướng
    mắc") does only where it has a date: asking every unit each quarter whether it still goes on would be noise,
    and what it leads to is in its tasks and reports. A review of the plan, or whom to commend for it, is asked about
    all the same: it is work of its own, mostly "theo quy định" and without a day.
    """
    if kind == "task":
        return True
    every = (deadline, *deadline.also)
    if kind == "report":
        return any(one.kind is not DeadlineKind.RELATIVE or one.date is not None for one in every)
    return looks_back(text) is not None or any(one.kind in _DATED and _ends(one) for one in every)


def _ends(deadline: Deadline) -> bool:
    return deadline.kind is not DeadlineKind.PERIOD or deadline.end is not None


def periods_of(task: Mapping[str, Any], *, first: date, last: date, check_in: str) -> tuple[Period, ...]:
    """Return the periods of a row (`kind` and `deadline` as in a reading) that open until `last`.

    A single date already past at `first` is kept, it is owed all the same; recurring periods that ended
    before are not.
    """
    deadline = deadline_from_json(dict(task["deadline"]))
    if not is_tracked(task["kind"], deadline, task.get("text", "")):
        return ()
    if task["kind"] == "duty" and looks_back(task.get("text", "")) is not None:
        check_in = "yearly"
    past = {
        due for one in (deadline, *deadline.also) if (due := _single_due(one)) is not None and due < first
    }
    found = periods(deadline, first=min((first, *past)), last=last, check_in=CheckIn(check_in))
    return tuple(p for p in found if p.due_on in past or (p.due_on or p.closes_on or last) >= first)


def _single_due(deadline: Deadline) -> date | None:
    """Return the last safe day of a deadline that comes once, None for any other."""
    if deadline.kind is DeadlineKind.ONE_OFF and deadline.date is not None:
        return safe_day(deadline.date, deadline.op)
    if deadline.kind is DeadlineKind.PERIOD and deadline.end is not None:
        return safe_day(deadline.end, deadline.op)
    return None
