"""What officers said of two reports: that they are of one accident, or surely of two."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, and_, func, insert, or_, select, update

from storage.records import AccidentRecord, Verdict
from storage.rows import add, records
from storage.tables import accidents, case_verdicts

LONGEST_SPAN = timedelta(days=40)  # no accident's time is told more loosely than "last month"


_CASE = [accidents.c[field.name] for field in fields(AccidentRecord)]


class Verdicts:
    """Pairs of cases with what was decided about them; what is undone stays as a row and counts no more."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        accident_id: int,
        other_id: int,
        *,
        same: bool,
        reason: str,
        before: Mapping[str, Any],
        by: int,
        now: datetime,
    ) -> int:
        """Keep a verdict and return its id."""
        return add(
            self._connection,
            insert(case_verdicts).values(
                accident_id=accident_id,
                other_id=other_id,
                same=same,
                reason=reason,
                before=dict(before),
                decided_by=by,
                decided_at=now,
            ),
        )

    def undo(self, verdict_id: int, *, reason: str, by: int, now: datetime) -> None:
        """Take a verdict back."""
        self._connection.execute(
            update(case_verdicts)
            .where(case_verdicts.c.id == verdict_id)
            .values(undone_by=by, undone_at=now, undone_reason=reason)
        )

    def between(self, one: int, two: int) -> tuple[Verdict, ...]:
        """Return what holds of exactly these two cases, oldest first."""
        pair = case_verdicts.c
        either = or_(
            and_(pair.accident_id == one, pair.other_id == two),
            and_(pair.accident_id == two, pair.other_id == one),
        )
        return records(self._connection.execute(_holding().where(either)), Verdict)

    def of(self, accident_id: int) -> tuple[Verdict, ...]:
        """Return what holds of a case and any other, oldest first."""
        pair = case_verdicts.c
        touching = or_(pair.accident_id == accident_id, pair.other_id == accident_id)
        return records(self._connection.execute(_holding().where(touching)), Verdict)

    def all_same(self) -> tuple[Verdict, ...]:
        """Return every joining that holds."""
        return records(self._connection.execute(_holding().where(case_verdicts.c.same)), Verdict)

    def near(
        self, first: datetime, last: datetime, kinds: tuple[str, ...], but: int, most: int
    ) -> tuple[AccidentRecord, ...]:
        """Return cases of these kinds that may have happened between two instants, `but` one, the newest `most`.

        Cancelled ones are left out.
        """
        return records(
            self._connection.execute(
                select(*_CASE)
                .where(
                    accidents.c.happened_from <= last,
                    accidents.c.happened_from >= first - LONGEST_SPAN,
                    accidents.c.happened_to >= first,
                    accidents.c.kind.in_(kinds),
                    accidents.c.state != "cancelled",
                    accidents.c.id != but,
                )
                .order_by(accidents.c.id.desc())
                .limit(most)
            ),
            AccidentRecord,
        )

    def waiting(self, now: datetime, most: int) -> tuple[AccidentRecord, ...]:
        """Return cases that are to be compared with others by now, the longest waiting first."""
        due = select(*_CASE).where(accidents.c.compare_at <= now).order_by(accidents.c.compare_at).limit(most)
        return records(self._connection.execute(due), AccidentRecord)

    def next_waiting(self) -> datetime | None:
        """Return the earliest instant at which a case is to be compared."""
        return self._connection.execute(select(func.min(accidents.c.compare_at))).scalar()


def _holding() -> Select[*tuple[Any, ...]]:
    pair = case_verdicts.c
    return (
        select(
            pair.id,
            pair.accident_id,
            pair.other_id,
            pair.same,
            pair.reason,
            pair.before,
            pair.decided_by,
            pair.decided_at,
        )
        .where(pair.undone_at.is_(None))
        .order_by(pair.id)
    )
