"""The page on which a plan is reviewed, as plain words: what is doubtful first, the source beside the reading.

Everything is rendered here in the reader's language; a template only puts it in place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.errors import NotAllowedError
from domain.plan_diff import PlanDiff
from domain.plan_json import task_to_json
from handlers.deadline_say import deadline_text
from handlers.flows import plan_change_view, plan_view
from handlers.flows.plan_fix import FIELDS
from handlers.services import access, plan_changes, plan_doubts, plans
from handlers.services.fan_out import is_class, key_of
from handlers.services.plan_doubts import Doubtful
from messages.render import parameter, text
from messages.words import moment
from storage.records import PlanRecord
from storage.unit_of_work import UnitOfWork

SHOWN = 400
_LIVE = (plans.DRAFT, plans.APPROVED)


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubtful place: what the document says, what was read, why to look, and what can be done.

    The words that were read stand in `marked`, with the document's other words before and after.
    """

    key: str
    ref: str
    field: str | None
    name: str
    where: str
    text: str
    before: str
    marked: str
    after: str
    read: str
    reasons: tuple[str, ...]
    others: tuple[str, ...]
    can_fix: bool
    now: str
    line: int | None
    later: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One row that changes: `kind` changed, new or withdrawn; `fields` are (name, old, new)."""

    kind: str
    ref: str
    text: str
    fields: tuple[tuple[str, str, str], ...]
    can_keep: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that stands for nobody yet."""

    phrase: str
    refs: str
    is_class: bool


@dataclass(frozen=True, slots=True)
class ClearRow:
    """A row in which nothing is doubtful."""

    ref: str
    where: str
    text: str
    leads: str
    partners: str
    deadline: str
    source: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    """Everything the page shows of one plan at one instant. `leaving` are keys of the doubts that are open."""

    code: str
    title: str
    state: str
    state_word: str
    as_of: str
    base: str | None
    change_counts: Mapping[str, str]
    renumbered: str
    changes: tuple[Change, ...]
    candidates: tuple[tuple[str, str], ...]
    asks_kin: bool
    doubts: tuple[Doubt, ...]
    phrases: tuple[Phrase, ...]
    clear: tuple[ClearRow, ...]
    units: tuple[str, ...]
    assignments: int
    assigned_units: int
    leaving: tuple[str, ...]

    @property
    def is_draft(self) -> bool:
        """Whether anything can be done on the page."""
        return self.state == plans.DRAFT


def look(uow: UnitOfWork, person_id: int, code: str, now: datetime) -> PlanPage | None:
    """Return the page of a plan for a person, None where the person may not see it."""
    plan = plan_for(uow, person_id, code)
    if plan is None:
        return None
    person = uow.people.get(person_id)
    said = _Words(person.language)
    base = uow.plans.get(plan.changes_id) if plan.changes_id is not None else None
    change = plan_changes.change_of(plan, base) if base is not None and plan.state == plans.DRAFT else None
    known, fan = plans.laid_out(uow, plan)
    draft = plan.state == plans.DRAFT
    items = plan_doubts.open_doubts(plan.reading) if draft else ()
    return PlanPage(
        code=plan.code,
        title=plan.title,
        state=plan.state,
        state_word=said(f"plan-state-{plan.state}"),
        as_of=moment(person.language, now),
        base=base.code if base is not None else None,
        change_counts=plan_change_view.counts(change) if change is not None else {},
        renumbered=_renumbered(change),
        changes=_changes(change, said),
        candidates=_candidates(uow, plan, said) if draft else (),
        asks_kin=draft and plan_changes.is_unsettled(plan),
        doubts=tuple(_doubt(item, plan, said) for item in items),
        phrases=tuple(_phrase(phrase, plan) for phrase in fan.undecided) if plan.state in _LIVE else (),
        clear=tuple(_clear(row, plan, said) for row in plan_doubts.clear_rows(plan.reading)),
        units=tuple(unit.name for unit in known.units),
        assignments=len(fan.assigned),
        assigned_units=len({one.unit_id for one in fan.assigned}),
        leaving=tuple(item.key for item in items),
    )


def plan_for(uow: UnitOfWork, person_id: int, code: str) -> PlanRecord | None:
    """Return the plan, None where the person may not see it (any more) or there is none."""
    try:
        return access.access_plan_for(uow, uow.people.get(person_id), code)
    except NotAllowedError:
        return None


class _Words:
    """Renders in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **params: Any) -> str:
        return text(self.language, key, params)

    def of(self, value: Any) -> str:
        return parameter(self.language, value)


def _doubt(item: Doubtful, plan: PlanRecord, said: _Words) -> Doubt:
    task = item.task if item.field else None
    lines: list[int] = task["source"]["lines"] if task else [item.line or 0]
    source = (
        plan_doubts.source_text(plan.reading, task)
        if task
        else plan_doubts.line_text(plan.reading, item.line or 0)
    )
    before, marked, after = _marked(source, _written(task, item.field) if task else "")
    return Doubt(
        key=item.key,
        ref=task["id"] if task else "",
        field=item.field,
        name=said.of(plan_view.doubt_name(item)),
        where=plan_view.span(lines),
        text=task["text"][:SHOWN] if task else "",
        before=before or ("" if marked else said("web-plan-no-source")),
        marked=marked,
        after=after,
        read=said.of(plan_view.value_text(task, item.field)) if task and item.field else "",
        reasons=item.reasons,
        others=tuple(words for words, _ in plan_view.alternatives(item)),
        can_fix=bool(task) and item.field in FIELDS and item.field != "kind",
        now=_typed(task, item.field) if task and item.field else "",
        line=item.line,
        later=item.later,
    )


def _written(task: Mapping[str, Any], field: str | None) -> str:
    """Return the words a field was read from, empty where they were not kept as one piece."""
    if field == "deadline":
        return str(task["deadline_text"] or "")
    raw = task.get(
        {"lead_units": "lead_raw", "coordinating_units": "coordinating_raw"}.get(field or "", ""), ()
    )
    return str(raw[0]) if len(raw) == 1 else ""


def _marked(source: str, words: str) -> tuple[str, str, str]:
    """Return the source as what stands before the words, the words, and what stands behind."""
    at = source.casefold().find(words.casefold()) if words else -1
    if at < 0:
        return (source, "", "") if source else ("", words, "")
    return source[:at], source[at : at + len(words)], source[at + len(words) :]


def _typed(task: Mapping[str, Any], field: str) -> str:
    """Return the value as a person would type it."""
    if field == "deadline":
        return task["deadline_text"] or ""
    value = task.get(field)
    return "; ".join(value) if isinstance(value, list) and field != "other_units" else str(value or "")


def _changes(change: PlanDiff | None, said: _Words) -> tuple[Change, ...]:
    if change is None:
        return ()
    found = []
    for match in change.changed:
        old, new = task_to_json(match.old), task_to_json(match.new)
        fields = []
        for one in match.changes:
            was, becomes = plan_change_view.value_texts(old, new, one.field, SHOWN)
            fields.append((said.of(plan_view.field_name(one.field)), said.of(was), said.of(becomes)))
        ref = f"{match.old.id} → {match.new.id}" if match.is_renumbered else match.new.id
        found.append(Change("changed", ref, match.new.text, tuple(fields)))
    for task in change.new:
        row = task_to_json(task)
        values = [(name, plan_view.value_text(row, name)) for name in ("lead_units", "deadline")]
        shown = tuple((said.of(plan_view.field_name(name)), "", said.of(value)) for name, value in values)
        found.append(Change("new", task.id, task.text, shown))
    found += [Change("withdrawn", task.id, task.text, (), can_keep=True) for task in change.withdrawn]
    return tuple(found)


def _renumbered(change: PlanDiff | None) -> str:
    if change is None:
        return ""
    return "; ".join(f"{match.old.id} → {match.new.id}" for match in change.kept if match.is_renumbered)


def _candidates(uow: UnitOfWork, plan: PlanRecord, said: _Words) -> tuple[tuple[str, str], ...]:
    """Return (plan code and relation, label) of what the document may be."""
    found = []
    for one in plan.reading.get("change", {}).get("candidates", []):
        base = uow.plans.by_code(one["code"])
        if base is not None:
            label = said(f"plan-kin-{one['kind']}", code=base.code, title=base.title)
            found.append((f"{one['kind']}:{base.code}", label))
    return tuple(found)


def _phrase(phrase: str, plan: PlanRecord) -> Phrase:
    key = key_of(phrase)
    refs = [row["id"] for row in plan.reading["tasks"] if any(key_of(name) == key for name in _names(row))]
    return Phrase(phrase, ", ".join(refs), is_class(phrase))


def _names(row: Mapping[str, Any]) -> Sequence[str]:
    return (*row["lead_units"], *row["coordinating_units"])


def _clear(row: Mapping[str, Any], plan: PlanRecord, said: _Words) -> ClearRow:
    return ClearRow(
        ref=row["id"],
        where=plan_view.span(row["source"]["lines"]),
        text=row["text"],
        leads="; ".join(row["lead_units"]) or said("plan-nobody"),
        partners="; ".join(row["coordinating_units"]),
        deadline=said.of(deadline_text(row["deadline"])),
        source=plan_doubts.source_text(plan.reading, row),
    )
