"""An officer's question to whoever reported a case."""

from collections.abc import Mapping
from typing import Any

from domain.errors import NotAllowedError
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.entry import Begin, Entry, Start
from handlers.services import access, dialogue
from messages.envelope import InboundKind, Say
from storage.unit_of_work import UnitOfWork

NAME = "case_question"


def _code(turn: Turn) -> Mapping[str, Any]:
    return {"code": turn.answer("code")}


def _read(answer: Answer, _turn: Turn) -> Outcome:
    if answer.kind is not InboundKind.TEXT or answer.picked is not None or not answer.text:
        return Retry(Say("case-ask-how"))
    return Got({"question": answer.text})


FLOW = Flow(
    name=NAME,
    steps=(
        Ask("question", lambda turn: Say("case-ask-what", _code(turn)), _read, free_text=True),
        Do("ask", lambda turn: dialogue.AskReporter(turn.answer("code"), turn.answer("question"))),
        Tell(
            "asked",
            lambda turn: Say(
                "case-asked" if turn.answer("ask")["told"] else "case-asked-unreached", _code(turn)
            ),
        ),
    ),
)


def begin(uow: UnitOfWork, by: Acting, code: str) -> Start:
    """Begin a question; raises NotAllowedError for one who is no officer of the case."""
    case = access.access_case_for(uow, by.person, code)
    if not access.is_officer_on(uow, by.person, case):
        raise NotAllowedError("not-allowed")
    return Begin(NAME, {"code": case.code})


ENTRY = Entry(NAME, flow=FLOW, commands={dialogue.AskReporter: dialogue.ask, dialogue.Reply: dialogue.reply})
