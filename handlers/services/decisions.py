"""What a coordinator decides on what units said: accept or return, grant or refuse, answer."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from domain.calendar import local
from domain.errors import BadInputError, NotAllowedError
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.progress import ProgressKind, apply
from domain.terms import ask_returned_on, default_terms
from domain.ways import Topic
from handlers import outgoing, progress_notices
from handlers.acting import Acting
from handlers.services import extensions, handovers, needs, progress
from storage.records import OccurrenceRecord, Person, ProgressRecord
from storage.unit_of_work import UnitOfWork


class Decision(StrEnum):
    """What may be decided."""

    ACCEPTED = "accepted"
    RETURNED = "returned"
    GRANTED = "granted"
    REFUSED = "refused"
    ANSWERED = "answered"
    HANDED_OVER = "handed_over"
    STAYS = "stays"


FITS = {
    Decision.ACCEPTED: ProgressKind.DONE,
    Decision.RETURNED: ProgressKind.DONE,
    Decision.GRANTED: ProgressKind.MORE_TIME,
    Decision.REFUSED: ProgressKind.MORE_TIME,
    Decision.ANSWERED: ProgressKind.DIFFICULTY,
    Decision.HANDED_OVER: ProgressKind.NOT_OURS,
    Decision.STAYS: ProgressKind.NOT_OURS,
}
NEEDS_WORDS = frozenset({Decision.RETURNED, Decision.REFUSED, Decision.ANSWERED, Decision.STAYS})
WAITING_KINDS = (
    ProgressKind.DONE,
    ProgressKind.DIFFICULTY,
    ProgressKind.MORE_TIME,
    ProgressKind.NOT_OURS,
)


@dataclass(frozen=True, slots=True)
class Decide:
    """Decide on one thing a unit said; `note` is the reason or the answer, `unit` who takes what is handed over."""

    progress_id: int
    decision: Decision
    note: str | None = None
    unit: int | None = None


def decide(uow: UnitOfWork, command: Decide, by: Acting) -> dict[str, Any]:
    """Decide once, tell the unit, and return {"decided": bool, "decision", "mine", "at"}.

    `decided` is False where it was decided before: then the rest tells how (at: ISO), nothing is changed,
    and a decision of None means that the duty itself is gone. Who may is said by `access_said_for`; raises
    NotAllowedError `not-allowed`, `review-unknown` or `review-needs-leader`, BadInputError `button-old`,
    `progress-words-needed` or `progress-receiver-self`.
    """
    said, record = access_said_for(uow, by.person, command.progress_id)
    _check(said, record, command)
    if said.decision is not None:
        return before(said, by.person)
    if command.decision is Decision.GRANTED and not extensions.may_grant(uow, by.person, record, said):
        raise NotAllowedError("review-needs-leader", unit=record.unit_name)
    values = _effect(record, said, command.decision, by)
    if values is None:
        return {"decided": False, "decision": None, "mine": False, "at": None}
    if not uow.occurrences.decide(said.id, command.decision.value, command.note, by.person.id, by.now):
        return before(uow.occurrences.progress(said.id) or said, by.person)
    if values and not uow.occurrences.change(record.id, expected_state=record.state, **values):
        # Undone with the transaction, and done again with what holds then.
        raise RuntimeError(f"{record.code} moved under a decision")
    if command.decision is Decision.HANDED_OVER and command.unit is not None:
        handovers.hand_over(uow, record, said, command.unit, by)
    else:
        _note(uow, record, said, command, by)
        _tell_unit(uow, record, said, command, by)
    if command.decision is Decision.ACCEPTED:
        needs.tell_ready(uow, record, by)
    _tell_office(uow, record, said, command, by)
    return {"decided": True, "decision": command.decision.value, "mine": True, "at": by.now.isoformat()}


def _check(said: ProgressRecord, record: OccurrenceRecord, command: Decide) -> None:
    """Refuse what does not fit what was said, or lacks its reason or its receiver."""
    if said.kind != FITS[command.decision].value:
        raise BadInputError("button-old")
    if command.decision in NEEDS_WORDS and not (command.note or "").strip():
        raise BadInputError("progress-words-needed")
    if command.decision is Decision.HANDED_OVER and command.unit in (None, record.unit_id):
        raise BadInputError("progress-receiver-self" if command.unit else "button-old")


def access_said_for(
    uow: UnitOfWork, person: Person, progress_id: int
) -> tuple[ProgressRecord, OccurrenceRecord]:
    """Return what a unit said and of what, for one who coordinates, or a leader before whom it was laid.

    Raises NotAllowedError `not-allowed` for others and `review-unknown` where there is no such thing.
    """
    if not person.has_role("coordinator", "admin", "leader"):
        raise NotAllowedError("not-allowed")
    said = uow.occurrences.progress(progress_id)
    laid = said is not None and said.forwarded_at is not None
    if not laid and not person.has_role("coordinator", "admin"):
        raise NotAllowedError("not-allowed")
    if said is None:
        raise NotAllowedError("review-unknown")
    return said, uow.occurrences.get(said.occurrence_id)


def waiting(uow: UnitOfWork, person: Person) -> tuple[tuple[ProgressRecord, OccurrenceRecord], ...]:
    """Return what waits for this person's decision, oldest first; of a leader what was laid before them.

    Raises NotAllowedError `not-allowed` for who decides nothing.
    """
    if not person.has_role("coordinator", "admin", "leader"):
        raise NotAllowedError("not-allowed")
    said = uow.occurrences.undecided(kind.value for kind in WAITING_KINDS)
    if not person.has_role("coordinator", "admin"):
        said = tuple(p for p in said if p.forwarded_at is not None)
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
    record: OccurrenceRecord, said: ProgressRecord, decision: Decision, by: Acting
) -> dict[str, Any] | None:
    """Return the columns a decision sets ({} for none), None where the occurrence does not bear it any more."""
    now = by.now
    state = OccurrenceState(record.state)
    if decision in (Decision.ACCEPTED, Decision.RETURNED):
        accepts = decision is Decision.ACCEPTED
        moved = apply(state, ProgressKind.ACCEPT if accepts else ProgressKind.RETURN_)
        if not moved.allowed:
            return None
        values: dict[str, Any] = {"state": moved.new_state.value, "next_at": None if accepts else now}
        ask_on = ask_returned_on(record.due_on, local(by.now).date(), by.around.calendar, default_terms())
        return values if accepts else {**values, "promised_on": None, "snoozed_until": ask_on}
    if state not in OPEN_STATES:
        return None
    if decision is Decision.HANDED_OVER:
        return {}
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
    progress.drop_notices_about(uow, progress.concerned(uow, said), said.id, by.now)


def _tell_office(
    uow: UnitOfWork, record: OccurrenceRecord, said: ProgressRecord, command: Decide, by: Acting
) -> None:
    """Tell the coordinators what the leader decided of what they had laid before them."""
    if said.forwarded_at is None or by.person.has_role("coordinator", "admin"):
        return
    for person in progress.coordinators(uow):
        outgoing.notify(
            uow,
            person,
            progress_notices.leader_decided(record, command.decision.value, command.note),
            by.now,
            dedup_key=f"leader:{said.id}:{person}",
            about={"kind": "decision", "decision": said.id},
        )


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
