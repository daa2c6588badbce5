"""The ledger: every reminder decided on, with its reason, whom it went to and what became of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, false, func, insert, or_, select

from domain.costs import CAP_REASON
from domain.digest import STALE
from domain.duty import SentKey as Key
from storage.rows import batches
from storage.tables import attempts, ledger, occurrences, outbox


class Ledger:
    """Reminders by occurrence, reason, step and recipient: the same one is never entered twice."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sent(self, occurrence_ids: Iterable[int], today: datetime) -> tuple[frozenset[Key], frozenset[Key]]:
        """Return the keys entered for these occurrences: those said or to be said, and those never said.

        Never said is what the spending cap kept back before `today` began, and what was not sent because its day
        was over: it is made good once its reader can be told.
        """
        said: set[Key] = set()
        never: set[Key] = set()
        for some in batches(occurrence_ids):
            rows = self._connection.execute(
                select(
                    occurrences.c.code, ledger.c.reason, ledger.c.step, ledger.c.person_id, _never_said(today)
                )
                .join(occurrences, occurrences.c.id == ledger.c.occurrence_id)
                .join(outbox, outbox.c.id == ledger.c.outbox_id, isouter=True)
                .where(ledger.c.occurrence_id.in_(some))
            )
            for row in rows:
                (never if row[4] else said).add((row[0], row[1], row[2], str(row[3])))
        return frozenset(said), frozenset(never)

    def escalated(self, occurrence_ids: Iterable[int]) -> dict[int, tuple[datetime, ...]]:
        """Return by occurrence when somebody higher was told, oldest first; those where nobody was are not there."""
        found: dict[int, tuple[datetime, ...]] = {}
        for some in batches(dict.fromkeys(occurrence_ids)):
            rows = self._connection.execute(
                select(ledger.c.occurrence_id, ledger.c.planned_at)
                .where(ledger.c.occurrence_id.in_(some), ledger.c.reason == "escalated")
                .order_by(ledger.c.planned_at)
            )
            for row in rows:
                found[row.occurrence_id] = (*found.get(row.occurrence_id, ()), row.planned_at)
        return found

    def add_many(self, rows: Sequence[dict[str, Any]]) -> None:
        """Enter reminders, each with every column but the id; none of them may be there yet."""
        if rows:
            self._connection.execute(insert(ledger), list(rows))

    def between(self, first: datetime, last: datetime) -> tuple[dict[str, Any], ...]:
        """Return the entries planned in [first, last], with the outcome of the message that carried them."""
        tried = (
            select(func.min(attempts.c.started_at))
            .where(attempts.c.outbox_id == ledger.c.outbox_id)
            .correlate(ledger)
            .scalar_subquery()
        )
        rows = self._connection.execute(
            select(
                ledger.c.id,
                occurrences.c.code.label("occurrence"),
                ledger.c.occurrence_id,
                ledger.c.person_id,
                ledger.c.reason,
                ledger.c.step,
                ledger.c.level,
                ledger.c.because,
                ledger.c.planned_at,
                ledger.c.state,
                ledger.c.outbox_id,
                outbox.c.state.label("outcome"),
                outbox.c.settled_at,
                outbox.c.seen_at,
                outbox.c.about,
                outbox.c.detail,
                tried.label("attempted_at"),
            )
            .join(occurrences, occurrences.c.id == ledger.c.occurrence_id)
            .join(outbox, outbox.c.id == ledger.c.outbox_id, isouter=True)
            .where(ledger.c.planned_at >= first, ledger.c.planned_at <= last)
            .order_by(ledger.c.id)
        )
        return tuple(dict(row._mapping) for row in rows)  # noqa: SLF001 - the documented way


def _never_said(today: datetime) -> ColumnElement[bool]:
    kept_back = and_(outbox.c.detail == CAP_REASON, outbox.c.settled_at < today)
    never = and_(outbox.c.state == "dropped", or_(kept_back, outbox.c.detail == STALE))
    return func.coalesce(never, false())
