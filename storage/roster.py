"""Who is on duty for which unit and when."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, insert, or_, select, update

from domain.roster import Shift
from storage.rows import add, record, records
from storage.tables import duty_shifts

_QUERY = select(
    duty_shifts.c.id,
    duty_shifts.c.unit_id,
    duty_shifts.c.person_id,
    duty_shifts.c.stand_in_id,
    duty_shifts.c.span,
    duty_shifts.c.starts,
    duty_shifts.c.ends,
)


class Roster:
    """Shifts by id; one that was taken back stays as a row."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        shift: Shift,
        set_by: int | None,
        now: datetime,
    ) -> int:
        """Keep a shift (its id is not looked at) and return its id."""
        return add(
            self._connection,
            insert(duty_shifts).values(
                unit_id=shift.unit_id,
                person_id=shift.person_id,
                stand_in_id=shift.stand_in_id,
                span=shift.span,
                starts=shift.starts,
                ends=shift.ends,
                set_by=set_by,
                set_at=now,
            ),
        )

    def find(self, shift_id: int) -> Shift | None:
        """Return a shift that was not taken back, or None."""
        query = _QUERY.where(duty_shifts.c.id == shift_id, duty_shifts.c.taken_back_at.is_(None))
        row = self._connection.execute(query).first()
        return None if row is None else record(row, Shift)

    def of_units(self, unit_ids: Iterable[int], now: datetime) -> tuple[Shift, ...]:
        """Return the shifts of units that hold now or later, in the order they were set."""
        query = _QUERY.where(
            duty_shifts.c.unit_id.in_(list(unit_ids)),
            duty_shifts.c.taken_back_at.is_(None),
            or_(duty_shifts.c.ends.is_(None), duty_shifts.c.ends > now),
        )
        return records(self._connection.execute(query.order_by(duty_shifts.c.id)), Shift)

    def take_back(self, shift_ids: Iterable[int], now: datetime) -> None:
        """Let shifts hold no longer."""
        self._connection.execute(
            update(duty_shifts).where(duty_shifts.c.id.in_(list(shift_ids))).values(taken_back_at=now)
        )
