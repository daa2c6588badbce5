"""One person on two platforms: a code shown on the one and sent from the other makes them the same person."""

from dataclasses import dataclass
from datetime import timedelta

from domain.errors import BadInputError
from handlers.acting import Acting
from handlers.services.people import LINK_ROLE, digest_of, new_code
from storage.records import Invitation
from storage.unit_of_work import UnitOfWork

MINUTES = 15


@dataclass(frozen=True, slots=True)
class OfferLink:
    """Make a code that ties another app to the acting person."""


def offer_link(uow: UnitOfWork, _command: OfferLink, by: Acting) -> dict[str, str]:
    """Make the code; it is good once, for a quarter of an hour."""
    code = new_code(by.around.token(10))
    uow.people.add_invitation(
        digest=digest_of(code),
        hint=code[-5:],
        unit_id=None,
        role=LINK_ROLE,
        created_by=by.person.id,
        now=by.now,
        expires_at=by.now + timedelta(minutes=MINUTES),
    )
    uow.audit.add("link_offered", f"person:{by.person.id}", person_id=by.person.id, now=by.now)
    return {"code": code}


def _join_people(uow: UnitOfWork, invitation: Invitation, by: Acting) -> None:
    """Let the acting person become the one who made the code: addresses, roles, reports and consents move.

    What was said and done before keeps naming who it was then. Raises BadInputError `link-same` where it is
    the same person already.
    """
    target = invitation.created_by
    if target == by.person.id:
        raise BadInputError("link-same")
    uow.people.merge(by.person.id, target)
    uow.sessions.drop(by.person.id)
    uow.audit.add(
        "people_joined", f"person:{target}", person_id=target, now=by.now, detail={"from": by.person.id}
    )


@dataclass(frozen=True, slots=True)
class Accept:
    """Use an invitation."""

    code: str


def accept(uow: UnitOfWork, command: Accept, by: Acting) -> dict[str, str | None]:
    """Bind the acting person to the invitation's unit and role; returns {"role", "unit"}.

    Raises BadInputError `invite-unknown`, `invite-expired`, `invite-used` or `invite-revoked-code`.
    """
    found = uow.people.invitation(digest_of(command.code))
    if found is None:
        raise BadInputError("invite-unknown")
    if found.revoked_at is not None:
        raise BadInputError("invite-revoked-code")
    if found.used_at is not None:
        raise BadInputError("invite-used")
    if found.expires_at <= by.now:
        raise BadInputError("invite-expired")
    if not uow.people.use_invitation(found.id, by.person.id, by.now):
        raise BadInputError("invite-used")
    if found.role == LINK_ROLE:
        _join_people(uow, found, by)
        return {"role": LINK_ROLE, "unit": None}
    uow.people.join(by.person.id, found.unit_id, found.role, by.now)
    uow.audit.add(
        "invitation_used",
        f"unit:{found.unit_id}",
        person_id=by.person.id,
        now=by.now,
        detail={"role": found.role},
    )
    unit = uow.units.get(found.unit_id).name if found.unit_id is not None else None
    return {"role": found.role, "unit": unit}
