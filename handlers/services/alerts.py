"""Who is told of a case, in what order, and what is done while nobody takes it.

A push holds code, class, place and the time of the report: never a name, an injury or a telephone number.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from domain.accident import CaseClass, CaseKind, CaseState
from domain.reminder import deliver_at
from domain.ways import Topic
from handlers import outgoing
from handlers.acting import Surroundings
from handlers.services import access, case_facts, case_kin, chains, communes, routing
from handlers.services.case_facts import Facts
from messages.catalog import DEFAULT_LANGUAGE
from messages.envelope import Option, Say, Text
from messages.render import parameter
from messages.words import LOCAL, clock, moment
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork

# From the MANY-th alarm of one reporter within SPAN on, officers hear of all of them in one notice each MANY_EVERY.
MANY = 3
MANY_EVERY = timedelta(minutes=10)
SPAN = timedelta(hours=1)
AMBULANCE = "115"
LEADER_PUSH = "accident-push-leader"  # a leader sees to it that somebody takes the case, and takes none
BODY = "body"  # the level of the police, say, where the registry has them
BODY_PUSH = "accident-push-body"  # they are told, and the case is not theirs to open here
_PUSHES = {chains.LEADER: LEADER_PUSH, BODY: BODY_PUSH}
_TOLD_ONLY = frozenset(_PUSHES.values())
_GRAVEST = (
    *(CaseClass.FATAL, CaseClass.MULTIPLE_SERIOUS, CaseClass.SINGLE_SERIOUS),
    *(CaseClass.UNKNOWN, CaseClass.LIGHT),
)
_AWAITED = (CaseState.OPEN, CaseState.DISPATCHED)
UNFINISHED = (CaseState.ACKNOWLEDGED.value, CaseState.BEING_HANDLED.value)
URGENT_KINDS = frozenset({CaseKind.ACCIDENT, CaseKind.COMMUTING, CaseKind.TECHNICAL_INCIDENT})


@dataclass(frozen=True, slots=True)
class Told:
    """Whether the commune's officers, and the coordinating office, are being told (now or before)."""

    commune: bool
    office: bool

    def __bool__(self) -> bool:
        return self.commune or self.office


def spread(uow: UnitOfWork, case: AccidentRecord, facts: Facts, now: datetime) -> Told:
    """Tell those who must know at once and were not told yet.

    The first of focal point, deputy and head of the commune who can be reached; the coordinating office
    too where the case is grave, the commune unknown or nobody there can be reached.
    """
    commune = _first_reachable(uow, case, chains.of_commune(uow, case.unit_id, now), now)
    office: list[tuple[int, str]] = []
    declared = case.kind == CaseKind.EQUIPMENT  # the law names the department, whatever the commune sees to
    if not commune or declared or (is_urgent(case) and case_facts.is_grave(facts)):
        office = _first_reachable(uow, case, chains.of_office(uow, now), now)
    for person_id, level in (*commune, *office):
        _alert(uow, case, facts, person_id, level, now)
    for route in routing.routes(uow, case, facts, now) if is_urgent(case) else ():
        for person_id, _ in route.people:
            _alert(uow, case, facts, person_id, BODY, now)
    return Told(bool(commune), bool(office))


def is_urgent(case: AccidentRecord) -> bool:
    """Whether the case is an alarm (somebody is or may be hurt) and not a notice."""
    return CaseKind(case.kind) in URGENT_KINDS


def has_clocks(case: AccidentRecord) -> bool:
    """Whether the law asks more in such a case than to tell at once."""
    return is_urgent(case) or CaseKind(case.kind) in (CaseKind.DISEASE, CaseKind.EQUIPMENT)


def crowd_upto(uow: UnitOfWork, case: AccidentRecord) -> tuple[AccidentRecord, ...]:
    """Return the reporter's alarms within an hour up to this case, itself included, oldest first.

    A private case stands alone: beside those of a named person it would be named too.
    """
    if case.is_private:
        return (case,)
    since = case.created_at - SPAN
    near = uow.accidents.of_reporter_between(case.reporter_id, URGENT_KINDS, since, case.created_at)
    return tuple(other for other in near if other.id <= case.id and not other.is_private)


def latest_beside(uow: UnitOfWork, case: AccidentRecord) -> AccidentRecord:
    """Return the newest alarm of the same reporter within an hour after this case, perhaps itself."""
    if case.is_private:
        return case
    until = case.created_at + SPAN
    after = uow.accidents.of_reporter_between(case.reporter_id, URGENT_KINDS, case.created_at, until)
    return max((case, *(other for other in after if not other.is_private)), key=lambda other: other.id)


def tell_change(uow: UnitOfWork, case: AccidentRecord, facts: Facts, now: datetime) -> None:
    """Tell everybody told before that the class the push named has changed."""
    label = case_facts.alarm_class(facts)
    for person_id in access.told_and_in_charge(uow, case):
        count = f"{case_facts.total_of(facts)}:{case_facts.dead_of(facts)}"
        key = f"case:{case.id}:{person_id}:{label.key}:{count}"
        _push(uow, case, facts, person_id, now, key, "accident-push-changed")


def first_check(case: AccidentRecord, around: Surroundings, now: datetime) -> datetime:
    """Return when to look whether anybody has taken a case: soonest where it is fatal or several are badly hurt.

    What is no alarm wakes nobody at night.
    """
    if is_urgent(case):
        return now + around.desk.alarm_wait_for(case.suggested_class)
    return deliver_at(now + around.desk.alarm_wait_notice, around.policy, around.calendar)


def push_again(uow: UnitOfWork, case: AccidentRecord, person_id: int, key: str, now: datetime) -> bool:
    """Ask an officer once more to take a case, in the words of `key`; False where they cannot be reached now."""
    facts = uow.accidents.facts(case.id)
    reached = uow.ways.reach(person_id, Topic.ALARM, now) is not None
    if person_id == case.reporter_id or not reached:
        return False
    _push(uow, case, facts, person_id, now, f"case:{case.id}:{person_id}:{key}:{now.timestamp():.0f}", key)
    return True


def check(uow: UnitOfWork, around: Surroundings, now: datetime) -> int:
    """Look at every case nobody has taken in time; returns how many cases were looked at.

    A case whose officer serves there no more is nobody's again first, so that none is left without an owner.
    """
    for left in uow.queries.cases_left_behind(access.OFFICERS, UNFINISHED):
        _give_back(uow, uow.accidents.get(left), now)
    due = uow.accidents.waiting_check(now)
    for case in due:
        lead = _speaks_for(uow, case)
        if lead is None:
            uow.accidents.change(case.id, next_check_at=None)
        elif lead.id == case.id:
            _press_on(uow, case, around, now)
        else:
            _wait_with(uow, case, lead, around, now)
    return len(due)


def _awaited(case: AccidentRecord) -> bool:
    return CaseState(case.state) in _AWAITED and case.acknowledged_at is None


def _speaks_for(uow: UnitOfWork, case: AccidentRecord) -> AccidentRecord | None:
    """Return which of the reports joined with a case is alarmed of for all: the gravest, then the oldest.

    None where nobody is waited for in this one.
    """
    if not _awaited(case):
        return None
    waiting = [one for one in case_kin.together(uow, case) if _awaited(one) and is_urgent(one)]
    if not is_urgent(case) or not waiting:
        return case
    return min(waiting, key=lambda one: (_GRAVEST.index(CaseClass(one.suggested_class)), one.id))


def _wait_with(
    uow: UnitOfWork, case: AccidentRecord, lead: AccidentRecord, around: Surroundings, now: datetime
) -> None:
    """Let a joined report be looked at again with the one alarmed of; its own reporter hears that nobody came yet."""
    if case.checks == 0:
        _tell_nobody_took(uow, case, around, now)
    waits = lead.next_check_at is not None and lead.next_check_at > now
    later = lead.next_check_at if waits else now + around.desk.alarm_repeat
    uow.accidents.change(case.id, checks=case.checks + 1, next_check_at=later)


def pass_on(
    uow: UnitOfWork, case: AccidentRecord, by_person: int, around: Surroundings, now: datetime
) -> bool:
    """Tell the next in line at once, as an officer told of the case cannot take it; False with nobody left."""
    told = (*uow.accidents.alerted(case.id), by_person)
    fresh = _first_reachable(uow, case, chains.stages(uow, case.unit_id, now), now, told)
    for person_id, level in fresh:
        _alert(uow, case, uow.accidents.facts(case.id), person_id, level, now)
    later = first_check(case, around, now) if fresh else now + around.desk.alarm_repeat
    uow.accidents.change(case.id, next_check_at=later)
    levels = [level for _, level in fresh]
    uow.audit.add(
        "case_passed_on", f"case:{case.code}", person_id=by_person, now=now, detail={"levels": levels}
    )
    return bool(fresh)


def next_check(uow: UnitOfWork, _now: datetime) -> datetime | None:
    """Return the earliest instant at which `check` has something to look at."""
    return uow.accidents.next_check()


def emergency_number(around: Surroundings) -> str:
    """Return the number a reporter can ring: the office's, else the ambulance."""
    return around.hotline or AMBULANCE


def _press_on(uow: UnitOfWork, case: AccidentRecord, around: Surroundings, now: datetime) -> None:
    facts = uow.accidents.facts(case.id)
    told = tuple(p for one in case_kin.together(uow, case) for p in uow.accidents.alerted(one.id))
    fresh = _first_reachable(uow, case, chains.stages(uow, case.unit_id, now), now, told)
    for person_id, level in fresh:
        _alert(uow, case, facts, person_id, level, now)
    if not fresh:
        again = "accident-push-again" if is_urgent(case) else "hazard-push-again"
        for person_id in access.told_and_in_charge(uow, case):
            key = f"case:{case.id}:{person_id}:check:{case.checks}"
            _push(uow, case, facts, person_id, now, key, again)
    if is_urgent(case) and case.checks == 0:
        _tell_nobody_took(uow, case, around, now)
    checks = case.checks + 1
    later = _next_look(case, checks, around, now, fresh=bool(fresh))
    uow.accidents.change(case.id, checks=checks, next_check_at=later)
    if fresh and case.state == CaseState.OPEN:
        uow.accidents.change(case.id, state=CaseState.DISPATCHED.value, dispatched_at=now)
    uow.audit.add(
        "case_escalated",
        f"case:{case.code}",
        person_id=None,
        now=now,
        detail={"check": checks, "levels": [level for _, level in fresh]},
    )


def _next_look(
    case: AccidentRecord, checks: int, around: Surroundings, now: datetime, *, fresh: bool
) -> datetime:
    """Return when a case that nobody has taken is looked at next: ever more slowly, and never not at all."""
    if not is_urgent(case):
        return first_check(case, around, now)
    if checks >= around.desk.alarm_most_checks:
        return now + around.desk.alarm_slow_repeat
    return first_check(case, around, now) if fresh else now + around.desk.alarm_repeat


def _tell_nobody_took(uow: UnitOfWork, case: AccidentRecord, around: Surroundings, now: datetime) -> None:
    params = {"code": case.code, "number": emergency_number(around)}
    outgoing.notify(
        uow,
        case.reporter_id,
        Say("accident-nobody-took", params, urgent=True),
        now,
        dedup_key=f"case:{case.id}:nobody-took:{now.timestamp():.0f}",
        about=outgoing.of_case(case.code),
    )


def _give_back(uow: UnitOfWork, case: AccidentRecord, now: datetime) -> None:
    uow.accidents.change(
        case.id,
        state=CaseState.DISPATCHED.value,
        acknowledged_at=None,
        acknowledged_by=None,
        checks=0,
        next_check_at=now,
    )
    uow.audit.add("case_left_behind", f"case:{case.code}", person_id=None, now=now)


def _first_reachable(
    uow: UnitOfWork,
    case: AccidentRecord,
    stages: Iterable[chains.Stage],
    now: datetime,
    told: tuple[int, ...] = (),
) -> chains.Stage:
    """Return those of the first stage with anybody to tell; whoever reports needs no push about it."""
    return chains.first_reachable(uow, stages, Topic.ALARM, now, (case.reporter_id, *told))


def _alert(
    uow: UnitOfWork, case: AccidentRecord, facts: Facts, person_id: int, level: str, now: datetime
) -> None:
    if uow.accidents.add_alert(case.id, person_id, level, now):
        key = _PUSHES.get(level, "accident-push") if is_urgent(case) else "hazard-push"
        _push(uow, case, facts, person_id, now, f"case:{case.id}:{person_id}", key)


def _push(
    uow: UnitOfWork,
    case: AccidentRecord,
    facts: Facts,
    person_id: int,
    now: datetime,
    dedup_key: str,
    key: str,
) -> None:
    if is_urgent(case) and len(crowd_upto(uow, case)) >= MANY:
        _push_many(uow, latest_beside(uow, case), person_id, now)
        return
    params = _params(uow, case, facts, person_id, now)
    take = (
        (Option(f"case:take:{case.code}", Text("case-take")),)
        if key not in _TOLD_ONLY and not case.acknowledged_at
        else ()
    )
    passing = (Option(f"case:pass:{case.code}", Text("case-pass")),) if take and is_urgent(case) else ()
    look = (Option(f"case:open:{case.code}", Text("case-open")),) if key != BODY_PUSH else ()
    options = (*take, *look, *passing)
    say = Say(key, params, options=options, urgent=is_urgent(case))
    outgoing.notify(uow, person_id, say, now, dedup_key=dedup_key, about=_about(case, params))


def _push_many(uow: UnitOfWork, latest: AccidentRecord, person_id: int, now: datetime) -> None:
    """Tell an officer of all the alarms of one reporter at once, and no oftener than each MANY_EVERY."""
    params = _params(uow, latest, uow.accidents.facts(latest.id), person_id, now)
    say = Say(
        "accident-push-many",
        {**params, "count": len(crowd_upto(uow, latest))},
        options=(Option(f"case:many:{latest.code}", Text("case-many")),),
        urgent=True,
    )
    key = f"many:{latest.reporter_id}:{person_id}:{now.timestamp() // MANY_EVERY.total_seconds():.0f}"
    outgoing.notify(uow, person_id, say, now, dedup_key=key, about=_about(latest, params))


def _params(
    uow: UnitOfWork, case: AccidentRecord, facts: Facts, person_id: int, now: datetime
) -> dict[str, Any]:
    language = uow.people.get(person_id).language
    today = case.created_at.astimezone(LOCAL).date() == now.astimezone(LOCAL).date()
    joined = len(case_kin.ids_with(uow, case.id))
    return {
        "code": Text("accident-code-joined", {"code": case.code, "count": joined})
        if joined > 1
        else case.code,
        "class": case_facts.alarm_class(facts) if is_urgent(case) else Text(f"case-kind-{case.kind}"),
        "place": place_for_push(uow, case),
        "time": clock(language, case.created_at) if today else moment(language, case.created_at),
    }


def _about(case: AccidentRecord, params: Mapping[str, Any]) -> dict[str, str]:
    """Return what a template that stands for the push says: no more than the push, and always Vietnamese."""
    said = {name: parameter(DEFAULT_LANGUAGE, params[name]) for name in ("class", "place")}
    return {"case": case.code, **said, "time": moment(DEFAULT_LANGUAGE, case.created_at)}


def about(uow: UnitOfWork, case: AccidentRecord, now: datetime) -> dict[str, str]:
    """Return what a notice that asks an officer about a case is about: as much as an alarm says."""
    facts = uow.accidents.facts(case.id)
    return _about(case, _params(uow, case, facts, case.reporter_id, now))


def place_for_push(uow: UnitOfWork, case: AccidentRecord) -> str | Text:
    """Return the commune of a case; the person's own words for a place stay in the case."""
    if case.unit_id is None:
        return Text("accident-place-unknown")
    return communes.in_sentence(uow.units.get(case.unit_id))
