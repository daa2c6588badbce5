"""The inbox: a message is durable here before anybody is told that it arrived."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from messages.envelope import InboundMessage
from storage.records import InboxRow
from storage.rows import records
from storage.tables import inbox


class Inbox:
    """Waiting messages by conversation."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, message: InboundMessage, now: datetime) -> bool:
        """Keep the message; False where this very message (its platform key) is here already."""
        if self.knows(message):
            return False
        a = message.address
        self._connection.execute(
            insert(inbox).values(
                channel=a.channel,
                account=a.account,
                key=message.key,
                conversation=str(a),
                kind=message.kind.value,
                body=message.to_json(),
                received_at=now,
                state="waiting",
                attempts=0,
            )
        )
        return True

    def knows(self, message: InboundMessage) -> bool:
        """Whether this very message (its platform key) is here already."""
        a = message.address
        found = self._connection.execute(
            select(inbox.c.id).where(
                inbox.c.channel == a.channel, inbox.c.account == a.account, inbox.c.key == message.key
            )
        )
        return found.first() is not None

    def is_waiting(self, channel: str, account: str, key: str) -> bool:
        """Whether a message with this key has not been dealt with yet."""
        found = self._connection.execute(
            select(inbox.c.id).where(
                inbox.c.channel == channel,
                inbox.c.account == account,
                inbox.c.key == key,
                inbox.c.state == "waiting",
            )
        )
        return found.first() is not None

    def waiting_conversations(self, limit: int) -> tuple[str, ...]:
        """Return conversations with waiting messages, the longest waiting first."""
        first = func.min(inbox.c.id)
        return tuple(
            row[0]
            for row in self._connection.execute(
                select(inbox.c.conversation)
                .where(inbox.c.state == "waiting")
                .group_by(inbox.c.conversation)
                .order_by(first)
                .limit(limit)
            )
        )

    def waiting_in(self, conversation: str, limit: int) -> tuple[InboxRow, ...]:
        """Return the first waiting messages of one conversation in the order they came."""
        return records(
            self._connection.execute(
                select(inbox.c.id, inbox.c.conversation, inbox.c.body, inbox.c.attempts)
                .where(inbox.c.state == "waiting", inbox.c.conversation == conversation)
                .order_by(inbox.c.id)
                .limit(limit)
            ),
            InboxRow,
        )

    def nth_last_done(self, conversation: str, n: int) -> datetime | None:
        """Return when the n-th last message of a conversation was dealt with; None where there were fewer."""
        row = self._connection.execute(
            select(inbox.c.done_at)
            .where(inbox.c.state == "done", inbox.c.conversation == conversation)
            .order_by(inbox.c.id.desc())
            .limit(1)
            .offset(n - 1)
        ).first()
        return None if row is None else row[0]

    def mark_done(self, ids: Iterable[int], now: datetime) -> None:
        """Mark messages as dealt with."""
        self._connection.execute(
            update(inbox).where(inbox.c.id.in_(list(ids))).values(state="done", done_at=now)
        )

    def mark_failed(self, row_id: int, problem: str, *, set_aside: bool) -> None:
        """Count a failed try; set aside, the message waits for an operator and no longer holds others back."""
        values = {"attempts": inbox.c.attempts + 1, "problem": problem}
        if set_aside:
            values["state"] = "set_aside"
        self._connection.execute(update(inbox).where(inbox.c.id == row_id).values(values))

    def set_aside(self) -> Sequence[tuple[int, str, str | None]]:
        """Return (id, conversation, problem) of every message an operator must look at."""
        rows = self._connection.execute(
            select(inbox.c.id, inbox.c.conversation, inbox.c.problem)
            .where(inbox.c.state == "set_aside")
            .order_by(inbox.c.id)
        )
        return [(row[0], row[1], row[2]) for row in rows]

    def count_all(self) -> int:
        """Return how many messages ever arrived."""
        return int(self._connection.execute(select(func.count()).select_from(inbox)).scalar_one())

    def count_waiting(self) -> int:
        """Return how many messages wait."""
        return int(
            self._connection.execute(
                select(func.count()).select_from(inbox).where(inbox.c.state == "waiting")
            ).scalar_one()
        )
