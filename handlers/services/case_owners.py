"""Who sees to what the law asks in a case: whom it names, where a registry knows them, else who is in charge."""

from dataclasses import dataclass

from domain.law.duties import Duty
from domain.vietnamese.fold import fold
from handlers.services import access, case_facts
from handlers.services.case_facts import Facts
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork

EMPLOYER = "employer"
HOLDERS = (*access.OFFICERS, EMPLOYER)
"""The roles of those who answer for a unit; an establishment's people may be linked as its employer."""


@dataclass(frozen=True, slots=True)
class Owner:
    """The unit that sees to a duty; `own`: the law names it, else it stands in. None: there is no unit at all."""

    unit_id: int | None
    own: bool


class Owners:
    """The owners of one case's duties.

    An employer is one whose name the registry knows and who has people linked. The employer of a private case
    is not told: that alone would say that somebody reported.
    """

    def __init__(self, uow: UnitOfWork, case: AccidentRecord, facts: Facts) -> None:
        self._uow = uow
        self._case = case
        self._law = case_facts.as_law_sees(facts, case.kind, case.created_at)
        self._known: dict[str, Owner] = {}

    def of(self, duty: Duty) -> Owner:
        """Return who sees to a duty."""
        if duty.by not in self._known:
            self._known[duty.by] = self._find(duty.by)
        return self._known[duty.by]

    def _find(self, by: str) -> Owner:
        office = self._uow.units.coordinating()
        stands_in = self._case.unit_id
        if stands_in is None and office is not None:
            stands_in = office.id
        found: int | None = None
        if by == "department":
            found = None if office is None else office.id
        elif by == "commune":
            found = self._case.unit_id
        elif by == EMPLOYER:
            found = self._establishment(self._law.place_employer)
        elif by == "victim_employer":
            found = self._establishment(self._other_employer())
        return Owner(stands_in, own=False) if found is None else Owner(found, own=True)

    def _establishment(self, name: str | None) -> int | None:
        unit = None if name is None or self._case.is_private else self._uow.units.named(name)
        if unit is None or not any(self._uow.people.holding(role, unit.id) for role in HOLDERS):
            return None
        return unit.id

    def _other_employer(self) -> str | None:
        """Return the one employer of victims who is not the owner of the place."""
        here = fold(self._law.place_employer or "")
        others = {fold(v.employer): v.employer for v in self._law.victims if v.employer}
        others.pop(here, None)
        return next(iter(others.values())) if len(others) == 1 else None
