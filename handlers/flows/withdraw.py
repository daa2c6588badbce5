"""Taking consent back in one's own words, at any time, in the middle of a report too."""

from handlers.acting import Acting
from handlers.conversation.session import Session
from handlers.entry import Answered, Ended, Start
from handlers.services import withdrawal
from messages.envelope import Say, Text
from storage.unit_of_work import UnitOfWork

MOST_NAMED = 8


def on_tap(uow: UnitOfWork, by: Acting, _args: list[str]) -> Start:
    """Take consent back and say what stays and why; the open talk ends, but for an emergency not sent yet."""
    codes = withdrawal.withdraw(uow, withdrawal.Withdraw("consent:withdraw"), by)
    number = by.around.hotline
    contact = Text("consent-contact", {"number": number}) if number else Text("consent-contact-none")
    named = ", ".join(codes[:MOST_NAMED]) + (", …" if len(codes) > MOST_NAMED else "")
    say = (
        Say("consent-withdrawn", {"codes": named, "contact": contact})
        if codes
        else Say("consent-withdrawn-none")
    )
    talk = uow.sessions.get(by.person.id, by.now)
    session = Session.from_json(talk.session) if talk.session else None
    while session is not None:
        if session.flow == "report_accident" and "open" not in session.answers:
            return Answered((say,))
        session = session.parked
    return Ended((say,))
