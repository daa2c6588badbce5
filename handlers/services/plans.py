"""Plans: kept as read, corrected by a coordinator, approved; only then do units owe anything."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from domain.calendar import LOCAL, local
from domain.errors import BadInputError, ConflictError, NotAllowedError
from handlers.acting import Acting, Surroundings
from handlers.services import access, people, plan_codes, plan_doubts, plan_entering, targets
from handlers.services.fan_out import FanOut, Registry, fan_out, handed_on, names_in, registry
from handlers.services.plan_periods import horizon
from storage.records import PlanRecord
from storage.unit_of_work import UnitOfWork

DRAFT, APPROVED = "draft", "approved"
CHECK_INS = ("monthly", "quarterly", "semiannual", "yearly")
DEFAULT_CHECK_IN = "quarterly"
ROLLED = "plans_rolled_until"


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Have a file read as a plan; the result comes back to the person as a message."""

    attachment: int


def read_file(uow: UnitOfWork, command: ReadFile, by: Acting) -> bool:
    """Queue the reading; raises NotAllowedError for who does not coordinate."""
    coordinating(by)
    uow.jobs.add(
        "read_plan",
        {"attachment": command.attachment},
        person_id=by.person.id,
        reply_to=people.address_list(by.address),
        now=by.now,
    )
    return True


@dataclass(frozen=True, slots=True)
class KeepDraft:
    """Keep a plan as read (the JSON of domain.plan_json) from a file, None where it came from none."""

    reading: dict[str, Any]
    attachment: int | None


def keep_draft(uow: UnitOfWork, command: KeepDraft, by: Acting) -> dict[str, Any]:
    """Keep a draft plan and return {"code", "tasks"}; raises NotAllowedError for who does not coordinate."""
    coordinating(by)
    code = plan_codes.plan_code(by.around.token, by.now, lambda c: uow.plans.by_code(c) is not None)
    document = command.reading["document"]
    uow.plans.add(
        code=code,
        title=document["title"] or document["type"],
        number=document["number"],
        reading=command.reading,
        attachment_id=command.attachment,
        check_in=DEFAULT_CHECK_IN,
        created_by=by.person.id,
        now=by.now,
    )
    uow.audit.add(
        "plan_read",
        f"plan:{code}",
        person_id=by.person.id,
        now=by.now,
        detail={"attachment": command.attachment, "tasks": len(command.reading["tasks"])},
    )
    return {"code": code, "tasks": len(command.reading["tasks"])}


def coordinating(by: Acting) -> None:
    """Let pass who coordinates; raises NotAllowedError for anybody else."""
    if not by.person.has_role("coordinator", "admin"):
        raise NotAllowedError("not-allowed")


def draft_for(uow: UnitOfWork, by: Acting, code: str) -> PlanRecord:
    """Return the draft; raises NotAllowedError `plan-unknown`, or ConflictError where it is approved already."""
    plan = access.access_plan_for(uow, by.person, code)
    if plan.state != DRAFT:
        raise ConflictError("plan-approved-already", code=code)
    return plan


def laid_out(uow: UnitOfWork, plan: PlanRecord) -> tuple[Registry, FanOut]:
    """Return the registry and who gets what of the plan as it stands."""
    tasks = plan.reading["tasks"]
    known = registry(uow, names_in(tasks))
    decisions: Mapping[str, Mapping[str, Any]] = plan.reading.get("decisions", {})
    decided = {phrase: one["choice"] for phrase, one in decisions.items()}
    laid = fan_out(tasks, known, decided, plan.class_members)
    return known, handed_on(laid, plan.reading.get("handed_over", []))


@dataclass(frozen=True, slots=True)
class Approve:
    """Approve a draft: from now on the units owe what it says.

    `leaving` holds the keys of the doubts (see `plan_doubts`) that are knowingly left open.
    """

    code: str
    leaving: tuple[str, ...] = ()


def approve(uow: UnitOfWork, command: Approve, by: Acting) -> dict[str, Any]:
    """Enter rows, assignments and occurrences, and tell the units.

    Returns {"code", "assignments", "units", "occurrences", "unreachable", "undecided", "targets"}: counts, names of
    units where nobody can be reached, phrases that stand for nobody yet, and how many targets are numbers that some
    unit must report. Raises NotAllowedError
    `plan-unknown`, ConflictError `plan-approved-already` for the second of two or `plan-doubts-open` where a
    doubt is open that nobody said yes to, `plan-change-unsettled` where the draft changes another plan (then
    `plan_merge` applies it) or that must still be said, BadInputError `plan-no-rows`.
    """
    plan = access.access_plan_for(uow, by.person, command.code)
    still_open = (
        {item.key for item in plan_doubts.open_doubts(plan.reading)} if plan.state == DRAFT else set()
    )
    if plan.state == DRAFT and not plan.reading["tasks"]:
        raise BadInputError("plan-no-rows")
    unsettled = plan.changes_id is not None or plan.reading.get("change", {}).get("kind", "") is None
    if plan.state == DRAFT and unsettled:
        raise ConflictError("plan-change-unsettled", code=plan.code)
    if still_open - set(command.leaving):
        raise ConflictError("plan-doubts-open", count=str(len(still_open)))
    if not uow.plans.approve(plan.id, by.person.id, by.now):
        raise ConflictError("plan-approved-already", code=plan.code)
    _, laid = laid_out(uow, plan)
    uow.plans.add_tasks([row_of(plan.id, at, task) for at, task in enumerate(plan.reading["tasks"])])
    entered = plan_entering.enter(uow, by.around, plan, laid.assigned, by.now)
    unreachable = plan_entering.tell_units(uow, by.around, plan, entered.assigned, by.now)
    if uow.meta.get(ROLLED) is None:
        uow.meta.put(ROLLED, horizon(local(by.now).date()).isoformat())
    counts = {
        "assignments": len(entered.assigned),
        "units": len({one.unit_id for one in entered.assigned}),
        "occurrences": entered.occurrences,
    }
    uow.audit.add(
        "plan_approved",
        f"plan:{plan.code}",
        person_id=by.person.id,
        now=by.now,
        detail={**counts, "left_open": sorted(still_open)},
    )
    return {
        "code": plan.code,
        **counts,
        "unreachable": list(unreachable),
        "undecided": list(laid.undecided),
        "targets": len(targets.numeric(plan)),
    }


def row_of(plan_id: int, position: int, task: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row of a reading as a row of the plan's table."""
    return {
        "plan_id": plan_id,
        "ref": task["id"],
        "kind": task["kind"],
        "position": position,
        "text": task["text"],
        "deadline": task["deadline"],
        "deadline_text": task["deadline_text"],
        "product": task["product"],
        "by_mandate": task["by_mandate"],
        "lines": task["source"]["lines"],
    }


def roll(uow: UnitOfWork, around: Surroundings, now: datetime) -> int:
    """Add the occurrences that open until the end of the month after next; returns how many.

    How far it came is remembered, so that running it again costs one look.
    """
    until = horizon(local(now).date())
    done = _rolled(uow)
    if done is not None and done >= until:
        return 0
    added = 0
    for plan in uow.plans.in_state(APPROVED):
        entered = horizon(local(plan.approved_at or now).date())
        added += plan_entering.roll_plan(uow, around, plan, max(entered, done or entered), until, now)
    added += targets.roll(uow, around, until, now)
    uow.meta.put(ROLLED, until.isoformat())
    return added


def next_roll(uow: UnitOfWork, now: datetime) -> datetime | None:
    """Return the next instant at which `roll` may add something: local midnight of the 1st of next month."""
    if not uow.plans.any_in_state(APPROVED):
        return None
    today = local(now).date()
    done = _rolled(uow)
    if done is None or done < horizon(today):
        return now
    months = today.year * 12 + today.month
    return datetime.combine(date(months // 12, months % 12 + 1, 1), time(), LOCAL)


def _rolled(uow: UnitOfWork) -> date | None:
    found = uow.meta.get(ROLLED)
    return None if found is None else date.fromisoformat(found)
