"""A duty that a unit says is not its own: it stays with the unit until another has it, never with nobody.

It moves with every period of the row that the unit still owes, and with those to come; what was reported stays
where it was. Either the unit named as receiver says yes, or the coordinator decides.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.calendar import local
from domain.errors import BadInputError, NotAllowedError
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.progress import ProgressKind
from domain.ways import Topic
from handlers import outgoing, progress_notices
from handlers.acting import Acting
from handlers.services import progress
from handlers.services.fan_out import LEAD
from storage.records import OccurrenceRecord, Person, ProgressRecord
from storage.unit_of_work import UnitOfWork

HANDED_OVER = "handed_over"


@dataclass(frozen=True, slots=True)
class Receive:
    """The answer of the unit that is to take a duty; a no needs its reason in `note`."""

    progress_id: int
    takes: bool
    note: str | None = None


def access_offer_for(
    uow: UnitOfWork, person: Person, progress_id: int
) -> tuple[ProgressRecord, OccurrenceRecord]:
    """Return what was said and of what, for an officer of the unit that is to take it; else `review-unknown`."""
    said = uow.occurrences.progress(progress_id)
    if said is None or said.receiver_id is None or said.receiver_id not in progress.own_units(person):
        raise NotAllowedError("review-unknown")
    return said, uow.occurrences.get(said.occurrence_id)


def receive(uow: UnitOfWork, command: Receive, by: Acting) -> dict[str, Any]:
    """Take a duty over, or say no, and return {"settled": bool, "takes": bool}.

    `settled` is False where it was decided, or refused, before: then nothing is changed. Raises NotAllowedError
    `review-unknown` and BadInputError `progress-words-needed` for a no without a reason.
    """
    said, record = access_offer_for(uow, by.person, command.progress_id)
    if not command.takes and not (command.note or "").strip():
        raise BadInputError("progress-words-needed")
    if not is_offered(said, record):
        return {"settled": False, "takes": command.takes}
    if command.takes:
        if not uow.occurrences.decide(said.id, HANDED_OVER, None, by.person.id, by.now):
            return {"settled": False, "takes": True}
        hand_over(uow, record, said, said.receiver_id or 0, by)
    else:
        uow.occurrences.change_said(said.id, receiver_note=command.note)
        _note(uow, record, "handover_refused", {"progress": said.id, "receiver": said.receiver_id}, by)
        _tell_of_refusal(uow, record, said.id, by.now)
    return {"settled": True, "takes": command.takes}


def is_offered(said: ProgressRecord, record: OccurrenceRecord) -> bool:
    """Whether the receiver's answer is still waited for."""
    return (
        said.decision is None and said.receiver_note is None and OccurrenceState(record.state) in OPEN_STATES
    )


def hand_over(
    uow: UnitOfWork, record: OccurrenceRecord, said: ProgressRecord, unit_id: int, by: Acting
) -> tuple[str, ...]:
    """Move a decided duty to a unit, tell that unit, the one that had it and the coordinators; returns the codes."""
    giver = record.unit_id
    moved = carry(uow, record, unit_id, by)
    _note(uow, record, "handed_over", {"progress": said.id, "from": giver, "to": unit_id, "moved": moved}, by)
    progress.drop_notices_about(uow, progress.concerned(uow, said), said.id, by.now)
    receiver = uow.units.get(unit_id).name
    told = progress_notices.handed_over(record, receiver)
    if said.receiver_id == unit_id and by.person.id in progress.officers(uow, unit_id):
        for person in progress.coordinators(uow):
            _tell(uow, person, told, f"handed:{said.id}:{person}", by.now)
    else:
        _tell_first(uow, unit_id, progress_notices.given(record), f"given:{said.id}", by.now)
    _tell_first(uow, giver, told, f"handed:{said.id}", by.now)
    return moved


def carry(uow: UnitOfWork, record: OccurrenceRecord, unit_id: int, by: Acting) -> tuple[str, ...]:
    """Give a unit the row with every period still owed; returns the codes it owes now because of that.

    Raises BadInputError `progress-receiver-self` where the unit has it anyway.
    """
    if unit_id == record.unit_id:
        raise BadInputError("progress-receiver-self")
    target = _assignment(uow, record, unit_id)
    held = uow.occurrences.of_plan(record.plan_id)
    theirs = {one.label: one for one in held if one.assignment_id == target}
    moved = []
    for one in held:
        if one.assignment_id != record.assignment_id or OccurrenceState(one.state) not in OPEN_STATES:
            continue
        progress.drop_reminders(uow, one, by.now, moved=True)
        if one.label in theirs:
            _join(uow, one, theirs[one.label], by.now)
        else:
            fresh = {**_fresh(one, by), "assignment_id": target}
            uow.occurrences.change(one.id, expected_state=one.state, **fresh)
        moved.append(theirs.get(one.label, one).code)
        if one.id != record.id:
            _withdraw_requests(uow, one, by)
    uow.plans.change_assignments([record.assignment_id], ended_at=by.now)
    _remember(uow, record, unit_id)
    return tuple(moved)


def _fresh(one: OccurrenceRecord, by: Acting) -> dict[str, Any]:
    """Return the columns of a duty begun anew: nobody is late with what they have not been told of."""
    return {
        "state": OccurrenceState.OPEN.value,
        "opens_on": max(one.opens_on, local(by.now).date()),
        "percent": None,
        "promised_on": None,
        "snoozed_until": None,
        "next_at": by.now,
    }


def _join(uow: UnitOfWork, ours: OccurrenceRecord, theirs: OccurrenceRecord, now: datetime) -> None:
    """Let the receiver, who owes this period itself, owe it once."""
    uow.occurrences.change(ours.id, state=OccurrenceState.CANCELLED.value, next_at=None)
    if theirs.state == OccurrenceState.CANCELLED.value:
        uow.occurrences.change(theirs.id, state=OccurrenceState.OPEN.value, due_on=ours.due_on, next_at=now)


def _assignment(uow: UnitOfWork, record: OccurrenceRecord, unit_id: int) -> int:
    known = {(one.plan_task_id, one.unit_id): one for one in uow.plans.every_assignment_of(record.plan_id)}
    one = known.get((record.task_id, unit_id))
    if one is None:
        made = uow.plans.assign(record.task_id, unit_id, record.role)
        if made is None:
            raise LookupError(f"{record.task_ref} is assigned to {unit_id} and not found")
        return made
    leads = record.role == LEAD or (one.ended_at is None and one.role == LEAD)
    uow.plans.change_assignments([one.id], ended_at=None, role=LEAD if leads else record.role)
    return one.id


def _remember(uow: UnitOfWork, record: OccurrenceRecord, unit_id: int) -> None:
    """Keep with the plan who took the row from whom, so that a changed plan does not give it back."""
    plan = uow.plans.get(record.plan_id)
    if not plan.reading:
        return
    step = {"ref": record.task_ref, "from": record.unit_id, "to": unit_id}
    uow.plans.change(
        plan.id, reading={**plan.reading, "handed_over": [*plan.reading.get("handed_over", []), step]}
    )


def _withdraw_requests(uow: UnitOfWork, one: OccurrenceRecord, by: Acting) -> None:
    for said in uow.occurrences.progress_of(one.id):
        asks = said.kind in (ProgressKind.MORE_TIME.value, ProgressKind.NOT_OURS.value)
        if asks and said.decision is None:
            uow.occurrences.decide(said.id, progress.WITHDRAWN, None, by.person.id, by.now)
            progress.drop_notices_about(uow, progress.concerned(uow, said), said.id, by.now)


def _note(uow: UnitOfWork, record: OccurrenceRecord, action: str, detail: dict[str, Any], by: Acting) -> None:
    uow.audit.add(action, f"occurrence:{record.code}", person_id=by.person.id, now=by.now, detail=detail)


def _tell_of_refusal(uow: UnitOfWork, record: OccurrenceRecord, progress_id: int, now: datetime) -> None:
    said = uow.occurrences.progress(progress_id)
    if said is None or said.receiver_id is None:
        return
    receiver = uow.units.get(said.receiver_id).name
    for person in progress.coordinators(uow):
        say = progress_notices.not_taken(record, said, receiver)
        _tell(
            uow,
            person,
            say,
            f"nottaken:{said.id}:{person}",
            now,
            about={"kind": "progress", "progress": said.id},
        )


def _tell_first(uow: UnitOfWork, unit_id: int, say: Any, key: str, now: datetime) -> None:
    """Tell the first officer of a unit who can be told."""
    known = progress.officers(uow, unit_id)
    reached = uow.ways.reach_all(known, Topic.DECISION, now)
    person = next((one for one in known if one in reached), None)
    if person is not None:
        _tell(uow, person, say, f"{key}:{person}", now)


def _tell(
    uow: UnitOfWork, person: int, say: Any, key: str, now: datetime, about: dict[str, Any] | None = None
) -> None:
    outgoing.notify(uow, person, say, now, dedup_key=key, about=about or {"kind": "handover"})
