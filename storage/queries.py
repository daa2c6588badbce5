"""Questions that read across tables, for status answers. Each takes the units the asker may see."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, func, select

from storage.tables import assignments, occurrences, plan_tasks, units


class Queries:
    """Counts and lists for "how do things stand?"."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def state_counts(self, unit_ids: Iterable[int] | None, today: date) -> dict[str, int]:
        """Return how many opened occurrences are in each state; None for `unit_ids` means all units."""
        query = (
            select(occurrences.c.state, func.count())
            .join(assignments, assignments.c.id == occurrences.c.assignment_id)
            .where(occurrences.c.opens_on <= today)
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
