"""What becomes of units and their duties when offices are merged, split, renamed or ended: pure.

A change says which units end and who takes over. One that takes over may stand already, or begins with the change.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from domain.occurrence import OPEN_STATES, OccurrenceState

Key = Callable[[str], str]
"""How written names of units are compared."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The act that orders a reorganisation: its number, its date, and the first day it holds."""

    number: str
    dated: date
    effective: date


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who takes over. `rows` are the rows of plans that go to it; none: whatever no other receiver takes.

    `kind`, `parent` and `classes` describe a unit that does not stand yet; None and empty: as those it follows.
    """

    name: str
    rows: frozenset[str] = frozenset()
    kind: str | None = None
    parent: str | None = None
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """These units end, and these take over; the first receiver without rows of its own takes people and cases."""

    before: tuple[str, ...]
    after: tuple[Receiver, ...]


class Shape(StrEnum):
    """What a change is called."""

    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    ABSORB = "absorb"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a change cannot be carried out: `code` is stable, `name` the unit or row at fault."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Laid:
    """A change laid over the registry: its shape, who takes over (id, None where it begins).

    `givers` are the units named before, by id; `ending` those of them that do not go on as a receiver.
    """

    shape: Shape
    givers: tuple[int, ...]
    ending: tuple[int, ...]
    receivers: tuple[tuple[Receiver, int | None], ...]

    @property
    def main(self) -> Receiver:
        """Who takes the people, the cases and the old names."""
        return main_of(receiver for receiver, _ in self.receivers)

    def receiver_of(self, row: str) -> Receiver:
        """Return who takes a row of a plan, named "III.1.a" or "KH-24-ABCD:III.1.a"."""
        short = row.rpartition(":")[2]
        named = (r for r, _ in self.receivers if row in r.rows or short in r.rows)
        return next(named, self.main)


def main_of(receivers: Iterable[Receiver]) -> Receiver:
    """Return the first receiver that takes what nobody else does, else the first."""
    found = list(receivers)
    return next((one for one in found if not one.rows), found[0])


@dataclass(slots=True)
class Over:
    """Changes laid over the registry, and what is wrong with them; with a fault nothing may be carried out."""

    laid: list[Laid] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def lay_over(changes: Sequence[Change], standing: Mapping[str, int], key: Key) -> Over:
    """Lay changes over the units that stand; `standing` maps `key(name)` to the unit's id.

    A unit among its own receivers goes on and takes the others in. Faults: `no-before`, `no-after`, `unknown`,
    `ends-twice`, `ends-and-receives`, `nothing-changes`, `begins-twice`.
    """
    over = Over()
    ended: set[int] = set()
    for change in changes:
        one = _laid(change, standing, key, over.faults)
        if one is None:
            continue
        for unit_id in one.ending:
            if unit_id in ended:
                over.faults.append(Fault("ends-twice", _named(change, unit_id, standing, key)))
            ended.add(unit_id)
        over.laid.append(one)
    begun: set[str] = set()
    for receiver, known in (pair for one in over.laid for pair in one.receivers):
        if known is None:
            if key(receiver.name) in begun:
                over.faults.append(Fault("begins-twice", receiver.name))
            begun.add(key(receiver.name))
        elif known in ended:
            over.faults.append(Fault("ends-and-receives", receiver.name))
    return over


def _laid(change: Change, standing: Mapping[str, int], key: Key, faults: list[Fault]) -> Laid | None:
    if not change.before:
        faults.append(Fault("no-before", change.after[0].name if change.after else ""))
        return None
    if not change.after:
        faults.append(Fault("no-after", change.before[0]))
        return None
    unknown = [name for name in change.before if key(name) not in standing]
    if unknown:
        faults += [Fault("unknown", name) for name in unknown]
        return None
    receivers = tuple((one, standing.get(key(one.name))) for one in change.after)
    staying = {unit_id for _, unit_id in receivers}
    before = dict.fromkeys(standing[key(name)] for name in change.before)
    ending = tuple(unit_id for unit_id in before if unit_id not in staying)
    if not ending and len(staying) == 1:
        faults.append(Fault("nothing-changes", change.before[0]))
        return None
    return Laid(_shape(len(before), ending, receivers), tuple(before), ending, receivers)


def _shape(before: int, ending: tuple[int, ...], receivers: tuple[tuple[Receiver, int | None], ...]) -> Shape:
    if len(receivers) > 1:
        return Shape.SPLIT
    if receivers[0][1] is not None:
        return Shape.ABSORB
    return Shape.RENAME if before == 1 and len(ending) == 1 else Shape.MERGE


def _named(change: Change, unit_id: int, standing: Mapping[str, int], key: Key) -> str:
    return next(name for name in change.before if standing[key(name)] == unit_id)


@dataclass(frozen=True, slots=True)
class Held:
    """One occurrence of a unit: which period of which assignment, and whether something is still owed in it."""

    occurrence_id: int
    assignment_id: int
    label: str
    state: OccurrenceState
    due_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is still owed."""
        return self.state in OPEN_STATES


@dataclass(frozen=True, slots=True)
class Pooled:
    """What becomes of occurrences several units owed for one row, now that one unit owes it.

    `kept` goes on under the assignment that stays (id of occurrence, new assignment); `aside` is settled and
    gives its place up to one that is not; `closed` is owed no more, because another occurrence of that period is.
    """

    kept: tuple[tuple[int, int], ...]
    aside: tuple[tuple[int, int], ...]
    closed: tuple[tuple[int, int], ...]  # (occurrence closed, the one that goes on)


def pool(staying: int, held: Iterable[Held]) -> Pooled:
    """Return how the occurrences of one row come together under the assignment `staying`.

    Of each period one goes on: an open one before a settled one, the earliest due first, so that nothing that one
    of the units still owed is taken for done. What was done stays written down where it was done.
    """
    periods: dict[str, list[Held]] = {}
    for one in held:
        periods.setdefault(one.label, []).append(one)
    kept: list[tuple[int, int]] = []
    aside: list[tuple[int, int]] = []
    closed: list[tuple[int, int]] = []
    for there in periods.values():
        first = min(there, key=lambda one: _order(one, staying))
        mine = next((one for one in there if one.assignment_id == staying), None)
        if first.assignment_id != staying:
            kept.append((first.occurrence_id, staying))
            if mine is not None:
                aside.append((mine.occurrence_id, first.assignment_id))
        closed += [
            (one.occurrence_id, first.occurrence_id) for one in there if one.is_open and one is not first
        ]
    return Pooled(tuple(kept), tuple(aside), tuple(closed))


def _order(one: Held, staying: int) -> tuple[bool, bool, date, bool, int]:
    cancelled = one.state is OccurrenceState.CANCELLED
    due = one.due_on or date.max
    return (
        not one.is_open,
        cancelled,
        due if one.is_open else date.min,
        one.assignment_id != staying,
        one.occurrence_id,
    )


def changes_to_json(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Return changes in the plain form they are kept in."""
    return [
        {
            "before": list(change.before),
            "after": [
                {
                    "name": one.name,
                    "rows": sorted(one.rows),
                    "kind": one.kind,
                    "parent": one.parent,
                    "classes": list(one.classes),
                }
                for one in change.after
            ],
        }
        for change in changes
    ]


def changes_from_json(rows: Iterable[Mapping[str, Any]]) -> tuple[Change, ...]:
    """Return what `changes_to_json` was given."""
    return tuple(
        Change(
            tuple(row["before"]),
            tuple(
                Receiver(
                    one["name"], frozenset(one["rows"]), one["kind"], one["parent"], tuple(one["classes"])
                )
                for one in row["after"]
            ),
        )
        for row in rows
    )
