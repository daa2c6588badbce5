"""Task tables: which columns hold what, in any order, and the draft of each row."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from documents.assignment import Assignment, read_value
from documents.labels import LabelKind, classify
from documents.markers import read_marker
from documents.prose import tidy_text
from documents.rows import ROLES, Context, Draft, Note
from documents.source import Block, Line, Row
from documents.timing import prose_deadline, read_when
from domain.deadline import Deadline, DeadlineKind
from domain.plan import TaskKind
from domain.unit_names import squeeze

Columns = dict[int, LabelKind]
_DITTO = re.compile(r"[-\s]*(?:nt|như trên|\"|“|”|''|〃)[-\s.]*", re.IGNORECASE)
_NOTHING = re.compile(r"[-–\s./]*")
_HEADER_ROWS = 3


def settle_tables(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks with only task tables left as rows; the cells of layout tables become ordinary lines."""
    settled: list[Block] = []
    pending: list[Row] = []
    for block in [*blocks, None]:
        if isinstance(block, Row) and (not pending or pending[0].table == block.table):
            pending.append(block)
            continue
        settled.extend(_settle(pending))
        pending = [block] if isinstance(block, Row) else []
        if isinstance(block, Line):
            settled.append(block)
    return settled


def _settle(rows: list[Row]) -> Sequence[Block]:
    if rows and find_columns(rows)[0]:
        return rows
    seen: set[int] = set()
    lines: list[Line] = []
    for row in rows:
        for cell in row.cells:
            if id(cell) not in seen:
                seen.add(id(cell))
                lines.extend(cell)
    return lines


def find_columns(rows: Sequence[Row]) -> tuple[Columns, int]:
    """`(columns, first row of content)`; no columns where the table is no table of tasks."""
    best: Columns = {}
    first = 0
    for i, row in enumerate(rows[:_HEADER_ROWS]):
        kinds = {
            j: kind for j, cell in enumerate(row.cells) if (kind := classify(_text(cell).replace("/", "/ ")))
        }
        merged = best | kinds if best and i == first else kinds
        useful = set(merged.values()) - {LabelKind.NUMBER, LabelKind.OTHER}
        if len(useful) >= 2 and (not best or (i == first and kinds and len(set(kinds.values())) > 1)):
            best, first = merged, i + 1
    if LabelKind.TASK not in best.values():
        return {}, 0
    return best, first


def table_drafts(rows: Sequence[Row], path: str, context: Context) -> list[Draft]:
    """Return the drafts of a task table's rows; rows with one text across are headings and enter the ids."""
    columns, first = find_columns(rows)
    drafts: list[Draft] = []
    group, above, counter = "", dict[int, str](), 0
    for row in rows[first:]:
        texts = {j: _text(row.cells[j]) for j in columns if j < len(row.cells)}
        name, task = _name_and_task(texts, columns)
        if _is_heading(texts, columns):
            group = name or group
            counter = 0 if name else counter
            continue
        if not task or _is_numbering(texts):
            continue
        counter += 1
        ditto = {j for j, text in texts.items() if text and _DITTO.fullmatch(text)}
        texts |= {j: above.get(j, "") for j in ditto}
        id_ = ".".join(part for part in (path, group, name or str(counter)) if part)
        drafts.append(_draft(row, id_, task, texts, columns, context))
        above |= texts
    return drafts


def _draft(row: Row, id_: str, task: str, texts: dict[int, str], columns: Columns, context: Context) -> Draft:
    lines = tuple(sorted({line.number for cell in row.cells for line in cell if line.text.strip()}))
    assigned, notes, line = Assignment(), list[Note](), lines[0]
    for j, kind in columns.items():
        value = texts.get(j, "")
        if kind in ROLES and value and not _NOTHING.fullmatch(value):
            one = read_value(value, ROLES[kind])
            assigned = assigned.joined(one)
            if not (one.leads or one.coordinating or one.others):
                notes.append(Note(line, "unit-strange", value[:120], "lead_units"))
    when = _joined(texts, columns, LabelKind.DEADLINE)
    text, deadline, more = None, Deadline(DeadlineKind.NONE), tuple[Note, ...]()
    if when:
        text, deadline, more = read_when(when, context, line)
    elif LabelKind.DEADLINE not in columns.values():
        text, deadline, more = prose_deadline(task, context, line, lone=False)
    product = _joined(texts, columns, LabelKind.PRODUCT) or None
    draft = Draft(id_, TaskKind.TASK, tidy_text(task), lines, assigned, deadline, text, product, line)
    return replace(draft, notes=(*notes, *more))


def _joined(texts: dict[int, str], columns: Columns, kind: LabelKind) -> str:
    values = [squeeze(texts.get(j, "")).strip(" .;,") for j, column in columns.items() if column is kind]
    return "; ".join(value for value in values if value and not _NOTHING.fullmatch(value))


def _name_and_task(texts: dict[int, str], columns: Columns) -> tuple[str, str]:
    number = next((texts.get(j, "") for j, kind in columns.items() if kind is LabelKind.NUMBER), "")
    task = next((texts.get(j, "") for j, kind in columns.items() if kind is LabelKind.TASK), "")
    name = number.strip(" .)(")
    if not name:
        _, name, rest = read_marker(task)
        task, name = (rest, name) if name and name[0].isalnum() else (task, "")
    return (name if len(name) <= 8 else ""), task


def _is_heading(texts: dict[int, str], columns: Columns) -> bool:
    """One text across the row: a group of tasks, not a task."""
    filled = {text for j, text in texts.items() if text and columns[j] is not LabelKind.NUMBER}
    holds_more = any(
        texts.get(j) for j, kind in columns.items() if kind not in {LabelKind.NUMBER, LabelKind.TASK}
    )
    return len(filled) == 1 and (
        not holds_more or (len(texts) > 2 and list(texts.values()).count(next(iter(filled))) > 1)
    )


def _is_numbering(texts: dict[int, str]) -> bool:
    """Tell whether this is the row "(1) (2) (3)" under a table's head."""
    return all(re.fullmatch(r"[(\s]*\d?[)\s]*", text) for text in texts.values())


def _text(cell: tuple[Line, ...]) -> str:
    parts = [squeeze(line.text) for line in cell if line.text.strip()]
    joined = " ".join(parts)
    if len(parts) > 1 and all(part[:1] in "-+•" for part in parts):
        return "; ".join(part.lstrip("-+• ").rstrip(" ;.,") for part in parts)
    return joined.strip(" -–+•") if _NOTHING.fullmatch(joined) is None else ""
