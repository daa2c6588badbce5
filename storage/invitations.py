"""Invitations, and the codes that join one person's apps: only digests of the codes are kept."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select, update

from storage.records import Invitation
from storage.rows import add, record
from storage.tables import invitations


class Invitations:
    """Codes by digest or id."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        *,
        digest: str,
        hint: str,
        unit_id: int | None,
        role: str,
        created_by: int,
        now: datetime,
        expires_at: datetime,
    ) -> int:
        """Keep an invitation (its digest only) and return its id."""
        return add(
            self._connection,
            insert(invitations).values(
                digest=digest,
                hint=hint,
                unit_id=unit_id,
                role=role,
                created_by=created_by,
                created_at=now,
                expires_at=expires_at,
            ),
        )

    def by_digest(self, digest: str) -> Invitation | None:
        """Return the invitation with this digest, or None."""
        row = self._connection.execute(_query().where(invitations.c.digest == digest)).first()
        return None if row is None else record(row, Invitation)

    def get(self, invitation_id: int) -> Invitation | None:
        """Return the invitation, or None."""
        row = self._connection.execute(_query().where(invitations.c.id == invitation_id)).first()
        return None if row is None else record(row, Invitation)

    def close(self, invitation_id: int, now: datetime) -> bool:
        """Mark a used code as settled, so that it is settled once; False where it was."""
        changed = self._connection.execute(
            update(invitations)
            .where(invitations.c.id == invitation_id, invitations.c.revoked_at.is_(None))
            .values(revoked_at=now)
        )
        return changed.rowcount == 1

    def use(self, invitation_id: int, person_id: int, now: datetime) -> bool:
        """Mark it used; False where somebody else was first."""
        changed = self._connection.execute(
            update(invitations)
            .where(
                invitations.c.id == invitation_id,
                invitations.c.used_at.is_(None),
                invitations.c.revoked_at.is_(None),
            )
            .values(used_at=now, used_by=person_id)
        )
        return changed.rowcount == 1

    def revoke(self, invitation_id: int, now: datetime) -> bool:
        """Take an unused invitation back; False where it was used or revoked already."""
        changed = self._connection.execute(
            update(invitations)
            .where(
                invitations.c.id == invitation_id,
                invitations.c.used_at.is_(None),
                invitations.c.revoked_at.is_(None),
            )
            .values(revoked_at=now)
        )
        return changed.rowcount == 1


def _query() -> Select[*tuple[Any, ...]]:
    return select(
        invitations.c.id,
        invitations.c.hint,
        invitations.c.unit_id,
        invitations.c.role,
        invitations.c.created_by,
        invitations.c.expires_at,
        invitations.c.used_at,
        invitations.c.used_by,
        invitations.c.revoked_at,
    )
