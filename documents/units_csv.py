"""The unit list an office brings: CSV `unit,kind,class,parent,focal,deputy,head`, read into values."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from domain.errors import BadInputError
from domain.vietnamese.fold import fold, nfc

COLUMNS = ("unit", "kind", "class", "parent", "focal", "deputy", "head")


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit: `classes` are the class phrases it is a member of; persons are names, None where none is set."""

    name: str
    kind: str
    classes: tuple[str, ...]
    parent: str | None
    focal: str | None
    deputy: str | None
    head: str | None


def read_units(path: Path) -> tuple[UnitRow, ...]:
    """Return the units of a file. Raises BadInputError `units-file-…` naming what to mend."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError("units-file-unreadable", name=path.name) from error
    return parse_units(text)


def parse_units(text: str) -> tuple[UnitRow, ...]:
    """Return the units of a CSV text, in its order. Raises BadInputError naming the line to mend."""
    reader = csv.DictReader(io.StringIO(nfc(text)))
    missing = [c for c in ("unit",) if c not in (reader.fieldnames or ())]
    if missing:
        raise BadInputError("units-file-columns", columns=",".join(COLUMNS))
    rows: list[UnitRow] = []
    seen: set[str] = set()
    for number, cells in enumerate(reader, start=2):
        name = (cells.get("unit") or "").strip()
        if not name:
            raise BadInputError("units-file-no-name", line=number)
        if fold(name) in seen:
            raise BadInputError("units-file-twice", line=number, unit=name)
        seen.add(fold(name))
        rows.append(_row(name, cells))
    if not rows:
        raise BadInputError("units-file-empty")
    return tuple(rows)


def _row(name: str, cells: dict[str, str | None]) -> UnitRow:
    def cell(column: str) -> str | None:
        return (cells.get(column) or "").strip() or None

    classes = tuple(c.strip() for c in (cell("class") or "").split("|") if c.strip())
    return UnitRow(
        name, cell("kind") or "", classes, cell("parent"), cell("focal"), cell("deputy"), cell("head")
    )
