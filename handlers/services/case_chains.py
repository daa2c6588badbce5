"""Whom the reminders of a case's duties go to: the unit the law names, else the officer in charge."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from domain.escalation import Chain
from domain.ways import Topic
from handlers.services import access
from handlers.services.case_owners import HOLDERS
from storage.records import OccurrenceRecord, OfCase
from storage.unit_of_work import UnitOfWork


class CaseChains:
    """The chains of many duties of cases, looked up together; a rung holds only who can be told now."""

    def __init__(
        self,
        uow: UnitOfWork,
        records: Sequence[OccurrenceRecord],
        chains: Mapping[int, Chain],
        overseers: Chain,
        now: datetime,
    ) -> None:
        self._chains = chains
        self._overseers = overseers
        cases = [record.case for record in records if record.case is not None]
        self._holders = uow.people.chains() if cases else {}
        people = {case.taken_by for case in cases if case.taken_by is not None}
        units = {record.unit_id for record in records} | {case.unit_id for case in cases if case.unit_id}
        people |= {p for unit in units for role in HOLDERS for p in self._holders.get(unit, {}).get(role, ())}
        self._reachable = uow.ways.reach_all(sorted(people), Topic.REMINDER, now) if cases else {}
        self._office = _office(uow) if cases else frozenset()

    def of(self, record: OccurrenceRecord) -> Chain:
        """Return the chain of a duty of a case; raises LookupError for one of a plan."""
        if record.case is None:
            raise LookupError(f"no case behind {record.code}")
        chain = self._chains.get(record.unit_id, self._overseers)
        if not record.case.own:
            in_charge = self._in_charge(record.case)
            return chain if in_charge is None else replace(chain, focal=in_charge)
        if chain.focal is None and chain.deputy is None and chain.head is None:
            return replace(chain, focal=self._first(record.unit_id) or self._in_charge(record.case))
        return chain

    def _in_charge(self, case: OfCase) -> str | None:
        """Return the officer who has taken the case and is in office still, else the first of its commune."""
        if case.taken_by in self._reachable and self._serves(case):
            return str(case.taken_by)
        return None if case.unit_id is None else self._first(case.unit_id)

    def _serves(self, case: OfCase) -> bool:
        here = self._holders.get(case.unit_id or 0, {})
        return case.taken_by in self._office or any(case.taken_by in people for people in here.values())

    def _first(self, unit_id: int) -> str | None:
        roles = self._holders.get(unit_id, {})
        return next((str(p) for role in HOLDERS for p in roles.get(role, ()) if p in self._reachable), None)


def _office(uow: UnitOfWork) -> frozenset[int]:
    """Return who may act on any case: who coordinates or administers, and officers of the coordinating office."""
    office = uow.units.coordinating()
    of_office = [p for role in access.OFFICERS for p in uow.people.holding(role, office.id)] if office else []
    return frozenset((*uow.people.holding("coordinator"), *uow.people.holding("admin"), *of_office))
