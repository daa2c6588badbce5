"""From a deadline to the periods it asks something in, and the states each of them goes through."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from domain.calendar import WorkingCalendar
from domain.deadline import Deadline, DeadlineKind, Recurrence

_DAY = timedelta(days=1)
_MONTHS = {"monthly": 1, "quarterly": 3, "semiannual": 6, "yearly": 12}
_LEAD = {"weekly": 0, "monthly": 14, "quarterly": 30, "semiannual": 30, "yearly": 30}
"""Days before the due day at which a period is open at the latest: what is due on 5 July is begun in June."""

_LOOKS_BACK = {"quarterly": timedelta(days=30), "semiannual": timedelta(days=45)}
"""What is due early in such a period speaks of the one before: 5 July of H1, 10 January of last year's H2."""


class OccurrenceState(StrEnum):
    """Where one occurrence stands; see `domain.progress` for what moves it."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    DIFFICULTY = "difficulty"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    CANCELLED = "cancelled"


OPEN_STATES = frozenset(
    {OccurrenceState.OPEN, OccurrenceState.UNDER_WAY, OccurrenceState.DIFFICULTY, OccurrenceState.RETURNED}
)
"""The states in which the unit still owes something."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """How often undated duties are asked about: weekly, monthly, quarterly, semiannual or yearly."""

    freq: str = "quarterly"

    def __post_init__(self) -> None:
        """Refuse a rhythm nobody can keep; raise ValueError."""
        if self.freq not in _LEAD:
            raise ValueError(f"freq must be one of {', '.join(_LEAD)}, not {self.freq!r}")


@dataclass(frozen=True, slots=True)
class Period:
    """One occurrence in time: `label` is unique and stable within its deadline.

    `due_on` is the last safe day (14 December for "trước ngày 15/12"), None for check-ins; `closes_on` is the
    last day of the period, which for a dated one is `due_on`.
    """

    label: str
    opens_on: date
    due_on: date | None
    closes_on: date | None = None


def target_day(due_on: date, calendar: WorkingCalendar) -> date:
    """Return the last working day on or before `due_on`: what reminders aim at."""
    return calendar.previous_working_day(due_on)


def safe_day(named: date, op: str | None) -> date:
    """Return the last day that is surely in time: the one before `named` for `before`, else `named`."""
    return named - _DAY if op == "before" else named


def periods(deadline: Deadline, *, first: date, last: date, check_in: CheckIn) -> tuple[Period, ...]:
    """Return the periods that overlap `first` to `last` (both included), in time order.

    Labels: 2026, 2026-H1, 2026-Q3, 2026-08, 2026-W34, or the due day where none of these is unique.
    An interval ("02 năm một lần") counts from the deadline's own start, else from `first`. Further deadlines
    in `also` are included, except those that wait for an event. A one-off without a start opens on `first`.
    """
    found = [p for p in _one(deadline, first, last, check_in) if p.opens_on <= last and _end(p) >= first]
    for other in deadline.also:
        if other.kind is not DeadlineKind.RELATIVE:
            labels, ends = {p.label for p in found}, {_end(p) for p in found}
            for period in periods(other, first=first, last=last, check_in=check_in):
                label = period.label if period.label not in labels else _end(period).isoformat()
                if label not in labels and _end(period) not in ends:
                    found.append(replace(period, label=label))
    return tuple(sorted(found, key=lambda p: (p.opens_on, _end(p), p.label)))


def _end(period: Period) -> date:
    return period.due_on or period.closes_on or period.opens_on


def _one(deadline: Deadline, first: date, last: date, check_in: CheckIn) -> Iterator[Period]:
    kind = deadline.kind
    begin, end = deadline.start or date.min, deadline.end or date.max
    if kind is DeadlineKind.RECURRING and deadline.recurrence is not None:
        found = _recurring(deadline.recurrence, deadline.start, first, last)
        yield from (p for p in found if begin <= _end(p) <= end)
    elif kind in {DeadlineKind.ONE_OFF, DeadlineKind.RELATIVE} and deadline.date is not None:
        yield _dated(safe_day(deadline.date, deadline.op), deadline.start or first)
    elif kind is DeadlineKind.PERIOD and deadline.end is not None:
        yield _dated(safe_day(deadline.end, deadline.op), deadline.start or first)
    else:
        yield from _check_ins(check_in.freq, max(first, begin), min(last, end))


def _dated(due: date, opens: date) -> Period:
    return Period(due.isoformat(), min(opens, due), due, due)


def _check_ins(freq: str, first: date, last: date) -> Iterator[Period]:
    start = _start_of(freq, first)
    while start <= last:
        following = _shift(freq, start, 1)
        yield Period(_label(freq, start), start, None, following - _DAY)
        start = following


def _recurring(rule: Recurrence, anchor: date | None, first: date, last: date) -> Iterator[Period]:
    """Yield the occurrences of `rule`, from before `first` to after `last`; the caller cuts."""
    # Days of the year come round once a year, whatever the rhythm is called.
    freq = rule.freq if rule.freq in _LEAD and rule.window is None else "yearly"
    interval = max(rule.interval or 1, 1)
    start = _shift(freq, _start_of(freq, first), -2)
    origin = _start_of(freq, anchor or first)
    previous: date | None = None
    while start <= _shift(freq, last, 2):
        for label, opens, due in _in_period(rule, freq, start):
            if _distance(freq, origin, start) % interval == 0:
                opened = opens if previous is None else max(opens, previous + _DAY)
                yield Period(label, min(opened, due), due, due)
            previous = due
        start = _shift(freq, start, 1)


def _in_period(rule: Recurrence, freq: str, start: date) -> Iterator[tuple[str, date, date]]:
    """Yield (label, opens, due) of what falls in the period that begins at `start`."""
    if rule.window is not None:
        opens, end = (_month_day(text, start.year) for text in rule.window)
        if end < opens:
            end = _month_day(rule.window[1], start.year + 1)
        if _start_of(freq, opens) == start:
            yield _label(freq, start), opens, safe_day(end, rule.op)
        return
    named = sorted(_named_days(rule, freq, start))
    for day in named:
        begin = _spoken_of(rule, freq, day)
        due = safe_day(day, rule.op)
        label = due.isoformat() if begin is None and len(named) > 1 else _label(freq, begin or start)
        begin = begin or start
        yield label, min(begin, due - timedelta(days=_LEAD[freq])), due


def _spoken_of(rule: Recurrence, freq: str, day: date) -> date | None:
    """Return the start of the period a named day closes, None where days would then share a period."""
    back = _LOOKS_BACK.get(freq)
    if back is None or not rule.dates:
        return None
    days = {_month_day(text, year) for text in rule.dates for year in (day.year, day.year + 1)}
    alone = len({_start_of(freq, d - back) for d in days}) == len(days)
    return _start_of(freq, day - back) if alone else None


def _named_days(rule: Recurrence, freq: str, start: date) -> Iterator[date]:
    end = _shift(freq, start, 1) - _DAY
    if rule.dates:
        days = (_month_day(text, year) for text in rule.dates for year in {start.year, end.year})
        yield from {day for day in days if start <= day <= end}
    elif freq == "weekly":
        yield start + timedelta(days=(rule.weekday or 7) - 1)
    elif rule.day is None and rule.month_of_period is None:
        yield end
    else:
        months = _MONTHS[freq]
        month = _add_months(start, min(rule.month_of_period or months, months) - 1)
        yield _clamped(month.year, month.month, rule.day or 31)


def _start_of(freq: str, day: date) -> date:
    if freq == "weekly":
        return day - timedelta(days=day.weekday())
    months = _MONTHS[freq]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def _shift(freq: str, day: date, periods_on: int) -> date:
    """Move a first day by whole periods (any other day lands on the first of its month)."""
    if freq == "weekly":
        return day + timedelta(weeks=periods_on)
    return _add_months(day, _MONTHS[freq] * periods_on)


def _distance(freq: str, a: date, b: date) -> int:
    if freq == "weekly":
        return (b - a).days // 7
    return ((b.year - a.year) * 12 + b.month - a.month) // _MONTHS[freq]


def _label(freq: str, start: date) -> str:
    match freq:
        case "weekly":
            year, week, _ = start.isocalendar()
            return f"{year}-W{week:02}"
        case "monthly":
            return f"{start:%Y-%m}"
        case "quarterly":
            return f"{start.year}-Q{(start.month + 2) // 3}"
        case "semiannual":
            return f"{start.year}-H{1 if start.month < 7 else 2}"
        case _:
            return f"{start.year}"


def _month_day(text: str, year: int) -> date:
    """Lay an ISO month-day (`--12-15`) into a year; a day the month does not have becomes its last."""
    month, day = text.removeprefix("--").split("-")
    return _clamped(year, int(month), int(day))


def _clamped(year: int, month: int, day: int) -> date:
    last = (_add_months(date(year, month, 1), 1) - _DAY).day
    return date(year, month, min(day, last))


def _add_months(day: date, months: int) -> date:
    whole = day.year * 12 + day.month - 1 + months
    return date(whole // 12, whole % 12 + 1, 1)
