"""Cases that one officer offered to another, who has to say yes."""

from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from storage.records import PassingRecord
from storage.rows import add, record, records
from storage.tables import case_passings

_QUERY = select(
    case_passings.c.id,
    case_passings.c.accident_id,
    case_passings.c.from_id,
    case_passings.c.to_id,
    case_passings.c.asked_at,
    case_passings.c.ends_at,
    case_passings.c.answer,
)


class Passings:
    """Offers by id; a case has one that waits at most."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, accident_id: int, from_id: int, to_id: int, now: datetime, ends_at: datetime) -> int:
        """Keep an offer and return its id."""
        return add(
            self._connection,
            insert(case_passings).values(
                accident_id=accident_id, from_id=from_id, to_id=to_id, asked_at=now, ends_at=ends_at
            ),
        )

    def find(self, passing_id: int) -> PassingRecord | None:
        """Return the offer, or None."""
        row = self._connection.execute(_QUERY.where(case_passings.c.id == passing_id)).first()
        return None if row is None else record(row, PassingRecord)

    def waiting_for(self, accident_id: int) -> PassingRecord | None:
        """Return the offer of a case that was not answered yet, or None."""
        row = self._connection.execute(
            _QUERY.where(case_passings.c.accident_id == accident_id, case_passings.c.answer.is_(None))
        ).first()
        return None if row is None else record(row, PassingRecord)

    def answer(self, passing_id: int, answer: str, now: datetime) -> bool:
        """Settle an offer; False where it was settled before."""
        changed = self._connection.execute(
            update(case_passings)
            .where(case_passings.c.id == passing_id, case_passings.c.answer.is_(None))
            .values(answer=answer, answered_at=now)
        )
        return changed.rowcount == 1

    def due(self, now: datetime) -> tuple[PassingRecord, ...]:
        """Return the offers whose time without an answer is over."""
        query = _QUERY.where(case_passings.c.answer.is_(None), case_passings.c.ends_at <= now)
        return records(self._connection.execute(query.order_by(case_passings.c.id)), PassingRecord)

    def next_end(self) -> datetime | None:
        """Return the earliest instant at which an offer ends unanswered."""
        return self._connection.execute(
            select(func.min(case_passings.c.ends_at)).where(case_passings.c.answer.is_(None))
        ).scalar()
