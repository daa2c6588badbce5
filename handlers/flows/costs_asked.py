"""What messages cost, by message: "chi phí tháng này", for those who oversee."""

from domain.calendar import local
from domain.vietnamese.cost_words import month_asked
from handlers import costs_words
from handlers.acting import Acting
from handlers.entry import Answered, Entry, Start
from handlers.services import costs
from messages.envelope import Say, Text
from storage.unit_of_work import UnitOfWork


def _words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Answer a question for a month's costs; None for anything else."""
    month = month_asked(text, local(by.now).date())
    if month is None:
        return None
    if not costs.may_see(by.person):
        return Answered((Say("not-allowed"),))
    around = by.around
    coming = costs.coming(uow, around.policy, around.calendar, around.spending, month, by.now)
    found = costs.figures(uow, around.spending, month, by.now, coming)
    params = {
        "at": by.now,
        "month": costs.month_words(month),
        "total": costs_words.total(found),
        "lines": [*costs_words.lines(found), *costs_words.below(found)],
    }
    heard = Text("costs-heard", {"month": costs.month_words(month)})
    return Answered((Say("status-answer", {"heard": heard, "answer": Text("costs-answer", params)}),))


ENTRY = Entry("costs", words=_words)
