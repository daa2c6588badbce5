"""Attachments: the rows; the bytes lie in the data folder under their digest."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from storage.records import Attachment
from storage.rows import add, record
from storage.tables import attachments


class Attachments:
    """Files in and out."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        *,
        person_id: int,
        kind: str,
        name: str,
        mime: str,
        size: int,
        digest: str,
        path: str,
        state: str,
        now: datetime,
    ) -> int:
        """Record a file and return its id."""
        return add(
            self._connection,
            insert(attachments).values(
                person_id=person_id,
                kind=kind,
                name=name,
                mime=mime,
                size=size,
                digest=digest,
                path=path,
                state=state,
                created_at=now,
            ),
        )

    def get(self, attachment_id: int) -> Attachment | None:
        """Return the file's row, or None."""
        row = self._connection.execute(
            select(
                attachments.c.id,
                attachments.c.person_id,
                attachments.c.kind,
                attachments.c.name,
                attachments.c.mime,
                attachments.c.size,
                attachments.c.digest,
                attachments.c.path,
                attachments.c.state,
            ).where(attachments.c.id == attachment_id)
        ).first()
        return None if row is None else record(row, Attachment)

    def set_state(self, attachment_id: int, state: str) -> None:
        """Mark a file stored or lost."""
        self._connection.execute(
            update(attachments).where(attachments.c.id == attachment_id).values(state=state)
        )
