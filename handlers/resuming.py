"""Taking a talk up again that stood still while its person was talking with an officer."""

from datetime import datetime

from handlers import flows, outgoing
from handlers.acting import Acting, Surroundings
from handlers.conversation import engine
from handlers.conversation.session import Session
from handlers.services import handoff
from messages.envelope import Say, Text
from storage.unit_of_work import UnitOfWork


def tick(uow: UnitOfWork, around: Surroundings, now: datetime) -> int:
    """Look at the dialogues that are due and take up the talks they interrupted; returns how many were looked at."""
    looked, over = handoff.check(uow, around, now)
    for one in over:
        take_up(uow, around, one.person_id, one.say, now)
    return looked


def next_tick(uow: UnitOfWork, _now: datetime) -> datetime | None:
    """Return when a dialogue next wants a look."""
    return uow.dialogues.next_check()


def take_up(uow: UnitOfWork, around: Surroundings, person_id: int, said: Say | None, now: datetime) -> None:
    """Say that the dialogue is over and put the open question again, where the person was last heard from."""
    address = uow.people.reach(person_id)
    if address is None:
        return
    person = uow.people.get(person_id)
    talk = uow.sessions.get(person_id, now)
    session = flows.known(Session.from_json(talk.session)) if talk.session else None
    by = Acting(person, address.address, now, around)
    says = (*((said,) if said else ()), *(question(uow, by, session) if session is not None else ()))
    offered = outgoing.reply(uow, address, person.language, says, now)
    if offered is not None:
        offers = {**(talk.offers or {}), "question": offered, "latest": "question"}
        uow.sessions.put(person_id, talk.session, offers, now)


def question(uow: UnitOfWork, by: Acting, session: Session) -> tuple[Say, ...]:
    """Return the open question of a talk, with what it is about."""
    entry = flows.BY_FLOW[session.flow]
    around = engine.Circumstances(entry.load(uow, by, session), by.now, by.person.language)
    flow = flows.flow_of(session)
    named = Say("flow-resumed", {"what": Text(f"flow-title-{flow.name}")})
    return (named, *engine.ask_again(flow, session, around))
