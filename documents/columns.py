"""Which column of a table holds what: from its head, in any order and over several rows, or from its cells."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from documents.labels import LabelKind, classify
from documents.rows import ROLES
from documents.source import Line, Row
from domain.deadline import DeadlineKind
from domain.deadline_words import read_deadline
from domain.unit_names import squeeze, starts_unit

Columns = dict[int, LabelKind]
NOTHING = re.compile(r"[-–\s./]*|\(?không(?: có)?\)?", re.IGNORECASE)
_MARKS = re.compile(r"\*\*|__")
_WORDED = 10  # letters that tasks have on average, at the least
_HEAD_ROWS = 4
_PERSON = re.compile(r"(?:người|lãnh đạo|đồng chí|cá nhân|chuyên viên|ủy viên)\b", re.IGNORECASE)
_COUNT = re.compile(r"\(?\d{1,3}(?:\.\d{1,2})*[.)]?")
_HELPING = re.compile(r"cùng|phối|hỗ trợ|tham gia|giúp|phụ\b|hợp tác|liên đới|liên quan", re.IGNORECASE)
_SAYS_WHO = re.compile(
    r"chính|chủ|lo\b|quản|giao|trách|làm|đầu mối|nhận|thực hiện|đơn vị|bộ phận", re.IGNORECASE
)
BEGINS = re.compile(
    r"(?:thời (?:gian|điểm) |ngày )?(?:bắt đầu|khởi công|từ(?: ngày)?|triển khai)$", re.IGNORECASE
)
_SUBHEAD = frozenset({LabelKind.LEAD, LabelKind.COORDINATING})


@dataclass(frozen=True, slots=True)
class Head:
    """A table's columns and the index of its first row of content; `guessed` where it has no head.

    `begins`: the column that says from when, where another says until when.
    """

    columns: Columns
    first: int
    guessed: bool = False
    begins: int | None = None


@lru_cache(maxsize=512)
def cell_text(cell: tuple[Line, ...]) -> str:
    """Return a cell's words on one line; dashes in it become a list."""
    parts = [squeeze(_MARKS.sub("", line.text)) for line in cell if line.text.strip()]
    parts = [part for part in parts if part]
    joined = " ".join(parts)
    if len(parts) > 1 and all(part[:1] in "-+•" for part in parts):
        return "; ".join(part.lstrip("-+• ").rstrip(" ;.,") for part in parts)
    if len(parts) > 1 and all(starts_unit(part) for part in parts):
        return "; ".join(part.rstrip(" ;.,") for part in parts)
    return joined.strip(" -–+•") if NOTHING.fullmatch(joined) is None else ""


def find_head(rows: Sequence[Row]) -> Head | None:
    """Return the head of a table of tasks; None where the table holds no tasks."""
    return _named_head(rows) or _guessed_head(rows)


def is_data_table(rows: Sequence[Row]) -> bool:
    """Tell whether a table without tasks is a table all the same, not a layout of lines: its head counts rows."""
    kinds = [_kind(cell) for cell in rows[0].cells]
    return len(kinds) > 2 and kinds[0] is LabelKind.NUMBER and len(rows) > 1


def _named_head(rows: Sequence[Row]) -> Head | None:
    best: Columns = {}
    first = 0
    for i, row in enumerate(rows[:_HEAD_ROWS]):
        kinds = {j: kind for j, cell in enumerate(row.cells) if (kind := _kind(cell))}
        above = rows[i - 1].cells if i else ()
        kinds = {j: kind for j, kind in kinds.items() if j >= len(above) or row.cells[j] != above[j]}
        if best and i == first and _is_second_row(kinds, row, above):
            best, first = best | kinds, i + 1
        elif not best and len(set(kinds.values()) - {LabelKind.NUMBER, LabelKind.OTHER}) > 1:
            best, first = kinds, i + 1
    best = _with_persons_aside(best, rows[first - 1]) if best else best
    unnamed = _unnamed_task(best, rows, first)
    best = best | dict.fromkeys(unnamed, LabelKind.TASK)
    if LabelKind.TASK not in best.values():
        return None
    best = _without_groups(best, rows[first:])
    best, guessed = _with_strange(best, rows, first)
    return Head(best, first, guessed or bool(unnamed), _begins(best, rows[first - 1]))


def _unnamed_task(columns: Columns, rows: Sequence[Row], first: int) -> list[int]:
    """Return the column of tasks where its head says nothing known: beside units and times, the one of words."""
    kinds = set(columns.values())
    if LabelKind.TASK in kinds or not {LabelKind.LEAD, LabelKind.DEADLINE} <= kinds or not first:
        return []
    worded: dict[int, float] = {}
    for j in range(len(rows[first - 1].cells)):
        texts = [text for row in rows[first:] if j < len(row.cells) and (text := cell_text(row.cells[j]))]
        own = j not in columns and len(texts) > 1 and len(set(texts)) == len(texts)
        if own and not _mostly(texts, _is_unit) and not _mostly(texts, _is_time):
            worded[j] = sum(map(len, texts)) / len(texts)
    longest = max(worded, key=worded.__getitem__, default=-1)
    return [longest] if longest >= 0 and worded[longest] > _WORDED else []


def _without_groups(columns: Columns, body: Sequence[Row]) -> Columns:
    """Let a column that names groups of tasks ("Nhóm việc"), merged over their rows, stand aside of the tasks'."""
    tasks = [j for j, kind in columns.items() if kind is LabelKind.TASK]
    if len(tasks) < 2:
        return columns
    said = {j: [cell_text(row.cells[j]) for row in body if j < len(row.cells)] for j in tasks}
    different = {j: len({text for text in texts if text}) for j, texts in said.items()}
    most = max(different.values())
    groups = [j for j in tasks if different[j] < most and different[j] < len(said[j])]
    return columns | dict.fromkeys(groups, LabelKind.OTHER)


def _with_strange(columns: Columns, rows: Sequence[Row], first: int) -> tuple[Columns, bool]:
    """Return the columns with those of unknown heads told by their cells, and whether a role is a guess."""
    columns, guessed, body = dict(columns), False, rows[first:]
    for j, head in enumerate(map(cell_text, rows[first - 1].cells)):
        cells = [text for row in body if j < len(row.cells) and (text := cell_text(row.cells[j]))]
        if j in columns or not head or len(cells) * 2 < len(body) or len(cells) < 2:
            continue
        if _mostly(cells, _is_time) and LabelKind.DEADLINE not in columns.values():
            columns[j] = LabelKind.DEADLINE
        elif _mostly(cells, _is_unit):
            kind = _role(head, set(columns.values()))
            told = _SAYS_WHO if kind is LabelKind.LEAD else _HELPING
            columns[j], guessed = kind, guessed or not told.search(head)
    return columns, guessed


def _role(head: str, taken: set[LabelKind]) -> LabelKind:
    if _HELPING.search(head) or LabelKind.LEAD in taken:
        return LabelKind.OTHER if LabelKind.COORDINATING in taken else LabelKind.COORDINATING
    return LabelKind.LEAD


def _begins(columns: Columns, head: Row) -> int | None:
    timed = [j for j, kind in columns.items() if kind is LabelKind.DEADLINE]
    begin = next((j for j in timed if BEGINS.match(cell_text(head.cells[j]))), None)
    return begin if len(timed) == 2 else None


def _is_second_row(kinds: Columns, row: Row, above: Sequence[tuple[Line, ...]]) -> bool:
    """Tell whether a row goes on with the head above it ("Chủ trì | Phối hợp" below "Đơn vị thực hiện")."""
    own = [cell for j, cell in enumerate(row.cells) if j >= len(above) or cell != above[j]]
    filled = [j for j, cell in enumerate(row.cells) if cell_text(cell) and any(cell is one for one in own)]
    return (
        bool(kinds)
        and all(j in kinds for j in filled)
        and bool(_SUBHEAD & set(kinds.values()) or len(kinds) > 1)
    )


def _with_persons_aside(columns: Columns, head: Row) -> Columns:
    """Let a column of persons ("Người phụ trách") oversee where another names the unit that does the work."""
    leads = [j for j, kind in columns.items() if kind is LabelKind.LEAD]
    persons = [j for j in leads if j < len(head.cells) and _PERSON.match(cell_text(head.cells[j]))]
    if len(leads) == len(persons):
        return columns
    return columns | dict.fromkeys(persons, LabelKind.OTHER)


def _kind(cell: tuple[Line, ...]) -> LabelKind | None:
    return classify(cell_text(cell).replace("/", "/ "))


def _guessed_head(rows: Sequence[Row]) -> Head | None:
    """Guess the columns of a table without a head from what their cells look like."""
    width = len(rows[0].cells)
    if len(rows) < 2 or width < 4 or any(len(row.cells) != width for row in rows):
        return None
    texts = [[cell_text(row.cells[j]) for row in rows] for j in range(width)]
    if not all(_COUNT.fullmatch(text) for text in texts[0]):
        return None
    dated = [j for j in range(2, width) if _mostly(texts[j], _is_time)]
    units = [j for j in range(2, width) if j not in dated and _mostly(texts[j], starts_unit)]
    if not dated or not units or starts_unit(texts[1][0]):
        return None
    columns = {0: LabelKind.NUMBER, 1: LabelKind.TASK, units[0]: LabelKind.LEAD, dated[0]: LabelKind.DEADLINE}
    columns |= dict.fromkeys(units[1:2], LabelKind.COORDINATING)
    return Head(columns, 0, guessed=True)


def _mostly(texts: list[str], fits: Callable[[str], bool]) -> bool:
    filled = [text for text in texts if text]
    return bool(filled) and sum(map(fits, filled)) * 3 >= len(filled) * 2


def _is_time(text: str) -> bool:
    return len(text) < 80 and read_deadline(text, year=2000).deadline.kind is not DeadlineKind.NONE


def _is_unit(text: str) -> bool:
    return text[:1].isupper() and starts_unit(text)


def is_unit_column(kind: LabelKind) -> bool:
    """Tell whether a column names units."""
    return kind in ROLES
