"""Tables pasted as text with one cell a line, put together again as rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from documents.columns import is_unit_column
from documents.labels import LabelKind, classify
from documents.markers import read_marker
from documents.recipients import opens_recipients
from documents.source import Block, Line, Row
from domain.deadline import DeadlineKind
from domain.deadline_words import read_deadline
from domain.unit_lists import starts_unit

_MOST_COLUMNS = 10
_MOST_LINES = 24
_GROUP = re.compile(r"(?:[IVX]{1,5}|[A-HĐ])[.)]?")
_UNFINISHED = re.compile(r"[;,]\s*$")
_TABLE = 100_000  # rows put together here get numbers of their own, far from those of the readers


@dataclass(frozen=True, slots=True)
class GuessedRow(Row):
    """A row whose lines were more or fewer than its cells: which line is which cell is a guess."""


def gather_cells(blocks: list[Block]) -> list[Block]:
    """Return the blocks with runs of cells under a head of column names as rows."""
    gathered: list[Block] = []
    i = 0
    while i < len(blocks):
        names, after = _head(blocks, i)
        kinds = [kind for kind, _ in names]
        rows, end = _rows(blocks, after, kinds, _TABLE + i) if kinds else ([], i)
        if rows:
            gathered.append(Row(_TABLE + i, tuple(lines for _, lines in names)))
            gathered.extend(rows)
            i = end
        else:
            gathered.append(blocks[i])
            i += 1
    return gathered


def _head(blocks: list[Block], at: int) -> tuple[list[tuple[LabelKind, tuple[Line, ...]]], int]:
    """`(columns with their lines, index behind them)` of a head written one name a line, or a name in two lines."""
    names: list[tuple[LabelKind, tuple[Line, ...]]] = []
    i = at
    while i < len(blocks) and len(names) < _MOST_COLUMNS:
        block = blocks[i]
        if not isinstance(block, Line) or (not block.text.strip() and not names):
            break
        found = _name(block, blocks[i + 1] if i + 1 < len(blocks) else None)
        if found:
            names.append(found)
        elif block.text.strip():
            break
        i += len(found[1]) if found else 1
    kinds = [kind for kind, _ in names]
    useful = LabelKind.TASK in kinds and any(is_unit_column(k) or k is LabelKind.DEADLINE for k in kinds)
    return (names, i) if len(kinds) > 2 and useful else ([], at)


def _name(line: Line, following: Block | None) -> tuple[LabelKind, tuple[Line, ...]] | None:
    """Return the column a line names, with the line behind it where the name goes on there ("Đơn vị", "chủ trì")."""
    text = " ".join(line.text.split())
    behind = " ".join(following.text.split()) if isinstance(following, Line) else ""
    kind = _column(text)
    if behind and (kind is None or behind[0].islower()) and (joined := _column(f"{text} {behind}")):
        return joined, (line, Line(following.number, behind)) if isinstance(following, Line) else (line,)
    return (kind, (line,)) if kind else None


def _column(text: str) -> LabelKind | None:
    return classify(text.replace("/", "/ ")) if len(text) < 60 and not text.endswith(":") else None


def _rows(blocks: list[Block], at: int, kinds: list[LabelKind], table: int) -> tuple[list[Row], int]:
    lines, end = _cells(blocks, at)
    if kinds[0] is LabelKind.NUMBER:
        return [_row(part, kinds, table) for part in _counted(lines)], end
    width = len(kinds)
    if not lines or len(lines) % width:
        return [], at
    return [_row(lines[i : i + width], kinds, table) for i in range(0, len(lines), width)], end


def _cells(blocks: list[Block], at: int) -> tuple[list[Line], int]:
    """Return the lines up to where the table ends: a heading, an annex, "Nơi nhận", another table."""
    lines: list[Line] = []
    for i in range(at, len(blocks)):
        block = blocks[i]
        if not isinstance(block, Line) or opens_recipients(block.text):
            return lines, i
        text = " ".join(block.text.split())
        style, _, rest = read_marker(text)
        if style in {"annex", "part"} or (style in {"roman", "upper"} and len(rest) > 3):
            return lines, i
        if text:
            lines.append(Line(block.number, text))
    return lines, len(blocks)


def _counted(lines: list[Line]) -> Iterator[list[Line]]:
    """Part lines where the next number (or the mark of a group) stands alone on a line."""
    part: list[Line] = []
    expected = 1
    for line in lines:
        bare = line.text.strip("().")
        starts = bare.isdigit() and int(bare) in {expected, 1} and len(part) != 1
        if starts or (_GROUP.fullmatch(line.text) and len(part) != 1):
            if len(part) > 1:
                yield part
            part = []
            expected = int(bare) + 1 if starts else expected
        part.append(line)
    if len(part) > 1:
        yield part


def _row(lines: list[Line], kinds: list[LabelKind], table: int) -> Row:
    """Return the lines as a row; where they are not as many as the columns, the likeliest way to share them out."""
    number, rest = ([lines[0]], lines[1:]) if kinds[0] is LabelKind.NUMBER else ([], lines)
    columns = kinds[1:] if number else kinds
    head = tuple((line,) for line in number)
    if len(rest) == len(columns):
        return Row(table, (*head, *((line,) for line in rest)))
    if _GROUP.fullmatch(lines[0].text) and len(rest) == 1:
        return Row(table, (*head, *(tuple(rest) if k is LabelKind.TASK else () for k in columns)))
    cells, sure = _shared_out(rest[:_MOST_LINES], columns)
    make = Row if sure and len(rest) > len(columns) else GuessedRow
    return make(table, (*head, *cells))


def _shared_out(lines: list[Line], columns: list[LabelKind]) -> tuple[list[tuple[Line, ...]], bool]:
    """`(cells, whether every cell fits its column)`: the best way to give each column some of the lines in order."""
    scarce = len(lines) < len(columns)
    best: dict[int, tuple[float, list[tuple[Line, ...]]]] = {0: (0.0, [])}
    for kind in columns:
        reached: dict[int, tuple[float, list[tuple[Line, ...]]]] = {}
        for start, (score, cells) in best.items():
            for stop in range(start, len(lines) + 1):
                cell = tuple(lines[start:stop])
                total = score + _fit(kind, cell) - (0.0 if cell or scarce else 1.5)
                if stop not in reached or total > reached[stop][0]:
                    reached[stop] = (total, [*cells, cell])
        best = reached
    _, cells = best[len(lines)]
    return cells, all(_fit(kind, cell) >= 0 and cell for kind, cell in zip(columns, cells, strict=True))


def _fit(kind: LabelKind, cell: tuple[Line, ...]) -> float:
    """How well lines make a cell of a column; below zero where they look like another column's."""
    if not cell:
        return {LabelKind.TASK: -2.0, LabelKind.LEAD: -1.25}.get(kind, -1.0)
    text = " ".join(line.text for line in cell)
    breaks = sum(
        not (line.text[0].islower() or _UNFINISHED.search(above.text)) for above, line in pairwise(cell)
    )
    if is_unit_column(kind):
        return (2.0 if starts_unit(text) else -2.0) - breaks * 1.5
    if kind is LabelKind.DEADLINE:
        dated = read_deadline(text, year=2000).deadline.kind is not DeadlineKind.NONE
        return (2.0 if dated else -2.0) - breaks * 1.5
    mistaken = starts_unit(text) or read_deadline(text, year=2000).deadline.kind is not DeadlineKind.NONE
    return 0.5 - breaks * 0.75 - (0.5 if mistaken and len(text) < 80 else 0.0)
