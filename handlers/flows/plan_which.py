"""A typed name that fits no unit for sure: the near ones are offered, one question a name."""

from typing import Any

from handlers.conversation.answers import Answer, Got, Outcome
from handlers.conversation.flow import Turn
from handlers.duty_words import shorten
from handlers.flows import plan_acts, plan_groups
from handlers.flows.plan_fix import fixing
from handlers.flows.unit_names_asked import near, read_names
from messages.envelope import Option, Say, Text


def _near(turn: Turn) -> tuple[str, ...]:
    known = plan_acts.known_to(turn)
    names = near(turn.answer("unclear")[0], known)
    return names if fixing(turn) else tuple(name for name in names if known.ids.get(name))


def _ask_which(turn: Turn) -> Say:
    names = _near(turn)
    return Say(
        "plan-which-unit" if names else "plan-no-such-unit",
        {"name": shorten(turn.answer("unclear")[0], 60)},
        options=(
            *(Option(f"pl:name:{at}", name) for at, name in enumerate(names)),
            Option("pl:drop", Text("plan-choice-drop")),
            plan_acts.HUB,
        ),
    )


def _read_which(answer: Answer, turn: Turn) -> Outcome:
    names, rest = list(turn.answer("picked", [])), turn.answer("unclear")[1:]
    offered = _near(turn)
    approve = {} if fixing(turn) else {"approve": plan_acts.APPROVE}
    match plan_acts.picked_or_said(answer, approve):
        case ["approve"]:
            return plan_groups.approve_meant(turn)
        case ["name", at] if at.isdigit() and int(at) < len(offered):
            names.append(offered[int(at)])
        case ["drop"]:
            pass
        case ["hub"]:
            return plan_groups.leave_groups(turn)
        case _ if plan_acts.has_letters(answer):
            named = read_names(answer.text, plan_acts.known_to(turn))
            names += named.sure
            rest = [*named.unclear, *rest]
        case _:
            return plan_acts.retry(_ask_which(turn), "choose-one")
    names = list(dict.fromkeys(names))
    if fixing(turn) and not rest and not names:
        return Got(
            {}, Say("plan-nobody-named"), again=(*plan_acts.ONCE, "value", "problem", "picked", "unclear")
        )
    if rest or fixing(turn):
        values: dict[str, Any] = {"picked": names, "unclear": rest}
        return Got(values)
    return plan_groups.finish(turn, names)


def _is_unclear(turn: Turn) -> bool:
    return turn.facts["plan"] is not None and bool(turn.answer("unclear"))


WHICH = plan_acts.ask("which", _ask_which, _read_which, _is_unclear, free_text=True, drafts_only=False)
