"""Days before a duty is due whoever coordinates hears which units cannot be told of it, why, and who is told instead.

Each duty and due day is warned of once. Employers nobody is linked for are only counted: there are thousands.
The warning counts as one of the day's reminders; where the ceiling is reached it comes the next morning.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from domain.calendar import LOCAL, local
from domain.escalation import Level
from domain.ladder import Reason
from domain.policy import default_policy
from domain.reminder import deliver_at
from domain.ways import Topic
from handlers import outgoing
from handlers.acting import Surroundings
from handlers.duty_words import duty_name
from handlers.services import access, reachability
from handlers.services.reachability import Standing
from messages.catalog import DEFAULT_LANGUAGE
from messages.envelope import Option, Say, Text
from messages.render import parameter
from storage.records import OccurrenceRecord
from storage.unit_of_work import UnitOfWork

LOOKED, COUNTED = "reach_looked", "reach_counted"
KIND = "reminder"
LINES = 8
Lost = tuple[OccurrenceRecord, Standing]


def tick(uow: UnitOfWork, around: Surroundings, now: datetime) -> int:
    """Look once on each working day, from the digest hour on; returns how many warnings were queued."""
    here = local(now)
    today = here.date()
    too_early = here.time() < around.policy.digest_at
    if not around.policy.reach_before or too_early or uow.meta.get(LOOKED) == today.isoformat():
        return 0
    if not uow.occurrences.owes_dated() or not around.calendar.is_working_day(today):
        return 0  # the calendar last: it takes half a second and 4 MB the first time
    uow.meta.put(LOOKED, today.isoformat())
    coordinator = _coordinator(uow, now)
    if coordinator is None or _is_full(uow, around, coordinator, now):
        return 0
    horizon = around.calendar.add_working_days(today, around.policy.reach_before)
    coming = uow.occurrences.due_between(today, horizon)
    standings = reachability.standings(uow, {record.unit_id for record in coming}, now)
    lost = [(r, standings[r.unit_id]) for r in coming if standings[r.unit_id].why is not None]
    new = _not_told(uow, lost, now)
    counted = _employers(uow, around, now)
    if not new and not counted:
        return 0
    return _queue(uow, around, coordinator, new, counted, now)


def next_tick(uow: UnitOfWork, now: datetime) -> datetime | None:
    """Return when to look next: the digest hour of each day on which anything is owed, None where nothing is."""
    if not uow.occurrences.owes_dated():
        return None
    looked, today = uow.meta.get(LOOKED), local(now).date()
    day = (
        today
        if looked != today.isoformat() and local(now).time() < default_policy().digest_at
        else today + timedelta(days=1)
    )
    return datetime.combine(day, default_policy().digest_at, LOCAL)


def _coordinator(uow: UnitOfWork, now: datetime) -> int | None:
    holders = uow.people.holding("coordinator")
    reachable = uow.ways.reach_all(holders, Topic.REMINDER, now)
    return next((person for person in holders if person in reachable), None)


def _is_full(uow: UnitOfWork, around: Surroundings, person: int, now: datetime) -> bool:
    leave_at = deliver_at(now, around.policy, around.calendar)
    since = datetime.combine(local(leave_at).date(), time(), LOCAL)
    return uow.outbox.notices_since(since, KIND).get(person, 0) >= around.policy.daily_ceiling


def _step(record: OccurrenceRecord) -> str:
    return f"reach-{record.due_on}"


def _not_told(uow: UnitOfWork, lost: Sequence[Lost], now: datetime) -> list[Lost]:
    ids = [record.id for record, _ in lost]
    sent, _ = uow.ledger.sent(ids, datetime.combine(local(now).date(), time(), LOCAL))
    told = {(code, step) for code, reason, step, _ in sent if reason == Reason.REACHABILITY.value}
    return [one for one in lost if (one[0].code, _step(one[0])) not in told]


def _employers(uow: UnitOfWork, around: Surroundings, now: datetime) -> int:
    """Return how many employers cannot be told of figures due soon; once for each day they are due."""
    today = local(now).date()
    horizon = around.calendar.add_working_days(today, around.policy.reach_before)
    due = uow.occurrences.next_employer_due(today, horizon)
    if due is None or uow.meta.get(COUNTED) == due.isoformat():
        return 0
    uow.meta.put(COUNTED, due.isoformat())
    return uow.occurrences.employers_out_of_reach(today, horizon)


def _queue(
    uow: UnitOfWork, around: Surroundings, person: int, lost: Sequence[Lost], employers: int, now: datetime
) -> int:
    today = local(now).date()
    notice = outgoing.Notice(
        person,
        _say(uow, lost, employers),
        f"{KIND}|reach|{today}|{person}",
        not_before=deliver_at(now, around.policy, around.calendar),
        about={
            "kind": KIND,
            "occurrences": [record.code for record, _ in lost],
            "items": [_about(record) for record, _ in lost],
        },
    )
    [row_id] = outgoing.notify_all(uow, [notice], now)
    if row_id is None:
        return 0
    uow.ledger.add_many(
        [
            {
                "occurrence_id": record.id,
                "person_id": person,
                "reason": Reason.REACHABILITY.value,
                "step": _step(record),
                "level": Level.COORDINATOR.value,
                "because": _because(standing),
                "planned_at": now,
                "state": "planned",
                "outbox_id": row_id,
            }
            for record, standing in lost
        ]
    )
    return 1


def _because(standing: Standing) -> str:
    instead = "nobody of the unit can be told" if standing.lost else "the next in line is told"
    return f"the first in charge cannot be told ({standing.why}); {instead}"


def _about(record: OccurrenceRecord) -> dict[str, str | None]:
    return {
        "for_unit": record.unit_name,
        "duty": record.task_ref,
        "name": parameter(DEFAULT_LANGUAGE, duty_name(record)),
        "kind": record.task_kind,
        "occurrence": record.label,
        "due": record.due_on.isoformat() if record.due_on else None,
        "reason": Reason.REACHABILITY.value,
        "step": _step(record),
    }


def _say(uow: UnitOfWork, lost: Sequence[Lost], employers: int) -> Say:
    lines = [_line(uow, record, standing) for record, standing in lost[:LINES]]
    if len(lost) > LINES:
        lines.append(Text("status-more", {"count": len(lost) - LINES}))
    if employers:
        lines.append(Text("reach-employers", {"count": employers}))
    options = (Option("calls:list", Text("reach-calls")), Option("invite:start", Text("menu-invite")))
    return Say("reach-warning", {"lines": lines}, options=options)


def _line(uow: UnitOfWork, record: OccurrenceRecord, standing: Standing) -> Text:
    params: dict[str, Any] = {
        "unit": record.unit_name,
        "duty": duty_name(record),
        "day": record.due_on,
        "why": Text(f"call-list-why-{standing.why}"),
    }
    if standing.instead is None:
        return Text("reach-line-lost", params)
    held = uow.people.get(standing.instead).memberships
    roles = (m.role for m in held if m.unit_id == record.unit_id and m.role in access.OFFICERS)
    return Text("reach-line-instead", {**params, "who": Text(f"role-{next(roles, 'focal')}")})
