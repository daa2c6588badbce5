"""What officers do with a case: take it, handle it, close it. The reporter hears of each.

Reports joined as being of one accident move together; each reporter hears of it under their own code.
"""

from dataclasses import dataclass

from domain.accident import CaseState
from domain.errors import BadInputError, ConflictError, NotAllowedError
from handlers import outgoing
from handlers.acting import Acting
from handlers.services import access, accidents, alerts, case_kin, communes, outcomes
from messages.envelope import Say, Text
from messages.words import clock
from storage.records import AccidentRecord, Person
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Take:
    """An officer takes a case."""

    code: str


def take(uow: UnitOfWork, command: Take, by: Acting) -> None:
    """Make the acting officer the one who has taken the case, and tell the reporter.

    Raises ConflictError `case-taken` (another officer was first) or `case-taken-by-you`, BadInputError where
    the case has ended, NotAllowedError for one who is no officer of the case.
    """
    case = _case_for_officer(uow, command.code, by)
    if case.acknowledged_at is None and not CaseState(case.state).can_become(CaseState.ACKNOWLEDGED):
        raise BadInputError("case-change-reopen-first", code=case.code)
    if not uow.accidents.acknowledge(case.id, by.person.id, by.now):
        taken = uow.accidents.get(case.id)
        key = "case-taken-by-you" if taken.acknowledged_by == by.person.id else "case-taken"
        at = clock(by.person.language, taken.acknowledged_at or by.now)
        raise ConflictError(key, code=case.code, time=at)
    uow.audit.add("case_taken", f"case:{case.code}", person_id=by.person.id, now=by.now)
    _taken(uow, case, by.person, by)
    for one in case_kin.siblings(uow, case):
        follow(uow, one, uow.accidents.get(case.id), by)


def _taken(uow: UnitOfWork, case: AccidentRecord, taker: Person, by: Acting) -> None:
    """Tell the reporter and everybody told of the case that it was taken, and by whom."""
    accidents.tell_reporter(uow, case, _taken_say(uow, case, taker, by), by, f"taken:{by.source}")
    for person_id in access.told_and_in_charge(uow, case):
        if person_id not in (by.person.id, taker.id):
            at = clock(uow.people.get(person_id).language, by.now)
            say = Say("case-taken-by-other", {"code": case.code, "time": at})
            outgoing.notify(
                uow,
                person_id,
                say,
                by.now,
                dedup_key=f"case:{case.id}:{person_id}:taken:{by.source}",
                about=outgoing.of_case(case.code),
            )


def follow(uow: UnitOfWork, case: AccidentRecord, taken: AccidentRecord, by: Acting) -> None:
    """Let a report that nobody has taken go with one of the same accident that was; its reporter hears of it."""
    if taken.acknowledged_by is None or case.acknowledged_by is not None:
        return
    if not CaseState(case.state).can_become(CaseState.ACKNOWLEDGED):
        return
    if uow.accidents.acknowledge(case.id, taken.acknowledged_by, by.now):
        accidents.note(uow, case, "case_taken", by, {"with": taken.code})
        _taken(uow, case, uow.people.get(taken.acknowledged_by), by)
        if taken.state == CaseState.BEING_HANDLED:
            _moved(uow, case, CaseState.BEING_HANDLED, by)


def wait_again(uow: UnitOfWork, case: AccidentRecord, by: Acting) -> None:
    """Put a case back to waiting for somebody who takes it, and have those in line told anew."""
    uow.accidents.change(
        case.id,
        state=CaseState.DISPATCHED.value,
        acknowledged_at=None,
        acknowledged_by=None,
        checks=0,
        next_check_at=by.now if alerts.is_urgent(case) else None,
    )
    accidents.note(uow, case, "case_waits_again", by)
    say = Say("accident-state-told", {"code": case.code, "state": Text("case-state-dispatched")})
    accidents.tell_reporter(uow, case, say, by, f"waits:{by.now.timestamp():.0f}")


def _taken_say(uow: UnitOfWork, case: AccidentRecord, taker: Person, by: Acting) -> Say:
    reporter = uow.people.get(case.reporter_id)
    at = clock(reporter.language, by.now)
    own = taker.units(*access.OFFICERS)
    unit_id = case.unit_id if case.unit_id in own else next(iter(own), None)
    if unit_id is None:
        return Say("accident-taken-by-office", {"office": by.around.office, "time": at})
    unit = uow.units.get(unit_id)
    if unit.kind != communes.COMMUNE:
        return Say("accident-taken-by-office", {"office": unit.name, "time": at})
    return Say("accident-taken", {"unit": communes.in_sentence(unit), "time": at})


@dataclass(frozen=True, slots=True)
class PassOn:
    """An officer cannot take a case that nobody has taken."""

    code: str


def pass_on(uow: UnitOfWork, command: PassOn, by: Acting) -> bool:
    """Tell the next in line at once; False where everybody was told already.

    Raises ConflictError `case-taken` or `case-taken-by-you`, BadInputError where the case has ended,
    NotAllowedError for one who is no officer of the case.
    """
    case = _case_for_officer(uow, command.code, by)
    if case.acknowledged_at is not None:
        key = "case-taken-by-you" if case.acknowledged_by == by.person.id else "case-taken"
        raise ConflictError(key, code=case.code, time=clock(by.person.language, case.acknowledged_at))
    if not CaseState(case.state).can_become(CaseState.ACKNOWLEDGED):
        raise BadInputError("case-change-reopen-first", code=case.code)
    return alerts.pass_on(uow, case, by.person.id, by.around, by.now)


@dataclass(frozen=True, slots=True)
class Handle:
    """An officer is at work on the case."""

    code: str


def handle(uow: UnitOfWork, command: Handle, by: Acting) -> None:
    """Mark a taken case as being handled and tell the reporter; a case nobody took is taken first."""
    case = _case_for_officer(uow, command.code, by)
    if case.acknowledged_at is None and CaseState(case.state).can_become(CaseState.ACKNOWLEDGED):
        take(uow, Take(case.code), by)
        case = uow.accidents.get(case.id)
    _move(uow, case, CaseState.BEING_HANDLED, by)


@dataclass(frozen=True, slots=True)
class Close:
    """An officer closes the case."""

    code: str


def close(uow: UnitOfWork, command: Close, by: Acting) -> None:
    """Close a case that was taken and tell the reporter."""
    case = _case_for_officer(uow, command.code, by)
    _move(uow, case, CaseState.CLOSED, by)


def _move(uow: UnitOfWork, case: AccidentRecord, new: CaseState, by: Acting) -> None:
    change = CaseState(case.state).can_become(new)
    if not change:
        raise BadInputError(change.reason, code=case.code)
    _moved(uow, case, new, by)
    for one in case_kin.siblings(uow, case):
        if CaseState(one.state).can_become(new):
            _moved(uow, one, new, by)


def _moved(uow: UnitOfWork, case: AccidentRecord, new: CaseState, by: Acting) -> None:
    uow.accidents.change(case.id, state=new.value, next_check_at=None)
    uow.audit.add(f"case_{new.value}", f"case:{case.code}", person_id=by.person.id, now=by.now)
    closed = new is CaseState.CLOSED
    say = Say(
        "accident-closed" if closed else "accident-state-told",
        {"code": case.code, "state": Text(f"case-state-{new.value}")},
        options=outcomes.options(case.code) if closed else (),
    )
    accidents.tell_reporter(uow, case, say, by, f"{new.value}:{by.now.timestamp():.0f}")


def _case_for_officer(uow: UnitOfWork, code: str, by: Acting) -> AccidentRecord:
    case = access.access_case_for(uow, by.person, code)
    if not access.is_officer_on(uow, by.person, case):
        raise NotAllowedError("not-allowed")
    return case
