"""How much of a platform is used: messages that went out, people and groups that were written to."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from storage.tables import addresses, attempts, outbox


@dataclass(frozen=True, slots=True)
class Chats:
    """How many private chats and how many groups a channel knows."""

    private: int
    groups: int


class Usage:
    """Counts for plans that have a ceiling."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def calls_since(self, channel: str, since: datetime) -> int:
        """Return how many messages a platform took since an instant; a long one counts once a part.

        A part is what lies between commas in the platform's key of an attempt. What nobody knows the
        outcome of counts too: the platform may have counted it.
        """
        key = func.coalesce(attempts.c.platform_key, "")
        parts = func.length(key) - func.length(func.replace(key, ",", "")) + 1
        total = self._connection.execute(
            select(func.coalesce(func.sum(parts), 0))
            .select_from(attempts)
            .join(outbox, outbox.c.id == attempts.c.outbox_id)
            .join(addresses, addresses.c.id == outbox.c.address_id)
            .where(
                addresses.c.channel == channel,
                attempts.c.started_at >= since,
                attempts.c.outcome.in_(["accepted", "unknown"]),
            )
        ).scalar_one()
        return int(total)

    def chats(self, channel: str) -> Chats:
        """Return how many chats of a channel are known."""
        private, groups = (
            self._connection.execute(
                select(func.count(func.distinct(addresses.c.chat))).where(
                    addresses.c.channel == channel, kind
                )
            ).scalar_one()
            for kind in (addresses.c.chat == addresses.c.sender, addresses.c.chat != addresses.c.sender)
        )
        return Chats(int(private), int(groups))
