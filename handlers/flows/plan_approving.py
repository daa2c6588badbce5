"""Approving a draft, or applying a change: what stays open is named, and a yes is a yes to that."""

from collections.abc import Sequence

from handlers.conversation.answers import Answer, Outcome
from handlers.conversation.flow import Tell, Turn
from handlers.flows import plan_acts, plan_change_view, plan_view
from handlers.services.plan_doubts import Doubtful
from messages.envelope import Option, Say, Text

NAMED = 6


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


NAMED_OPEN = Tell("named_open", _name_open, when=_would_leave_open)
YES = plan_acts.ask(
    "yes",
    _ask_approve,
    _read_approve,
    lambda turn: turn.facts["plan"] is not None and turn.answer("go") == "approve",
)
