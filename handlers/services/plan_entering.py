"""Entering what units owe: assignments, occurrences, and the word to each unit that there is work for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain.calendar import local
from domain.occurrence import OPEN_STATES, OccurrenceState, Period
from domain.reminder import deliver_at
from handlers import menu, outgoing
from handlers.acting import Surroundings
from handlers.duty_words import shorten
from handlers.services import plan_codes
from handlers.services.fan_out import LEAD, Assigned
from handlers.services.plan_periods import first_day, horizon, periods_of
from messages.envelope import Say, Text
from storage.records import OccurrenceRecord, PlanRecord, PlanTaskRecord
from storage.unit_of_work import UnitOfWork

CHAIN = ("focal", "deputy", "head")
TITLE = 60


@dataclass(frozen=True, slots=True)
class Entered:
    """What was added: assignments as (task ref, unit id, role), and how many occurrences."""

    assigned: tuple[Assigned, ...]
    occurrences: int


def enter(
    uow: UnitOfWork,
    around: Surroundings,
    plan: PlanRecord,
    wanted: Sequence[Assigned],
    now: datetime,
    *,
    late: bool = False,
) -> Entered:
    """Add the assignments that are not there yet, each with its occurrences up to the horizon.

    With `late` the plan was approved before: these units know of their work from today on.
    """
    tasks = {task.ref: task for task in uow.plans.tasks(plan.id)}
    have = {(task, unit) for _, task, unit, _ in uow.plans.assignments_of(plan.id)}
    new = [one for one in wanted if (tasks[one.ref].id, one.unit_id) not in have]
    ended = {
        (one.plan_task_id, one.unit_id): one.id
        for one in uow.plans.every_assignment_of(plan.id)
        if one.ended_at is not None
    }
    fresh: list[tuple[int, int, str]] = []
    for one in new:
        place = (tasks[one.ref].id, one.unit_id)
        if place in ended:  # given back to a unit that had it before
            uow.plans.change_assignments([ended[place]], role=one.role, ended_at=None)
        else:
            fresh.append((*place, one.role))
    uow.plans.add_assignments(fresh)
    added = [
        (assignment, task)
        for assignment, task, unit, _ in uow.plans.assignments_of(plan.id)
        if (task, unit) not in have
    ]
    today = local(now).date()
    first = today if late else first_day(plan.title, today)
    periods = _periods(tasks.values(), first, horizon(today), plan.check_in)
    pairs = [(assignment, period) for assignment, task in added for period in periods[task]]
    count = add_occurrences(uow, around, pairs, now, known_since=today if late else None)
    return Entered(tuple(new), count)


def _periods(
    tasks: Iterable[PlanTaskRecord], first: date, last: date, check_in: str
) -> dict[int, tuple[Period, ...]]:
    rows = {task.id: {"kind": task.kind, "deadline": task.deadline, "text": task.text} for task in tasks}
    return {
        task_id: periods_of(row, first=first, last=last, check_in=check_in) for task_id, row in rows.items()
    }


def add_occurrences(
    uow: UnitOfWork,
    around: Surroundings,
    pairs: Sequence[tuple[int, Period]],
    now: datetime,
    *,
    known_since: date | None = None,
) -> int:
    """Add one open occurrence for each (assignment id, period); those there already stay as they are."""
    codes = plan_codes.duty_codes(around.token, now, len(pairs), uow.occurrences.taken)
    return uow.occurrences.add_many(
        [
            {
                "code": code,
                "assignment_id": assignment,
                "label": period.label,
                "opens_on": max(period.opens_on, known_since or period.opens_on),
                "due_on": period.due_on,
                "check_in_until": None if period.due_on else period.closes_on,
                "state": OccurrenceState.OPEN.value,
                "percent": None,
                "promised_on": None,
                "snoozed_until": None,
                "next_at": now,
            }
            for code, (assignment, period) in zip(codes, pairs, strict=True)
        ]
    )


def roll_plan(
    uow: UnitOfWork, around: Surroundings, plan: PlanRecord, after: date, upto: date, now: datetime
) -> int:
    """Add the occurrences of an approved plan that open after one day and until another."""
    if plan.approved_at is None:
        return 0
    tasks = uow.plans.tasks(plan.id)
    first = first_day(plan.title, local(plan.approved_at).date())
    periods = _periods(tasks, first, upto, plan.check_in)
    opening = {task: [p for p in found if p.opens_on > after] for task, found in periods.items()}
    have = uow.occurrences.labels_of(plan.id)
    pairs = [
        (assignment, period)
        for assignment, task, _, _ in uow.plans.assignments_of(plan.id)
        for period in opening[task]
        if (assignment, period.label) not in have
    ]
    return add_occurrences(uow, around, pairs, now)


def tell_units(
    uow: UnitOfWork,
    around: Surroundings,
    plan: PlanRecord,
    assigned: Sequence[Assigned],
    now: datetime,
    *,
    key: str = "",
) -> tuple[str, ...]:
    """Send one notice to each unit's focal point (or who stands in) and return the units nobody hears for.

    `key` sets this occasion apart from the first one of the plan; the same person hears once of each.
    """
    by_unit: dict[int, list[Assigned]] = {}
    for one in assigned:
        by_unit.setdefault(one.unit_id, []).append(one)
    by_person, deaf = hearers(uow, by_unit, now)
    for person, unit_ids in by_person.items():
        mine = [one for unit_id in unit_ids for one in by_unit[unit_id]]
        refs = {(one.unit_id, one.ref) for one in mine}
        listed = [
            record
            for record in uow.occurrences.of_units(unit_ids, OPEN_STATES, local(now).date())
            if record.plan_id == plan.id and (record.unit_id, record.task_ref) in refs
        ]
        outgoing.notify(
            uow,
            person,
            _notice(plan, [uow.units.get(unit_id).name for unit_id in unit_ids], mine, listed),
            now,
            dedup_key=f"plan:{plan.code}:{person}{key}",
            not_before=deliver_at(now, around.policy, around.calendar),
            about={"kind": "plan", "plan": plan.code},
        )
    return deaf


def hearers(
    uow: UnitOfWork, unit_ids: Iterable[int], now: datetime
) -> tuple[dict[int, list[int]], tuple[str, ...]]:
    """Return who hears for which of the units, and the names of the units nobody hears for."""
    chains = uow.people.chains()
    by_person: dict[int, list[int]] = {}
    deaf: list[str] = []
    for unit_id in unit_ids:
        person = _hears(uow, chains.get(unit_id, {}), now)
        if person is None:
            deaf.append(uow.units.get(unit_id).name)
        else:
            by_person.setdefault(person, []).append(unit_id)
    return by_person, tuple(deaf)


def _hears(uow: UnitOfWork, holders: Mapping[str, tuple[int, ...]], now: datetime) -> int | None:
    """Return the first in the chain who can be told; reminders have a template, this notice has none."""
    in_line = (person for role in CHAIN for person in holders.get(role, ()))
    return next((person for person in in_line if uow.ways.reach(person, None, now)), None)


def _notice(
    plan: PlanRecord, names: Sequence[str], mine: Sequence[Assigned], listed: Sequence[OccurrenceRecord]
) -> Say:
    """Count what "việc của tôi" lists now of what was given, and say how much more there is."""
    leads = sum(record.role == LEAD for record in listed)
    more = len({(one.unit_id, one.ref) for one in mine} - {(r.unit_id, r.task_ref) for r in listed})
    params: dict[str, Any] = {
        "title": shorten(plan.title, TITLE),
        "code": plan.code,
        "unit": "; ".join(names),
        "count": str(len(listed)),
        "lead": str(leads),
        "rest": Text("plan-notice-rest", {"count": str(more)}) if more else "",
    }
    return Say("plan-notice", params, options=(menu.MY_TASKS,))
