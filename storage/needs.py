"""Which row of a plan needs which other done first."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from storage.tables import plan_tasks, task_needs


class Needs:
    """Pairs of rows (by id): the one that waits, and the one it waits for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, task_id: int, needs_id: int, person_id: int, now: datetime) -> None:
        """Keep that a row waits for another; the pair may not be known yet."""
        self._connection.execute(
            insert(task_needs).values(task_id=task_id, needs_id=needs_id, noted_by=person_id, noted_at=now)
        )

    def remove(self, task_id: int, needs_id: int) -> bool:
        """Forget that a row waits for another; False where it did not."""
        gone = self._connection.execute(
            delete(task_needs).where(task_needs.c.task_id == task_id, task_needs.c.needs_id == needs_id)
        )
        return gone.rowcount == 1

    def of_plan(self, plan_id: int) -> tuple[tuple[int, int], ...]:
        """Return (row that waits, row it waits for) of a plan, both standing in it."""
        standing = select(plan_tasks.c.id).where(
            plan_tasks.c.plan_id == plan_id, plan_tasks.c.withdrawn_at.is_(None)
        )
        rows = self._connection.execute(
            select(task_needs.c.task_id, task_needs.c.needs_id)
            .where(task_needs.c.task_id.in_(standing), task_needs.c.needs_id.in_(standing))
            .order_by(task_needs.c.id)
        )
        return tuple((row[0], row[1]) for row in rows)
