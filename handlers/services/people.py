"""Who is writing: a stranger becomes a person at the first message; a person keeps one language."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from domain.calendar import LOCAL, local
from domain.errors import BadInputError, NotAllowedError
from domain.ways import Way
from handlers.acting import Acting
from handlers.services import access, links
from messages.catalog import DEFAULT_LANGUAGE
from messages.envelope import Address
from storage.records import AddressRecord, Person
from storage.unit_of_work import UnitOfWork

INVITATION_DAYS = 14
OPERATOR = "operator_person"
INVITATION_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
LINK_ROLE = "link"
INVITE_PREFIX, LINK_PREFIX = "MOI", "NOI"
ROLES = ("focal", "deputy", "head", "employer", "coordinator", "leader")


def recognise(uow: UnitOfWork, address: Address, now: datetime) -> tuple[Person, AddressRecord]:
    """Return who writes from this address; a new sender makes a new person with no role.

    In a group it is the sender who speaks, with the sender's own authority. An officer who could not be told
    anything here hears at the next tick of what their units owe: the way is open again.
    """
    known = uow.people.at(address)
    if known is None:
        person_id = uow.people.by_sender(address) or uow.people.add(None, DEFAULT_LANGUAGE, now)
        uow.people.add_address(person_id, address)
        known = uow.people.at(address)
        if known is None:
            raise LookupError("an address just added is not there")
    person = uow.people.get(known.person_id)
    if uow.ways.of(known, None, now).way is not Way.OPEN:
        uow.occurrences.look_again_for(access.answers_for(person), now)
    uow.people.touch(known.id, now)
    return person, known


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """Speak this language to the person from now on."""

    language: str


def set_language(uow: UnitOfWork, command: SetLanguage, by: Acting) -> None:
    """Change the language of the acting person."""
    uow.people.set_language(by.person.id, command.language)
    uow.audit.add("language_set", f"person:{by.person.id}", person_id=by.person.id, now=by.now)


@dataclass(frozen=True, slots=True)
class Invite:
    """Make an invitation that binds whoever uses it to a unit in a role."""

    unit_id: int | None
    role: str


def invite(uow: UnitOfWork, command: Invite, by: Acting) -> dict[str, str]:
    """Make an invitation and return its id, its code (shown once), the instant it ends, and its link if any.

    A picture (QR) of the link, or of the code where there is no link, follows from a job.

    Only a coordinator or an admin may; raises NotAllowedError otherwise.
    """
    if not by.person.has_role("coordinator", "admin"):
        raise NotAllowedError("not-allowed")
    return invite_for(uow, command, by)


def invite_for(uow: UnitOfWork, command: Invite, by: Acting) -> dict[str, str]:
    """Make an invitation in the name of one who was found to be allowed to; see `invite`."""
    if command.role not in ROLES:
        raise BadInputError("invite-role-unknown")
    made = _make_invitation(uow, command, by.person.id, by.now, by.around.token(10))
    uow.jobs.add(
        "invitation_qr",
        {name: made[name] for name in ("code", "link", "app") if name in made},
        person_id=by.person.id,
        reply_to=address_list(by.address),
        now=by.now,
    )
    return made


def invite_by_operator(
    uow: UnitOfWork, unit_id: int | None, role: str, now: datetime, raw: bytes
) -> dict[str, str]:
    """Make an invitation in the name of whoever runs this machine; `raw` is 10 random bytes.

    That is how the first coordinator comes in. Returns what `invite` does.
    """
    return _make_invitation(uow, Invite(unit_id, role), operator_id(uow, now), now, raw)


def operator_id(uow: UnitOfWork, now: datetime) -> int:
    """Return the id that stands for whoever runs this machine."""
    known: int | None = uow.meta.get(OPERATOR)
    if known is None:
        known = uow.people.add(None, DEFAULT_LANGUAGE, now)
        uow.meta.put(OPERATOR, known)
    return known


def _make_invitation(
    uow: UnitOfWork, command: Invite, maker: int, now: datetime, raw: bytes
) -> dict[str, str]:
    code = new_code(INVITE_PREFIX, raw)
    last_day = local(now).date() + timedelta(days=INVITATION_DAYS)
    expires = datetime.combine(last_day, time.max, LOCAL)
    invitation = uow.invitations.add(
        digest=digest_of(code),
        hint=code[-5:],
        unit_id=command.unit_id,
        role=command.role,
        created_by=maker,
        now=now,
        expires_at=expires,
    )
    uow.audit.add(
        "invitation_made",
        f"unit:{command.unit_id}",
        person_id=maker,
        now=now,
        detail={"role": command.role, "expires_at": expires.isoformat()},
    )
    made = {"id": str(invitation), "code": code, "expires_at": expires.isoformat()}
    return made | links.in_answer(links.start_link(uow, code))


def address_list(address: Address) -> list[str]:
    """Return an address as a job keeps it."""
    return [address.channel, address.account, address.chat, address.sender]


def new_code(prefix: str, raw: bytes) -> str:
    """Return a code of ten letters and figures that are not easily confused, made of random bytes."""
    letters = "".join(INVITATION_ALPHABET[b % len(INVITATION_ALPHABET)] for b in raw)
    return f"{prefix}-{letters[:5]}-{letters[5:10]}"


def digest_of(code: str) -> str:
    """Return what is kept of an invitation code: written in whatever case and spacing, the same digest."""
    plain = "".join(c for c in code.upper() if c.isalnum())
    return hashlib.sha256(f"baoan-invitation:{plain}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Revoke:
    """Take an unused invitation back."""

    invitation_id: int


def revoke(uow: UnitOfWork, command: Revoke, by: Acting) -> None:
    """Take an invitation back; raises NotAllowedError or, where it was used, BadInputError `invite-used`."""
    if not by.person.has_role("coordinator", "admin"):
        raise NotAllowedError("not-allowed")
    if not uow.invitations.revoke(command.invitation_id, by.now):
        raise BadInputError("invite-used")
    uow.audit.add(
        "invitation_revoked", f"invitation:{command.invitation_id}", person_id=by.person.id, now=by.now
    )
