"""The list of those to be rung up, as a paper: asked for in the chat, or by a command."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from documents.listing import Cell, Listing
from domain.calendar import WorkingCalendar, local, vietnam_calendar
from domain.errors import NotAllowedError
from domain.policy import ReminderPolicy, default_policy
from handlers.acting import Acting
from handlers.duty_words import duty_name
from handlers.services import access, people, reachability
from handlers.services.reachability import ToRing
from messages.catalog import DEFAULT_LANGUAGE
from messages.render import parameter, text
from storage.records import OccurrenceRecord
from storage.unit_of_work import UnitOfWork

JOB = "call_list"


@dataclass(frozen=True, slots=True)
class AskList:
    """Have the list of those to be rung up made, as of today."""


def ask_list(uow: UnitOfWork, command: AskList, by: Acting) -> None:  # noqa: ARG001 - the shape of a service
    """Queue the list; raises NotAllowedError `not-allowed` for who looks into no unit."""
    if not may_have(uow, by.person.id):
        raise NotAllowedError("not-allowed")
    uow.jobs.add(JOB, {}, person_id=by.person.id, reply_to=people.address_list(by.address), now=by.now)
    uow.audit.add("call_list_asked", "call_list", person_id=by.person.id, now=by.now)


def may_have(uow: UnitOfWork, person_id: int) -> bool:
    """Whether somebody gets the list of their remit: officers, and those who oversee; numbers are in it."""
    person = uow.people.get(person_id)
    return person.has_role(*access.OVERSEERS) or bool(person.units(*access.OFFICERS))


def for_person(uow: UnitOfWork, person_id: int, now: datetime) -> Listing:
    """Return the list for whoever asked; raises NotAllowedError `not-allowed` where they may not have it any more."""
    if not may_have(uow, person_id):
        raise NotAllowedError("not-allowed")
    scope = access.remit_of(uow, uow.people.get(person_id))
    return made(uow, scope, local(now).date(), default_policy(), vietnam_calendar(), now)


def made(
    uow: UnitOfWork,
    scope: tuple[int, ...] | None,
    day: date,
    policy: ReminderPolicy,
    calendar: WorkingCalendar,
    now: datetime,
) -> Listing:
    """Return the list as of a day: what is owed by then, or soon, by units that cannot be told now."""
    rows = reachability.to_ring(uow, scope, day, max(policy.before, default=0), calendar, now)
    by_unit: dict[int, list[ToRing]] = {}
    for row in rows:
        by_unit.setdefault(row.record.unit_id, []).append(row)
    words = {
        key: _say(f"call-list-{key}") for key in ("unit", "parent", "duty", "due", "who", "number", "why")
    }
    return Listing(
        _say("call-list-title", day=f"{day:%d/%m/%Y}"),
        _say("call-list-note", count=len(rows), units=len(by_unit)),
        tuple(words.values()),
        [_row(of) for of in by_unit.values()],
    )


def _row(rows: Sequence[ToRing]) -> tuple[Cell, ...]:
    """Return one line for a unit: it is rung up once for all it owes, first for what is due first."""
    row = rows[0]
    duties = (f"{_name(one.record)} ({one.record.due_on:%d/%m/%Y})" for one in rows)
    return (
        row.record.unit_name,
        row.parent,
        "; ".join(duties),
        row.record.due_on,
        "; ".join(who for who, _ in row.people if who) or None,
        "; ".join(number for _, number in row.people if number) or None,
        _say(f"call-list-why-{row.why.value}"),
    )


def _name(record: OccurrenceRecord) -> str:
    return parameter(DEFAULT_LANGUAGE, duty_name(record))


def _say(key: str, **params: Any) -> str:
    return text(DEFAULT_LANGUAGE, key, params)
