"""Who may see and do what. A record is reached through these doors only.

What may not be seen is answered like what does not exist, so that a code alone tells a stranger nothing.
"""

from domain.errors import NotAllowedError
from storage.records import AccidentRecord, OccurrenceRecord, Person, PlanRecord
from storage.unit_of_work import UnitOfWork

OVERSEERS = ("coordinator", "leader", "admin")
OFFICERS = ("focal", "deputy", "head")


def remit_of(uow: UnitOfWork, person: Person) -> tuple[int, ...] | None:
    """Return the ids of the units a person may look into, with all below them; None means every unit."""
    if person.has_role(*OVERSEERS):
        return None
    own = set(answers_for(person))
    grown = True
    while grown:
        below = {u.id for u in uow.units.all() if u.parent_id in own} - own
        grown = bool(below)
        own |= below
    return tuple(sorted(own))


def answers_for(person: Person) -> tuple[int, ...]:
    """Return the ids of the units a person answers for: as an officer, or for a registered employer."""
    return tuple(dict.fromkeys((*person.units(*OFFICERS), *person.employers)))


def access_case_for(uow: UnitOfWork, person: Person, code: str) -> AccidentRecord:
    """Return the case, if the person reported it, oversees, is an officer of its place or of the office alerted.

    Having been alerted counts for nobody who has moved on.

    Raises NotAllowedError `case-unknown` otherwise, also where there is no such case.
    """
    case = uow.accidents.by_code(code)
    if case is None or not may_see(uow, person, case):
        raise NotAllowedError("case-unknown", code=code)
    return case


def may_see(uow: UnitOfWork, person: Person, case: AccidentRecord) -> bool:
    """Whether `access_case_for` would give the person this case."""
    if person.id == case.reporter_id or person.has_role("coordinator", "admin", "leader"):
        return True
    if case.unit_id is not None and case.unit_id in person.units(*OFFICERS):
        return True
    return _alerted_in_office(uow, person, case)


def _alerted_in_office(uow: UnitOfWork, person: Person, case: AccidentRecord) -> bool:
    """Whether the person was told of the case and is (still) an officer of the coordinating office."""
    office = uow.units.coordinating()
    if office is None or office.id not in person.units(*OFFICERS):
        return False
    return person.id in uow.accidents.alerted(case.id)


def told_and_in_charge(uow: UnitOfWork, case: AccidentRecord) -> tuple[int, ...]:
    """Return those told of the case who may still look at it, first first."""
    told = uow.accidents.alerted(case.id)
    return tuple(person_id for person_id in told if may_see(uow, uow.people.get(person_id), case))


def is_officer_on(uow: UnitOfWork, person: Person, case: AccidentRecord) -> bool:
    """Whether the person may act on the case as an officer (not merely look at it)."""
    return (
        person.has_role("coordinator", "admin")
        or (case.unit_id is not None and case.unit_id in person.units(*OFFICERS))
        or _alerted_in_office(uow, person, case)
    )


def access_occurrence_for(uow: UnitOfWork, person: Person, code: str) -> OccurrenceRecord:
    """Return the occurrence, if it lies in the person's remit; raises NotAllowedError `task-unknown`."""
    found = uow.occurrences.by_code(code)
    remit = remit_of(uow, person)
    if found is None or (remit is not None and not _lies_in(uow, found.unit_id, remit)):
        raise NotAllowedError("task-unknown", code=code)
    return found


def _lies_in(uow: UnitOfWork, unit_id: int, remit: tuple[int, ...]) -> bool:
    """Whether a unit is in a remit, or an employer of a commune that is."""
    return unit_id in remit or uow.units.get(unit_id).parent_id in remit


def access_plan_for(uow: UnitOfWork, person: Person, code: str) -> PlanRecord:
    """Return the plan for one who coordinates; raises NotAllowedError `plan-unknown`."""
    found = uow.plans.by_code(code)
    if found is None or not person.has_role("coordinator", "admin"):
        raise NotAllowedError("plan-unknown", code=code)
    return found
