"""What sendings were billed, and addresses to which nothing billed goes for the rest of a month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, case, func, or_, select, text, update

from domain.costs import CAP_REASON, Bill, Way
from messages.envelope import Address
from storage.records import AddressRecord
from storage.rows import batches
from storage.tables import addresses, attempts, outbox

WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Sent:
    """What went out by one way of a channel; `way` is None where it was not written down.

    `cost` is in đồng; of `messages`, `unpriced` had no price known, nor has anything without a way.
    """

    channel: str
    way: Way | None
    messages: int
    cost: int
    unpriced: int


@dataclass(frozen=True, slots=True)
class Heard:
    """An address and when somebody was last heard there; None for never."""

    record: AddressRecord
    last_in_at: datetime | None


class Costs:
    """What was billed between two instants, the second one excluded; an unknown outcome counts as billed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def book(self, row_id: int, number: int, bill: Bill) -> None:
        """Note what an attempt about to be made may cost; it stands until the outcome is recorded."""
        self._connection.execute(
            update(attempts)
            .where(attempts.c.outbox_id == row_id, attempts.c.number == number)
            .values(way=bill.way.value, messages=bill.messages, cost=bill.cost)
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
        """Return what went out by channel and way. A message in parts counts once a part."""
        key = func.coalesce(attempts.c.platform_key, "")
        parts = func.length(key) - func.length(func.replace(key, ",", "")) + 1
        messages = func.coalesce(attempts.c.messages, parts)
        unpriced = case((and_(attempts.c.way.is_not(None), attempts.c.cost.is_(None)), messages), else_=0)
        rows = self._connection.execute(
            select(
                addresses.c.channel,
                attempts.c.way,
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
            .group_by(addresses.c.channel, attempts.c.way)
            .order_by(addresses.c.channel, attempts.c.way)
        )
        return tuple(Sent(r[0], Way(r[1]) if r[1] else None, int(r[2]), int(r[3]), int(r[4])) for r in rows)

    def last_each(self, way: Way) -> int | None:
        """Return what a message of this way cost the last time a price was known, in đồng, or None."""
        row = self._connection.execute(
            select(attempts.c.cost, attempts.c.messages)
            .where(attempts.c.way == way.value, attempts.c.cost.is_not(None), attempts.c.messages > 0)
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

    # Addresses

    def heard(self, person_ids: Iterable[int]) -> dict[int, Heard]:
        """Return where each person would be written to, as `people.reach` has it, and when they last wrote there."""
        found: dict[int, Heard] = {}
        for one in self._addresses(person_ids, addresses.c.state == "active"):
            found.setdefault(one.record.person_id, one)
        return found

    def others(self, person_id: int, but: int) -> tuple[Heard, ...]:
        """Return the person's working addresses beside one, the last heard from first."""
        found = self._addresses([person_id], addresses.c.state == "active")
        return tuple(one for one in found if one.record.id != but)

    def withheld(self, person_ids: Iterable[int]) -> dict[int, AddressRecord]:
        """Return for each person the address, last heard from, to which the cap lets nothing billed go."""
        found: dict[int, AddressRecord] = {}
        for one in self._addresses(person_ids, addresses.c.state == WITHHELD):
            found.setdefault(one.record.person_id, one.record)
        return found

    def release(self) -> int:
        """Let messages go to every withheld address again; returns how many there were."""
        changed = self._connection.execute(
            update(addresses).where(addresses.c.state == WITHHELD).values(state="active")
        )
        return int(changed.rowcount)

    def any_withheld(self) -> bool:
        """Whether there is a withheld address."""
        query = select(addresses.c.id).where(addresses.c.state == WITHHELD).limit(1)
        return self._connection.execute(query).first() is not None

    def move(self, row_id: int, address_id: int) -> None:
        """Let a message that waits go to another address of its person."""
        self._connection.execute(update(outbox).where(outbox.c.id == row_id).values(address_id=address_id))

    def _addresses(self, person_ids: Iterable[int], state: ColumnElement[bool]) -> list[Heard]:
        """Return private addresses in a state, the last heard from first."""
        found: list[Heard] = []
        for some in batches(dict.fromkeys(person_ids)):
            rows = self._connection.execute(
                select(addresses)
                .where(addresses.c.person_id.in_(some), addresses.c.chat == addresses.c.sender, state)
                .order_by(addresses.c.last_in_at.desc().nulls_last(), addresses.c.id.desc())
            )
            found += [_heard(row) for row in rows]
        return found


def _between(first: datetime, last: datetime) -> ColumnElement[bool]:
    return and_(attempts.c.started_at >= first, attempts.c.started_at < last)


def _heard(row: Row[*tuple[Any, ...]]) -> Heard:
    address = Address(row.channel, row.account, row.chat, row.sender)
    return Heard(AddressRecord(row.id, row.person_id, address, row.state), row.last_in_at)
