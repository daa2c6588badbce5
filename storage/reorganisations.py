"""What was decided about units, and what each handed over; moving what belongs to a unit to another."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, insert, select, update

from domain.occurrence import OccurrenceState
from domain.reorganisation import Held
from storage.records import (
    AssignmentRecord,
    HandoverRecord,
    Membership,
    ReorganisationRecord,
    ReplacementRecord,
)
from storage.rows import add, batches, record, records
from storage.tables import (
    accidents,
    assignments,
    case_duties,
    dialogues,
    duty_shifts,
    employers,
    handovers,
    invitations,
    machines,
    memberships,
    metadata,
    occurrences,
    own_dates,
    plan_tasks,
    plans,
    policy_settings,
    progress,
    reorganisations,
    replacements,
    unit_aliases,
    units,
)

MOVE_ALONG = (
    unit_aliases.c.unit_id,
    invitations.c.unit_id,
    accidents.c.unit_id,
    case_duties.c.unit_id,
    dialogues.c.unit_id,
    units.c.parent_id,
    replacements.c.unit_id,
    progress.c.receiver_id,
    machines.c.unit_id,
    duty_shifts.c.unit_id,
)
"""What simply belongs to the unit that takes over from then on."""

MOVE_WITH_CARE = (memberships.c.unit_id, assignments.c.unit_id)
"""What the service moves: a role once a person, a row of a plan once a unit."""

STAY = (
    handovers.c.from_unit_id,
    handovers.c.to_unit_id,
    policy_settings.c.unit_id,
    employers.c.unit_id,
    own_dates.c.unit_id,
)
"""What tells how it was: a policy, an entry in the register of employers, and dates of a unit's own end with it."""

CLOSED_CASES = ("closed", "cancelled")


class Reorganisations:
    """Decisions by code, and the handing over they led to."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, **values: Any) -> int:
        """Keep a decision and return its id."""
        return add(self._connection, insert(reorganisations).values(values))

    def by_code(self, code: str) -> ReorganisationRecord | None:
        """Return the decision with this code, or None."""
        row = self._connection.execute(select(reorganisations).where(reorganisations.c.code == code)).first()
        return None if row is None else record(row, ReorganisationRecord)

    def get(self, reorganisation_id: int) -> ReorganisationRecord:
        """Return the decision; raises LookupError where there is none."""
        row = self._connection.execute(
            select(reorganisations).where(reorganisations.c.id == reorganisation_id)
        ).first()
        if row is None:
            raise LookupError(f"no reorganisation {reorganisation_id}")
        return record(row, ReorganisationRecord)

    def in_state(self, state: str) -> tuple[ReorganisationRecord, ...]:
        """Return decisions in a state, the earliest to hold first."""
        rows = self._connection.execute(
            select(reorganisations)
            .where(reorganisations.c.state == state)
            .order_by(reorganisations.c.effective_on, reorganisations.c.id)
        )
        return records(rows, ReorganisationRecord)

    def leave(self, reorganisation_id: int, state: str, now: datetime | None = None) -> bool:
        """Let an adopted decision be applied or cancelled; False where it is neither any more."""
        changed = self._connection.execute(
            update(reorganisations)
            .where(reorganisations.c.id == reorganisation_id, reorganisations.c.state == "adopted")
            .values(state=state, applied_at=now)
        )
        return changed.rowcount == 1

    # What a unit has

    def assignments_of(self, unit_id: int) -> tuple[tuple[AssignmentRecord, str, str], ...]:
        """Return the assignments of a unit that hold, each with the plan's code and the row's number."""
        rows = self._connection.execute(
            select(
                assignments.c.id,
                assignments.c.plan_task_id,
                assignments.c.unit_id,
                assignments.c.role,
                assignments.c.ended_at,
                plans.c.code,
                plan_tasks.c.ref,
            )
            .join(plan_tasks, plan_tasks.c.id == assignments.c.plan_task_id)
            .join(plans, plans.c.id == plan_tasks.c.plan_id)
            .where(assignments.c.unit_id == unit_id, assignments.c.ended_at.is_(None))
            .order_by(assignments.c.id)
        )
        return tuple((AssignmentRecord(*row[:5]), row[5], row[6]) for row in rows)

    def assignment_at(self, plan_task_id: int, unit_id: int) -> AssignmentRecord | None:
        """Return the assignment of a row to a unit, whether it holds or not, or None."""
        row = self._connection.execute(
            select(
                assignments.c.id,
                assignments.c.plan_task_id,
                assignments.c.unit_id,
                assignments.c.role,
                assignments.c.ended_at,
            ).where(assignments.c.plan_task_id == plan_task_id, assignments.c.unit_id == unit_id)
        ).first()
        return None if row is None else record(row, AssignmentRecord)

    def held(self, assignment_ids: Iterable[int]) -> tuple[Held, ...]:
        """Return the occurrences of some assignments, oldest first."""
        found: list[Held] = []
        for some in batches(assignment_ids):
            rows = self._connection.execute(
                select(
                    occurrences.c.id,
                    occurrences.c.assignment_id,
                    occurrences.c.label,
                    occurrences.c.state,
                    occurrences.c.due_on,
                )
                .where(occurrences.c.assignment_id.in_(some))
                .order_by(occurrences.c.id)
            )
            found += [_held(row) for row in rows]
        return tuple(found)

    def give_assignments(self, assignment_ids: Iterable[int], unit_id: int) -> None:
        """Let assignments be another unit's; it may not have those rows yet."""
        for some in batches(assignment_ids):
            self._connection.execute(
                update(assignments).where(assignments.c.id.in_(some)).values(unit_id=unit_id)
            )

    def exchange(self, places: Sequence[tuple[int, int]]) -> None:
        """Put occurrences under other assignments; two may change places, whose period is the same."""
        ids = [occurrence for occurrence, _ in places]
        for some in batches(ids):  # the places are given up before any is taken
            self._connection.execute(
                update(occurrences).where(occurrences.c.id.in_(some)).values(assignment_id=None)
            )
        for occurrence, assignment in places:
            self._connection.execute(
                update(occurrences).where(occurrences.c.id == occurrence).values(assignment_id=assignment)
            )

    def members(self, unit_id: int) -> tuple[Membership, ...]:
        """Return who is what in a unit now, longest first."""
        rows = self._connection.execute(
            select(memberships.c.person_id, memberships.c.unit_id, memberships.c.role)
            .where(memberships.c.unit_id == unit_id, memberships.c.until.is_(None))
            .order_by(memberships.c.id)
        )
        return records(rows, Membership)

    def open_cases(self, unit_id: int) -> tuple[str, ...]:
        """Return the codes of the cases a unit sees to that are not over."""
        rows = self._connection.execute(
            select(accidents.c.code)
            .where(accidents.c.unit_id == unit_id, accidents.c.state.not_in(CLOSED_CASES))
            .order_by(accidents.c.id)
        )
        return tuple(row[0] for row in rows)

    def case_duties(self, unit_id: int) -> tuple[str, ...]:
        """Return the codes of what a unit owes by law in cases."""
        rows = self._connection.execute(
            select(occurrences.c.code)
            .join(case_duties, case_duties.c.occurrence_id == occurrences.c.id)
            .where(case_duties.c.unit_id == unit_id, case_duties.c.leads, case_duties.c.ended_at.is_(None))
            .order_by(occurrences.c.id)
        )
        return tuple(row[0] for row in rows)

    def move_along(self, unit_id: int, into: int) -> None:
        """Let everything in `MOVE_ALONG` be another unit's, and the lists of members kept with plans."""
        for column in MOVE_ALONG:
            self._connection.execute(
                update(column.table).where(column == unit_id).values({column.name: into})
            )
        self._connection.execute(
            update(units).where(units.c.id == into, units.c.parent_id == into).values(parent_id=None)
        )
        for plan_id, members in self._connection.execute(select(plans.c.id, plans.c.class_members)).all():
            changed = {
                phrase: list(dict.fromkeys(into if one == unit_id else one for one in ids))
                for phrase, ids in members.items()
            }
            if changed != members:
                self._connection.execute(
                    update(plans).where(plans.c.id == plan_id).values(class_members=changed)
                )

    # Handing over

    def add_handover(self, **values: Any) -> int:
        """Keep what one unit handed over to another and return its id."""
        return add(self._connection, insert(handovers).values(values))

    def handover(self, handover_id: int) -> HandoverRecord | None:
        """Return one handing over, or None."""
        row = self._connection.execute(select(handovers).where(handovers.c.id == handover_id)).first()
        return None if row is None else record(row, HandoverRecord)

    def handovers_of(self, reorganisation_id: int) -> tuple[HandoverRecord, ...]:
        """Return what was handed over by one decision."""
        return self._handovers(select(handovers).where(handovers.c.reorganisation_id == reorganisation_id))

    def waiting(self, now: datetime) -> tuple[HandoverRecord, ...]:
        """Return those whose receiver is to be asked (again) by now."""
        return self._handovers(select(handovers).where(handovers.c.next_at <= now))

    def unanswered(self, unit_ids: Iterable[int]) -> tuple[HandoverRecord, ...]:
        """Return what these units took over and have not confirmed, oldest first."""
        return self._handovers(
            select(handovers).where(
                handovers.c.to_unit_id.in_(list(unit_ids)),
                handovers.c.accepted_at.is_(None),
                handovers.c.next_at.is_not(None),
            )
        )

    def next_ask(self) -> datetime | None:
        """Return when a receiver is asked next."""
        row = self._connection.execute(
            select(handovers.c.next_at)
            .where(handovers.c.next_at.is_not(None))
            .order_by(handovers.c.next_at)
            .limit(1)
        ).first()
        return None if row is None else row[0]

    def change_handover(self, handover_id: int, **values: Any) -> None:
        """Set columns of one handing over."""
        self._connection.execute(update(handovers).where(handovers.c.id == handover_id).values(values))

    def accept(self, handover_id: int, person_id: int, now: datetime) -> bool:
        """Note the receiver's yes; False where somebody was first."""
        changed = self._connection.execute(
            update(handovers)
            .where(handovers.c.id == handover_id, handovers.c.accepted_at.is_(None))
            .values(accepted_by=person_id, accepted_at=now, next_at=None)
        )
        return changed.rowcount == 1

    def last_change_of(self, name: str) -> tuple[HandoverRecord, ...]:
        """Return what a unit of that name handed over last, none where it never did."""
        rows = self._handovers(select(handovers).where(handovers.c.from_name == name))
        last = max((one.reorganisation_id for one in rows), default=None)
        return tuple(one for one in rows if one.reorganisation_id == last)

    def old_names(self) -> tuple[str, ...]:
        """Return the names of units that ended or got another, the oldest first."""
        rows = self._connection.execute(select(handovers.c.from_name).order_by(handovers.c.id))
        return tuple(dict.fromkeys(row[0] for row in rows))

    # Officers

    def add_replacement(self, **values: Any) -> int:
        """Keep that somebody is to take over from an officer, and return its id."""
        return add(self._connection, insert(replacements).values(values))

    def replacement(self, replacement_id: int) -> ReplacementRecord | None:
        """Return one, or None."""
        return self._replacement(replacements.c.id == replacement_id)

    def replacement_by_invitation(self, invitation_id: int) -> ReplacementRecord | None:
        """Return the one that waits for an invitation to be used, or None."""
        return self._replacement(replacements.c.invitation_id == invitation_id)

    def _replacement(self, condition: ColumnElement[bool]) -> ReplacementRecord | None:
        row = self._connection.execute(select(replacements).where(condition)).first()
        return None if row is None else record(row, ReplacementRecord)

    def answer_replacement(self, replacement_id: int, answer: str, now: datetime) -> bool:
        """Settle one; False where it was settled before."""
        changed = self._connection.execute(
            update(replacements)
            .where(replacements.c.id == replacement_id, replacements.c.answer.is_(None))
            .values(answer=answer, answered_at=now)
        )
        return changed.rowcount == 1

    def forget_replacements(self, unit_id: int, from_id: int, now: datetime) -> None:
        """Settle those that still wait for the same officer: another was made."""
        self._connection.execute(
            update(replacements)
            .where(
                replacements.c.unit_id == unit_id,
                replacements.c.from_id == from_id,
                replacements.c.answer.is_(None),
            )
            .values(answer="replaced", answered_at=now)
        )

    def cases_taken_by(self, person_id: int) -> tuple[tuple[int, str], ...]:
        """Return (id, code) of the open cases a person has."""
        rows = self._connection.execute(
            select(accidents.c.id, accidents.c.code)
            .where(accidents.c.acknowledged_by == person_id, accidents.c.state.not_in(CLOSED_CASES))
            .order_by(accidents.c.id)
        )
        return tuple((row[0], row[1]) for row in rows)

    def _handovers(self, query: Select[Any]) -> tuple[HandoverRecord, ...]:
        return records(self._connection.execute(query.order_by(handovers.c.id)), HandoverRecord)


def references_to_units() -> set[str]:
    """Return every column that names a unit, as table.column: each must be in one of the lists above."""
    return {
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if any(key.column.table is units for key in column.foreign_keys)
    }


def _held(row: Row[*tuple[Any, ...]]) -> Held:
    due: date | None = row.due_on
    return Held(row.id, row.assignment_id, row.label, OccurrenceState(row.state), due)
