"""Occurrences of rows whose deadline is another: moved, closed, added; what is done is not touched.

First everything is found out, then it is carried out at once: a plan for a province has thousands of them, and
while they are written nobody else's message is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from domain.calendar import local
from domain.occurrence import OPEN_STATES, OccurrenceState, Period
from domain.plan_diff import Match
from domain.plan_moves import Held, reschedule
from domain.progress import ProgressKind
from handlers.acting import Acting
from handlers.services import plan_entering, progress
from handlers.services.plan_periods import first_day, horizon, periods_of
from storage.records import OccurrenceRecord, PlanRecord, PlanTaskRecord, ProgressRecord
from storage.unit_of_work import UnitOfWork

GRANTED = "granted"
WAITS = (ProgressKind.MORE_TIME, ProgressKind.DIFFICULTY)

Said = Mapping[int, tuple[ProgressRecord, ...]]


@dataclass(slots=True)
class Moving:
    """What becomes of the occurrences of a plan: these move, these are closed, these periods are added."""

    moved: list[tuple[OccurrenceRecord, Period]] = field(default_factory=list)
    closed: list[OccurrenceRecord] = field(default_factory=list)
    added: list[tuple[int, Period]] = field(default_factory=list)

    def close(self, records: Iterable[OccurrenceRecord]) -> None:
        """Have those that are open closed as withdrawn; what is settled stays."""
        self.closed += [one for one in records if OccurrenceState(one.state) in OPEN_STATES]

    def move(
        self,
        plan: PlanRecord,
        match: Match,
        task: PlanTaskRecord,
        records: Sequence[OccurrenceRecord],
        said: Said,
        today: date,
    ) -> None:
        """Lay a row's occurrences over its new deadline, unit by unit."""
        begun = first_day(plan.title, local(plan.approved_at).date() if plan.approved_at else today)
        row = {"kind": task.kind, "deadline": task.deadline, "text": task.text}
        periods = periods_of(row, first=begun, last=horizon(today), check_in=plan.check_in)
        by_assignment: dict[int, list[OccurrenceRecord]] = {}
        for record in records:
            if record.state != OccurrenceState.CANCELLED:
                by_assignment.setdefault(record.assignment_id, []).append(record)
        for assignment, mine in by_assignment.items():
            found = reschedule(
                [_held(one, said.get(one.id, ())) for one in mine],
                periods,
                was=match.old.deadline,
                becomes=match.new.deadline,
                today=today,
            )
            by_label = {record.label: record for record in mine}
            self.moved += [(by_label[one.held.label], one.period) for one in found.moved]
            self.closed += [by_label[one.label] for one in found.closed]
            self.added += [(assignment, period) for period in found.added]


def _held(record: OccurrenceRecord, said: Iterable[ProgressRecord]) -> Held:
    granted = [one.wanted_on for one in said if one.decision == GRANTED and one.wanted_on]
    is_open = OccurrenceState(record.state) in OPEN_STATES
    return Held(record.label, record.opens_on, record.due_on, is_open, max(granted, default=None))


def carry_out(uow: UnitOfWork, by: Acting, moving: Moving, said: Said) -> None:
    """Write down what was found out; reminders and requests of what is closed die, old days are not reminded of."""
    touched = [*(record for record, _ in moving.moved), *moving.closed]
    uow.occurrences.change_many(  # labels may change places, so each is given up before one is taken
        [{"id": record.id, "label": f"{record.label}~{record.id}"} for record in touched]
    )
    uow.occurrences.change_many(
        [
            {"id": record.id, "state": OccurrenceState.CANCELLED.value, "next_at": None}
            for record in moving.closed
        ]
    )
    uow.occurrences.change_many(
        [
            {
                "id": record.id,
                "label": period.label,
                "opens_on": min(record.opens_on, period.due_on or record.opens_on),
                "due_on": period.due_on,
                "check_in_until": None if period.due_on else period.closes_on,
                "snoozed_until": None,
                "next_at": by.now,
            }
            for record, period in moving.moved
        ]
    )
    plan_entering.add_occurrences(uow, by.around, moving.added, by.now, known_since=local(by.now).date())
    progress.drop_stale_reminders(
        uow,
        settled={record.code for record in moving.closed},
        moved={record.code for record, _ in moving.moved},
        now=by.now,
    )
    _take_back(uow, by, moving.closed, said)
    _note(uow, by, moving)


def _take_back(uow: UnitOfWork, by: Acting, closed: Iterable[OccurrenceRecord], said: Said) -> None:
    """Settle requests and difficulties of what is closed that nobody has answered yet."""
    for record in closed:
        for one in said.get(record.id, ()):
            if one.kind in WAITS and one.decision is None:
                uow.occurrences.decide(one.id, progress.WITHDRAWN, None, by.person.id, by.now)
                progress.drop_notices_about(uow, progress.coordinators(uow), one.id, by.now)


def _note(uow: UnitOfWork, by: Acting, moving: Moving) -> None:
    def entry(action: str, record: OccurrenceRecord, detail: dict[str, str | None]) -> dict[str, object]:
        return {
            "action": action,
            "subject": f"occurrence:{record.code}",
            "person_id": by.person.id,
            "at": by.now,
            "detail": detail,
        }

    uow.audit.add_many(
        [
            *(
                entry("occurrence_moved", one, {"due_was": _iso(one.due_on), "due_is": _iso(period.due_on)})
                for one, period in moving.moved
            ),
            *(entry("occurrence_withdrawn", one, {"from": one.state}) for one in moving.closed),
        ]
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
