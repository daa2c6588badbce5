"""How things stand, as data: what a person may see, counted and listed at one instant."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.calendar import local
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.vietnamese.places import match_places
from handlers.services import access, communes
from storage.records import OccurrenceRecord, Person, ReorganisationRecord, Unit
from storage.unit_of_work import UnitOfWork

HOME_ROLES = (*access.OFFICERS, "coordinator", "leader")
REPORTED = frozenset({OccurrenceState.SUBMITTED, OccurrenceState.ACCEPTED})
SURE = 95.0
LONGEST_QUESTION = 200


@dataclass(frozen=True, slots=True)
class Tasks:
    """What a person's own units owe: what the law wants at once, what is dated, check-ins counted by their period."""

    dated: tuple[OccurrenceRecord, ...]
    check_ins: tuple[tuple[str, int], ...]
    at_once: tuple[OccurrenceRecord, ...] = ()

    @property
    def total(self) -> int:
        """How many there are in all."""
        return len(self.at_once) + len(self.dated) + sum(count for _, count in self.check_ins)


@dataclass(frozen=True, slots=True)
class UnitOverdue:
    """How many duties of a unit are overdue, and since when the oldest."""

    unit: str
    count: int
    since: date


@dataclass(frozen=True, slots=True)
class Overdue:
    """What is overdue, longest first; `by_unit` where the asker looks into several units."""

    items: tuple[OccurrenceRecord, ...]
    by_unit: tuple[UnitOverdue, ...]


@dataclass(frozen=True, slots=True)
class Reporting:
    """Who has reported for a period: `missing` names the units that have not, in registry order."""

    label: str
    due: date
    units: int
    missing: tuple[str, ...]

    @property
    def reported(self) -> int:
        """How many units have reported."""
        return self.units - len(self.missing)


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts of everything that has opened, by state; `reporting` is None where no report is owed."""

    units: int
    counts: dict[OccurrenceState, int]
    overdue: int
    reporting: Reporting | None

    @property
    def total(self) -> int:
        """How many duties there are, cancelled ones aside."""
        return sum(n for state, n in self.counts.items() if state is not OccurrenceState.CANCELLED)


def home_units(person: Person) -> tuple[int, ...]:
    """Return the ids of the units a person belongs to as an official."""
    return tuple(dict.fromkeys((*person.units(*HOME_ROLES), *person.employers)))


def may_ask(uow: UnitOfWork, person: Person) -> bool:
    """Whether there is anything beyond their own reports that a person may ask about."""
    remit = access.remit_of(uow, person)
    return remit is None or bool(remit)


def my_tasks(uow: UnitOfWork, person: Person, now: datetime) -> Tasks:
    """Return what the person's own units owe now."""
    found = uow.occurrences.of_units(home_units(person), OPEN_STATES, local(now).date())
    labels = [r.label for r in found if r.due_on is None and r.case is None]
    return Tasks(
        tuple(r for r in found if r.due_on is not None),
        tuple((label, labels.count(label)) for label in dict.fromkeys(labels)),
        tuple(r for r in found if r.due_on is None and r.case is not None),
    )


def overdue(uow: UnitOfWork, scope: Iterable[int] | None, now: datetime) -> Overdue:
    """Return what is overdue in these units (None: in all)."""
    items = uow.occurrences.overdue(scope, OPEN_STATES, local(now).date())
    by_unit: dict[int, list[OccurrenceRecord]] = {}
    for item in items:
        by_unit.setdefault(item.unit_id, []).append(item)
    grouped = (UnitOverdue(of[0].unit_name, len(of), min(_due(r) for r in of)) for of in by_unit.values())
    return Overdue(items, tuple(sorted(grouped, key=lambda u: (-u.count, u.since))))


def _due(record: OccurrenceRecord) -> date:
    return record.due_on or record.opens_on


def units_of_kind(uow: UnitOfWork, scope: Sequence[int] | None, kind: str | None) -> tuple[int, ...] | None:
    """Return the ids in `scope` of the units of a kind; `scope` itself where no kind is named."""
    if kind is None:
        return None if scope is None else tuple(scope)
    return tuple(u.id for u in uow.units.all() if u.kind == kind and (scope is None or u.id in scope))


def reporting(
    uow: UnitOfWork, scope: Sequence[int] | None, now: datetime, label: str | None = None
) -> Reporting | None:
    """Return who has reported for `label`, else for the period due nearest to today; None where none is owed.

    A unit has reported when every report it owes for the period is submitted or accepted.
    """
    today = local(now).date()
    known = dict(uow.queries.report_periods(scope))
    if label is None or label not in known:
        if not known:
            return None
        label = min(known, key=lambda name: abs((known[name] - today).days))
    states: dict[str, list[OccurrenceState]] = {}
    for unit, state, _due_on, _code in uow.queries.reports_by_unit(scope, label):
        if state != OccurrenceState.CANCELLED.value:
            states.setdefault(unit, []).append(OccurrenceState(state))
    missing = tuple(unit for unit, of in states.items() if not REPORTED.issuperset(of))
    return Reporting(label, known[label], len(states), missing)


def overview(uow: UnitOfWork, scope: Sequence[int] | None, now: datetime) -> Overview:
    """Return the counts for these units (None: for all)."""
    today = local(now).date()
    counts = {OccurrenceState(s): n for s, n in uow.queries.state_counts(scope, today).items()}
    late = len(uow.occurrences.overdue(scope, OPEN_STATES, today))
    units = uow.queries.units_with_duties(scope, today)
    return Overview(units, counts, late, reporting(uow, scope, now))


def out_of_reach(uow: UnitOfWork, now: datetime) -> tuple[str, ...]:
    """Return the names of units that owe something now and have somebody in charge whom no address reaches."""
    charged = {
        unit: {person for role in access.OFFICERS for person in holders.get(role, ())}
        for unit, holders in uow.people.chains().items()
    }
    reached = uow.people.reach_all(sorted(set().union(*charged.values())))
    lost = [unit for unit, people in charged.items() if not people <= reached.keys()]
    owed = uow.occurrences.of_units(lost, OPEN_STATES, local(now).date())
    return tuple(dict.fromkeys(record.unit_name for record in sorted(owed, key=lambda r: r.unit_id)))


def unit_meant(uow: UnitOfWork, scope: Sequence[int] | None, said: str) -> Unit | None:
    """Return the one unit of `scope` that a sentence names, None where it names none or it is not sure.

    The name of a unit that was merged or renamed stands for the one that took over; see `old_name_meant`.
    """
    found = _meant(uow, scope, said)
    return None if found is None else found[1]


def old_name_meant(uow: UnitOfWork, said: str) -> tuple[str, Unit, ReorganisationRecord] | None:
    """Return the old name a sentence uses, who stands for it now, and by which decision; None for a present name."""
    found = _meant(uow, None, said)
    if found is None or found[0] == found[1].name:
        return None
    handed = uow.reorganisations.last_change_of(found[0])
    return (*found, uow.reorganisations.get(handed[-1].reorganisation_id)) if handed else None


def _meant(uow: UnitOfWork, scope: Sequence[int] | None, said: str) -> tuple[str, Unit] | None:
    """Return the name a sentence uses and the unit it stands for."""
    if len(said) > LONGEST_QUESTION:
        return None
    every = communes.old_names(uow) | {u.name: u for u in uow.units.all()}
    known = {name: u for name, u in every.items() if scope is None or u.id in scope}
    found = [match for match in match_places(said, tuple(known), limit=4) if match.score >= SURE]
    if not found:
        return None
    best = {known[match.name].id for match in found if match.score >= found[0].score}
    return (found[0].name, known[found[0].name]) if len(best) == 1 else None
