"""One officer of a unit takes over from another: with a yes, a list of what comes along, and never a gap between."""

from dataclasses import dataclass
from datetime import datetime

from domain.calendar import local
from domain.errors import BadInputError, NotAllowedError
from domain.occurrence import OPEN_STATES
from handlers import menu, outgoing
from handlers.acting import Acting
from handlers.services import access, handing_over, people
from messages.envelope import Option, Say, Text
from storage.records import ReplacementRecord
from storage.unit_of_work import UnitOfWork

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who holds roles in a unit, the first of them by the line of command."""

    person_id: int
    name: str | None
    roles: tuple[str, ...]


def officers(uow: UnitOfWork, unit_id: int) -> tuple[Officer, ...]:
    """Return the officers of a unit, focal points first."""
    found: dict[int, list[str]] = {}
    for role in access.OFFICERS:
        for person in uow.people.holding(role, unit_id):
            found.setdefault(person, []).append(role)
    return tuple(Officer(one, uow.people.get(one).name, tuple(roles)) for one, roles in found.items())


def may_replace(by: Acting, unit_id: int) -> bool:
    """Whether a person may say who takes over in a unit: the office that coordinates, or the unit's head."""
    return by.person.has_role("coordinator", "admin") or unit_id in by.person.units("head")


@dataclass(frozen=True, slots=True)
class Replace:
    """Have somebody take over from an officer of a unit; `to_person` None: whoever uses a new invitation."""

    unit_id: int
    from_person: int
    to_person: int | None


def replace(uow: UnitOfWork, command: Replace, by: Acting) -> dict[str, str]:
    """Ask the one who takes over, or make the invitation; what `people.invite` returns, or {} where one is asked.

    Until there is a yes everything stays with the officer. Raises NotAllowedError for one who may not, BadInputError
    `replace-nobody` where the officer holds no role there (any more) or is the one to take over.
    """
    if not may_replace(by, command.unit_id):
        raise NotAllowedError("not-allowed")
    leaving = next((o for o in officers(uow, command.unit_id) if o.person_id == command.from_person), None)
    if leaving is None or command.to_person == command.from_person:
        raise BadInputError("replace-nobody")
    uow.reorganisations.forget_replacements(command.unit_id, command.from_person, by.now)
    made: dict[str, str] = {}
    if command.to_person is None:
        made = people.invite_for(uow, people.Invite(command.unit_id, leaving.roles[0]), by)
    number = uow.reorganisations.add_replacement(
        unit_id=command.unit_id,
        from_id=command.from_person,
        to_id=command.to_person,
        invitation_id=int(made["id"]) if made else None,
        made_by=by.person.id,
        made_at=by.now,
        answer=None,
        answered_at=None,
    )
    uow.audit.add(
        "officer_replacement_asked",
        f"unit:{uow.units.get(command.unit_id).code}",
        person_id=by.person.id,
        now=by.now,
        detail={"from": command.from_person, "to": command.to_person, "roles": list(leaving.roles)},
    )
    if command.to_person is not None:
        _ask(uow, number, command, leaving, by.now)
    return made


def _ask(uow: UnitOfWork, number: int, command: Replace, leaving: Officer, now: datetime) -> None:
    duties, cases = _held(uow, command.unit_id, leaving.person_id, now)
    named = {
        "unit": uow.units.get(command.unit_id).name,
        "role": Text(f"role-{leaving.roles[0]}"),
        "who": leaving.name or Text("replace-colleague"),
        "duties": str(len(duties)),
        "cases": str(len(cases)),
        "lines": handing_over.listed(uow, duties, [code for _, code in cases]),
    }
    options = (
        Option(f"replace:yes:{number}", Text("replace-yes")),
        Option(f"replace:no:{number}", Text("replace-no")),
    )
    say = Say("replace-asked", named, options=options)
    outgoing.notify(uow, command.to_person or 0, say, now, dedup_key=f"replace:{number}")


def _held(
    uow: UnitOfWork, unit_id: int, person_id: int, now: datetime
) -> tuple[tuple[str, ...], tuple[tuple[int, str], ...]]:
    """Return the codes of what the unit owes, and (id, code) of the cases the officer has."""
    owed = uow.occurrences.of_units([unit_id], OPEN_STATES, local(now).date())
    return tuple(one.code for one in owed), uow.reorganisations.cases_taken_by(person_id)


def answer(uow: UnitOfWork, replacement_id: int, by: Acting, *, yes: bool) -> str:
    """Take over, or leave things as they are; returns the unit's name.

    Raises NotAllowedError `button-old` for anybody else, BadInputError `replace-over` where it was settled before or
    the officer holds no role there any more.
    """
    found = uow.reorganisations.replacement(replacement_id)
    if found is None or found.to_id != by.person.id:
        raise NotAllowedError("button-old")
    name = uow.units.get(found.unit_id).name
    if not uow.reorganisations.answer_replacement(found.id, YES if yes else NO, by.now):
        raise BadInputError("replace-over", unit=name)
    if yes:
        _take_over(uow, found, by)
    else:
        say = Say("replace-refused", {"unit": name})
        outgoing.notify(uow, found.made_by, say, by.now, dedup_key=f"replace:{found.id}:no")
    return name


def by_invitation(uow: UnitOfWork, invitation_id: int, by: Acting) -> None:
    """Let whoever used an invitation made for it take over: using it was the yes."""
    found = uow.reorganisations.replacement_by_invitation(invitation_id)
    if found is not None and uow.reorganisations.answer_replacement(found.id, YES, by.now):
        _take_over(uow, found, by)


def _take_over(uow: UnitOfWork, found: ReplacementRecord, by: Acting) -> None:
    """Give every role of the officer in the unit, and the cases they have, to the acting person; both hear."""
    leaving = next((o for o in officers(uow, found.unit_id) if o.person_id == found.from_id), None)
    unit = uow.units.get(found.unit_id)
    if leaving is None:
        raise BadInputError("replace-over", unit=unit.name)
    for role in leaving.roles:
        uow.people.join(by.person.id, unit.id, role, by.now)
        uow.people.leave(leaving.person_id, unit.id, role, by.now)
    duties, cases = _held(uow, unit.id, leaving.person_id, by.now)
    taker = uow.people.get(by.person.id)
    passed = []
    for case_id, code in cases:
        if access.is_officer_on(uow, taker, uow.accidents.get(case_id)):
            uow.accidents.change(case_id, acknowledged_by=taker.id)
            uow.audit.add("case_passed_yes", f"case:{code}", person_id=taker.id, now=by.now)
            passed.append(code)
    _drop_reminders(uow, leaving.person_id, set(duties), by.now)
    uow.occurrences.look_again_for((unit.id,), by.now)
    uow.audit.add(
        "officer_replaced",
        f"unit:{unit.code}",
        person_id=by.person.id,
        now=by.now,
        detail={"from": leaving.person_id, "roles": list(leaving.roles), "cases": passed},
    )
    _tell(uow, found, leaving, duties, passed, by)


def _drop_reminders(uow: UnitOfWork, person_id: int, codes: set[str], now: datetime) -> None:
    """Give up reminders not sent yet that only name what is no longer the officer's."""
    waiting = (
        (row.id, (row.about or {}).get("occurrences", [])) for row in uow.outbox.due_notices_of(person_id)
    )
    stale = [row for row, named in waiting if named and codes.issuperset(named)]
    uow.outbox.drop(stale, "officer_replaced", now)


def _tell(
    uow: UnitOfWork,
    found: ReplacementRecord,
    leaving: Officer,
    duties: tuple[str, ...],
    cases: list[str],
    by: Acting,
) -> None:
    unit = {"unit": uow.units.get(found.unit_id).name}
    listed = handing_over.listed(uow, duties, cases)
    taken = unit | {"duties": str(len(duties)), "cases": str(len(cases)), "lines": listed}
    for person, say in (
        (by.person.id, Say("replace-taken", taken, options=(menu.MY_TASKS,))),
        (leaving.person_id, Say("replace-left", unit)),
        (found.made_by, Say("replace-done", unit)),
    ):
        key = f"replace:{found.id}:done:{person}:{say.key}"
        outgoing.notify(uow, person, say, by.now, dedup_key=key)
