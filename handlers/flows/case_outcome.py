"""The reporter of a closed case: how it went, and "it is not over"."""

from domain.errors import NotAllowedError
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.entry import Answered, Begin, Entry, Start
from handlers.services import access, alerts, outcomes
from messages.envelope import InboundKind, Option, Say, Text
from storage.unit_of_work import UnitOfWork

NAME = "case_reopen"
_SKIP = Option("nav:skip", Text("choice-skip"))


def _read(answer: Answer, _turn: Turn) -> Outcome:
    if answer.kind is not InboundKind.TEXT or answer.picked is not None or not answer.text:
        return Retry(Say("case-reopen-how", options=(_SKIP,)))
    return Got({"why": answer.text})


def _done(turn: Turn) -> Say:
    key = "case-reopened" if turn.answer("reopen") else "case-reopened-nobody"
    return Say(key, {"code": turn.answer("code"), "number": turn.answer("number")})


FLOW = Flow(
    name=NAME,
    steps=(
        Ask(
            "why",
            lambda turn: Say("case-reopen-why", {"code": turn.answer("code")}, options=(_SKIP,)),
            _read,
            free_text=True,
            skippable=True,
        ),
        Do("reopen", lambda turn: outcomes.Reopen(turn.answer("code"), turn.answer("why"))),
        Tell("reopened", _done),
    ),
)


def _on_tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    match args:
        case ["again", code]:
            return _begin(uow, by, code)
        case [mark, code] if mark in outcomes.MARKS:
            outcomes.rate(uow, outcomes.Rate(code, mark), by)
            again = (Option(f"outcome:again:{code}", Text("outcome-again")),) if mark != "good" else ()
            return Answered((Say("outcome-rated", {"code": code}, options=again),))
    return Answered((Say("button-old"),))


def _begin(uow: UnitOfWork, by: Acting, code: str) -> Start:
    case = access.access_case_for(uow, by.person, code)
    if case.reporter_id != by.person.id:
        raise NotAllowedError("not-allowed")
    if case.state != "closed":
        return Answered((Say("outcome-not-closed", {"code": case.code}),))
    return Begin(NAME, {"code": case.code, "number": alerts.emergency_number(by.around)})


ENTRY = Entry("outcome", flow=FLOW, taps={"outcome": _on_tap}, commands={outcomes.Reopen: outcomes.reopen})
