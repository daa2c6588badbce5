"""The figures add up: totals, order, parts and whole, half-years and year, and nobody is lost."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.accident import Contract, Severity
from domain.figures import MIXED, UNCLASSIFIED, CaseFigure, Counts, Damage, VictimFigure, count, total
from domain.figures_report import Labour, Lists, Period, Report, frequency, report_on
from tests.domain.papers.strategies import LISTS, cases, many

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
HALVES = (Period(date(2026, 1, 1), date(2026, 6, 30)), Period(date(2026, 7, 1), date(2026, 12, 31)))


@given(many, st.sampled_from(Report))
def test_every_total_is_the_sum_of_its_rows(found, report):
    made = report_on(report, found, YEAR, LISTS)
    assert made.lines
    assert all(line.holds for line in made.lines)


@given(many, st.sampled_from(Report))
def test_every_case_stands_in_one_row_of_each_breakdown_or_is_left_out_by_name(found, report):
    made = report_on(report, found, YEAR, LISTS)
    counted, left = made.table.all_.cases, [code for note in made.left_out for code in note.cases]
    assert Counter([*counted, *left]) == Counter(case.code for case in found)
    assert made.considered == len(found)
    for split in made.table.breakdowns:
        assert Counter(code for row in split.rows for code in row.cases) == Counter(
            made.table.accidents.cases
        )
    if report is Report.DEPARTMENT:
        assert Counter(code for kind in made.kinds for code in kind.row.cases) == Counter(counted)


@given(many, st.sampled_from(Report), st.randoms())
def test_the_order_of_cases_changes_nothing(found, report, random):
    mixed = random.sample(found, len(found))
    assert report_on(report, mixed, YEAR, LISTS) == report_on(report, found, YEAR, LISTS)


@given(many, st.sampled_from(Report), st.integers(0, 25))
def test_two_parts_add_up_to_the_whole(found, report, at):
    whole = report_on(report, found, YEAR, LISTS).table
    parts = [report_on(report, some, YEAR, LISTS).table for some in (found[:at], found[at:])]
    assert total((part.all_.counts for part in parts), Counts()) == whole.all_.counts
    assert total((part.damage for part in parts), Damage()) == whole.damage


@given(many, st.sampled_from(Report))
def test_half_years_sum_to_the_year(found, report):
    year = report_on(report, found, YEAR, LISTS)
    halves = [report_on(report, found, half, LISTS) for half in HALVES]
    assert total((half.table.all_.counts for half in halves), Counts()) == year.table.all_.counts
    assert sum(half.considered for half in halves) == year.considered


@given(cases)
def test_a_part_of_people_is_never_more_than_the_people(case):
    counts = count(case)
    assert counts.fatal_cases <= counts.cases
    assert counts.multiple_cases <= counts.cases
    assert counts.dead + counts.serious <= counts.persons
    for name in ("persons", "women", "dead", "serious"):
        assert getattr(counts, f"{name}_other") <= getattr(counts, name)


def _case(code="TN-26-AAAA", **fields):
    known = {"day": date(2026, 3, 1), "contract": Contract.YES, "victims": (VictimFigure(Severity.FATAL),)}
    return CaseFigure(code, **(known | fields))


def test_no_case_is_a_report_of_zeros():
    made = report_on(Report.EMPLOYER, (), YEAR, LISTS)
    assert made.table.all_.counts == Counts()
    assert made.considered == 0
    assert not made.left_out


def test_a_case_of_unknown_contract_is_named_and_counted_nowhere():
    case = _case(contract=Contract.UNKNOWN)
    for report in Report:
        made = report_on(report, (case,), YEAR, LISTS)
        assert made.table.all_.counts.cases == 0
        assert [(note.reason, note.cases) for note in made.left_out] == [("contract-unknown", (case.code,))]


def test_a_cancelled_case_is_named_and_never_counted():
    made = report_on(Report.EMPLOYER, (_case(cancelled=True),), YEAR, LISTS)
    assert made.table.all_.counts.cases == 0
    assert [note.reason for note in made.left_out] == ["cancelled"]


def test_different_occupations_of_one_case_do_not_count_it_twice():
    mixed = _case(victims=(VictimFigure(occupation="Thợ xây"), VictimFigure(occupation="Thợ hàn")))
    split = report_on(Report.EMPLOYER, (mixed,), YEAR, LISTS).table.by_occupation
    assert [(row.code, row.counts.cases) for row in split.rows] == [(MIXED, 1), (UNCLASSIFIED, 0)]


def test_the_allowance_of_article_39_has_its_own_row_and_no_cause():
    made = report_on(Report.EMPLOYER, (_case(allowance=True, cause="1"), _case("TN-26-BBBB")), YEAR, LISTS)
    assert (made.table.accidents.counts.cases, made.table.allowance.counts.cases) == (1, 1)
    assert made.table.all_.counts.cases == 2
    assert all("TN-26-AAAA" not in row.cases for row in made.table.by_cause.rows)


def test_the_last_day_of_the_period_counts_and_the_next_does_not():
    last, after = _case(day=date(2026, 6, 30)), _case("TN-26-BBBB", day=date(2026, 7, 1))
    assert report_on(Report.EMPLOYER, (last, after), HALVES[0], LISTS).table.all_.cases == ("TN-26-AAAA",)


def test_k_is_victims_a_thousand_workers_and_blank_where_nobody_knows_how_many():
    made = report_on(
        Report.DEPARTMENT,
        (_case(establishment_kind="limited"), _case("TN-26-B", establishment_kind="state")),
        YEAR,
        LISTS,
    )
    rates = {kind.row.code: (kind.k, kind.k_dead) for kind in made.kinds}
    assert rates["limited"] == (Decimal("0.24"), Decimal("0.24"))
    assert rates["state"] == (None, None)
    assert made.all_kinds.k is None, "one type is unknown, so there is no sum of S"


def test_k_of_all_types_where_all_are_known():
    kinds = LISTS.kinds
    labour = {code: Labour(1, 1, 100, 100, 50) for code, _ in kinds.names}
    lists = Lists(LISTS.causes, LISTS.factors, kinds, labour)
    made = report_on(Report.DEPARTMENT, (_case(),), YEAR, lists)
    assert made.all_kinds.labour.reporting_labour == 100 * len(kinds.names)
    assert made.all_kinds.k == frequency(1, 100 * len(kinds.names))


@pytest.mark.parametrize(
    ("victims", "labour", "rate"), [(1, 0, None), (1, None, None), (1, 3000, "0.33"), (5, 1000, "5.00")]
)
def test_the_frequency(victims, labour, rate):
    assert frequency(victims, labour) == (None if rate is None else Decimal(rate))


def test_only_one_employer_and_one_unit_where_they_are_named():
    mine, other = _case(employer="Công ty Cầu 5", unit="A"), _case("TN-26-BBBB", employer="Khác", unit="A")
    made = report_on(Report.EMPLOYER, (mine, other), YEAR, LISTS, employer="cong ty cau 5")
    assert made.table.all_.cases == (mine.code,)
    assert report_on(Report.EMPLOYER, (mine, other), YEAR, LISTS, unit="B").considered == 0


def test_what_is_not_known_is_explained_by_case():
    case = replace(_case(), victims=(), dated=False)
    reasons = {note.reason: note.cases for note in report_on(Report.EMPLOYER, (case,), YEAR, LISTS).notes}
    assert {"victims-unknown", "day-unknown", "unclassified-1.1", "damage-unknown"} <= reasons.keys()
    assert set(reasons.values()) == {(case.code,)}


def test_costs_that_no_case_tells_of_are_unknown_and_not_zero():
    known, dark = _case(cost_pay=0), _case("TN-26-BBBB")
    assert "cost_pay" in report_on(Report.EMPLOYER, (dark,), YEAR, LISTS).table.unknown
    assert "cost_pay" not in report_on(Report.EMPLOYER, (known, dark), YEAR, LISTS).table.unknown
    assert not report_on(Report.EMPLOYER, (), YEAR, LISTS).table.unknown
