"""The clocks of a case follow its facts: what the law asks now is owed, what it asks no more is closed.

Each clock is a row; one that is reminded of has an occurrence, so that reminders, ledger, digest and audit are those
of any other duty. Run again on the same facts nothing changes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from domain.accident import CaseClass, CaseState
from domain.calendar import local
from domain.case_clocks import (
    CANCELLED,
    FIGURES,
    SUPERSEDED,
    Clock,
    Pace,
    duty_from_json,
    duty_to_json,
    pace_of,
    period_of,
    reconcile,
)
from domain.law.duties import Duty
from domain.occurrence import OPEN_STATES, OccurrenceState
from handlers.acting import Surroundings
from handlers.services import case_facts, case_owners, statutory
from storage.records import AccidentRecord, CaseDuty
from storage.unit_of_work import UnitOfWork

SETTLES = timedelta(minutes=30)
"""How long facts may still come in before a clock is first reminded of; the alarm has told those in charge."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What new facts did to the clocks of a case; `case_class` is the class they run by now."""

    case_class: CaseClass
    ended: tuple[CaseDuty, ...]
    begun: tuple[CaseDuty, ...]

    def __bool__(self) -> bool:
        return bool(self.ended or self.begun)


def follow(uow: UnitOfWork, case_id: int, now: datetime) -> Followed | None:
    """Have exactly those clocks run that the law asks for on the present facts; what ran on keeps its ledger.

    None, and nothing is changed, where facts contradict one another.
    """
    case = uow.accidents.get(case_id)
    facts = uow.accidents.facts(case_id)
    found = case_facts.explained(facts, case.kind, case.created_at)
    if found is None:
        return None
    over = case.state == CaseState.CANCELLED
    running = {row.id: row for row in uow.case_duties.running(case_id)}
    laid = reconcile(
        [Clock(row.id, duty_from_json(row.law)) for row in running.values()], () if over else found.duties
    )
    owners = case_owners.Owners(uow, case, facts)
    ended = tuple(running[clock.id] for clock in laid.ended)
    for row in ended:
        _end(uow, row, CANCELLED if over else SUPERSEDED, now)
    for clock, duty in laid.kept:
        _go_on(uow, case, running[clock.id], duty, owners, now)
    begun = {_begin(uow, case, duty, owners, now) for duty in laid.begun}
    rows = tuple(row for row in uow.case_duties.running(case_id) if row.id in begun)
    _note(uow, case, ended, rows, now)
    return Followed(found.case_class, ended, rows)


def _note(
    uow: UnitOfWork, case: AccidentRecord, ended: Sequence[CaseDuty], begun: Sequence[CaseDuty], now: datetime
) -> None:
    if ended or begun:
        detail = {"ended": [row.rule for row in ended], "begun": [row.rule for row in begun]}
        uow.audit.add("case_duties_follow", f"case:{case.code}", person_id=None, now=now, detail=detail)


def _begin(
    uow: UnitOfWork, case: AccidentRecord, duty: Duty, owners: case_owners.Owners, now: datetime
) -> int:
    owner = owners.of(duty)
    duty_id = uow.case_duties.add(
        accident_id=case.id,
        rule=duty.rule,
        law=duty_to_json(duty),
        unit_id=owner.unit_id,
        own=owner.own,
        pace=pace_of(duty).value,
        since=now,
        leads=False,
    )
    _attach(uow, case, duty_id, duty, owner, now)
    return duty_id


def _attach(
    uow: UnitOfWork,
    case: AccidentRecord,
    duty_id: int,
    duty: Duty,
    owner: case_owners.Owner,
    now: datetime,
) -> None:
    """Give a clock that is reminded of its occurrence, once a unit sees to it.

    A unit's own figures of one period have one together.
    """
    unit_id, period = owner.unit_id, period_of(duty)
    if unit_id is None or pace_of(duty) is Pace.SILENT:
        return
    label = period or (duty.start or now).astimezone(local(now).tzinfo).date().isoformat()
    if period is not None and owner.own and statutory.covers(uow, unit_id):
        return  # asked of every employer and commune, with or without a case
    if period is not None and duty.due is not None and owner.own:
        shared = uow.case_duties.open_occurrence(duty.rule, unit_id, label, duty.due)
        if shared is not None:
            uow.case_duties.change(duty_id, occurrence_id=shared, leads=False)
            return
    occurrence_id = uow.case_duties.add_occurrence(
        f"{case.code}-{duty_id}",
        label,
        local(now).date(),
        duty.due,
        now + SETTLES,
    )
    uow.case_duties.change(duty_id, occurrence_id=occurrence_id, leads=True)


def _go_on(
    uow: UnitOfWork,
    case: AccidentRecord,
    row: CaseDuty,
    duty: Duty,
    owners: case_owners.Owners,
    now: datetime,
) -> None:
    """Let a clock run on as it reads now; with another unit to see to it, or begun by now, it is looked at anew."""
    owner, pace, law = owners.of(duty), pace_of(duty), duty_to_json(duty)
    changed: dict[str, Any] = {
        name: new
        for name, new, old in (
            ("law", law, row.law),
            ("unit_id", owner.unit_id, row.unit_id),
            ("own", owner.own, row.own),
            ("pace", pace.value, row.pace),
        )
        if new != old
    }
    if not changed:
        return
    if "unit_id" in changed and duty.duty == FIGURES:
        # Figures are counted by the unit: what the other one owes stays with it and its ledger.
        _end(uow, row, SUPERSEDED, now)
        _begin(uow, case, duty, owners, now)
        return
    uow.case_duties.change(row.id, **changed)
    if row.occurrence_id is None:
        _attach(uow, case, row.id, duty, owner, now)
    elif changed.keys() & {"unit_id", "own"}:
        _look_anew(uow, row, now)


def _look_anew(uow: UnitOfWork, row: CaseDuty, now: datetime) -> None:
    """Have whoever sees to it by now reminded, yet not before the facts had time to settle."""
    if row.occurrence_id is None:
        return
    if OccurrenceState(uow.occurrences.get(row.occurrence_id).state) in OPEN_STATES:
        uow.occurrences.change(row.occurrence_id, next_at=max(now, row.since + SETTLES))


def _end(uow: UnitOfWork, row: CaseDuty, why: str, now: datetime) -> None:
    """Close a clock; its row and its ledger stay."""
    uow.case_duties.change(row.id, ended_at=now, ended_why=why)
    if row.occurrence_id is not None:
        _leave(uow, row)


def _leave(uow: UnitOfWork, row: CaseDuty) -> None:
    """Hand an occurrence over to another case that shares it, or cancel it where none does."""
    if row.occurrence_id is None:
        return
    others = [other for other in uow.case_duties.sharing(row.occurrence_id) if other.id != row.id]
    if not others:
        record = uow.occurrences.get(row.occurrence_id)
        if OccurrenceState(record.state) in OPEN_STATES:
            values = {"state": OccurrenceState.CANCELLED.value, "next_at": None}
            uow.occurrences.change(row.occurrence_id, **values)
    elif row.leads:
        uow.case_duties.change(row.id, leads=False)
        uow.case_duties.change(others[0].id, leads=True)


# With time


def tick(uow: UnitOfWork, _around: Surroundings, now: datetime) -> int:
    """Begin the clocks of cases that have none yet, and look again for somebody to see to orphaned ones."""
    waiting = uow.case_duties.unwatched()
    return sum(bool(follow(uow, case_id, now)) for case_id in waiting)


def next_tick(_uow: UnitOfWork, _now: datetime) -> datetime | None:
    """Plan nothing: facts begin clocks, not time; what was left over is taken up at any later stop."""
    return None
