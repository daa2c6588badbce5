"""What a unit says about its duties: done, under way, in difficulty, more time, not ours, tomorrow.

Whoever is first is kept: a second answer to something settled changes nothing and hears who was first.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from domain.calendar import local
from domain.errors import BadInputError, NotAllowedError
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.progress import ProgressKind, apply
from handlers import outgoing, progress_notices
from handlers.acting import Acting
from handlers.duty_words import LAW
from handlers.services import access, statutory
from handlers.services.progress_report import ASKS_ONCE, Report, check, later_problem
from storage.records import OccurrenceRecord, Person, ProgressRecord
from storage.unit_of_work import UnitOfWork

WITHDRAWN, NOTED = "withdrawn", "noted"
_WITHDRAWN_WITH_IT = {
    ProgressKind.MORE_TIME.value,
    ProgressKind.DIFFICULTY.value,
    ProgressKind.NOT_OURS.value,
}
_ASKED = {ProgressKind.MORE_TIME: "asked", ProgressKind.NOT_OURS: "doubted"}


def report(uow: UnitOfWork, command: Report, by: Acting) -> dict[str, Any]:
    """Keep what an officer says of the unit's own duties.

    Returns {"kept": {code: progress id}, "taken": {code: what `taken` says}}: the second are settled, or
    asked, already and are left as they are. Raises NotAllowedError `task-unknown` or `progress-not-own`, and
    BadInputError `progress-percent-form`, `progress-product-needed`, `progress-figure-form`,
    `progress-words-needed`, `progress-no-due`, `progress-date-not-later`, `progress-date-too-far`,
    `progress-receiver-self`, or what `later_problem` says.
    """
    found = [access_own(uow, by.person, code) for code in command.codes]
    for record in found:
        check(record, command)
        if command.kind is ProgressKind.LATER and (trouble := put_off_problem(uow, record, command, by)):
            raise BadInputError(trouble)
    kept: dict[str, int] = {}
    taken_already: dict[str, dict[str, Any]] = {}
    for record in found:
        progress_id = _keep(uow, record, command, by)
        if progress_id is None:
            taken_already[record.code] = taken(uow, uow.occurrences.get(record.id), command.kind, by.person)
        else:
            kept[record.code] = progress_id
    return {"kept": kept, "taken": taken_already}


def put_off_problem(uow: UnitOfWork, record: OccurrenceRecord, command: Report, by: Acting) -> str | None:
    """Return the key of why the reminder of a duty cannot be put off as asked, None where it can."""
    said = uow.occurrences.progress_of(record.id)
    return later_problem(record, said, command.wanted_on, local(by.now).date(), by.around.calendar)


def access_own(uow: UnitOfWork, person: Person, code: str) -> OccurrenceRecord:
    """Return an occurrence the person may answer for, being an officer of the unit that owes it.

    Raises NotAllowedError `task-unknown` outside the person's remit, `progress-not-own` inside it, BadInputError
    `button-old` for what the law asks in a case (`case_duty_done` takes that).
    """
    record = access.access_occurrence_for(uow, person, code)
    if record.case is not None:
        raise BadInputError("button-old")
    if record.unit_id not in own_units(person):
        raise NotAllowedError("progress-not-own", unit=record.unit_name)
    return record


def own_units(person: Person) -> tuple[int, ...]:
    """Return the ids of the units the person answers for."""
    return access.answers_for(person)


def open_for(uow: UnitOfWork, person: Person, now: datetime) -> tuple[OccurrenceRecord, ...]:
    """Return what the person's own units still owe by a plan and has opened: dated first, by due day."""
    found = uow.occurrences.of_units(own_units(person), OPEN_STATES, local(now).date())
    return tuple(record for record in found if record.case is None)


def waiting_request(
    uow: UnitOfWork, occurrence_id: int, kind: ProgressKind = ProgressKind.MORE_TIME
) -> ProgressRecord | None:
    """Return the request (for more time, or to be rid of it) that waits for a decision, if there is one."""
    said = uow.occurrences.progress_of(occurrence_id)
    waits = [p for p in said if p.kind == kind.value and p.decision is None]
    return waits[-1] if waits else None


def taken(
    uow: UnitOfWork, record: OccurrenceRecord, kind: ProgressKind | None, person: Person
) -> dict[str, Any]:
    """Return how it is settled: {"state", "role", "mine", "at"}, the last three None where nobody said so.

    `role` is what the one who was first is in the unit, never the name; `at` is ISO. With `kind` more_time or
    not_ours and an open occurrence it speaks of the request that waits.
    """
    said = [p for p in uow.occurrences.progress_of(record.id) if p.kind == ProgressKind.DONE.value]
    state = record.state
    if kind in ASKS_ONCE and OccurrenceState(state) in OPEN_STATES:
        asked = waiting_request(uow, record.id, kind)
        said, state = ([asked] if asked else []), _ASKED[kind]
    if not said:
        return {"state": state, "role": None, "mine": None, "at": None}
    last = said[-1]
    return {
        "state": state,
        "role": role_in(uow, last.person_id, record.unit_id),
        "mine": last.person_id == person.id,
        "at": last.at.isoformat(),
    }


def role_in(uow: UnitOfWork, person_id: int, unit_id: int) -> str:
    """Return what a person is in a unit; the focal point's role where they have left it."""
    roles = (m.role for m in uow.people.memberships_of(person_id) if m.unit_id == unit_id)
    return next(roles, "focal")


def _keep(uow: UnitOfWork, record: OccurrenceRecord, command: Report, by: Acting) -> int | None:
    """Change the state and write down what was said; None where somebody was first."""
    kind = command.kind
    state = OccurrenceState(record.state)
    moved = apply(state, kind, percent=command.percent)
    if not moved.allowed:
        return None
    if kind in ASKS_ONCE and waiting_request(uow, record.id, kind) is not None:
        return None
    settled = moved.new_state not in OPEN_STATES
    values: dict[str, Any] = {"state": moved.new_state.value, "next_at": None if settled else by.now}
    if kind is ProgressKind.UNDER_WAY:
        values |= {"promised_on": command.promised_on, "snoozed_until": None}
        values |= {} if command.percent is None else {"percent": command.percent}
    if kind is ProgressKind.LATER:
        values["snoozed_until"] = command.wanted_on
    if not uow.occurrences.change(record.id, expected_state=record.state, **values):
        return None
    progress_id = uow.occurrences.add_progress(
        occurrence_id=record.id,
        person_id=by.person.id,
        kind=kind.value,
        percent=command.percent,
        document_no=command.document_no,
        attachment_id=command.attachment,
        note=command.note,
        wanted_on=command.wanted_on or command.promised_on,
        due_was=record.due_on if kind is ProgressKind.MORE_TIME else None,
        receiver_id=command.receiver if kind is ProgressKind.NOT_OURS else None,
        figure=command.figure if kind is ProgressKind.DONE else None,
        at=by.now,
    )
    uow.audit.add(
        f"progress_{kind.value}",
        f"occurrence:{record.code}",
        person_id=by.person.id,
        now=by.now,
        detail={
            "from": record.state,
            "to": moved.new_state.value,
            "why": moved.reason,
            "progress": progress_id,
        },
    )
    if settled:
        withdraw_what_waits(uow, record, by, but=progress_id)
        statutory.settled(uow, record, command.done_on or local(by.now).date())
    _tell_coordinators(uow, record, progress_id, by)
    return progress_id


def withdraw_what_waits(
    uow: UnitOfWork, record: OccurrenceRecord, by: Acting, *, but: int | None = None
) -> None:
    """Take back what a settled duty makes needless: unsent reminders, and what waits for a decision (not `but`)."""
    drop_reminders(uow, record, by.now)
    for said in uow.occurrences.progress_of(record.id):
        if said.id != but and said.kind in _WITHDRAWN_WITH_IT and said.decision is None:
            uow.occurrences.decide(said.id, WITHDRAWN, None, by.person.id, by.now)
            drop_notices_about(uow, concerned(uow, said), said.id, by.now)


def concerned(uow: UnitOfWork, said: ProgressRecord) -> tuple[int, ...]:
    """Return who may have been asked about one thing said: coordinators, leaders, the unit that is to take it."""
    receivers = officers(uow, said.receiver_id) if said.receiver_id is not None else ()
    leaders = uow.people.holding("leader") if said.forwarded_at is not None else ()
    return (*coordinators(uow), *leaders, *receivers)


def coordinators(uow: UnitOfWork) -> tuple[int, ...]:
    """Return the ids of those who decide on what units say."""
    return uow.people.holding("coordinator")


def office_name(uow: UnitOfWork, by: Acting) -> str:
    """Return the name of the office that follows the plan."""
    unit = uow.units.coordinating()
    return by.around.office if unit is None else unit.name


def officers(uow: UnitOfWork, unit_id: int) -> tuple[int, ...]:
    """Return the ids of a unit's officers, focal points first."""
    return tuple(dict.fromkeys(p for role in access.OFFICERS for p in uow.people.holding(role, unit_id)))


def drop_reminders(uow: UnitOfWork, record: OccurrenceRecord, now: datetime, *, moved: bool = False) -> int:
    """Give up reminders not sent yet that name nothing still owed; returns how many.

    With `moved` the occurrence counts as settled though it is open: its due day is another now.
    """
    people = {*officers(uow, record.unit_id), *coordinators(uow), *uow.people.holding("leader")}
    dropped = 0
    for person in sorted(people):
        rows = uow.outbox.due_notices_of(person)
        stale = [
            row.id
            for row in rows
            if record.code in (codes := (row.about or {}).get("occurrences", []))
            and not any(_is_owed(uow, code, record, moved=moved) for code in codes)
        ]
        dropped += uow.outbox.drop(stale, "due_day_moved" if moved else "settled_meanwhile", now)
    return dropped


def drop_stale_reminders(
    uow: UnitOfWork, *, settled: Collection[str], moved: Collection[str], now: datetime
) -> None:
    """Give up reminders not sent yet in which every duty is settled or due on another day now, all at once."""
    touched = {*settled, *moved}
    waiting = [(row, (row.about or {}).get("occurrences", [])) for row in uow.outbox.due_notices()]
    waiting = [(row, codes) for row, codes in waiting if touched.intersection(codes)]
    states = uow.occurrences.states(code for _, codes in waiting for code in codes)
    owed = {code for code, state in states.items() if OccurrenceState(state) in OPEN_STATES} - set(moved)
    stale = [row.id for row, codes in waiting if not owed.intersection(codes)]
    uow.outbox.drop(stale, "plan_changed", now)


def _is_owed(uow: UnitOfWork, code: str, record: OccurrenceRecord, *, moved: bool) -> bool:
    if code == record.code and moved:
        return False
    found = uow.occurrences.by_code(code)
    return found is not None and OccurrenceState(found.state) in OPEN_STATES


def drop_notices_about(uow: UnitOfWork, people: Iterable[int], progress_id: int, now: datetime) -> None:
    """Give up notices not sent yet that ask for a decision already taken."""
    for person in people:
        rows: Sequence[Any] = uow.outbox.due_notices_of(person)
        stale = [row.id for row in rows if (row.about or {}).get("progress") == progress_id]
        uow.outbox.drop(stale, "decided_meanwhile", now)


def _tell_coordinators(uow: UnitOfWork, record: OccurrenceRecord, progress_id: int, by: Acting) -> None:
    said = uow.occurrences.progress(progress_id)
    if said is None or said.kind in (ProgressKind.UNDER_WAY.value, ProgressKind.LATER.value):
        return
    if record.task_kind == LAW and said.kind == ProgressKind.DONE.value:
        # Thousands hand in the same figures: the office asks for who has not, and decides on none of them.
        uow.occurrences.decide(said.id, NOTED, None, by.person.id, by.now)
        return
    receiver = uow.units.get(said.receiver_id).name if said.receiver_id is not None else None
    for person in coordinators(uow):
        outgoing.notify(
            uow,
            person,
            progress_notices.to_coordinator(record, said, receiver=receiver),
            by.now,
            dedup_key=f"progress:{progress_id}:{person}",
            about={"kind": "progress", "progress": progress_id},
        )
    if said.receiver_id is not None:
        first = next((p for p in officers(uow, said.receiver_id) if uow.ways.reach(p, None, by.now)), None)
        if first is not None:
            outgoing.notify(
                uow,
                first,
                progress_notices.to_receiver(record, said),
                by.now,
                dedup_key=f"takeover:{progress_id}:{first}",
                about={"kind": "progress", "progress": progress_id},
            )
