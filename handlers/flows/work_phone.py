"""An officer leaves a mobile number in a sentence, or has it forgotten."""

from domain.vietnamese.own_number import own_number
from handlers.acting import Acting
from handlers.entry import Answered, Entry, Start
from handlers.flows import accident_words
from handlers.services import work_phone
from messages.envelope import Say
from storage.unit_of_work import UnitOfWork


def _words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    said = own_number(text)
    if said is None or not work_phone.may_leave(by.person):
        return None
    if said.number is None:  # without one it is a wish about all that is kept, see own_data
        forgotten = work_phone.forget(uow, work_phone.Forget(), by)
        return Answered((Say("work-phone-forgotten"),)) if forgotten else None
    if not work_phone.takers(uow):
        return Answered((Say("work-phone-not-needed"),))
    work_phone.leave(uow, work_phone.Leave(said.number), by)
    return Answered((Say("work-phone-kept", {"number": accident_words.phone(said.number)}),))


ENTRY = Entry("work_phone", words=_words)
