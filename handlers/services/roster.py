"""The duty roster: who is on duty for a unit, by spans that its head or the coordinating office sets.

It names officers of the unit only. Where it has a hole, or names somebody who serves there no more, the roles stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from domain.calendar import local, vietnam_calendar
from domain.desk_policy import default_desk
from domain.errors import BadInputError, NotAllowedError
from domain.roster import STANDING, Shift, Span, When, holding
from domain.vietnamese.fold import fold
from handlers import outgoing
from handlers.acting import Acting
from handlers.services import access, communes
from messages.envelope import Say, Text
from messages.words import day, moment
from storage.records import Person, Unit
from storage.unit_of_work import UnitOfWork

ON_DUTY, STAND_IN = "on_duty", "stand_in"
_ROLES = {
    "focal": ("focal", "dau moi"),
    "deputy": ("deputy", "pho", "cap pho"),
    "head": ("head", "truong", "thu truong"),
}


def on_duty(uow: UnitOfWork, unit_id: int, now: datetime) -> list[tuple[int, str]]:
    """Return who is on duty by the roster, then their stand-ins, each with their level; empty where it has a hole."""
    shifts = uow.roster.of_units((unit_id,), now)
    held = holding(shifts, now, vietnam_calendar(), default_desk()) if shifts else ()
    serving = set(officers(uow, unit_id)) if held else set()
    found: dict[int, str] = {}
    for shift in held:
        for person, level in ((shift.person_id, ON_DUTY), (shift.stand_in_id, STAND_IN)):
            if person is not None and person in serving:
                found.setdefault(person, level)
    return list(found.items())


def now_on_duty(uow: UnitOfWork, unit_id: int, now: datetime) -> tuple[int | None, int | None, bool]:
    """Return who is on duty, the stand-in, and whether the roster says so; else the roles do, None for nobody."""
    named = on_duty(uow, unit_id, now)
    line = [person for person, _ in named] or list(officers(uow, unit_id))
    first, second = (*line, None, None)[:2]
    return first, second, bool(named)


def officers(uow: UnitOfWork, unit_id: int) -> tuple[int, ...]:
    """Return who may be on duty for a unit: those who may act on its cases by their role in it."""
    roles = [p for role in access.OFFICERS for p in uow.people.holding(role, unit_id)]
    office = uow.units.coordinating()
    if office is not None and office.id == unit_id:
        roles = [*uow.people.holding("coordinator"), *roles]
    return tuple(dict.fromkeys(roles))


def set_by(person: Person) -> tuple[int, ...] | None:
    """Return the units whose roster a person may set; None for every unit."""
    return None if person.has_role("coordinator", "admin") else person.units("head")


def may_set(person: Person, unit_id: int) -> bool:
    """Whether a person may set the roster of a unit: its head, or who coordinates."""
    mine = set_by(person)
    return mine is None or unit_id in mine


@dataclass(frozen=True, slots=True)
class Look:
    """Look into the roster of a unit to set it."""

    unit: int


def look(_uow: UnitOfWork, command: Look, by: Acting) -> None:
    """Let nobody look who may not set it: raises NotAllowedError `roster-not-yours`."""
    if not may_set(by.person, command.unit):
        raise NotAllowedError("roster-not-yours")


@dataclass(frozen=True, slots=True)
class SetShift:
    """Put an officer on duty for a unit and span; `person` None leaves a standing span to the roles again."""

    unit: int
    when: When
    person: int | None
    stand_in: int | None = None


def set_shift(uow: UnitOfWork, command: SetShift, by: Acting) -> None:
    """Keep it in place of a standing span of the same kind; those named are told.

    Raises NotAllowedError `roster-not-yours`, BadInputError `roster-no-officer` for one who serves elsewhere.
    """
    if not may_set(by.person, command.unit):
        raise NotAllowedError("roster-not-yours")
    _put(uow, command, by.person.id, by.now)


def _put(uow: UnitOfWork, command: SetShift, who: int | None, now: datetime) -> None:
    serving = officers(uow, command.unit)
    named = [p for p in (command.person, command.stand_in) if p is not None]
    if any(person not in serving for person in named):
        raise BadInputError("roster-no-officer")
    unit = uow.units.get(command.unit)
    when = command.when
    if when.span in STANDING:
        same = [s.id for s in uow.roster.of_units((unit.id,), now) if s.span == when.span]
        uow.roster.take_back(same, now)
    detail = {"span": when.span.value, "named": len(named)}
    uow.audit.add("roster_set", f"unit:{unit.code}", person_id=who, now=now, detail=detail)
    if command.person is None:
        return
    stand_in = command.stand_in if command.stand_in != command.person else None
    shift = Shift(0, unit.id, command.person, stand_in, when.span.value, when.starts, when.ends)
    number = uow.roster.add(shift, who, now)
    for person, level in ((command.person, ON_DUTY), (stand_in, STAND_IN)):
        if person is not None and person != who:
            _tell(uow, unit, when, person, level, number, now)


def _tell(
    uow: UnitOfWork, unit: Unit, when: When, person: int, level: str, number: int, now: datetime
) -> None:
    language = uow.people.get(person).language
    params = {"unit": communes.in_sentence(unit), "when": in_words(when, language)}
    key = "roster-told" if level == ON_DUTY else "roster-told-stand-in"
    outgoing.notify(uow, person, Say(key, params), now, dedup_key=f"roster:{number}:{person}")


@dataclass(frozen=True, slots=True)
class DropShift:
    """Take one shift back."""

    shift: int


def drop_shift(uow: UnitOfWork, command: DropShift, by: Acting) -> None:
    """Let a shift hold no longer; raises BadInputError `roster-shift-gone`, NotAllowedError `roster-not-yours`."""
    found = uow.roster.find(command.shift)
    if found is None:
        raise BadInputError("roster-shift-gone")
    if not may_set(by.person, found.unit_id):
        raise NotAllowedError("roster-not-yours")
    uow.roster.take_back((found.id,), by.now)
    unit = uow.units.get(found.unit_id)
    uow.audit.add("roster_dropped", f"unit:{unit.code}", person_id=by.person.id, now=by.now)


def in_words(when: When, language: str) -> Text:
    """Return a span as a phrase."""
    if when.span is not Span.DATED or when.starts is None or when.ends is None:
        return Text(f"roster-span-{when.span.value.replace('_', '-')}")
    first, last = local(when.starts), local(when.ends)
    if first.time() == last.time() == time.min:
        days = [day(language, one.date()) for one in (first, last - timedelta(days=1))]
        one_day = days[0] == days[1]
        return Text("roster-span-day" if one_day else "roster-span-days", {"first": days[0], "last": days[1]})
    starts, ends = (moment(language, at) for at in (first, last))
    return Text("roster-span-dated", {"starts": starts, "ends": ends})


def called(uow: UnitOfWork, person_id: int, unit_id: int) -> Text | str:
    """Return what an officer is called on the roster: the name known, else the role held."""
    person = uow.people.get(person_id)
    if person.name:
        return person.name
    roles = [m.role for m in person.memberships if m.unit_id == unit_id or m.role == "coordinator"]
    return Text(f"role-{roles[0]}") if roles else Text("roster-somebody")


# From a file


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file: the unit and the officers as written there."""

    line: int
    unit: str
    when: When
    officer: str
    stand_in: str


def load(uow: UnitOfWork, rows: Sequence[Row], now: datetime) -> int:
    """Set the roster from a file, wholly or not at all; returns how many shifts there are.

    Raises BadInputError `roster-file-unit` or `roster-file-officer` naming the line.
    """
    for row in rows:
        unit = uow.units.named(row.unit)
        if unit is None:
            raise BadInputError("roster-file-unit", line=row.line, unit=row.unit)
        person = _meant(uow, unit, row.officer, row.line)
        stand_in = _meant(uow, unit, row.stand_in, row.line) if row.stand_in else None
        _put(uow, SetShift(unit.id, row.when, person, stand_in), None, now)
    return len(rows)


def _meant(uow: UnitOfWork, unit: Unit, said: str, line: int) -> int:
    """Return the officer of a unit called by name or role."""
    serving = officers(uow, unit.id)
    wanted = fold(said)
    role = next((role for role, words in _ROLES.items() if wanted in words), None)
    if role is not None:
        found: list[int] = list(uow.people.holding(role, unit.id))[:1]
    else:
        found = [p for p in serving if fold(uow.people.get(p).name or "") == wanted]
    if len(found) != 1:
        raise BadInputError("roster-file-officer", line=line, officer=said, unit=unit.name)
    return found[0]
