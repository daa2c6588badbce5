"""One message a person: the reminders of a tick gathered by reader, held where the day's ceiling is reached."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from domain.duty import Digest, Reminder
from domain.ladder import WEIGHT
from domain.policy import Hours, ReminderPolicy

STALE = "its day is over"
"""Why a reminder that waited past the day it was written for is not sent: it is made good by a fresh one."""


class _Key(NamedTuple):
    person: str
    hours: Hours


def digest(
    reminders: Iterable[Reminder],
    *,
    sent_today: Mapping[str, int],
    policy: ReminderPolicy,
    policies: Mapping[str, ReminderPolicy] | None = None,
) -> list[Digest]:
    """Gather the reminders of each person into one digest, in order of first mention; in it the gravest first.

    `sent_today` counts the messages a person already gets on the day of delivery. `policies` names, by
    occurrence, the policy of what does not go by `policy`; what leaves in other hours makes a digest of its own.
    What is held is not lost: unsent, it comes again as a catch-up.
    """
    found, told = [], dict(sent_today)
    for key, items in _gathered(reminders, policy, policies or {}).items():
        items.sort(key=lambda one: WEIGHT[one[0].reason])  # of equals the one that came first
        count = told.get(key.person, 0)
        go = [(item, ceiling) for item, ceiling in items if count < ceiling]
        if go:
            told[key.person] = count + 1
            found.append(Digest(key.person, tuple(i for i, _ in go), None, key.hours, min(c for _, c in go)))
        held = [(item, ceiling) for item, ceiling in items if count >= ceiling]
        if held:
            ceiling = min(c for _, c in held)
            why = f"the daily ceiling of {ceiling} messages is reached"
            found.append(Digest(key.person, tuple(i for i, _ in held), why, key.hours, ceiling))
    return found


def _gathered(
    reminders: Iterable[Reminder], policy: ReminderPolicy, policies: Mapping[str, ReminderPolicy]
) -> dict[_Key, list[tuple[Reminder, int]]]:
    gathered: dict[_Key, list[tuple[Reminder, int]]] = {}
    for reminder in reminders:
        own = policies.get(reminder.occurrence, policy)
        key = _Key(reminder.recipient, own.hours)
        gathered.setdefault(key, []).append((reminder, own.daily_ceiling))
    return gathered


def gravity(one: Digest) -> int:
    """Return the weight of the gravest item of a digest, the gravest lowest: the order in which they leave."""
    return WEIGHT[one.items[0].reason]


def day_over(read_on: str | None, today: datetime) -> bool:
    """Whether the day a reminder was written for (ISO) lies before the local day of `today` (local time)."""
    return read_on is not None and read_on < today.date().isoformat()
