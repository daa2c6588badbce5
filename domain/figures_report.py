"""The statutory reports made of counted cases: which cases go in, what stays out and why, and that it adds up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from domain.accident import Contract, Severity
from domain.figures import (
    MIXED,
    UNCLASSIFIED,
    CaseFigure,
    Codes,
    Counts,
    Damage,
    Row,
    Table,
    count,
    occupation_of,
    row_of,
    tabulate,
    total,
)
from domain.vietnamese.fold import fold


class Report(StrEnum):
    """The periodic reports of Decree 39/2016/NĐ-CP, Article 24."""

    EMPLOYER = "XII"
    DEPARTMENT = "XIV"
    NO_CONTRACT = "XV"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of Vietnamese days, both ends included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Labour:
    """What is known of the establishments of one type; None stands for unknown. Needed for K."""

    establishments: int | None = None
    reporting: int | None = None
    labour: int | None = None
    reporting_labour: int | None = None
    women: int | None = None


@dataclass(frozen=True, slots=True)
class KindRow:
    """A type of establishment in Phụ lục XIV. `k` and `k_dead` are None where S is unknown or zero."""

    row: Row
    labour: Labour
    k: Decimal | None
    k_dead: Decimal | None


@dataclass(frozen=True, slots=True)
class Note:
    """A difference explained: the reason (a key of [notes] in domain/forms/figures.toml) and the cases."""

    reason: str
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the reconciliation: a total, the sum of its rows, and whether they agree."""

    name: str
    whole: Counts
    parts: Counts

    @property
    def holds(self) -> bool:
        """Whether the total is the sum of its rows."""
        return self.whole == self.parts


@dataclass(frozen=True, slots=True)
class FiguresReport:
    """A report ready to be written: each of the `considered` cases was counted or is in `left_out`."""

    report: Report
    period: Period
    table: Table
    kinds: tuple[KindRow, ...]
    all_kinds: KindRow | None
    left_out: tuple[Note, ...]
    notes: tuple[Note, ...]
    considered: int

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every total beside the sum of its rows."""
        table = self.table
        lines = [
            Line(f"1 = {split.code}", table.accidents.counts, total((r.counts for r in split.rows), Counts()))
            for split in table.breakdowns
        ]
        both = total((table.accidents.counts, table.allowance.counts), Counts())
        lines.append(Line("3 = 1 + 2", table.all_.counts, both))
        if self.all_kinds is not None:
            parts = total((kind.row.counts for kind in self.kinds), Counts())
            lines += [
                Line("III", self.all_kinds.row.counts, parts),
                Line("III = 3", self.all_kinds.row.counts, table.all_.counts),
            ]
        return tuple(lines)


@dataclass(frozen=True, slots=True)
class Lists:
    """The codes a report is split by, and what is known of the establishments."""

    causes: Codes
    factors: Codes
    kinds: Codes
    labour: Mapping[str, Labour]


def report_on(
    report: Report,
    cases: Iterable[CaseFigure],
    period: Period,
    lists: Lists,
    *,
    unit: str | None = None,
    employer: str | None = None,
) -> FiguresReport:
    """Make a report of the cases in a period (and in one unit, of one employer), zero cases included.

    Phụ lục XII and XIV take the cases under a labour contract, XV those without; a case of which that is not
    known goes into neither and is named in `left_out`.
    """
    wanted = [
        case
        for case in cases
        if case.day in period
        and unit in (None, case.unit)
        and (employer is None or fold(case.employer or "") == fold(employer))
    ]
    wanted.sort(key=lambda case: case.code)
    right = Contract.NO if report is Report.NO_CONTRACT else Contract.YES
    counted = [case for case in wanted if case.contract is right and case.counts]
    table = tabulate(counted, lists.causes, lists.factors)
    kinds = _kinds(counted, lists) if report is Report.DEPARTMENT else ()
    return FiguresReport(
        report=report,
        period=period,
        table=table,
        kinds=kinds,
        all_kinds=_all_kinds(table, kinds) if kinds else None,
        left_out=_left_out(wanted, right),
        notes=_notes(counted, table, kinds),
        considered=len(wanted),
    )


def _left_out(wanted: Sequence[CaseFigure], right: Contract) -> tuple[Note, ...]:
    other = Contract.YES if right is Contract.NO else Contract.NO
    reasons = {f"contract-{other.value}": other, "contract-unknown": Contract.UNKNOWN}
    open_ = [case for case in wanted if case.counts]
    found = [
        Note(reason, tuple(case.code for case in open_ if case.contract is contract))
        for reason, contract in reasons.items()
    ]
    joined = (case.code for case in wanted if case.part_of is not None and not case.cancelled)
    found.append(Note("joined", tuple(joined)))
    found.append(Note("cancelled", tuple(case.code for case in wanted if case.cancelled)))
    return tuple(note for note in found if note.cases)


def _notes(counted: Sequence[CaseFigure], table: Table, kinds: Sequence[KindRow]) -> tuple[Note, ...]:
    """Name what a reader would stumble over, each with its cases."""

    def where(reason: str, cases: Iterable[CaseFigure]) -> Note:
        return Note(reason, tuple(case.code for case in cases))

    unsplit = (
        Note(f"unclassified-{split.code}", row.cases)
        for split in table.breakdowns
        for row in split.rows
        if row.code == UNCLASSIFIED
    )
    notes = (
        *unsplit,
        *(Note("unclassified-kind", kind.row.cases) for kind in kinds if kind.row.code == UNCLASSIFIED),
        where("mixed-occupations", (c for c in counted if not c.allowance and occupation_of(c) == MIXED)),
        where("victims-unknown", (c for c in counted if not c.victims)),
        where(
            "severity-unknown",
            (c for c in counted if any(v.severity is Severity.UNKNOWN for v in c.victims)),
        ),
        where("sex-unknown", (c for c in counted if any(v.female is None for v in c.victims))),
        where("management-unknown", (c for c in counted if any(v.managed is None for v in c.victims))),
        where(
            "damage-unknown", (c for c in counted if any(getattr(c, f.name) is None for f in fields(Damage)))
        ),
        where("day-unknown", (c for c in counted if not c.dated)),
        where("accounts-differ", (c for c in counted if c.contradicted)),
        where("severity-suggested", (c for c in counted if c.victims and not c.confirmed)),
    )
    return tuple(note for note in notes if note.cases)


def _kinds(counted: Sequence[CaseFigure], lists: Lists) -> tuple[KindRow, ...]:
    names = dict(lists.kinds.names)
    known = {case.code: count(case) for case in counted}
    found: dict[str, list[CaseFigure]] = {code: [] for code in (*names, UNCLASSIFIED)}
    for case in counted:
        kind = case.establishment_kind
        found[kind if kind in names else UNCLASSIFIED].append(case)
    return tuple(
        _kind_row(row_of(code, names.get(code, ""), cases, known), lists.labour.get(code, Labour()))
        for code, cases in found.items()
    )


def _kind_row(row: Row, labour: Labour) -> KindRow:
    size = labour.reporting_labour
    return KindRow(row, labour, frequency(row.counts.persons, size), frequency(row.counts.dead, size))


def _all_kinds(table: Table, kinds: Sequence[KindRow]) -> KindRow:
    """Add the types up; a column in which one type is unknown has no sum, and then K has none either."""
    named = [kind.labour for kind in kinds if kind.row.code != UNCLASSIFIED]
    sums = {}
    for field in fields(Labour):
        values = [getattr(labour, field.name) for labour in named]
        sums[field.name] = None if None in values else sum(values)
    return _kind_row(replace(table.all_, code="", name=""), Labour(**sums))


def frequency(victims: int, labour: int | None) -> Decimal | None:
    """Return K = N × 1000 / S to two places, None where S is unknown or zero."""
    if not labour:
        return None
    return (Decimal(victims * 1000) / labour).quantize(Decimal("0.01"), ROUND_HALF_UP)
