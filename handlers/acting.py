"""Who acts, when, and in what surroundings: the third argument of every service function."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from domain.calendar import WorkingCalendar
from domain.costs import Spending
from domain.desk_policy import DeskPolicy, default_desk
from domain.policy import ReminderPolicy
from messages.envelope import Address
from storage.records import Person


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an installation decides: its name, its numbers, its policy, its money.

    `token(n)` gives n random bytes. `answers_per_minute`: how many messages of one conversation are answered in a
    minute; None answers all (a terminal, a simulation).
    """

    office: str
    hotline: str | None
    policy: ReminderPolicy
    calendar: WorkingCalendar
    token: Callable[[int], bytes]
    public_url: str | None = None
    spending: Spending = field(default_factory=Spending)
    answers_per_minute: int | None = None
    desk: DeskPolicy = field(default_factory=default_desk)


@dataclass(frozen=True, slots=True)
class Acting:
    """One person acting at one instant, from one address (None where the program itself acts)."""

    person: Person
    address: Address
    now: datetime
    around: Surroundings
    source: int = 0  # the inbox row that made this happen
