"""Tables of papers: heads in one or two levels, repeated on every page, and rows that do not break."""

from itertools import groupby

from docx.document import Document as Doc
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.shared import Cm, Emu, Pt
from docx.table import _Cell, _Row

from documents import decree30
from domain.forms.filling import DOTS
from domain.forms.spec import Column, FilledTable

SIZE, WIDE_SIZE, WIDEST_SIZE = 11, 9.5, 8.5
_NUMBERS = {"no", "code", "birth_year", "sex"}


def write_table(document: Doc, filled: FilledTable) -> None:
    """Append a table; without rows it keeps its head and one dotted row, so that it can be filled by hand."""
    columns = filled.columns
    grouped, numbered = any(c.group for c in columns), any(c.number for c in columns)
    heads = 1 + grouped + numbered
    count = max(len(filled.rows), 1)
    table = document.add_table(rows=heads + count, cols=len(columns), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    widths = _widths(columns, decree30.text_width(document))
    size = WIDEST_SIZE if len(columns) > 13 else WIDE_SIZE if len(columns) > 8 else SIZE
    grid = decree30.set_widths(table, widths)
    _head(grid, columns, grouped=grouped, numbered=numbered, size=size)
    for position, cells in enumerate(grid[heads:]):
        values = filled.rows[position] if filled.rows else {}
        strong = position in filled.strong
        for cell, column in zip(cells, columns, strict=True):
            value = values.get(column.id)
            text = value.text if value is not None else _blank(filled, column)
            _cell(cell, text, size=size, bold=strong, middle=_is_number(filled, column, text))
    for row in table.rows[:heads]:
        _repeat(row)
    decree30.keep_together(table)
    line = document.add_paragraph()
    line.paragraph_format.space_before = Pt(3)
    if filled.note:
        decree30.write(line, filled.note, size=12, italic=True)


def _blank(filled: FilledTable, column: Column) -> str:
    """Return what stands in an empty cell: dots where a person is to write, nothing in figures."""
    if filled.id not in ("victims", "cases") or column.id == "no":
        return ""
    return DOTS[:1] if 0 < column.width < 1.8 else DOTS[:3]


def _is_number(filled: FilledTable, column: Column, text: str) -> bool:
    figures = filled.id.startswith("table_") and text.replace(".", "").replace(",", "").isdigit()
    return column.id in _NUMBERS or figures


def _widths(columns: tuple[Column, ...], whole: int) -> list[Emu]:
    """Share the width: what a column asks for, the rest evenly, all scaled to fit."""
    asked = [Cm(c.width) for c in columns]
    free = sum(1 for width in asked if not width)
    rest = max(whole - sum(asked), Cm(1.1) * free)
    widths = [width or rest // free for width in asked]
    total = sum(widths)
    return [Emu(int(width * whole / total)) for width in widths]


def _head(
    grid: list[list[_Cell]], columns: tuple[Column, ...], *, grouped: bool, numbered: bool, size: float
) -> None:
    if grouped:
        start = 0
        for name, members in groupby(columns, key=lambda c: c.group or c.id):
            span = len(list(members))
            last = start + span - 1
            if columns[start].group:
                _cell(grid[0][start].merge(grid[0][last]), name, size=size, bold=True, middle=True)
            else:
                label = columns[start].label
                _cell(grid[0][start].merge(grid[1][start]), label, size=size, bold=True, middle=True)
            start = last + 1
    for cell, column in zip(grid[int(grouped)], columns, strict=True):
        if column.group or not grouped:
            _cell(cell, column.label, size=size, bold=True, middle=True)
    if numbered:
        for cell, column in zip(grid[1 + int(grouped)], columns, strict=True):
            _cell(cell, column.number, size=size, middle=True)


def _cell(cell: _Cell, text: str, *, size: float, bold: bool = False, middle: bool = False) -> None:
    line = cell.paragraphs[0]
    line.alignment = ALIGN.CENTER if middle else ALIGN.LEFT
    form = line.paragraph_format
    form.space_after, form.space_before, form.line_spacing = Pt(1), Pt(1), 1.0
    if text:
        decree30.write(line, text, size=size, bold=bold)
    else:
        decree30.small_mark(line, size)


def _repeat(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no such setting
