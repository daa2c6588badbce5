"""What a coordinator changes in a plan as read: fields, doubts looked at, the rhythm, who a phrase means.

The reading keeps its first words under `original` and every change under `corrections`, each with who and
when; the audit trail names field and lines.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.errors import BadInputError, ConflictError
from domain.plan import TaskKind
from handlers.acting import Acting
from handlers.services import access, plan_doubts, plan_entering, plans, unit_aliases
from handlers.services.fan_out import CHOSEN, EVERYONE, LATER, NOBODY, key_of
from storage.records import PlanRecord
from storage.unit_of_work import UnitOfWork

FIELDS = ("lead_units", "coordinating_units", "deadline", "text", "product", "kind")

Reading = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Correct:
    """Set one field of one row of a draft.

    `value`: names for lead_units and coordinating_units; {"text", "deadline"} (the words, and the JSON of
    domain.plan_json) for deadline; words for text and product (None for no product); a TaskKind for kind.
    """

    code: str
    ref: str
    field: str
    value: Any


def correct(uow: UnitOfWork, command: Correct, by: Acting) -> dict[str, Any]:
    """Keep a correction and return the row as it is now; the doubts about that field are settled by it.

    Raises NotAllowedError `plan-unknown`, ConflictError `plan-approved-already`, BadInputError
    `plan-row-unknown` or `plan-value-unfit`.
    """
    plan = plans.draft_for(uow, by, command.code)
    task = _row_of(plan, command.ref)
    changes = _changes(command)
    before = {key: task[key] for key in changes}
    doubts = [d for d in task["review"] if d["field"] != command.field]
    after = {**task, **changes, "review": doubts, "needs_review": bool(doubts)}
    reading = _with_row(plan.reading, after)
    original = dict(reading.get("original", {}))
    original[command.ref] = {**before, **original.get(command.ref, {})}
    reading["original"] = original
    reading["corrections"] = [
        *reading.get("corrections", []),
        {"ref": command.ref, "field": command.field, "before": before, "after": changes, **_stamp(by)},
    ]
    uow.plans.change(plan.id, reading=reading)
    uow.audit.add(
        "plan_corrected",
        f"plan:{plan.code}",
        person_id=by.person.id,
        now=by.now,
        detail={"ref": command.ref, "field": command.field, "lines": task["source"]["lines"]},
    )
    return after


def _changes(command: Correct) -> dict[str, Any]:
    value = command.value
    match command.field:
        case "lead_units" | "coordinating_units" if _are_names(value):
            return {command.field: list(dict.fromkeys(value))}
        case "deadline" if isinstance(value, Mapping) and "kind" in value.get("deadline", {}):
            return {"deadline": value["deadline"], "deadline_text": value["text"]}
        case "text" if isinstance(value, str) and value.strip():
            return {"text": value.strip()}
        case "product" if value is None or isinstance(value, str):
            return {"product": (value or "").strip() or None}
        case "kind" if isinstance(value, str) and value in set(TaskKind):
            return {"kind": value}
        case _:
            raise BadInputError("plan-value-unfit")


def _are_names(value: Any) -> bool:
    return (
        isinstance(value, Sequence) and not isinstance(value, str) and all(isinstance(v, str) for v in value)
    )


@dataclass(frozen=True, slots=True)
class Check:
    """Say that what was doubted is right: a row (`ref`), one `field` of it, or the problems at a source line."""

    code: str
    ref: str | None = None
    line: int | None = None
    field: str | None = None


def check(uow: UnitOfWork, command: Check, by: Acting) -> bool:
    """Settle the doubts; raises as `correct` does."""
    plan = plans.draft_for(uow, by, command.code)
    reading = dict(plan.reading)
    settled: Any = command.line
    if command.ref is not None:
        task = _row_of(plan, command.ref)
        settled = [d for d in task["review"] if command.field in (None, d["field"])]
        left = [d for d in task["review"] if d not in settled]
        reading = _with_row(reading, {**task, "review": left, "needs_review": bool(left)})
    what = {"ref": command.ref, "line": command.line, "field": command.field}
    reading["checked"] = [*reading.get("checked", []), {**what, "review": settled, **_stamp(by)}]
    uow.plans.change(plan.id, reading=reading)
    uow.audit.add("plan_checked", f"plan:{plan.code}", person_id=by.person.id, now=by.now, detail=what)
    return True


@dataclass(frozen=True, slots=True)
class PutOff:
    """Leave a doubt (by its key in `plan_doubts`) open for now; it stays open, and comes last from now on."""

    code: str
    key: str


def put_off(uow: UnitOfWork, command: PutOff, by: Acting) -> bool:
    """Keep that somebody looked and left it open; raises as `correct` does, BadInputError for no such doubt."""
    plan = plans.draft_for(uow, by, command.code)
    if command.key not in {item.key for item in plan_doubts.open_doubts(plan.reading)}:
        raise BadInputError("plan-doubt-gone")
    later = [*plan.reading.get("later", []), {"key": command.key, **_stamp(by)}]
    uow.plans.change(plan.id, reading={**plan.reading, "later": later})
    uow.audit.add(
        "plan_doubt_put_off",
        f"plan:{plan.code}",
        person_id=by.person.id,
        now=by.now,
        detail={"key": command.key},
    )
    return True


@dataclass(frozen=True, slots=True)
class SetRhythm:
    """Ask about undated tasks this often."""

    code: str
    check_in: str


def set_rhythm(uow: UnitOfWork, command: SetRhythm, by: Acting) -> str:
    """Set the rhythm of a draft; raises BadInputError `plan-value-unfit` for one that does not exist."""
    plan = plans.draft_for(uow, by, command.code)
    if command.check_in not in plans.CHECK_INS:
        raise BadInputError("plan-value-unfit")
    uow.plans.change(plan.id, check_in=command.check_in)
    uow.audit.add(
        "plan_rhythm_set",
        f"plan:{plan.code}",
        person_id=by.person.id,
        now=by.now,
        detail={"check_in": command.check_in},
    )
    return command.check_in


@dataclass(frozen=True, slots=True)
class Decide:
    """Say who a phrase of the plan means; `choice`: everyone, nobody, later or units (then `unit_ids`)."""

    code: str
    phrase: str
    choice: str
    unit_ids: tuple[int, ...] = ()


def decide(uow: UnitOfWork, command: Decide, by: Acting) -> dict[str, Any]:
    """Keep who is meant; in an approved plan the assignments that follow are added and the units told.

    Returns {"units", "assignments", "unreachable"}. What was assigned already stays assigned. Raises
    NotAllowedError `plan-unknown`, ConflictError `plan-approved-already` for a draft that became part of another
    plan, BadInputError `plan-value-unfit`.
    """
    plan = access.access_plan_for(uow, by.person, command.code)
    if plan.state not in {plans.DRAFT, plans.APPROVED}:
        raise ConflictError("plan-approved-already", code=plan.code)
    if command.choice not in {EVERYONE, NOBODY, LATER, CHOSEN} or (
        (command.choice == CHOSEN) != bool(command.unit_ids)
    ):
        raise BadInputError("plan-value-unfit")
    decisions = {
        **plan.reading.get("decisions", {}),
        command.phrase: {"choice": command.choice, **_stamp(by)},
    }
    members = {**plan.class_members, command.phrase: list(command.unit_ids)}
    uow.plans.change(plan.id, reading={**plan.reading, "decisions": decisions}, class_members=members)
    uow.audit.add(
        "plan_units_decided",
        f"plan:{plan.code}",
        person_id=by.person.id,
        now=by.now,
        detail={"phrase": command.phrase, "choice": command.choice, "units": list(command.unit_ids)},
    )
    if command.choice != LATER:
        unit_aliases.learn(uow, command.phrase, command.unit_ids, plan.code, by)
    found = {"units": len(command.unit_ids), "assignments": 0, "unreachable": []}
    return (
        found if plan.state == plans.DRAFT else _enter_late(uow, uow.plans.get(plan.id), command, by, found)
    )


def _enter_late(
    uow: UnitOfWork, plan: PlanRecord, command: Decide, by: Acting, found: dict[str, Any]
) -> dict[str, Any]:
    _, laid = plans.laid_out(uow, plan)
    entered = plan_entering.enter(uow, by.around, plan, laid.assigned, by.now, late=True)
    unreachable = plan_entering.tell_units(
        uow, by.around, plan, entered.assigned, by.now, key=f":{key_of(command.phrase)}"
    )
    units = len({one.unit_id for one in entered.assigned})
    return {
        **found,
        "units": units,
        "assignments": len(entered.assigned),
        "unreachable": list(unreachable),
    }


def _row_of(plan: PlanRecord, ref: str) -> dict[str, Any]:
    found: dict[str, Any] | None = next((t for t in plan.reading["tasks"] if t["id"] == ref), None)
    if found is None:
        raise BadInputError("plan-row-unknown", ref=ref)
    return found


def _with_row(reading: Reading, row: dict[str, Any]) -> Reading:
    return {**reading, "tasks": [row if t["id"] == row["id"] else t for t in reading["tasks"]]}


def _stamp(by: Acting) -> dict[str, Any]:
    return {"by": by.person.id, "at": by.now.isoformat()}
