"""Filling the unit registry: units, their classes, and the people who hold them."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime

from documents.units_csv import UnitRow
from domain.vietnamese.fold import fold
from messages.catalog import DEFAULT_LANGUAGE
from messages.envelope import Address
from storage.unit_of_work import UnitOfWork

OFFICE, COMMUNE, AUTHORITY = "office", "commune", "authority"
SAMPLE_ROLES = ("focal", "deputy", "head")
_COMMUNE = re.compile(r"\b(xa|phuong|thi tran|dac khu)\b")
COORDINATING = ("coordinating", "dau moi", "coordinator")
_LABOUR = re.compile(r"\b(noi vu|lao dong)\b")

AddressOf = Callable[[str, str], Address]


def load(uow: UnitOfWork, rows: Sequence[UnitRow], now: datetime, address_of: AddressOf | None) -> None:
    """Enter the units and their people into an empty registry.

    `address_of(role, unit code)` says where each person is reached; without it only the units are entered,
    and people come by invitation. The coordinating office is the one
    whose kind says so, else the first office of labour or home affairs, else the first office; its focal
    point is coordinator too, and the head of the authority is the leader.
    """
    ids: dict[str, int] = {}
    parents = {fold(row.parent) for row in rows if row.parent}
    coordinating = _coordinating(rows, parents)
    people: dict[str, int] = {}
    for number, row in enumerate(rows, start=1):
        code = f"DV-{number:03d}"
        kind = kind_of(row, parents)
        unit_id = uow.units.add(
            code=code,
            name=row.name,
            kind=kind,
            parent_id=None,
            classes=row.classes,
            coordinates=row is coordinating,
        )
        ids[fold(row.name)] = unit_id
        for role, name in zip(SAMPLE_ROLES, (row.focal, row.deputy, row.head), strict=True):
            if name is None or address_of is None:
                continue
            person = people.get(name)
            if person is None:
                person = people[name] = uow.people.add(name, DEFAULT_LANGUAGE, now)
                uow.people.add_address(person, address_of(role, code))
            uow.people.join(person, unit_id, role, now)
            if row is coordinating and role == "focal":
                uow.people.join(person, unit_id, "coordinator", now)
            if kind == AUTHORITY and role == "head":
                uow.people.join(person, unit_id, "leader", now)
    for row in rows:  # a parent may be listed after its child
        if row.parent and fold(row.parent) in ids:
            uow.units.set_parent(ids[fold(row.name)], ids[fold(row.parent)])


def kind_of(row: UnitRow, parents: set[str]) -> str:
    """Return authority, commune or office: from what the row says, else from the unit's name and place."""
    if row.kind in (OFFICE, COMMUNE, AUTHORITY):
        return row.kind
    if row.parent is None and fold(row.name) in parents:
        return AUTHORITY
    return COMMUNE if _COMMUNE.search(fold(row.name)) else OFFICE


def _coordinating(rows: Sequence[UnitRow], parents: set[str]) -> UnitRow | None:
    offices = [row for row in rows if kind_of(row, parents) == OFFICE]
    marked = [row for row in rows if fold(row.kind) in COORDINATING]
    labour = [row for row in offices if _LABOUR.search(fold(row.name))]
    return next(iter([*marked, *labour, *offices]), None)
