"""The reminder tick: what is due is computed, gathered into one message a person, and queued with its reason."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from domain.calendar import LOCAL, WorkingCalendar, local
from domain.duty import Digest, Duty, Reminder
from domain.escalation import Chain, owner
from domain.occurrence import OccurrenceState
from domain.policy import ReminderPolicy
from domain.reminder import deliver_at, digest, due_reminders, gravity, next_evaluation
from domain.ways import Topic
from handlers import outgoing
from handlers.acting import Surroundings
from handlers.duty_words import LAW, duty_name
from handlers.reminder_words import Known, reminder_say
from handlers.services import case_chains, case_duties, statutory_chains
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
    duties = {r.code: _Known(r, duty) for r, duty in zip(records, _duties(uow, records, now), strict=True)}
    sent = uow.ledger.sent((r.id for r in records), _midnight(now))
    due = due_reminders((known.duty for known in duties.values()), sent, around.policy, around.calendar, now)
    leave_at = deliver_at(now, around.policy, around.calendar)
    digests = digest(due, sent_today=_sent_on(uow, leave_at), policy=around.policy)
    ready = [one for one in digests if one.held is None]
    if any(allows.per_minute is not None for allows in uow.ways.allows.values()):
        ready.sort(key=gravity)  # where not all may leave today
    queued = _queue(uow, around, ready, duties, leave_at, now)
    held = {item.occurrence for one in digests if one.held for item in one.items}
    uow.occurrences.set_next(
        (
            known.record.id,
            next_evaluation(
                known.duty,
                around.policy,
                around.calendar,
                now,
                outstanding=known.record.code in held or owner(known.duty.chain) is None,
            ),
        )
        for known in duties.values()
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
    by_code = {record.code: record for record in records}
    sent = uow.ledger.sent((record.id for record in records), _midnight(now))
    found = due_reminders(_duties(uow, records, now), sent, policy, calendar, now)
    return [(reminder, by_code[reminder.occurrence]) for reminder in found]


def next_tick(uow: UnitOfWork, _now: datetime) -> datetime | None:
    """Return the earliest instant at which a reminder may be due."""
    return uow.occurrences.next_reminder()


@dataclass(frozen=True, slots=True)
class _Known:
    record: OccurrenceRecord
    duty: Duty


def _duties(uow: UnitOfWork, records: Sequence[OccurrenceRecord], now: datetime) -> Iterable[Duty]:
    nobody = _overseers(uow, now)
    chains = _reachable_chains(uow, {record.unit_id for record in records}, nobody, now)
    of_cases = case_chains.CaseChains(uow, [r for r in records if r.case is not None], chains, nobody, now)
    of_law = statutory_chains.StatutoryChains(uow, records, chains, nobody, now)
    approved = {plan: uow.plans.get(plan).approved_at for plan in {r.plan_id for r in records if r.plan_id}}
    for record in records:
        known_since = approved.get(record.plan_id)
        opens = record.opens_on if known_since is None else max(record.opens_on, local(known_since).date())
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
    duties: Mapping[str, _Known],
    leave_at: datetime,
    now: datetime,
) -> int:
    """Queue each person's digest and enter its items in the ledger; returns how many were queued."""
    read_on = local(leave_at).date()
    notices = []
    what_is_known = _said_already(uow, around, [d.record for d in duties.values()] if digests else ())
    for one in digests:
        items = [(item, duties[item.occurrence].record) for item in one.items]
        about = {
            "kind": KIND,
            "occurrences": [item.occurrence for item in one.items],
            "items": [_about(item, record) for item, record in items],
        }
        say = reminder_say(items, around.calendar, read_on, what_is_known)
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


def _said_already(uow: UnitOfWork, around: Surroundings, records: Sequence[OccurrenceRecord]) -> Known:
    """Return what units said of these duties that a reminder must not ask again as if nothing was said."""
    talked = [r.id for r in records if r.state in (OccurrenceState.DIFFICULTY, OccurrenceState.UNDER_WAY)]
    office = uow.units.coordinating()
    return Known(uow.occurrences.last_said(talked), around.office if office is None else office.name)


def _about(item: Reminder, record: OccurrenceRecord) -> dict[str, str | None]:
    return {
        "for_unit": record.unit_name,
        "duty": record.task_ref,
        "name": parameter(DEFAULT_LANGUAGE, duty_name(record)),
        "kind": record.task_kind,
        "occurrence": record.label,
        "due": record.due_on.isoformat() if record.due_on else None,
        "reason": item.reason.value,
        "step": item.step,
    }
