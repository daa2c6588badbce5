"""A plan from its file to approval: read, summed up, looked through, corrected, approved, all in the chat.

The steps go round: `go` names the branch (doubts, list, fix, groups, rhythm, approve); when a branch has
nothing more to ask, `desk` asks what to do next.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from domain.vietnamese.fold import fold
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Leave, Outcome
from handlers.conversation.flow import Condition, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.duty_words import shorten
from handlers.entry import Answered, Begin, Entry, Start
from handlers.flows import (
    plan_acts,
    plan_change,
    plan_change_view,
    plan_fix,
    plan_groups,
    plan_looking,
    plan_view,
)
from handlers.flows.plan_which import WHICH
from handlers.services import access, plan_changes, plan_corrections, plan_doubts, plan_merge, plans
from handlers.services.plan_doubts import Doubtful
from messages.envelope import Option, Say, Text
from storage.records import PlanRecord
from storage.unit_of_work import UnitOfWork

LISTED = 8
NAMED = 6
GOES = ("changes", "doubts", "list", "fix", "groups", "rhythm", "approve")
_UNCLEAR = re.compile(
    r"(?:cho )?(?:xem )?(?:lai )?(?:nhung |cac |may )?(?:cho|muc|dong)(?: nao)?(?: can| con| phai)*"
    r"(?: chua (?:ro|chac)| nghi ngo| xem(?: lai)?)"
)


def _is_file(turn: Turn) -> bool:
    return "plan" not in turn.session.answers and "file" in turn.session.answers


def _going(*goes: str) -> Condition:
    return lambda turn: turn.facts["plan"] is not None and turn.answer("go") in goes


# What to do


def _ask_hub(turn: Turn) -> Say:
    numbers = plan_view.counts(turn)
    if plan_change_view.is_change(turn):
        numbers |= plan_change_view.counts(plan_change_view.change_in(turn))
        numbers["base"] = plan_change_view.base_of(turn).code
        return Say("plan-change-summary", numbers, options=_hub_options(turn))
    return Say("plan-summary", numbers, options=_hub_options(turn))


def _hub_options(turn: Turn) -> tuple[Option, ...]:
    plan = plan_view.plan_of(turn)
    doubts, groups = len(plan_view.doubtful(turn)), len(plan_view.fan_of(turn).undecided)
    changes = plan_change_view.is_change(turn)
    words = {
        "changes": Text("plan-go-changes") if changes else None,
        "doubts": Text("plan-go-doubts", {"count": str(doubts)}) if doubts else None,
        "list": Text("plan-go-list"),
        "fix": Text("plan-go-fix"),
        "groups": Text("plan-choice-classes") if plan.reading.get("decisions") else None,
        "rhythm": Text("plan-go-rhythm", {"rhythm": Text(f"plan-rhythm-{plan.check_in}")}),
        "approve": Text("plan-go-apply" if changes else "plan-go-approve"),
    }
    if groups:
        words["groups"] = Text("plan-go-groups", {"count": str(groups)})
    options = tuple(Option(f"pl:go:{go}", label) for go in GOES if (label := words[go]) is not None)
    if plan.reading.get("change"):
        options = (*options, Option("pl:rekin", Text("plan-go-kin")))
    return (*options, Option("pl:close", Text("plan-choice-close")))


def _read_hub(answer: Answer, turn: Turn) -> Outcome:
    match plan_acts.picked_or_said(answer, {"go:approve": plan_acts.APPROVE}) or _unclear_meant(answer, turn):
        case ["go", go] if go in GOES:
            redo = go == "groups" and not plan_view.fan_of(turn).undecided
            return plan_acts.move({"go": go, **({"redo": True} if redo else {})}, plan_acts.BRANCHES)
        case ["rekin"]:
            return plan_acts.move({"rekin": True}, plan_acts.BRANCHES)
        case ["close"]:
            return Leave(Say("plan-left", {"code": plan_view.plan_of(turn).code}))
    in_one = plan_fix.in_one_go(answer, turn, {"go": "fix"})
    if in_one is not None:
        return in_one
    found = plan_view.rows_meant(answer.text, plan_view.tasks_of(turn)) if answer.text else ()
    if len(found) == 1:
        again = tuple(key for key in plan_acts.BRANCHES if key != "row")
        return plan_acts.move({"go": "fix", "row": found[0]["id"]}, again)
    return plan_acts.retry(_ask_hub(turn), "choose-one")


def _unclear_meant(answer: Answer, turn: Turn) -> list[str]:
    """Return the way to what is not clear yet, where the words ask for that."""
    if answer.picked is not None or not _UNCLEAR.fullmatch(fold(answer.text).strip(" .?!")):
        return []
    doubts = plan_view.doubtful(turn)
    return ["go", "doubts" if doubts or not plan_view.fan_of(turn).undecided else "groups"]


# Rhythm and approval


def _ask_rhythm(turn: Turn) -> Say:
    now = Text(f"plan-rhythm-{plan_view.plan_of(turn).check_in}")
    options = (Option(f"pl:rhythm:{r}", Text(f"plan-rhythm-{r}")) for r in plans.CHECK_INS)
    return Say("plan-ask-rhythm", {"now": now}, options=(*options, plan_acts.HUB))


def _read_rhythm(answer: Answer, turn: Turn) -> Outcome:
    match plan_acts.picked(answer):
        case ["hub"]:
            return plan_acts.to_hub()
        case ["rhythm", rhythm] if rhythm in plans.CHECK_INS:
            return plan_acts.act({"what": "rhythm", "check_in": rhythm}, {"go": ""})
    return plan_acts.retry(_ask_rhythm(turn), "choose-one")


def _ask_approve(turn: Turn) -> Say:
    assigned, doubts = plan_view.fan_of(turn).assigned, plan_view.doubtful(turn)
    yes = Text("plan-approve-open", {"count": str(len(doubts))}) if doubts else Text("plan-go-approve")
    changes = plan_change_view.is_change(turn)
    if changes:
        yes = Text("plan-apply-open", {"count": str(len(doubts))}) if doubts else Text("plan-go-apply")
    options = [Option("pl:approve", yes)]
    if doubts:
        options.append(Option("pl:doubts", Text("plan-go-doubts", {"count": str(len(doubts))})))
    if changes:
        named = {
            "base": plan_change_view.base_of(turn).code,
            **plan_change_view.counts(plan_change_view.change_in(turn)),
            "todo": _left_open(doubts, len(plan_view.fan_of(turn).undecided)),
        }
        return Say("plan-ask-apply", named, options=(*options, plan_acts.HUB))
    return Say(
        "plan-ask-approve",
        {
            "code": plan_view.plan_of(turn).code,
            "assignments": str(len(assigned)),
            "units": str(len({one.unit_id for one in assigned})),
            "todo": _left_open(doubts, len(plan_view.fan_of(turn).undecided)),
        },
        options=(*options, plan_acts.HUB),
    )


def _left_open(doubts: Sequence[Doubtful], groups: int) -> Text:
    phrases = Text("plan-todo-groups", {"groups": str(groups)})
    if not doubts:
        return phrases if groups else Text("plan-todo-none")
    left = Text("plan-left-open", {"count": str(len(doubts))})
    return Text("plan-todo-both", {"doubts": left, "groups": phrases}) if groups else left


def _name_open(turn: Turn) -> Say:
    """Name what would stay open, so that a yes is a yes to that."""
    doubts = plan_view.doubtful(turn)
    named: list[Text] = [plan_view.doubt_name(item) for item in doubts[:NAMED]]
    if len(doubts) > NAMED:
        named.append(Text("plan-doubts-more", {"count": str(len(doubts) - NAMED)}))
    return Say("plan-names-open", {"names": plan_view.joined(named)})


def _would_leave_open(turn: Turn) -> bool:
    return plan_view.is_draft(turn) and turn.answer("go") == "approve" and bool(plan_view.doubtful(turn))


def _read_approve(answer: Answer, turn: Turn) -> Outcome:
    match plan_acts.picked_or_said(answer, {"approve": (*plan_acts.APPROVE, *plan_acts.YES, "dong y")}):
        case ["approve"]:
            leaving = [item.key for item in plan_view.doubtful(turn)]
            what = "apply" if plan_change_view.is_change(turn) else "approve"
            return plan_acts.act({"what": what, "leaving": leaving}, {"go": ""})
        case ["doubts"]:
            return plan_acts.move({"go": "doubts"}, plan_acts.BRANCHES)
        case ["hub"]:
            return plan_acts.to_hub()
    return plan_acts.retry(_ask_approve(turn), "choose-one")


def _is_gone(turn: Turn) -> bool:
    return turn.facts["plan"] is None and "plan" in turn.session.answers


FLOW = Flow(
    name="review_plan",
    steps=(
        Do("queued", lambda turn: plans.ReadFile(int(turn.answer("file"))), when=_is_file),
        Tell("reading", lambda _turn: Say("plan-reading"), when=_is_file),
        Tell("gone", lambda _turn: Say("not-allowed"), when=_is_gone),
        Do("done", plan_acts.command, when=lambda turn: "todo" in turn.session.answers),
        Tell("told", plan_acts.told, when=plan_acts.has_words),
        plan_change.KIN,
        plan_acts.ask("go", _ask_hub, _read_hub, plan_view.is_draft),
        *plan_fix.STEPS,
        WHICH,
        plan_fix.SURE,
        plan_change.CHANGES,
        plan_looking.EVIDENCE,
        plan_looking.DOUBT,
        plan_looking.PAGES,
        plan_groups.REST,
        plan_groups.WHO,
        plan_acts.ask("rhythm", _ask_rhythm, _read_rhythm, _going("rhythm")),
        Tell("named_open", _name_open, when=_would_leave_open),
        plan_acts.ask("yes", _ask_approve, _read_approve, _going("approve")),
        plan_acts.ask("desk", _ask_hub, _read_hub, plan_view.is_draft),
    ),
    left=lambda turn: (
        Say("plan-left", {"code": turn.answer("plan")}) if turn.answer("plan") else Say("flow-left")
    ),
)


def _load(uow: UnitOfWork, by: Acting, session: Session) -> Mapping[str, Any]:
    code = session.answers.get("plan")
    plan = uow.plans.by_code(code) if code and by.person.has_role("coordinator", "admin") else None
    if plan is None:
        return {"plan": None}
    known, fan = plans.laid_out(uow, plan)
    base = uow.plans.get(plan.changes_id) if plan.changes_id is not None else None
    may_be = plan.reading.get("change", {}).get("candidates", [])
    named = [(one["code"], one["kind"], uow.plans.by_code(one["code"])) for one in may_be]
    return {
        "plan": plan,
        "registry": known,
        "fan": fan,
        "base": base,
        "change": plan_changes.change_of(plan, base) if base is not None else None,
        "candidates": [(code, kind, found.title) for code, kind, found in named if found is not None],
    }


# Ways in


def _tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
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


def _on_reading(uow: UnitOfWork, by: Acting, data: Mapping[str, Any]) -> Start:
    kept = plans.keep_draft(uow, plans.KeepDraft(data["reading"], data["attachment"]), by)
    plan_changes.consider(uow, kept["code"], by)
    return _review(uow, access.access_plan_for(uow, by.person, kept["code"]))


ENTRY = Entry(
    "review_plan",
    flow=FLOW,
    load=_load,
    commands={
        plans.ReadFile: plans.read_file,
        plans.Approve: plans.approve,
        plan_corrections.Correct: plan_corrections.correct,
        plan_corrections.Check: plan_corrections.check,
        plan_corrections.PutOff: plan_corrections.put_off,
        plan_corrections.SetRhythm: plan_corrections.set_rhythm,
        plan_corrections.Decide: plan_corrections.decide,
        plan_changes.Link: plan_changes.link,
        plan_changes.KeepRow: plan_changes.keep_row,
        plan_merge.ApplyChange: plan_merge.apply_change,
    },
    taps={"plan": _tap},
    results={"read_plan": _on_reading},
)
