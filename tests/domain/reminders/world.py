"""A duty, a clock and a ledger: what the tests of reminders share."""

from datetime import UTC, date, datetime, time, timedelta

from domain.calendar import LOCAL, vietnam_calendar
from domain.escalation import Chain
from domain.occurrence import OccurrenceState
from domain.policy import default_policy
from domain.reminder import Duty, deliver_at, due_reminders

CALENDAR = vietnam_calendar()
POLICY = default_policy()
CHAIN = Chain("focal", "deputy", "head", "coordinator", "leader")


def duty(due_on=date(2024, 12, 14), **changes):
    fields = {
        "occurrence": "BC-2024",
        "unit": "Xã A",
        "opens_on": date(2024, 1, 1),
        "state": OccurrenceState.OPEN,
        "chain": CHAIN,
        **changes,
    }
    return Duty(due_on=due_on, **fields)


def at(day, clock=time(7, 30)):
    return datetime.combine(day, clock, LOCAL).astimezone(UTC)


def read_on(now, policy=POLICY, calendar=CALENDAR):
    return deliver_at(now, policy, calendar).astimezone(LOCAL).date()


class Ledger:
    """Runs ticks and remembers what was sent, as (local day on which it is read, reminder)."""

    def __init__(self, policy=POLICY, calendar=CALENDAR):
        self.policy, self.calendar = policy, calendar
        self.keys = set()
        self.log = []

    def tick(self, duties, now):
        found = due_reminders(duties, self.keys, self.policy, self.calendar, now)
        for reminder in found:
            assert reminder.key not in self.keys
            assert reminder.because
            self.keys.add(reminder.key)
            self.log.append((read_on(now, self.policy, self.calendar), reminder))
        return [(r.recipient, r.reason.value, r.step) for r in found]

    def days(self, duties, first, last, clock=time(7, 30)):
        while first <= last:
            self.tick(duties, at(first, clock))
            first += timedelta(days=1)
        return self

    def seen(self, person="focal"):
        return [(day.isoformat(), r.reason.value, r.step) for day, r in self.log if r.recipient == person]
