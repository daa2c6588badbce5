"""Whoever has a case chooses another officer for it; that one says yes or no."""

from collections.abc import Mapping
from typing import Any

from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.entry import Answered, Begin, Entry, Start
from handlers.flows import accident_reading
from handlers.services import communes, passing
from messages.envelope import InboundKind, Option, Say, Text
from storage.unit_of_work import UnitOfWork

NAME = "case_passing"


def _label(level: str, unit: str) -> Text:
    return Text(f"passing-level-{level}", {"unit": unit})


def _ask(turn: Turn) -> Say:
    options = tuple(
        Option(f"to:{person}", _label(level, unit)) for person, level, unit in turn.facts["receivers"]
    )
    key = "passing-to-whom" if options else "passing-which-commune"
    return Say(key, {"code": turn.answer("code")}, options=options)


def _read(answer: Answer, turn: Turn) -> Outcome:
    if answer.picked is not None and answer.picked.startswith("to:"):
        known = {str(person): person for person, _, _ in turn.facts["receivers"]}
        chosen = known.get(answer.picked.removeprefix("to:"))
        return Got({"to": chosen}) if chosen is not None else Retry(Say("button-old"))
    if answer.kind is not InboundKind.TEXT or answer.picked is not None:
        return Retry(Say("passing-how"))
    found, sure = accident_reading.communes_meant(answer.text, turn.facts["communes"])
    if not sure:
        return Retry(Say("passing-how"))
    first = turn.facts["of_commune"](turn.facts["communes"][found[0]])
    if first is None:
        return Retry(Say("passing-nobody-there", {"unit": found[0]}))
    return Got({"to": first, "unit": turn.facts["communes"][found[0]]})


FLOW = Flow(
    name=NAME,
    steps=(
        Ask("to", _ask, _read),
        Do("offer", lambda turn: passing.Offer(turn.answer("code"), turn.answer("to"), turn.answer("unit"))),
        Tell(
            "offered",
            lambda turn: Say(
                "passing-asked",
                {
                    "code": turn.answer("code"),
                    "who": _label(turn.answer("offer")["level"], turn.answer("offer")["unit"]),
                },
            ),
        ),
    ),
)


def _load(uow: UnitOfWork, by: Acting, session: Session) -> Mapping[str, Any]:
    case = uow.accidents.by_code(str(session.answers.get("code")))
    if case is None:
        return {"receivers": (), "communes": {}, "of_commune": lambda _unit: None}

    def first(unit_id: int) -> int | None:
        found = passing.receivers(uow, case, by, unit_id)
        return found[0].person_id if found else None

    here = passing.receivers(uow, case, by)
    return {
        "receivers": tuple((one.person_id, one.level, one.unit) for one in here),
        "communes": communes.names(uow),
        "of_commune": first,
    }


def begin(uow: UnitOfWork, by: Acting, code: str) -> Start:
    """Begin choosing; raises NotAllowedError for anybody but the officer who has the case."""
    return Begin(NAME, {"code": passing.owned(uow, code, by).code})


def _offer(uow: UnitOfWork, command: passing.Offer, by: Acting) -> dict[str, str]:
    asked = passing.offer(uow, command, by)
    return {"level": asked.level, "unit": asked.unit}


def _on_tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    if len(args) != 2 or args[0] not in ("yes", "no") or not args[1].isdecimal() or len(args[1]) > 9:
        return Answered((Say("button-old"),))
    yes = args[0] == "yes"
    case = passing.answer(uow, int(args[1]), by, yes=yes)
    options = (Option(f"case:open:{case.code}", Text("case-open")),) if yes else ()
    return Answered(
        (Say("passing-you-took" if yes else "passing-you-left", {"code": case.code}, options=options),)
    )


ENTRY = Entry(NAME, flow=FLOW, load=_load, taps={"passing": _on_tap}, commands={passing.Offer: _offer})
