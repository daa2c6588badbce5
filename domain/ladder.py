"""The steps one duty asks for: days on which somebody should hear of it, each with its reason and its label.

Steps lie on working days. A row is a few fixed steps and perhaps one that repeats without end, so that both
the latest step up to a day and the next one after it are found without walking the calendar.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.calendar import WorkingCalendar
from domain.escalation import Level
from domain.policy import ReminderPolicy


class Reason(StrEnum):
    """Why a reminder is sent. `reachability` is for warnings that an owner cannot be reached."""

    SOON = "soon"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    REPEAT = "repeat"
    ESCALATED = "escalated"
    CATCH_UP = "catch_up"
    REACHABILITY = "reachability"


WEIGHT = {
    reason: weight
    for weight, reason in enumerate(
        (
            Reason.ESCALATED,
            Reason.OVERDUE,
            Reason.DUE_TODAY,
            Reason.CATCH_UP,
            Reason.REACHABILITY,
            Reason.SOON,
            Reason.REPEAT,
        )
    )
}
"""The order of reasons, the gravest first: in a digest, and where two steps fall on one day."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a row: `label` is unique in duty, reason and person, and stable while the due day is."""

    day: date
    reason: Reason
    label: str
    because: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """Steps at `first`, `first + every`, … working days after `due`, none later than `stop`.

    From the last of them that is not later than `slow_after` on, they come only `slow_every` days apart (0 for
    either: never slower). An `every` of 0 means once, a `stop` of 0 without end. `because` explains those who
    were brought in.
    """

    due: date
    first: int
    every: int
    stop: int
    reason: Reason
    name: str
    because: str = ""
    slow_after: int = 0
    slow_every: int = 0

    def latest(self, overdue: int, calendar: WorkingCalendar) -> Step | None:
        """Return the last step that has come at `overdue` working days after the due day."""
        if self.stop:
            overdue = min(overdue, self.stop)
        if overdue < self.first:
            return None
        if not self.every:
            return self._step(self.first, calendar)
        begun, every = self._pace(overdue)
        return self._step(overdue - (overdue - begun) % every, calendar)

    def after(self, overdue: int, calendar: WorkingCalendar) -> Step | None:
        """Return the first step still to come at `overdue` working days after the due day."""
        days = self.first
        if overdue >= self.first:
            if not self.every:
                return None
            begun, every = self._pace(overdue)
            days = overdue + every - (overdue - begun) % every
        return None if self.stop and days > self.stop else self._step(days, calendar)

    def _pace(self, overdue: int) -> tuple[int, int]:
        """Return from which step on, and in what rhythm, it repeats at `overdue` days (not before `first`)."""
        slowed = max(self.first, self.slow_after - (self.slow_after - self.first) % self.every)
        if not self.slow_every or not self.slow_after or overdue < slowed:
            return self.first, self.every
        return slowed, self.slow_every

    def _step(self, days: int, calendar: WorkingCalendar) -> Step:
        day = calendar.add_working_days(self.due, days)
        if self.reason is Reason.ESCALATED:
            label = f"{self.name}@{self.due}" if days == self.first else f"{self.name}-{day}"
            return Step(day, self.reason, label, self.because)
        return Step(day, self.reason, f"{self.name}-{day}", f"{_working_days(days)} after {self.due}")


@dataclass(frozen=True, slots=True)
class Row:
    """The steps of one person for one duty; `fixed` in time order."""

    fixed: tuple[Step, ...] = ()
    repeat: Repeat | None = None

    def latest(self, day: date, calendar: WorkingCalendar) -> Step | None:
        """Return the last step on or before `day`; of two on one day the graver."""
        come = next((step for step in reversed(self.fixed) if step.day <= day), None)
        if self.repeat is None or day <= self.repeat.due:
            return come
        repeated = self.repeat.latest(calendar.working_days_between(self.repeat.due, day), calendar)
        return graver_of_latest(come, repeated)

    def after(self, day: date, calendar: WorkingCalendar) -> date | None:
        """Return the day of the first step after `day`."""
        for step in self.fixed:
            if step.day > day:
                return step.day  # what repeats begins after all of these
        if self.repeat is None:
            return None
        since = calendar.working_days_between(self.repeat.due, day) if day > self.repeat.due else 0
        following = self.repeat.after(since, calendar)
        return None if following is None else following.day


def graver_of_latest(a: Step | None, b: Step | None) -> Step | None:
    """Return the later of two steps, the graver where they share a day."""
    if a is None or b is None:
        return a or b
    return max(a, b, key=lambda step: (step.day, -WEIGHT[step.reason]))


def dated_row(opens_on: date, due_on: date, policy: ReminderPolicy, calendar: WorkingCalendar) -> Row:
    """Return the owner's row of a duty with a due day: before it, on it, after it."""
    target = calendar.previous_working_day(due_on)
    fixed = []
    for days in sorted(policy.before, reverse=True):
        day = calendar.add_working_days(target, -days)
        if day >= opens_on:
            fixed.append(
                Step(day, Reason.SOON, f"before-{days}@{due_on}", f"{_working_days(days)} before {target}")
            )
    if policy.on_due_day:
        because = (
            "the last safe day" if target == due_on else f"the last working day before the end on {due_on}"
        )
        fixed.append(Step(target, Reason.DUE_TODAY, f"due-{due_on}", because))
    repeat = Repeat(
        late_from(opens_on, due_on),
        policy.overdue_first,
        policy.overdue_every,
        policy.overdue_stop_after,
        Reason.OVERDUE,
        "overdue",
        slow_after=policy.overdue_slow_after,
        slow_every=policy.overdue_slow_every,
    )
    return Row(tuple(fixed), repeat)


def at_once_row(opens_on: date, policy: ReminderPolicy, calendar: WorkingCalendar) -> Row:
    """Return the owner's row of a duty the law wants done at once.

    It is asked about on its first working day, then in the rhythm of what is overdue, though it has no last day.
    """
    first = calendar.next_working_day(opens_on)
    step = Step(first, Reason.DUE_TODAY, f"at-once@{opens_on}", "the law says at once")
    repeat = Repeat(
        opens_on,
        max(policy.overdue_first, 1),
        policy.overdue_every,
        policy.overdue_stop_after,
        Reason.DUE_TODAY,
        "at-once",
        slow_after=policy.overdue_slow_after,
        slow_every=policy.overdue_slow_every,
    )
    return Row((step,), repeat)


def check_in_row(
    opens_on: date, until: date | None, policy: ReminderPolicy, calendar: WorkingCalendar
) -> Row:
    """Return the owner's row of an undated duty: asked within its period, not after it, never overdue."""
    days: set[date] = set()
    for count in policy.check_in_repeat:
        if count >= 0:
            days.add(calendar.add_working_days(calendar.next_working_day(opens_on), count))
        elif until is not None:
            days.add(calendar.add_working_days(calendar.previous_working_day(until), count))
    kept = {day for day in days if day >= opens_on and (until is None or day <= until)}
    if not kept and policy.check_in_repeat:
        # A period too short for the rhythm is still asked about once.
        middle = opens_on if until is None else opens_on + (until - opens_on) // 2
        kept = {calendar.next_working_day(middle)}
    return Row(
        tuple(Step(d, Reason.REPEAT, f"check-in-{d}", "an undated duty is asked about") for d in sorted(kept))
    )


def late_from(opens_on: date, due_on: date) -> date:
    """Return the day from which lateness is counted: nobody is late with what they have not been told of."""
    return max(opens_on, due_on)


def escalation_row(rung: Level, after: int, because: str, late: date, policy: ReminderPolicy) -> Row:
    """Return the row of whoever fills a rung `after` working days of lateness; `late` as by `late_from`."""
    every = policy.escalated_every
    return Row(repeat=Repeat(late, after, every, 0, Reason.ESCALATED, rung.value, because))


def _working_days(count: int) -> str:
    return "1 working day" if count == 1 else f"{count} working days"


def days_back(after: date, upto: date) -> Iterator[date]:
    """Yield the days from `upto` back to the day after `after`."""
    while upto > after:
        yield upto
        upto -= timedelta(days=1)
