"""What platforms tell about people and chats: each is an event with a consequence."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from handlers.services import people
from messages.envelope import Address
from storage.unit_of_work import UnitOfWork

BLOCKED, REACHABLE, MOVED = "blocked", "reachable", "moved"
WITHOUT_CONSEQUENCE = frozenset({"seen", "received", "staff_wrote"})
"""Receipts of a platform, and what a colleague wrote by hand in its own inbox: taken, and nothing follows."""


def take(uow: UnitOfWork, address: Address, data: Mapping[str, Any], now: datetime) -> None:
    """Draw the consequence of an event: `data["event"]` is blocked, reachable, or moved (to `data["to"]`).

    Events without a consequence (seen, received, staff_wrote) make nobody a person and leave no trace.

    Who has blocked us is not written to again there; every duty they answer for is looked at anew at the next
    tick, so that the next channel or the next person is taken.
    """
    event = data["event"]
    if event in WITHOUT_CONSEQUENCE:
        return
    if event == MOVED:
        uow.people.move_chat(address.channel, address.account, address.chat, str(data["to"]))
        uow.audit.add("chat_moved", f"channel:{address.channel}", person_id=None, now=now)
        return
    person, known = people.recognise(uow, address, now)
    if event == BLOCKED:
        uow.people.set_address_state(known.id, "blocked")
        uow.occurrences.look_again_for(person.units("focal", "deputy", "head"), now)
    uow.audit.add(f"address_{event}", f"person:{person.id}", person_id=person.id, now=now)
