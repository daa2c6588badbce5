"""The reminder tick: what is due is computed, gathered into one message a person, and queued with its reason."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any

from domain.calendar import LOCAL, WorkingCalendar, local
from domain.digest import digest, gravity
from domain.duty import Digest, Duty, Reminder
from domain.escalation import Chain, owner
from domain.occurrence import OccurrenceState
from domain.policy import Hours, ReminderPolicy
from domain.progress import ProgressKind
from domain.reminder import deliver_at, due_reminders, next_evaluation
from domain.ways import Topic
from handlers import outgoing
from handlers.acting import Surroundings
from handlers.duty_words import LAW, duty_name
from handlers.reminder_words import Known, reminder_say
from handlers.services import case_chains, case_duties, outages, policies, statutory_chains
from messages.catalog import DEFAULT_LANGUAGE
from messages.render import parameter
from storage.records import OccurrenceRecord
from storage.unit_of_work import UnitOfWork

KIND = "reminder"


def tick(uow: UnitOfWork, around: Surroundings, now: datetime) -> int:
    """Queue every reminder due at `now` and return how many messages were queued.

    Run twice, or by two processes, it adds nothing: the ledger knows what was said, and the outbox refuses
    the same digest twice.
    """
    records = uow.occurrences.wanting_reminder(now)
    if not records:
        return 0
    desk = _Desk.of(uow, around.policy, around.calendar, records, now)
    due = desk.due(uow, now)
    hours = {policy.hours for policy in desk.groups}
    leaves = {one: deliver_at(now, one, around.calendar) for one in hours}
    told = _sent_on(uow, min(leaves.values()))
    digests = digest(due, sent_today=told, policy=around.policy, policies=desk.policies())
    ready = [one for one in digests if one.held is None]
    if any(allows.per_minute is not None for allows in uow.ways.allows.values()):
        ready.sort(key=gravity)  # where not all may leave today
    queued = _queue(uow, around, ready, desk, leaves, now)
    held = {item.occurrence for one in digests if one.held for item in one.items}
    kept = policies.keep_running(
        uow,
        ((desk.known[item.occurrence].record, desk.known[item.occurrence].policy) for item in due),
        local(min(leaves.values())).date(),
    )
    uow.occurrences.set_next(
        (
            (
                known.record.id,
                next_evaluation(
                    known.duty,
                    known.policy,
                    around.calendar,
                    now,
                    outstanding=known.record.code in held or owner(known.duty.chain) is None,
                ),
            )
            for known in desk.known.values()
        ),
        kept,
    )
    return queued


def due(
    uow: UnitOfWork,
    policy: ReminderPolicy,
    calendar: WorkingCalendar,
    records: Sequence[OccurrenceRecord],
    now: datetime,
) -> list[tuple[Reminder, OccurrenceRecord]]:
    """Return which reminders are due at `now` and not in the ledger, each with what it is about.

    Nothing is due of a case whose facts have not had time to settle.
    """
    records = [r for r in records if r.case is None or r.case.since + case_duties.SETTLES <= now]
    desk = _Desk.of(uow, policy, calendar, records, now)
    return [(reminder, desk.known[reminder.occurrence].record) for reminder in desk.due(uow, now)]


def open_duties(
    uow: UnitOfWork,
    policy: ReminderPolicy,
    calendar: WorkingCalendar,
    now: datetime,
    records: Sequence[OccurrenceRecord] | None = None,
) -> Iterable[tuple[OccurrenceRecord, Duty, ReminderPolicy]]:
    """Return everything a unit still owes (or just `records`) as a duty, with the policy it goes by at `now`."""
    desk = _Desk.of(uow, policy, calendar, uow.occurrences.open() if records is None else records, now)
    return [(one.record, one.duty, one.policy) for one in desk.known.values()]


def next_tick(uow: UnitOfWork, _now: datetime) -> datetime | None:
    """Return the earliest instant at which a reminder may be due."""
    return uow.occurrences.next_reminder()


@dataclass(frozen=True, slots=True)
class _Known:
    record: OccurrenceRecord
    duty: Duty
    policy: ReminderPolicy


@dataclass(frozen=True, slots=True)
class _Desk:
    """What lies before a tick: duties by the code of their occurrence, and those that go by one policy."""

    office: ReminderPolicy
    calendar: WorkingCalendar
    known: Mapping[str, _Known]
    groups: Mapping[ReminderPolicy, Sequence[Duty]]

    @classmethod
    def of(
        cls,
        uow: UnitOfWork,
        office: ReminderPolicy,
        calendar: WorkingCalendar,
        records: Sequence[OccurrenceRecord],
        now: datetime,
    ) -> "_Desk":
        """Lay out what is to be looked at."""
        rules = policies.Policies(uow, office)
        rules.know(records)
        known: dict[str, _Known] = {}
        groups: dict[ReminderPolicy, list[Duty]] = {}
        today = local(now).date()
        for record, duty in zip(records, _duties(uow, records, now), strict=True):
            policy = rules.of(record, today)
            known[record.code] = _Known(record, duty, policy)
            groups.setdefault(policy, []).append(duty)
        return cls(office, calendar, known, groups)

    def due(self, uow: UnitOfWork, now: datetime) -> list[Reminder]:
        """Return what should be said and is not in the ledger, in the order of the duties."""
        said, entered = uow.ledger.sent((one.record.id for one in self.known.values()), _midnight(now))
        found: list[Reminder] = []
        for policy, duties in self.groups.items():
            found += due_reminders(duties, said, policy, self.calendar, now)
        if len(self.groups) > 1:
            places = {code: place for place, code in enumerate(self.known)}
            found.sort(key=lambda one: places[one.occurrence])
        # What was entered and never said comes under another name on another day, and not again under this one.
        return [one for one in found if one.key not in entered] if entered else found

    def policies(self) -> Mapping[str, ReminderPolicy]:
        """Return by occurrence the policy of what does not go by the office's."""
        if self.groups.keys() == {self.office}:
            return {}
        return {code: one.policy for code, one in self.known.items()}


def _duties(uow: UnitOfWork, records: Sequence[OccurrenceRecord], now: datetime) -> Iterable[Duty]:
    nobody = _overseers(uow, now)
    chains = _reachable_chains(uow, {record.unit_id for record in records}, nobody, now)
    of_cases = case_chains.CaseChains(uow, [r for r in records if r.case is not None], chains, nobody, now)
    of_law = statutory_chains.StatutoryChains(uow, records, chains, nobody, now)
    approved = {
        plan: local(at).date()
        for plan in {r.plan_id for r in records if r.plan_id}
        if (at := uow.plans.get(plan).approved_at) is not None
    }
    for record in records:
        opens = max(record.opens_on, approved.get(record.plan_id, record.opens_on))
        yield Duty(
            occurrence=record.code,
            unit=record.unit_name,
            opens_on=opens,
            due_on=record.due_on,
            state=OccurrenceState(record.state),
            chain=_chain(record, chains, nobody, of_cases, of_law),
            promised_on=record.promised_on,
            check_in=record.due_on is None and record.case is None,
            at_once=record.case is not None and record.case.at_once,
            check_in_until=record.check_in_until,
            snoozed_until=record.snoozed_until,
        )


def _chain(
    record: OccurrenceRecord,
    chains: Mapping[int, Chain],
    overseers: Chain,
    of_cases: case_chains.CaseChains,
    of_law: statutory_chains.StatutoryChains,
) -> Chain:
    if record.case is not None:
        return of_cases.of(record)
    return of_law.of(record) if record.task_kind == LAW else chains.get(record.unit_id, overseers)


def _reachable_chains(
    uow: UnitOfWork, units: Collection[int], overseers: Chain, now: datetime
) -> Mapping[int, Chain]:
    """Return each unit's chain; who has no way that is open or by template leaves the rung to the next one."""
    chains = {unit: holders for unit, holders in uow.people.chains().items() if unit in units}
    everybody = {p for holders in chains.values() for some in holders.values() for p in some}
    reachable = uow.ways.reach_all(sorted(everybody), Topic.REMINDER, now)

    def person(holders: Mapping[str, tuple[int, ...]], role: str) -> str | None:
        return next((str(p) for p in holders.get(role, ()) if p in reachable), None)

    return {
        unit: replace(
            overseers,
            focal=person(holders, "focal"),
            deputy=person(holders, "deputy"),
            head=person(holders, "head"),
        )
        for unit, holders in chains.items()
    }


def _overseers(uow: UnitOfWork, now: datetime) -> Chain:
    def first(role: str) -> str | None:
        holders = uow.people.holding(role)
        reachable = uow.ways.reach_all(holders, Topic.REMINDER, now)
        return next((str(p) for p in holders if p in reachable), None)

    return Chain(None, None, None, first("coordinator"), first("leader"))


def _sent_on(uow: UnitOfWork, leave_at: datetime) -> dict[str, int]:
    """Return how many reminders each person already gets on the local day of `leave_at`."""
    counts = uow.outbox.notices_since(_midnight(leave_at), KIND)
    return {str(person): count for person, count in counts.items()}


def _midnight(at: datetime) -> datetime:
    """Return when the local day of `at` began."""
    return datetime.combine(local(at).date(), time(), LOCAL)


def _queue(
    uow: UnitOfWork,
    around: Surroundings,
    digests: Sequence[Digest],
    desk: _Desk,
    leaves: Mapping[Hours, datetime],
    now: datetime,
) -> int:
    """Queue each person's digest and enter its items in the ledger; returns how many were queued."""
    duties = desk.known
    names: dict[tuple[int, str, str], str] = {}  # many units owe the same duty
    notices = []
    away = outages.last(uow) if digests else None
    what_is_known = _said_already(uow, around, [d.record for d in duties.values()] if digests else ())
    for one in digests:
        leave_at = leaves[one.hours]
        read_on = local(leave_at).date()
        items = [(item, duties[item.occurrence].record) for item in one.items]
        about: dict[str, Any] = {
            "kind": KIND,
            "occurrences": [item.occurrence for item in one.items],
            "items": [_about(item, record, names) for item, record in items],
            "read_on": read_on.isoformat(),
            "ceiling": one.ceiling,
        }
        if one.hours != around.policy.hours:
            about["hours"] = _hours_json(one.hours)
        say = reminder_say(items, around.calendar, read_on, what_is_known)
        if away is not None and any(away.missed(record) for _, record in items):
            say, about["late"] = outages.marked(say, away), True
        key = "|".join((KIND, *one.items[0].key))
        notices.append(outgoing.Notice(int(one.recipient), say, key, not_before=leave_at, about=about))
    ids = outgoing.notify_all(uow, notices, now)
    sent = [(one, row_id) for one, row_id in zip(digests, ids, strict=True) if row_id is not None]
    uow.ledger.add_many(
        [
            {
                "occurrence_id": duties[item.occurrence].record.id,
                "person_id": int(item.recipient),
                "reason": item.reason.value,
                "step": item.step,
                "level": item.level.value,
                "because": item.because,
                "planned_at": now,
                "state": "planned",
                "outbox_id": row_id,
            }
            for one, row_id in sent
            for item in one.items
        ]
    )
    return len(sent)


def may_leave(around: Surroundings, about: Mapping[str, Any] | None, now: datetime) -> datetime:
    """Return when a reminder that waits at `now` may leave, by the hours of the policy it was made under."""
    own = (about or {}).get("hours")
    if own is None:
        return deliver_at(now, around.policy, around.calendar)
    start, end = (time.fromisoformat(text) for text in own["window"])
    return deliver_at(now, Hours((start, end), own["working_days_only"]), around.calendar)


def _hours_json(hours: Hours) -> dict[str, Any]:
    return {
        "window": [one.isoformat() for one in hours.window],
        "working_days_only": hours.working_days_only,
    }


def _said_already(uow: UnitOfWork, around: Surroundings, records: Sequence[OccurrenceRecord]) -> Known:
    """Return what units said of these duties that a reminder must not ask again as if nothing was said."""
    talked = [r.id for r in records if r.state in (OccurrenceState.DIFFICULTY, OccurrenceState.UNDER_WAY)]
    office = uow.units.coordinating()
    name = around.office if office is None else office.name
    doubts = uow.occurrences.undecided([ProgressKind.NOT_OURS.value]) if records else ()
    said = uow.occurrences.said_of(r.id for r in records if r.state == OccurrenceState.RETURNED)
    returned = [p for all_of in said.values() for p in all_of if p.decision == "returned"]
    return Known(
        uow.occurrences.last_said(talked),
        name,
        {p.occurrence_id: p for p in doubts},
        {p.occurrence_id: p for p in returned},  # the last one stays
    )


def _about(
    item: Reminder, record: OccurrenceRecord, names: dict[tuple[int, str, str], str]
) -> dict[str, str | None]:
    same = (record.task_id, record.label, "" if record.case is None else record.code)
    if same not in names:
        names[same] = parameter(DEFAULT_LANGUAGE, duty_name(record))
    return {
        "for_unit": record.unit_name,
        "duty": record.task_ref,
        "name": names[same],
        "kind": record.task_kind,
        "occurrence": record.label,
        "due": record.due_on.isoformat() if record.due_on else None,
        "reason": item.reason.value,
        "step": item.step,
    }
