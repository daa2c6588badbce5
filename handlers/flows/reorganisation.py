"""A coordinator reorganises units: says what changes, by which decision, from when; sees what moves; says yes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.errors import NotAllowedError
from domain.reorganisation import Change, Decision, Receiver
from domain.vietnamese.fold import nfc
from domain.vietnamese.intents import Intent, understand
from domain.vietnamese.reorganisation_words import (
    ToldChange,
    read_any_day,
    read_change,
    read_decision,
    read_effective,
)
from handlers import menu
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Leave, Outcome, Reopen, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.entry import Answered, Begin, Entry, Start
from handlers.services import reorganising
from handlers.services.handing_over import plain_day
from messages.envelope import InboundKind, Option, Say, Text
from storage.unit_of_work import UnitOfWork

NAME = "reorganise"
START = Option("reorganise:start", Text("menu-reorganise"))


def _ask_change(_turn: Turn) -> Say:
    return Say("reorganise-ask-change")


def _read_change(answer: Answer, _turn: Turn) -> Outcome:
    if _stops(answer):
        return Leave(Say("reorganise-left"))
    told = read_change(answer.text) if answer.kind is InboundKind.TEXT and not answer.picked else None
    return Retry(Say("reorganise-how")) if told is None else Got(_values(told))


def _stops(answer: Answer) -> bool:
    """Whether a coordinator has thought better of it."""
    if answer.kind is not InboundKind.TEXT or answer.picked is not None:
        return False
    return understand(answer.text).intent in (Intent.CANCEL, Intent.NO)


def _values(told: ToldChange) -> dict[str, Any]:
    """Return what a sentence told, by step."""
    values: dict[str, Any] = {"change": {"before": list(told.before), "after": list(told.after)}}
    if told.number is not None:
        values["number"] = told.number
    if told.dated is not None:
        values["dated"] = told.dated.isoformat()
    if told.effective is not None:
        values["effective"] = told.effective.isoformat()
    return values


def _changes(turn: Turn) -> tuple[Change, ...]:
    told = turn.answer("change")
    return (Change(tuple(told["before"]), tuple(Receiver(name) for name in told["after"])),)


def _fault(turn: Turn) -> Mapping[str, Any] | None:
    look: Mapping[str, Any] = turn.answer("look")
    return look["fault"] if look else None


def _read_again(answer: Answer, turn: Turn) -> Outcome:
    """Take the change said anew after what could not be carried out."""
    outcome = _read_change(answer, turn)
    if isinstance(outcome, Got):
        return Got(outcome.values, again=("look",))
    return outcome


def _say_fault(turn: Turn) -> Say:
    fault = _fault(turn) or {}
    return Say(f"reorganise-fault-{fault['code']}", {"unit": fault["name"]})


def _read_number(answer: Answer, _turn: Turn) -> Outcome:
    if _stops(answer):
        return Leave(Say("reorganise-left"))
    told = read_decision(nfc(answer.text))
    if told.number is None:
        return Retry(Say("reorganise-number-how"))
    values = {"number": told.number}
    if told.dated is not None:
        values["dated"] = told.dated.isoformat()
    return Got(values)


def _read_dated(answer: Answer, _turn: Turn) -> Outcome:
    if _stops(answer):
        return Leave(Say("reorganise-left"))
    day = read_any_day(answer.text)
    return Retry(Say("reorganise-day-how")) if day is None else Got({"dated": day.isoformat()})


def _read_effective(answer: Answer, _turn: Turn) -> Outcome:
    if _stops(answer):
        return Leave(Say("reorganise-left"))
    day = read_effective(answer.text) or read_any_day(answer.text)
    return Retry(Say("reorganise-day-how")) if day is None else Got({"effective": day.isoformat()})


def _ask_sure(turn: Turn) -> Say:
    look = turn.answer("look")
    lines = [
        Text(
            "reorganise-line-begins" if one["begins"] else "reorganise-line",
            {k: str(one[k]) for k in _COUNTS},
        )
        for one in look["moves"]
    ]
    lines += [Text("reorganise-deaf", {"unit": name}) for name in look["deaf"]]
    params = {
        "shape": Text(f"reorganise-shape-{look['shape']}"),
        "before": "; ".join(look["before"]),
        "after": "; ".join(one["to"] for one in look["moves"]),
        "number": turn.answer("number"),
        "dated": plain_day(date.fromisoformat(turn.answer("dated"))),
        "effective": plain_day(date.fromisoformat(turn.answer("effective"))),
        "lines": lines,
    }
    options = (
        Option("sure:yes", Text("reorganise-yes")),
        Option("sure:fix", Text("choice-fix")),
        Option("sure:no", Text("reorganise-no")),
    )
    return Say("reorganise-sure", params, options=options)


_COUNTS = ("to", "duties", "cases", "people")


def _read_sure(answer: Answer, turn: Turn) -> Outcome:
    said = understand(answer.text).intent if answer.picked is None else None
    if answer.picked == "sure:yes" or said is Intent.YES:
        return Got({"sure": True})
    if answer.picked == "sure:fix":
        return Reopen(("change", "number", "dated", "effective", "look", "sure"))
    if answer.picked == "sure:no" or said is Intent.NO:
        return Leave(Say("reorganise-left"))
    return Retry(_ask_sure(turn))


def _command(turn: Turn) -> reorganising.Adopt:
    day = date.fromisoformat
    decision = Decision(turn.answer("number"), day(turn.answer("dated")), day(turn.answer("effective")))
    return reorganising.Adopt(_changes(turn), decision)


def _told(turn: Turn) -> Say:
    done = turn.answer("adopt")
    if done["state"] == reorganising.APPLIED:
        return Say("reorganise-applied", {"code": done["code"]}, options=(menu.OVERVIEW,))
    cancel = Option(f"reorganise:cancel:{done['code']}", Text("reorganise-cancel"))
    day = plain_day(date.fromisoformat(turn.answer("effective")))
    return Say("reorganise-adopted", {"code": done["code"], "effective": day}, options=(cancel,))


FLOW = Flow(
    name=NAME,
    steps=(
        Ask("change", _ask_change, _read_change, free_text=True),
        Do("look", lambda turn: reorganising.Look(_changes(turn))),
        Ask("mend", _say_fault, _read_again, when=lambda turn: _fault(turn) is not None, free_text=True),
        Ask("number", lambda _turn: Say("reorganise-ask-number"), _read_number),
        Ask("dated", lambda _turn: Say("reorganise-ask-dated"), _read_dated),
        Ask("effective", lambda _turn: Say("reorganise-ask-effective"), _read_effective),
        Ask("sure", _ask_sure, _read_sure),
        Do("adopt", _command),
        Tell("told", _told),
    ),
)


def _look(uow: UnitOfWork, command: reorganising.Look, _by: Acting) -> dict[str, Any]:
    found = reorganising.preview(uow, command.changes)
    if found.faults:
        first = found.faults[0]
        return {"fault": {"code": first.code, "name": first.name}}
    one = found.shown[0]
    return {
        "fault": None,
        "shape": one.shape.value,
        "before": list(one.before),
        "moves": [
            {
                "to": move.to,
                "begins": move.begins,
                "duties": move.duties,
                "cases": move.cases,
                "people": move.people,
            }
            for move in one.moves
        ],
        "deaf": list(one.deaf),
    }


def _adopt(uow: UnitOfWork, command: reorganising.Adopt, by: Acting) -> dict[str, str]:
    record = reorganising.adopt(uow, command, by)
    return {"code": record.code, "state": record.state}


def _may(by: Acting) -> None:
    if not by.person.has_role("coordinator", "admin"):
        raise NotAllowedError("not-allowed")


def _tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Take `reorganise:start` and `reorganise:cancel:<code>`."""
    _may(by)
    if args[:1] == ["cancel"] and len(args) == 2:
        reorganising.cancel(uow, reorganising.Cancel(args[1]), by)
        return Answered((Say("reorganise-cancelled", {"code": args[1]}),))
    return Begin(NAME)


def _words(_uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Hear a coordinator order a change; anybody else's words about one order nothing."""
    if not by.person.has_role("coordinator", "admin"):
        return None
    told = read_change(text)
    return None if told is None else Begin(NAME, _values(told))


ENTRY = Entry(
    NAME,
    flow=FLOW,
    taps={"reorganise": _tap},
    words=_words,
    commands={reorganising.Look: _look, reorganising.Adopt: _adopt},
)
