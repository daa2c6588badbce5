"""The register of declared machines follows the facts of their cases: to be asked for by day and place."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from domain.accident import CaseKind
from domain.errors import NotAllowedError
from handlers.acting import Acting
from handlers.services import access
from storage.records import AccidentRecord, MachineRecord
from storage.unit_of_work import UnitOfWork

DAYS = ("in_use_on", "inspected_on", "inspect_by")


def follow(uow: UnitOfWork, case: AccidentRecord, facts: Mapping[str, Any], now: datetime) -> None:
    """Have the register say of the machine of a case what its facts say; nothing for any other case."""
    if case.kind != CaseKind.EQUIPMENT:
        return
    if not facts.get("machine"):
        uow.machines.drop(case.id)
        return
    days = {name: date.fromisoformat(facts[name]) if facts.get(name) else None for name in DAYS}
    uow.machines.put(
        case.id,
        kind=facts.get("machine_kind"),
        name=facts["machine"],
        maker=facts.get("maker"),
        serial=facts.get("serial"),
        capacity=facts.get("capacity"),
        workplace=facts.get("workplace"),
        unit_id=(facts.get("place") or {}).get("unit"),
        certificate=facts.get("certificate"),
        updated_at=now,
        **days,
    )


def listed(uow: UnitOfWork, by: Acting) -> tuple[MachineRecord, ...]:
    """Return the machines an officer answers for, the soonest inspection first; raises NotAllowedError for others."""
    if by.person.has_role("coordinator", "admin"):
        return uow.machines.listed(None)
    if not by.person.units(*access.OFFICERS):
        raise NotAllowedError("not-allowed")
    return uow.machines.listed(access.remit_of(uow, by.person))
