"""What an item with label lines says, its own or those above it: the drafts of a plan's rows."""

import re
from dataclasses import replace

from documents.assignment import Assignment, read_value
from documents.columns import BEGINS, NOTHING
from documents.items import Label, Node
from documents.labels import LabelKind
from documents.learned_labels import GUESSED
from documents.prose import (
    charged_units,
    event_notes,
    gather,
    is_plan_business,
    owes_report,
    starts_report,
    tidy_text,
)
from documents.rows import ROLES, Context, Draft, Note
from documents.time_phrases import plainly
from documents.timing import prose_deadline, read_when
from domain.deadline import Deadline, DeadlineKind
from domain.plan import TaskKind
from domain.unit_names import squeeze, starts_unit

_BEFORE = re.compile(r"\btrước$", re.IGNORECASE)


def labelled_draft(node: Node, context: Context) -> Draft:
    """Return the row of an item with label lines, its own or those of the items above it."""
    body = gather(node)
    lines = set(body.numbers)
    text = tidy_text(body.text)
    own = list(node.labels)
    assigned, unit_line, notes = _assigned(own)
    has_units = bool(assigned.leads or assigned.coordinating)
    said = charged_units(text, context) if not assigned.leads else Assignment()
    if said.leads:
        assigned = assigned.joined(Assignment(leads=said.leads) if has_units else said)
    elif not has_units:
        assigned, unit_line, more = _assigned(_nearest(context))
        notes += more
    lines.update(number for label in own for number in label.value.numbers or [label.line])
    if not assigned.coordinating:
        assigned = assigned.joined(_assigned(_shared_partners(context))[0])
    if not assigned.leads:
        assigned = assigned.joined(charged_units(text, context, or_heading=True))
    if not assigned.leads and context.trailing:
        assigned, unit_line, _ = _assigned([label for _, label in context.trailing])
        notes += (Note(node.line, "unit-inherited", context.trailing[0][0], "lead_units"),)
    when, deadline, more = _task_deadline(own, text, context, node.line)
    product = "; ".join(_values(own, LabelKind.PRODUCT)) or None
    notes += _contradictions(own)
    owed = starts_report(text, deadline) or (not own and owes_report(text, assigned, deadline))
    duty = TaskKind.DUTY if not own and is_plan_business(text) else None
    return Draft(
        node.path(),
        TaskKind.REPORT if owed else duty or TaskKind.TASK,
        text,
        tuple(sorted(lines)),
        assigned,
        deadline,
        when,
        product,
        unit_line or node.line,
        notes + more,
    )


def _task_deadline(
    own: list[Label], text: str, context: Context, line: int
) -> tuple[str | None, Deadline, tuple[Note, ...]]:
    """Return when a task is due: by its label, a date in its words, a label above it, other words of time."""
    found = _label_deadline(own, context)
    if found[0] is not None:
        return found
    when, deadline, notes = prose_deadline(text, context, line, lone=False)
    said = (when, deadline, notes + event_notes(when, deadline, line))
    if said[0] is not None and (said[1].kind is DeadlineKind.RECURRING or re.search(r"\d", said[0])):
        return said
    above = _inherited_deadline(context.labels, context)
    if above[0] is not None:
        return above
    if said[0] is None and context.trailing:
        when, deadline, notes = _inherited_deadline(context.trailing, context)
        if when is not None:
            return (
                when,
                deadline,
                (*notes, Note(line, "deadline-inherited", context.trailing[0][0], "deadline")),
            )
    return said


def _nearest(context: Context) -> list[Label]:
    """Return the labels that name units on the nearest item above that has any."""
    named = [(path, label) for path, label in context.labels if label.kind in ROLES]
    return [label for path, label in named if path == named[-1][0]]


def _shared_partners(context: Context) -> list[Label]:
    """Return the partners that a line above gives to all below, whoever leads."""
    return [label for _, label in context.labels if label.kind is LabelKind.COORDINATING and label.shared]


def _assigned(labels: list[Label]) -> tuple[Assignment, int, tuple[Note, ...]]:
    assigned, line, notes = Assignment(), 0, list[Note]()
    for label in labels:
        role = ROLES.get(label.kind)
        if role is None:
            continue
        line = line or label.line
        if NOTHING.fullmatch(label.value.text.strip()):
            continue
        one = read_value(label.value.text, role)
        both = "chủ trì" in label.label.lower() and "phối hợp" in label.label.lower()
        if both and len(one.leads) > 1 and not one.coordinating:
            one = replace(one, leads=one.leads[:1], coordinating=one.leads[1:])
            notes.append(Note(label.line, "unit-roles-shared", label.value.text, "lead_units"))
        assigned = assigned.joined(one)
        if label.label.endswith(GUESSED):
            notes.append(Note(label.line, "label-guessed", label.value.text[:120], "coordinating_units"))
        numbers = label.value.numbers
        if label.value.broken:
            notes.append(Note(numbers[0], "unit-list-broken", "", "lead_units"))
            notes.extend(Note(n, "unit-list-broken") for n in numbers[1:])
        notes.extend(
            Note(label.line, "unit-strange", name[:120], "lead_units")
            for name in (*one.leads, *one.coordinating)
            if not starts_unit(name)
        )
        if label.value.text and not (one.leads or one.coordinating or one.others):
            notes.append(Note(label.line, "unit-strange", label.value.text[:120], "lead_units"))
    return assigned, line, tuple(notes)


def _contradictions(labels: list[Label]) -> tuple[Note, ...]:
    """Tell where two lines of an item answer the same question."""
    notes: list[Note] = []
    for kind, field in ((LabelKind.LEAD, "lead_units"), (LabelKind.DEADLINE, "deadline")):
        same = [label for label in labels if label.kind is kind and label.value.text]
        lines = {label.line for label in same}
        if len(same) > 1 and len(lines) > 1 and len({label.value.text for label in same}) > 1:
            words = "; ".join(label.value.text for label in same)
            notes.append(Note(same[1].line, "label-repeated", words[:200], field))
    return tuple(notes)


def _values(labels: list[Label], kind: LabelKind) -> list[str]:
    return [
        text for label in labels if label.kind is kind and (text := squeeze(label.value.text).strip(" .;,"))
    ]


def _label_deadline(labels: list[Label], context: Context) -> tuple[str | None, Deadline, tuple[Note, ...]]:
    values = _values(labels, LabelKind.DEADLINE)
    if not values:
        return None, Deadline(DeadlineKind.NONE), ()
    heads = [one.label for one in labels if one.kind is LabelKind.DEADLINE and one.value.text.strip(" .;,")]
    is_span = len(values) == len(heads) == 2 and BEGINS.match(heads[0].strip())
    text = f"từ {values[0]} đến {values[1]}" if is_span else "; ".join(values)
    before = _BEFORE.search(next(label.label for label in labels if label.kind is LabelKind.DEADLINE))
    line = next(label.line for label in labels if label.kind is LabelKind.DEADLINE)
    _, deadline, notes = read_when(plainly(f"trước {text}" if before else text), context, line)
    return text, deadline, notes


def _inherited_deadline(
    labels: tuple[tuple[str, Label], ...], context: Context
) -> tuple[str | None, Deadline, tuple[Note, ...]]:
    for path, label in reversed(labels):
        when, deadline, notes = _label_deadline([label], context)
        if when is not None:
            return when, replace(deadline, inherited=path), notes
    return None, Deadline(DeadlineKind.NONE), ()
