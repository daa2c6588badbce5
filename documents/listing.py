"""A plain list as .xlsx or .docx: a title, a line of notes, headings, rows. Nothing in it is a formula."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.errors import BadInputError

Cell = str | int | date | None
MOST_IN_DOCX = 1_000
"""Rows a word processor is given; a longer list is one for a spreadsheet."""
_WIDEST, _NARROWEST = 60, 8


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: each row has as many cells as there are headings."""

    title: str
    note: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


def write_xlsx(listing: Listing) -> bytes:
    """Return the list as a workbook with numbered rows and a filter; text stays text, whatever it begins with."""
    from openpyxl import Workbook  # noqa: PLC0415 - heavy, and only when a list is written
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for place, width in enumerate(_widths(listing), start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A4"

    def bold(value: str) -> WriteOnlyCell:
        cell = WriteOnlyCell(sheet, value=value)
        cell.font = Font(bold=True)
        return cell

    def shown(value: Cell) -> WriteOnlyCell:
        cell = WriteOnlyCell(sheet, value=value)
        if isinstance(value, str):
            cell.data_type = "s"
        elif isinstance(value, date):
            cell.number_format = "dd/mm/yyyy"
        return cell

    sheet.append([bold(listing.title)])
    sheet.append([shown(listing.note)])
    sheet.append([bold("STT"), *(bold(heading) for heading in listing.headings)])
    for number, row in enumerate(listing.rows, start=1):
        sheet.append([number, *(shown(cell) for cell in row)])
    sheet.auto_filter.ref = f"A3:{get_column_letter(len(listing.headings) + 1)}{len(listing.rows) + 3}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write_docx(listing: Listing) -> bytes:
    """Return the list as a document, landscape, its head on every page; raises BadInputError `list-too-long`."""
    if len(listing.rows) > MOST_IN_DOCX:
        raise BadInputError("list-too-long", count=len(listing.rows), most=MOST_IN_DOCX)
    from docx.oxml import OxmlElement  # noqa: PLC0415 - heavy, and only when a list is written
    from docx.shared import Emu  # noqa: PLC0415

    from documents import decree30  # noqa: PLC0415

    document = decree30.new(landscape=True)
    decree30.title(document, listing.title.upper(), listing.note, "")
    table = document.add_table(rows=len(listing.rows) + 1, cols=len(listing.headings) + 1, style="Table Grid")
    table.autofit = False
    widths, room = _widths(listing), decree30.text_width(document)
    grid = decree30.set_widths(table, [Emu(int(room * one / sum(widths))) for one in widths])
    heads: tuple[Cell, ...] = ("STT", *listing.headings)
    for cells, values in zip(
        grid, [heads, *((n, *row) for n, row in enumerate(listing.rows, 1))], strict=True
    ):
        for cell, value in zip(cells, values, strict=True):
            decree30.write(cell.paragraphs[0], _text(value), size=10, bold=values is heads)
    head = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way to repeat a row
    head.append(OxmlElement("w:tblHeader"))
    return decree30.saved(document)


def _widths(listing: Listing) -> list[int]:
    """Return the width of each column in characters, the number's first."""
    sample = [listing.headings, *listing.rows[:200]]
    longest = (max(len(_text(row[place])) for row in sample) for place in range(len(listing.headings)))
    return [6, *(min(max(one + 2, _NARROWEST), _WIDEST) for one in longest)]


def _text(value: Cell) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value)
