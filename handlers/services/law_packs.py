"""The end of the law in use: those who coordinate hear of it from 90 days before and until another follows."""

from datetime import date, datetime, time, timedelta

from domain import law
from domain.calendar import LOCAL, local
from domain.legal_clock import WARNED_BEFORE, EndWarning, warn_of_end
from domain.reminder import deliver_at
from handlers import outgoing
from handlers.acting import Surroundings
from messages.envelope import Say, Text
from storage.unit_of_work import UnitOfWork

TOLD = "law_pack_told"
WEEK = timedelta(days=7)
MONTH = timedelta(days=30)
QUARTER = timedelta(days=WARNED_BEFORE)
KIND = "law"


def warnings(today: date) -> tuple[EndWarning, ...]:
    """Return what is to be said of the packs on a day: nothing, or the one that ends and no other follows."""
    return tuple(found for pack in law.packs() if (found := warn_of_end(pack, today)) is not None)


def words(warning: EndWarning) -> Text:
    """Return a warning in words."""
    title = next(pack.title for pack in law.packs() if pack.id == warning.pack)
    params = {
        "pack": title,
        "date": f"{warning.ends_on:%d/%m/%Y}",
        "days": str(max(warning.days_left, 0)),
    }
    return Text(warning.key, params)


def tick(uow: UnitOfWork, around: Surroundings, now: datetime) -> int:
    """Tell those who coordinate, once a week before the end and once a month after it."""
    today = local(now).date()
    told = 0
    for warning in warnings(today):
        if _next_day(uow, warning) > today:
            continue
        uow.meta.put(f"{TOLD}:{warning.pack}", {"on": today.isoformat(), "ended": warning.days_left <= 0})
        said = words(warning)
        for person in dict.fromkeys((*uow.people.holding("coordinator"), *uow.people.holding("admin"))):
            key = f"law-pack:{warning.pack}:{today}:{person}"
            queued = outgoing.notify(
                uow,
                person,
                Say(said.key, said.params),
                now,
                dedup_key=key,
                not_before=deliver_at(now, around.policy, around.calendar),
                about={"kind": KIND},
            )
            told += queued is not None
    return told


def next_tick(uow: UnitOfWork, now: datetime) -> datetime | None:
    """Return when the next warning is due."""
    today = local(now).date()
    days = [_next_day(uow, warning) for warning in warnings(today)]
    begins = [pack.valid_to - QUARTER for pack in law.packs() if pack.last and pack.valid_to]
    coming = min([*days, *(day for day in begins if day > today)], default=None)
    if coming is None:
        return None
    return now if coming <= today else datetime.combine(coming, time(), LOCAL)


def _next_day(uow: UnitOfWork, warning: EndWarning) -> date:
    """Return the day on which a warning is said next: at once where it never was, or where the end has come since."""
    kept = uow.meta.get(f"{TOLD}:{warning.pack}")
    has_ended = warning.days_left <= 0
    if kept is None or (has_ended and not kept["ended"]):
        return date.min
    told_on = date.fromisoformat(kept["on"])
    return told_on + MONTH if has_ended else min(told_on + WEEK, warning.ends_on)
