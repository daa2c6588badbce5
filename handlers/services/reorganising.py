"""Reorganisations: shown first, adopted by a decision with its number and date, carried out on the day it names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from domain.calendar import LOCAL, local
from domain.errors import BadInputError, ConflictError, NotAllowedError
from domain.reorganisation import (
    Change,
    Decision,
    Fault,
    Laid,
    Over,
    Shape,
    changes_from_json,
    changes_to_json,
    lay_over,
)
from domain.unit_successors import Succession, successors
from domain.vietnamese.fold import fold
from handlers.acting import Acting, Surroundings
from handlers.services import communes, handing_over, plan_codes, reorganisation_moves
from handlers.services.fan_out import key_of, registry
from storage.records import ReorganisationRecord
from storage.unit_of_work import UnitOfWork

_LEVEL = re.compile(r"(?:xa|phuong|thi tran|dac khu) ")
ADOPTED, APPLIED, CANCELLED = "adopted", "applied", "cancelled"


@dataclass(frozen=True, slots=True)
class Moves:
    """What one unit would give to one receiver: how many duties of plans, of cases, open cases and people."""

    to: str
    begins: bool
    duties: int = 0
    cases: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """One change as it would be carried out. `deaf`: receivers in which nobody could be told anything."""

    shape: Shape
    before: tuple[str, ...]
    moves: tuple[Moves, ...]
    deaf: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything a decision would do; with `faults` it cannot be adopted. `unknown_rows` are rows no unit has."""

    shown: tuple[Shown, ...]
    faults: tuple[Fault, ...]
    unknown_rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """See what changes would do, before any decision."""

    changes: tuple[Change, ...]


def preview(uow: UnitOfWork, changes: Sequence[Change]) -> Preview:
    """Return what the changes would do as things stand, and change nothing."""
    over = _over(uow, changes)
    shown = tuple(_show(uow, one) for one in over.laid) if not over.faults else ()
    return Preview(shown, tuple(over.faults), _unknown_rows(uow, over))


def _over(uow: UnitOfWork, changes: Sequence[Change]) -> Over:
    """Lay changes over the registry; old names, abbreviations and communes as people say them are understood."""
    named = as_named(uow, changes)
    units = {unit.name: unit.id for unit in uow.units.all()}
    return lay_over(named, {key_of(name): unit for name, unit in units.items()}, key_of)


def as_named(uow: UnitOfWork, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes with every unit called as the registry calls it; unknown names stay as written.

    A commune that begins is named as those it follows are: "xã Tân Phú" after "Ủy ban nhân dân xã Tân Lập".
    """
    written = [name for c in changes for name in (*c.before, *(one.name for one in c.after))]
    known, spoken = registry(uow, written), _spoken(uow)
    ids = {name: known.unit(name) or spoken.get(fold(name)) for name in dict.fromkeys(written)}
    names = {name: uow.units.get(unit_id).name for name, unit_id in ids.items() if unit_id is not None}
    return tuple(
        Change(
            tuple(names.get(name, name) for name in change.before),
            tuple(
                replace(
                    one,
                    name=names.get(one.name) or _styled(one.name, [names.get(b, b) for b in change.before]),
                )
                for one in change.after
            ),
        )
        for change in changes
    )


def _spoken(uow: UnitOfWork) -> dict[str, int]:
    return {fold(name): unit_id for name, unit_id in communes.names(uow).items()}


def _styled(name: str, before: Sequence[str]) -> str:
    """Return the name of a unit that begins, with the body the units before it were called by."""
    body = next((one for one in before if fold(one).startswith(("uy ban nhan dan ", "ubnd "))), None)
    if body is None or not _LEVEL.match(fold(name)):
        return name
    words = 1 if fold(body).startswith("ubnd ") else 4
    return f"{' '.join(body.split()[:words])} {name[:1].lower()}{name[1:]}"


def _show(uow: UnitOfWork, laid: Laid) -> Shown:
    names = tuple(uow.units.get(unit_id).name for unit_id in laid.givers)
    counted = {receiver.name: [0, 0, 0] for receiver, _ in laid.receivers}
    for unit_id in laid.givers:
        for _, plan, ref in uow.reorganisations.assignments_of(unit_id):
            counted[laid.receiver_of(f"{plan}:{ref}").name][0] += 1
        if unit_id in laid.ending:
            main = counted[laid.main.name]
            main[1] += len(uow.reorganisations.open_cases(unit_id))
            main[2] += len({one.person_id for one in uow.reorganisations.members(unit_id)})
    moves = tuple(
        Moves(receiver.name, unit_id is None, *counted[receiver.name])
        for receiver, unit_id in laid.receivers
        if laid.shape is Shape.RENAME or unit_id not in laid.givers
    )
    deaf = tuple(
        receiver.name
        for receiver, unit_id in laid.receivers
        if counted[receiver.name][2] == 0 and (unit_id is None or not uow.reorganisations.members(unit_id))
    )
    return Shown(laid.shape, names, moves, deaf)


def _unknown_rows(uow: UnitOfWork, over: Over) -> tuple[str, ...]:
    there = {
        name
        for laid in over.laid
        for unit_id in laid.givers
        for _, plan, ref in uow.reorganisations.assignments_of(unit_id)
        for name in (ref, f"{plan}:{ref}")
    }
    asked = (row for laid in over.laid for one, _ in laid.receivers for row in sorted(one.rows))
    return tuple(row for row in asked if row not in there)


@dataclass(frozen=True, slots=True)
class Propose:
    """Who took over, by law, from one standing unit: to be confirmed by the office's own decision."""

    unit: str
    succession: Succession


def proposals(uow: UnitOfWork, day: date) -> tuple[Propose, ...]:
    """Return the standing units that by `day` ended by law, each with who took over, the likeliest first."""
    found = ((unit.name, successors(unit.name, day)) for unit in uow.units.all())
    return tuple(Propose(name, known) for name, known in found if known is not None)


@dataclass(frozen=True, slots=True)
class Adopt:
    """Put changes into effect by a decision of the office."""

    changes: tuple[Change, ...]
    decision: Decision


def adopt(uow: UnitOfWork, command: Adopt, by: Acting) -> ReorganisationRecord:
    """Adopt; carried out at once where its day has come, else on that day. Only a coordinator or an admin may.

    Raises NotAllowedError, or BadInputError `reorganise-fault-…`, `reorganise-rows-unknown`,
    `reorganise-no-decision`.
    """
    if not by.person.has_role("coordinator", "admin"):
        raise NotAllowedError("not-allowed")
    return adopt_as(uow, command, by.person.id, by.around, by.now)


def adopt_as(
    uow: UnitOfWork, command: Adopt, person_id: int, around: Surroundings, now: datetime
) -> ReorganisationRecord:
    """Adopt in somebody's name, who was found to be allowed to; see `adopt`."""
    decision = command.decision
    if not decision.number.strip():
        raise BadInputError("reorganise-no-decision")
    found = preview(uow, command.changes)
    if found.faults:
        raise BadInputError(f"reorganise-fault-{found.faults[0].code}", unit=found.faults[0].name)
    if found.unknown_rows:
        raise BadInputError("reorganise-rows-unknown", rows=", ".join(found.unknown_rows))
    new = uow.reorganisations.add(
        code=plan_codes.reorganisation_code(
            around.token, now, lambda code: uow.reorganisations.by_code(code) is not None
        ),
        state=ADOPTED,
        decision_no=decision.number.strip(),
        decided_on=decision.dated,
        effective_on=decision.effective,
        changes=changes_to_json(as_named(uow, command.changes)),
        adopted_by=person_id,
        adopted_at=now,
    )
    record = uow.reorganisations.get(new)
    uow.audit.add(
        "reorganisation_adopted",
        f"reorganisation:{record.code}",
        person_id=person_id,
        now=now,
        detail={"decision": record.decision_no, "effective_on": record.effective_on.isoformat()},
    )
    if decision.effective <= local(now).date():
        return apply(uow, around, record, now)
    handing_over.announce(uow, around, record, _receiving(uow, command.changes), now)
    return record


def _receiving(uow: UnitOfWork, changes: Sequence[Change]) -> dict[int, tuple[str, ...]]:
    """Return by standing receiver which units it will take over from."""
    found: dict[int, tuple[str, ...]] = {}
    for laid in _over(uow, changes).laid:
        names = tuple(uow.units.get(unit_id).name for unit_id in laid.ending)
        for _, unit_id in laid.receivers:
            if unit_id is not None:
                found[unit_id] = (*found.get(unit_id, ()), *names)
    return found


def apply(
    uow: UnitOfWork, around: Surroundings, record: ReorganisationRecord, now: datetime
) -> ReorganisationRecord:
    """Carry an adopted decision out once; raises ConflictError `reorganise-over` where that was done.

    Raises BadInputError `reorganise-fault-…` where the registry has changed since so that it cannot be.
    """
    over = _over(uow, changes_from_json(record.changes))
    if over.faults:
        raise BadInputError(f"reorganise-fault-{over.faults[0].code}", unit=over.faults[0].name)
    if not uow.reorganisations.leave(record.id, APPLIED, now):
        raise ConflictError("reorganise-over", code=record.code)
    handed = reorganisation_moves.carry_out(uow, over.laid, record.effective_on, record.adopted_by, now)
    uow.audit.add(
        "reorganisation_applied",
        f"reorganisation:{record.code}",
        person_id=record.adopted_by,
        now=now,
        detail={
            "handed": [
                {
                    "from": one.from_name,
                    "to": uow.units.get(one.to_unit).name,
                    "duties": len(one.duties),
                    "cases": len(one.cases),
                }
                for one in handed
            ]
        },
    )
    handing_over.begin(uow, around, record, handed, now)
    return uow.reorganisations.get(record.id)


@dataclass(frozen=True, slots=True)
class Cancel:
    """Give up a decision whose day has not come."""

    code: str


def cancel(uow: UnitOfWork, command: Cancel, by: Acting) -> None:
    """Give it up; raises NotAllowedError, or ConflictError `reorganise-over` where it was carried out."""
    found = uow.reorganisations.by_code(command.code)
    if found is None or not by.person.has_role("coordinator", "admin"):
        raise NotAllowedError("not-allowed")
    if not uow.reorganisations.leave(found.id, CANCELLED):
        raise ConflictError("reorganise-over", code=found.code)
    uow.audit.add(
        "reorganisation_cancelled",
        f"reorganisation:{found.code}",
        person_id=by.person.id,
        now=by.now,
    )


def tick(uow: UnitOfWork, around: Surroundings, now: datetime) -> int:
    """Carry out what holds from today on, and ask receivers who have not said yes; returns how much was done."""
    done = 0
    for record in uow.reorganisations.in_state(ADOPTED):
        if record.effective_on > local(now).date():
            break
        try:
            apply(uow, around, record, now)
        except BadInputError as error:
            done += handing_over.tell_stuck(uow, record, error, now)
        else:
            done += 1
    return done + handing_over.ask_again(uow, around, now)


def next_tick(uow: UnitOfWork, now: datetime) -> datetime | None:
    """Return the next instant at which `tick` may do something."""
    days = (record.effective_on for record in uow.reorganisations.in_state(ADOPTED))
    starts = (datetime.combine(day, time(), LOCAL) for day in days)
    waiting = uow.reorganisations.next_ask()
    return min((at for at in (*starts, waiting) if at is not None and at > now), default=waiting)
