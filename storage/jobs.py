"""Slow work: queued in a turn, done outside any transaction, answered through the inbox."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, or_, select, update

from storage.records import Job
from storage.rows import add, records
from storage.tables import jobs


class Jobs:
    """Jobs by state."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, kind: str, body: dict[str, Any], *, person_id: int, reply_to: list[str], now: datetime
    ) -> int:
        """Queue a job and return its id; its result goes to `reply_to` as an inbox message."""
        return add(
            self._connection,
            insert(jobs).values(
                kind=kind,
                body=body,
                person_id=person_id,
                reply_to=reply_to,
                state="waiting",
                attempts=0,
                created_at=now,
            ),
        )

    def claim(self, now: datetime, stale_before: datetime, limit: int = 4) -> tuple[Job, ...]:
        """Take waiting jobs, and running ones begun before `stale_before` (their process died)."""
        found = records(
            self._connection.execute(
                select(
                    jobs.c.id, jobs.c.kind, jobs.c.body, jobs.c.person_id, jobs.c.reply_to, jobs.c.attempts
                )
                .where(
                    or_(
                        jobs.c.state == "waiting",
                        (jobs.c.state == "running") & (jobs.c.started_at < stale_before),
                    )
                )
                .order_by(jobs.c.id)
                .limit(limit)
            ),
            Job,
        )
        for job in found:
            self._connection.execute(
                update(jobs)
                .where(jobs.c.id == job.id)
                .values(state="running", started_at=now, attempts=job.attempts + 1)
            )
        return found

    def finish(self, job_id: int, problem: str | None = None, *, forget: bool = False) -> None:
        """Mark a job done, or failed with the problem; `forget` empties its body."""
        values: dict[str, Any] = {"state": "failed" if problem else "done", "problem": problem}
        if forget:
            values["body"] = {}
        self._connection.execute(update(jobs).where(jobs.c.id == job_id).values(values))
