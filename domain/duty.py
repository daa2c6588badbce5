"""One duty as reminders see it, and what is said about it."""

from dataclasses import dataclass, field
from datetime import date

from domain.escalation import Chain, Level
from domain.ladder import Reason, late_from
from domain.occurrence import OccurrenceState
from domain.policy import Hours

SentKey = tuple[str, str, str, str]
"""occurrence, reason, step, recipient: what makes a reminder the same one."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One occurrence as reminders see it.

    `due_on` is the last safe day with any granted extension in it; None, or `check_in`, means undated.
    `at_once`: the law says "at once", or names no time: owed from `opens_on` on, without a day on which it is late.
    `opens_on` is the day from which the unit knows of it: the start of the period or the approval of the
    plan, whichever is later. `promised_on` is the day the unit named with "under way".
    """

    occurrence: str
    unit: str
    opens_on: date
    due_on: date | None
    state: OccurrenceState
    chain: Chain
    promised_on: date | None = None
    check_in: bool = False
    check_in_until: date | None = None
    snoozed_until: date | None = None
    at_once: bool = False

    @property
    def undated(self) -> bool:
        """Whether it is only asked about, and can never be late."""
        return self.check_in or (self.due_on is None and not self.at_once)

    @property
    def late_from(self) -> date | None:
        """The day from which time that goes by counts, None for what is only asked about."""
        if self.undated:
            return None
        return self.opens_on if self.due_on is None else late_from(self.opens_on, self.due_on)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One message that should exist: to whom, why, and the step that tells it from the others of its kind."""

    occurrence: str
    recipient: str
    reason: Reason
    step: str
    because: str
    level: Level

    @property
    def key(self) -> SentKey:
        """What the ledger remembers it by."""
        return (self.occurrence, self.reason.value, self.step, self.recipient)


@dataclass(frozen=True, slots=True)
class Digest:
    """What one person is told at one time, the gravest first; `held` says why it must wait, else None.

    It leaves in `hours`, as long as its reader has got fewer than `ceiling` that day.
    """

    recipient: str
    items: tuple[Reminder, ...]
    held: str | None = None
    hours: Hours = field(default_factory=Hours)
    ceiling: int = 1
