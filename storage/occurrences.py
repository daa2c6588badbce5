"""What each unit owes, by a plan for each period or by law in a case, and what it said about it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, insert, or_, select, update

from domain.law.periodic import EMPLOYER
from domain.occurrence import OPEN_STATES
from storage.occurrence_rows import is_current, joined, owed_by, read
from storage.records import OccurrenceRecord, ProgressRecord
from storage.rows import add, batches, record, records
from storage.tables import assignments, occurrences, plan_tasks, progress, units


class Occurrences:
    """Occurrences by code, joined with what they are about."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_many(self, rows: Sequence[dict[str, Any]]) -> int:
        """Add occurrences; those whose assignment and label exist already are left as they are."""
        known: set[tuple[int, str]] = set()
        for ids in batches(sorted({row["assignment_id"] for row in rows})):
            found = self._connection.execute(
                select(occurrences.c.assignment_id, occurrences.c.label).where(
                    occurrences.c.assignment_id.in_(ids)
                )
            )
            known.update((row.assignment_id or 0, row.label) for row in found)
        new = [row for row in rows if (row["assignment_id"], row["label"]) not in known]
        if new:
            self._connection.execute(insert(occurrences), new)
        return len(new)

    def labels_of(self, plan_id: int) -> set[tuple[int, str]]:
        """Return (assignment id, label) of every occurrence of a plan."""
        found = self._connection.execute(
            select(occurrences.c.assignment_id, occurrences.c.label)
            .join(assignments, assignments.c.id == occurrences.c.assignment_id)
            .join(plan_tasks, plan_tasks.c.id == assignments.c.plan_task_id)
            .where(plan_tasks.c.plan_id == plan_id)
        )
        return {(row.assignment_id or 0, row.label) for row in found}

    def of_plan(self, plan_id: int) -> tuple[OccurrenceRecord, ...]:
        """Return every occurrence of a plan, whatever its state, in time order."""
        return read(
            self._connection.execute(
                joined()
                .where(plan_tasks.c.plan_id == plan_id)
                .order_by(occurrences.c.opens_on, occurrences.c.id)
            )
        )

    def taken(self, codes: Sequence[str]) -> set[str]:
        """Return those of `codes` that an occurrence has already."""
        found: set[str] = set()
        for some in batches(codes):
            rows = self._connection.execute(select(occurrences.c.code).where(occurrences.c.code.in_(some)))
            found.update(row[0] for row in rows)
        return found

    def count(self) -> int:
        """Return how many occurrences there are."""
        return int(self._connection.execute(select(func.count()).select_from(occurrences)).scalar_one())

    def by_code(self, code: str) -> OccurrenceRecord | None:
        """Return the occurrence with this code, or None."""
        found = read(self._connection.execute(joined().where(occurrences.c.code == code)))
        return found[0] if found else None

    def get(self, occurrence_id: int) -> OccurrenceRecord:
        """Return the occurrence; raises LookupError where there is none."""
        found = read(self._connection.execute(joined().where(occurrences.c.id == occurrence_id)))
        if not found:
            raise LookupError(f"no occurrence {occurrence_id}")
        return found[0]

    def get_all(self, occurrence_ids: Iterable[int]) -> dict[int, OccurrenceRecord]:
        """Return occurrences by id, whatever their state."""
        found: dict[int, OccurrenceRecord] = {}
        for some in batches(dict.fromkeys(occurrence_ids)):
            rows = read(self._connection.execute(joined().where(occurrences.c.id.in_(some))))
            found.update((row.id, row) for row in rows)
        return found

    def of_units(
        self, unit_ids: Iterable[int], states: Iterable[str], opened_by: date
    ) -> tuple[OccurrenceRecord, ...]:
        """Return the units' occurrences in `states` that are open on a day: dated first, by due day.

        A check-in whose period is over is not asked about any more.
        """
        return read(
            self._connection.execute(
                joined()
                .where(
                    owed_by(unit_ids),
                    occurrences.c.state.in_(list(states)),
                    is_current(opened_by),
                )
                .order_by(occurrences.c.due_on.asc().nulls_last(), plan_tasks.c.position, occurrences.c.id)
            )
        )

    def overdue(
        self, unit_ids: Iterable[int] | None, states: Iterable[str], today: date
    ) -> tuple[OccurrenceRecord, ...]:
        """Return what was due before `today` and is in `states`, longest overdue first.

        None means all offices and communes: employers, who are many thousands, are asked for by their duty.
        """
        query = joined().where(occurrences.c.state.in_(list(states)), occurrences.c.due_on < today)
        query = query.where(units.c.kind != EMPLOYER if unit_ids is None else owed_by(unit_ids))
        return read(
            self._connection.execute(query.order_by(occurrences.c.due_on, units.c.id, occurrences.c.id))
        )

    def due_by(self, unit_ids: Iterable[int] | None, day: date) -> tuple[OccurrenceRecord, ...]:
        """Return what is still owed and due by a day, first due first; None means everybody.

        Employers are among what the unit above them may see.
        """
        states = [state.value for state in OPEN_STATES]
        query = joined().where(occurrences.c.state.in_(states), occurrences.c.due_on <= day)
        if unit_ids is not None:
            ids = list(unit_ids)
            query = query.where(or_(units.c.id.in_(ids), units.c.parent_id.in_(ids)))
        return read(
            self._connection.execute(query.order_by(occurrences.c.due_on, units.c.id, occurrences.c.id))
        )

    def due_between(self, first: date, last: date) -> tuple[OccurrenceRecord, ...]:
        """Return what offices and communes still owe and is due from one day to another, both included."""
        states = [state.value for state in OPEN_STATES]
        return read(
            self._connection.execute(
                joined()
                .where(
                    occurrences.c.state.in_(states),
                    occurrences.c.due_on.between(first, last),
                    units.c.kind != EMPLOYER,
                )
                .order_by(occurrences.c.due_on, units.c.id, occurrences.c.id)
            )
        )

    def next_employer_due(self, first: date, last: date) -> date | None:
        """Return the first day in between on which employers nobody can tell of it owe something."""
        query = select(func.min(occurrences.c.due_on)).where(*self._silent_employers(first, last))
        found: date | None = self._connection.execute(_of_units(query)).scalar_one()
        return found

    def employers_out_of_reach(self, first: date, last: date) -> int:
        """Return how many employers owe something due in between and are reminded of nothing."""
        query = select(func.count(func.distinct(units.c.id))).where(*self._silent_employers(first, last))
        return int(self._connection.execute(_of_units(query)).scalar_one())

    def _silent_employers(self, first: date, last: date) -> tuple[ColumnElement[bool], ...]:
        states = [state.value for state in OPEN_STATES]
        return (
            units.c.kind == EMPLOYER,
            occurrences.c.state.in_(states),
            occurrences.c.next_at.is_(None),
            occurrences.c.due_on.between(first, last),
        )

    def owes_dated(self) -> bool:
        """Whether anything with a due day is still owed."""
        states = [state.value for state in OPEN_STATES]
        query = select(occurrences.c.id).where(
            occurrences.c.state.in_(states), occurrences.c.due_on.is_not(None)
        )
        return self._connection.execute(query.limit(1)).first() is not None

    def open(self) -> tuple[OccurrenceRecord, ...]:
        """Return every occurrence in which a unit still owes something."""
        states = [state.value for state in OPEN_STATES]
        return read(
            self._connection.execute(
                joined().where(occurrences.c.state.in_(states)).order_by(occurrences.c.id)
            )
        )

    def wanting_reminder(self, now: datetime) -> tuple[OccurrenceRecord, ...]:
        """Return those for which a reminder may be due now, oldest first; cheap where there is none."""
        # Ordered by what the index gives: by id, SQLite would walk through everything that is open.
        query = joined().where(occurrences.c.next_at <= now).order_by(occurrences.c.next_at)
        return tuple(sorted(read(self._connection.execute(query)), key=lambda record: record.id))

    def next_reminder(self) -> datetime | None:
        """Return the earliest instant at which a reminder may be due."""
        row = self._connection.execute(
            select(occurrences.c.next_at)
            .where(occurrences.c.next_at.is_not(None))
            .order_by(occurrences.c.next_at)
            .limit(1)
        ).first()
        return None if row is None else row[0]

    def set_next(
        self,
        instants: Iterable[tuple[int, datetime | None]],
        policies: Mapping[int, int | None] | None = None,
    ) -> None:
        """Set when each occurrence (by id) may next want a reminder, and which policy its escalation keeps.

        One not in `policies` goes on with what it keeps.
        """
        plain: list[dict[str, Any]] = []
        kept: list[dict[str, Any]] = []
        for occurrence_id, at in instants:
            if policies and occurrence_id in policies:
                kept.append({"row": occurrence_id, "at": at, "policy": policies[occurrence_id]})
            else:
                plain.append({"row": occurrence_id, "at": at})
        that = update(occurrences).where(occurrences.c.id == bindparam("row"))
        if plain:
            self._connection.execute(that.values(next_at=bindparam("at")), plain)
        if kept:
            self._connection.execute(
                that.values(next_at=bindparam("at"), policy_id=bindparam("policy")), kept
            )

    def states(self, codes: Iterable[str]) -> dict[str, str]:
        """Return the state of each occurrence that there is among `codes`."""
        found: dict[str, str] = {}
        for some in batches(dict.fromkeys(codes)):
            rows = self._connection.execute(
                select(occurrences.c.code, occurrences.c.state).where(occurrences.c.code.in_(some))
            )
            found.update((row[0], row[1]) for row in rows)
        return found

    def look_again(self, codes: Iterable[str], now: datetime) -> None:
        """Have those of `codes` that are still open looked at by the next reminder tick."""
        states = [state.value for state in OPEN_STATES]
        self._connection.execute(
            update(occurrences)
            .where(occurrences.c.code.in_(list(codes)), occurrences.c.state.in_(states))
            .values(next_at=now)
        )

    def close(self, codes: Iterable[str], state: str) -> None:
        """Put those of `codes` that are still open into another state, without a word from their units."""
        states = [one.value for one in OPEN_STATES]
        for some in batches(codes):
            self._connection.execute(
                update(occurrences)
                .where(occurrences.c.code.in_(some), occurrences.c.state.in_(states))
                .values(state=state, next_at=None)
            )

    def look_again_for(self, unit_ids: Iterable[int], now: datetime) -> None:
        """Have everything these units still owe looked at by the next reminder tick."""
        states = [state.value for state in OPEN_STATES]
        self._connection.execute(
            update(occurrences).where(owed_by(unit_ids), occurrences.c.state.in_(states)).values(next_at=now)
        )

    def change(self, occurrence_id: int, *, expected_state: str | None = None, **values: Any) -> bool:
        """Set columns; False where the state is not `expected_state` any more (somebody was first)."""
        query = update(occurrences).where(occurrences.c.id == occurrence_id)
        if expected_state is not None:
            query = query.where(occurrences.c.state == expected_state)
        return self._connection.execute(query.values(values)).rowcount == 1

    def change_many(self, rows: Sequence[dict[str, Any]]) -> None:
        """Set columns of many occurrences by their `id`; every row names the same columns."""
        if rows:
            names = [name for name in rows[0] if name != "id"]
            self._connection.execute(
                update(occurrences)
                .where(occurrences.c.id == bindparam("row_id"))
                .values({name: bindparam(f"to_{name}") for name in names}),
                [{"row_id": row["id"], **{f"to_{name}": row[name] for name in names}} for row in rows],
            )

    # What was said

    def add_progress(self, **values: Any) -> int:
        """Keep one thing a unit said and return its id."""
        return add(self._connection, insert(progress).values(values))

    def progress(self, progress_id: int) -> ProgressRecord | None:
        """Return one thing a unit said, or None."""
        row = self._connection.execute(_progress().where(progress.c.id == progress_id)).first()
        return None if row is None else record(row, ProgressRecord)

    def progress_of(self, occurrence_id: int) -> tuple[ProgressRecord, ...]:
        """Return everything said about an occurrence, oldest first."""
        return records(
            self._connection.execute(
                _progress().where(progress.c.occurrence_id == occurrence_id).order_by(progress.c.id)
            ),
            ProgressRecord,
        )

    def said_of(self, occurrence_ids: Iterable[int]) -> dict[int, tuple[ProgressRecord, ...]]:
        """Return everything said about each of many occurrences, oldest first; those without words are not there."""
        found: dict[int, tuple[ProgressRecord, ...]] = {}
        for some in batches(dict.fromkeys(occurrence_ids)):
            rows = self._connection.execute(
                _progress().where(progress.c.occurrence_id.in_(some)).order_by(progress.c.id)
            )
            for said in records(rows, ProgressRecord):
                found[said.occurrence_id] = (*found.get(said.occurrence_id, ()), said)
        return found

    def last_said(self, occurrence_ids: Iterable[int]) -> dict[int, ProgressRecord]:
        """Return by occurrence the last thing said of how it stands: under way, or in difficulty."""
        found: dict[int, ProgressRecord] = {}
        for some in batches(dict.fromkeys(occurrence_ids)):
            rows = self._connection.execute(
                _progress()
                .where(progress.c.occurrence_id.in_(some), progress.c.kind.in_(("under_way", "difficulty")))
                .order_by(progress.c.id)
            )
            found.update((said.occurrence_id, said) for said in records(rows, ProgressRecord))
        return found

    def undecided(self, kinds: Iterable[str]) -> tuple[ProgressRecord, ...]:
        """Return what waits for a decision, oldest first."""
        return records(
            self._connection.execute(
                _progress()
                .where(progress.c.kind.in_(list(kinds)), progress.c.decision.is_(None))
                .order_by(progress.c.id)
            ),
            ProgressRecord,
        )

    def decide(
        self, progress_id: int, decision: str, note: str | None, person_id: int, now: datetime
    ) -> bool:
        """Decide on one thing said; False where it was decided already."""
        changed = self._connection.execute(
            update(progress)
            .where(progress.c.id == progress_id, progress.c.decision.is_(None))
            .values(decision=decision, decision_note=note, decided_by=person_id, decided_at=now)
        )
        return changed.rowcount == 1

    def change_said(self, progress_id: int, **values: Any) -> bool:
        """Set columns of something said that waits for a decision; False where it was decided already."""
        changed = self._connection.execute(
            update(progress).where(progress.c.id == progress_id, progress.c.decision.is_(None)).values(values)
        )
        return changed.rowcount == 1


def _progress() -> Select[*tuple[Any, ...]]:
    return select(
        progress.c.id,
        progress.c.occurrence_id,
        progress.c.person_id,
        progress.c.kind,
        progress.c.percent,
        progress.c.document_no,
        progress.c.attachment_id,
        progress.c.note,
        progress.c.wanted_on,
        progress.c.at,
        progress.c.decision,
        progress.c.decision_note,
        progress.c.decided_by,
        progress.c.decided_at,
        progress.c.due_was,
        progress.c.figure,
        progress.c.receiver_id,
        progress.c.receiver_note,
        progress.c.forwarded_at,
    )


def _of_units(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return (
        query.select_from(occurrences)
        .join(assignments, assignments.c.id == occurrences.c.assignment_id)
        .join(units, units.c.id == assignments.c.unit_id)
    )
