"""What sendings were billed, and what was kept back."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select, text, update

from domain.costs import CAP_REASON, Bill, Tariff
from storage.tables import addresses, attempts, outbox


@dataclass(frozen=True, slots=True)
class Sent:
    """What went out at one tariff of a channel; `tariff` is None where it was not written down.

    `cost` is in đồng; of `messages`, `unpriced` had no price known, nor has anything without a tariff.
    """

    channel: str
    tariff: Tariff | None
    messages: int
    cost: int
    unpriced: int


class Costs:
    """What was billed between two instants, the second one excluded; an unknown outcome counts as billed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def book(self, row_id: int, number: int, bill: Bill) -> None:
        """Note what an attempt about to be made may cost; it stands until the outcome is recorded."""
        self._connection.execute(
            update(attempts)
            .where(attempts.c.outbox_id == row_id, attempts.c.number == number)
            .values(tariff=bill.tariff.value, messages=bill.messages, cost=bill.cost)
        )

    def spent(self, first: datetime, last: datetime) -> int:
        """Return the đồng spent, and those that sendings under way may cost."""
        total = self._connection.execute(
            select(func.coalesce(func.sum(attempts.c.cost), 0)).where(
                text("cost > 0"),  # word for word as in its index, or the index is not used
                _between(first, last),
            )
        ).scalar_one()
        return int(total or 0)

    def by_way(self, first: datetime, last: datetime) -> tuple[Sent, ...]:
        """Return what went out by channel and tariff. A message in parts counts once a part."""
        key = func.coalesce(attempts.c.platform_key, "")
        parts = func.length(key) - func.length(func.replace(key, ",", "")) + 1
        messages = func.coalesce(attempts.c.messages, parts)
        unpriced = case((and_(attempts.c.tariff.is_not(None), attempts.c.cost.is_(None)), messages), else_=0)
        rows = self._connection.execute(
            select(
                addresses.c.channel,
                attempts.c.tariff,
                func.sum(messages),
                func.coalesce(func.sum(attempts.c.cost), 0),
                func.sum(unpriced),
            )
            .select_from(attempts)
            .join(outbox, outbox.c.id == attempts.c.outbox_id)
            .join(addresses, addresses.c.id == outbox.c.address_id)
            .where(
                _between(first, last),
                or_(attempts.c.outcome.in_(["accepted", "unknown"]), attempts.c.messages > 0),
            )
            .group_by(addresses.c.channel, attempts.c.tariff)
            .order_by(addresses.c.channel, attempts.c.tariff)
        )
        return tuple(
            Sent(r[0], Tariff(r[1]) if r[1] else None, int(r[2]), int(r[3]), int(r[4])) for r in rows
        )

    def last_each(self, tariff: Tariff) -> int | None:
        """Return what a message of this tariff cost the last time a price was known, in đồng, or None."""
        row = self._connection.execute(
            select(attempts.c.cost, attempts.c.messages)
            .where(attempts.c.tariff == tariff.value, attempts.c.cost.is_not(None), attempts.c.messages > 0)
            .order_by(attempts.c.id.desc())
            .limit(1)
        ).first()
        return None if row is None or row[0] is None or not row[1] else int(row[0]) // int(row[1])

    def count_withheld(self, first: datetime, last: datetime) -> int:
        """Return how many messages the cap kept back."""
        query = (
            select(func.count())
            .select_from(outbox)
            .where(outbox.c.detail == CAP_REASON, outbox.c.settled_at >= first, outbox.c.settled_at < last)
        )
        return int(self._connection.execute(query).scalar_one())


def _between(first: datetime, last: datetime) -> ColumnElement[bool]:
    return and_(attempts.c.started_at >= first, attempts.c.started_at < last)
