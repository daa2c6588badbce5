"""The outbox: what is to be said is committed together with what was done."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    delete,
    func,
    insert,
    not_,
    or_,
    select,
    update,
)

from domain.costs import Bill
from messages.envelope import Address, OutboundMessage
from storage import claims
from storage.claims import DUE
from storage.records import OutboxRow
from storage.rows import batches
from storage.tables import addresses, attempts, outbox

ARRIVED = ("accepted", "unknown")  # outcomes of an attempt whose message is, or may be, with its reader
COUNTED = (DUE, "accepted", "failed", "blocked", "unknown")


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A message to be queued; it may leave at once where `not_before` is None."""

    message: OutboundMessage
    person_id: int
    address_id: int
    lane: str
    not_before: datetime | None = None
    expires_at: datetime | None = None
    dedup_key: str | None = None
    about: dict[str, Any] | None = None


# Built once: these run for every message that leaves.
_END_ATTEMPT = (
    update(attempts)
    .where(attempts.c.outbox_id == bindparam("row"), attempts.c.number == bindparam("try"))
    .values(
        outcome=bindparam("how"),
        detail=bindparam("why"),
        platform_key=bindparam("key"),
        tariff=bindparam("by_tariff"),
        messages=bindparam("taken"),
        cost=bindparam("dong"),
    )
)
_END_MESSAGE = (
    update(outbox)
    # A message given up while its call was on its way stays given up, unless the platform took it.
    .where(outbox.c.id == bindparam("row"), or_(bindparam("now") != DUE, outbox.c.state == DUE))
    .values(
        state=bindparam("now"),
        detail=bindparam("why"),
        settled_at=bindparam("at"),
        not_before=func.coalesce(bindparam("later", type_=outbox.c.not_before.type), outbox.c.not_before),
    )
)
_ADD = insert(outbox).returning(outbox.c.id, sort_by_parameter_order=True)


class Outbox:
    """Messages to be sent, their attempts and outcomes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        message: OutboundMessage,
        *,
        person_id: int,
        address_id: int,
        lane: str,
        now: datetime,
        not_before: datetime | None = None,
        expires_at: datetime | None = None,
        dedup_key: str | None = None,
        about: dict[str, Any] | None = None,
    ) -> int | None:
        """Queue a message and return its id; None where `dedup_key` was queued before."""
        entry = NewMessage(message, person_id, address_id, lane, not_before, expires_at, dedup_key, about)
        return self.add_many((entry,), now)[0]

    def add_many(self, entries: Sequence[NewMessage], now: datetime) -> tuple[int | None, ...]:
        """Queue messages and return the id of each; None where its `dedup_key` was queued before."""
        known = self._known(entry.dedup_key for entry in entries if entry.dedup_key is not None)
        fresh = []
        for place, entry in enumerate(entries):
            if entry.dedup_key is not None and entry.dedup_key in known:
                continue
            known.add(entry.dedup_key or "")
            fresh.append(place)
        found: list[int | None] = [None] * len(entries)
        if fresh:
            ids = self._connection.execute(_ADD, [_values(entries[place], now) for place in fresh]).scalars()
            for place, row_id in zip(fresh, ids, strict=True):
                found[place] = row_id
        return tuple(found)

    def _known(self, dedup_keys: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for some in batches(dedup_keys):
            rows = self._connection.execute(select(outbox.c.dedup_key).where(outbox.c.dedup_key.in_(some)))
            found.update(key for key in rows.scalars() if key is not None)
        return found

    def get_all(self, row_ids: Iterable[int]) -> dict[int, OutboxRow]:
        """Return messages by id, sent or not."""
        found: dict[int, OutboxRow] = {}
        for some in batches(row_ids):
            rows = self._connection.execute(_query().where(outbox.c.id.in_(some)))
            found.update((row.id, _row(row)) for row in rows)
        return found

    def claim(
        self,
        now: datetime,
        lease_until: datetime,
        limit: int,
        channels: Sequence[str],
        *,
        spare: Collection[int] = (),
        one_each: bool = False,
        ahead: bool = False,
    ) -> tuple[OutboxRow, ...]:
        """Lease due messages and record an attempt for each: urgent first, then talk, then the oldest.

        Of one address only the first unsettled conversation message is given (they are strictly in
        order); notices go beside them, but with `one_each` only one message of an address is given at all.
        Addresses in `spare` are left alone; `ahead` asks only for what overtakes (urgent, or talk).
        A lease still running keeps a message from being claimed twice.
        """
        query = _query().where(*claims.claimable(now, channels))
        wide = limit * 2 if one_each else limit
        found = self._connection.execute(claims.in_order(query, wide, spare=spare, ahead=ahead)).all()
        first: dict[int, Row[*tuple[Any, ...]]] = {}
        for row in found:
            first.setdefault(row.address_id if one_each else row.id, row)
        rows = list(first.values())[:limit]
        if rows:
            self._connection.execute(
                insert(attempts),
                [
                    {
                        "outbox_id": row.id,
                        "number": row.attempts + 1,
                        "started_at": now,
                        "lease_until": lease_until,
                    }
                    for row in rows
                ],
            )
            self._connection.execute(
                update(outbox)
                .where(outbox.c.id.in_([row.id for row in rows]))
                .values(attempts=outbox.c.attempts + 1)
            )
        return tuple(_row(row) for row in rows)

    def release(self, row_ids: Sequence[int]) -> None:
        """Give back messages that were claimed and never sent, as if they had not been claimed."""
        self._connection.execute(
            delete(attempts).where(attempts.c.outbox_id.in_(row_ids), attempts.c.outcome.is_(None))
        )
        self._connection.execute(
            update(outbox).where(outbox.c.id.in_(row_ids)).values(attempts=outbox.c.attempts - 1)
        )

    def retries(self, row_id: int) -> int:
        """Return how often the platform refused the message for now."""
        return int(
            self._connection.execute(
                select(func.count())
                .select_from(attempts)
                .where(attempts.c.outbox_id == row_id, attempts.c.outcome == "retry")
            ).scalar_one()
        )

    def lapsed(self, row_id: int, now: datetime) -> int:
        """Close attempts whose lease ran out without an outcome as unknown; return how many are unknown."""
        self._connection.execute(
            update(attempts)
            .where(
                attempts.c.outbox_id == row_id, attempts.c.outcome.is_(None), attempts.c.lease_until <= now
            )
            .values(outcome="unknown", detail="the lease ran out")
        )
        return int(
            self._connection.execute(
                select(func.count())
                .select_from(attempts)
                .where(attempts.c.outbox_id == row_id, attempts.c.outcome == "unknown")
            ).scalar_one()
        )

    def record(
        self,
        row_id: int,
        number: int,
        *,
        outcome: str,
        state: str,
        now: datetime,
        detail: str | None = None,
        platform_key: str | None = None,
        not_before: datetime | None = None,
        bill: Bill | None = None,
    ) -> None:
        """Write down how an attempt ended and what becomes of the message (`due` keeps it for a retry).

        `bill` is what the platform charges for what it took, None where it took nothing or has no prices.
        """
        self._connection.execute(
            _END_ATTEMPT,
            {
                "row": row_id,
                "try": number,
                "how": outcome,
                "why": detail,
                "key": platform_key,
                "by_tariff": bill and bill.tariff.value,
                "taken": bill and bill.messages,
                "dong": bill and bill.cost,
            },
        )
        self._connection.execute(
            _END_MESSAGE,
            {
                "row": row_id,
                "now": state,
                "why": detail,
                "at": None if state == DUE else now,
                "later": not_before,
            },
        )

    def readdress(self, row_id: int, address_id: int) -> None:
        """Send a message that has not gone out to another address of its reader."""
        self._connection.execute(update(outbox).where(outbox.c.id == row_id).values(address_id=address_id))

    def count_waiting(self, channel: str) -> int:
        """Return how many messages that are not urgent wait to leave by a channel."""
        return int(
            self._connection.execute(
                select(func.count())
                .select_from(outbox)
                .join(addresses, addresses.c.id == outbox.c.address_id)
                .where(outbox.c.state == DUE, outbox.c.urgent.is_(False), addresses.c.channel == channel)
            ).scalar_one()
        )

    def drop(self, row_ids: Iterable[int], reason: str, now: datetime) -> int:
        """Give up messages not sent yet, with the reason; returns how many were."""
        changed = self._connection.execute(
            update(outbox)
            .where(outbox.c.id.in_(list(row_ids)), outbox.c.state == DUE)
            .values(state="dropped", detail=reason, settled_at=now)
        )
        return int(changed.rowcount)

    def due_notices(self) -> tuple[OutboxRow, ...]:
        """Return every notice that has not gone out."""
        rows = self._connection.execute(
            _query().where(outbox.c.state == DUE, outbox.c.lane == "notice").order_by(outbox.c.id)
        )
        return tuple(_row(row) for row in rows)

    def due_notices_of(self, person_id: int) -> tuple[OutboxRow, ...]:
        """Return the person's notices that have not gone out."""
        rows = self._connection.execute(
            _query()
            .where(outbox.c.state == DUE, outbox.c.lane == "notice", outbox.c.person_id == person_id)
            .order_by(outbox.c.id)
        )
        return tuple(_row(row) for row in rows)

    def next_due(self) -> datetime | None:
        """Return the earliest instant at which something waits to go out."""
        return self._connection.execute(
            select(func.min(outbox.c.not_before)).where(outbox.c.state == DUE)
        ).scalar()

    def notices_since(self, since: datetime, about: str) -> dict[int, int]:
        """Return how many non-urgent notices of one kind (the first word of their `dedup_key`) each person got.

        Counted are those that were to leave at `since` or later, sent or not; the ceiling of a day is held
        against them.
        """
        rows = self._connection.execute(
            select(outbox.c.person_id, func.count())
            .where(
                outbox.c.state.in_(COUNTED),
                outbox.c.not_before >= since,
                outbox.c.lane == "notice",
                outbox.c.urgent.is_(False),
                outbox.c.dedup_key.startswith(f"{about}|", autoescape=True),
            )
            .group_by(outbox.c.person_id)
        )
        return {row[0]: row[1] for row in rows}

    def reminded(
        self, people: Collection[int], prefix: str, since: datetime, but: Collection[int]
    ) -> dict[int, int]:
        """Return how often each person was sent, or may have been sent, something of a kind since then.

        `prefix` begins the `dedup_key` of the kind. The attempts that have just begun for the messages `but` are
        left out, earlier ones of theirs are not.
        """
        found: dict[int, int] = {}
        for some in batches(people):
            begun = and_(outbox.c.id.in_(list(but)), attempts.c.number == outbox.c.attempts)
            rows = self._connection.execute(
                select(outbox.c.person_id, func.count())
                .join(attempts, attempts.c.outbox_id == outbox.c.id)
                .where(
                    outbox.c.person_id.in_(some),
                    or_(outbox.c.settled_at.is_(None), outbox.c.settled_at >= since),
                    outbox.c.dedup_key.startswith(prefix, autoescape=True),
                    attempts.c.started_at >= since,
                    or_(attempts.c.outcome.is_(None), attempts.c.outcome.in_(ARRIVED)),
                    not_(begun),
                )
                .group_by(outbox.c.person_id)
            )
            found.update((row[0], row[1]) for row in rows)
        return found

    def mark_seen(self, address_id: int, platform_keys: Collection[str], at: datetime) -> None:
        """Note that somebody saw these messages; the first time counts."""
        sent = select(attempts.c.outbox_id).where(attempts.c.platform_key.in_(list(platform_keys)))
        self._connection.execute(
            update(outbox)
            .where(outbox.c.address_id == address_id, outbox.c.id.in_(sent), outbox.c.seen_at.is_(None))
            .values(seen_at=at)
        )

    def has_key(self, address_id: int, platform_key: str, since: datetime) -> bool:
        """Whether something we sent to an address since then got this key from its platform."""
        return any(key == platform_key for key, _ in self._sent(address_id, since))

    def bodies_sent(self, address_id: int, since: datetime) -> tuple[dict[str, Any], ...]:
        """Return what we tried to send to an address since then, newest first, in the plain form of a message."""
        return tuple(body for _, body in self._sent(address_id, since))

    def _sent(self, address_id: int, since: datetime) -> Sequence[Row[*tuple[Any, ...]]]:
        return self._connection.execute(
            select(attempts.c.platform_key, outbox.c.body)
            .join(outbox, outbox.c.id == attempts.c.outbox_id)
            .where(outbox.c.address_id == address_id, attempts.c.started_at >= since)
            .order_by(attempts.c.id.desc())
        ).all()

    def count_accepted(self) -> int:
        """Return how many messages the platforms took."""
        return int(
            self._connection.execute(
                select(func.count()).select_from(outbox).where(outbox.c.state == "accepted")
            ).scalar_one()
        )

    def unsettled(self) -> tuple[tuple[int, str, str | None], ...]:
        """Return (id, state, detail) of messages an operator should look at: unknown, failed or blocked."""
        rows = self._connection.execute(
            select(outbox.c.id, outbox.c.state, outbox.c.detail)
            .where(outbox.c.state.in_(["unknown", "failed", "blocked"]))
            .order_by(outbox.c.id)
        )
        return tuple((row[0], row[1], row[2]) for row in rows)


def _values(entry: NewMessage, now: datetime) -> dict[str, Any]:
    return {
        "person_id": entry.person_id,
        "address_id": entry.address_id,
        "lane": entry.lane,
        "urgent": entry.message.urgent,
        "body": entry.message.to_json(),
        "about": entry.about,
        "dedup_key": entry.dedup_key,
        "not_before": entry.not_before or now,
        "expires_at": entry.expires_at,
        "state": DUE,
        "attempts": 0,
        "created_at": now,
    }


def _query() -> Select[*tuple[Any, ...]]:
    return select(
        outbox,
        addresses.c.channel,
        addresses.c.account,
        addresses.c.chat,
        addresses.c.sender,
        addresses.c.last_in_at,
    ).join(addresses, addresses.c.id == outbox.c.address_id)


def _row(row: Row[*tuple[Any, ...]]) -> OutboxRow:
    return OutboxRow(
        id=row.id,
        person_id=row.person_id,
        address=Address(row.channel, row.account, row.chat, row.sender),
        address_id=row.address_id,
        lane=row.lane,
        urgent=row.urgent,
        body=row.body,
        about=row.about,
        attempts=row.attempts,
        not_before=row.not_before,
        expires_at=row.expires_at,
        created_at=row.created_at,
        heard_at=row.last_in_at,
    )
