"""What the law asks of every employer and commune again and again, read once from `periodic.toml`. Pure.

A version of a duty holds from `valid_from` to the day before `valid_to`. Figures are about a period that is over;
what is done at intervals is due so many months after the day it was last done.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from domain.law.rules import Certainty
from domain.occurrence import Period

EMPLOYER, COMMUNE = "employer", "commune"
OPENS_BEFORE = timedelta(days=30)
"""How long before its last day a duty is shown as owed."""

_DAY = timedelta(days=1)


class PeriodicError(ValueError):
    """The data contradicts itself; the text names the duty."""


@dataclass(frozen=True, slots=True)
class Periodic:
    """One duty as it stands over some days. Exactly one of `half_year`, `year` and `months` is set.

    The first two are the month and day before which figures are due; `months` counts from the day that the
    employer's own `own_date` names. `zero`: owed also where there is nothing to count.
    """

    id: str
    duty: str
    by: str
    article: str
    certainty: Certainty
    valid_from: date
    valid_to: date | None = None
    to: tuple[str, ...] = ()
    form: str | None = None
    half_year: str | None = None
    year: str | None = None
    months: int | None = None
    own_date: str | None = None
    zero: bool = False

    def holds_on(self, day: date) -> bool:
        """Say whether this version is the law of `day`."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@cache
def duties() -> tuple[Periodic, ...]:
    """Return every version of every duty, in the order of the file."""
    text = (files(__package__) / "periodic.toml").read_text(encoding="utf-8")
    return read_duties(tomllib.loads(text))


def on(day: date, among: Iterable[Periodic] | None = None) -> tuple[Periodic, ...]:
    """Return the duties that are the law of `day`."""
    return tuple(one for one in (duties() if among is None else among) if one.holds_on(day))


def version(duty_id: str, day: date) -> Periodic | None:
    """Return the version of a duty that holds on `day`, else the last one there was; None for an unknown id."""
    found = [one for one in duties() if one.id == duty_id]
    holding = [one for one in found if one.holds_on(day)]
    return next(iter(holding or found[-1:]), None)


def open_period(duty: Periodic, today: date) -> Period | None:
    """Return the period of figures that is asked for on `today`: opened, and its last day not yet over."""
    named = duty.half_year or duty.year
    if named is None:
        return None
    month, day = (int(part) for part in named.removeprefix("--").split("-"))
    for year in (today.year, today.year + 1):
        due = date(year, month, day) - _DAY
        opens = due - OPENS_BEFORE
        if opens <= today <= due:
            label = f"{year}-H1" if duty.half_year else str(year - 1)
            return Period(label, opens, due, due)
    return None


def next_due(duty: Periodic, done_on: date) -> date:
    """Return the last day for doing again what was last done on `done_on`; raises PeriodicError for figures."""
    if duty.months is None:
        raise PeriodicError(f"{duty.id} is not done at intervals")
    whole = done_on.year * 12 + done_on.month - 1 + duty.months
    year, month = whole // 12, whole % 12 + 1
    first_after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(done_on.day, (first_after - _DAY).day))


def read_duties(table: Mapping[str, Any]) -> tuple[Periodic, ...]:
    """Read the duties of a file; raises PeriodicError naming the one that contradicts itself."""
    found = tuple(_duty(row) for row in table["duty"])
    for older, newer in pairwise(sorted(found, key=lambda one: (one.id, one.valid_from))):
        if older.id == newer.id and (older.valid_to is None or older.valid_to > newer.valid_from):
            raise PeriodicError(f"{older.id}: two versions hold on {newer.valid_from}")
    return found


def _duty(row: Mapping[str, Any]) -> Periodic:
    duty = Periodic(
        **{**row, "to": tuple(row.get("to", ())), "certainty": Certainty(row["certainty"])},
    )
    if sum(part is not None for part in (duty.half_year, duty.year, duty.months)) != 1:
        raise PeriodicError(f"{duty.id}: needs exactly one of half_year, year, months")
    if (duty.months is None) != (duty.own_date is None):
        raise PeriodicError(f"{duty.id}: months and own_date go together")
    if duty.by not in (EMPLOYER, COMMUNE):
        raise PeriodicError(f"{duty.id}: by must be employer or commune, not {duty.by!r}")
    return duty
