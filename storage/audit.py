"""The audit trail: who, when, what, why. Rows are sealed into a hash chain by a tick, in commit order."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection, insert, select, update

from storage.tables import audit

GENESIS = "0" * 64


class AuditTrail:
    """Append, seal, verify. A detail never holds a personal value, only salted digests of it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        action: str,
        subject: str,
        *,
        person_id: int | None,
        now: datetime,
        detail: Mapping[str, Any] | None = None,
    ) -> None:
        """Append a row; it is sealed later."""
        self._connection.execute(
            insert(audit).values(
                at=now, person_id=person_id, action=action, subject=subject, detail=dict(detail or {})
            )
        )

    def add_many(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Append rows at once; each names action, subject, person_id, at and detail."""
        if rows:
            self._connection.execute(insert(audit), [dict(row) for row in rows])

    def seal(self) -> int:
        """Chain every row not sealed yet, oldest first; returns how many."""
        position, previous = self._head()
        rows = self._connection.execute(
            select(audit).where(audit.c.position.is_(None)).order_by(audit.c.id)
        ).all()
        for row in rows:
            position += 1
            previous = _link(previous, row)
            self._connection.execute(
                update(audit).where(audit.c.id == row.id).values(position=position, digest=previous)
            )
        return len(rows)

    def verify(self) -> tuple[int, int | None]:
        """Return (rows checked, position of the first broken link or None)."""
        previous, expected = GENESIS, 0
        for row in self._connection.execute(
            select(audit).where(audit.c.position.is_not(None)).order_by(audit.c.position)
        ):
            expected += 1
            previous = _link(previous, row)
            if row.position != expected or row.digest != previous:
                return expected, expected
        return expected, None

    def _head(self) -> tuple[int, str]:
        row = self._connection.execute(
            select(audit.c.position, audit.c.digest)
            .where(audit.c.position.is_not(None))
            .order_by(audit.c.position.desc())
            .limit(1)
        ).first()
        return (0, GENESIS) if row is None else (int(row[0] or 0), str(row[1]))


def _link(previous: str, row: Any) -> str:
    content = orjson.dumps(
        [row.id, row.at.isoformat(), row.person_id, row.action, row.subject, row.detail],
        option=orjson.OPT_SORT_KEYS,
    )
    return hashlib.sha256(previous.encode() + content).hexdigest()
