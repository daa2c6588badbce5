"""The targets of a plan that are numbers: which unit reports each, year by year, and how they stand.

They are kept beside the plan, as a plan in a state of its own with a row a target, so that a changed plan leaves the
figures alone and reminders, answers, reviews and handing over are those of any other duty.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from domain.calendar import local
from domain.errors import BadInputError
from domain.occurrence import Period
from domain.reminder import deliver_at
from domain.terms import default_terms
from handlers import outgoing
from handlers.acting import Acting, Surroundings
from handlers.duty_words import shorten
from handlers.services import access, plan_entering
from messages.envelope import Option, Say, Text
from storage.records import OccurrenceRecord, PlanRecord, ProgressRecord
from storage.unit_of_work import UnitOfWork

STATE = "targets"
KIND = "target"
APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Figure:
    """One year's figure: `year` as labelled, what was said of it last, None where nothing was."""

    year: str
    unit: str
    record: OccurrenceRecord
    said: ProgressRecord | None


@dataclass(frozen=True, slots=True)
class Standing:
    """One target of a plan: `unit` is who reports it, None where nobody does yet; `figures` newest year first."""

    plan: PlanRecord
    target: Mapping[str, Any]
    unit: str | None
    unit_id: int | None
    figures: tuple[Figure, ...]


def numeric(plan: PlanRecord) -> list[Mapping[str, Any]]:
    """Return the targets of a plan that can be reported as a number."""
    return [one for one in plan.reading.get("targets", []) if one.get("value") is not None]


def unassigned(uow: UnitOfWork, plan: PlanRecord) -> list[Mapping[str, Any]]:
    """Return the numeric targets nobody reports yet; the document never says surely who does, so it is asked."""
    beside = _beside(uow, plan)
    known = {task.ref for task in uow.plans.tasks(beside.id)} if beside is not None else set()
    return [one for one in numeric(plan) if one["id"] not in known]


def _code(plan: PlanRecord) -> str:
    return f"{plan.code}-CT"


def _beside(uow: UnitOfWork, plan: PlanRecord) -> PlanRecord | None:
    return uow.plans.by_code(_code(plan))


@dataclass(frozen=True, slots=True)
class Assign:
    """Give targets of an approved plan (by code) to the units that report them: (target id, unit id)."""

    plan: str
    given: tuple[tuple[str, int], ...]


def assign(uow: UnitOfWork, command: Assign, by: Acting) -> dict[str, Any]:
    """Let each unit owe the yearly figure; returns {"given": count}, targets that have a unit are left as they are.

    Raises NotAllowedError `plan-unknown`, BadInputError `button-old` where the plan is not approved or has no such
    target.
    """
    plan = access.access_plan_for(uow, by.person, command.plan)
    known = {one["id"]: one for one in numeric(plan)}
    if plan.state != APPROVED or any(ref not in known for ref, _ in command.given):
        raise BadInputError("button-old")
    beside = _beside(uow, plan) or _made(uow, plan, by)
    have = {task.ref for task in uow.plans.tasks(beside.id)}
    given = [(ref, unit) for ref, unit in command.given if ref not in have]
    for position, (ref, unit) in enumerate(given, start=len(have)):
        task = uow.plans.add_task(
            plan_id=beside.id,
            ref=ref,
            kind=KIND,
            position=position,
            text=known[ref]["text"],
            deadline={"kind": "continuous"},
            deadline_text=None,
            product=None,
            by_mandate=False,
            lines=known[ref]["source"]["lines"],
        )
        uow.plans.assign(task, unit, "lead")
    _enter(uow, by.around, beside, {local(by.now).date().year}, by.now)
    _tell(uow, beside, dict(given), by)
    detail = {"given": [[ref, unit] for ref, unit in given]}
    uow.audit.add("targets_given", f"plan:{plan.code}", person_id=by.person.id, now=by.now, detail=detail)
    return {"given": len(given)}


def _tell(uow: UnitOfWork, beside: PlanRecord, given: Mapping[str, int], by: Acting) -> None:
    """Tell each unit once which figures it reports, the first officer who can be told."""
    refs: dict[int, list[str]] = {}
    for ref, unit in given.items():
        refs.setdefault(unit, []).append(ref)
    by_person, _ = plan_entering.hearers(uow, refs, by.now)
    for person, units in by_person.items():
        listed = [ref for unit in units for ref in refs[unit]]
        params = {"title": shorten(beside.title), "refs": ", ".join(listed), "count": len(listed)}
        outgoing.notify(
            uow,
            person,
            Say("target-notice", params, options=(Option("target:list", Text("target-look")),)),
            by.now,
            dedup_key=f"targets:{beside.code}:{'|'.join(listed)}:{person}",
            not_before=deliver_at(by.now, by.around.policy, by.around.calendar),
            about={"kind": "plan", "plan": beside.code},
        )


def _made(uow: UnitOfWork, plan: PlanRecord, by: Acting) -> PlanRecord:
    made = uow.plans.add(
        code=_code(plan),
        title=plan.title,
        number=plan.number,
        reading={},
        attachment_id=None,
        check_in="yearly",
        created_by=by.person.id,
        now=by.now,
    )
    uow.plans.change(made, state=STATE, approved_by=by.person.id, approved_at=by.now)
    return uow.plans.get(made)


def roll(uow: UnitOfWork, around: Surroundings, until: date, now: datetime) -> int:
    """Add the figures of the years that are asked for until a day; returns how many."""
    years = {year for year in (local(now).date().year, until.year) if _opens(year) <= until}
    return sum(_enter(uow, around, plan, years, now) for plan in uow.plans.in_state(STATE))


def _opens(year: int) -> date:
    return date(year, default_terms().target_opens_month, 1)


def _enter(uow: UnitOfWork, around: Surroundings, plan: PlanRecord, years: set[int], now: datetime) -> int:
    """Add each year's occurrence of every target; those there already stay as they are."""
    have = uow.occurrences.labels_of(plan.id)
    after = timedelta(days=default_terms().target_closes_after_days)
    pairs = [
        (assignment, Period(str(year), _opens(year), None, date(year, 12, 31) + after))
        for assignment, *_ in uow.plans.assignments_of(plan.id)
        for year in sorted(years)
        if (assignment, str(year)) not in have
    ]
    return plan_entering.add_occurrences(uow, around, pairs, now)


def standings(uow: UnitOfWork, unit_ids: Sequence[int] | None) -> tuple[Standing, ...]:
    """Return the numeric targets of the approved plans, in their order; of these units only (None: all)."""
    found = []
    for plan in uow.plans.in_state(APPROVED):
        beside = _beside(uow, plan)
        records = uow.occurrences.of_plan(beside.id) if beside is not None else ()
        said = uow.occurrences.said_of(r.id for r in records)
        holders = {} if beside is None else _holders(uow, beside)
        for target in numeric(plan):
            unit_id = holders.get(target["id"])
            if unit_ids is not None and unit_id not in unit_ids:
                continue
            mine = sorted(
                (r for r in records if r.task_ref == target["id"]), key=lambda r: r.label, reverse=True
            )
            figures = tuple(
                Figure(r.label, r.unit_name, r, _last_figure(said.get(r.id, ())))
                for r in mine
                if r.state != "cancelled"
            )
            name = uow.units.get(unit_id).name if unit_id is not None else None
            found.append(Standing(plan, target, name, unit_id, figures))
    return tuple(found)


def _holders(uow: UnitOfWork, beside: PlanRecord) -> dict[str, int]:
    refs = {task.id: task.ref for task in uow.plans.tasks(beside.id)}
    return {refs[task]: unit for _, task, unit, _ in uow.plans.assignments_of(beside.id)}


def _last_figure(said: Sequence[ProgressRecord]) -> ProgressRecord | None:
    """Return the last figure reported that was not returned."""
    told = [one for one in said if one.figure is not None and one.decision != "returned"]
    return told[-1] if told else None


def meets(target: Mapping[str, Any], figure: float) -> bool | None:
    """Whether a figure meets the target; None where the document's words do not say how to compare."""
    value = target["value"]
    match target["comparator"]:
        case "at_least":
            return bool(figure >= value)
        case "at_most":
            return bool(figure <= value)
        case "below":
            return bool(figure < value)
        case "above":
            return bool(figure > value)
    return None
