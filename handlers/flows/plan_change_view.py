"""What a draft would change, in words: counts, and a line or two for each row."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.plan_diff import Match, PlanDiff, differing
from domain.plan_json import task_to_json
from handlers.conversation.flow import Turn
from handlers.deadline_say import deadline_text
from handlers.duty_words import shorten
from handlers.flows import plan_view
from messages.envelope import Say, Text
from storage.records import PlanRecord

TEXT, VALUE = 70, 90


def is_change(turn: Turn) -> bool:
    """Whether the draft is laid over a plan that it changes."""
    return plan_view.is_draft(turn) and turn.facts["base"] is not None


def base_of(turn: Turn) -> PlanRecord:
    """Return the plan that the draft changes."""
    base: PlanRecord = turn.facts["base"]
    return base


def change_in(turn: Turn) -> PlanDiff:
    """Return what the draft would do to it."""
    change: PlanDiff = turn.facts["change"]
    return change


def counts(change: PlanDiff) -> dict[str, str]:
    """Return how many rows are kept, changed, new and withdrawn."""
    return {
        "kept": str(len(change.kept)),
        "changed": str(len(change.changed)),
        "new": str(len(change.new)),
        "withdrawn": str(len(change.withdrawn)),
    }


def summary(draft: PlanRecord, base: PlanRecord, change: PlanDiff) -> Say:
    """Return the sentence that says what the draft is and how much it changes."""
    if change.is_empty:
        return Say("plan-change-nothing", {"base": base.code})
    kind = draft.reading["change"]["kind"]
    named = {"base": base.code, "title": shorten(base.title, TEXT), **counts(change)}
    return Say(f"plan-change-{kind}", named)


def items(change: PlanDiff) -> list[tuple[str, list[Text]]]:
    """Return each change as (number of a withdrawn row, else ""; its lines), then one for what has moved only."""
    found: list[tuple[str, list[Text]]] = [("", changed_lines(match)) for match in change.changed]
    found += [("", new_lines(task_to_json(task))) for task in change.new]
    found += [
        (task.id, [Text("plan-change-row-withdrawn", {"ref": task.id, "text": shorten(task.text, TEXT)})])
        for task in change.withdrawn
    ]
    moved = [match for match in change.kept if match.is_renumbered]
    if moved:
        names = "; ".join(f"{match.old.id} → {match.new.id}" for match in moved[:8])
        names += "…" if len(moved) > 8 else ""
        found.append(("", [Text("plan-change-renumbered", {"names": names})]))
    return found


def changed_lines(match: Match) -> list[Text]:
    """Return a changed row: its number and words, then each field as it was and as it is."""
    ref = f"{match.old.id} → {match.new.id}" if match.is_renumbered else match.new.id
    head = Text("plan-change-row-changed", {"ref": ref, "text": shorten(match.new.text, TEXT)})
    old, new = task_to_json(match.old), task_to_json(match.new)
    return [head, *(field_change(old, new, one.field) for one in match.changes)]


def field_change(old: Mapping[str, Any], new: Mapping[str, Any], field: str) -> Text:
    """Return one field, the old value before the new one."""
    was, becomes = value_texts(old, new, field)
    return Text("plan-change-field", {"field": plan_view.field_name(field), "old": was, "new": becomes})


def value_texts(
    old: Mapping[str, Any], new: Mapping[str, Any], field: str, limit: int = VALUE
) -> tuple[Text | str, Text | str]:
    """Return the old and the new value of a field in words; of long words what differs."""
    if field in {"text", "product"} and old[field] and new[field]:
        was, becomes = differing(old[field], new[field])
        return shorten(was, limit), shorten(becomes, limit)
    if field == "by_mandate":
        return Text(f"plan-by-mandate-{_yes(old[field])}"), Text(f"plan-by-mandate-{_yes(new[field])}")
    return plan_view.value_text(old, field), plan_view.value_text(new, field)


def _yes(value: object) -> str:
    return "yes" if value else "no"


def new_lines(row: Mapping[str, Any]) -> list[Text]:
    """Return a new row: its number and words, its leads and deadline."""
    return [
        Text("plan-change-row-new", {"ref": row["id"], "text": shorten(row["text"], TEXT)}),
        Text(
            "plan-change-row-who",
            {
                "leads": plan_view.names_text(row["lead_units"]),
                "deadline": deadline_text(row["deadline"]),
            },
        ),
    ]


def joined_lines(shown: Sequence[tuple[str, list[Text]]]) -> list[Text]:
    """Return the lines of several changes, one after the other."""
    return [line for _, lines in shown for line in lines]
