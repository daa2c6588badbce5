"""The communes of the registry, as people name them."""

import re

from domain.vietnamese.fold import fold
from storage.records import Unit
from storage.unit_of_work import UnitOfWork

COMMUNE = "commune"
_BODY = re.compile(r"^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+", re.IGNORECASE)
_LEVELS = ("xã", "phường", "thị trấn", "đặc khu")


def names(uow: UnitOfWork) -> dict[str, int]:
    """Return the communes in registry order: name as written in a sentence ("xã Tân Lập") -> unit id.

    Names of communes that were merged or renamed come first and stand for the one that took over; of several
    names of one commune the last is its own.
    """
    standing = [unit for unit in uow.units.all() if unit.kind == COMMUNE]
    own = {in_sentence(unit): unit.id for unit in standing}
    ids = {unit.id for unit in standing}
    olds = {sentence_name(name): unit.id for name, unit in old_names(uow).items() if unit.id in ids}
    return {**{name: unit for name, unit in olds.items() if name not in own}, **own}


def old_names(uow: UnitOfWork) -> dict[str, Unit]:
    """Return by the name of each unit that was reorganised the one that stands for it now."""
    now = ((name, uow.units.named(name)) for name in uow.reorganisations.old_names())
    return {name: unit for name, unit in now if unit is not None and unit.name != name}


def in_sentence(unit: Unit) -> str:
    """Return a unit's name inside a sentence: a commune without its committee and in lower case."""
    return sentence_name(unit.name) if unit.kind == COMMUNE else unit.name


def sentence_name(written: str) -> str:
    """Return a commune's name without its committee, its level in lower case."""
    name = _BODY.sub("", written)
    level = next((word for word in _LEVELS if fold(name).startswith(f"{fold(word)} ")), None)
    return name if level is None else f"{level}{name[len(level) :]}"


def as_label(name: str) -> str:
    """Return a name at the start of a line or on a button."""
    return name[:1].upper() + name[1:]
