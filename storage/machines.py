"""The register of machines under strict safety rules: one row for each case in which one was declared."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from domain.accident import CaseState
from storage.records import MachineRecord
from storage.rows import add, records
from storage.tables import accidents, machines


class Machines:
    """Machines by the case they were declared in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, accident_id: int, **values: Any) -> None:
        """Keep what is known of the machine of a case, in the place of what was known before."""
        known = self._connection.execute(
            select(machines.c.id).where(machines.c.accident_id == accident_id)
        ).first()
        if known is None:
            add(self._connection, insert(machines).values(accident_id=accident_id, **values))
            return
        self._connection.execute(update(machines).where(machines.c.id == known.id).values(values))

    def drop(self, accident_id: int) -> None:
        """Take the machine of a case out of the register."""
        self._connection.execute(delete(machines).where(machines.c.accident_id == accident_id))

    def listed(
        self, unit_ids: Iterable[int] | None, until: date | None = None, limit: int = 50
    ) -> tuple[MachineRecord, ...]:
        """Return the machines in these communes (None: anywhere), the soonest inspection first, unknown ones last.

        `until` keeps those whose inspection ends on that day or before. Cancelled cases are left out.
        """
        wanted = (
            select(machines, accidents.c.code)
            .join(accidents, accidents.c.id == machines.c.accident_id)
            .where(accidents.c.state != CaseState.CANCELLED.value)
            .order_by(machines.c.inspect_by.is_(None), machines.c.inspect_by, machines.c.id)
            .limit(limit)
        )
        if unit_ids is not None:
            wanted = wanted.where(machines.c.unit_id.in_(tuple(unit_ids)))
        if until is not None:
            wanted = wanted.where(machines.c.inspect_by <= until)
        return records(self._connection.execute(wanted), MachineRecord)
