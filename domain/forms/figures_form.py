"""A counted report as a form: the tables of Phụ lục XII, XIV and XV, and the annex that proves they add up."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from decimal import Decimal

from domain.figures import MIXED, UNCLASSIFIED, Counts, Damage, Row
from domain.figures_report import FiguresReport, KindRow, Labour, Note
from domain.forms import note_words, row_name, table, words
from domain.forms.filling import Paper, fill
from domain.forms.spec import Cells, FilledForm, FilledSection, FilledTable, Value

CODES_A_ROW = 40
"""So many case codes stand in one cell; spreadsheets cut long cells off."""


def of_figures(paper: Paper, found: FiguresReport, scope: str | None) -> FilledForm:
    """Return the report filled, a zero report included; its annex names every difference and every case."""
    values = {"period": Value(period_words(found))}
    if scope:
        values["scope"] = Value(scope)
    if paper.spec.head == "establishment" and paper.issuer:
        values["establishment"] = Value(paper.issuer)
    tables = {"table_1": _table_1(found), "table_2": _table_2(found)}
    if found.kinds:
        tables["table_kinds"] = _table_kinds(found)
    return fill(paper, values, tables, _annex(found))


def period_words(found: FiguresReport) -> str:
    """Return the period as the head of a report names it."""
    first, last = found.period.first, found.period.last
    days = f"từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}"
    if first.year != last.year or first.day != 1:
        return days
    known = {(1, 1, 30, 6): "6 tháng đầu năm", (1, 1, 31, 12): "cả năm", (7, 1, 31, 12): "6 tháng cuối năm"}
    name = known.get((first.month, first.day, last.day, last.month))
    return f"{name} {first.year} ({days})" if name else days


def grouped(number: int) -> str:
    """Return a number with its thousands set apart, as papers write it."""
    return f"{number:,}".replace(",", ".")


def _counted(counts: Counts) -> dict[str, Value]:
    return {name: Value(grouped(number)) for name, number in asdict(counts).items()}


def _line(code: str, name: str, row: Row) -> Cells:
    code = "" if code in (MIXED, row.name) else code  # an occupation told in words has no code yet
    return {"name": Value(name), "code": Value(code), **_counted(row.counts)}


def _table_1(found: FiguresReport) -> FilledTable:
    _, columns = table("table_1")
    whole = found.table
    rows: list[Cells] = [_line("1", words("row_1"), whole.accidents)]
    strong = {0}
    for split in whole.breakdowns:
        strong.add(len(rows))
        rows.append({"name": Value(words(f"row_{split.code.replace('.', '_')}")), "code": Value(split.code)})
        rows += [_line(row.code, row_name(row.code, row.name), row) for row in split.rows if _shown(row)]
    strong |= {len(rows), len(rows) + 1}
    rows.append(_line("2", words("row_2"), whole.allowance))
    rows.append(_line("3", words("row_3"), whole.all_))
    note = "" if whole.all_.cases else words("zero")
    return FilledTable("table_1", columns, tuple(rows), note, frozenset(strong))


def _shown(row: Row) -> bool:
    return row.code != UNCLASSIFIED or bool(row.cases)


def _table_2(found: FiguresReport) -> FilledTable:
    _, columns = table("table_2")
    damage, unknown = found.table.damage, found.table.unknown
    names = [one.name for one in fields(Damage) if one.name not in unknown]
    cells = {name: Value(grouped(getattr(damage, name))) for name in names}
    if not unknown >= {"cost_medical", "cost_pay", "cost_compensation"}:
        cells["cost"] = Value(grouped(damage.cost))
    return FilledTable("table_2", columns, (cells,))


def _table_kinds(found: FiguresReport) -> FilledTable:
    _, columns = table("table_kinds")
    shown = [kind for kind in found.kinds if _shown(kind.row)]
    rows = [_kind(row_name(kind.row.code, kind.row.name), kind) for kind in shown]
    strong: frozenset[int] = frozenset()
    if found.all_kinds is not None:
        strong = frozenset({len(rows)})
        rows.append(_kind(words("sum"), found.all_kinds))
    return FilledTable("table_kinds", columns, tuple(rows), "; ".join(_why_no_k(found)), strong)


def _kind(name: str, kind: KindRow) -> Cells:
    known = {
        f"labour_{one.name}" if one.name == "women" else one.name: Value(grouped(value))
        for one in fields(Labour)
        if (value := getattr(kind.labour, one.name)) is not None
    }
    rates = {
        n: Value(_rate(rate)) for n, rate in (("k", kind.k), ("k_dead", kind.k_dead)) if rate is not None
    }
    return {**_counted(kind.row.counts), "name": Value(name), **known, **rates}


def _rate(rate: Decimal) -> str:
    return f"{rate:.2f}".replace(".", ",")


def _why_no_k(found: FiguresReport) -> Iterable[str]:
    """Say why K is blank, once for each reason."""
    kinds = [*found.kinds, *([found.all_kinds] if found.all_kinds else [])]
    named = [kind for kind in kinds if kind.k is None and _shown(kind.row)]
    if any(kind.labour.reporting_labour is None for kind in named):
        yield words("labour_unknown")
    if any(kind.labour.reporting_labour == 0 for kind in named):
        yield words("labour_zero")


# The annex


def _annex(found: FiguresReport) -> tuple[FilledSection, ...]:
    parts = (_check(found), _differences(found), _cases(found))
    return tuple(FilledSection(table(part.id)[0], table=part) for part in parts)


def _check(found: FiguresReport) -> FilledTable:
    _, columns = table("table_check")
    rows: list[Cells] = [
        {
            "name": Value(line.name),
            "whole": Value(_short(line.whole)),
            "parts": Value(_short(line.parts)),
            "holds": Value(words("holds" if line.holds else "broken")),
        }
        for line in found.lines
    ]
    return FilledTable("table_check", columns, tuple(rows))


def _short(counts: Counts) -> str:
    return " / ".join(map(grouped, (counts.cases, counts.persons, counts.dead, counts.serious)))


def _differences(found: FiguresReport) -> FilledTable:
    _, columns = table("table_notes")
    counted = found.table.all_.cases
    rows: list[Cells] = [
        {"reason": Value(words("considered")), "count": Value(grouped(found.considered))},
        {"reason": Value(words("counted")), "count": Value(grouped(len(counted)))},
        *(row for note in (*found.left_out, *found.notes) for row in _note(note)),
    ]
    note = "" if found.left_out or found.notes else words("no_difference")
    return FilledTable("table_notes", columns, tuple(rows), note)


def _note(note: Note) -> Iterable[Cells]:
    return coded({"reason": Value(note_words(note.reason))}, note.cases)


def coded(head: Cells, codes: Sequence[str]) -> Iterable[Cells]:
    """Yield a row with the number of codes and the codes, continued below where they are many."""
    first = {**head, "count": Value(grouped(len(codes)))}
    for start in range(0, len(codes), CODES_A_ROW):
        part = Value(", ".join(codes[start : start + CODES_A_ROW]))
        yield {**first, "cases": part} if start == 0 else {"cases": part}


def _cases(found: FiguresReport) -> FilledTable:
    _, columns = table("table_cases")
    named = [
        (f"{split.code}.{row.code or '?'}", row) for split in found.table.breakdowns for row in split.rows
    ]
    rows = [line for code, row in named for line in _case_lines(code, row_name(row.code, row.name), row)]
    rows += _case_lines("2", words("row_2"), found.table.allowance)
    for kind in found.kinds:
        rows += _case_lines("III", row_name(kind.row.code, kind.row.name), kind.row)
    return FilledTable("table_cases", columns, tuple(rows))


def _case_lines(line: str, name: str, row: Row) -> list[Cells]:
    return list(coded({"line": Value(line), "name": Value(name)}, row.cases))
