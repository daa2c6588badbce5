"""Approving a change: one transaction lays a draft into the plan it changes, and nothing that was done is lost.

Rows that stay keep their assignments, occurrences, progress and confirmations. What is done stays done.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from domain.calendar import local
from domain.errors import BadInputError, ConflictError
from domain.plan_diff import PlanDiff
from domain.plan_json import deadline_to_json
from handlers.acting import Acting
from handlers.services import (
    access,
    plan_changes,
    plan_doubts,
    plan_entering,
    plans,
)
from handlers.services.fan_out import Assigned
from handlers.services.plan_change_notices import Told, tell
from handlers.services.plan_moving import Moving, carry_out
from storage.records import OccurrenceRecord, PlanRecord, PlanTaskRecord
from storage.unit_of_work import UnitOfWork

MERGED = "merged"


@dataclass(frozen=True, slots=True)
class ApplyChange:
    """Lay a draft into the plan it changes; `leaving` as in `plans.Approve`."""

    code: str
    leaving: tuple[str, ...] = ()


def apply_change(uow: UnitOfWork, command: ApplyChange, by: Acting) -> dict[str, Any]:
    """Carry the change out and tell the units what it means for them.

    Returns {"code", "kept", "changed", "new", "withdrawn", "assignments", "ended", "moved", "unreachable",
    "undecided"}: the code of the plan that is changed, counts, names. Where the plan was changed meanwhile the
    draft is laid over it anew and {"stale": True} returned: nothing is applied that nobody saw. Raises
    NotAllowedError `plan-unknown`, ConflictError `plan-approved-already` or `plan-doubts-open`, BadInputError
    `plan-no-rows`.
    """
    draft = access.access_plan_for(uow, by.person, command.code)
    if draft.state != plans.DRAFT or draft.changes_id is None:
        raise ConflictError("plan-approved-already", code=draft.code)
    base = uow.plans.get(draft.changes_id)
    if plan_changes.is_stale(draft, base):
        plan_changes.lay_over_again(uow, draft, base)
        return {"stale": True, "code": base.code}
    if not draft.reading["tasks"]:
        raise BadInputError("plan-no-rows")
    left_open = {item.key for item in plan_doubts.open_doubts(draft.reading)}
    if left_open - set(command.leaving):
        raise ConflictError("plan-doubts-open", count=str(len(left_open)))
    if not uow.plans.merge(draft.id, by.person.id, by.now):
        raise ConflictError("plan-approved-already", code=draft.code)
    return _Merge(uow, by, draft, base, plan_changes.change_of(draft, base)).run(sorted(left_open))


@dataclass(slots=True)
class _Merge:
    """One change being carried out; `told` gathers what each unit must hear."""

    uow: UnitOfWork
    by: Acting
    draft: PlanRecord
    base: PlanRecord
    change: PlanDiff
    told: Told = field(default_factory=Told)

    def run(self, left_open: list[str]) -> dict[str, Any]:
        held = self.uow.occurrences.of_plan(self.base.id)
        holding = {assignment for assignment, *_ in self.uow.plans.assignments_of(self.base.id)}
        before = {task.ref: task for task in self.uow.plans.tasks(self.base.id)}
        gone = [before[task.id] for task in self.change.withdrawn]
        ended = self._withdraw(gone)
        self._write_rows(before)
        self._write_plan()
        plan = self.uow.plans.get(self.base.id)
        _, laid = plans.laid_out(self.uow, plan)
        ended |= self._end_what_is_not_given(plan, laid.assigned)
        added = plan_entering.enter(self.uow, self.by.around, plan, laid.assigned, self.by.now, late=True)
        self._tell_of_rows(plan, added.assigned)
        moved = self._move(plan, [one for one in held if one.assignment_id in holding], ended)
        unreachable = tell(self.uow, self.by, plan, self.draft, self.told)
        counts = {
            "kept": len(self.change.kept),
            "changed": len(self.change.changed),
            "new": len(self.change.new),
            "withdrawn": len(self.change.withdrawn),
            "assignments": len(added.assigned),
            "ended": len(ended),
            "moved": moved,
        }
        self._audit({**counts, "left_open": left_open})
        return {
            "code": plan.code,
            **counts,
            "unreachable": list(unreachable),
            "undecided": list(laid.undecided),
        }

    # Rows

    def _withdraw(self, gone: Sequence[PlanTaskRecord]) -> set[int]:
        """Withdraw rows with their assignments; returns the ids of these."""
        ids = {row.id: row for row in gone}
        ended = set()
        for one in self.uow.plans.every_assignment_of(self.base.id):
            if one.plan_task_id in ids and one.ended_at is None:
                ended.add(one.id)
                self.told.add(one.unit_id, "withdrawn", ids[one.plan_task_id].ref, ids[one.plan_task_id].text)
        self.uow.plans.withdraw_tasks(gone, self.by.now)
        self.uow.plans.change_assignments(ended, ended_at=self.by.now)
        return ended

    def _write_rows(self, before: Mapping[str, PlanTaskRecord]) -> None:
        rows = {
            row["id"]: plans.row_of(self.base.id, at, row)
            for at, row in enumerate(self.draft.reading["tasks"])
        }
        self.uow.plans.change_tasks(
            [{**rows[match.new.id], "id": before[match.old.id].id} for match in self.change.matches]
        )
        self.uow.plans.add_tasks([rows[task.id] for task in self.change.new])

    def _write_plan(self) -> None:
        """Let the plan say what the draft says, and keep what it said before with the draft."""
        reading, old = self.draft.reading, self.base.reading
        step = {
            "draft": self.draft.code,
            "kind": reading["change"]["kind"],
            "by": self.by.person.id,
            "at": self.by.now.isoformat(),
        }
        kept = {key: value for key, value in reading.items() if key not in {"change", "as_read", "amends"}}
        earlier = {match.old.id: match.new.id for match in self.change.matches}
        corrections = [
            {**one, "ref": earlier[one["ref"]]} for one in old.get("corrections", []) if one["ref"] in earlier
        ]
        handed = [
            {**one, "ref": earlier[one["ref"]]} for one in old.get("handed_over", []) if one["ref"] in earlier
        ]
        amended = reading["change"]["kind"] == "amended"
        document = old["document"] if amended else reading["document"]
        self.uow.plans.change(
            self.base.id,
            reading={
                **kept,
                "document": document,
                "targets": old["targets"] if amended else reading["targets"],
                "corrections": [*corrections, *reading.get("corrections", [])],
                **({"handed_over": handed} if handed else {}),
                "revisions": [*old.get("revisions", []), step],
            },
            title=document["title"] or self.base.title,
            number=document["number"] or self.base.number,
            class_members=self.draft.class_members,
            check_in=self.draft.check_in,
        )
        self.uow.plans.change(self.draft.id, reading={**reading, "replaced": old})

    # Who owes what

    def _end_what_is_not_given(self, plan: PlanRecord, wanted: Iterable[Assigned]) -> set[int]:
        """End assignments that the plan gives no more, change the roles of others; returns the ids of the ended."""
        tasks = {task.id: task for task in self.uow.plans.tasks(plan.id)}
        roles = {(one.ref, one.unit_id): one.role for one in wanted}
        ended: set[int] = set()
        turned: dict[str, list[int]] = {}
        for assignment, task, unit, role in self.uow.plans.assignments_of(plan.id):
            meant = roles.get((tasks[task].ref, unit))
            if meant is None:
                ended.add(assignment)
                self.told.add(unit, "ended", tasks[task].ref, tasks[task].text)
            elif meant != role:
                turned.setdefault(meant, []).append(assignment)
                self.told.add(unit, f"role_{meant}", tasks[task].ref, tasks[task].text)
        self.uow.plans.change_assignments(ended, ended_at=self.by.now)
        for role, ids in turned.items():
            self.uow.plans.change_assignments(ids, role=role)
        return ended

    def _tell_of_rows(self, plan: PlanRecord, added: Sequence[Assigned]) -> None:
        """Note for each unit what is given to it, and which of its rows has another deadline or other words."""
        given = {(one.ref, one.unit_id) for one in added}
        tasks = {task.id: task for task in self.uow.plans.tasks(plan.id)}
        changed = {match.new.id: match for match in self.change.changed}
        for _, task_id, unit, _ in self.uow.plans.assignments_of(plan.id):
            task = tasks[task_id]
            match = changed.get(task.ref)
            if (task.ref, unit) in given:
                self.told.add(unit, "given", task.ref, task.text)
            elif match is not None and match.change("deadline"):
                was = deadline_to_json(match.old.deadline)
                self.told.add(unit, "deadline", task.ref, task.text, (was, task.deadline))
            elif match is not None and (match.change("text") or match.change("product")):
                self.told.add(unit, "reworded", task.ref, task.text)

    # Occurrences

    def _move(self, plan: PlanRecord, held: Sequence[OccurrenceRecord], ended: set[int]) -> int:
        """Let what is open follow rows whose deadline, kind or rhythm is another, and close what is given no more.

        Returns how many moved.
        """
        rhythm = plan.check_in != self.base.check_in
        tasks = {task.ref: task for task in self.uow.plans.tasks(plan.id)}
        said = self.uow.occurrences.said_of(one.id for one in held)
        today = local(self.by.now).date()
        moving = Moving()
        moving.close(one for one in held if one.assignment_id in ended)
        by_task: dict[int, list[OccurrenceRecord]] = {}
        for one in held:
            if one.assignment_id not in ended:
                by_task.setdefault(one.task_id, []).append(one)
        for match in self.change.matches:
            if rhythm or match.change("deadline") or match.change("kind"):
                task = tasks[match.new.id]
                moving.move(plan, match, task, by_task.get(task.id, ()), said, today)
        carry_out(self.uow, self.by, moving, said)
        return len(moving.moved)

    def _audit(self, counts: Mapping[str, Any]) -> None:
        def note(action: str, detail: Mapping[str, Any]) -> None:
            self.uow.audit.add(
                action,
                f"plan:{self.base.code}",
                person_id=self.by.person.id,
                now=self.by.now,
                detail={"draft": self.draft.code, **detail},
            )

        for match in self.change.changed:
            fields = [one.field for one in match.changes]
            note("plan_row_changed", {"ref": match.new.id, "was": match.old.id, "fields": fields})
        for task in self.change.new:
            note("plan_row_added", {"ref": task.id})
        for task in self.change.withdrawn:
            note("plan_row_withdrawn", {"ref": task.id})
        note("plan_changed", counts)
