"""Whether what waits leaves in time: an account's package takes so many messages a minute and no more.

What does not fit is lost to nobody: it goes the next working morning, the gravest first, and urgent messages
overtake it at any time. But an operator must know, for a larger package is to be bought.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.calendar import WorkingCalendar
from domain.policy import ReminderPolicy
from domain.reminder import deliver_at, quiet_from
from domain.ways import can_leave
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Short:
    """Seen at `at`: so many messages wait for a channel, and only `fits` of them leave by `until`."""

    channel: str
    waiting: int
    fits: int
    at: datetime
    until: datetime


def look(
    uow: UnitOfWork, policy: ReminderPolicy, calendar: WorkingCalendar, now: datetime
) -> tuple[Short, ...]:
    """Return the channels whose waiting messages do not all leave before quiet hours, and keep that for `last`."""
    start = deliver_at(now, policy, calendar)
    until = quiet_from(start, policy)
    found = []
    for channel, allows in uow.ways.allows.items():
        if allows.per_minute is None:
            continue
        waiting, fits = uow.outbox.count_waiting(channel), can_leave(allows.per_minute, start, until)
        short = Short(channel, waiting, fits, now, until) if waiting > fits else None
        uow.meta.put(_name(channel), {} if short is None else _plain(short))
        if short is not None:
            found.append(short)
    return tuple(found)


def last(uow: UnitOfWork, channel: str) -> Short | None:
    """Return what `look` last saw of a channel, None where everything fitted."""
    kept = uow.meta.get(_name(channel))
    if not kept:
        return None
    at, until = (datetime.fromisoformat(kept[name]) for name in ("at", "until"))
    return Short(channel, kept["waiting"], kept["fits"], at, until)


def _plain(short: Short) -> dict[str, Any]:
    return {
        "waiting": short.waiting,
        "fits": short.fits,
        "at": short.at.isoformat(),
        "until": short.until.isoformat(),
    }


def _name(channel: str) -> str:
    return f"package_short:{channel}"
