"""Which outgoing messages may be claimed: the question the delivery asks over and over."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, or_

from storage.tables import addresses, attempts, outbox

DUE = "due"
CONVERSATION = "conversation"


def claimable(now: datetime, channels: Sequence[str]) -> list[ColumnElement[bool]]:
    """Return the conditions of what is due: not leased, and of one address's talk only the first."""
    leased = exists().where(
        attempts.c.outbox_id == outbox.c.id, attempts.c.outcome.is_(None), attempts.c.lease_until > now
    )
    earlier = outbox.alias("earlier")
    held = exists().where(
        earlier.c.address_id == outbox.c.address_id,
        earlier.c.state == DUE,
        earlier.c.lane == CONVERSATION,
        earlier.c.id < outbox.c.id,
    )
    return [
        outbox.c.state == DUE,
        outbox.c.not_before <= now,
        addresses.c.channel.in_(list(channels)),
        ~leased,
        or_(outbox.c.lane != CONVERSATION, ~held),
    ]


def in_order(
    query: Select[*tuple[Any, ...]], limit: int, *, spare: Collection[int], ahead: bool
) -> Select[*tuple[Any, ...]]:
    """Return the query in the order of sending: urgent first, then who is talking to us, then the oldest.

    Addresses in `spare` are left alone; with `ahead` only what overtakes the others is asked for.
    """
    if spare:
        query = query.where(outbox.c.address_id.not_in(list(spare)))
    if ahead:
        query = query.where(or_(outbox.c.urgent, outbox.c.lane == CONVERSATION))
    return query.order_by(outbox.c.urgent.desc(), outbox.c.lane, outbox.c.id).limit(limit)
