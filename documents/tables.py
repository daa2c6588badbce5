"""The tables of a document told apart: tables of tasks stay rows, layouts become lines, torn tables are joined."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from documents.cell_lines import gather_cells
from documents.columns import find_head, is_data_table
from documents.source import Block, Line, Row

_LONGEST_MARK = 24
_PAGE_MARK = re.compile(r"\W*(?:trang\s*)?\d{0,3}(?:\s*/\s*\d{1,3})?\W*", re.IGNORECASE)


def settle_tables(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks with only tables as rows; the cells of layout tables become ordinary lines."""
    settled: list[Block] = []
    pending: list[Row] = []
    last: list[Row] = []
    for block in [*gather_cells(list(blocks)), None]:
        if isinstance(block, Row) and (not pending or pending[0].table == block.table):
            pending.append(block)
            continue
        if pending:
            found = _settle(pending, last)
            settled.extend(found)
            rows = [one for one in found if isinstance(one, Row)]
            last = rows or last
        pending = [block] if isinstance(block, Row) else []
        if isinstance(block, Line):
            last = last if _PAGE_MARK.fullmatch(block.text.strip()[:_LONGEST_MARK]) else []
            settled.append(block)
    return settled


def _settle(rows: list[Row], before: list[Row]) -> Sequence[Block]:
    if (
        before
        and len(rows[0].cells) == len(before[0].cells)
        and find_head(before)
        and not _differs(rows, before)
    ):
        return [replace(row, table=before[0].table) for row in rows]
    if find_head(rows) or is_data_table(rows):
        return rows
    seen: set[int] = set()
    lines: list[Line] = []
    for row in rows:
        for cell in row.cells:
            if id(cell) not in seen:
                seen.add(id(cell))
                lines.extend(cell)
    return lines


def _differs(rows: list[Row], before: list[Row]) -> bool:
    """Tell whether rows have a head of their own, other than that of the table before them."""
    head, above = find_head(rows), find_head(before)
    return head is not None and not head.guessed and above is not None and head.columns != above.columns
