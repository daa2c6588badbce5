"""Duties that wait for others: a row after another row, and a summary after the reports it gathers.

A duty that waits is reminded of like any other, since its own day does not move; but whoever owes it sees what is
still missing, and hears when the last of it is there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from domain.errors import BadInputError, ConflictError, NotAllowedError
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.ways import Topic
from handlers import outgoing, progress_notices
from handlers.acting import Acting
from handlers.duty_words import is_summary
from handlers.services import access, progress
from storage.records import OccurrenceRecord
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Link:
    """A row of an approved plan waits for another (both by their place in it), or no longer does."""

    plan: str
    ref: str
    needs: str
    holds: bool = True


def link(uow: UnitOfWork, command: Link, by: Acting) -> dict[str, Any]:
    """Note it and return {"changed": bool}; False where it was so before.

    Raises NotAllowedError `plan-unknown` or `need-unknown` (no such row), BadInputError `need-itself`, ConflictError
    `need-circle` where the other waits for this one, directly or by others.
    """
    plan = access.access_plan_for(uow, by.person, command.plan)
    rows = {task.ref: task for task in uow.plans.tasks(plan.id)}
    for ref in (command.ref, command.needs):
        if ref not in rows:
            raise NotAllowedError("need-unknown", ref=ref)
    task, needs = rows[command.ref], rows[command.needs]
    pairs = uow.needs.of_plan(plan.id)
    changed = ((task.id, needs.id) in pairs) is not command.holds
    if task.id == needs.id:
        raise BadInputError("need-itself")
    if changed and command.holds:
        if task.id in _behind(needs.id, pairs):
            raise ConflictError("need-circle", ref=command.ref, needs=command.needs)
        uow.needs.add(task.id, needs.id, by.person.id, by.now)
    elif changed:
        uow.needs.remove(task.id, needs.id)
    if changed:
        detail = {"ref": command.ref, "needs": command.needs}
        action = "task_needs_noted" if command.holds else "task_needs_dropped"
        uow.audit.add(action, f"plan:{plan.code}", person_id=by.person.id, now=by.now, detail=detail)
    return {"changed": changed}


def _behind(task_id: int, pairs: Iterable[tuple[int, int]]) -> set[int]:
    """Return everything a row waits for, directly or by others."""
    found: set[int] = set()
    todo = [task_id]
    while todo:
        one = todo.pop()
        todo += [needs for task, needs in pairs if task == one and needs not in found]
        found |= {needs for task, needs in pairs if task == one}
    return found


def missing(uow: UnitOfWork, record: OccurrenceRecord) -> tuple[OccurrenceRecord, ...]:
    """Return what a duty still waits for, in the order of the plan."""
    if record.case is not None or not record.plan_id:
        return ()
    needed = _needed(uow, record.plan_id).get(record.task_id)
    return _missing(record, needed, uow.occurrences.of_plan(record.plan_id)) if needed else ()


def _missing(
    record: OccurrenceRecord, needed: set[int], held: Iterable[OccurrenceRecord]
) -> tuple[OccurrenceRecord, ...]:
    return tuple(
        one for one in held if _is_before(one, record, needed) and OccurrenceState(one.state) in OPEN_STATES
    )


def _needed(uow: UnitOfWork, plan_id: int) -> dict[int, set[int]]:
    """Return by row of a plan the rows it waits for: those noted, and the reports that a summary gathers."""
    rows = uow.plans.tasks(plan_id)
    found: dict[int, set[int]] = {}
    for task, needs in uow.needs.of_plan(plan_id):
        found.setdefault(task, set()).add(needs)
    reports = [row for row in rows if row.kind == "report"]
    gathered = {row.id for row in reports if not is_summary(row.text)}
    for row in reports:
        if is_summary(row.text) and gathered:
            found.setdefault(row.id, set()).update(gathered)
    return found


def _is_before(one: OccurrenceRecord, record: OccurrenceRecord, needed: set[int]) -> bool:
    """Whether an occurrence is among what a duty waits for: of a needed row, and begun by the time it is due."""
    if one.task_id not in needed or one.id == record.id:
        return False
    if one.task_kind == record.task_kind == "report":
        return one.label == record.label
    return one.opens_on <= (record.due_on or record.check_in_until or record.opens_on)


def tell_ready(uow: UnitOfWork, accepted: OccurrenceRecord, by: Acting) -> int:
    """Tell whoever waited for an accepted duty and waits for nothing more; returns how many units were told."""
    needed = {} if accepted.case is not None else _needed(uow, accepted.plan_id)
    waiting = {task: rows for task, rows in needed.items() if accepted.task_id in rows}
    if not waiting:
        return 0
    held = uow.occurrences.of_plan(accepted.plan_id)
    told = 0
    for record in held:
        rows = waiting.get(record.task_id)
        if rows is None or OccurrenceState(record.state) not in OPEN_STATES:
            continue
        if not _is_before(accepted, record, rows) or _missing(record, rows, held):
            continue
        known = progress.officers(uow, record.unit_id)
        reached = uow.ways.reach_all(known, Topic.DECISION, by.now)
        person = next((one for one in known if one in reached), None)
        if person is not None:
            say = progress_notices.nothing_missing(record, accepted)
            key = f"ready:{record.code}:{accepted.code}:{person}"
            outgoing.notify(uow, person, say, by.now, dedup_key=key, about={"kind": "ready"})
            told += 1
    return told
