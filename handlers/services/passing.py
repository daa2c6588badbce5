"""Passing a case on: whoever has it offers it to another officer, and keeps it until that one says yes.

So no case is without an owner while two people are polite to one another.
"""

from dataclasses import dataclass
from datetime import datetime

from domain.accident import ENDED, CaseState
from domain.errors import BadInputError, ConflictError, NotAllowedError
from domain.ways import Topic
from handlers import outgoing
from handlers.acting import Acting
from handlers.services import access, accidents, alerts, chains, communes
from messages.envelope import Option, Say, Text
from storage.records import AccidentRecord, PassingRecord
from storage.unit_of_work import UnitOfWork

MOST_OFFERED = 6
YES, NO, LAPSED = "yes", "no", "lapsed"


@dataclass(frozen=True, slots=True)
class Receiver:
    """An officer a case may be passed to, by level and unit."""

    person_id: int
    level: str
    unit: str


def receivers(
    uow: UnitOfWork, case: AccidentRecord, by: Acting, unit_id: int | None = None
) -> tuple[Receiver, ...]:
    """Return who may get the case, in the order of the line: those of its place and the office, or of `unit_id`."""
    whole = unit_id is None
    line = chains.stages(uow, case.unit_id, by.now) if whole else chains.of_commune(uow, unit_id, by.now)
    people = [one for stage in line for one in stage if one[1] != chains.LEADER]
    fit = [one for one in dict(people).items() if one[0] not in (by.person.id, case.reporter_id)]
    reached = uow.ways.reach_all([person for person, _ in fit], Topic.ALARM, by.now)
    return tuple(
        Receiver(person, level, _unit_of(uow, person, level, by))
        for person, level in fit
        if person in reached
    )[:MOST_OFFERED]


@dataclass(frozen=True, slots=True)
class Offer:
    """The officer who has a case offers it to another; `unit` is the commune it moves to, None where it stays."""

    code: str
    to_person: int
    unit: int | None = None


def offer(uow: UnitOfWork, command: Offer, by: Acting) -> Receiver:
    """Ask the other officer, and return who was asked; the case stays where it is meanwhile.

    Raises NotAllowedError for anybody but its owner and for a receiver who may not get it, BadInputError where it
    has ended, ConflictError `passing-waits` where another was asked already.
    """
    case = owned(uow, command.code, by)
    known = receivers(uow, case, by, command.unit)
    found = next((one for one in known if one.person_id == command.to_person), None)
    if found is None:
        raise NotAllowedError("not-allowed")
    if uow.passings.waiting_for(case.id) is not None:
        raise ConflictError("passing-waits", code=case.code)
    ends = by.now + by.around.desk.passing_answer_within
    number = uow.passings.add(case.id, by.person.id, found.person_id, by.now, ends)
    options = (
        Option(f"passing:yes:{number}", Text("passing-yes")),
        Option(f"passing:no:{number}", Text("passing-no")),
    )
    place = alerts.place_for_push(uow, case)
    say = Say("passing-push", {"code": case.code, "place": place}, options=options, urgent=True)
    about = alerts.about(uow, case, by.now)
    outgoing.notify(uow, found.person_id, say, by.now, dedup_key=f"passing:{number}", about=about)
    uow.audit.add("case_offered", f"case:{case.code}", person_id=by.person.id, now=by.now)
    return found


def answer(uow: UnitOfWork, passing_id: int, by: Acting, *, yes: bool) -> AccidentRecord:
    """Take the case offered, or leave it with its owner; both hear, and the reporter of a new owner.

    Raises NotAllowedError for one it was not offered to, BadInputError `passing-over` where it was answered, took too
    long, or is nobody's to give any more.
    """
    found = uow.passings.find(passing_id)
    if found is None or found.to_id != by.person.id:
        raise NotAllowedError("not-allowed")
    case = uow.accidents.get(found.accident_id)
    if found.answer is not None or case.acknowledged_by != found.from_id or _is_over(case):
        raise BadInputError("passing-over", code=case.code)
    uow.passings.answer(found.id, YES if yes else NO, by.now)
    if yes:
        _move(uow, case, found, by)
    uow.audit.add(
        "case_passed_yes" if yes else "case_passed_no",
        f"case:{case.code}",
        person_id=by.person.id,
        now=by.now,
    )
    key = "passing-taken" if yes else "passing-refused"
    _tell(uow, case, found.from_id, Say(key, {"code": case.code}), f"{found.id}:answer", by.now)
    return case


def lapse(uow: UnitOfWork, now: datetime) -> int:
    """End the offers nobody answered in time: the case stays with its owner, who hears; returns how many."""
    due = uow.passings.due(now)
    for found in due:
        uow.passings.answer(found.id, LAPSED, now)
        case = uow.accidents.get(found.accident_id)
        uow.audit.add("case_passing_lapsed", f"case:{case.code}", person_id=None, now=now)
        if case.acknowledged_by == found.from_id and not _is_over(case):
            say = Say("passing-lapsed", {"code": case.code})
            _tell(uow, case, found.from_id, say, f"{found.id}:lapsed", now)
    return len(due)


def owned(uow: UnitOfWork, code: str, by: Acting) -> AccidentRecord:
    """Return a case the acting officer has; raises NotAllowedError or BadInputError otherwise."""
    case = access.access_case_for(uow, by.person, code)
    if case.acknowledged_by != by.person.id or not access.is_officer_on(uow, by.person, case):
        raise NotAllowedError("not-allowed")
    if _is_over(case):
        raise BadInputError("case-change-reopen-first", code=case.code)
    return case


def _move(uow: UnitOfWork, case: AccidentRecord, found: PassingRecord, by: Acting) -> None:
    """Make the receiver the owner; a receiver of another commune takes the case there."""
    uow.accidents.add_alert(case.id, by.person.id, "passed", by.now)
    uow.accidents.change(case.id, acknowledged_by=by.person.id)
    case = uow.accidents.get(case.id)
    if not access.is_officer_on(uow, by.person, case):
        here = (uow.units.get(unit) for unit in by.person.units(*access.OFFICERS))
        commune = next((unit for unit in here if unit.kind == communes.COMMUNE), None)
        if commune is None:
            raise NotAllowedError("not-allowed")
        uow.accidents.change(case.id, unit_id=commune.id)
        case = uow.accidents.get(case.id)
    unit = _unit_of(uow, by.person.id, "", by)
    say = Say("passing-told-reporter", {"code": case.code, "unit": unit})
    accidents.tell_reporter(uow, case, say, by, f"passed:{found.id}")


def _unit_of(uow: UnitOfWork, person_id: int, level: str, by: Acting) -> str:
    person = uow.people.get(person_id)
    held = person.units(level) or person.units(*access.OFFICERS)
    return communes.in_sentence(uow.units.get(held[0])) if held else by.around.office


def _tell(uow: UnitOfWork, case: AccidentRecord, person_id: int, say: Say, why: str, now: datetime) -> None:
    outgoing.notify(uow, person_id, say, now, dedup_key=f"passing:{why}", about=outgoing.of_case(case.code))


def _is_over(case: AccidentRecord) -> bool:
    return CaseState(case.state) in ENDED
