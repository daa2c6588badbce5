"""What platforms tell about people and chats: each is an event with a consequence."""

from datetime import datetime

from handlers.acting import Surroundings
from handlers.services import access, console, people
from messages.envelope import InboundMessage
from storage.unit_of_work import UnitOfWork

BLOCKED, REACHABLE, MOVED = "blocked", "reachable", "moved"
STAFF_WROTE = "staff_wrote"
SEEN = "seen"
WITHOUT_CONSEQUENCE = frozenset({"received"})
"""Receipts of a platform: taken, and nothing follows."""


def take(uow: UnitOfWork, inbound: InboundMessage, source: int, around: Surroundings, now: datetime) -> None:
    """Draw the consequence of an event: `data["event"]` is blocked, reachable, moved (to `data["to"]`), staff_wrote.

    That a message was seen is noted with it; what was only received leaves no trace. Neither makes anybody a person.

    Who has blocked us is not written to again there; every duty they answer for is looked at anew at the next
    tick, so that the next channel or the next person is taken.
    """
    address, data = inbound.address, inbound.data
    event = data["event"]
    if event == SEEN:
        known_there = uow.people.at(address)
        if known_there is not None:
            uow.outbox.mark_seen(known_there.id, [str(key) for key in data.get("ids") or ()], now)
        return
    if event in WITHOUT_CONSEQUENCE:
        return
    if event == STAFF_WROTE:
        console.staff_wrote(uow, inbound, source, around, now)
        return
    if event == MOVED:
        uow.people.move_chat(address.channel, address.account, address.chat, str(data["to"]))
        uow.audit.add("chat_moved", f"channel:{address.channel}", person_id=None, now=now)
        return
    person, known = people.recognise(uow, address, now)
    if event == BLOCKED:
        uow.people.set_address_state(known.id, "blocked")
        uow.occurrences.look_again_for(access.answers_for(person), now)
    uow.audit.add(f"address_{event}", f"person:{person.id}", person_id=person.id, now=now)
