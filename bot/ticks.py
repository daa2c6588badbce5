"""The ticks: what is done because time passed. Each can say when it next has something to do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import structlog

from handlers import resuming
from handlers.acting import Surroundings
from handlers.services import (
    alerts,
    auditing,
    case_duties,
    case_kin,
    channel_watch,
    costs,
    law_packs,
    openings,
    outages,
    packages,
    passing,
    plans,
    reach_warnings,
    reminders,
    reorganising,
    statutory,
    unfinished,
)
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Tick:
    """Work that falls due with time, in one transaction.

    `next_at(uow, now)` is the earliest instant at which `run` may do something (None: nothing planned);
    it is how a trial or a simulation jumps from one due instant to the next. A live program runs it every
    `every_seconds`; running it too often does no harm.
    """

    name: str
    every_seconds: int
    run: Callable[[UnitOfWork, Surroundings, datetime], int]
    next_at: Callable[[UnitOfWork, datetime], datetime | None]


def seal(uow: UnitOfWork, _around: Surroundings, now: datetime) -> int:
    """Chain what the ledger of reminders gained, and the audit rows not sealed yet."""
    uow.ledger_chain.seal(now)
    return uow.audit.seal()


def lapse_passings(uow: UnitOfWork, _around: Surroundings, now: datetime) -> int:
    """End the offers of cases nobody answered in time."""
    return passing.lapse(uow, now)


def next_lapse(uow: UnitOfWork, _now: datetime) -> datetime | None:
    """Return when the next offer ends."""
    return uow.passings.next_end()


def next_seal(_uow: UnitOfWork, _now: datetime) -> datetime | None:
    """Plan nothing: a journey through time does not stop to seal, it seals at whatever stop it makes."""
    return None


def watch_costs(uow: UnitOfWork, around: Surroundings, now: datetime) -> int:
    """Warn of the spending cap; each level of a month is logged once."""
    before = costs.noted(uow)
    told = costs.tick(uow, around, now)
    after = costs.noted(uow)
    if after is not None and after != before:
        log.warning("spending_cap", month=after[0], level=after[1], told=told)
    return told


def remind(uow: UnitOfWork, around: Surroundings, now: datetime) -> int:
    """Queue what is due, and say where a package is too small for it."""
    queued = reminders.tick(uow, around, now)
    if queued:
        for short in packages.look(uow, around.policy, around.calendar, now):
            log.warning(
                "package_too_small",
                channel=short.channel,
                waiting=short.waiting,
                fits=short.fits,
                until=short.until.isoformat(),
            )
    return queued


def audit_reminders(uow: UnitOfWork, around: Surroundings, now: datetime) -> int:
    """Audit each day's reminders once; what does not fit is logged as an error too."""
    before = uow.meta.get(auditing.LAST)
    told = auditing.tick(uow, around, now)
    after = uow.meta.get(auditing.LAST)
    if after is not None and after != before and not after["clean"]:
        log.error("reminder_audit_failed", **{k: v for k, v in after.items() if k not in ("clean", "at")})
    return told


TICKS: tuple[Tick, ...] = (
    Tick("unfinished", 15, unfinished.tick, unfinished.next_tick),
    Tick("accidents", 15, alerts.check, alerts.next_check),
    Tick("likeness", 15, case_kin.tick, case_kin.next_tick),
    Tick("case duties", 600, case_duties.tick, case_duties.next_tick),
    Tick("law", 3600, law_packs.tick, law_packs.next_tick),
    Tick("passings", 15, lapse_passings, next_lapse),
    Tick("dialogues", 5, resuming.tick, resuming.next_tick),
    Tick("channels", 15, channel_watch.tick, channel_watch.next_tick),
    Tick("plans", 3600, plans.roll, plans.next_roll),
    Tick("reorganisations", 600, reorganising.tick, reorganising.next_tick),
    Tick("statutory", 5, statutory.tick, statutory.next_tick),
    Tick("reachability", 60, reach_warnings.tick, reach_warnings.next_tick),
    Tick("reminders", 60, remind, reminders.next_tick),
    Tick("outages", 60, outages.tick, outages.next_tick),
    Tick("auditor", 600, audit_reminders, auditing.next_tick),
    Tick("costs", 60, watch_costs, costs.next_tick),
    Tick("openings", 60, openings.tick, openings.next_tick),
    Tick("seal", 10, seal, next_seal),
)
