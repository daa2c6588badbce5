"""The communes of the registry, as people name them."""

import re

from domain.vietnamese.fold import fold
from storage.records import Unit
from storage.unit_of_work import UnitOfWork

COMMUNE = "commune"
_BODY = re.compile(r"^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+", re.IGNORECASE)
_LEVELS = ("xã", "phường", "thị trấn", "đặc khu")


def names(uow: UnitOfWork) -> dict[str, int]:
    """Return the communes in registry order: name as written in a sentence ("xã Tân Lập") -> unit id."""
    return {in_sentence(unit): unit.id for unit in uow.units.all() if unit.kind == COMMUNE}


def in_sentence(unit: Unit) -> str:
    """Return a unit's name inside a sentence: a commune without its committee and in lower case."""
    if unit.kind != COMMUNE:
        return unit.name
    name = _BODY.sub("", unit.name)
    level = next((word for word in _LEVELS if fold(name).startswith(f"{fold(word)} ")), None)
    return name if level is None else f"{level}{name[len(level) :]}"


def as_label(name: str) -> str:
    """Return a name at the start of a line or on a button."""
    return name[:1].upper() + name[1:]
