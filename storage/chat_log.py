"""What our own channels (web chat, terminal) have shown: their platform's side of the story."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from storage.rows import add
from storage.tables import chat_log


class ChatLog:
    """Messages of a chat in the order they were shown."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, chat: str, direction: str, key: str, body: dict[str, Any], now: datetime) -> int | None:
        """Append a message and return its number; None where this key was appended before."""
        known = self._connection.execute(
            select(chat_log.c.id).where(
                chat_log.c.chat == chat, chat_log.c.direction == direction, chat_log.c.key == key
            )
        ).first()
        if known is not None:
            return None
        return add(
            self._connection,
            insert(chat_log).values(chat=chat, direction=direction, key=key, body=body, at=now),
        )

    def after(
        self, chat: str, number: int, limit: int = 200
    ) -> list[tuple[int, str, str, dict[str, Any], datetime]]:
        """Return (number, direction, key, body, at) of what came after `number`, oldest first."""
        rows = self._connection.execute(
            select(chat_log.c.id, chat_log.c.direction, chat_log.c.key, chat_log.c.body, chat_log.c.at)
            .where(chat_log.c.chat == chat, chat_log.c.id > number)
            .order_by(chat_log.c.id)
            .limit(limit)
        )
        return [(r[0], r[1], r[2], r[3], r[4]) for r in rows]

    def last(self, chat: str) -> int:
        """Return the number of the newest message, 0 where there is none."""
        found = self._connection.execute(select(func.max(chat_log.c.id)).where(chat_log.c.chat == chat))
        return found.scalar() or 0
