"""Who answers for a place, one after the other: on duty, stand-in, head; then the coordinating office.

Whom the roster puts on duty comes first, then the stand-in. Where it names nobody, or nobody of them can be reached,
the roles answer: the focal point of a unit for its officer on duty, the deputy for the stand-in.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from domain.ways import Topic
from handlers.services import roster
from storage.unit_of_work import UnitOfWork

LEADER = "leader"
Stage = list[tuple[int, str]]
"""Those who are told together, each with the level they stand on."""


def stages(uow: UnitOfWork, unit_id: int | None, now: datetime) -> Iterator[Stage]:
    """Yield the whole line for a place as it stands now, the coordinating office and the leaders last."""
    yield from of_commune(uow, unit_id, now)
    yield from of_office(uow, now)


def of_commune(uow: UnitOfWork, unit_id: int | None, now: datetime) -> Iterator[Stage]:
    """Yield the officers of a unit, who is on duty first; nothing where the place is not known."""
    if unit_id is not None:
        yield from ([one] for one in roster.on_duty(uow, unit_id, now))
        for role in ("focal", "deputy", "head"):
            yield [(person_id, role) for person_id in uow.people.holding(role, unit_id)]


def of_office(uow: UnitOfWork, now: datetime) -> Iterator[Stage]:
    """Yield the officers of the coordinating office, who is on duty first, then the leaders."""
    office = uow.units.coordinating()
    if office is not None:
        yield from ([one] for one in roster.on_duty(uow, office.id, now))
    focal = uow.people.holding("focal", office.id) if office else ()
    first = dict.fromkeys((*uow.people.holding("coordinator"), *focal))
    yield [(person_id, "coordinator") for person_id in first]
    for role in ("deputy", "head"):
        yield [(p, role) for p in (uow.people.holding(role, office.id) if office else ())]
    yield [(person_id, LEADER) for person_id in uow.people.holding(LEADER)]


def first_reachable(
    uow: UnitOfWork, line: Iterable[Stage], topic: Topic, now: datetime, skipped: Collection[int] = ()
) -> Stage:
    """Return those of the first stage with anybody who can be told about `topic` now; empty where nobody can."""
    for stage in line:
        new = [one for one in stage if one[0] not in skipped]
        ways = uow.ways.reach_all((person_id for person_id, _ in new), topic, now)
        if found := [one for one in new if one[0] in ways]:
            return found
    return []
