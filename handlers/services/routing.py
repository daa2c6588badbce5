"""The bodies the law names for a case, found among the units of the registry, or by the means they are reached by.

Police and health are seldom in the registry: then the officers on the case read whom to ring, and nothing is dropped.
"""

from dataclasses import dataclass
from datetime import datetime

from domain.errors import BadInputError
from domain.law import bodies
from domain.vietnamese.fold import fold
from domain.ways import Topic
from handlers.services import case_facts, chains, communes
from handlers.services.case_facts import Facts
from messages.envelope import Text
from storage.records import AccidentRecord, Unit
from storage.unit_of_work import UnitOfWork

_LOCAL = " cap xa"  # how the law calls the body of a commune


@dataclass(frozen=True, slots=True)
class Route:
    """A body the law names: its unit, if the registry has it, whom of it can be told now, and the number to ring."""

    name: str
    unit: Unit | None
    people: chains.Stage
    number: str | None


def routes(uow: UnitOfWork, case: AccidentRecord, facts: Facts, now: datetime) -> tuple[Route, ...]:
    """Return the bodies beside the commune and the coordinating office, which are told by the alarm itself."""
    try:
        named = bodies.bodies(case_facts.as_law_sees(facts, case.kind, case.created_at))
    except BadInputError:
        return ()  # the facts contradict one another: an officer asks first
    office = uow.units.coordinating()
    told = {case.unit_id, office.id if office else None}
    found = [(body.name, _unit(uow, body.name, case, office)) for body in named]
    return tuple(
        Route(name, unit, _people(uow, case, unit, now), bodies.number_of(name))
        for name, unit in found
        if unit is None or unit.id not in told
    )


def lines(uow: UnitOfWork, case: AccidentRecord, facts: Facts, now: datetime) -> list[Text]:
    """Return for the officers on a case how each of those bodies is told."""
    return [_line(route) for route in routes(uow, case, facts, now)]


def _line(route: Route) -> Text:
    if route.unit is not None and route.people:
        return Text("case-body-told", {"name": route.name, "unit": communes.in_sentence(route.unit)})
    known = "unreached" if route.unit is not None else "unknown"
    if route.number is not None:
        return Text(f"case-body-{known}-number", {"name": route.name, "number": route.number})
    return Text(f"case-body-{known}", {"name": route.name})


def _people(uow: UnitOfWork, case: AccidentRecord, unit: Unit | None, now: datetime) -> chains.Stage:
    if unit is None:
        return []
    line = chains.of_commune(uow, unit.id, now)
    return chains.first_reachable(uow, line, Topic.ALARM, now, (case.reporter_id,))


def _unit(uow: UnitOfWork, name: str, case: AccidentRecord, office: Unit | None) -> Unit | None:
    """Return the unit that is the body; of a commune's body the one of the case's commune."""
    here = uow.units.get(case.unit_id) if case.unit_id is not None else None
    if fold(name) == "ubnd cap xa":
        return here
    if office is not None and fold(office.name).startswith(fold(name)):
        return office
    if not fold(name).endswith(_LOCAL):
        return uow.units.named(name)
    if here is None:
        return None
    place = fold(communes.in_sentence(here))
    kind = fold(name).removesuffix(_LOCAL)
    return next(
        (u for u in uow.units.all() if fold(u.name).startswith(f"{kind} ") and fold(u.name).endswith(place)),
        None,
    )
