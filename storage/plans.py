"""Plans as read and as approved, their tasks and who is assigned."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select, update

from storage.records import AssignmentRecord, PlanRecord, PlanTaskRecord
from storage.rows import add, batches, record, records
from storage.tables import assignments, plan_tasks, plans


class Plans:
    """Plans by code."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        *,
        code: str,
        title: str,
        number: str | None,
        reading: dict[str, Any],
        attachment_id: int | None,
        check_in: str,
        created_by: int,
        now: datetime,
    ) -> int:
        """Keep a plan as read, a draft until approved; returns its id."""
        return add(
            self._connection,
            insert(plans).values(
                code=code,
                state="draft",
                title=title,
                number=number,
                reading=reading,
                attachment_id=attachment_id,
                class_members={},
                check_in=check_in,
                created_by=created_by,
                created_at=now,
            ),
        )

    def get(self, plan_id: int) -> PlanRecord:
        """Return the plan; raises LookupError where there is none."""
        row = self._connection.execute(_query().where(plans.c.id == plan_id)).first()
        if row is None:
            raise LookupError(f"no plan {plan_id}")
        return record(row, PlanRecord)

    def by_code(self, code: str) -> PlanRecord | None:
        """Return the plan with this code, or None."""
        row = self._connection.execute(_query().where(plans.c.code == code)).first()
        return None if row is None else record(row, PlanRecord)

    def in_state(self, state: str) -> tuple[PlanRecord, ...]:
        """Return plans in a state, oldest first."""
        return records(
            self._connection.execute(_query().where(plans.c.state == state).order_by(plans.c.id)), PlanRecord
        )

    def latest(self, limit: int) -> tuple[PlanRecord, ...]:
        """Return the plans kept last, newest first; what is only kept like a plan is left out."""
        own = plans.c.state.in_(("draft", "approved", "merged", "withdrawn"))
        return records(
            self._connection.execute(_query().where(own).order_by(plans.c.id.desc()).limit(limit)), PlanRecord
        )

    def any_in_state(self, state: str) -> bool:
        """Whether there is a plan in this state (without reading it)."""
        found = self._connection.execute(select(plans.c.id).where(plans.c.state == state).limit(1))
        return found.first() is not None

    def count(self) -> int:
        """Return how many plans there are."""
        return len(self._connection.execute(select(plans.c.id)).all())

    def change(self, plan_id: int, **values: Any) -> None:
        """Set columns of a plan."""
        self._connection.execute(update(plans).where(plans.c.id == plan_id).values(values))

    def approve(self, plan_id: int, person_id: int, now: datetime) -> bool:
        """Turn a draft into an approved plan; False where it is no draft any more."""
        return self._leave_draft(plan_id, "approved", person_id, now)

    def merge(self, plan_id: int, person_id: int, now: datetime) -> bool:
        """Note that a draft has become part of the plan it changes; False where it is no draft any more."""
        return self._leave_draft(plan_id, "merged", person_id, now)

    def _leave_draft(self, plan_id: int, state: str, person_id: int, now: datetime) -> bool:
        changed = self._connection.execute(
            update(plans)
            .where(plans.c.id == plan_id, plans.c.state == "draft")
            .values(state=state, approved_by=person_id, approved_at=now)
        )
        return changed.rowcount == 1

    def add_task(self, **values: Any) -> int:
        """Add an approved row of a plan and return its id."""
        return add(self._connection, insert(plan_tasks).values(values))

    def add_tasks(self, rows: Sequence[dict[str, Any]]) -> None:
        """Add approved rows of a plan, all at once; each holds every column but the id."""
        if rows:
            self._connection.execute(insert(plan_tasks), list(rows))

    def add_assignments(self, rows: Sequence[tuple[int, int, str]]) -> None:
        """Add assignments (plan task id, unit id, role), all at once; none of them may exist yet."""
        if rows:
            self._connection.execute(
                insert(assignments), [{"plan_task_id": t, "unit_id": u, "role": role} for t, u, role in rows]
            )

    def assigned(self, plan_task_id: int, unit_ids: Iterable[int]) -> dict[int, int]:
        """Return by unit the id of the assignment of a row, for those of the units that have one."""
        found: dict[int, int] = {}
        for some in batches(unit_ids):
            rows = self._connection.execute(
                select(assignments.c.unit_id, assignments.c.id).where(
                    assignments.c.plan_task_id == plan_task_id, assignments.c.unit_id.in_(some)
                )
            )
            found.update((row[0], row[1]) for row in rows)
        return found

    def change_tasks(self, rows: Sequence[dict[str, Any]]) -> None:
        """Set columns of rows by their `id`; every row names the same columns. Numbers may change places."""
        for row in rows:  # a number that another row still has is given up first
            self._connection.execute(
                update(plan_tasks).where(plan_tasks.c.id == row["id"]).values(ref=f"#{row['id']}")
            )
        for row in rows:
            values = {name: value for name, value in row.items() if name != "id"}
            self._connection.execute(update(plan_tasks).where(plan_tasks.c.id == row["id"]).values(values))

    def withdraw_tasks(self, rows: Iterable[PlanTaskRecord], now: datetime) -> None:
        """Withdraw rows: they keep their history and are shown by the number they had, which is free again."""
        for row in rows:
            self._connection.execute(
                update(plan_tasks)
                .where(plan_tasks.c.id == row.id)
                .values(ref=f"#{row.id}", withdrawn_ref=row.ref, withdrawn_at=now)
            )

    def tasks(self, plan_id: int) -> tuple[PlanTaskRecord, ...]:
        """Return the rows that stand in a plan, in the order of the document."""
        rows = self._connection.execute(
            select(
                plan_tasks.c.id,
                plan_tasks.c.plan_id,
                plan_tasks.c.ref,
                plan_tasks.c.kind,
                plan_tasks.c.position,
                plan_tasks.c.text,
                plan_tasks.c.deadline,
                plan_tasks.c.deadline_text,
                plan_tasks.c.product,
                plan_tasks.c.by_mandate,
                plan_tasks.c.lines,
            )
            .where(plan_tasks.c.plan_id == plan_id, plan_tasks.c.withdrawn_at.is_(None))
            .order_by(plan_tasks.c.position)
        )
        return tuple(_task(row) for row in rows)

    def assign(self, plan_task_id: int, unit_id: int, role: str) -> int | None:
        """Assign a row to a unit and return the assignment's id; None where it is assigned already."""
        known = self._connection.execute(
            select(assignments.c.id).where(
                assignments.c.plan_task_id == plan_task_id, assignments.c.unit_id == unit_id
            )
        ).first()
        if known is not None:
            return None
        return add(
            self._connection,
            insert(assignments).values(plan_task_id=plan_task_id, unit_id=unit_id, role=role),
        )

    def assignments_of(self, plan_id: int) -> tuple[tuple[int, int, int, str], ...]:
        """Return (assignment id, plan task id, unit id, role) for every assignment of a plan that holds now."""
        found = self.every_assignment_of(plan_id)
        return tuple(
            (one.id, one.plan_task_id, one.unit_id, one.role) for one in found if one.ended_at is None
        )

    def every_assignment_of(self, plan_id: int) -> tuple[AssignmentRecord, ...]:
        """Return the assignments of a plan, those that were ended too."""
        return records(
            self._connection.execute(
                select(
                    assignments.c.id,
                    assignments.c.plan_task_id,
                    assignments.c.unit_id,
                    assignments.c.role,
                    assignments.c.ended_at,
                )
                .join(plan_tasks, plan_tasks.c.id == assignments.c.plan_task_id)
                .where(plan_tasks.c.plan_id == plan_id)
                .order_by(assignments.c.id)
            ),
            AssignmentRecord,
        )

    def change_assignments(self, assignment_ids: Iterable[int], **values: Any) -> None:
        """Set columns of assignments: `role`, or `ended_at` (None takes one up again)."""
        for some in batches(assignment_ids):
            self._connection.execute(update(assignments).where(assignments.c.id.in_(some)).values(values))


def _task(row: Row[*tuple[Any, ...]]) -> PlanTaskRecord:
    return record(row, PlanTaskRecord, lines=tuple(row.lines))


def _query() -> Select[*tuple[Any, ...]]:
    return select(
        plans.c.id,
        plans.c.code,
        plans.c.state,
        plans.c.title,
        plans.c.number,
        plans.c.reading,
        plans.c.class_members,
        plans.c.check_in,
        plans.c.created_by,
        plans.c.created_at,
        plans.c.approved_at,
        plans.c.changes_id,
    )
