"""Who cannot be told of what they owe, and why: warned of days ahead, at the end a list of those to be rung up.

A unit cannot be reached where nobody who answers for it has a way that is open or by template now. A unit whose
first in charge cannot be told, while somebody after them can, is reached by the next in line.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.calendar import WorkingCalendar
from domain.ways import PHONE, Topic, Way, Why
from handlers.services import access
from handlers.services.case_owners import HOLDERS
from storage.records import Employer, OccurrenceRecord, Unit
from storage.unit_of_work import UnitOfWork


class Unreached(StrEnum):
    """Why a unit cannot be told."""

    NOBODY = "nobody"  # nobody is linked
    BLOCKED = "blocked"
    WINDOW = "window"  # silent for too long, and no template is set up or taken
    QUOTA = "quota"  # nothing is left for today
    CAPPED = "capped"  # the month's spending cap


_OF_WHY = {
    Why.SPENT: Unreached.QUOTA,
    Why.TEMPLATES_SPENT: Unreached.QUOTA,
    Why.TEMPLATE_REFUSED: Unreached.QUOTA,
    Why.CAPPED: Unreached.CAPPED,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a unit can be told: `why` not its first in charge, and who is told in their place (None: nobody of it).

    `why` is None where the first in charge can be told.
    """

    why: Unreached | None
    instead: int | None = None

    @property
    def lost(self) -> bool:
        """Whether nobody of the unit can be told."""
        return self.why is not None and self.instead is None


@dataclass(frozen=True, slots=True)
class ToRing:
    """One line of the list of those to be rung up: the duty, and whom a registry knows with which number."""

    record: OccurrenceRecord
    why: Unreached
    parent: str | None
    people: tuple[tuple[str, str], ...]  # (who, number or address; "" where none is known)


def standings(uow: UnitOfWork, unit_ids: Iterable[int], now: datetime) -> dict[int, Standing]:
    """Return for each unit how it can be told now."""
    chains = uow.people.chains()
    wanted = {
        unit: tuple(dict.fromkeys(p for role in HOLDERS for p in chains.get(unit, {}).get(role, ())))
        for unit in unit_ids
    }
    people = sorted({p for of in wanted.values() for p in of})
    best = uow.ways.best(people, Topic.REMINDER, now)
    addressed = uow.people.addresses_of(people)

    def why(person: int) -> Unreached | None:
        found = best.get(person)
        if found is None:
            return Unreached.BLOCKED if addressed.get(person) else Unreached.NOBODY
        if found.way is not Way.CLOSED:
            return None
        return _OF_WHY.get(found.verdict.why, Unreached.WINDOW)

    return {unit: _standing([(p, why(p)) for p in of]) for unit, of in wanted.items()}


def _standing(people: Sequence[tuple[int, Unreached | None]]) -> Standing:
    if not people:
        return Standing(Unreached.NOBODY)
    reached = next((person for person, why in people if why is None), None)
    return Standing(people[0][1], reached)


def to_ring(
    uow: UnitOfWork,
    scope: tuple[int, ...] | None,
    day: date,
    within: int,
    calendar: WorkingCalendar,
    now: datetime,
) -> tuple[ToRing, ...]:
    """Return what is overdue or due within so many working days of `day` and owed by a unit that cannot be told.

    Longest overdue first; `scope` are the units that may be looked into, with their employers (None: all).
    """
    horizon = calendar.add_working_days(day, within)
    records = uow.occurrences.due_by(scope, horizon)
    found = standings(uow, {record.unit_id for record in records}, now)
    lost = [r for r in records if found[r.unit_id].lost]
    employers = uow.employers.of_units({r.unit_id for r in lost})
    names = {unit.id: unit.name for unit in uow.units.all()}
    numbers = _numbers(uow, {r.unit_id for r in lost} - employers.keys())
    parents = {unit.id: unit.parent_id for unit in _units(uow, {r.unit_id for r in lost} - employers.keys())}
    rows = []
    for record in lost:
        employer = employers.get(record.unit_id)
        parent = parents.get(record.unit_id) if employer is None else employer.commune_id
        people = numbers.get(record.unit_id, ()) if employer is None else _of_employer(employer)
        why = found[record.unit_id].why or Unreached.NOBODY
        rows.append(ToRing(record, why, names.get(parent or 0), people))
    return tuple(rows)


def _units(uow: UnitOfWork, unit_ids: Iterable[int]) -> tuple[Unit, ...]:
    wanted = set(unit_ids)
    return tuple(unit for unit in uow.units.all() if unit.id in wanted)


def _of_employer(employer: Employer) -> tuple[tuple[str, str], ...]:
    number = employer.phone or employer.email or ""
    return ((employer.contact or "", number),) if number or employer.contact else ()


def _numbers(uow: UnitOfWork, unit_ids: Iterable[int]) -> dict[int, tuple[tuple[str, str], ...]]:
    """Return who answers for each unit, by name, with the work number they left."""
    chains = uow.people.chains()
    held = {
        unit: tuple(dict.fromkeys(p for role in access.OFFICERS for p in chains.get(unit, {}).get(role, ())))
        for unit in unit_ids
    }
    addresses = uow.people.addresses_of(sorted({p for of in held.values() for p in of}))

    def line(person: int) -> tuple[str, str]:
        chats = (one.address.chat for one in addresses.get(person, ()))
        number = next((chat.removeprefix(PHONE) for chat in chats if chat.startswith(PHONE)), "")
        return uow.people.get(person).name or "", number

    return {unit: tuple(line(person) for person in of) for unit, of in held.items()}
