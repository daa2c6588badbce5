"""A day a unit named for being done, and whether it kept to it: read from what was said, never stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from domain.calendar import local


class Outcome(StrEnum):
    """What became of a promise."""

    WAITING = "waiting"
    KEPT = "kept"
    BROKEN = "broken"
    REPLACED = "replaced"


class Told(Protocol):
    """What a promise is read from: one thing a unit said."""

    @property
    def kind(self) -> str:
        """Return which answer it was."""

    @property
    def at(self) -> datetime:
        """Return when it was said."""

    @property
    def wanted_on(self) -> date | None:
        """Return the day named with it."""


@dataclass(frozen=True, slots=True)
class Promise:
    """`day` was named on `made_on`; `late` is by how many days it is or was missed, 0 where it is not."""

    made_on: date
    day: date
    outcome: Outcome
    late: int = 0


def promises(said: Iterable[Told], today: date) -> tuple[Promise, ...]:
    """Return every promise in what was said of one duty (oldest first), and what became of it by `today`.

    A new day named before the old one has passed replaces it; named later, the old one is broken. A promise is
    kept by reporting the duty done on that day at the latest, whatever is decided of it afterwards.
    """
    found: list[Promise] = []
    pending: tuple[date, date] | None = None
    for one in said:
        on = local(one.at).date()
        names_day = one.kind == "under_way" and one.wanted_on is not None
        if pending is not None and (one.kind == "done" or names_day):
            met = Outcome.KEPT if one.kind == "done" else Outcome.REPLACED
            found.append(_ended(pending, on, met))
            pending = None
        if names_day and one.wanted_on is not None:
            pending = (on, one.wanted_on)
    if pending is not None:
        found.append(_ended(pending, today, Outcome.WAITING))
    return tuple(found)


def _ended(pending: tuple[date, date], on: date, in_time: Outcome) -> Promise:
    made_on, day = pending
    late = max((on - day).days, 0)
    return Promise(made_on, day, Outcome.BROKEN if late else in_time, late)
