"""Ways into the review: a file that was read, a plan picked from the list, one of its parts."""

from collections.abc import Mapping
from typing import Any

from handlers.acting import Acting
from handlers.duty_words import shorten
from handlers.entry import Answered, Begin, Start
from handlers.flows import plan_change_view, plan_view
from handlers.services import access, plan_changes, plan_doubts, plan_merge, plans
from messages.envelope import Option, Say, Text
from storage.records import PlanRecord
from storage.unit_of_work import UnitOfWork

LISTED = 8


def tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Open a plan, its rows or its phrases, or list the plans."""
    plans.coordinating(by)
    match args:
        case ["review", code]:
            return _review(uow, access.access_plan_for(uow, by.person, code))
        case ["classes", code]:
            return _classes(uow, access.access_plan_for(uow, by.person, code))
        case ["rows", code]:
            plan = access.access_plan_for(uow, by.person, code)
            return Begin("review_plan", {"plan": plan.code, "go": "list"})
    return Answered((_listed(uow.plans.latest(LISTED)),))


def _review(uow: UnitOfWork, plan: PlanRecord) -> Start:
    if plan.state == plans.DRAFT:
        return _draft(uow, plan)
    if plan.state == plan_merge.MERGED and plan.changes_id is not None:
        base = uow.plans.get(plan.changes_id)
        says = (plan_view.title(plan), Say("plan-merged", {"code": plan.code, "base": base.code}))
        return Answered((*says, _standing(base)))
    return Answered((plan_view.title(plan), _standing(plan)))


def _standing(plan: PlanRecord) -> Say:
    options = (
        Option(f"plan:rows:{plan.code}", Text("plan-go-list")),
        Option(f"plan:classes:{plan.code}", Text("plan-choice-classes")),
    )
    return Say(
        "plan-standing", {"code": plan.code, "at": plan.approved_at or plan.created_at}, options=options
    )


def _draft(uow: UnitOfWork, plan: PlanRecord) -> Start:
    """Open a draft at what it changes, else at what is doubtful; all the rest is one line."""
    title = plan_view.title(plan)
    if plan_changes.is_unsettled(plan):
        return Begin("review_plan", {"plan": plan.code}, says=(title,))
    if plan.changes_id is not None:
        base = uow.plans.get(plan.changes_id)
        what = plan_change_view.summary(plan, base, plan_changes.change_of(plan, base))
        return Begin("review_plan", {"plan": plan.code, "go": "changes"}, says=(title, what))
    doubts, clear = plan_doubts.open_doubts(plan.reading), plan_doubts.clear_rows(plan.reading)
    if not doubts:
        return Begin("review_plan", {"plan": plan.code}, says=(title,))
    first = Say("plan-doubts-first", {"count": str(len(doubts)), "clear": str(len(clear))})
    return Begin("review_plan", {"plan": plan.code, "go": "doubts"}, says=(title, first))


def _classes(uow: UnitOfWork, plan: PlanRecord) -> Start:
    _, fan = plans.laid_out(uow, plan)
    if not fan.undecided and not plan.reading.get("decisions"):
        return Answered((Say("plan-no-groups", {"code": plan.code}),))
    redo = {} if fan.undecided else {"redo": True}
    return Begin("review_plan", {"plan": plan.code, "go": "groups", **redo})


def _listed(found: tuple[PlanRecord, ...]) -> Say:
    if not found:
        return Say("plan-list-none")
    options = tuple(
        Option(
            f"plan:review:{plan.code}",
            Text(
                "plan-listed",
                {
                    "code": plan.code,
                    "state": Text(f"plan-state-{plan.state}"),
                    "title": shorten(plan.title, 40),
                },
            ),
        )
        for plan in found
    )
    return Say("plan-list", options=options)


def on_reading(uow: UnitOfWork, by: Acting, data: Mapping[str, Any]) -> Start:
    """Keep what was read as a draft, find out what it is, and open it."""
    kept = plans.keep_draft(uow, plans.KeepDraft(data["reading"], data["attachment"]), by)
    plan_changes.consider(uow, kept["code"], by)
    return _review(uow, access.access_plan_for(uow, by.person, kept["code"]))
