"""What a unit says about its duties: done, under way, in difficulty, asks for more time.

Whoever is first is kept: a second answer to something settled changes nothing and hears who was first.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from domain.calendar import local
from domain.errors import BadInputError, NotAllowedError
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.progress import ProgressKind, apply, percent_problem
from handlers import outgoing, progress_notices
from handlers.acting import Acting
from handlers.duty_words import LAW, rule_of
from handlers.services import access, statutory
from storage.records import OccurrenceRecord, Person, ProgressRecord
from storage.unit_of_work import UnitOfWork

BY_UNIT = (ProgressKind.DONE, ProgressKind.UNDER_WAY, ProgressKind.DIFFICULTY, ProgressKind.MORE_TIME)
LONGEST_EXTENSION = timedelta(days=366)
WITHDRAWN, NOTED = "withdrawn", "noted"


@dataclass(frozen=True, slots=True)
class Report:
    """One answer about one or (under way only) several occurrences, named by their codes."""

    codes: tuple[str, ...]
    kind: ProgressKind
    percent: int | None = None
    promised_on: date | None = None
    document_no: str | None = None
    attachment: int | None = None
    note: str | None = None
    wanted_on: date | None = None
    done_on: date | None = None  # of what is done at intervals: the day it was done
    zero: bool = False  # figures with nothing to count: there is no document to name


def report(uow: UnitOfWork, command: Report, by: Acting) -> dict[str, Any]:
    """Keep what an officer says of the unit's own duties.

    Returns {"kept": {code: progress id}, "taken": {code: what `taken` says}}: the second are settled, or
    asked, already and are left as they are. Raises NotAllowedError `task-unknown` or `progress-not-own`, and
    BadInputError `progress-percent-form`, `progress-product-needed`, `progress-words-needed`,
    `progress-no-due`, `progress-date-not-later` or `progress-date-too-far`.
    """
    found = [access_own(uow, by.person, code) for code in command.codes]
    for record in found:
        _check(record, command)
    kept: dict[str, int] = {}
    taken_already: dict[str, dict[str, Any]] = {}
    for record in found:
        progress_id = _keep(uow, record, command, by)
        if progress_id is None:
            taken_already[record.code] = taken(uow, uow.occurrences.get(record.id), command.kind, by.person)
        else:
            kept[record.code] = progress_id
    return {"kept": kept, "taken": taken_already}


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


def waiting_request(uow: UnitOfWork, occurrence_id: int) -> ProgressRecord | None:
    """Return the request for more time that waits for a decision, if there is one."""
    said = uow.occurrences.progress_of(occurrence_id)
    waits = [p for p in said if p.kind == ProgressKind.MORE_TIME.value and p.decision is None]
    return waits[-1] if waits else None


def taken(
    uow: UnitOfWork, record: OccurrenceRecord, kind: ProgressKind | None, person: Person
) -> dict[str, Any]:
    """Return how it is settled: {"state", "role", "mine", "at"}, the last three None where nobody said so.

    `role` is what the one who was first is in the unit, never the name; `at` is ISO. With `kind` more_time
    and an open occurrence it speaks of the request that waits.
    """
    said = [p for p in uow.occurrences.progress_of(record.id) if p.kind == ProgressKind.DONE.value]
    state = record.state
    if kind is ProgressKind.MORE_TIME and OccurrenceState(state) in OPEN_STATES:
        asked = waiting_request(uow, record.id)
        said, state = ([asked] if asked else []), "asked"
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


def _check(record: OccurrenceRecord, command: Report) -> None:
    """Refuse what could not be kept for any state of the occurrence."""
    kind = command.kind
    if kind not in BY_UNIT or (len(command.codes) > 1 and kind is not ProgressKind.UNDER_WAY):
        raise BadInputError("button-old")
    if percent_problem(kind, command.percent) is not None:
        raise BadInputError("progress-percent-form")
    rule = rule_of(record)
    if rule is not None and kind is ProgressKind.MORE_TIME:
        raise BadInputError("progress-law-no-more-time")
    says_none = command.zero and rule is not None and rule.zero
    if kind is ProgressKind.DONE and not command.document_no and command.attachment is None and not says_none:
        raise BadInputError("progress-product-needed")
    if kind in (ProgressKind.DIFFICULTY, ProgressKind.MORE_TIME) and not (command.note or "").strip():
        raise BadInputError("progress-words-needed")
    if kind is ProgressKind.MORE_TIME and (trouble := date_problem(record, command.wanted_on)) is not None:
        raise BadInputError(trouble)


def date_problem(record: OccurrenceRecord, wanted_on: date | None) -> str | None:
    """Return the key of why the due day cannot be moved to `wanted_on`, None where it can be asked."""
    if record.due_on is None:
        return "progress-no-due"
    if wanted_on is None or wanted_on <= record.due_on:
        return "progress-date-not-later"
    return "progress-date-too-far" if wanted_on > record.due_on + LONGEST_EXTENSION else None


def _keep(uow: UnitOfWork, record: OccurrenceRecord, command: Report, by: Acting) -> int | None:
    """Change the state and write down what was said; None where somebody was first."""
    kind = command.kind
    state = OccurrenceState(record.state)
    moved = apply(state, kind, percent=command.percent)
    if not moved.allowed:
        return None
    if kind is ProgressKind.MORE_TIME and waiting_request(uow, record.id) is not None:
        return None
    settled = moved.new_state not in OPEN_STATES
    values: dict[str, Any] = {"state": moved.new_state.value, "next_at": None if settled else by.now}
    if kind is ProgressKind.UNDER_WAY:
        values |= {"promised_on": command.promised_on, "snoozed_until": None}
        values |= {} if command.percent is None else {"percent": command.percent}
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
        _settle(uow, record, progress_id, by)
        statutory.settled(uow, record, command.done_on or local(by.now).date())
    _tell_coordinators(uow, record, progress_id, by)
    return progress_id


def _settle(uow: UnitOfWork, record: OccurrenceRecord, progress_id: int, by: Acting) -> None:
    """Take back what submitting makes needless: reminders not sent yet, requests and difficulties not answered."""
    drop_reminders(uow, record, by.now)
    for said in uow.occurrences.progress_of(record.id):
        waits = said.kind in (ProgressKind.MORE_TIME.value, ProgressKind.DIFFICULTY.value)
        if said.id != progress_id and waits and said.decision is None:
            uow.occurrences.decide(said.id, WITHDRAWN, None, by.person.id, by.now)
            drop_notices_about(uow, coordinators(uow), said.id, by.now)


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
    if said is None or said.kind == ProgressKind.UNDER_WAY.value:
        return
    if record.task_kind == LAW and said.kind == ProgressKind.DONE.value:
        # Thousands hand in the same figures: the office asks for who has not, and decides on none of them.
        uow.occurrences.decide(said.id, NOTED, None, by.person.id, by.now)
        return
    for person in coordinators(uow):
        outgoing.notify(
            uow,
            person,
            progress_notices.to_coordinator(record, said),
            by.now,
            dedup_key=f"progress:{progress_id}:{person}",
            about={"kind": "progress", "progress": progress_id},
        )
