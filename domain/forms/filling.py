"""Filling a form: known fields with their sources, dotted lines for the rest, and the holes by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.calendar import local
from domain.case_sheet import Sheet
from domain.forms import DRAFT_MARK, edition_on, table
from domain.forms.spec import (
    Cells,
    FilledField,
    FilledForm,
    FilledSection,
    FilledTable,
    FormSpec,
    Section,
    Value,
)

DOTS = "………………"
_LOOSE = "Họ tên theo lời báo, chưa rõ ai ở dòng nào: {names}"


@dataclass(frozen=True, slots=True)
class Paper:
    """Which paper is wanted: the form, its day, its addressees, and whose name stands above it.

    `confirmed`: the office checked the layout. `certain` is False where the law pack wants the duty verified.
    """

    spec: FormSpec
    day: date
    to: tuple[str, ...]
    parent: str
    issuer: str
    confirmed: bool
    certain: bool = True


def mark_of(spec: FormSpec, day: date, *, confirmed: bool) -> str:
    """Return the draft mark, or nothing where the layout was seen or the office confirmed its template."""
    edition, holds = edition_on(spec, day)
    return "" if confirmed or (edition.layout_seen and holds) else DRAFT_MARK


def fill(
    paper: Paper,
    values: Mapping[str, Value],
    tables: Mapping[str, FilledTable],
    annex: Sequence[FilledSection] = (),
) -> FilledForm:
    """Return the form filled; what is required and unknown is named in `missing`, tables included."""
    edition, holds = edition_on(paper.spec, paper.day)
    sections = tuple(_section(section, values, tables) for section in paper.spec.sections)
    missing: dict[str, tuple[str, ...]] = {}
    for part, section in zip(paper.spec.sections, sections, strict=True):
        if holes := _missing(section):
            missing[part.short] = (*missing.get(part.short, ()), *holes)
    return FilledForm(
        spec=paper.spec,
        edition=edition,
        to=paper.to,
        parent=paper.parent,
        issuer=paper.issuer,
        sections=sections,
        values=values,
        missing=missing,
        mark=mark_of(paper.spec, paper.day, confirmed=paper.confirmed),
        annex=tuple(annex),
        certain=paper.certain and holds,
    )


def _section(
    section: Section, values: Mapping[str, Value], tables: Mapping[str, FilledTable]
) -> FilledSection:
    fields = tuple(FilledField(field, values.get(field.id)) for field in section.fields)
    table = tables.get(section.table or "")
    if section.table is not None and table is None:
        table = FilledTable(section.table, section.columns, ())
    return FilledSection(section.heading, fields, table)


def _missing(section: FilledSection) -> list[str]:
    lines = [one.spec.label for one in section.fields if one.spec.required and one.value is None]
    return lines + (_holes(section.table) if section.table is not None else [])


def _holes(table: FilledTable) -> list[str]:
    """Return the columns of the victims' table that are empty in some row."""
    if table.id != "victims":
        return []
    if not table.rows:
        return [column.label for column in table.columns if column.id in ("name", "condition")]
    wanted = [column for column in table.columns if column.id not in ("no", "note")]
    return [column.label for column in wanted if any(column.id not in row for row in table.rows)]


def of_case(paper: Paper, sheet: Sheet) -> FilledForm:
    """Fill a form of one case."""
    columns = next((s.columns for s in paper.spec.sections if s.table == "victims"), ())
    note = _LOOSE.format(names=sheet.loose.text) if sheet.loose else ""
    victims = FilledTable("victims", columns, sheet.victims, note)
    return fill(paper, sheet.values, {"victims": victims}, _origins(paper.spec, sheet))


def _origins(spec: FormSpec, sheet: Sheet) -> tuple[FilledSection, ...]:
    """Return the sheet that says where each field came from, and what is missing."""
    heading, columns = table("table_origins")
    rows: list[Cells] = []
    for field in spec.fields:
        value = sheet.values.get(field.id)
        if value is not None:
            rows.append(_origin(field.label, value))
    for row in sheet.victims:
        rows += [_origin(f"Nạn nhân {row['no'].text}: {name}", cell) for name, cell in _told(spec, row)]
    if sheet.loose:
        rows.append(_origin("Họ tên nạn nhân", sheet.loose))
    return (FilledSection(heading, table=FilledTable("origins", columns, tuple(rows))),)


def _told(spec: FormSpec, row: Cells) -> list[tuple[str, Value]]:
    columns = next((s.columns for s in spec.sections if s.table == "victims"), ())
    return [(c.label, row[c.id]) for c in columns if c.id != "no" and c.id in row]


def _origin(label: str, value: Value) -> Cells:
    first = value.sources[:1]
    cells = {"field": Value(label), "value": value}
    if first:
        source = first[0]
        cells["who"] = Value(source.who)
        cells["at"] = Value(f"{local(source.at):%d/%m/%Y %H:%M}")
        cells["message"] = Value(
            ", ".join(f"tin {s.message}" if s.message else f"mục {s.fact}" for s in value.sources)
        )
    else:
        cells["who"] = Value("Báo An ghi từ chính hồ sơ vụ")
    return cells
