"""Looking through a plan as read: the doubtful places one by one, or the whole list in pages."""

from collections.abc import Sequence

from handlers.conversation.answers import Answer, Got, Outcome
from handlers.conversation.flow import Tell, Turn
from handlers.duty_words import shorten
from handlers.flows import plan_acts, plan_fix, plan_groups, plan_view
from handlers.services import plan_doubts
from handlers.services.plan_doubts import Doubtful
from messages.envelope import Option, Say, Text

PAGE = 6
_AS_READ = ("dung nhu da doc", "nhu da doc", "giu nguyen", "giu nhu da doc", "as read")


# Doubtful places


def _doubts_left(turn: Turn) -> tuple[Doubtful, ...]:
    if not plan_view.is_draft(turn) or turn.answer("go") != "doubts":
        return ()
    passed = set(turn.answer("passed", []))
    return tuple(item for item in plan_view.doubtful(turn) if item.key not in passed)


def _ask_doubt(turn: Turn) -> Say:
    left, passed = _doubts_left(turn), len(turn.answer("passed", []))
    if not left:
        return Say("plan-doubt-gone", options=(plan_acts.HUB,))
    item = left[0]
    options = [Option("pl:ok", Text("plan-choice-as-read"))]
    others = enumerate(plan_view.alternatives(item))
    options += [Option(f"pl:alt:{at}", shorten(words, plan_view.LINE)) for at, (words, _) in others]
    if item.task is not None:
        options.append(Option("pl:fix", Text("choice-fix")))
    options.append(Option("pl:pass", Text("plan-choice-later")))
    if clear := len(plan_doubts.clear_rows(plan_view.plan_of(turn).reading)):
        options.append(Option("pl:clear", Text("plan-go-clear", {"count": str(clear)})))
    return Say(
        "plan-ask-doubt-row" if item.field else "plan-ask-doubt-line",
        {"name": plan_view.doubt_name(item)},
        options=(*options, plan_acts.HUB),
        step=(passed + 1, passed + len(left)),
    )


def _read_doubt(answer: Answer, turn: Turn) -> Outcome:
    left = _doubts_left(turn)
    if not left or left[0].key != turn.answer("evidence"):  # somebody else was here meanwhile
        return Got({} if left else {"go": ""}, Say("plan-doubt-gone"), again=plan_acts.ONCE)
    return _answered(answer, turn, left[0])


def _answered(answer: Answer, turn: Turn, item: Doubtful) -> Outcome:
    passed = {"passed": [*turn.answer("passed", []), item.key]}
    ref = item.task["id"] if item.task else None
    words = {"ok": (*plan_acts.YES, *_AS_READ), "pass": plan_acts.LATER, "approve": plan_acts.APPROVE}
    match plan_acts.picked_or_said(answer, words):
        case ["ok"]:
            row = ref if item.field else None
            return plan_acts.act(
                {"what": "check", "ref": row, "line": item.line, "field": item.field}, passed
            )
        case ["alt", at] if at.isdigit() and int(at) < len(plan_view.alternatives(item)):
            value = plan_view.alternatives(item)[int(at)][1]
            todo = {"what": "correct", "ref": ref, "field": item.field, "value": value}
            return plan_acts.act(todo, passed)
        case ["pass"]:
            return plan_acts.act({"what": "later", "key": item.key}, passed)
        case ["clear"]:
            return plan_acts.move({"go": "list", "only": "clear"}, plan_acts.BRANCHES)
        case ["approve"]:
            return plan_acts.move({"go": "approve"}, plan_acts.BRANCHES)
        case ["hub"]:
            return plan_acts.to_hub()
        case ["fix"] if item.task is not None:
            only = {"field": item.field} if item.field in plan_fix.FIELDS else {}
            return plan_acts.move({**passed, "row": ref, **only}, plan_acts.FIX)
    in_one = plan_fix.in_one_go(answer, turn, passed, ref)
    return in_one or plan_acts.retry(_ask_doubt(turn), "choose-one")


# The whole list


def _listed(turn: Turn) -> Sequence[plan_view.Task]:
    clear = turn.answer("only") == "clear"
    return plan_doubts.clear_rows(plan_view.plan_of(turn).reading) if clear else plan_view.tasks_of(turn)


def _ask_page(turn: Turn) -> Say:
    tasks, page = _listed(turn), int(turn.answer("page", 0))
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
    lambda turn: plan_view.evidence(_doubts_left(turn)[0], plan_view.plan_of(turn).reading),
    when=lambda turn: bool(_doubts_left(turn)),
    mark=lambda turn: _doubts_left(turn)[0].key,
)
DOUBT = plan_acts.ask(
    "doubt",
    _ask_doubt,
    _read_doubt,
    lambda turn: bool(_doubts_left(turn)),
)
PAGES = plan_acts.ask(
    "turn_page",
    _ask_page,
    _read_page,
    lambda turn: turn.facts["plan"] is not None and turn.answer("go") == "list",
    free_text=True,
    drafts_only=False,
)
