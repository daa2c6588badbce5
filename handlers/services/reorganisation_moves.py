"""Carrying out a change of units: duties, people, cases and names go to whoever takes over, all in one transaction.

At no instant does anything belong to a unit that has ended: the rows change owner, their codes, ledgers and
everything said about them stay.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from domain.occurrence import OccurrenceState
from domain.progress import ProgressKind
from domain.reorganisation import Laid, Receiver, Shape, pool
from handlers.services import progress
from handlers.services.fan_out import LEAD, key_of
from storage.records import AssignmentRecord, Unit
from storage.unit_of_work import UnitOfWork

WAITS = (ProgressKind.MORE_TIME.value, ProgressKind.DIFFICULTY.value)


@dataclass(frozen=True, slots=True)
class Handed:
    """What one unit gave to another: codes of what is owed and of open cases, and the people who went along."""

    from_unit: int
    from_name: str
    to_unit: int
    renamed: bool
    duties: tuple[str, ...]
    cases: tuple[str, ...]
    people: tuple[int, ...]


@dataclass(slots=True)
class _Pile:
    """The assignments of one row of a plan that come together at one unit."""

    target: int
    task: int
    given: list[AssignmentRecord] = field(default_factory=list)


def carry_out(
    uow: UnitOfWork, laid: Sequence[Laid], effective: date, by_person: int | None, now: datetime
) -> tuple[Handed, ...]:
    """Carry the changes out, and return who gave what to whom. New units begin before any ends."""
    begun = [(one, _receivers(uow, one)) for one in laid]
    return tuple(
        handed
        for one, receivers in begun
        for handed in (
            (_rename(uow, one, now),)
            if one.shape is Shape.RENAME
            else _hand_over(uow, one, receivers, effective, by_person, now)
        )
    )


def _receivers(uow: UnitOfWork, laid: Laid) -> dict[str, int]:
    """Return the id of each receiver by name; those that do not stand yet are entered."""
    found: dict[str, int] = {}
    if laid.shape is Shape.RENAME:
        return found
    givers = [uow.units.get(unit_id) for unit_id in laid.givers]
    passes = any(one.coordinates for one in givers if one.id in laid.ending)
    for receiver, known in laid.receivers:
        unit_id = _enter(uow, receiver, givers) if known is None else known
        if receiver is laid.main:
            if known is not None:
                _join_classes(uow, unit_id, receiver, givers)
            if passes:
                _pass_coordination(uow, givers, unit_id)
        found[receiver.name] = unit_id
    return found


def _enter(uow: UnitOfWork, receiver: Receiver, givers: Sequence[Unit]) -> int:
    parent = None if receiver.parent is None else uow.units.named(receiver.parent)
    return uow.units.add(
        code=f"DV-{uow.units.count() + 1:03d}",
        name=receiver.name,
        kind=receiver.kind or givers[0].kind,
        parent_id=parent.id if parent else givers[0].parent_id,
        classes=_classes(receiver, givers),
    )


def _join_classes(uow: UnitOfWork, unit_id: int, receiver: Receiver, givers: Sequence[Unit]) -> None:
    """Let a unit that takes others in be a member of their classes, where it is of their kind."""
    standing = uow.units.get(unit_id)
    alike = [one for one in givers if one.kind == standing.kind]
    classes = list(dict.fromkeys((*standing.classes, *_classes(receiver, alike))))
    if classes != list(standing.classes):
        uow.units.change(unit_id, classes=classes)


def _classes(receiver: Receiver, givers: Sequence[Unit]) -> list[str]:
    """Return the classes written down for it and those of the units it follows: plans still name them."""
    return list(dict.fromkeys((*receiver.classes, *(phrase for one in givers for phrase in one.classes))))


def _pass_coordination(uow: UnitOfWork, givers: Sequence[Unit], unit_id: int) -> None:
    for one in givers:
        if one.coordinates:
            uow.units.change(one.id, coordinates=False)
    uow.units.change(unit_id, coordinates=True)


def _rename(uow: UnitOfWork, laid: Laid, now: datetime) -> Handed:
    """Give the unit its new name; everything of it stays where it is, and the old name goes on naming it."""
    unit = uow.units.get(laid.ending[0])
    receiver = laid.main
    uow.units.rename(unit.id, receiver.name)
    classes = _classes(receiver, [unit])
    parent = None if receiver.parent is None else uow.units.named(receiver.parent)
    uow.units.change(
        unit.id,
        classes=classes,
        kind=receiver.kind or unit.kind,
        parent_id=parent.id if parent else unit.parent_id,
    )
    _also_named(uow, unit.name, unit.id)
    uow.occurrences.look_again_for((unit.id,), now)
    return Handed(unit.id, unit.name, unit.id, True, (), (), ())


def _also_named(uow: UnitOfWork, name: str, unit_id: int) -> None:
    """Let a name that stands for no unit any more name the one that took over."""
    for alias in dict.fromkeys((name, key_of(name))):
        if uow.units.named(alias) is None or uow.units.named(alias) != uow.units.get(unit_id):
            uow.units.set_alias(unit_id, alias)


def _hand_over(
    uow: UnitOfWork,
    laid: Laid,
    receivers: dict[str, int],
    effective: date,
    by_person: int | None,
    now: datetime,
) -> tuple[Handed, ...]:
    given = _give_rows(uow, laid, receivers, by_person, now)
    main = receivers[laid.main.name]
    found: list[Handed] = []
    for unit_id in laid.givers:
        unit = uow.units.get(unit_id)
        ends = unit_id in laid.ending
        cases = uow.reorganisations.open_cases(unit_id) if ends else ()
        of_cases = uow.reorganisations.case_duties(unit_id) if ends else ()
        people = _end(uow, unit, main, effective, now) if ends else ()
        for target in dict.fromkeys(receivers.values()):
            if target == unit_id:
                continue
            duties = given.get((unit_id, target), ())
            if target == main and ends:
                found.append(Handed(unit_id, unit.name, target, False, (*duties, *of_cases), cases, people))
            elif duties:
                found.append(Handed(unit_id, unit.name, target, False, duties, (), ()))
    uow.occurrences.look_again_for(receivers.values(), now)
    return tuple(found)


def _end(uow: UnitOfWork, unit: Unit, main: int, effective: date, now: datetime) -> tuple[int, ...]:
    """Let a unit end: what belongs to it and its people go to the main receiver. Returns those people."""
    uow.reorganisations.move_along(unit.id, main)
    members = uow.reorganisations.members(unit.id)
    for one in members:
        uow.people.leave(one.person_id, unit.id, one.role, now)
        uow.people.join(one.person_id, main, one.role, now)
    uow.units.change(unit.id, ended_on=effective)
    _also_named(uow, unit.name, main)
    return tuple(dict.fromkeys(one.person_id for one in members))


def _give_rows(
    uow: UnitOfWork, laid: Laid, receivers: dict[str, int], by_person: int | None, now: datetime
) -> dict[tuple[int, int], tuple[str, ...]]:
    """Give rows of plans to whoever takes them; returns by (giver, receiver) the codes of what is owed there."""
    piles: dict[tuple[int, int], _Pile] = {}
    for unit_id in laid.givers:
        for assignment, plan, ref in uow.reorganisations.assignments_of(unit_id):
            target = receivers[laid.receiver_of(f"{plan}:{ref}").name]
            if target != unit_id:
                pile = piles.setdefault(
                    (target, assignment.plan_task_id), _Pile(target, assignment.plan_task_id)
                )
                pile.given.append(assignment)
    owed: dict[tuple[int, int], list[str]] = {}
    closed: set[str] = set()
    for pile in piles.values():
        survivors = _pool(uow, pile, by_person, now, closed)
        for giver in dict.fromkeys(one.unit_id for one in pile.given):
            owed.setdefault((giver, pile.target), []).extend(survivors)
    progress.drop_stale_reminders(uow, settled=closed, moved=(), now=now)
    return {pair: tuple(dict.fromkeys(codes)) for pair, codes in owed.items()}


def _pool(uow: UnitOfWork, pile: _Pile, by_person: int | None, now: datetime, closed: set[str]) -> list[str]:
    """Let one assignment of the row go on at the receiver; returns the codes of what is still owed in it."""
    there = uow.reorganisations.assignment_at(pile.task, pile.target)
    staying = there or pile.given[0]
    known = {one.id: one for one in (*pile.given, staying)}
    pooled = pool(staying.id, uow.reorganisations.held(known))
    uow.reorganisations.exchange((*pooled.kept, *pooled.aside))
    for occurrence, survivor in pooled.closed:
        _close(uow, occurrence, survivor, by_person, now, closed)
    role = LEAD if any(one.role == LEAD for one in known.values()) else staying.role
    if there is None:
        uow.reorganisations.give_assignments([staying.id], pile.target)
    uow.plans.change_assignments([staying.id], role=role, ended_at=None)
    rest = [one.id for one in pile.given if one.id != staying.id]
    uow.plans.change_assignments(rest, ended_at=now)
    return [
        uow.occurrences.get(one.occurrence_id).code
        for one in uow.reorganisations.held([staying.id])
        if one.is_open
    ]


def _close(
    uow: UnitOfWork,
    occurrence: int,
    survivor: int,
    by_person: int | None,
    now: datetime,
    closed: set[str],
) -> None:
    """Close one of two occurrences of a period that one unit owes now; requests in it go with it, by name."""
    record = uow.occurrences.get(occurrence)
    for said in uow.occurrences.progress_of(occurrence):
        if said.kind in WAITS and said.decision is None and by_person is not None:
            uow.occurrences.decide(said.id, progress.WITHDRAWN, None, by_person, now)
            progress.drop_notices_about(uow, progress.coordinators(uow), said.id, now)
    uow.occurrences.change(occurrence, state=OccurrenceState.CANCELLED.value, next_at=None)
    uow.audit.add(
        "occurrence_pooled",
        f"occurrence:{record.code}",
        person_id=by_person,
        now=now,
        detail={"from": record.state, "into": uow.occurrences.get(survivor).code},
    )
    closed.add(record.code)
