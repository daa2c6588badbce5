"""What the law asks again and again: each registered employer and commune owes it from the day it opens.

These duties are the rows of one plan that nobody wrote, `LUAT`; reminders, answers, ledger and digest are those of
any plan. They are entered in parts, so that forty thousand employers hold up nobody. An employer nobody is linked for
is owed no reminder: what cannot arrive is not planned, it stands in the list of those to be rung up.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from domain.calendar import LOCAL, local
from domain.law import periodic
from domain.law.periodic import Periodic
from domain.occurrence import OccurrenceState, Period
from handlers.acting import Surroundings
from handlers.duty_words import LAW, rule_of
from handlers.services.fan_out import LEAD
from handlers.services.people import operator_id
from storage.records import OccurrenceRecord, OwnDate
from storage.unit_of_work import UnitOfWork

ON = "statutory_since"
WALKED = "statutory_walked"
PLAN, STATE = "LUAT", "law"
BATCH = 500
"""How many occurrences one tick enters at most."""


def start(uow: UnitOfWork, now: datetime) -> bool:
    """Have the duties entered from now on; False where that was so already."""
    if uow.meta.get(ON) is not None:
        return False
    uow.meta.put(ON, local(now).date().isoformat())
    uow.audit.add("statutory_start", f"plan:{PLAN}", person_id=None, now=now)
    return True


def covers(uow: UnitOfWork, unit_id: int) -> bool:
    """Whether a unit's figures are asked for here already, so that a case need not ask for them too."""
    return uow.meta.get(ON) is not None and uow.units.get(unit_id).kind in (
        periodic.EMPLOYER,
        periodic.COMMUNE,
    )


def tick(uow: UnitOfWork, _around: Surroundings, now: datetime) -> int:
    """Enter what has opened and is not there yet, at most `BATCH` occurrences; returns how many."""
    if uow.meta.get(ON) is None:
        return 0
    today = local(now).date()
    walked: dict[str, int] = uow.meta.get(WALKED, {})
    open_now = _open(today)
    ahead = {key: walked.get(key, 0) for key in open_now}
    entered, room, newest = 0, BATCH, uow.employers.newest_unit()
    for key, (duty, period) in open_now.items():
        units = uow.employers.units_after(duty.by, ahead[key], room) if room and ahead[key] < newest else ()
        if room:
            ahead[key] = (
                units[-1] if len(units) == room else newest
            )  # nothing is left to look through next time
            room -= len(units)
            due = dict.fromkeys(units, (period.label, period.due_on or today))
            entered += _enter(uow, duty, due, now) if units else 0
    if ahead != walked:
        uow.meta.put(WALKED, ahead)
    return entered + _enter_dates(uow, today, room, now)


def next_tick(uow: UnitOfWork, now: datetime) -> datetime | None:
    """Return `now` while something waits to be entered, else the first day on which more opens."""
    if uow.meta.get(ON) is None:
        return None
    today = local(now).date()
    walked: dict[str, int] = uow.meta.get(WALKED, {})
    opening = uow.employers.next_opening()
    newest = uow.employers.newest_unit()
    waits = any(walked.get(key, 0) < newest for key in _open(today))
    if waits or (opening is not None and opening <= today):
        return now
    days = [day for duty in periodic.on(today) if (day := _next_opening(duty, today)) is not None]
    days += [] if opening is None else [opening]
    return datetime.combine(min(days), time(), LOCAL) if days else None


def settled(uow: UnitOfWork, record: OccurrenceRecord, done_on: date) -> None:
    """Count a duty at intervals anew from the day it was done; anything else is left as it is."""
    duty = rule_of(record)
    if duty is None or duty.months is None:
        return
    due_on = periodic.next_due(duty, done_on)
    row = {"unit_id": record.unit_id, "rule": duty.id, "done_on": done_on, "due_on": due_on}
    uow.employers.change_dates([{**row, "open_on": due_on - periodic.OPENS_BEFORE}])


def _open(today: date) -> dict[str, tuple[Periodic, Period]]:
    """Return the figures asked for on a day, by the name under which it is kept how far they are entered."""
    found = ((duty, periodic.open_period(duty, today)) for duty in periodic.on(today))
    return {f"{duty.id}:{period.label}": (duty, period) for duty, period in found if period is not None}


def _next_opening(duty: Periodic, today: date) -> date | None:
    """Return the first day after `today` on which figures are asked for; None for what is done at intervals."""
    if duty.months is not None:
        return None
    day = today
    for _ in range(14):  # a month ahead each time, a little more than a year at most
        period = periodic.open_period(duty, day)
        if period is not None and period.opens_on > today:
            return period.opens_on
        day += periodic.OPENS_BEFORE - timedelta(days=1)
    return None


def _enter_dates(uow: UnitOfWork, today: date, room: int, now: datetime) -> int:
    """Enter the duties at intervals that open by a day."""
    coming = uow.employers.dates_opening(today, room) if room else ()
    by_rule: dict[str, dict[int, tuple[str, date]]] = {}
    for one in coming:
        by_rule.setdefault(one.rule, {})[one.unit_id] = (one.due_on.isoformat(), one.due_on)
    entered = 0
    for rule, due in by_rule.items():
        duty = periodic.version(rule, today)
        if duty is not None:
            entered += _enter(uow, duty, due, now)
    uow.employers.change_dates(
        [
            {"unit_id": d.unit_id, "rule": d.rule, "done_on": d.done_on, "due_on": d.due_on, "open_on": None}
            for d in coming
        ]
    )
    return entered


def _enter(uow: UnitOfWork, duty: Periodic, due: Mapping[int, tuple[str, date]], now: datetime) -> int:
    """Have units owe a duty; `due` gives by unit the label and the last day. What is there already stays."""
    task = _task(uow, duty, now)
    units = tuple(due)
    assigned = uow.plans.assigned(task, units)
    missing = [unit for unit in units if unit not in assigned]
    if missing:
        uow.plans.add_assignments([(task, unit, LEAD) for unit in missing])
        assigned = {**assigned, **uow.plans.assigned(task, missing)}
    told = set(units) if duty.by == periodic.COMMUNE else uow.employers.linked(units)
    counted = uow.case_duties.owing_figures(units)
    today = local(now).date()
    return uow.occurrences.add_many(
        [
            {
                "code": f"PL-{unit}-{task}-{label}",
                "assignment_id": assigned[unit],
                "label": label,
                "opens_on": today,
                "due_on": last,
                "check_in_until": None,
                "state": OccurrenceState.OPEN.value,
                "percent": None,
                "promised_on": None,
                "snoozed_until": None,
                "next_at": now if unit in told else None,
            }
            for unit, (label, last) in due.items()
            if (unit, label) not in counted or not duty.zero
        ]
    )


def _task(uow: UnitOfWork, duty: Periodic, now: datetime) -> int:
    """Return the row of the law's own plan for a duty, entered where it is not there yet."""
    plan = uow.plans.by_code(PLAN)
    plan_id = _plan(uow, now) if plan is None else plan.id
    rows = uow.plans.tasks(plan_id)
    for row in rows:
        if row.ref == duty.id:
            return row.id
    return uow.plans.add_task(
        plan_id=plan_id,
        ref=duty.id,
        kind=LAW,
        position=len(rows),
        text=duty.article,
        deadline={},
        deadline_text=None,
        product=None,
        by_mandate=False,
        lines=[],
    )


def _plan(uow: UnitOfWork, now: datetime) -> int:
    plan_id = uow.plans.add(
        code=PLAN,
        title=PLAN,
        number=None,
        reading={},
        attachment_id=None,
        check_in="yearly",
        created_by=operator_id(uow, now),
        now=now,
    )
    uow.plans.change(plan_id, state=STATE)
    return plan_id


def look_again(uow: UnitOfWork, unit_ids: Sequence[int], now: datetime) -> None:
    """Have what these employers owe reminded of: somebody can be told by now."""
    if unit_ids:
        uow.occurrences.look_again_for(unit_ids, now)


def supersede(uow: UnitOfWork, dates: Sequence[OwnDate]) -> None:
    """Close what was asked for by these days: it has been done since, as the office's list says."""
    plan = uow.plans.by_code(PLAN) if dates else None
    if plan is None:
        return
    tasks = {row.ref: row.id for row in uow.plans.tasks(plan.id)}
    codes = [f"PL-{one.unit_id}-{tasks[one.rule]}-{one.due_on}" for one in dates if one.rule in tasks]
    uow.occurrences.close(codes, OccurrenceState.CANCELLED.value)
