"""A draft that is no new plan: which plan it corrects or amends, and that plan's rows laid under it.

`reading["change"]` of such a draft holds {"candidates", "of", "kind", "pairs", "basis", "by", "at"}: `of` and `kind`
are None while it is not known which plan is meant. `reading["as_read"]` keeps what the document said by itself.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.amendment_json import instructions_from_json
from domain.errors import BadInputError
from domain.plan_amendment import Misfit, amend
from domain.plan_diff import Pair, PlanDiff, diff, pair_up
from domain.plan_json import task_from_json, task_to_json
from domain.plan_kinship import Known, Relation, kin_of
from handlers.acting import Acting
from handlers.services import plans
from handlers.services.plan_carrying import (
    carried_originals,
    carried_rows,
    settled_problems,
    with_sentences,
    with_words,
)
from messages.catalog import DEFAULT_LANGUAGE
from messages.render import text
from storage.records import PlanRecord
from storage.unit_of_work import UnitOfWork

NEW = "new"
BY_HAND = "kept_by_hand"

Reading = Mapping[str, Any]


def consider(uow: UnitOfWork, code: str, by: Acting) -> str | None:
    """Find out which plan a new draft belongs to.

    Returns the relation where it is sure (the draft is laid over that plan then), "asked" where a person must say
    it, None for a new plan.
    """
    draft = plans.draft_for(uow, by, code)
    kept = [Known(p.code, p.number, p.title) for p in uow.plans.in_state(plans.APPROVED)]
    amends = draft.reading.get("amends", {}).get("number")
    found = kin_of(draft.number, draft.title, amends, kept)
    if not found:
        return None
    candidates = [{"code": kin.code, "kind": kin.relation.value} for kin in found]
    waiting = {**draft.reading, "change": {"candidates": candidates, "of": None, "kind": None}}
    uow.plans.change(draft.id, reading=waiting)
    if not found[0].sure:
        return "asked"
    link(uow, Link(code, found[0].code, found[0].relation.value), by)
    return found[0].relation.value


def is_unsettled(plan: PlanRecord) -> bool:
    """Whether it must still be said which plan this draft belongs to."""
    change = plan.reading.get("change")
    return change is not None and change["kind"] is None


@dataclass(frozen=True, slots=True)
class Link:
    """Say what a draft is: `kind` corrected or amended, of the plan with the code `of`; or new, of None."""

    code: str
    of: str | None
    kind: str


def link(uow: UnitOfWork, command: Link, by: Acting) -> str:
    """Lay the draft over the plan it belongs to, or set it free; returns the kind.

    Raises NotAllowedError `plan-unknown`, ConflictError `plan-approved-already`, BadInputError `plan-value-unfit`
    where the plan is not approved or the draft amends nothing.
    """
    draft = plans.draft_for(uow, by, command.code)
    reading = _as_read(draft.reading)
    stamp = {"by": by.person.id, "at": by.now.isoformat()}
    candidates = draft.reading.get("change", {}).get("candidates", [])
    change = {"candidates": candidates, "of": command.of, "kind": command.kind, **stamp}
    if command.kind == NEW:
        found = _replayed({**reading, "change": change}, draft.reading)
        uow.plans.change(draft.id, reading=found, class_members={}, changes_id=None)
    else:
        base = uow.plans.by_code(command.of or "")
        amends = command.kind == Relation.AMENDED
        if base is None or base.state != plans.APPROVED or (amends and "amends" not in reading):
            raise BadInputError("plan-value-unfit")
        _lay_over(uow, draft, base, {**reading, "change": change})
    detail = {"of": command.of, "kind": command.kind}
    uow.audit.add("plan_linked", f"plan:{draft.code}", person_id=by.person.id, now=by.now, detail=detail)
    return command.kind


@dataclass(frozen=True, slots=True)
class KeepRow:
    """Keep a row (by its number in the plan that is changed) which the new document left out."""

    code: str
    ref: str


def keep_row(uow: UnitOfWork, command: KeepRow, by: Acting) -> dict[str, Any]:
    """Put the row into the draft as it stands in the plan, and return it.

    Raises NotAllowedError `plan-unknown`, ConflictError `plan-approved-already`, BadInputError `plan-row-unknown`
    where the draft does not withdraw it.
    """
    draft = plans.draft_for(uow, by, command.code)
    base = uow.plans.get(draft.changes_id) if draft.changes_id is not None else None
    if base is None or command.ref not in {task.id for task in change_of(draft, base).withdrawn}:
        raise BadInputError("plan-row-unknown", ref=command.ref)
    reading = _with_row_kept(draft.reading, base.reading, command.ref)
    kept = [
        *reading["change"].get("kept", []),
        {"ref": command.ref, "by": by.person.id, "at": by.now.isoformat()},
    ]
    uow.plans.change(draft.id, reading={**reading, "change": {**reading["change"], "kept": kept}})
    detail = {"ref": command.ref, "of": base.code}
    uow.audit.add("plan_row_kept", f"plan:{draft.code}", person_id=by.person.id, now=by.now, detail=detail)
    return dict(reading["tasks"][-1])


def _with_row_kept(reading: Reading, base: Reading, ref: str) -> dict[str, Any]:
    """Return the reading with a row of the base plan at its end, under another number where its own is taken."""
    row = next(row for row in with_words(base) if row["id"] == ref)
    taken = {one["id"] for one in reading["tasks"]}
    number, tail = ref, 2
    while number in taken:
        number, tail = f"{ref}-{tail}", tail + 1
    change = reading["change"]
    return {
        **reading,
        "tasks": [*reading["tasks"], {**row, "id": number, BY_HAND: True}],
        "original": {
            **reading["original"],
            **({number: first} if (first := base.get("original", {}).get(ref)) else {}),
        },
        "change": {**change, "pairs": [*change["pairs"], [ref, number]]},
    }


def lay_over_again(uow: UnitOfWork, draft: PlanRecord, base: PlanRecord) -> None:
    """Lay a draft over its plan anew, because the plan is another one now; what was done in the draft stays."""
    _lay_over(uow, draft, base, {**_as_read(draft.reading), "change": draft.reading["change"]})


def is_stale(draft: PlanRecord, base: PlanRecord) -> bool:
    """Whether the plan was changed since the draft was laid over it."""
    return bool(draft.reading["change"]["basis"] != _basis(base))


def change_of(draft: PlanRecord, base: PlanRecord) -> PlanDiff:
    """Return what the draft would do to the plan it changes."""
    pairs = [(old, new) for old, new in draft.reading["change"]["pairs"]]
    old = [task_from_json(row) for row in base.reading["tasks"]]
    return diff(old, [task_from_json(row) for row in draft.reading["tasks"]], pairs)


def _as_read(reading: Reading) -> dict[str, Any]:
    """Return the reading as the document gave it, before it was laid over anything or corrected."""
    said = reading.get("as_read") or {key: reading[key] for key in ("tasks", "problems")}
    kept = {key: value for key, value in reading.items() if key not in _MADE}
    if "as_read" not in reading and reading.get("original"):
        first = reading["original"]
        said = {**said, "tasks": [{**row, **first.get(row["id"], {})} for row in said["tasks"]]}
    return {**kept, **said, "as_read": said}


_MADE = frozenset({"change", "as_read", "original", "corrections", "checked", "later", "decisions"})


def _lay_over(uow: UnitOfWork, draft: PlanRecord, base: PlanRecord, reading: dict[str, Any]) -> None:
    change = reading["change"]
    if change["kind"] == Relation.AMENDED:
        said, problems, pairs = _amended(base.reading, reading["amends"])
    else:
        said, problems, pairs = _corrected(base.reading, reading["as_read"])
    decisions = dict(base.reading.get("decisions", {}))
    members = dict(base.class_members)
    for phrase, one in draft.reading.get("decisions", {}).items():
        if phrase not in decisions or one["at"] > decisions[phrase]["at"]:
            decisions[phrase], members[phrase] = one, draft.class_members.get(phrase, [])
    laid: dict[str, Any] = {
        **reading,
        "tasks": carried_rows(base.reading, said, pairs),
        "problems": problems,
        "original": carried_originals(base.reading, said, pairs),
        "decisions": decisions,
        "change": {**change, "pairs": [list(pair) for pair in pairs], "basis": _basis(base)},
    }
    missing = {row["id"] for row in base.reading["tasks"]} - {old for old, _ in pairs}
    kept = {one["ref"] for one in change.get("kept", [])}
    if (
        change["kind"] == Relation.CORRECTED
    ):  # what was kept by hand before stays kept; an amendment says it itself
        kept |= {row["id"] for row in base.reading["tasks"] if row.get(BY_HAND)}
    for ref in sorted(kept & missing):
        laid = _with_row_kept(laid, base.reading, ref)
    uow.plans.change(
        draft.id,
        reading=_replayed(laid, draft.reading),
        class_members=members,
        changes_id=base.id,
        check_in=base.check_in if draft.changes_id is None else draft.check_in,
    )


def _corrected(base: Reading, said: Reading) -> tuple[list[Any], list[Any], Sequence[Pair]]:
    pairs = pair_up(
        [task_from_json(row) for row in base["tasks"]], [task_from_json(row) for row in said["tasks"]]
    )
    return said["tasks"], settled_problems(base, said["problems"]), pairs


def _amended(base: Reading, amends: Reading) -> tuple[list[Any], list[Any], Sequence[Pair]]:
    """Carry the instructions out; other rows say what their own document said, corrections aside."""
    old = {row["id"]: task_from_json(row) for row in base["tasks"]}
    done = amend(tuple(old.values()), instructions_from_json(amends))
    standing, first = {row["id"]: row for row in with_words(base)}, base.get("original", {})
    rows = []
    for task in done.tasks:
        if old.get(task.id) == task:
            rows.append({**standing[task.id], **first.get(task.id, {})})
        else:
            row = with_sentences(task_to_json(task))
            untouched = first.get(task.id, {}) if (task.id, task.id) in done.pairs else {}
            rows.append({**row, **{k: v for k, v in untouched.items() if row[k] == standing[task.id][k]}})
    return rows, _misfits(done.misfits), done.pairs


def _misfits(misfits: Sequence[Misfit]) -> list[dict[str, Any]]:
    return [
        {
            "line": one.line,
            "code": one.code,
            "message": text(DEFAULT_LANGUAGE, f"problem-{one.code}", {"found": one.found}),
        }
        for one in misfits
    ]


def _replayed(laid: dict[str, Any], before: Reading) -> dict[str, Any]:
    """Do again in the newly laid rows what people did in the draft: corrections, doubts looked at or put off."""
    rows = {row["id"]: row for row in laid["tasks"]}
    original = {ref: dict(first) for ref, first in laid.get("original", {}).items()}
    for one in before.get("corrections", []):
        if (row := rows.get(one["ref"])) is not None:
            was = {key: row[key] for key in one["after"]}
            original[one["ref"]] = {**was, **original.get(one["ref"], {})}
            rows[one["ref"]] = without_doubt({**row, **one["after"]}, one["field"])
    for one in before.get("checked", []):
        if one["ref"] in rows:
            rows[one["ref"]] = without_doubt(rows[one["ref"]], one.get("field"))
    kept = {key: before[key] for key in ("corrections", "checked", "later") if key in before}
    return {**laid, **kept, "original": original, "tasks": [rows[row["id"]] for row in laid["tasks"]]}


def without_doubt(row: Mapping[str, Any], field: str | None) -> dict[str, Any]:
    """Return a row without its doubts about a field, None for all of them."""
    left = [d for d in row["review"] if field is not None and d["field"] != field]
    return {**row, "review": left, "needs_review": bool(left)}


def _basis(base: PlanRecord) -> str:
    """Return what tells one state of a plan from another."""
    said = [base.reading["tasks"], base.reading.get("decisions"), base.class_members]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:16]
