"""What the steps of a plan review share: picking, coming round, and what is to be done and said of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.vietnamese.fold import fold
from handlers.conversation.answers import Answer, Got, Leave, Outcome, Retry
from handlers.conversation.flow import Ask, Condition, Turn
from handlers.flows import plan_change_view, plan_view
from handlers.flows.unit_names_asked import Known, known_names
from handlers.services import plan_changes, plan_corrections, plan_links, plan_merge, plans
from handlers.services.fan_out import CHOSEN, names_in
from messages.envelope import InboundKind, Option, Say, Text

PREFIX = "pl:"
ONCE = ("todo", "done", "told", "evidence", "named_open")
FIX = ("row", "rows", "field", "value", "problem", "picked", "unclear", "sure")
BRANCHES = (*FIX, "passed", "page", "only", "asked", "redo", "rest", "rest_yes", "yes", "rhythm", "who")
ANOTHER = (*ONCE, *BRANCHES, "plan", "go", "queued", "reading")
HUB = Option("pl:hub", Text("plan-choice-hub"))
YES = (
    "dung",
    "dung roi",
    "dung the",
    "dung vay",
    "ok",
    "oke",
    "ok roi",
    "ok dung",
    "chuan",
    "chuan roi",
    "yes",
)
LATER = ("de sau", "bo qua", "later")
APPROVE = (
    "duyet", "duyet di", "duyet luon", "duyet thoi", "duyet ke hoach", "ok duyet", "ok duyet di", "dong y duyet",
    "duyet het", "approve", "ap dung", "ap dung di", "ap dung thay doi", "apply",
)  # fmt: skip
_ENDINGS = (" a", " nhe", " nha", " em", " ban")


def picked(answer: Answer) -> list[str]:
    """Return the words of a choice of this flow, an empty list for anything else."""
    if answer.picked is None or not answer.picked.startswith(PREFIX):
        return []
    return answer.picked.removeprefix(PREFIX).split(":", 1)


def picked_or_said(answer: Answer, words: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the words of a choice, also of one typed as any of the `words` (folded) for it."""
    if answer.picked is not None:
        return picked(answer)
    said = fold(answer.text).strip(" .,!?").replace(",", "")
    for ending in _ENDINGS:
        said = said.removesuffix(ending)
    return next((choice.split(":", 1) for choice, forms in words.items() if said in forms), [])


def ask(
    key: str,
    prompt: Callable[[Turn], Say],
    read: Callable[[Answer, Turn], Outcome],
    when: Condition,
    *,
    free_text: bool = False,
    drafts_only: bool = True,
) -> Ask:
    """Return a question of the review; it closes where the plan was approved, or the role lost, meanwhile.

    A file sent instead of an answer is another plan to read; the draft stays as it is.
    """

    def over(turn: Turn) -> Say | None:
        if turn.facts["plan"] is None:
            return Say("not-allowed")
        if drafts_only and not plan_view.is_draft(turn):
            return Say("plan-approved-already", {"code": plan_view.plan_of(turn).code})
        return None

    def worded(turn: Turn) -> Say:
        return over(turn) or prompt(turn)

    def taken(answer: Answer, turn: Turn) -> Outcome:
        if (
            answer.kind is InboundKind.FILE
            and answer.attachment is not None
            and turn.facts["plan"] is not None
        ):
            return Got({"file": answer.attachment}, again=ANOTHER)
        closed = over(turn)
        return read(answer, turn) if closed is None else Leave(closed)

    return Ask(key, worded, taken, when=when, free_text=free_text)


def has_letters(answer: Answer) -> bool:
    """Whether words were typed: a number alone, or a choice of something older, is no name and no text."""
    return answer.picked is None and any(c.isalpha() for c in answer.text)


def retry(prompt: Say, key: str, params: Mapping[str, Any] | None = None) -> Retry:
    """Ask again with other words, leaving the choices in place."""
    return Retry(replace(prompt, key=key, params=params or {}))


def move(values: Mapping[str, Any], again: Iterable[str] = ()) -> Got:
    """Go on with these answers; what was done and shown before is over."""
    return Got(values, again=(*ONCE, *again))


def act(todo: Mapping[str, Any], values: Mapping[str, Any], again: Iterable[str] = ()) -> Got:
    """Have something done, then go on."""
    return move({**values, "todo": dict(todo)}, again)


def to_hub() -> Got:
    """Return to the list of what can be done."""
    return move({"go": ""}, BRANCHES)


_COMMANDS: Mapping[str, Callable[[str, Mapping[str, Any]], Any]] = {
    "correct": lambda code, todo: plan_corrections.Correct(code, todo["ref"], todo["field"], todo["value"]),
    "check": lambda code, todo: plan_corrections.Check(code, todo["ref"], todo["line"], todo.get("field")),
    "later": lambda code, todo: plan_corrections.PutOff(code, todo["key"]),
    "rhythm": lambda code, todo: plan_corrections.SetRhythm(code, todo["check_in"]),
    "decide": lambda code, todo: plan_corrections.Decide(
        code, todo["phrase"], todo["choice"], tuple(todo["units"])
    ),
    "link": lambda code, todo: plan_changes.Link(code, todo["of"], todo["kind"]),
    "web": lambda code, _todo: plan_links.MakeLink(code),
    "keep": lambda code, todo: plan_changes.KeepRow(code, todo["ref"]),
    "apply": lambda code, todo: plan_merge.ApplyChange(code, tuple(todo["leaving"])),
    "approve": lambda code, todo: plans.Approve(code, tuple(todo.get("leaving", ()))),
}


def command(turn: Turn) -> Any:
    """Return the command that the last answer asked for."""
    todo = turn.answer("todo")
    return _COMMANDS[todo["what"]](plan_view.plan_of(turn).code, todo)


def action(data: Mapping[str, Any]) -> tuple[Any, Callable[[Any], Say | None]]:
    """Return the command of an act on the page of a plan, and what is said of its outcome in the chat."""
    todo, code = data["todo"], str(data["code"])

    def said(result: Any) -> Say | None:
        match todo["what"]:
            case "apply":
                return _applied(result)
            case "approve":
                return _approved(code, result)
        return None

    return _COMMANDS[todo["what"]](code, todo), said


def has_words(turn: Turn) -> bool:
    """Whether there is something to say of what was done."""
    return "done" in turn.session.answers and turn.answer("todo", {}).get("what") not in {
        None,
        "check",
        "later",
    }


def told(turn: Turn) -> Say:
    """Return what was done, in words."""
    todo, result = turn.answer("todo"), turn.answer("done")
    match todo["what"]:
        case "correct":
            return Say(
                "plan-corrected",
                {
                    "ref": todo["ref"],
                    "field": plan_view.field_name(todo["field"]),
                    "value": plan_view.value_text(result, todo["field"]),
                },
            )
        case "rhythm":
            return Say("plan-rhythm-set", {"rhythm": Text(f"plan-rhythm-{result}")})
        case "decide":
            return _decided(turn, todo, result)
        case "link":
            return _linked(turn)
        case "keep":
            return Say("plan-row-kept", {"ref": result["id"]})
        case "web":
            return Say("plan-web-link", {"url": result["url"]})
        case "apply":
            return _applied(result)
        case _:
            return _approved(plan_view.plan_of(turn).code, result)


def _linked(turn: Turn) -> Say:
    draft = plan_view.plan_of(turn)
    if not plan_change_view.is_change(turn):
        return Say("plan-kin-is-new", {"code": draft.code})
    return plan_change_view.summary(draft, plan_change_view.base_of(turn), plan_change_view.change_in(turn))


def _applied(result: Mapping[str, Any]) -> Say:
    if result.get("stale"):
        return Say("plan-change-stale", {"base": result["code"]})
    numbers = ("changed", "new", "withdrawn", "moved", "assignments", "ended")
    return Say(
        "plan-change-applied",
        {
            "base": result["code"],
            **{name: str(result[name]) for name in numbers},
            "rest": _rest(result["unreachable"], result["undecided"]),
        },
        options=_to_phrases(result["code"], result["undecided"]),
    )


def _to_phrases(code: str, undecided: Sequence[str]) -> tuple[Option, ...]:
    label = Text("plan-go-groups", {"count": str(len(undecided))})
    return (Option(f"plan:classes:{code}", label),) if undecided else ()


def _decided(turn: Turn, todo: Mapping[str, Any], result: Mapping[str, Any]) -> Say:
    names = turn.facts["registry"].names()
    meant: Text | str = Text(f"plan-decided-{todo['choice']}")
    if todo["choice"] == CHOSEN:
        meant = plan_view.names_text([names[unit] for unit in todo["units"]])
    params: dict[str, Any] = {"phrase": todo["phrase"], "meant": meant}
    if not result["assignments"]:
        return Say("plan-decided", params)
    more = {"count": str(result["assignments"]), "units": str(result["units"])}
    return Say("plan-decided-added", {**params, **more, "rest": _rest(result["unreachable"], [])})


def _approved(code: str, result: Mapping[str, Any]) -> Say:
    """Say what was approved, and ask for what the document does not say: who reports its targets."""
    rest, options = _rest(result["unreachable"], result["undecided"]), _to_phrases(code, result["undecided"])
    if result.get("targets"):
        rest.append(Text("plan-targets-open", {"count": str(result["targets"])}))
        options = (*options, Option(f"target:start:{code}", Text("target-give")))
    return Say(
        "plan-approved",
        {
            "code": code,
            "assignments": str(result["assignments"]),
            "units": str(result["units"]),
            "rest": rest,
        },
        options=options,
    )


def _rest(unreachable: Sequence[str], undecided: Sequence[str]) -> list[Text]:
    lines: list[Text] = [Text("plan-everyone-reached")] if not unreachable else []
    if unreachable:
        listed = plan_view.names_text(unreachable, shown=20)
        lines.append(Text("plan-unreachable", {"count": str(len(unreachable)), "names": listed}))
    lines += [Text("plan-undecided", {"phrase": phrase}) for phrase in undecided]
    return lines


def known_to(turn: Turn) -> Known:
    """Return every name that may be given to a row: units, classes, phrases of the plan."""
    return known_names(turn.facts["registry"], names_in(plan_view.tasks_of(turn)))
