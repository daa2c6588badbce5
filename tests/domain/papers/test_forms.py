"""The forms as dated data: whole, found by the law's own names, drafts until they are confirmed."""

from datetime import date

import pytest

from domain import forms
from domain.accident import Contract
from domain.case_sheet import Sheet
from domain.figures import CaseFigure
from domain.figures_report import Period, Report, report_on
from domain.forms import figures_form
from domain.forms.filling import Paper, of_case
from domain.law import packs
from tests.domain.papers.strategies import LISTS

DAY = date(2026, 11, 24)
ALL = tuple(forms.forms())


def _paper(form, **changed):
    known = {"day": DAY, "to": ("Sở Nội vụ",), "parent": "", "issuer": "", "confirmed": False}
    return Paper(forms.forms()[form], **(known | changed))


@pytest.mark.parametrize("form", ALL)
def test_each_form_names_its_source_and_its_fields_once(form):
    spec = forms.forms()[form]
    assert all(edition.source and edition.name for edition in spec.editions)
    ids = [field.id for field in spec.fields]
    assert len(ids) == len(set(ids))


def test_every_paper_the_packs_name_for_telling_is_a_form_of_that_day():
    for pack in packs():
        for key in ("declaration", "commune_quick", "record", "department_quick", "insured_quick"):
            found = forms.named(pack.forms[key].name)
            assert found is not None, (pack.id, key)
            assert found.id == key


def test_the_form_of_a_day_is_that_of_the_law_of_the_day():
    spec = forms.forms()["declaration"]
    assert forms.edition_on(spec, date(2025, 6, 30))[0].name.startswith("Phụ lục III")
    assert forms.edition_on(spec, date(2025, 7, 1))[0].name.startswith("Mẫu 01")
    edition, holds = forms.edition_on(spec, date(2027, 3, 1))
    assert (edition.name.startswith("Mẫu 01"), holds) == (True, False)


@pytest.mark.parametrize("form", ALL)
def test_no_form_whose_layout_was_not_seen_loses_its_mark_without_a_confirmation(form):
    assert of_case(_paper(form), Sheet({}, (), None)).mark == forms.DRAFT_MARK
    assert of_case(_paper(form, confirmed=True), Sheet({}, (), None)).mark == ""


def test_nothing_known_is_a_form_of_holes_all_named():
    filled = of_case(_paper("declaration"), Sheet({}, (), None))
    required = [field.label for field in filled.spec.fields if field.required]
    named = [label for labels in filled.missing.values() for label in labels]
    assert set(required) <= set(named)
    assert filled.missing["người khai báo"] == ("Họ và tên", "Chức vụ", "Điện thoại")


@pytest.mark.parametrize("report", list(Report))
def test_a_zero_report_says_that_it_is_one_and_still_proves_itself(report):
    found = report_on(report, (), Period(date(2026, 1, 1), date(2026, 6, 30)), LISTS)
    filled = figures_form.of_figures(_paper(forms.report_form(report.value).id), found, "toàn tỉnh")
    table = filled.tables["table_1"]
    assert "báo cáo số không" in table.note
    assert {row["cases"].text for row in table.rows if "cases" in row} == {"0"}
    assert {row["holds"].text for row in filled.tables["table_check"].rows} == {"khớp"}
    assert filled.values["period"].text.startswith("6 tháng đầu năm 2026")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), "cả năm 2026 (từ ngày 01/01/2026 đến ngày 31/12/2026)"),
        (
            date(2026, 7, 1),
            date(2026, 12, 31),
            "6 tháng cuối năm 2026 (từ ngày 01/07/2026 đến ngày 31/12/2026)",
        ),
        (date(2026, 2, 3), date(2026, 4, 5), "từ ngày 03/02/2026 đến ngày 05/04/2026"),
    ],
)
def test_the_period_in_words(first, last, words):
    assert figures_form.period_words(report_on(Report.EMPLOYER, (), Period(first, last), LISTS)) == words


def test_many_codes_go_over_several_rows_and_none_is_lost():
    codes = [f"TN-26-{n:04d}" for n in range(101)]
    rows = list(figures_form.coded({}, codes))
    assert ", ".join(row["cases"].text for row in rows).split(", ") == codes
    assert [row["count"].text for row in rows if "count" in row] == ["101"]


def test_an_unknown_cost_is_a_blank_cell_and_a_known_nothing_is_a_zero():
    case = CaseFigure("TN-26-AAAA", date(2026, 3, 1), contract=Contract.YES, cost_pay=0)
    found = report_on(Report.EMPLOYER, (case,), Period(date(2026, 1, 1), date(2026, 6, 30)), LISTS)
    (cells,) = figures_form.of_figures(_paper("employer_figures"), found, None).tables["table_2"].rows
    assert {name: value.text for name, value in cells.items()} == {"cost_pay": "0", "cost": "0"}
