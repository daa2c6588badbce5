"""The rows behind a free question about how things stand, within the asker's remit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from domain.accident import CaseState
from domain.calendar import LOCAL, local
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.vietnamese.query_words import Query, Rank, State
from domain.vietnamese.spans import Span
from handlers.services import access, alerts, case_facts, reports
from storage.records import AccidentRecord, OccurrenceRecord, Person
from storage.unit_of_work import UnitOfWork

SOON = timedelta(days=14)
FIRST = datetime(2000, 1, 1, tzinfo=LOCAL)
_OVER = (OccurrenceState.SUBMITTED, OccurrenceState.ACCEPTED)
_STATES: dict[State, tuple[OccurrenceState, ...]] = {
    State.DIFFICULTY: (OccurrenceState.DIFFICULTY,),
    State.DONE: _OVER,
    State.UNDER_WAY: (OccurrenceState.UNDER_WAY,),
    State.OPEN: tuple(sorted(OPEN_STATES)),
    State.OVERDUE: tuple(sorted(OPEN_STATES)),
    State.SOON: tuple(sorted(OPEN_STATES)),
}
_AWAITED = (CaseState.OPEN.value, CaseState.DISPATCHED.value)
_CASE_STATES: dict[State, tuple[str, ...]] = {
    State.UNTAKEN: _AWAITED,
    State.UNFINISHED: (*_AWAITED, CaseState.ACKNOWLEDGED.value, CaseState.BEING_HANDLED.value),
    State.CLOSED: (CaseState.CLOSED.value,),
}


@dataclass(frozen=True, slots=True)
class UnitCount:
    """How many duties of a unit fit, of how many that have opened."""

    unit: str
    count: int
    of: int


def scope_of(uow: UnitOfWork, person: Person, query: Query, unit: int | None) -> tuple[int, ...]:
    """Return the ids of the units a question is about: the one named, those of a kind, else the whole remit.

    A unit outside the remit leaves nothing.
    """
    remit = access.remit_of(uow, person)
    found = reports.units_of_kind(uow, remit, query.kind)
    units = tuple(u.id for u in uow.units.all()) if found is None else found
    return units if unit is None else tuple(one for one in units if one == unit)


def duties(
    uow: UnitOfWork, units: Sequence[int], query: Query, now: datetime
) -> tuple[OccurrenceRecord, ...]:
    """Return the duties that fit, dated first by due day."""
    today = local(now).date()
    if query.row is not None:
        wanted = query.row
        every = uow.occurrences.of_units(units, _all_states(), today)
        return tuple(one for one in every if one.task_ref.casefold() == wanted.casefold())
    if query.state is None:
        return ()
    found = uow.occurrences.of_units(units, _STATES[query.state], today)
    if query.state is State.OVERDUE:
        found = tuple(one for one in found if one.due_on is not None and one.due_on < today)
    period = query.period
    if query.state is State.SOON and period is None:
        period = Span(today, today + SOON)
    if period is not None:
        found = tuple(
            one for one in found if one.due_on is not None and period.start <= one.due_on <= period.end
        )
    return found


def _all_states() -> tuple[OccurrenceState, ...]:
    return tuple(one for one in OccurrenceState if one is not OccurrenceState.CANCELLED)


def by_unit(
    uow: UnitOfWork, units: Sequence[int], found: Iterable[OccurrenceRecord], query: Query, now: datetime
) -> tuple[UnitCount, ...]:
    """Return the units with what fits, those first that are asked for; for the best, those with the largest share."""
    every = uow.occurrences.of_units(units, _all_states(), local(now).date())
    totals, names, counts = dict[int, int](), dict[int, str](), dict[int, int]()
    for one in every:
        totals[one.unit_id] = totals.get(one.unit_id, 0) + 1
        names[one.unit_id] = one.unit_name
    for one in found:
        counts[one.unit_id] = counts.get(one.unit_id, 0) + 1
    rows = [UnitCount(names[unit], counts.get(unit, 0), total) for unit, total in totals.items()]
    if query.rank is Rank.BEST:
        return tuple(
            sorted((row for row in rows if row.count), key=lambda row: (-row.count / row.of, -row.count))
        )
    return tuple(sorted((row for row in rows if row.count), key=lambda row: -row.count))


def cases(uow: UnitOfWork, person: Person, query: Query, unit: int | None) -> tuple[AccidentRecord, ...]:
    """Return the accidents that fit, newest first; by the day they happened where it is known, else were reported."""
    remit = access.remit_of(uow, person)
    units = remit if unit is None else (unit,)
    since = datetime.combine(query.period.start, time(), LOCAL) - SOON if query.period else FIRST
    found = uow.queries.cases_since(units, alerts.URGENT_KINDS, since)
    if query.period is not None:
        spans = uow.queries.happened(found)
        found = tuple(code for code in found if _within(*spans[code], query.period))
    records = (one for one in map(uow.accidents.by_code, found) if one is not None)
    states = None if query.state is None else _CASE_STATES[query.state]
    fit = (one for one in records if one.state != CaseState.CANCELLED and (not states or one.state in states))
    return tuple(one for one in fit if not query.dead or dead_in(uow, one))


def _within(told: datetime, first: datetime | None, last: datetime | None, period: Span) -> bool:
    """Whether an accident may have happened in a period; of one whose time nobody told, the report counts."""
    if first is None or last is None or last - first > timedelta(days=1):
        first = last = told
    return local(first).date() <= period.end and local(last).date() >= period.start


def dead_in(uow: UnitOfWork, case: AccidentRecord) -> int:
    """Return how many people a case says have died."""
    return case_facts.dead_of(uow.accidents.facts(case.id))


def people_in(uow: UnitOfWork, case: AccidentRecord) -> int:
    """Return how many people a case says were hurt or died; 0 where nobody knows."""
    return case_facts.total_of(uow.accidents.facts(case.id)) or 0
