"""The auditor at work: what should have gone out beside what the ledger says, daily and when asked."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from domain import reminder_auditor
from domain.calendar import LOCAL, WorkingCalendar, local
from domain.costs import CAP_REASON
from domain.duty import Duty
from domain.policy import ReminderPolicy
from domain.reminder_auditor import Entry, Owed
from handlers import outgoing
from handlers.acting import Surroundings
from handlers.services import case_duties, policies, reminders
from messages.envelope import Say
from storage.records import OccurrenceRecord, ProgressRecord
from storage.unit_of_work import UnitOfWork

LAST = "reminder_audit"
GRACE = timedelta(minutes=30)
"""How long after the digest hour the day's reminders are counted as missing at the earliest."""
KIND = outgoing.CHANNEL  # a word to those who run this: the month's cap never keeps it back


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not fit: the duty, what was owed or entered, and on which day."""

    record: OccurrenceRecord
    reason: str
    day: date
    after: int
    person: int | None


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit of the days `first` to `last` found.

    `held`: not said because its reader had got as much as the day's ceiling allows. `unreachable`: nobody to tell.
    `crowded`: (person, day, how many) of people who got more than their ceiling.
    """

    first: date
    last: date
    entries: int
    missing: tuple[Finding, ...]
    extra: tuple[Finding, ...]
    late: tuple[Finding, ...]
    held: tuple[Finding, ...]
    unreachable: tuple[Finding, ...]
    crowded: tuple[tuple[int, date, int], ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing is missing, nobody was told twice or too often."""
        return not (self.missing or self.extra or self.crowded)


def audit(
    uow: UnitOfWork, policy: ReminderPolicy, calendar: WorkingCalendar, first: datetime, last: datetime
) -> Audit:
    """Compare the ledger from `first` to `last` with what the auditor derives.

    What is missing is looked for on the last working day that is over, or begun long enough, at `last`; what is late
    or extra among the entries of the whole span.
    """
    day = audited_day(last, policy, calendar)
    open_now = [
        one
        for one in reminders.open_duties(uow, policy, calendar, last)
        if one[0].case is None or one[0].case.since + case_duties.SETTLES <= last - GRACE
    ]
    wanted = {
        record.id: (record, own.daily_ceiling, reminder_auditor.owed(duty, own, calendar, day))
        for record, duty, own in open_now
    }
    since = min([day, *(one.day for *_, found in wanted.values() for one in found)])
    lines = _lines(
        uow, policy, calendar, min(datetime.combine(since, time(), LOCAL), first) - timedelta(days=5), last
    )
    told = _told(lines)
    left: list[Finding] = []
    full: list[Finding] = []
    for record, ceiling, found in wanted.values():
        entries = [line.entry for line in lines.get(record.id, ()) if line.was_said]
        for one in reminder_auditor.missing(found, entries, day):
            person = None if one.person is None else int(one.person)
            where = full if person is not None and told[person, day] >= ceiling else left
            where.append(Finding(record, one.reason, one.day, one.after, person))
    inside = {number: [one for one in some if first <= one.planned_at] for number, some in lines.items()}
    extra, late = _judged(uow, policy, calendar, lines, inside)
    ceilings = {one.person: one.ceiling for some in inside.values() for one in some}
    return Audit(
        local(first).date(),
        local(last).date(),
        sum(len(some) for some in inside.values()),
        tuple(one for one in left if one.person is not None),
        extra,
        late,
        tuple(full),
        tuple(one for one in left if one.person is None),
        tuple(
            (person, on, count)
            for (person, on), count in sorted(told.items())
            if on >= local(first).date() and count > ceilings.get(person, policy.daily_ceiling)
        ),
    )


def audited_day(now: datetime, policy: ReminderPolicy, calendar: WorkingCalendar) -> date:
    """Return the last working day whose reminders must have been planned by now."""
    here = local(now - GRACE)
    day = here.date()
    if not calendar.is_working_day(day) or here.time() < policy.digest_at:
        day -= timedelta(days=1)
        while not calendar.is_working_day(day):
            day -= timedelta(days=1)
    return day


@dataclass(frozen=True, slots=True)
class _Line:
    """An entry of the ledger; `was_said` is False for what was dropped before it left."""

    entry: Entry
    person: int
    because: str
    planned_at: datetime
    outbox: int | None
    ceiling: int
    was_said: bool


def _lines(
    uow: UnitOfWork, policy: ReminderPolicy, calendar: WorkingCalendar, first: datetime, last: datetime
) -> Mapping[int, Sequence[_Line]]:
    """Return the entries planned from `first` to `last` by occurrence."""
    found: dict[int, list[_Line]] = {}
    for row in uow.ledger.between(first, last):
        if row["person_id"] is None:
            continue
        about = row["about"] or {}
        read_on = (
            date.fromisoformat(about["read_on"])
            if "read_on" in about
            else reminder_auditor.read_day(row["planned_at"], policy, calendar)
        )
        entry = Entry(str(row["person_id"]), _after(row["because"]), row["reason"], read_on)
        line = _Line(
            entry,
            row["person_id"],
            row["because"],
            row["planned_at"],
            row["outbox_id"],
            about.get("ceiling", policy.daily_ceiling),
            row["outcome"] != "dropped" or row["detail"] == CAP_REASON,
        )
        found.setdefault(row["occurrence_id"], []).append(line)
    return found


def _after(because: str) -> int:
    """Return at how many working days of lateness somebody was brought in, by the ledger's reason; 0: the owner."""
    words = because.rpartition("told once ")[2].split()
    return int(words[0]) if "told once " in because else 0


def _told(lines: Mapping[int, Iterable[_Line]]) -> Counter[tuple[int, date]]:
    """Count the messages each person gets on each day."""
    messages = {
        (one.person, one.entry.read_on, one.outbox)
        for some in lines.values()
        for one in some
        if one.was_said and one.outbox is not None
    }
    return Counter((person, on) for person, on, _ in messages)


def _judged(
    uow: UnitOfWork,
    policy: ReminderPolicy,
    calendar: WorkingCalendar,
    lines: Mapping[int, Sequence[_Line]],
    inside: Mapping[int, Sequence[_Line]],
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the entries nothing asked for, and those that came after their day."""
    records = uow.occurrences.get_all(number for number, some in inside.items() if some)
    instants = {one.planned_at for number in records for one in inside[number]}
    if not instants:
        return (), ()
    known = reminders.open_duties(uow, policy, calendar, max(instants), list(records.values()))
    duties = {record.id: duty for record, duty, _ in known}
    said = uow.occurrences.said_of(records)
    rules = {at: policies.Policies(uow, policy, at) for at in instants}
    extra: list[Finding] = []
    late: list[Finding] = []
    for number, record in records.items():
        changed = _changed_at(said.get(number, ()))
        for place, line in enumerate(lines[number]):
            if line not in inside[number]:
                continue
            entry = line.entry
            finding = Finding(record, entry.reason, entry.read_on, entry.after, line.person)
            if entry.reason == "catch_up":
                late.append(finding)
            if any(at >= line.planned_at for at in changed) or _was_asked_for(line):
                continue  # what the duty was like then is not known any more, or the unit named the day itself
            before = [one.entry for one in lines[number][:place] if one.was_said]
            own = rules[line.planned_at].of(record, entry.read_on)
            if reminder_auditor.is_extra(entry, before, _owed_then(duties[number], own, calendar, line)):
                extra.append(finding)
    return tuple(extra), tuple(late)


def _was_asked_for(line: _Line) -> bool:
    return "promised for this day" in line.because or "put off until" in line.because


def _owed_then(duty: Duty, policy: ReminderPolicy, calendar: WorkingCalendar, line: _Line) -> Sequence[Owed]:
    """Return what was owed on the day of an entry, whatever the unit asked for since."""
    plain = replace(duty, promised_on=None, snoozed_until=None)
    if line.entry.after:  # who stood where in the chain then is not known: the day alone is looked at
        return reminder_auditor.escalations(plain, policy, calendar, line.entry.read_on)
    return reminder_auditor.owed(plain, policy, calendar, line.entry.read_on)


def _changed_at(said: Iterable[ProgressRecord]) -> tuple[datetime, ...]:
    """Return when something was said or decided that moves what a duty owes."""
    told = list(said)
    moments = [one.at for one in told if one.kind in ("under_way", "more_time", "difficulty")]
    return (*moments, *(one.decided_at for one in told if one.decided_at is not None))


# Daily


def tick(uow: UnitOfWork, around: Surroundings, now: datetime) -> int:
    """Audit each working day once, and tell those who run this where something does not fit; returns how many."""
    day = audited_day(now, around.policy, around.calendar)
    kept = uow.meta.get(LAST) or {}
    if kept.get("day", "") >= day.isoformat():
        return 0
    first = datetime.combine(day, time(), LOCAL)
    found = audit(uow, around.policy, around.calendar, first, now)
    uow.meta.put(
        LAST,
        {
            "day": day.isoformat(),
            "at": now.isoformat(),
            "clean": found.is_clean,
            "missing": len(found.missing),
            "extra": len(found.extra) + len(found.crowded),
            "late": len(found.late),
            "unreachable": len(found.unreachable),
        },
    )
    return 0 if found.is_clean else _tell(uow, found, day, now)


def next_tick(_uow: UnitOfWork, _now: datetime) -> None:
    """Plan nothing: a journey through time audits at whatever stop it makes."""
    return


def is_clean(uow: UnitOfWork, around: Surroundings, now: datetime) -> bool:
    """Whether the last day that could be audited was, and everything fitted."""
    kept = uow.meta.get(LAST) or {}
    day = audited_day(now - timedelta(hours=1), around.policy, around.calendar)
    return bool(kept.get("clean")) and kept["day"] >= day.isoformat()


def _tell(uow: UnitOfWork, found: Audit, day: date, now: datetime) -> int:
    params: dict[str, Any] = {
        "day": f"{day:%d/%m/%Y}",
        "missing": len(found.missing),
        "extra": len(found.extra) + len(found.crowded),
        "late": len(found.late),
    }
    told = 0
    for role in ("admin", "coordinator"):
        for person in dict.fromkeys(uow.people.holding(role)):
            key = f"reminder-audit|{day}|{person}"
            say = Say("reminder-audit-alarm", params)
            told += outgoing.notify(uow, person, say, now, dedup_key=key, about={"kind": KIND}) is not None
        if told:
            break
    return told
