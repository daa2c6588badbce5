"""What the law asks in each case: the clocks that run, those that were closed, and the occurrences they have."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, exists, func, insert, not_, or_, select, update

from domain.accident import ENDED, CaseState
from domain.occurrence import OPEN_STATES, OccurrenceState
from storage.records import CaseDuty
from storage.rows import add, batches, records
from storage.tables import accidents, case_duties, occurrences

_RUNS = case_duties.c.ended_at.is_(None)


class CaseDuties:
    """Clocks by their id. Those that ended stay, with the reason and their ledger."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, **values: Any) -> int:
        """Begin a clock and return its id."""
        return add(self._connection, insert(case_duties).values(values))

    def change(self, duty_id: int, **values: Any) -> None:
        """Set columns of a clock."""
        self._connection.execute(update(case_duties).where(case_duties.c.id == duty_id).values(values))

    def running(self, accident_id: int) -> tuple[CaseDuty, ...]:
        """Return the clocks of a case that were not closed, oldest first."""
        return self._found(case_duties.c.accident_id == accident_id, _RUNS)

    def of_case(self, accident_id: int) -> tuple[CaseDuty, ...]:
        """Return every clock a case ever had, oldest first."""
        return self._found(case_duties.c.accident_id == accident_id)

    def sharing(self, occurrence_id: int) -> tuple[CaseDuty, ...]:
        """Return the clocks with this occurrence that were not closed, oldest first."""
        return self._found(case_duties.c.occurrence_id == occurrence_id, _RUNS)

    def open_occurrence(self, rule: str, unit_id: int, label: str, due_on: date) -> int | None:
        """Return the id of the open occurrence in which a unit owes the figures of a period, or None."""
        states = [state.value for state in OPEN_STATES]
        row = self._connection.execute(
            select(occurrences.c.id)
            .join(case_duties, case_duties.c.occurrence_id == occurrences.c.id)
            .where(
                case_duties.c.rule == rule,
                case_duties.c.unit_id == unit_id,
                case_duties.c.own,
                _RUNS,
                occurrences.c.label == label,
                occurrences.c.due_on == due_on,
                occurrences.c.state.in_(states),
            )
            .limit(1)
        ).first()
        return None if row is None else int(row[0])

    def owing_figures(self, unit_ids: Iterable[int]) -> set[tuple[int, str]]:
        """Return (unit, period) of the figures that units are asked for in cases and still owe."""
        states = [state.value for state in OPEN_STATES]
        found: set[tuple[int, str]] = set()
        for some in batches(unit_ids):
            rows = self._connection.execute(
                select(case_duties.c.unit_id, occurrences.c.label)
                .join(occurrences, occurrences.c.id == case_duties.c.occurrence_id)
                .where(
                    case_duties.c.unit_id.in_(some), case_duties.c.own, _RUNS, occurrences.c.state.in_(states)
                )
            )
            found.update((row[0], row[1]) for row in rows if row[0] is not None)
        return found

    def add_occurrence(
        self, code: str, label: str, opens_on: date, due_on: date | None, next_at: datetime | None
    ) -> int:
        """Add what a clock is reminded by, and return its id."""
        values = {"code": code, "label": label, "opens_on": opens_on, "due_on": due_on, "next_at": next_at}
        return add(self._connection, insert(occurrences).values(**values, state=OccurrenceState.OPEN.value))

    def unwatched(self) -> tuple[int, ...]:
        """Return the ids of cases to look at again.

        Those still at work that have no clock yet, or one that no unit sees to, and those cancelled whose clocks run.
        """
        known = exists().where(case_duties.c.accident_id == accidents.c.id)
        orphan = known.where(case_duties.c.unit_id.is_(None), _RUNS)
        cancelled = accidents.c.state == CaseState.CANCELLED.value
        rows = self._connection.execute(
            select(accidents.c.id)
            .where(
                or_(
                    and_(
                        accidents.c.state.not_in([state.value for state in ENDED]), or_(not_(known), orphan)
                    ),
                    and_(cancelled, known.where(_RUNS)),
                )
            )
            .order_by(accidents.c.id)
        )
        return tuple(row[0] for row in rows)

    def count_running(self) -> int:
        """Return how many clocks run."""
        return int(
            self._connection.execute(select(func.count()).select_from(case_duties).where(_RUNS)).scalar_one()
        )

    def _found(self, *conditions: ColumnElement[bool]) -> tuple[CaseDuty, ...]:
        rows: Iterable[Any] = self._connection.execute(
            select(case_duties).where(*conditions).order_by(case_duties.c.id)
        )
        return records(rows, CaseDuty)
