"""A second brain that checks the first: what should have been said, derived anew and day by day.

It shares nothing with the planner but the duty, the policy's numbers and which days are worked: no step, row or
chain of `domain.ladder`, `domain.escalation` or `domain.reminder` is used, and days are counted by walking the
calendar. A test holds the two against each other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.calendar import WorkingCalendar, local
from domain.duty import Duty
from domain.occurrence import OccurrenceState
from domain.policy import ReminderPolicy

_DAY = timedelta(days=1)
_LONGEST = 4000
"""Working days after which a duty's lateness is no longer followed: many years."""


@dataclass(frozen=True, slots=True)
class Owed:
    """Something that must have been said on `day` or, where that was missed, since.

    `after`: to whoever is told at so many working days of lateness, 0 to the owner. `person`: who that is now.
    """

    reason: str
    day: date
    after: int
    person: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the ledger as the auditor reads it: `read_on` is the local day on which its reader gets it."""

    person: str
    after: int
    reason: str
    read_on: date


def read_day(at: datetime, policy: ReminderPolicy, calendar: WorkingCalendar) -> date:
    """Return the local day on which what is written at an instant is read."""
    here = local(at)
    day, clock = here.date(), here.time()
    while not _lets_leave(day, clock, policy, calendar):
        day, clock = day + _DAY, time.min
    return day


def owed(duty: Duty, policy: ReminderPolicy, calendar: WorkingCalendar, day: date) -> tuple[Owed, ...]:
    """Return the latest thing each person must have heard about a duty by the end of a working day."""
    if duty.snoozed_until is not None and day < _working_from(duty.snoozed_until, calendar):
        return ()
    found = []
    people = _people(duty)
    owner = next((person for _, person in people), None)
    days = [] if _left_in_peace(duty, policy, calendar, day) else _owner_days(duty, policy, calendar, day)
    if days:
        reason, latest = max(days, key=lambda one: one[1])
        found.append(Owed(reason, latest, 0, owner))
    told = {owner}
    for after, person in _higher(people, owner, policy):
        latest_day = _escalated_on(duty, after, policy, calendar, day)
        if latest_day is not None and person not in told:
            told.add(person)
            found.append(Owed("escalated", latest_day, after, person))
    return tuple(found)


def escalations(duty: Duty, policy: ReminderPolicy, calendar: WorkingCalendar, day: date) -> tuple[Owed, ...]:
    """Return the latest day up to `day` of every rung that is told when a duty is late, whoever stands on it."""
    numbers = (policy.deputy_after, policy.head_after, policy.coordinator_after, policy.leader_after)
    days = ((after, _escalated_on(duty, after, policy, calendar, day)) for after in numbers if after)
    return tuple(Owed("escalated", one, after, None) for after, one in days if one is not None)


def missing(wanted: Iterable[Owed], entries: Sequence[Entry], day: date) -> tuple[Owed, ...]:
    """Return what is owed by the end of `day` and in no entry since its own day."""
    return tuple(
        one
        for one in wanted
        if not any(e.after == one.after and one.day <= e.read_on <= day for e in entries)
    )


def is_extra(entry: Entry, others: Iterable[Entry], wanted: Iterable[Owed]) -> bool:
    """Whether nothing asked for an entry: no step has come, or its reader was told since (`others` came before)."""
    step = next((one for one in wanted if one.after == entry.after), None)
    if step is None or step.day > entry.read_on:
        return True
    return any(e.person == entry.person and e.after == entry.after and e.read_on >= step.day for e in others)


# The owner


def _left_in_peace(duty: Duty, policy: ReminderPolicy, calendar: WorkingCalendar, day: date) -> bool:
    """Whether a promise keeps the owner in peace: until its day, never past the last safe day."""
    if duty.promised_on is None or not policy.promise_quiets or duty.state is not OccurrenceState.UNDER_WAY:
        return False
    until = _working_from(duty.promised_on, calendar)
    if duty.due_on is not None and not duty.check_in:
        until = min(until, _working_upto(duty.due_on, calendar))
    return day < until


def _owner_days(
    duty: Duty, policy: ReminderPolicy, calendar: WorkingCalendar, day: date
) -> list[tuple[str, date]]:
    """Return every day up to `day` on which the owner should hear, with why."""
    if duty.check_in or (duty.due_on is None and not duty.at_once):
        if duty.check_in_until is not None and day > duty.check_in_until:
            return []
        days = _check_ins(duty, policy, calendar)
    elif duty.due_on is None:
        days = [("due_today", _working_from(duty.opens_on, calendar))]
        days += [("due_today", d) for d in _late_days(duty.opens_on, 1, policy, calendar, day)]
    else:
        days = _before(duty.opens_on, duty.due_on, policy, calendar)
        since = max(duty.opens_on, duty.due_on)
        days += [("overdue", d) for d in _late_days(since, 0, policy, calendar, day)]
    if duty.promised_on is not None and duty.state is OccurrenceState.UNDER_WAY:
        days.append(("repeat", _working_from(duty.promised_on, calendar)))
    if duty.snoozed_until is not None:
        days.append(("repeat", _working_from(duty.snoozed_until, calendar)))
    return [(reason, d) for reason, d in days if d <= day]


def _before(
    opens: date, due: date, policy: ReminderPolicy, calendar: WorkingCalendar
) -> list[tuple[str, date]]:
    last = _working_upto(due, calendar)
    found = [("due_today", last)] if policy.on_due_day else []
    back, count = last, 0
    while count < max(policy.before, default=0):
        back = _working_upto(back - _DAY, calendar)
        count += 1
        if count in policy.before and back >= opens:
            found.append(("soon", back))
    return found


def _late_days(
    since: date, least: int, policy: ReminderPolicy, calendar: WorkingCalendar, day: date
) -> list[date]:
    """Return the days of the rhythm of what is overdue, counted in working days after `since`."""
    found = []
    wanted = _rhythm(max(policy.overdue_first, least), policy)
    following = next(wanted, None)
    for count, one in enumerate(_working_after(since, day, calendar), start=1):
        if following is None:
            break
        if count == following:
            found.append(one)
            following = next(wanted, None)
    return found


def _rhythm(first: int, policy: ReminderPolicy) -> Iterator[int]:
    count = first
    while count <= (policy.overdue_stop_after or _LONGEST):
        yield count
        slow = policy.overdue_slow_after and policy.overdue_slow_every
        if slow and count + policy.overdue_every > policy.overdue_slow_after:
            count += policy.overdue_slow_every
        else:
            count += policy.overdue_every


def _check_ins(duty: Duty, policy: ReminderPolicy, calendar: WorkingCalendar) -> list[tuple[str, date]]:
    until = duty.check_in_until
    days = set()
    for number in policy.check_in_repeat:
        if number >= 0:
            day = _working_from(duty.opens_on, calendar)
            for _ in range(number):
                day = _working_from(day + _DAY, calendar)
        elif until is not None:
            day = _working_upto(until, calendar)
            for _ in range(-number):
                day = _working_upto(day - _DAY, calendar)
        else:
            continue
        days.add(day)
    inside = {day for day in days if duty.opens_on <= day and (until is None or day <= until)}
    if not inside and policy.check_in_repeat:
        middle = duty.opens_on if until is None else duty.opens_on + (until - duty.opens_on) // 2
        inside = {_working_from(middle, calendar)}
    return [("repeat", day) for day in inside]


# Those above


def _people(duty: Duty) -> list[tuple[int, str]]:
    chain = duty.chain
    everybody = (chain.focal, chain.deputy, chain.head, chain.coordinator, chain.leader)
    return [(rung, person) for rung, person in enumerate(everybody) if person is not None]


def _higher(
    people: Sequence[tuple[int, str]], owner: str | None, policy: ReminderPolicy
) -> Iterator[tuple[int, str]]:
    """Yield who hears at how many working days of lateness, from the deputy up."""
    numbers = (policy.deputy_after, policy.head_after, policy.coordinator_after, policy.leader_after)
    for rung, after in enumerate(numbers, start=1):
        top = 4 if rung == 4 else 3
        person = next((p for place, p in people if rung <= place <= top and p != owner), None)
        if after and person is not None:
            yield after, person


def _escalated_on(
    duty: Duty, after: int, policy: ReminderPolicy, calendar: WorkingCalendar, day: date
) -> date | None:
    """Return the last day up to `day` on which the rung told after so many working days should hear."""
    if duty.check_in or (duty.due_on is None and not duty.at_once):
        return None
    since = duty.opens_on if duty.due_on is None else max(duty.opens_on, duty.due_on)
    latest = None
    for count, one in enumerate(_working_after(since, day, calendar), start=1):
        again = policy.escalated_every and count > after and (count - after) % policy.escalated_every == 0
        if count == after or again:
            latest = one
    return latest


# Walking the calendar


def _working_from(day: date, calendar: WorkingCalendar) -> date:
    while not calendar.is_working_day(day):
        day += _DAY
    return day


def _working_upto(day: date, calendar: WorkingCalendar) -> date:
    while not calendar.is_working_day(day):
        day -= _DAY
    return day


def _working_after(since: date, upto: date, calendar: WorkingCalendar) -> Iterator[date]:
    day = since + _DAY
    while day <= upto:
        if calendar.is_working_day(day):
            yield day
        day += _DAY


def _lets_leave(day: date, clock: time, policy: ReminderPolicy, calendar: WorkingCalendar) -> bool:
    """Whether something written at a time of a day still leaves that day."""
    start, end = policy.window
    if policy.working_days_only:
        if not calendar.is_working_day(day):
            return False
        half = calendar.half_day(day)
        if half is not None:
            start, end = max(start, half[0]), min(end, half[1])
    return start < end and clock < end
