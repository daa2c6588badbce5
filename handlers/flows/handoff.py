"""Asking for a human being, by words or a button, and the officer's side of it."""

from domain.vietnamese.handoff_words import wants_number
from domain.vietnamese.intents import Intent, Understanding
from handlers import menu
from handlers.acting import Acting
from handlers.conversation.session import Session
from handlers.entry import Answered, Entry, Start
from handlers.flood import EMERGENCY_FLOW
from handlers.flows import dialogue_facts
from handlers.services import handoff, unfinished
from messages.envelope import Option, Say, Text
from storage.unit_of_work import UnitOfWork


def begin(uow: UnitOfWork, by: Acting, code: str | None = None) -> Start:
    """Ask for an officer. A report that is half told is handed in first, so that whoever comes knows of it."""
    session = uow.sessions.get(by.person.id, by.now).session
    handed = unfinished.hand_in(uow, session, by) if code is None else None
    grave = _is_reporting(session)
    says = handoff.ask(uow, handoff.AskForPerson(code, grave=grave), by)
    if handed is None:
        return Answered(says)
    sent = Say("accident-sent-unfinished", {"code": handed.case["code"]})
    return Answered((sent, *says), session=Session.from_json(handed.session))


def _is_reporting(session: dict[str, object] | None) -> bool:
    return session is not None and session["flow"] == EMERGENCY_FLOW


def _on_tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    match args:
        case ["start"]:
            return begin(uow, by)
        case ["start", code]:
            return begin(uow, by, code)
        case ["take", number] if number.isdecimal() and len(number) < 10:
            handoff.take(uow, int(number), by)
            dialogue_facts.offer(uow, uow.dialogues.get(int(number)), by)
            return Answered(())
        case ["pass", number] if number.isdecimal() and len(number) < 10:
            return _pass(uow, by, int(number))
        case ["end", *_]:
            return Answered((Say("handoff-none"),))
    return Answered((Say("button-old"),))


def _pass(uow: UnitOfWork, by: Acting, number: int) -> Start:
    passed = handoff.pass_on(uow, number, by)
    options = (Option(f"handoff:take:{number}", Text("handoff-take")),)
    return Answered((Say("handoff-passed" if passed else "handoff-passed-to-nobody", options=options),))


def _on_intent(uow: UnitOfWork, by: Acting, meant: Understanding) -> Start:
    """Give the number where a number is wanted, else ask for an officer."""
    if not wants_number(meant.text):
        return begin(uow, by)
    number = by.around.hotline
    say = Say("human", {"number": number}) if number else Say("human-no-number")
    return Answered((Say(say.key, say.params, options=(menu.HANDOFF,)),))


def waiting(uow: UnitOfWork, by: Acting) -> tuple[int, ...]:
    """Return the dialogues an officer was asked to take and nobody took, newest first."""
    return uow.dialogues.called_and_waiting(by.person.id)


def take_newest(uow: UnitOfWork, by: Acting) -> Start | None:
    """Take the newest dialogue the acting officer was asked for ("ok nhận"); None where there is none."""
    found = waiting(uow, by)
    return _on_tap(uow, by, ["take", str(found[0])]) if found else None


def pass_newest(uow: UnitOfWork, by: Acting) -> Start | None:
    """Leave the newest dialogue to the next in line ("tôi bận họp"); None where there is none."""
    found = waiting(uow, by)
    return _pass(uow, by, found[0]) if found else None


ENTRY = Entry("handoff", taps={"handoff": _on_tap}, intents={Intent.HANDOFF_TO_HUMAN: _on_intent})
