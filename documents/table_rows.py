"""The rows of task tables as drafts: groups, ditto marks, cells left empty."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from documents.assignment import Assignment, read_value
from documents.cell_lines import GuessedRow
from documents.columns import NOTHING, Columns, Head, cell_text, find_head
from documents.ditto import is_ditto
from documents.labels import LabelKind
from documents.markers import read_marker
from documents.prose import owes_report, starts_report, tidy_text, unit_heading
from documents.rows import ROLES, Context, Draft, Note
from documents.source import Row
from documents.timing import prose_deadline, read_when
from domain.deadline import Deadline, DeadlineKind
from domain.plan import TaskKind
from domain.unit_names import squeeze

Texts = dict[int, str]


@dataclass(slots=True)
class _Above:
    """What a row takes from those above it: the group it stands in, the units of its heading, the cells above."""

    group: str = ""
    units: tuple[str, ...] = ()
    texts: Texts = field(default_factory=dict)
    counter: int = 0


def table_drafts(rows: Sequence[Row], path: str, context: Context) -> list[Draft]:
    """Return the drafts of a task table's rows; rows with one text across are headings and enter the ids."""
    head = find_head(rows)
    if head is None:
        return []
    drafts: list[Draft] = []
    above = _Above(units=context.subject)
    titles = [tuple(map(cell_text, row.cells)) for row in rows[: head.first]]
    for row in rows[head.first :]:
        texts = {j: cell_text(row.cells[j]) for j in head.columns if j < len(row.cells)}
        if tuple(map(cell_text, row.cells)) in titles or _is_numbering(texts):
            continue
        name, task = _name_and_task(texts, head.columns)
        if heading := _heading(texts, head.columns):
            above.group, above.counter = name or above.group, 0 if name else above.counter
            above.units = unit_heading(heading) or context.subject
        elif task:
            above.counter += 1
            id_ = ".".join(part for part in (path, above.group, name or str(above.counter)) if part)
            drafts.append(_draft(row, id_, task, texts, head, above, context))
    return drafts


def _draft(row: Row, id_: str, task: str, texts: Texts, head: Head, above: _Above, context: Context) -> Draft:
    lines = tuple(sorted({line.number for cell in row.cells for line in cell if line.text.strip()}))
    notes = _filled(texts, head.columns, above, lines[0])
    if head.guessed or isinstance(row, GuessedRow):
        notes.append(Note(lines[0], "table-cells-guessed", "", "lead_units"))
    assigned, more = _units(texts, head.columns, above, lines[0])
    text, deadline, said = _deadline(task, texts, head, context, lines[0])
    product = _joined(texts, head.columns, LabelKind.PRODUCT) or None
    reports = starts_report(task, deadline) or owes_report(task, assigned, deadline)
    kind = TaskKind.REPORT if reports else TaskKind.TASK
    draft = Draft(id_, kind, tidy_text(task), lines, assigned, deadline, text, product, lines[0])
    return replace(draft, notes=(*notes, *more, *said))


def _filled(texts: Texts, columns: Columns, above: _Above, line: int) -> list[Note]:
    """Fill ditto marks, and a unit written once for the rows under it, from the row above."""
    notes = list[Note]()
    task_at = next(j for j, kind in columns.items() if kind is LabelKind.TASK)
    for j, kind in columns.items():
        before = above.texts.get(j, "")
        if is_ditto(texts.get(j, "")):
            texts[j] = before
        elif kind is LabelKind.LEAD and j < task_at and not texts.get(j) and before:
            texts[j] = before
            notes.append(Note(line, "unit-ditto", before[:120], "lead_units"))
    above.texts.update(texts)
    return notes


def _units(texts: Texts, columns: Columns, above: _Above, line: int) -> tuple[Assignment, list[Note]]:
    assigned, notes = Assignment(), list[Note]()
    for j, kind in columns.items():
        value = texts.get(j, "")
        if kind in ROLES and value and not NOTHING.fullmatch(value):
            one = read_value(value, ROLES[kind])
            assigned = assigned.joined(one)
            if not (one.leads or one.coordinating or one.others):
                notes.append(Note(line, "unit-strange", value[:120], "lead_units"))
    if not assigned.leads:
        assigned = assigned.joined(Assignment(leads=above.units))
    return assigned, notes


def _deadline(
    task: str, texts: Texts, head: Head, context: Context, line: int
) -> tuple[str | None, Deadline, tuple[Note, ...]]:
    if when := _span(texts, head) or _joined(texts, head.columns, LabelKind.DEADLINE):
        return read_when(when, context, line)
    if LabelKind.DEADLINE not in head.columns.values():
        return prose_deadline(task, context, line, lone=False)
    return None, Deadline(DeadlineKind.NONE), ()


def _span(texts: Texts, head: Head) -> str:
    """Return "từ … đến …" of a row whose table has a column for the first day and one for the last."""
    if head.begins is None:
        return ""
    ends = next(j for j, k in head.columns.items() if k is LabelKind.DEADLINE and j != head.begins)
    first, last = (texts.get(j, "").strip(" .;,") for j in (head.begins, ends))
    return "" if NOTHING.fullmatch(first) or NOTHING.fullmatch(last) else f"từ {first} đến {last}"


def _joined(texts: Texts, columns: Columns, kind: LabelKind) -> str:
    values = [squeeze(texts.get(j, "")).strip(" .;,") for j, column in columns.items() if column is kind]
    return "; ".join(value for value in values if value and not NOTHING.fullmatch(value))


def _name_and_task(texts: Texts, columns: Columns) -> tuple[str, str]:
    number = next((texts.get(j, "") for j, kind in columns.items() if kind is LabelKind.NUMBER), "")
    task = next((texts.get(j, "") for j, kind in columns.items() if kind is LabelKind.TASK), "")
    name = number.strip(" .)(")
    if not name:
        _, name, rest = read_marker(task)
        task, name = (rest, name) if name and name[0].isalnum() else (task, "")
    return (name if len(name) <= 8 else ""), task


def _heading(texts: Texts, columns: Columns) -> str:
    """Return the one text across a row: a group of tasks, not a task."""
    said = {j: text for j, text in texts.items() if text and columns[j] is not LabelKind.NUMBER}
    if len(set(said.values())) != 1:
        return ""
    text = next(iter(said.values()))
    alone = len(said) == 1 and len(columns) > 2
    is_unit_cell = alone and columns[next(iter(said))] in ROLES
    return text if len(said) > 1 or (alone and not is_unit_cell) else ""


def _is_numbering(texts: Texts) -> bool:
    """Tell whether this is the row "(1) (2) (3)" under a table's head."""
    return all(re.fullmatch(r"[(\s]*\d?[)\s]*", text) for text in texts.values())
