"""What people ask of their own data: to see it, to have it erased. The office answers; nothing is done by itself.

Reply within 2 working days: Decree 356/2025/NĐ-CP. Taking consent back is done at once, see services.withdrawal.
"""

from domain.calendar import local
from domain.vietnamese.rights import Wish, wish
from handlers import outgoing
from handlers.acting import Acting
from handlers.entry import Answered, Entry, Start
from handlers.services import progress
from messages.envelope import Say
from storage.unit_of_work import UnitOfWork

REPLY_DAYS = 2


def _words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    meant = wish(text)
    if meant not in (Wish.ERASE, Wish.EXPORT):
        return None
    today = local(by.now).date()
    due = by.around.calendar.add_working_days(today, REPLY_DAYS)
    subject = f"request:{by.person.id}:{today}"
    uow.audit.add(f"data_{meant.value}_asked", subject, person_id=by.person.id, now=by.now)
    say = Say(f"data-{meant.value}-notice", {"number": by.person.id, "due": due})
    told = False
    for person in progress.coordinators(uow):
        key = f"data|{meant.value}|{by.person.id}|{today}|{person}"
        told = (
            outgoing.notify(uow, person, say, by.now, dedup_key=key, about={"kind": "data"}) is not None
            or told
        )
    params = {"office": by.around.office, "due": due}
    return Answered((Say("data-asked" if told else "data-asked-nobody", params),))


ENTRY = Entry("own_data", words=_words)
