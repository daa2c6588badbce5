"""Looking through a plan as read: the doubtful places one by one, or the whole list in pages."""

from handlers.conversation.answers import Answer, Outcome
from handlers.conversation.flow import Tell, Turn
from handlers.flows import plan_acts, plan_fix, plan_groups, plan_view
from messages.envelope import Option, Say, Text

PAGE = 6


# Doubtful places


def _doubts_left(turn: Turn) -> tuple[plan_view.Doubtful, ...]:
    if not plan_view.is_draft(turn) or turn.answer("go") != "doubts":
        return ()
    passed = set(turn.answer("passed", []))
    return tuple(item for item in plan_view.doubtful(plan_view.plan_of(turn)) if item.key not in passed)


def _ask_doubt(turn: Turn) -> Say:
    left, passed = _doubts_left(turn), len(turn.answer("passed", []))
    item = left[0]
    options = [Option("pl:ok", Text("choice-yes"))]
    if item.task is not None:
        options.append(Option("pl:fix", Text("choice-fix")))
    options += [Option("pl:pass", Text("choice-skip")), plan_acts.HUB]
    row = item.task is not None and item.line is None
    return Say(
        "plan-ask-doubt-row" if row else "plan-ask-doubt-line",
        {"ref": item.task["id"] if item.task else "", "line": str(item.line or "")},
        options=tuple(options),
        step=(passed + 1, passed + len(left)),
    )


def _read_doubt(answer: Answer, turn: Turn) -> Outcome:
    item = _doubts_left(turn)[0]
    passed = {"passed": [*turn.answer("passed", []), item.key]}
    ref = item.task["id"] if item.task else None
    match plan_acts.picked_or_said(answer, {"ok": plan_acts.YES, "pass": plan_acts.LATER}):
        case ["ok"]:
            row = ref if item.line is None else None
            return plan_acts.act({"what": "check", "ref": row, "line": item.line}, passed)
        case ["pass"]:
            return plan_acts.move(passed)
        case ["hub"]:
            return plan_acts.to_hub()
        case ["fix"] if item.task is not None:
            fields = {d["field"] for d in item.task["review"]} & set(plan_fix.FIELDS)
            only = {"field": fields.pop()} if len(fields) == 1 else {}
            return plan_acts.move({**passed, "row": ref, **only}, plan_acts.FIX)
    in_one = plan_fix.in_one_go(answer, turn, passed, ref)
    return in_one or plan_acts.retry(_ask_doubt(turn), "choose-one")


# The whole list


def _ask_page(turn: Turn) -> Say:
    tasks, page = plan_view.tasks_of(turn), int(turn.answer("page", 0))
    pages = max(-(-len(tasks) // PAGE), 1)
    options = [Option(f"pl:page:{page + 1}", Text("plan-choice-next"))] if page + 1 < pages else []
    options += [Option(f"pl:page:{page - 1}", Text("plan-choice-previous"))] if page else []
    draft = plan_view.is_draft(turn)
    options.append(plan_acts.HUB if draft else Option("pl:hub", Text("plan-choice-close")))
    return Say(
        "plan-page" if draft else "plan-page-only",
        {
            "rows": [plan_view.row_lines(t) for t in tasks[page * PAGE : (page + 1) * PAGE]],
            "page": str(page + 1),
            "pages": str(pages),
        },
        options=tuple(options),
        numeric=draft and plan_view.has_numbers(turn),
    )


def _read_page(answer: Answer, turn: Turn) -> Outcome:
    match plan_acts.picked(answer):
        case ["page", page] if page.isdigit():
            return plan_acts.move({"page": int(page)})
        case ["hub"]:
            return plan_groups.leave_groups(turn)
        case ["row", ref] if plan_view.is_draft(turn):
            return plan_acts.move({"row": ref}, tuple(k for k in plan_acts.FIX if k != "row"))
    typed = plan_fix.row_typed(answer, turn) if answer.text and plan_view.is_draft(turn) else None
    return typed or plan_acts.retry(_ask_page(turn), "choose-one")


EVIDENCE = Tell(
    "evidence",
    lambda turn: plan_view.evidence(_doubts_left(turn)[0]),
    when=lambda turn: bool(_doubts_left(turn)),
)
DOUBT = plan_acts.ask("doubt", _ask_doubt, _read_doubt, lambda turn: bool(_doubts_left(turn)))
PAGES = plan_acts.ask(
    "turn_page",
    _ask_page,
    _read_page,
    lambda turn: turn.facts["plan"] is not None and turn.answer("go") == "list",
    free_text=True,
    drafts_only=False,
)
