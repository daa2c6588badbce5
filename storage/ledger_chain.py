"""The ledger in the hash chain: each entry when it was planned, and once more when its message came to an end.

A row of the audit trail names the entries and the digest of what they said; the trail itself is chained.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Row, Select, or_, select, update

from storage.audit import AuditTrail
from storage.rows import batches
from storage.tables import audit, ledger, outbox

PLANNED, SETTLED = "reminders_planned", "reminders_settled"
SUBJECT = "ledger"
MOST = 5000


class LedgerChain:
    """Seals what is new, and checks what was sealed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def seal(self, now: datetime) -> int:
        """Enter into the audit trail what the ledger has gained since; returns how many entries."""
        planned = self._seal(PLANNED, ledger.c.sealed == 0, 1, now)
        over = or_(outbox.c.settled_at.is_not(None), ledger.c.outbox_id.is_(None))
        return planned + self._seal(SETTLED, (ledger.c.sealed == 1) & over, 2, now)

    def _seal(self, action: str, which: ColumnElement[bool], stage: int, now: datetime) -> int:
        rows = self._connection.execute(_entries().where(which).order_by(ledger.c.id).limit(MOST)).all()
        if not rows:
            return 0
        ids = [row.id for row in rows]
        detail = {"ids": _spans(ids), "digest": _digest(action, rows)}
        AuditTrail(self._connection).add(action, SUBJECT, person_id=None, now=now, detail=detail)
        for some in batches(ids):
            self._connection.execute(update(ledger).where(ledger.c.id.in_(some)).values(sealed=stage))
        return len(rows)

    def verify(self) -> tuple[int, int | None]:
        """Return (entries checked, id of the first entry of a seal that does not fit any more, or None)."""
        checked = 0
        seals = self._connection.execute(
            select(audit.c.action, audit.c.detail)
            .where(audit.c.subject == SUBJECT, audit.c.action.in_((PLANNED, SETTLED)))
            .order_by(audit.c.id)
        ).all()
        for seal in seals:
            rows: list[Row[*tuple[Any, ...]]] = []
            for first, last in seal.detail["ids"]:
                query = _entries().where(ledger.c.id >= first, ledger.c.id <= last).order_by(ledger.c.id)
                rows += self._connection.execute(query).all()
            if _digest(seal.action, rows) != seal.detail["digest"]:
                return checked, int(seal.detail["ids"][0][0])
            checked += len(rows)
        return checked, None


def _entries() -> Select[*tuple[Any, ...]]:
    return select(
        ledger.c.id,
        ledger.c.occurrence_id,
        ledger.c.person_id,
        ledger.c.reason,
        ledger.c.step,
        ledger.c.level,
        ledger.c.because,
        ledger.c.planned_at,
        ledger.c.outbox_id,
        outbox.c.state.label("outcome"),
        outbox.c.settled_at,
    ).outerjoin(outbox, outbox.c.id == ledger.c.outbox_id)


def _digest(action: str, rows: Iterable[Row[*tuple[Any, ...]]]) -> str:
    """Return the digest of what entries say: what was planned, or how their messages ended."""
    last = 9 if action == PLANNED else 11
    first = 0 if action == PLANNED else 8
    plain = [[row.id, *(_plain(value) for value in row[first:last])] for row in rows]
    return hashlib.sha256(orjson.dumps(plain)).hexdigest()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _spans(ids: Sequence[int]) -> list[list[int]]:
    """Return ascending ids as spans, both ends included."""
    spans: list[list[int]] = []
    for one in ids:
        if spans and spans[-1][1] == one - 1:
            spans[-1][1] = one
        else:
            spans.append([one, one])
    return spans
