"""The ledger: every reminder decided on, with its reason, whom it went to and what became of it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from storage.tables import ledger, occurrences, outbox


class Ledger:
    """Reminders by occurrence, reason, step and recipient: the same one is never entered twice."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sent(self, occurrence_ids: Iterable[int]) -> frozenset[tuple[str, str, str, str]]:
        """Return the keys (occurrence code, reason, step, recipient) entered for these occurrences."""
        rows = self._connection.execute(
            select(occurrences.c.code, ledger.c.reason, ledger.c.step, ledger.c.person_id)
            .join(occurrences, occurrences.c.id == ledger.c.occurrence_id)
            .where(ledger.c.occurrence_id.in_(list(occurrence_ids)))
        )
        return frozenset((r[0], r[1], r[2], str(r[3])) for r in rows)

    def add(
        self,
        *,
        occurrence_id: int,
        person_id: int | None,
        reason: str,
        step: str,
        level: str,
        because: str,
        now: datetime,
        state: str,
        outbox_id: int | None,
    ) -> bool:
        """Enter a reminder; False where the very same one is there."""
        known = self._connection.execute(
            select(ledger.c.id).where(
                ledger.c.occurrence_id == occurrence_id,
                ledger.c.reason == reason,
                ledger.c.step == step,
                ledger.c.person_id == person_id,
            )
        ).first()
        if known is not None:
            return False
        self._connection.execute(
            insert(ledger).values(
                occurrence_id=occurrence_id,
                person_id=person_id,
                reason=reason,
                step=step,
                level=level,
                because=because,
                planned_at=now,
                state=state,
                outbox_id=outbox_id,
            )
        )
        return True

    def set_outbox(self, outbox_id: int, state: str) -> None:
        """Note what became of the message that carried reminders."""
        self._connection.execute(update(ledger).where(ledger.c.outbox_id == outbox_id).values(state=state))

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
