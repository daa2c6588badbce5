"""The duty roster an office brings: CSV or XLSX `unit,span,officer,stand_in`, read into cells.

`span` is "giờ hành chính", "ban đêm", "cuối tuần" or dates ("17h 25/11/2026 - 7h30 26/11/2026").
"""

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from domain.errors import BadInputError
from domain.vietnamese.fold import nfc

COLUMNS = ("unit", "span", "officer", "stand_in")
MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One line as it is written; `line` counts from 1 with the heading."""

    line: int
    unit: str
    span: str
    officer: str
    stand_in: str


def read_roster(path: Path) -> tuple[RosterRow, ...]:
    """Return the lines of a file, empty ones left out.

    Raises BadInputError `roster-file-unreadable`, `roster-file-columns`, `roster-file-gap` or `roster-file-empty`.
    """
    table = _sheet(path) if path.suffix.lower() == ".xlsx" else _text(path)
    head = [cell.strip().lower() for cell in table[0]] if table else []
    if any(column not in head for column in COLUMNS[:3]):
        raise BadInputError("roster-file-columns", columns=",".join(COLUMNS))
    at = {column: head.index(column) for column in COLUMNS if column in head}
    rows: list[RosterRow] = []
    for line, cells in enumerate(table[1 : MOST_ROWS + 1], start=2):
        found = {c: cells[n].strip() if n < len(cells) else "" for c, n in at.items()}
        if not any(found.values()):
            continue
        if not all(found[column] for column in COLUMNS[:3]):
            raise BadInputError("roster-file-gap", line=line)
        rows.append(
            RosterRow(line, found["unit"], found["span"], found["officer"], found.get("stand_in", ""))
        )
    if not rows:
        raise BadInputError("roster-file-empty")
    return tuple(rows)


def _text(path: Path) -> list[list[str]]:
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError("roster-file-unreadable", name=path.name) from error
    return list(csv.reader(io.StringIO(nfc(text))))


def _sheet(path: Path) -> list[list[str]]:
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise BadInputError("roster-file-unreadable", name=path.name) from error
    try:
        return [[_cell(value) for value in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    finally:
        book.close()


def _cell(value: Any) -> str:
    """Return a cell as it would be typed; a day or an instant as ISO."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == datetime.min.time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else nfc(str(value))
