"""Whom reminders of the law's own duties go to: who answers for the employer, later its commune, then the office.

Where nobody is linked for an employer there is no chain at all: thousands of them would bury whoever coordinates.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from domain.escalation import Chain
from domain.ways import Topic
from handlers.duty_words import LAW
from handlers.services import access
from handlers.services.case_owners import HOLDERS
from storage.records import OccurrenceRecord
from storage.unit_of_work import UnitOfWork

NOBODY = Chain(None, None, None, None, None)


class StatutoryChains:
    """The chains of many duties of the law, looked up together; a rung holds only who can be told now."""

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
        units = {record.unit_id for record in records if record.task_kind == LAW}
        self._employers = uow.employers.of_units(sorted(units))
        self._holders = uow.people.chains() if self._employers else {}
        communes = {one.commune_id for one in self._employers.values() if one.commune_id is not None}
        people = {
            person
            for unit in {*self._employers, *communes}
            for role in HOLDERS
            for person in self._holders.get(unit, {}).get(role, ())
        }
        self._reachable = uow.ways.reach_all(sorted(people), Topic.REMINDER, now)

    def of(self, record: OccurrenceRecord) -> Chain:
        """Return the chain of one of the law's own duties."""
        employer = self._employers.get(record.unit_id)
        if employer is None:
            return self._chains.get(record.unit_id, self._overseers)
        own = [p for p in self._people(employer.unit_id, HOLDERS) if p in self._reachable]
        if not own:
            return NOBODY
        commune = [
            p
            for p in self._people(employer.commune_id, access.OFFICERS)
            if p in self._reachable and p not in own
        ]
        deputy = str(own[1]) if len(own) > 1 else None
        if commune:
            return Chain(str(own[0]), deputy, str(commune[0]), None, None)
        return replace(self._overseers, focal=str(own[0]), deputy=deputy, head=None, leader=None)

    def _people(self, unit_id: int | None, roles: Sequence[str]) -> tuple[int, ...]:
        held = self._holders.get(unit_id or 0, {})
        return tuple(dict.fromkeys(p for role in roles for p in held.get(role, ())))
