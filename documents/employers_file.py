"""The list of employers an office brings, .xlsx or .csv, read line by line: a row, or what is wrong with the line.

Nothing is held but the line at hand and the tax codes seen. Columns are known by their headings, in any order, with
or without accents; a line that cannot be used is named with its number and what to mend, and the others go on.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from domain.errors import BadInputError
from domain.vietnamese.fold import fold, nfc

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "tax_code": ("ma so thue", "mst", "ma so doanh nghiep", "tax code"),
    "name": (
        "ten doanh nghiep",
        "ten don vi",
        "ten co so",
        "ten cong ty",
        "doanh nghiep",
        "don vi",
        "ten",
        "name",
    ),
    "address": ("dia chi", "address"),
    "commune": ("xa phuong", "phuong xa", "xa", "phuong", "xa phuong dac khu", "dia ban", "commune"),
    "sector": ("linh vuc", "nganh nghe", "nganh", "nganh nghe san xuat", "sector"),
    "workers": ("so lao dong", "tong so lao dong", "so nguoi lao dong", "lao dong", "workers"),
    "contact": ("nguoi lien he", "can bo phu trach", "nguoi phu trach", "dau moi", "contact"),
    "phone": ("dien thoai", "so dien thoai", "sdt", "phone"),
    "email": ("email", "thu dien tu", "e mail"),
    "trained_on": ("ngay huan luyen", "ngay huan luyen gan nhat", "huan luyen gan nhat"),
    "inspected_on": ("ngay kiem dinh", "ngay kiem dinh gan nhat", "kiem dinh gan nhat"),
    "inspection_due": ("han kiem dinh", "ngay kiem dinh tiep theo", "ngay kiem dinh ke tiep"),
    "monitored_on": ("ngay quan trac", "ngay quan trac gan nhat", "quan trac gan nhat"),
    "health_checked_on": (
        "ngay kham suc khoe",
        "ngay kham suc khoe gan nhat",
        "kham suc khoe gan nhat",
    ),
}
NEEDED = ("tax_code", "name")
DONE_DATES = ("trained_on", "inspected_on", "monitored_on", "health_checked_on")
MOST_TEXT = 300
_BY_HEADING = {heading: column for column, headings in HEADINGS.items() for heading in headings}
_TAX_CODE = re.compile(
    r"\d{10}(?:\d{2,3})?"
)  # ten figures, thirteen of a branch, twelve of a household's owner
_PHONE = re.compile(r"(?:\+?84|0)\d{8,10}")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class EmployerRow:
    """One employer; `dates` holds the days its duties at intervals were last done, and `inspection_due`."""

    line: int
    tax_code: str
    name: str
    commune: str | None = None
    address: str | None = None
    sector: str | None = None
    workers: int | None = None
    contact: str | None = None
    phone: str | None = None
    email: str | None = None
    dates: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that cannot be used: the key of the words for it, and what they name."""

    line: int
    key: str
    params: Mapping[str, Any] = field(default_factory=dict)


def read_employers(path: Path, today: date) -> Iterator[EmployerRow | BadLine]:
    """Yield each line of a file as a row or as what is wrong with it; days of what was done are not after `today`.

    Raises BadInputError `employers-file-unreadable`, `employers-file-kind` or `employers-file-columns`.
    """
    lines = _lines(path)
    seen: dict[str, int] = {}
    with closing(lines):
        columns = _columns(lines)
        for number, cells in lines:
            values = {
                name: cells[place]
                for place, name in columns.items()
                if place < len(cells) and _is_told(cells[place])
            }
            if not values:
                continue
            found = _row(number, values, today)
            if isinstance(found, EmployerRow):
                first = seen.setdefault(found.tax_code, number)
                if first != number:
                    params = {"code": found.tax_code, "first": first}
                    found = BadLine(number, "employers-line-twice", params)
            yield found


def _is_told(cell: Any) -> bool:
    return cell is not None and str(cell).strip() != ""


Lines = Iterator[tuple[int, Sequence[Any]]]


def _lines(path: Path) -> Any:
    if path.suffix.lower() == ".xlsx":
        return _of_workbook(path)
    if path.suffix.lower() in (".csv", ".txt"):
        return _of_text(path)
    raise BadInputError("employers-file-kind", name=path.name)


def _of_workbook(path: Path) -> Lines:
    from zipfile import BadZipFile  # noqa: PLC0415

    from openpyxl import load_workbook  # noqa: PLC0415 - heavy, and only for such files

    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, BadZipFile, KeyError, ValueError) as error:
        raise BadInputError("employers-file-unreadable", name=path.name) from error
    with closing(book):
        sheet = book.worksheets[0]
        yield from enumerate(sheet.iter_rows(values_only=True), start=1)


def _of_text(path: Path) -> Lines:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            head = file.readline()
            file.seek(0)
            delimiter = max(",;\t", key=head.count)
            reader = csv.reader(file, delimiter=delimiter)
            for cells in reader:
                yield reader.line_num, cells
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadInputError("employers-file-unreadable", name=path.name) from error


def _columns(lines: Lines) -> dict[int, str]:
    """Find the line of headings among the first ten: above it may stand a title."""
    for _ in range(10):
        _, cells = next(lines, (0, None))
        if cells is None:
            break
        found: dict[int, str] = {}
        for place, cell in enumerate(cells):
            column = _BY_HEADING.get(_heading(cell))
            if column is not None and column not in found.values():
                found[place] = column
        if all(name in found.values() for name in NEEDED):
            return found
    raise BadInputError("employers-file-columns")


def _heading(cell: Any) -> str:
    words = re.sub(r"\(.*?\)", " ", fold(str(cell or "")))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", words).split())


def _row(number: int, values: Mapping[str, Any], today: date) -> EmployerRow | BadLine:
    tax_code = _tax_code(values.get("tax_code"))
    if tax_code is None:
        return BadLine(number, "employers-line-tax-code", {"said": _said(values.get("tax_code"))})
    name = _text(values.get("name"))
    if name is None:
        return BadLine(number, "employers-line-name")
    workers = _workers(values.get("workers"))
    if workers is not None and workers < 0:
        return BadLine(number, "employers-line-workers", {"said": _said(values["workers"])})
    phone = _phone(values.get("phone"))
    if phone == "":
        return BadLine(number, "employers-line-phone", {"said": _said(values["phone"])})
    email = _text(values.get("email"))
    if email is not None and _EMAIL.fullmatch(email) is None:
        return BadLine(number, "employers-line-email", {"said": _said(values["email"])})
    dates: dict[str, date] = {}
    for column in (*DONE_DATES, "inspection_due"):
        if column not in values:
            continue
        day = _day(values[column])
        if day is None or not date(1990, 1, 1) <= day <= date(2100, 1, 1):
            return BadLine(number, "employers-line-day", {"said": _said(values[column])})
        if column in DONE_DATES and day > today:
            return BadLine(number, "employers-line-future", {"said": _said(values[column])})
        dates[column] = day
    told = {column: _text(values.get(column)) for column in ("commune", "address", "sector", "contact")}
    return EmployerRow(number, tax_code, name, workers=workers, phone=phone, email=email, dates=dates, **told)


def _said(cell: Any) -> str:
    return _text(cell) or "-"


def _text(cell: Any) -> str | None:
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    words = " ".join(nfc(str(cell if cell is not None else "")).split())[:MOST_TEXT]
    return words or None


def _tax_code(cell: Any) -> str | None:
    """Return the figures of a tax code; a number of nine figures lost its leading nought in the spreadsheet."""
    text = re.sub(r"[\s.\-]", "", _text(cell) or "")
    if isinstance(cell, int | float) and len(text) == 9:
        text = text.zfill(10)
    return text if _TAX_CODE.fullmatch(text) else None


def _workers(cell: Any) -> int | None:
    """Return how many; -1 for what is no number."""
    text = re.sub(r"[\s.,]", "", _text(cell) or "")
    if not text:
        return None
    return int(text) if text.isdecimal() and len(text) < 8 else -1


def _phone(cell: Any) -> str | None:
    """Return the figures of a telephone number; "" for what is none."""
    text = re.sub(r"[\s.()\-]", "", _text(cell) or "")
    if not text:
        return None
    if isinstance(cell, int | float) and not text.startswith(("0", "84")):
        text = f"0{text}"
    return text if _PHONE.fullmatch(text) else ""


def _day(cell: Any) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = _text(cell) or ""
    found = _DAY.fullmatch(text)
    try:
        if found is not None:
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
