"""Something more about a case reported before: asked whether it belongs there, then added to it. Pure."""

from domain.vietnamese.fold import fold
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Do, Step, Tell, Turn
from handlers.conversation.session import Session
from handlers.flows import accident_aside as aside
from handlers.flows import accident_reading as reading
from handlers.services import accidents, case_facts
from messages.envelope import Option, Say, Text


def is_added(turn: Turn) -> bool:
    """Whether what was told belongs to a case reported before."""
    return bool(turn.answer("which") == "add")


def _ask_which(turn: Turn) -> Say:
    options = (
        Option("which:add", Text("accident-which-add")),
        Option("which:new", Text("accident-which-new")),
    )
    return Say("accident-which-case", {"code": turn.answer("recent")["code"]}, options=options)


def _read_which(answer: Answer, turn: Turn) -> Outcome:
    said = fold(answer.text).strip(" .!") if answer.picked is None else answer.picked
    if said in ("which:new", "vu khac", "khong", "ko"):
        return Got({"which": "new"})
    if said in ("which:add", "them", "dung", "dung roi", "ok", "co", "u", "vang"):
        return Got({"which": "add"})
    return reading.keep_what_came(answer, turn) or Retry(_ask_which(turn))


def _add(turn: Turn) -> accidents.RecordFacts:
    recent = turn.answer("recent")
    known = Turn(
        Session(turn.session.flow, answers=turn.facts["recent_facts"]), turn.facts, turn.now, turn.language
    )
    told = reading.facts_in(recent["said"], known, corrects=aside.corrects(recent["said"]))
    kept = {name: value for name, value in told.values.items() if name in case_facts.FIELDS}
    media = {name: turn.answer(name) for name in case_facts.LIST_FIELDS if turn.answer(name)}
    remarks = [*media.pop("remarks", []), recent["said"]]
    return accidents.RecordFacts(recent["code"], {**kept, **media, "remarks": remarks})


WHICH: tuple[Step, ...] = (
    Ask("which", _ask_which, _read_which, when=lambda turn: bool(turn.answer("recent"))),
    Do("added", _add, when=is_added),
    Tell(
        "added_told",
        lambda turn: Say("accident-added", {"code": turn.answer("recent")["code"]}),
        when=is_added,
    ),
)
