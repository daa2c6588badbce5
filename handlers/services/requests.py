"""A report asked for out of turn: a row of its own with its own due day, owed by the units it was asked of.

It is kept as a plan of one row in a state of its own, so that reminders, answers, reviews and escalation are those of
any other duty.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from domain.calendar import local
from domain.errors import BadInputError, NotAllowedError
from domain.occurrence import OPEN_STATES, OccurrenceState, Period
from domain.reminder import deliver_at
from domain.terms import default_terms
from handlers import outgoing
from handlers.acting import Acting
from handlers.progress_notices import answer_to
from handlers.services import access, plan_codes, plan_entering, plans, progress
from messages.envelope import Say
from storage.records import OccurrenceRecord, Person, PlanRecord
from storage.unit_of_work import UnitOfWork

REQUEST = "request"
WITHDRAWN = "request_withdrawn"
STATES = (REQUEST, WITHDRAWN)
LONGEST_SUBJECT = 300
ANSWERED = frozenset({OccurrenceState.SUBMITTED, OccurrenceState.ACCEPTED})


@dataclass(frozen=True, slots=True)
class Send:
    """Ask units (by id) for a report about `subject`; `due_on` is the last day that is in time."""

    subject: str
    units: tuple[int, ...]
    due_on: date


@dataclass(frozen=True, slots=True)
class Standing:
    """How a request stands: what was answered, and what is still owed, in registry order."""

    plan: PlanRecord
    answered: tuple[OccurrenceRecord, ...]
    owing: tuple[OccurrenceRecord, ...]

    @property
    def due_on(self) -> date | None:
        """The day it was asked for; extensions of single units are their own."""
        days = [r.due_on for r in (*self.owing, *self.answered) if r.due_on is not None]
        return min(days, default=None)


def send(uow: UnitOfWork, command: Send, by: Acting) -> dict[str, Any]:
    """Enter the duty of each unit and tell it; returns {"code", "units": count, "unreachable": names}.

    Raises NotAllowedError `not-allowed` for who does not coordinate, BadInputError `request-subject-needed`,
    `request-units-needed`, `request-due-past` or `request-due-far`.
    """
    plans.coordinating(by)
    _check(command, local(by.now).date())
    code = plan_codes.request_code(by.around.token, by.now, lambda c: uow.plans.by_code(c) is not None)
    plan_id = uow.plans.add(
        code=code,
        title=command.subject,
        number=None,
        reading={},
        attachment_id=None,
        check_in="yearly",
        created_by=by.person.id,
        now=by.now,
    )
    uow.plans.change(plan_id, state=REQUEST, approved_by=by.person.id, approved_at=by.now)
    task = uow.plans.add_task(
        plan_id=plan_id,
        ref=code,
        kind=REQUEST,
        position=0,
        text=command.subject,
        deadline={"kind": "one_off", "date": command.due_on.isoformat(), "op": "by"},
        deadline_text=None,
        product=None,
        by_mandate=False,
        lines=[],
    )
    uow.plans.add_assignments([(task, unit, "lead") for unit in command.units])
    period = Period(command.due_on.isoformat(), local(by.now).date(), command.due_on, command.due_on)
    pairs = [(assignment, period) for assignment, *_ in uow.plans.assignments_of(plan_id)]
    plan_entering.add_occurrences(uow, by.around, pairs, by.now)
    unreachable = _tell(uow, uow.occurrences.of_plan(plan_id), "request-notice", by)
    uow.audit.add(
        "request_sent",
        f"plan:{code}",
        person_id=by.person.id,
        now=by.now,
        detail={"units": len(command.units), "due": command.due_on.isoformat()},
    )
    return {"code": code, "units": len(command.units), "unreachable": list(unreachable)}


def _check(command: Send, today: date) -> None:
    if not command.subject.strip():
        raise BadInputError("request-subject-needed")
    if not command.units:
        raise BadInputError("request-units-needed")
    if (trouble := due_problem(command.due_on, today)) is not None:
        raise BadInputError(trouble)


def due_problem(due_on: date, today: date) -> str | None:
    """Return the key of why an answer cannot be asked for by that day, None where it can."""
    if due_on < today:
        return "request-due-past"
    longest = timedelta(days=default_terms().request_longest_days)
    return "request-due-far" if due_on > today + longest else None


def access_request_for(uow: UnitOfWork, person: Person, code: str) -> PlanRecord:
    """Return the request, for who oversees all units; raises NotAllowedError `request-unknown`."""
    found = uow.plans.by_code(code)
    if found is None or found.state not in STATES or not person.has_role(*access.OVERSEERS):
        raise NotAllowedError("request-unknown", code=code)
    return found


def standing(uow: UnitOfWork, plan: PlanRecord) -> Standing:
    """Return who has answered and who has not; what was taken back is in neither."""
    records = uow.occurrences.of_plan(plan.id)
    return Standing(
        plan,
        tuple(r for r in records if OccurrenceState(r.state) in ANSWERED),
        tuple(r for r in records if OccurrenceState(r.state) in OPEN_STATES),
    )


def latest(uow: UnitOfWork, person: Person, limit: int) -> tuple[PlanRecord, ...]:
    """Return the requests made last, newest first; raises NotAllowedError `not-allowed` for who oversees nothing."""
    if not person.has_role(*access.OVERSEERS):
        raise NotAllowedError("not-allowed")
    return tuple(reversed(uow.plans.in_state(REQUEST)))[:limit]


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take a request back: who has not answered owes it no more."""

    code: str


def withdraw(uow: UnitOfWork, command: Withdraw, by: Acting) -> dict[str, Any]:
    """Close what is still owed and tell those units; returns {"units": count}, 0 where it was taken back before."""
    plans.coordinating(by)
    plan = access_request_for(uow, by.person, command.code)
    owing = standing(uow, plan).owing
    if plan.state == WITHDRAWN:
        return {"units": 0}
    uow.plans.change(plan.id, state=WITHDRAWN)
    for record in owing:
        uow.occurrences.change(record.id, state=OccurrenceState.CANCELLED.value, next_at=None)
        progress.withdraw_what_waits(uow, record, by)
    _tell(uow, owing, "request-withdrawn-notice", by)
    uow.audit.add(
        "request_withdrawn",
        f"plan:{plan.code}",
        person_id=by.person.id,
        now=by.now,
        detail={"units": len(owing)},
    )
    return {"units": len(owing)}


def _tell(uow: UnitOfWork, records: Sequence[OccurrenceRecord], key: str, by: Acting) -> tuple[str, ...]:
    """Tell the first officer of each unit who can be told; returns the names of units nobody hears for."""
    office, asks = progress.office_name(uow, by), key == "request-notice"
    deaf = []
    for record in records:
        by_person, _ = plan_entering.hearers(uow, [record.unit_id], by.now)
        if not by_person:
            deaf.append(record.unit_name)
        for person in by_person:
            params = {
                "office": office,
                "subject": record.task_text,
                "due": record.due_on or "",
                "unit": record.unit_name,
            }
            outgoing.notify(
                uow,
                person,
                Say(key, params, options=answer_to(record) if asks else ()),
                by.now,
                dedup_key=f"{key}:{record.code}:{person}",
                not_before=deliver_at(by.now, by.around.policy, by.around.calendar),
                about={"kind": "request", "occurrences": [record.code]} if asks else {"kind": "request"},
            )
    return tuple(deaf)
