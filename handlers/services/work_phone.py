"""The mobile number an officer leaves, so that a template reaches them where no app of theirs does.

It is an address like any other, which only templates can go to (domain/ways.py), and it serves nothing else. The
audit trail says that one was left or forgotten, never which.
"""

from dataclasses import dataclass

from domain.errors import BadInputError, NotAllowedError
from domain.ways import PHONE
from handlers.acting import Acting
from handlers.services import access
from messages.envelope import Address
from storage.records import AddressRecord, Person
from storage.unit_of_work import UnitOfWork

ROLES = (*access.OFFICERS, "coordinator", "leader", "admin")


@dataclass(frozen=True, slots=True)
class Leave:
    """Keep the acting officer's mobile number (ten digits); one left before is forgotten."""

    number: str


def leave(uow: UnitOfWork, command: Leave, by: Acting) -> None:
    """Keep the number where a channel sends templates to numbers.

    Raises NotAllowedError `not-allowed` for who is no officer, BadInputError `work-phone-not-needed` where no
    channel sends to numbers: nothing is kept that serves nothing.
    """
    if not may_leave(by.person):
        raise NotAllowedError("not-allowed")
    channels = takers(uow)
    if not channels:
        raise BadInputError("work-phone-not-needed")
    _forget(uow, by.person.id)
    for channel in channels:
        # The account sets apart people who share a telephone; nobody ever writes from there.
        chat = f"{PHONE}{command.number}"
        known = uow.people.at(address := Address(channel, f"person-{by.person.id}", chat, chat))
        if known is None:
            uow.people.add_address(by.person.id, address)
    uow.occurrences.look_again_for(access.answers_for(by.person), by.now)
    uow.audit.add("work_phone_left", f"person:{by.person.id}", person_id=by.person.id, now=by.now)


@dataclass(frozen=True, slots=True)
class Forget:
    """Forget the number the acting person left."""


def forget(uow: UnitOfWork, command: Forget, by: Acting) -> bool:  # noqa: ARG001 - the shape of a service
    """Take the number out of what is kept; False where none was left."""
    if not _forget(uow, by.person.id):
        return False
    uow.audit.add("work_phone_forgotten", f"person:{by.person.id}", person_id=by.person.id, now=by.now)
    return True


def takers(uow: UnitOfWork) -> tuple[str, ...]:
    """Return the channels that send templates to numbers."""
    return tuple(channel for channel, allows in uow.ways.allows.items() if allows.phones)


def may_leave(person: Person) -> bool:
    """Whether somebody is told things by their office, so that a number serves."""
    return person.has_role(*ROLES)


def left_by(uow: UnitOfWork, person_id: int) -> tuple[AddressRecord, ...]:
    """Return the addresses that are a number the person left."""
    records = uow.people.addresses_of((person_id,)).get(person_id, ())
    return tuple(record for record in records if record.address.chat.startswith(PHONE))


def _forget(uow: UnitOfWork, person_id: int) -> bool:
    records = left_by(uow, person_id)
    for record in records:
        uow.people.forget_chat(record.id)
    return bool(records)
