"""A draft that is no new plan: which plan it belongs to, and what it changes, shown before anything else."""

from handlers.conversation.answers import Answer, Leave, Outcome
from handlers.conversation.flow import Turn
from handlers.duty_words import shorten
from handlers.flows import plan_acts, plan_change_view, plan_view
from handlers.services import plan_changes
from messages.envelope import Option, Say, Text

PAGE = 5
TITLE = 40
_NEW = ("ke hoach moi", "la ke hoach moi", "moi", "new")


def _asks_kin(turn: Turn) -> bool:
    if not plan_view.is_draft(turn):
        return False
    return plan_changes.is_unsettled(plan_view.plan_of(turn)) or bool(turn.answer("rekin"))


def _candidates(turn: Turn) -> list[tuple[str, str, str]]:
    """Return (code, relation, title) of the plans the document may belong to."""
    found: list[tuple[str, str, str]] = turn.facts["candidates"]
    return found


def _ask_kin(turn: Turn) -> Say:
    options = [
        Option(f"pl:kin:{at}", Text(f"plan-kin-{kind}", {"code": code, "title": shorten(title, TITLE)}))
        for at, (code, kind, title) in enumerate(_candidates(turn))
    ]
    options += [
        Option("pl:kin:new", Text("plan-kin-new")),
        Option("pl:close", Text("plan-choice-close")),
    ]
    return Say("plan-ask-kin", {"code": plan_view.plan_of(turn).code}, options=tuple(options))


def _read_kin(answer: Answer, turn: Turn) -> Outcome:
    again = (*plan_acts.BRANCHES, "rekin")
    match plan_acts.picked_or_said(answer, {"kin:new": _NEW}):
        case ["kin", "new"]:
            todo = {"what": "link", "of": None, "kind": plan_changes.NEW}
            return plan_acts.act(todo, {"go": "doubts"}, again)
        case ["kin", at] if at.isdigit() and int(at) < len(_candidates(turn)):
            code, kind, _ = _candidates(turn)[int(at)]
            return plan_acts.act({"what": "link", "of": code, "kind": kind}, {"go": "changes"}, again)
        case ["close"]:
            return Leave(Say("plan-left", {"code": plan_view.plan_of(turn).code}))
    return plan_acts.retry(_ask_kin(turn), "choose-one")


KIN = plan_acts.ask("kin", _ask_kin, _read_kin, _asks_kin)


# What changes


def _ask_changes(turn: Turn) -> Say:
    found = plan_change_view.items(plan_change_view.change_in(turn))
    page = min(int(turn.answer("page", 0)), max(-(-len(found) // PAGE) - 1, 0))
    pages = max(-(-len(found) // PAGE), 1)
    shown = found[page * PAGE : (page + 1) * PAGE]
    doubts = len(plan_view.doubtful(turn))
    options = [Option(f"pl:page:{page + 1}", Text("plan-choice-next"))] if page + 1 < pages else []
    options += [Option(f"pl:page:{page - 1}", Text("plan-choice-previous"))] if page else []
    options += [Option(f"pl:keep:{ref}", Text("plan-choice-keep", {"ref": ref})) for ref, _ in shown if ref]
    if doubts:
        options.append(Option("pl:doubts", Text("plan-go-doubts", {"count": str(doubts)})))
    options += [Option("pl:apply", Text("plan-go-apply")), plan_acts.HUB]
    if not found:
        base = plan_change_view.base_of(turn).code
        return Say("plan-change-nothing-ask", {"base": base}, options=tuple(options))
    return Say(
        "plan-change-page",
        {"rows": plan_change_view.joined_lines(shown), "page": str(page + 1), "pages": str(pages)},
        options=tuple(options),
        numeric=plan_view.has_numbers(turn),
    )


def _read_changes(answer: Answer, turn: Turn) -> Outcome:
    match plan_acts.picked_or_said(answer, {"apply": plan_acts.APPROVE}):
        case ["page", page] if page.isdigit():
            return plan_acts.move({"page": int(page)})
        case ["keep", ref]:
            return plan_acts.act({"what": "keep", "ref": ref}, {})
        case ["doubts"]:
            return plan_acts.move({"go": "doubts"}, plan_acts.BRANCHES)
        case ["apply"]:
            return plan_acts.move({"go": "approve"}, plan_acts.BRANCHES)
        case ["hub"]:
            return plan_acts.to_hub()
    return plan_acts.retry(_ask_changes(turn), "choose-one")


CHANGES = plan_acts.ask(
    "changes",
    _ask_changes,
    _read_changes,
    lambda turn: plan_change_view.is_change(turn) and turn.answer("go") == "changes",
)
