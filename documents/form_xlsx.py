"""A filled form whose content is tables, as .xlsx: a sheet a table, the annex behind. Nothing in it is a formula."""

import io
from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from documents.decree30 import FONT, MOTTO, REPUBLIC, clean
from domain.forms.spec import FilledForm, FilledSection, FilledTable

_THIN = Side(style="thin")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_MOST = 32_000  # a cell takes 32,767 characters
_WORDS = frozenset({"code", "line", "name", "reason", "whole", "parts", "holds"})
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def write_workbook(form: FilledForm) -> bytes:
    """Return the form as a workbook: numbers are numbers, everything else is text as it stands."""
    book = Workbook()
    first = book.active
    if first is not None:
        book.remove(first)
    lines = [section for section in form.sections if section.table is None]
    for position, section in enumerate(s for s in form.sections if s.table is not None):
        sheet = book.create_sheet(_name(book, section.heading or form.spec.title))
        _landscape(sheet, form)
        start = _head(sheet, form, lines) if position == 0 else 1
        _table(sheet, section, start)
    for section in form.annex:
        if section.table is not None:
            sheet = book.create_sheet(_name(book, section.heading))
            _landscape(sheet, form)
            _table(sheet, section, 1)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _name(book: Workbook, heading: str) -> str:
    name = heading.translate(_FORBIDDEN)[:31].strip()
    return name if name not in book.sheetnames else f"{name[:28]} {len(book.sheetnames)}"


def _landscape(sheet: Worksheet, form: FilledForm) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "&P"
    if form.mark:
        sheet.oddHeader.right.text = form.mark


def _head(sheet: Worksheet, form: FilledForm, sections: Iterable[FilledSection]) -> int:
    """Write who issues, the State's name, title and head lines; return the row the table starts at."""
    bold = Font(name=FONT, size=13, bold=True)
    plain, italic = Font(name=FONT, size=13), Font(name=FONT, size=12, italic=True)
    rows = [
        (form.parent.upper(), plain),
        (form.issuer.upper(), bold),
        (REPUBLIC, bold),
        (MOTTO, bold),
        (form.spec.title, Font(name=FONT, size=14, bold=True)),
        (form.spec.subtitle, bold),
        (f"({form.edition.name})", italic),
        (form.mark, italic),
    ]
    for section in sections:
        rows += [
            (f"{one.spec.label}: {one.value.text if one.value else '………'}", plain) for one in section.fields
        ]
    number = 0
    for text, font in rows:
        if text:
            number += 1
            cell = sheet.cell(number, 1)
            _put(cell, text)
            cell.font = font
    return number + 2


def _table(sheet: Worksheet, section: FilledSection, start: int) -> None:
    table = section.table
    if table is None:
        raise ValueError("a section without a table has no sheet")
    row = _heads(sheet, table, start)
    sheet.print_title_rows = f"{start}:{row - 1}"
    sheet.freeze_panes = sheet.cell(row, 1).coordinate
    for position, cells in enumerate(table.rows):
        font = Font(name=FONT, size=11, bold=position in table.strong)
        for column, spec in enumerate(table.columns, start=1):
            cell = sheet.cell(row, column)
            value = cells.get(spec.id)
            if value is not None:
                _put(cell, value.text, number=_is_figure(table, spec.id))
            cell.font, cell.border = font, _GRID
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        row += 1
    if table.note:
        cell = sheet.cell(row, 1)
        _put(cell, table.note)
        cell.font = Font(name=FONT, size=11, italic=True)
    for number, spec in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = max(
            10.0, spec.width * (8 if table.id == "cases" else 5)
        )


def _is_figure(table: FilledTable, column: str) -> bool:
    return column == "days_off" or (table.id.startswith("table_") and column not in _WORDS)


def _heads(sheet: Worksheet, table: FilledTable, start: int) -> int:
    """Write the head, the group above the column; return the row below it."""
    numbered = any(column.number for column in table.columns)
    for number, spec in enumerate(table.columns, start=1):
        label = f"{spec.group}: {spec.label}" if spec.group else spec.label
        for row, text in ((start, label), *(((start + 1), spec.number) for _ in range(int(numbered)))):
            cell = sheet.cell(row, number)
            _put(cell, text)
            cell.font, cell.border = Font(name=FONT, size=11, bold=row == start), _GRID
            cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
    return start + 1 + numbered


def _put(cell: Cell, text: str, *, number: bool = False) -> None:
    """Put a value as what it is: a count as a number, anything else as text, never as a formula."""
    plain = text.replace(".", "")
    if number and plain.isascii() and plain.isdigit() and len(plain) < 15:
        cell.value = int(plain)
        return
    cell.value = clean(text)[:_MOST]
    cell.data_type = "s"
