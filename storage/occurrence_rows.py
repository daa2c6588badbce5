"""Occurrences joined with what they are about: a row of a plan given to a unit, or what the law asks in a case."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, CursorResult, Select, and_, func, or_, select

from storage.records import OccurrenceRecord, OfCase
from storage.tables import accidents, assignments, case_duties, occurrences, plan_tasks, plans, units


def is_current(day: date) -> ColumnElement[bool]:
    """Whether an occurrence has opened by a day and, where it is a check-in, its period is not over."""
    return and_(
        occurrences.c.opens_on <= day,
        or_(
            occurrences.c.due_on.is_not(None),
            occurrences.c.check_in_until.is_(None),
            occurrences.c.check_in_until >= day,
        ),
    )


def owed_by(unit_ids: Iterable[int]) -> ColumnElement[bool]:
    """Whether one of the units owes an occurrence, by a plan or in a case."""
    ids = list(unit_ids)
    of_case = select(case_duties.c.occurrence_id).where(
        case_duties.c.unit_id.in_(ids), case_duties.c.leads, case_duties.c.occurrence_id.is_not(None)
    )
    return or_(
        occurrences.c.assignment_id.in_(select(assignments.c.id).where(assignments.c.unit_id.in_(ids))),
        occurrences.c.id.in_(of_case),
    )


def read(rows: CursorResult[*tuple[Any, ...]]) -> tuple[OccurrenceRecord, ...]:
    """Return rows of `joined`, each with the case it is of, if it is of one."""
    names = tuple(rows.keys())
    end = names.index("case_code")  # from here on of the case
    parts = tuple(name.removeprefix("case_") for name in names[end:])
    found = []
    for row in rows:
        case = None if row.case_code is None else OfCase(**dict(zip(parts, row[end:], strict=True)))
        found.append(OccurrenceRecord(**dict(zip(names[:end], row[:end], strict=True)), case=case))
    return tuple(found)


def joined() -> Select[*tuple[Any, ...]]:
    """Return the select of occurrences with what they are about, of a plan or of a case; `read` takes its rows."""
    return (
        select(
            occurrences.c.id,
            occurrences.c.code,
            occurrences.c.label,
            occurrences.c.opens_on,
            occurrences.c.due_on,
            occurrences.c.check_in_until,
            occurrences.c.state,
            occurrences.c.percent,
            occurrences.c.promised_on,
            occurrences.c.snoozed_until,
            func.coalesce(occurrences.c.assignment_id, 0).label("assignment_id"),
            func.coalesce(assignments.c.role, "lead").label("role"),
            units.c.id.label("unit_id"),
            units.c.name.label("unit_name"),
            func.coalesce(plan_tasks.c.plan_id, 0).label("plan_id"),
            func.coalesce(plans.c.code, "").label("plan_code"),
            func.coalesce(plan_tasks.c.id, 0).label("task_id"),
            func.coalesce(plan_tasks.c.withdrawn_ref, plan_tasks.c.ref, accidents.c.code).label("task_ref"),
            func.coalesce(plan_tasks.c.kind, "case").label("task_kind"),
            func.coalesce(plan_tasks.c.text, "").label("task_text"),
            plan_tasks.c.product,
            occurrences.c.policy_id,
            occurrences.c.next_at,
            accidents.c.code.label("case_code"),
            case_duties.c.id.label("case_duty_id"),
            case_duties.c.rule.label("case_rule"),
            case_duties.c.law.label("case_law"),
            case_duties.c.own.label("case_own"),
            case_duties.c.pace.label("case_pace"),
            case_duties.c.since.label("case_since"),
            accidents.c.unit_id.label("case_unit_id"),
            accidents.c.acknowledged_by.label("case_taken_by"),
        )
        .outerjoin(assignments, assignments.c.id == occurrences.c.assignment_id)
        .outerjoin(plan_tasks, plan_tasks.c.id == assignments.c.plan_task_id)
        .outerjoin(plans, plans.c.id == plan_tasks.c.plan_id)
        .outerjoin(
            case_duties,
            and_(
                occurrences.c.assignment_id.is_(None),
                case_duties.c.occurrence_id == occurrences.c.id,
                case_duties.c.leads,
            ),
        )
        .outerjoin(accidents, accidents.c.id == case_duties.c.accident_id)
        .join(units, units.c.id == func.coalesce(assignments.c.unit_id, case_duties.c.unit_id))
    )
