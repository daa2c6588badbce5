"""The other side of "not ours": the unit that is to take a duty says yes, or no with its reason."""

from collections.abc import Mapping
from typing import Any

from domain.errors import BadInputError
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.entry import Answered, Begin, Entry, Start
from handlers.flows.duty_card import card
from handlers.progress_notices import takeover_options
from handlers.progress_words import inside
from handlers.services import handovers
from messages.envelope import Say
from storage.unit_of_work import UnitOfWork

LARGEST_ID = 18  # digits; what is longer was never an id of ours


def _ask_why(turn: Turn) -> Say:
    return Say("takeover-ask-why", turn.facts["about"])


def _read_why(answer: Answer, _turn: Turn) -> Outcome:
    if answer.picked or not answer.text.strip():
        return Retry(Say("progress-words-needed"))
    return Got({"why": answer.text.strip()})


def _told(turn: Turn) -> Say:
    return Say("takeover-no" if turn.answer("receive")["settled"] else "takeover-over", turn.facts["about"])


REFUSE = Flow(
    name="takeover",
    steps=(
        Ask("why", _ask_why, _read_why, free_text=True, heeds=True),
        Do("receive", lambda turn: handovers.Receive(turn.answer("progress"), False, turn.answer("why"))),
        Tell("told", _told),
    ),
)


def _load(uow: UnitOfWork, _by: Acting, session: Session) -> Mapping[str, Any]:
    said = uow.occurrences.progress(int(session.answers["progress"]))
    if said is None:
        raise LookupError(session.answers["progress"])
    return {"about": {"duty": inside(uow.occurrences.get(said.occurrence_id))}}


def _tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Take `takeover:yes:<id>`, `takeover:no:<id>` and `takeover:look:<id>`."""
    match args:
        case [verb, number] if (
            verb in ("yes", "no", "look") and number.isdecimal() and len(number) < LARGEST_ID
        ):
            return _about(uow, by, verb, int(number))
    raise BadInputError("button-old")


def _about(uow: UnitOfWork, by: Acting, verb: str, progress_id: int) -> Start:
    said, record = handovers.access_offer_for(uow, by.person, progress_id)
    about = {"duty": inside(record)}
    if not handovers.is_offered(said, record):
        return Answered((Say("takeover-over", about),))
    if verb == "look":
        shown = card(uow, by, record)
        return Answered((Say(shown.key, shown.params, options=takeover_options(said)[:2]),))
    if verb == "no":
        return Begin("takeover", {"progress": progress_id})
    taken = handovers.receive(uow, handovers.Receive(progress_id, takes=True), by)
    return Answered((Say("takeover-yes" if taken["settled"] else "takeover-over", about),))


ENTRY = Entry(
    "takeover",
    flow=REFUSE,
    load=_load,
    commands={handovers.Receive: handovers.receive},
    taps={"takeover": _tap},
)
