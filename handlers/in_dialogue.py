"""What is said by one who talks with an officer: carried to the other side, and the bot keeps silent.

What goes through all the same: the words that end it, a few buttons, and a cry for help. A report of an accident that
nobody there knows of begins at once; until it is sent its words go both to the officer and into the report.
"""

from dataclasses import dataclass
from typing import Any

from domain.vietnamese.handoff_words import ends_talk
from domain.vietnamese.intents import Intent, understand
from handlers import aside, menu, resuming
from handlers.acting import Acting
from handlers.conversation.answers import Answer
from handlers.conversation.navigation import PREFIX, Steer, steer
from handlers.conversation.session import Session
from handlers.flood import EMERGENCY_FLOW
from handlers.flows import dialogue_facts
from handlers.services import carrying, handoff
from handlers.services.carrying import OFFICER, PERSON
from messages.envelope import InboundKind, Option, Say, Text
from storage.records import DialogueRecord
from storage.unit_of_work import UnitOfWork

SURE = 0.75
_OF_CASE = ("take", "open", "handle", "close", "many", "upto", "files", "talks")
ALIVE = ("handoff:", "consent:withdraw", "privacy:", "passing:", *(f"case:{act}:" for act in _OF_CASE))
CRY = "report:accident"
_WORDS = (InboundKind.TEXT, InboundKind.PHOTO, InboundKind.FILE, InboundKind.VOICE, InboundKind.LOCATION)
WORDS = (*_WORDS, InboundKind.CONTACT)


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of it. `goes_on`: the router hears it too; `over`: the dialogue has ended; `cry`: a report begins."""

    says: tuple[Say, ...] = ()
    goes_on: bool = False
    over: bool = False
    cry: bool = False


def is_reporting(session: Session | None) -> bool:
    """Whether an accident is being told that no officer has heard of yet."""
    return session is not None and session.flow == EMERGENCY_FLOW and "open" not in session.answers


def hear(uow: UnitOfWork, by: Acting, talk: DialogueRecord, answer: Answer, session: Session | None) -> Heard:
    """Hear one who is in a dialogue."""
    if talk.side_of(by.person.id) == OFFICER and not handoff.serves(uow, talk, by.person):
        handoff.give_back(uow, talk, by.now)
        return Heard((Say("handoff-no-officer"),), over=True)
    reports = is_reporting(session)
    picked = _alive(uow, by, answer)
    if _ends(answer, reports=reports):
        return _end(uow, by, talk)
    if picked == CRY:
        return Heard(cry=not reports, goes_on=reports)
    if picked is not None or answer.kind not in (*WORDS, InboundKind.CHOICE):
        return Heard(goes_on=True)
    if answer.kind is InboundKind.CHOICE:
        return Heard(goes_on=True) if reports else Heard((Say("handoff-first-end"),))
    return _carried(uow, by, talk, answer, session)


def remember(
    uow: UnitOfWork,
    by: Acting,
    talk: DialogueRecord | None,
    session: Session | None,
    offered: dict[str, Any] | None,
) -> None:
    """Keep where the talk stands of one who is in a dialogue, or was until this message (`talk`).

    In a dialogue no question but one said just now is open to a bare number.
    """
    if talk is not None:
        handoff.tie(uow, talk, by)
    offers = uow.sessions.get(by.person.id, by.now).offers or {}
    if talk is not None or offered is not None:
        offers = carrying.quiet(offers)
    if offered is not None:
        offers = {**offers, "question": offered}
    kept = session.to_json() if session is not None else None
    uow.sessions.put(by.person.id, kept, aside.spoke(offers, by.now), by.now)


def _carried(
    uow: UnitOfWork, by: Acting, talk: DialogueRecord, answer: Answer, session: Session | None
) -> Heard:
    reports = is_reporting(session)
    word = carrying.Word(answer.kind, answer.text, answer.attachment, answer.location, answer.phone)
    if word.is_empty:
        return Heard((Say("handoff-cannot-carry"),), goes_on=reports)
    is_first = talk.state == "asked" and not uow.dialogues.words(talk.id)
    before = max((said.id for said in uow.dialogues.words(talk.id)), default=0)
    carrying.say_in(uow, talk, word, by)
    if talk.side_of(by.person.id) == PERSON and answer.kind is InboundKind.TEXT:
        dialogue_facts.offer(uow, talk, by, before)
    if reports:
        return Heard(goes_on=True)
    if not _cries(answer, talk, by):
        return Heard((Say("handoff-kept"),) if is_first else ())
    if handoff.is_of_alarm(uow, talk):
        return Heard(_urgent(uow, talk))
    return Heard(cry=True)


def _ends(answer: Answer, *, reports: bool) -> bool:
    """Whether the dialogue is ended; what steers stops the report first that is being told in it."""
    if answer.picked is not None and answer.picked.startswith("handoff:end"):
        return True
    if answer.picked is not None and not answer.picked.startswith(PREFIX):
        return False
    if answer.kind is InboundKind.TEXT and ends_talk(answer.text):
        return True
    return not reports and steer(answer, free_text=True) in (Steer.CANCEL, Steer.MENU)


def _alive(uow: UnitOfWork, by: Acting, answer: Answer) -> str | None:
    """Return the button that was meant, if it is one that a dialogue leaves alive: none that begins questions."""
    picked = answer.picked or ""
    if picked.startswith("case:pass:"):
        case = uow.accidents.by_code(picked.removeprefix("case:pass:"))
        return picked if case is not None and case.acknowledged_by != by.person.id else None
    return picked if picked == CRY or picked.startswith(ALIVE) else None


def _cries(answer: Answer, talk: DialogueRecord, by: Acting) -> bool:
    """Whether an accident is told: by an officer only in the words of the menu, for they talk about one all day."""
    if answer.kind is not InboundKind.TEXT:
        return False
    if menu.named(by, answer.text) == CRY:
        return True
    if talk.side_of(by.person.id) != PERSON:
        return False
    meant = understand(answer.text)
    return meant.intent is Intent.REPORT_ACCIDENT and meant.confidence >= SURE


def _urgent(uow: UnitOfWork, talk: DialogueRecord) -> tuple[Say, ...]:
    """Return the emergency numbers: each time while nobody is there, once where an officer reads along."""
    if talk.state == "open" and talk.warned:
        return ()
    uow.dialogues.change(talk.id, warned=True)
    return (Say("handoff-cry", options=(Option(CRY, Text("handoff-other-accident")),), urgent=True),)


def _end(uow: UnitOfWork, by: Acting, talk: DialogueRecord) -> Heard:
    side = talk.side_of(by.person.id)
    handoff.end(uow, talk, side, by.now)
    other = talk.other_than(by.person.id)
    if other is not None:
        said = handoff.over_say(talk, side, talk.side_of(other))
        resuming.take_up(uow, by.around, other, said, by.now)
    return Heard((handoff.over_say(talk, side, side),), over=True)
