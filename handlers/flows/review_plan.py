"""A plan from its file to approval: read, summed up, looked through, corrected, approved, all in the chat.

The steps go round: `go` names the branch (doubts, list, fix, groups, rhythm, approve); when a branch has
nothing more to ask, `desk` asks what to do next.
"""

import re
from collections.abc import Mapping
from typing import Any

from domain.vietnamese.fold import fold
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Leave, Outcome
from handlers.conversation.flow import Condition, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.entry import Entry
from handlers.flows import (
    plan_acts,
    plan_approving,
    plan_change,
    plan_change_view,
    plan_fix,
    plan_groups,
    plan_looking,
    plan_opening,
    plan_view,
)
from handlers.flows.plan_which import WHICH
from handlers.services import plan_changes, plan_corrections, plan_links, plan_merge, plans
from messages.envelope import Option, Say, Text
from storage.unit_of_work import UnitOfWork

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
    if turn.facts["web"]:
        options = (*options, Option("pl:web", Text("plan-go-web")))
    if plan.reading.get("change"):
        options = (*options, Option("pl:rekin", Text("plan-go-kin")))
    return (*options, Option("pl:close", Text("plan-choice-close")))


def _read_hub(answer: Answer, turn: Turn) -> Outcome:
    match plan_acts.picked_or_said(answer, {"go:approve": plan_acts.APPROVE}) or _unclear_meant(answer, turn):
        case ["go", go] if go in GOES:
            redo = go == "groups" and not plan_view.fan_of(turn).undecided
            return plan_acts.move({"go": go, **({"redo": True} if redo else {})}, plan_acts.BRANCHES)
        case ["web"]:
            return plan_acts.act({"what": "web"}, {"go": ""})
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


# Rhythm


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
        plan_approving.NAMED_OPEN,
        plan_approving.YES,
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
        "web": plan_links.has_page(by),
        "base": base,
        "change": plan_changes.change_of(plan, base) if base is not None else None,
        "candidates": [(code, kind, found.title) for code, kind, found in named if found is not None],
    }


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
        plan_links.MakeLink: plan_links.make_link,
    },
    taps={"plan": plan_opening.tap},
    results={"read_plan": plan_opening.on_reading},
    actions={"plan": plan_acts.action},
)
