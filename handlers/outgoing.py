"""Putting words into the outbox: replies in a conversation, and notices that nobody asked for."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from messages.envelope import OutboundMessage, Say
from messages.render import render
from storage.records import AddressRecord
from storage.unit_of_work import UnitOfWork

CONVERSATION = "conversation"
NOTICE = "notice"


def reply(
    uow: UnitOfWork, address: AddressRecord, language: str, says: Sequence[Say], now: datetime
) -> dict[str, Any] | None:
    """Queue the answer to a message; returns the choices it offers, to be kept with the session."""
    offered: dict[str, Any] | None = None
    for say in says:
        message = render(say, language)
        uow.outbox.add(
            message, person_id=address.person_id, address_id=address.id, lane=CONVERSATION, now=now
        )
        offered = as_offer(message) or offered
    return offered


def notify(
    uow: UnitOfWork,
    person_id: int,
    say: Say,
    now: datetime,
    *,
    dedup_key: str,
    not_before: datetime | None = None,
    expires_at: datetime | None = None,
    about: dict[str, Any] | None = None,
) -> int | None:
    """Queue a notice to a person where they were last heard from, and remember the choices it offers.

    Returns the outbox id; None where the same `dedup_key` was queued before or the person cannot be
    reached (ask `uow.people.reach` where the difference matters).
    """
    address = uow.people.reach(person_id)
    if address is None:
        return None
    message = render(say, uow.people.get(person_id).language)
    queued = uow.outbox.add(
        message,
        person_id=person_id,
        address_id=address.id,
        lane=NOTICE,
        now=now,
        not_before=not_before,
        expires_at=expires_at,
        dedup_key=dedup_key,
        about=about,
    )
    offer = as_offer(message)
    if queued is not None and offer is not None:
        talk = uow.sessions.get(person_id, now)
        offers = {**(talk.offers or {}), "notice": offer, "latest": "notice"}
        uow.sessions.put(person_id, talk.session, offers, now)
    return queued


def as_offer(message: OutboundMessage) -> dict[str, Any] | None:
    """Return the choices of a message in the plain form kept with a conversation, None where it has none."""
    if not message.choices:
        return None
    return {"letters": message.letters, "choices": [[c.payload, c.label] for c in message.choices]}
