"""Questions that read across tables, for status answers. Each takes the units the asker may see."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import Connection, and_, exists, func, or_, select

from domain.occurrence import OccurrenceState
from storage.occurrence_rows import is_current
from storage.rows import batches
from storage.tables import (
    accident_alerts,
    accident_facts,
    accidents,
    assignments,
    case_verdicts,
    memberships,
    occurrences,
    plan_tasks,
    units,
)


class Queries:
    """Counts and lists for "how do things stand?"."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def state_counts(self, unit_ids: Iterable[int] | None, today: date) -> dict[str, int]:
        """Return how many opened occurrences are in each state; None for `unit_ids` means all units."""
        query = (
            select(occurrences.c.state, func.count())
            .join(assignments, assignments.c.id == occurrences.c.assignment_id)
            .where(is_current(today))
            .group_by(occurrences.c.state)
        )
        if unit_ids is not None:
            query = query.where(assignments.c.unit_id.in_(list(unit_ids)))
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def reports_by_unit(
        self, unit_ids: Iterable[int] | None, label: str
    ) -> tuple[tuple[str, str, date | None, str], ...]:
        """Return (unit, state, due day, occurrence code) of every report owed for a period, by unit name."""
        query = (
            select(units.c.name, occurrences.c.state, occurrences.c.due_on, occurrences.c.code)
            .join(assignments, assignments.c.id == occurrences.c.assignment_id)
            .join(plan_tasks, plan_tasks.c.id == assignments.c.plan_task_id)
            .join(units, units.c.id == assignments.c.unit_id)
            .where(plan_tasks.c.kind == "report", occurrences.c.label == label)
            .order_by(units.c.id)
        )
        if unit_ids is not None:
            query = query.where(assignments.c.unit_id.in_(list(unit_ids)))
        return tuple((r[0], r[1], r[2], r[3]) for r in self._connection.execute(query))

    def units_with_duties(self, unit_ids: Iterable[int] | None, today: date) -> int:
        """Return how many of the units have a duty that has opened; None for `unit_ids` means all units."""
        query = (
            select(func.count(func.distinct(assignments.c.unit_id)))
            .join(occurrences, occurrences.c.assignment_id == assignments.c.id)
            .where(is_current(today), occurrences.c.state != OccurrenceState.CANCELLED.value)
        )
        if unit_ids is not None:
            query = query.where(assignments.c.unit_id.in_(list(unit_ids)))
        return int(self._connection.execute(query).scalar_one())

    def report_periods(self, unit_ids: Iterable[int] | None) -> tuple[tuple[str, date], ...]:
        """Return (label, earliest due day) of every period a report is owed for, by due day."""
        due = func.min(occurrences.c.due_on)
        query = (
            select(occurrences.c.label, due)
            .join(assignments, assignments.c.id == occurrences.c.assignment_id)
            .join(plan_tasks, plan_tasks.c.id == assignments.c.plan_task_id)
            .where(
                plan_tasks.c.kind == "report",
                occurrences.c.due_on.is_not(None),
                occurrences.c.state != OccurrenceState.CANCELLED.value,
            )
            .group_by(occurrences.c.label)
            .order_by(due, occurrences.c.label)
        )
        if unit_ids is not None:
            query = query.where(assignments.c.unit_id.in_(list(unit_ids)))
        rows = self._connection.execute(query)
        return tuple((label, day) for label, day in rows if day is not None)

    def cases_told_to(self, person_id: int, states: Iterable[str]) -> tuple[str, ...]:
        """Return the codes of the cases in these states an officer was told of, newest first."""
        query = (
            select(accidents.c.code)
            .join(accident_alerts, accident_alerts.c.accident_id == accidents.c.id)
            .where(accident_alerts.c.person_id == person_id, accidents.c.state.in_(tuple(states)))
            .order_by(accidents.c.id.desc())
        )
        return tuple(row[0] for row in self._connection.execute(query))

    def cases_taken_by(self, person_id: int, states: Iterable[str]) -> tuple[str, ...]:
        """Return the codes of the cases in these states that a person has taken, newest first."""
        query = (
            select(accidents.c.code)
            .where(accidents.c.acknowledged_by == person_id, accidents.c.state.in_(tuple(states)))
            .order_by(accidents.c.id.desc())
        )
        return tuple(row[0] for row in self._connection.execute(query))

    def cases_since(
        self, unit_ids: Iterable[int] | None, kinds: Iterable[str], since: datetime
    ) -> tuple[str, ...]:
        """Return the codes of the cases of these kinds since an instant, newest first; None means every place.

        Of reports joined as being of one accident only the oldest is there.
        """
        pair = case_verdicts.c
        older = exists().where(
            pair.same,
            pair.undone_at.is_(None),
            or_(
                and_(pair.accident_id == accidents.c.id, pair.other_id < accidents.c.id),
                and_(pair.other_id == accidents.c.id, pair.accident_id < accidents.c.id),
            ),
        )
        query = (
            select(accidents.c.code)
            .where(accidents.c.kind.in_(tuple(kinds)), accidents.c.created_at >= since, ~older)
            .order_by(accidents.c.id.desc())
        )
        if unit_ids is not None:
            query = query.where(accidents.c.unit_id.in_(list(unit_ids)))
        return tuple(row[0] for row in self._connection.execute(query))

    def happened(self, codes: Iterable[str]) -> dict[str, tuple[datetime, datetime | None, datetime | None]]:
        """Return by code when each case was reported, and between which instants it may have happened."""
        found: dict[str, tuple[datetime, datetime | None, datetime | None]] = {}
        for some in batches(codes):
            rows = self._connection.execute(
                select(
                    accidents.c.code,
                    accidents.c.created_at,
                    accidents.c.happened_from,
                    accidents.c.happened_to,
                ).where(accidents.c.code.in_(some))
            )
            found.update((row[0], (row[1], row[2], row[3])) for row in rows)
        return found

    def positions_in(self, unit_id: int, but: int, most: int) -> tuple[tuple[float, float], ...]:
        """Return a position sent in each of a unit's newest cases, `but` one aside."""
        newest = (
            select(func.max(accident_facts.c.id).label("fact"))
            .join(accidents, accidents.c.id == accident_facts.c.accident_id)
            .where(
                accidents.c.unit_id == unit_id,
                accidents.c.id != but,
                accidents.c.state != "cancelled",
                accident_facts.c.field == "locations",
                accident_facts.c.replaced_at.is_(None),
            )
            .group_by(accident_facts.c.accident_id)
            .order_by(func.max(accident_facts.c.id).desc())
            .limit(most)
            .subquery()
        )
        query = select(accident_facts.c.value).join(newest, newest.c.fact == accident_facts.c.id)
        told = (row[0] for row in self._connection.execute(query))
        return tuple((float(lat), float(lon)) for value in told if value for lat, lon in value[-1:])

    def open_cases(
        self, unit_ids: Iterable[int] | None, kinds: Iterable[str], states: Iterable[str]
    ) -> tuple[str, ...]:
        """Return the codes of the cases of these kinds in these states, newest first; None means every place."""
        query = (
            select(accidents.c.code)
            .where(accidents.c.kind.in_(tuple(kinds)), accidents.c.state.in_(tuple(states)))
            .order_by(accidents.c.id.desc())
        )
        if unit_ids is not None:
            query = query.where(accidents.c.unit_id.in_(list(unit_ids)))
        return tuple(row[0] for row in self._connection.execute(query))

    def cases_left_behind(self, roles: Iterable[str], states: Iterable[str]) -> tuple[int, ...]:
        """Return the cases in these states whose officer holds none of these roles in its place any more.

        Whoever oversees all places, or serves in the coordinating office, may act on any.
        """
        offices = select(units.c.id).where(units.c.coordinates)
        serves = exists().where(
            memberships.c.person_id == accidents.c.acknowledged_by,
            memberships.c.until.is_(None),
            or_(
                memberships.c.role.in_(("coordinator", "admin")),
                and_(
                    memberships.c.role.in_(tuple(roles)),
                    or_(memberships.c.unit_id == accidents.c.unit_id, memberships.c.unit_id.in_(offices)),
                ),
            ),
        )
        query = (
            select(accidents.c.id)
            .where(accidents.c.state.in_(tuple(states)), accidents.c.acknowledged_by.is_not(None), ~serves)
            .order_by(accidents.c.id)
        )
        return tuple(row[0] for row in self._connection.execute(query))
