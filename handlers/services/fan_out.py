"""From the names in a plan to the units that owe something: pure, given the registry and what was decided.

A name is a unit, a class whose members the registry knows, "the units with a task of this plan", or a
phrase somebody must still explain: an open class ("… có liên quan") or a name nobody has heard of.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from domain.unit_names import read_unit, unit_key
from domain.vietnamese.fold import fold
from storage.records import Unit
from storage.unit_of_work import UnitOfWork

LEAD, COORDINATING = "lead", "coordinating"
EVERYONE, NOBODY, LATER, CHOSEN = "everyone", "nobody", "later", "units"

_EVERYONE = frozenset(
    fold(unit_key(phrase))
    for phrase in (
        "các đơn vị, địa phương",
        "các cơ quan, đơn vị, địa phương",
        "các cơ quan, đơn vị",
        "các địa phương, đơn vị",
        "các đơn vị",
    )
)


@dataclass(frozen=True, slots=True)
class Registry:
    """The units there are, and what a name may point at; keys are folded."""

    units: tuple[Unit, ...]
    by_name: Mapping[str, int]
    by_class: Mapping[str, tuple[int, ...]]

    def unit(self, name: str) -> int | None:
        """Return the id of the unit with this name, however its office words are abbreviated."""
        found = self.by_name.get(fold(name))
        return found if found is not None else self.by_name.get(key_of(name))

    def members(self, phrase: str) -> tuple[int, ...]:
        """Return the members of a class phrase, none where the registry does not know it."""
        return self.by_class.get(key_of(phrase), ())

    def names(self) -> dict[int, str]:
        """Return the name of each unit by id."""
        return {u.id: u.name for u in self.units}

    def phrases(self) -> tuple[str, ...]:
        """Return every class phrase, as first written."""
        return tuple({key_of(c): c for u in reversed(self.units) for c in u.classes}.values())


def registry(uow: UnitOfWork, names: Iterable[str] = ()) -> Registry:
    """Load the registry; `names` are looked up among the aliases too."""
    units = uow.units.all()
    by_name: dict[str, int] = {}
    by_class: dict[str, list[int]] = {}
    for unit in units:
        by_name.setdefault(key_of(unit.name), unit.id)
        for phrase in dict.fromkeys(map(key_of, unit.classes)):
            by_class.setdefault(phrase, []).append(unit.id)
    by_name |= {fold(unit.name): unit.id for unit in reversed(units)}
    known = Registry(units, by_name, {phrase: tuple(ids) for phrase, ids in by_class.items()})
    for name in dict.fromkeys(names):
        if known.unit(name) is None and not known.members(name):
            alias = uow.units.named(name) or uow.units.named(key_of(name))
            if alias is not None:
                by_name[fold(name)] = alias.id
    return known


@lru_cache(maxsize=8192)
def key_of(name: str) -> str:
    """Return what two spellings of one unit or class phrase have in common."""
    return fold(unit_key(name))


@dataclass(frozen=True, slots=True)
class Assigned:
    """A row of the plan given to a unit; `role` is lead or coordinating."""

    ref: str
    unit_id: int
    role: str


@dataclass(frozen=True, slots=True)
class FanOut:
    """Who gets what, and the phrases that nobody has explained yet, in the order of the document."""

    assigned: tuple[Assigned, ...]
    undecided: tuple[str, ...]


def fan_out(
    tasks: Sequence[Mapping[str, Any]],
    known: Registry,
    decided: Mapping[str, str],
    members: Mapping[str, Sequence[int]],
) -> FanOut:
    """Lay the rows of a reading over the registry.

    `decided` says for a phrase's key: everyone, nobody, later or units; then `members` lists them. A unit is
    never assigned twice to a row, and as lead where it is both. "Everyone" is every unit that has a row of
    kind task by any other name.
    """
    laid = _Laid(known, decided, members)
    everyone = {
        unit
        for task in tasks
        if task["kind"] == "task"
        for name in (*task["lead_units"], *task["coordinating_units"])
        for unit in laid.named(name)
    }
    in_order = tuple(unit.id for unit in known.units if unit.id in everyone)
    found: list[Assigned] = []
    for task in tasks:
        leads = laid.all_of(task["lead_units"], in_order)
        partners = laid.all_of(task["coordinating_units"], in_order)
        found += [Assigned(task["id"], unit, LEAD) for unit in leads]
        found += [Assigned(task["id"], unit, COORDINATING) for unit in partners if unit not in leads]
    return FanOut(tuple(found), tuple(undecided(tasks, laid, bool(in_order))))


def handed_on(laid: FanOut, steps: Iterable[Mapping[str, Any]]) -> FanOut:
    """Return who gets what after rows were handed over, in order: each of `steps` says `ref`, `from` and `to`."""
    assigned = laid.assigned
    for step in steps:
        giver = next((a for a in assigned if (a.ref, a.unit_id) == (step["ref"], step["from"])), None)
        if giver is None:
            continue
        has = any((a.ref, a.unit_id) == (step["ref"], step["to"]) for a in assigned)
        taken = () if has else (Assigned(giver.ref, step["to"], giver.role),)
        assigned = tuple(x for a in assigned for x in (taken if a is giver else (a,)))
    return FanOut(assigned, laid.undecided)


class _Laid:
    """The registry with a plan's decisions laid over it."""

    def __init__(
        self, known: Registry, decided: Mapping[str, str], members: Mapping[str, Sequence[int]]
    ) -> None:
        self._known = known
        self._decided = {key_of(phrase): choice for phrase, choice in decided.items()}
        self._members = {key_of(phrase): tuple(ids) for phrase, ids in members.items()}

    def choice(self, name: str) -> str | None:
        """Return what was decided about a phrase, None for nothing yet."""
        return self._decided.get(key_of(name))

    def named(self, name: str) -> tuple[int, ...]:
        """Return the units a name stands for by itself (not "everyone")."""
        if self.choice(name) is not None:
            return self._members.get(key_of(name), ())
        unit = self._known.unit(name)
        if unit is not None:
            return (unit,)
        return () if key_of(name) in _EVERYONE else self._known.members(name)

    def is_everyone(self, name: str) -> bool:
        """Whether the name means every unit that has a task of the plan."""
        choice = self.choice(name)
        return choice == EVERYONE or (choice is None and key_of(name) in _EVERYONE)

    def all_of(self, names: Iterable[str], everyone: tuple[int, ...]) -> tuple[int, ...]:
        """Return every unit that the names stand for, each once."""
        found: dict[int, None] = {}
        for name in names:
            found |= dict.fromkeys(everyone if self.is_everyone(name) else self.named(name))
        return tuple(found)


def undecided(tasks: Sequence[Mapping[str, Any]], laid: _Laid, someone: bool) -> list[str]:
    """Return the names that stand for nobody and about which nothing was decided but "later"."""
    found: dict[str, str] = {}
    for name in names_in(tasks):
        open_ = laid.choice(name) == LATER or (laid.choice(name) is None and not laid.named(name))
        if open_ and not (laid.is_everyone(name) and someone):
            found.setdefault(key_of(name), name)
    return list(found.values())


def names_in(tasks: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the names of leads and partners in a reading, each once, in the order of the document."""
    return tuple(
        dict.fromkeys(name for task in tasks for name in (*task["lead_units"], *task["coordinating_units"]))
    )


def is_class(name: str) -> bool:
    """Whether a name stands for several units ("các …")."""
    return read_unit(name).is_class
