"""Honest about having been away: what came late says so, and who runs this hears what the outage touched."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from domain.calendar import local
from handlers import outgoing
from handlers.acting import Surroundings
from messages.envelope import Say, Text
from storage.records import OccurrenceRecord
from storage.unit_of_work import UnitOfWork

ALIVE, OUTAGE = "alive_at", "outage"
GAP = timedelta(minutes=10)
"""Without a sign of life for so long the program was away."""
NAMED = 10


@dataclass(frozen=True, slots=True)
class Outage:
    """The program was away from `begin` to `end`; `clocks` are cases a legal clock of which was touched by it."""

    begin: datetime
    end: datetime
    clocks: tuple[str, ...]
    told: bool = False

    def missed(self, record: OccurrenceRecord) -> bool:
        """Whether a duty was to be looked at while the program was away, and has not been since."""
        return record.next_at is not None and self.begin <= record.next_at < self.end


def sign_of_life(uow: UnitOfWork, now: datetime) -> bool:
    """Note that the ticks run; whether they had not for long. First of all at a start, then every minute."""
    kept = uow.meta.get(ALIVE)
    uow.meta.put(ALIVE, now.isoformat())
    if kept is None or now - datetime.fromisoformat(kept) < GAP:
        return False
    note(uow, datetime.fromisoformat(kept), now)
    return True


def note(uow: UnitOfWork, begin: datetime, end: datetime) -> None:
    """Note that the program was away; one that was not told yet is made longer."""
    earlier = last(uow)
    clocks: tuple[str, ...] = ()
    if earlier is not None and not earlier.told:
        begin, clocks = earlier.begin, earlier.clocks
    first, until = local(begin).date(), local(end).date()
    touched = [
        one.case.code
        for one in uow.occurrences.open()
        if one.case is not None
        and (
            (one.due_on is not None and first <= one.due_on <= until)
            or (one.next_at is not None and begin <= one.next_at < end)
        )
    ]
    _keep(uow, Outage(begin, end, tuple(dict.fromkeys((*clocks, *touched)))))


def last(uow: UnitOfWork) -> Outage | None:
    """Return the last outage there was."""
    kept: Mapping[str, Any] | None = uow.meta.get(OUTAGE)
    if kept is None:
        return None
    begin, end = (datetime.fromisoformat(kept[name]) for name in ("begin", "end"))
    return Outage(begin, end, tuple(kept["clocks"]), kept["told"])


def marked(say: Say, outage: Outage) -> Say:
    """Return a message that says first that it comes late, and why."""
    params = {**_span(outage), "text": Text(say.key, say.params)}
    return Say("reminder-late", params, options=say.options)


def tick(uow: UnitOfWork, _around: Surroundings, now: datetime) -> int:
    """Once what was missed has been made good, tell who runs this; returns how many were told."""
    outage = last(uow)
    if outage is None or outage.told:
        return 0
    following = uow.occurrences.next_reminder()
    if following is not None and following <= now:
        return 0  # the reminders have not been looked at since
    late = sum(1 for row in uow.ledger.between(outage.end, now) if (row["about"] or {}).get("late"))
    _keep(uow, Outage(outage.begin, outage.end, outage.clocks, told=True))
    named = {"count": len(outage.clocks), "cases": ", ".join(outage.clocks[:NAMED])}
    clocks = Text("outage-clocks", named) if outage.clocks else Text("outage-no-clocks")
    params = {**_span(outage), "late": late, "clocks": clocks}
    told = 0
    for role in ("admin", "coordinator"):
        for person in dict.fromkeys(uow.people.holding(role)):
            key = f"outage|{outage.begin.isoformat()}|{person}"
            about = {"kind": outgoing.CHANNEL}
            queued = outgoing.notify(uow, person, Say("outage-over", params), now, dedup_key=key, about=about)
            told += queued is not None
        if told:
            break
    return told


def next_tick(uow: UnitOfWork, now: datetime) -> datetime | None:
    """Return when an outage is to be told: now, where one waits for it."""
    outage = last(uow)
    return None if outage is None or outage.told else now


def _keep(uow: UnitOfWork, outage: Outage) -> None:
    plain = {
        "begin": outage.begin.isoformat(),
        "end": outage.end.isoformat(),
        "clocks": list(outage.clocks),
        "told": outage.told,
    }
    uow.meta.put(OUTAGE, plain)


def _span(outage: Outage) -> dict[str, str]:
    """Return from when to when, with the day where it is not one and the same."""
    begin, end = local(outage.begin), local(outage.end)
    first = f"{begin:%H:%M}" if begin.date() == end.date() else f"{begin:%H:%M %d/%m}"
    return {"begin": first, "end": f"{end:%H:%M %d/%m}"}
