"""What a coordinator decides on what units said: accept or return, grant or refuse, answer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from domain.errors import BadInputError, NotAllowedError
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.progress import ProgressKind, apply
from domain.ways import Topic
from handlers import outgoing, progress_notices
from handlers.acting import Acting
from handlers.services import progress
from storage.records import OccurrenceRecord, Person, ProgressRecord
from storage.unit_of_work import UnitOfWork


class Decision(StrEnum):
    """What may be decided."""

    ACCEPTED = "accepted"
    RETURNED = "returned"
    GRANTED = "granted"
    REFUSED = "refused"
    ANSWERED = "answered"


FITS = {
    Decision.ACCEPTED: ProgressKind.DONE,
    Decision.RETURNED: ProgressKind.DONE,
    Decision.GRANTED: ProgressKind.MORE_TIME,
    Decision.REFUSED: ProgressKind.MORE_TIME,
    Decision.ANSWERED: ProgressKind.DIFFICULTY,
}
NEEDS_WORDS = frozenset({Decision.RETURNED, Decision.REFUSED, Decision.ANSWERED})
WAITING_KINDS = (ProgressKind.DONE, ProgressKind.DIFFICULTY, ProgressKind.MORE_TIME)


@dataclass(frozen=True, slots=True)
class Decide:
    """Decide on one thing a unit said; `note` is the reason or the answer."""

    progress_id: int
    decision: Decision
    note: str | None = None


def decide(uow: UnitOfWork, command: Decide, by: Acting) -> dict[str, Any]:
    """Decide once, tell the unit, and return {"decided": bool, "decision", "mine", "at"}.

    `decided` is False where it was decided before: then the rest tells how (at: ISO), nothing is changed,
    and a decision of None means that the duty itself is gone. Only a coordinator or an admin may; raises
    NotAllowedError `not-allowed` or `review-unknown`, BadInputError `button-old` or `progress-words-needed`.
    """
    said, record = access_said_for(uow, by.person, command.progress_id)
    if said.kind != FITS[command.decision].value:
        raise BadInputError("button-old")
    if command.decision in NEEDS_WORDS and not (command.note or "").strip():
        raise BadInputError("progress-words-needed")
    if said.decision is not None:
        return before(said, by.person)
    values = _effect(record, said, command.decision, by.now)
    if values is None:
        return {"decided": False, "decision": None, "mine": False, "at": None}
    if not uow.occurrences.decide(said.id, command.decision.value, command.note, by.person.id, by.now):
        return before(uow.occurrences.progress(said.id) or said, by.person)
    if values and not uow.occurrences.change(record.id, expected_state=record.state, **values):
        # Undone with the transaction, and done again with what holds then.
        raise RuntimeError(f"{record.code} moved under a decision")
    _note(uow, record, said, command, by)
    _tell_unit(uow, record, said, command, by)
    return {"decided": True, "decision": command.decision.value, "mine": True, "at": by.now.isoformat()}


def access_said_for(
    uow: UnitOfWork, person: Person, progress_id: int
) -> tuple[ProgressRecord, OccurrenceRecord]:
    """Return what a unit said and of what, for one who coordinates.

    Raises NotAllowedError `not-allowed` for others and `review-unknown` where there is no such thing.
    """
    if not person.has_role("coordinator", "admin"):
        raise NotAllowedError("not-allowed")
    said = uow.occurrences.progress(progress_id)
    if said is None:
        raise NotAllowedError("review-unknown")
    return said, uow.occurrences.get(said.occurrence_id)


def waiting(uow: UnitOfWork, person: Person) -> tuple[tuple[ProgressRecord, OccurrenceRecord], ...]:
    """Return what waits for a decision, oldest first; raises NotAllowedError for who does not coordinate."""
    if not person.has_role("coordinator", "admin"):
        raise NotAllowedError("not-allowed")
    said = uow.occurrences.undecided(kind.value for kind in WAITING_KINDS)
    found = ((p, uow.occurrences.get(p.occurrence_id)) for p in said)
    return tuple((p, record) for p, record in found if _is_alive(record, p))


def _is_alive(record: OccurrenceRecord, said: ProgressRecord) -> bool:
    state = OccurrenceState(record.state)
    if said.kind == ProgressKind.DONE.value:
        return state is OccurrenceState.SUBMITTED
    return state in OPEN_STATES


def before(said: ProgressRecord, person: Person) -> dict[str, Any]:
    """Return how it was decided before, in the shape `decide` returns."""
    return {
        "decided": False,
        "decision": said.decision,
        "mine": said.decided_by == person.id,
        "at": said.decided_at.isoformat() if said.decided_at else None,
    }


def _effect(
    record: OccurrenceRecord, said: ProgressRecord, decision: Decision, now: datetime
) -> dict[str, Any] | None:
    """Return the columns a decision sets ({} for none), None where the occurrence does not bear it any more."""
    state = OccurrenceState(record.state)
    if decision in (Decision.ACCEPTED, Decision.RETURNED):
        accepts = decision is Decision.ACCEPTED
        moved = apply(state, ProgressKind.ACCEPT if accepts else ProgressKind.RETURN_)
        if not moved.allowed:
            return None
        values: dict[str, Any] = {"state": moved.new_state.value, "next_at": None if accepts else now}
        return values if accepts else {**values, "promised_on": None}
    if state not in OPEN_STATES:
        return None
    if decision is Decision.GRANTED:
        later = record.due_on is not None and said.wanted_on is not None and said.wanted_on > record.due_on
        return {"due_on": said.wanted_on if later else record.due_on, "snoozed_until": None, "next_at": now}
    return {"next_at": now}


def _note(
    uow: UnitOfWork, record: OccurrenceRecord, said: ProgressRecord, command: Decide, by: Acting
) -> None:
    detail: dict[str, Any] = {"progress": said.id, "from": record.state}
    if command.decision is Decision.GRANTED:
        old, new = record.due_on, uow.occurrences.get(record.id).due_on
        detail |= {"due_was": old.isoformat() if old else None, "due_is": new.isoformat() if new else None}
        progress.drop_reminders(uow, record, by.now, moved=True)
    uow.audit.add(
        f"progress_{command.decision.value}",
        f"occurrence:{record.code}",
        person_id=by.person.id,
        now=by.now,
        detail=detail,
    )
    progress.drop_notices_about(uow, progress.coordinators(uow), said.id, by.now)


def _tell_unit(
    uow: UnitOfWork, record: OccurrenceRecord, said: ProgressRecord, command: Decide, by: Acting
) -> None:
    """Tell the one who said it, if still an officer of the unit and reachable, else the first who is."""
    known = progress.officers(uow, record.unit_id)
    first = (said.person_id,) if said.person_id in known else ()
    in_line = tuple(dict.fromkeys((*first, *known)))
    told = uow.ways.reach_all(in_line, Topic.DECISION, by.now) or uow.ways.best(
        in_line, Topic.DECISION, by.now
    )
    person = next((one for one in in_line if one in told), None)
    if person is None:
        return
    now_is, decision = uow.occurrences.get(record.id), command.decision.value
    office = progress.office_name(uow, by)
    outgoing.notify(
        uow,
        person,
        progress_notices.to_unit(now_is, decision, command.note, office),
        by.now,
        dedup_key=f"decision:{said.id}:{person}",
        about={
            "kind": "decision",
            "decision": said.id,
            **progress_notices.for_template(now_is, decision),
        },
    )
