"""Officers join reports of one accident, tell two apart, and take either back: with a reason, and in the trail.

What each reporter told stays their own. A joined case moves as one: each reporter hears of it under their own code.
"""

from dataclasses import dataclass
from typing import Any

from domain.accident import CaseState
from domain.errors import BadInputError, ConflictError, NotAllowedError
from handlers.acting import Acting
from handlers.services import access, accidents, case_kin, case_work
from storage.records import AccidentRecord, Verdict
from storage.unit_of_work import UnitOfWork

MOST_TOGETHER = 20
MOST_REASON = 300
_AWAITING = (CaseState.OPEN, CaseState.DISPATCHED)


@dataclass(frozen=True, slots=True)
class Join:
    """Two reports are of one accident, and why the officer says so."""

    code: str
    other: str
    reason: str


def join(uow: UnitOfWork, command: Join, by: Acting) -> tuple[str, ...]:
    """Join two cases with all that each is joined with; returns the codes, the one that counts first.

    What one of them has reached (taken, at work on) holds for all from now on, and their reporters hear of it.
    Raises NotAllowedError `case-unknown` or `not-allowed` where the person is no officer on both, ConflictError
    `case-kin-joined` where they are one already, BadInputError `case-kin-itself`, `case-kin-kind`,
    `case-kin-reason` or `case-kin-many`.
    """
    case, other, reason = _pair(uow, command.code, command.other, command.reason, by)
    ours, theirs = case_kin.together(uow, case), case_kin.together(uow, other)
    if other.id in {one.id for one in ours}:
        raise ConflictError("case-kin-joined", code=case.code, other=other.code)
    if len(ours) + len(theirs) > MOST_TOGETHER:
        raise BadInputError("case-kin-many", code=case.code, most=str(MOST_TOGETHER))
    for apart in uow.verdicts.between(case.id, other.id):
        uow.verdicts.undo(apart.id, reason=reason, by=by.person.id, now=by.now)
    members = (*ours, *theirs)
    uow.verdicts.add(
        ours[0].id,
        theirs[0].id,
        same=True,
        reason=reason,
        before={str(one.id): _stands(one) for one in members},
        by=by.person.id,
        now=by.now,
    )
    _note(uow, "case_joined", case, other, by)
    _bring_along(uow, members, by)
    return tuple(one.code for one in case_kin.together(uow, case))


def _bring_along(uow: UnitOfWork, members: tuple[AccidentRecord, ...], by: Acting) -> None:
    """Let reports nobody has taken follow the one that was."""
    taken = next((one for one in members if one.acknowledged_by is not None), None)
    if taken is None:
        return
    for one in members:
        case_work.follow(uow, one, taken, by)


@dataclass(frozen=True, slots=True)
class Part:
    """A report is taken out of those it is joined with: it is of another accident after all."""

    code: str
    reason: str


def part(uow: UnitOfWork, command: Part, by: Acting) -> tuple[str, ...]:
    """Take one report out; the others stay together. Returns the codes it was joined with.

    A report that nobody had taken before it was joined waits for somebody again, and those told are told anew.
    Raises NotAllowedError as `join` does, BadInputError `case-kin-alone` or `case-kin-reason`.
    """
    case = _case_for_officer(uow, command.code, by)
    reason = _reason(command.reason)
    others = case_kin.siblings(uow, case)
    if not others:
        raise BadInputError("case-kin-alone", code=case.code)
    undone = [one for one in uow.verdicts.of(case.id) if one.same]
    for one in undone:
        uow.verdicts.undo(one.id, reason=reason, by=by.person.id, now=by.now)
    _keep_the_rest(uow, others, undone, reason, by)
    uow.verdicts.add(case.id, others[0].id, same=False, reason=reason, before={}, by=by.person.id, now=by.now)
    _note(uow, "case_parted", case, others[0], by)
    _back(uow, case, undone, by)
    return tuple(one.code for one in others)


def _keep_the_rest(
    uow: UnitOfWork, others: tuple[AccidentRecord, ...], undone: list[Verdict], reason: str, by: Acting
) -> None:
    """Join again what held together only through the report that was taken out."""
    before = {key: value for one in undone for key, value in one.before.items()}
    first = others[0]
    for other in others[1:]:
        if other.id not in case_kin.ids_with(uow, first.id):
            uow.verdicts.add(
                first.id, other.id, same=True, reason=reason, before=before, by=by.person.id, now=by.now
            )


def _back(uow: UnitOfWork, case: AccidentRecord, undone: list[Verdict], by: Acting) -> None:
    """Put a report back to waiting where it was taken only along with others."""
    stood = next((one.before[str(case.id)] for one in undone if str(case.id) in one.before), None)
    if stood is None or stood["state"] not in _AWAITING or case.acknowledged_by is None:
        return
    if case.acknowledged_by == by.person.id:
        return  # the officer who parts them has taken it, and goes on with it
    case_work.wait_again(uow, case, by)


@dataclass(frozen=True, slots=True)
class TellApart:
    """Two reports are surely of two accidents; they are not offered to be joined any more."""

    code: str
    other: str
    reason: str


def tell_apart(uow: UnitOfWork, command: TellApart, by: Acting) -> None:
    """Keep that two cases are not one; joining them later takes it back. Raises what `join` does."""
    case, other, reason = _pair(uow, command.code, command.other, command.reason, by)
    if other.id in case_kin.ids_with(uow, case.id):
        raise ConflictError("case-kin-joined", code=case.code, other=other.code)
    if not uow.verdicts.between(case.id, other.id):
        uow.verdicts.add(case.id, other.id, same=False, reason=reason, before={}, by=by.person.id, now=by.now)
        _note(uow, "case_told_apart", case, other, by)


def _pair(
    uow: UnitOfWork, code: str, other: str, reason: str, by: Acting
) -> tuple[AccidentRecord, AccidentRecord, str]:
    one, two = _case_for_officer(uow, code, by), _case_for_officer(uow, other, by)
    if one.id == two.id:
        raise BadInputError("case-kin-itself", code=one.code)
    return one, two, _reason(reason)


def _reason(words: str) -> str:
    reason = " ".join(words.split())[:MOST_REASON]
    if not reason:
        raise BadInputError("case-kin-reason")
    return reason


def _case_for_officer(uow: UnitOfWork, code: str, by: Acting) -> AccidentRecord:
    case = access.access_case_for(uow, by.person, code)
    if not access.is_officer_on(uow, by.person, case):
        raise NotAllowedError("not-allowed")
    return case


def _stands(case: AccidentRecord) -> dict[str, Any]:
    return {"state": case.state, "taken": case.acknowledged_at.isoformat() if case.acknowledged_at else None}


def _note(uow: UnitOfWork, action: str, case: AccidentRecord, other: AccidentRecord, by: Acting) -> None:
    """Write it down for both; the reason stays with the verdict, as the officer's words may name somebody."""
    for one, two in ((case, other), (other, case)):
        accidents.note(uow, one, action, by, {"with": two.code})
