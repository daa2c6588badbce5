"""What an operator is told of the package and the templates of a day: sentences for `baoan check`."""

from datetime import datetime

from bot.channels.zalo_oa.settings import NAME
from domain.ways import TEMPLATES, left_today
from handlers.services import packages
from messages.envelope import Text
from messages.words import clock, moment
from storage.unit_of_work import UnitOfWork


def sentences(uow: UnitOfWork, now: datetime) -> list[Text]:
    """Return how many templates are left today, where Zalo said so, and a batch the package could not take."""
    found = []
    left = left_today(uow.ways.quota(NAME), TEMPLATES, now)
    if left is not None:
        found.append(Text("zalo-templates-left", {"left": left}))
    short = packages.last(uow, NAME)
    if short is not None:
        params = {
            "at": moment("vi", short.at),
            "waiting": short.waiting,
            "fits": short.fits,
            "until": clock("vi", short.until),
        }
        found.append(Text("zalo-package-short", params))
    return found
