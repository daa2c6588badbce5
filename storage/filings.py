"""Who has handed in what the law asks of everybody: counted for a period, and listed a page at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, exists, func, or_, select

from domain.occurrence import OPEN_STATES, OccurrenceState
from storage.rows import records
from storage.tables import assignments, employers, memberships, occurrences, plan_tasks, units

LAW = "law"
_OPEN = [state.value for state in OPEN_STATES]


@dataclass(frozen=True, slots=True)
class Filing:
    """One duty of one period: how many units owe it, and how many have not. No label: whatever is due by the day."""

    rule: str
    label: str | None
    due_on: date | None
    units: int
    missing: int


@dataclass(frozen=True, slots=True)
class Missing:
    """A unit that has not handed something in, with whom to ask; `linked`: somebody is linked for it."""

    name: str
    commune: str | None
    tax_code: str | None
    contact: str | None
    phone: str | None
    due_on: date | None
    linked: bool


class Filings:
    """The duties of the law that units owe; `scope` are the units that may be looked into (None: all)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def periods(self, scope: Iterable[int] | None) -> tuple[Filing, ...]:
        """Return each duty and period owed by units in the scope or right under it, by due day."""
        missing = func.sum(case((occurrences.c.state.in_(_OPEN), 1), else_=0))
        query = _owed(
            select(
                plan_tasks.c.ref.label("rule"),
                occurrences.c.label,
                occurrences.c.due_on,
                func.count().label("units"),
                missing.label("missing"),
            ),
            scope,
        )
        rows = self._connection.execute(
            query.group_by(plan_tasks.c.ref, occurrences.c.label, occurrences.c.due_on).order_by(
                occurrences.c.due_on, plan_tasks.c.ref
            )
        )
        return records(rows, Filing)

    def at_intervals(self, rule: str, scope: Iterable[int] | None, until: date) -> Filing:
        """Return how many units owe a duty at intervals that is due by a day, and have not done it."""
        missing = func.sum(case((occurrences.c.state.in_(_OPEN), 1), else_=0))
        query = _owed(select(func.count(), func.coalesce(missing, 0)), scope).where(
            plan_tasks.c.ref == rule, occurrences.c.due_on <= until
        )
        row = self._connection.execute(query).one()
        return Filing(rule, None, until, int(row[0]), int(row[1]))

    def missing(
        self, filing: Filing, scope: Iterable[int] | None, *, limit: int | None = None, offset: int = 0
    ) -> tuple[Missing, ...]:
        """Return who has not handed it in, first due first, in the order they were registered."""
        above = units.alias("above")
        held = exists().where(memberships.c.unit_id == units.c.id, memberships.c.until.is_(None))
        query = (
            _owed(
                select(
                    units.c.name,
                    above.c.name.label("commune"),
                    employers.c.tax_code,
                    employers.c.contact,
                    employers.c.phone,
                    occurrences.c.due_on,
                    held.label("linked"),
                ),
                scope,
            )
            .outerjoin(employers, employers.c.unit_id == units.c.id)
            .outerjoin(above, above.c.id == units.c.parent_id)
            .where(plan_tasks.c.ref == filing.rule, occurrences.c.state.in_(_OPEN))
            .order_by(occurrences.c.due_on, units.c.id)
            .offset(offset)
        )
        if filing.label is None:
            query = query.where(occurrences.c.due_on <= filing.due_on)
        else:
            query = query.where(occurrences.c.label == filing.label)
        return records(self._connection.execute(query if limit is None else query.limit(limit)), Missing)


def _owed(query: Select[*tuple[Any, ...]], scope: Iterable[int] | None) -> Select[*tuple[Any, ...]]:
    """Return the query over what the law asks of everybody, what was taken back aside."""
    return (
        query.select_from(occurrences)
        .join(assignments, assignments.c.id == occurrences.c.assignment_id)
        .join(plan_tasks, plan_tasks.c.id == assignments.c.plan_task_id)
        .join(units, units.c.id == assignments.c.unit_id)
        .where(
            plan_tasks.c.kind == LAW,
            occurrences.c.state != OccurrenceState.CANCELLED.value,
            *_within(scope),
        )
    )


def _within(scope: Iterable[int] | None) -> tuple[ColumnElement[bool], ...]:
    if scope is None:
        return ()
    ids = list(scope)
    return (or_(units.c.id.in_(ids), units.c.parent_id.in_(ids)),)
