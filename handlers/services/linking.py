"""Codes that bind: an invitation to a unit and role, and the joining of one person's two apps.

A code that joins apps has its own prefix, and joins nothing until the one who made it says that it was they.
"""

from dataclasses import dataclass
from datetime import timedelta

from domain.errors import BadInputError
from handlers import outgoing
from handlers.acting import Acting
from handlers.services import links, replacing, statutory
from handlers.services.people import LINK_PREFIX, LINK_ROLE, digest_of, new_code
from messages.envelope import Option, Say, Text
from storage.records import Invitation
from storage.unit_of_work import UnitOfWork

MINUTES = 15


@dataclass(frozen=True, slots=True)
class OfferLink:
    """Make a code that ties another app to the acting person."""


def offer_link(uow: UnitOfWork, _command: OfferLink, by: Acting) -> dict[str, str]:
    """Make the code (and its link, if any); it is good once, for a quarter of an hour."""
    code = new_code(LINK_PREFIX, by.around.token(10))
    uow.invitations.add(
        digest=digest_of(code),
        hint=code[-5:],
        unit_id=None,
        role=LINK_ROLE,
        created_by=by.person.id,
        now=by.now,
        expires_at=by.now + timedelta(minutes=MINUTES),
    )
    uow.audit.add("link_offered", f"person:{by.person.id}", person_id=by.person.id, now=by.now)
    return {"code": code} | links.in_answer(links.start_link(uow, code))


@dataclass(frozen=True, slots=True)
class Look:
    """See what a code binds to, without using it."""

    code: str


def look(uow: UnitOfWork, command: Look, by: Acting) -> dict[str, str | None]:
    """Return {"role", "unit"} of a code that can be used.

    Raises BadInputError `invite-unknown`, `invite-expired`, `invite-used`, `invite-revoked-code`, `link-same`,
    or `link-has-role`: who holds a role keeps it, and makes the code on that side.
    """
    found = _usable(uow, command.code, by)
    if found.role == LINK_ROLE:
        if found.created_by == by.person.id:
            raise BadInputError("link-same")
        if by.person.memberships:
            raise BadInputError("link-has-role")
    unit = uow.units.get(found.unit_id).name if found.unit_id is not None else None
    return {"role": found.role, "unit": unit}


@dataclass(frozen=True, slots=True)
class Accept:
    """Use a code."""

    code: str


def accept(uow: UnitOfWork, command: Accept, by: Acting) -> dict[str, str | None]:
    """Bind the acting person to the invitation's unit and role, or ask the maker of a link to confirm it.

    Returns and raises what `look` does.
    """
    result = look(uow, Look(command.code), by)
    found = _usable(uow, command.code, by)
    if not uow.invitations.use(found.id, by.person.id, by.now):
        raise BadInputError("invite-used")
    if found.role == LINK_ROLE:
        _ask_maker(uow, found, by)
        return result
    uow.people.join(by.person.id, found.unit_id, found.role, by.now)
    statutory.look_again(uow, uow.people.get(by.person.id).employers, by.now)
    uow.audit.add(
        "invitation_used",
        f"unit:{found.unit_id}",
        person_id=by.person.id,
        now=by.now,
        detail={"role": found.role},
    )
    replacing.by_invitation(uow, found.id, by)
    return result


def _usable(uow: UnitOfWork, code: str, by: Acting) -> Invitation:
    found = uow.invitations.by_digest(digest_of(code))
    if found is None:
        raise BadInputError("invite-unknown")
    if found.revoked_at is not None:
        raise BadInputError("invite-revoked-code")
    if found.used_at is not None:
        raise BadInputError("invite-used")
    if found.expires_at <= by.now:
        raise BadInputError("invite-expired")
    return found


def _ask_maker(uow: UnitOfWork, found: Invitation, by: Acting) -> None:
    options = (
        Option(f"link:yes:{found.id}", Text("choice-link-yes")),
        Option(f"link:no:{found.id}", Text("choice-link-no")),
    )
    say = Say("link-was-it-you", {"app": Text(f"channel-{by.address.channel}")}, options=options)
    outgoing.notify(
        uow, found.created_by, say, by.now, dedup_key=f"link|{found.id}", expires_at=found.expires_at
    )


@dataclass(frozen=True, slots=True)
class Settle:
    """Say whether it was oneself who sent the code from the other app."""

    invitation_id: int
    yes: bool


def settle(uow: UnitOfWork, command: Settle, by: Acting) -> bool:
    """Join the two apps, or refuse; returns whether they are joined now.

    The one who sent the code becomes the one who made it: addresses, reports and consents move. What was said
    and done before keeps naming who it was then. Raises BadInputError `link-over` where there is nothing to
    settle any more, `link-has-role-now` where who sent the code has taken a role since.
    """
    found = uow.invitations.get(command.invitation_id)
    mine = found is not None and found.role == LINK_ROLE and found.created_by == by.person.id
    if found is None or not mine or found.used_by is None or found.expires_at <= by.now:
        raise BadInputError("link-over")
    if not uow.invitations.close(found.id, by.now):
        raise BadInputError("link-over")
    other = found.used_by
    there = uow.people.reach(other)
    if command.yes and uow.people.get(other).memberships:  # taken after the code was sent
        raise BadInputError("link-has-role-now")
    if command.yes:
        uow.people.merge(other, by.person.id)
        uow.sessions.drop(other)
        uow.audit.add(
            "people_joined",
            f"person:{by.person.id}",
            person_id=by.person.id,
            now=by.now,
            detail={"from": other},
        )
    if there is not None:
        answer = Say("link-joined" if command.yes else "link-refused")
        outgoing.reply(uow, there, by.person.language, (answer,), by.now)
    return command.yes
