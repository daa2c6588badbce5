"""The receiver of a reorganisation says that everything came over, or what is wrong with it."""

from domain.errors import BadInputError
from domain.vietnamese.reorganisation_words import says_received
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.entry import Answered, Begin, Entry, Start
from handlers.services import handing_over
from messages.envelope import InboundKind, Say
from storage.unit_of_work import UnitOfWork

NAME = "handover_objection"
LARGEST_ID = 10  # digits


def _read(answer: Answer, _turn: Turn) -> Outcome:
    if answer.kind is not InboundKind.TEXT or answer.picked is not None or not answer.text.strip():
        return Retry(Say("handover-object-how"))
    return Got({"words": answer.text.strip()})


FLOW = Flow(
    name=NAME,
    steps=(
        Ask("words", lambda _turn: Say("handover-object-what"), _read, free_text=True),
        Do(
            "object",
            lambda turn: handing_over.Object(turn.answer("code"), turn.answer("unit"), turn.answer("words")),
        ),
        Tell("told", lambda turn: Say("handover-object-kept", {"unit": turn.answer("object")})),
    ),
)


def _tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Take `handover:yes:<code>:<unit>` and `handover:no:<code>:<unit>`."""
    match args:
        case ["yes" | "no" as verb, code, number] if number.isdecimal() and len(number) < LARGEST_ID:
            unit_id = int(number)
            if verb == "yes":
                return Answered((handing_over.accept(uow, handing_over.Accept(code, unit_id), by),))
            handing_over.may_answer(uow, code, unit_id, by)
            return Begin(NAME, {"code": code, "unit": unit_id})
    raise BadInputError("button-old")


def _words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Hear "đã nhận đủ" from an officer whose unit is asked about one handing over; None for anything else."""
    if not says_received(text):
        return None
    waiting = handing_over.waiting_for(uow, by)
    if len(waiting) != 1:
        return None
    code, unit_id = waiting[0]
    return Answered((handing_over.accept(uow, handing_over.Accept(code, unit_id), by),))


ENTRY = Entry(NAME, flow=FLOW, taps={"handover": _tap}, commands={handing_over.Object: handing_over.object_})
