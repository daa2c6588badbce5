"""Which reminders should exist at an instant: computed from duties, calendar and policy, never remembered.

Of a person's steps for a duty only the latest that has come counts: sent, there is nothing to do; due today,
it is sent; missed, it is made good once by a catch-up. So it does not matter when or how often this runs, and
nothing piles up behind an outage.
"""

from collections.abc import Container, Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from domain.calendar import LOCAL, WorkingCalendar, local
from domain.duty import Duty, Reminder, SentKey
from domain.escalation import Chain, EscalationStep, recipients_at, rungs
from domain.ladder import (
    Reason,
    Row,
    Step,
    at_once_row,
    check_in_row,
    dated_row,
    days_back,
    escalation_row,
    graver_of_latest,
)
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.policy import Hours, ReminderPolicy

__all__ = [
    "Duty",
    "Reason",
    "Reminder",
    "SentKey",
    "deliver_at",
    "due_reminders",
    "next_evaluation",
    "quiet_from",
]

_CATCH_UP = Reason.CATCH_UP.value
_DAY = timedelta(days=1)


def due_reminders(
    duties: Iterable[Duty],
    sent: Container[SentKey],
    policy: ReminderPolicy,
    calendar: WorkingCalendar,
    now: datetime,
) -> list[Reminder]:
    """Return the reminders that should exist as of `now` (aware) and are not among `sent`.

    They are those of the day on which a message made at `now` is read: the local date, after hours and on days
    of rest the next working day. Nothing else of `now` counts. At most one for a duty and person on each such
    day, after any gap too.
    """
    day = _Day(policy, calendar, local(deliver_at(now, policy, calendar)).date())
    found: list[Reminder] = []
    for duty in duties:
        if duty.state in OPEN_STATES and not day.is_far_from(duty):
            day.collect(duty, sent, found)
    return found


def next_evaluation(
    duty: Duty, policy: ReminderPolicy, calendar: WorkingCalendar, now: datetime, *, outstanding: bool = False
) -> datetime | None:
    """Return the next instant (UTC, after `now`) at which `due_reminders` can give more, None for never.

    Supposes that what was due at `now` has been sent, so evaluate a new or changed duty first; with
    `outstanding` (something was held back) it is the digest hour of the next working day at the latest.
    """
    if duty.state not in OPEN_STATES:
        return None
    here = local(now)
    upto = here.date() - _DAY if here.time() < policy.digest_at else here.date()
    if outstanding:
        return _at_digest(calendar.next_working_day(upto + _DAY), policy)
    day = _shared_day(policy, calendar, upto)
    wake = day.wakes_from_snooze(duty)
    if wake is not None and wake > upto:
        return _at_digest(wake, policy)
    following = day.next_step(duty)
    return None if following is None else _at_digest(following, policy)


def deliver_at(
    now: datetime,
    policy: ReminderPolicy | Hours,
    calendar: WorkingCalendar,
    urgent: bool = False,
) -> datetime:
    """Return when a message made at `now` may leave: `now` in the window or if urgent, else its start.

    On a half day the window is what of it the offices work.
    """
    if urgent:
        return now
    hours = policy.hours if isinstance(policy, ReminderPolicy) else policy
    here = local(now)
    day, clock = here.date(), here.time()
    while (opened := _opened(day, hours, calendar)) is None or clock >= opened[1]:
        day = calendar.next_working_day(day + _DAY) if hours.working_days_only else day + _DAY
        clock = time.min
    return now if clock >= opened[0] else datetime.combine(day, opened[0], LOCAL).astimezone(UTC)


def _opened(day: date, hours: Hours, calendar: WorkingCalendar) -> tuple[time, time] | None:
    """Return from when to when messages leave on a day, None where they do not."""
    if not hours.working_days_only:
        return hours.window
    if not calendar.is_working_day(day):
        return None
    half = calendar.half_day(day)
    if half is None:
        return hours.window
    start, end = max(hours.window[0], half[0]), min(hours.window[1], half[1])
    return (start, end) if start < end else None


def quiet_from(at: datetime, policy: ReminderPolicy) -> datetime:
    """Return the end of the window on the local day of `at`: from then on nothing leaves but what is urgent."""
    return datetime.combine(local(at).date(), policy.window[1], LOCAL).astimezone(UTC)


def _at_digest(day: date, policy: ReminderPolicy) -> datetime:
    return datetime.combine(day, policy.digest_at, LOCAL).astimezone(UTC)


def _own_words(duty: Duty, calendar: WorkingCalendar) -> Row:
    """Return the steps the unit itself asked for: the day it promised, the day it wants to hear again."""
    steps = []
    if duty.promised_on is not None and duty.state is OccurrenceState.UNDER_WAY:
        day = calendar.next_working_day(duty.promised_on)
        steps.append(Step(day, Reason.REPEAT, f"promise-{duty.promised_on}", "promised for this day"))
    if duty.snoozed_until is not None:
        day = calendar.next_working_day(duty.snoozed_until)
        steps.append(Step(day, Reason.REPEAT, f"snooze-{duty.snoozed_until}", "put off until this day"))
    return Row(tuple(sorted(steps, key=lambda step: step.day)))


class _Slot(NamedTuple):
    """The latest step of a row, with what the ledger would know of it: itself, or a catch-up made since."""

    step: Step
    reason: str
    made_good: tuple[str, ...]


class _Day:
    """One local date laid over a policy and a calendar; remembers what duties have in common."""

    def __init__(self, policy: ReminderPolicy, calendar: WorkingCalendar, today: date) -> None:
        self._policy = policy
        self._calendar = calendar
        self._today = today
        reach = calendar.add_working_days(today, max(policy.before, default=0))
        self._far = calendar.next_working_day(reach + _DAY)
        self._next: dict[tuple[object, ...], date | None] = {}
        self._slots: dict[tuple[object, ...], _Slot | None] = {}
        self._told: dict[tuple[Chain, int], tuple[EscalationStep, ...]] = {}
        self._overdue: dict[date, int] = {}

    def is_far_from(self, duty: Duty) -> bool:
        """Whether the due day lies beyond every reminder (a cheap first look)."""
        return (
            duty.due_on is not None
            and duty.due_on >= self._far
            and not duty.check_in
            and duty.promised_on is None
            and duty.snoozed_until is None
        )

    def wakes_from_snooze(self, duty: Duty) -> date | None:
        """Return the working day on which a snoozed duty is heard of again."""
        return None if duty.snoozed_until is None else self._calendar.next_working_day(duty.snoozed_until)

    def quiet_until(self, duty: Duty) -> date | None:
        """Return the day to which a promise keeps the owner in peace: never past what the due day aims at."""
        promise = duty.promised_on
        if promise is None or duty.state is not OccurrenceState.UNDER_WAY or not self._policy.promise_quiets:
            return None
        promised = self._calendar.next_working_day(promise)
        if duty.check_in or duty.due_on is None:
            return promised
        return min(promised, self._calendar.previous_working_day(duty.due_on))

    def row(self, duty: Duty, step: EscalationStep | None = None) -> Row:
        """Return the steps the plan asks for: the owner's, or those of somebody brought in later."""
        late = duty.late_from
        if late is None:
            return check_in_row(duty.opens_on, duty.check_in_until, self._policy, self._calendar)
        if step is not None and step.after:
            return escalation_row(step.rung, step.after, step.because, late, self._policy)
        if duty.due_on is None:
            return at_once_row(duty.opens_on, self._policy, self._calendar)
        return dated_row(duty.opens_on, duty.due_on, self._policy, self._calendar)

    def next_step(self, duty: Duty) -> date | None:
        """Return the first day after this one on which the owner hears or somebody may be brought in."""
        own = self._next_own_step(duty)
        late = duty.late_from
        if late is None or (own is not None and duty.due_on is not None and own <= duty.due_on):
            return own
        if (late,) not in self._next:
            rows = (
                escalation_row(level, after, "", late, self._policy) for level, after in rungs(self._policy)
            )
            days = [row.after(self._today, self._calendar) for row in rows]
            self._next[late,] = min(filter(None, days), default=None)
        return min(filter(None, (own, self._next[late,])), default=None)

    def _next_own_step(self, duty: Duty) -> date | None:
        """Return the first day after this one on which the owner hears; what a promise held back comes at its end."""
        quiet_until = self.quiet_until(duty)
        start, asked_for = self._today, _own_words(duty, self._calendar)
        if quiet_until is not None and quiet_until > self._today:
            start = quiet_until
            if any(row.latest(start, self._calendar) for row in (self.row(duty), asked_for)):
                return quiet_until
        key = (duty.opens_on, duty.due_on, duty.check_in, duty.check_in_until, duty.at_once, start)
        if key not in self._next:
            self._next[key] = self.row(duty).after(start, self._calendar)
        days = [self._next[key], asked_for.after(start, self._calendar)]
        return min(filter(None, days), default=None)

    def collect(self, duty: Duty, sent: Container[SentKey], found: list[Reminder]) -> None:
        """Add what this duty owes today, at most one for each person."""
        if duty.snoozed_until is not None:
            wake = self.wakes_from_snooze(duty)
            if wake is not None and self._today < wake:
                return
        quiet_until = None if duty.promised_on is None else self.quiet_until(duty)
        for told in self._recipients(duty):
            if quiet_until is not None and not told.after and self._today < quiet_until:
                continue
            slot = self._slot(duty, told)
            if slot is None or (duty.occurrence, slot.reason, slot.step.label, told.person) in sent:
                continue
            if not any((duty.occurrence, _CATCH_UP, label, told.person) in sent for label in slot.made_good):
                found.append(self._reminder(duty, told, slot.step))

    def _recipients(self, duty: Duty) -> tuple[EscalationStep, ...]:
        overdue, late = 0, duty.late_from
        if late is not None and late < self._today:
            if late not in self._overdue:
                days = self._calendar.working_days_between(late, self._today)
                self._overdue[late] = max(
                    (after for _, after in rungs(self._policy) if after <= days), default=0
                )
            overdue = self._overdue[late]
        key = (duty.chain, overdue)
        if key not in self._told:
            self._told[key] = recipients_at(duty.chain, overdue, self._policy)
        return self._told[key]

    def _slot(self, duty: Duty, told: EscalationStep) -> _Slot | None:
        """Return the latest step that has come for that person."""
        until = duty.due_on
        if undated := duty.check_in or until is None:
            until = duty.check_in_until
            if until is not None and self._today > until:
                return None
        rung = (told.rung.value, told.after, told.because) if told.after else None
        key = (duty.opens_on, until, undated, duty.at_once, rung)
        if key not in self._slots:
            self._slots[key] = self._laid(self.row(duty, told).latest(self._today, self._calendar))
        slot = self._slots[key]
        if told.after or (duty.promised_on is None and duty.snoozed_until is None):
            return slot
        asked_for = _own_words(duty, self._calendar).latest(self._today, self._calendar)
        return self._laid(graver_of_latest(slot and slot.step, asked_for))

    def _laid(self, step: Step | None) -> _Slot | None:
        if step is None:
            return None
        made_good = tuple(f"catch-up-{day}" for day in days_back(step.day - _DAY, self._today))
        return _Slot(step, step.reason.value, made_good)

    def _reminder(self, duty: Duty, told: EscalationStep, step: Step) -> Reminder:
        because = step.because if told.after or not told.because else f"{step.because}; {told.because}"
        reason, label = step.reason, step.label
        if step.day < self._today:
            reason, label = Reason.CATCH_UP, f"catch-up-{self._today}"
            because = f"missed on {step.day}: {because}"
        return Reminder(duty.occurrence, told.person, reason, label, because, told.level)


@lru_cache(maxsize=4)
def _shared_day(policy: ReminderPolicy, calendar: WorkingCalendar, today: date) -> _Day:
    """Keep the days in use, so that a tick over many duties works each date out once."""
    return _Day(policy, calendar, today)
