"""Where each conversation stands."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from storage.records import Conversation
from storage.rows import record
from storage.tables import conversations


class Sessions:
    """One row a person: the open session and the choices last shown."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, person_id: int, now: datetime) -> Conversation:
        """Return the person's conversation; an empty one where nothing was said yet."""
        row = self._connection.execute(
            select(
                conversations.c.person_id,
                conversations.c.session,
                conversations.c.offers,
                conversations.c.updated_at,
            ).where(conversations.c.person_id == person_id)
        ).first()
        return Conversation(person_id, None, None, now) if row is None else record(row, Conversation)

    def put(
        self, person_id: int, session: dict[str, Any] | None, offers: dict[str, Any] | None, now: datetime
    ) -> None:
        """Write the conversation down."""
        self._connection.execute(delete(conversations).where(conversations.c.person_id == person_id))
        self._connection.execute(
            insert(conversations).values(person_id=person_id, session=session, offers=offers, updated_at=now)
        )
