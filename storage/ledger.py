"""The ledger: every reminder decided on, with its reason, whom it went to and what became of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, insert, not_, or_, select

from domain.costs import CAP_REASON
from storage.rows import batches
from storage.tables import ledger, occurrences, outbox


class Ledger:
    """Reminders by occurrence, reason, step and recipient: the same one is never entered twice."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sent(self, occurrence_ids: Iterable[int], today: datetime) -> frozenset[tuple[str, str, str, str]]:
        """Return the keys (occurrence code, reason, step, recipient) entered for these occurrences.

        What the spending cap kept back before `today` began was never said: it is left out, so that it is made
        good once its reader can be told.
        """
        found: set[tuple[str, str, str, str]] = set()
        for some in batches(occurrence_ids):
            rows = self._connection.execute(
                select(occurrences.c.code, ledger.c.reason, ledger.c.step, ledger.c.person_id)
                .join(occurrences, occurrences.c.id == ledger.c.occurrence_id)
                .join(outbox, outbox.c.id == ledger.c.outbox_id, isouter=True)
                .where(ledger.c.occurrence_id.in_(some), _was_said(today))
            )
            found.update((r[0], r[1], r[2], str(r[3])) for r in rows)
        return frozenset(found)

    def add_many(self, rows: Sequence[dict[str, Any]]) -> None:
        """Enter reminders, each with every column but the id; none of them may be there yet."""
        if rows:
            self._connection.execute(insert(ledger), list(rows))

    def between(self, first: datetime, last: datetime) -> tuple[dict[str, Any], ...]:
        """Return the entries planned in [first, last], with the outcome of the message that carried them."""
        rows = self._connection.execute(
            select(
                ledger.c.id,
                occurrences.c.code.label("occurrence"),
                ledger.c.person_id,
                ledger.c.reason,
                ledger.c.step,
                ledger.c.level,
                ledger.c.because,
                ledger.c.planned_at,
                ledger.c.state,
                outbox.c.state.label("outcome"),
                outbox.c.settled_at,
            )
            .join(occurrences, occurrences.c.id == ledger.c.occurrence_id)
            .join(outbox, outbox.c.id == ledger.c.outbox_id, isouter=True)
            .where(ledger.c.planned_at >= first, ledger.c.planned_at <= last)
            .order_by(ledger.c.id)
        )
        return tuple(dict(row._mapping) for row in rows)  # noqa: SLF001 - the documented way


def _was_said(today: datetime) -> ColumnElement[bool]:
    kept_back = and_(outbox.c.state == "dropped", outbox.c.detail == CAP_REASON, outbox.c.settled_at < today)
    return or_(outbox.c.id.is_(None), not_(kept_back))
