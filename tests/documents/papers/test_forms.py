"""Papers read back: the head of the State, the draft mark, dotted lines, tables that repeat their head, numbers."""

import io
from datetime import date

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from openpyxl import load_workbook

from documents.decree30 import MOTTO, REPUBLIC
from documents.form_docx import write_form, write_sheet
from documents.form_xlsx import write_workbook
from domain import forms
from domain.accident import CaseClass, Contract, Severity
from domain.case_sheet import CaseHead, Told, sheet
from domain.figures import CaseFigure, VictimFigure
from domain.figures_report import Report
from domain.forms import DRAFT_MARK
from domain.forms.register_form import RegisterCase, of_register
from tests.documents.papers.made import FACTS, SOURCE, case_form, figures, headers, lines, paper

CASE_FORMS = [name for name, spec in forms.forms().items() if spec.kind == "case"]
CASE = CaseFigure(
    "TN-26-D4EA", date(2026, 3, 1), contract=Contract.YES, victims=(VictimFigure(Severity.FATAL),)
)


OF_ACCIDENTS = [name for name in CASE_FORMS if name not in ("disease_file", "equipment")]
ILL = {"disease": "điếc do ồn", "disease_code": "18", "diagnosed": "diagnosed", "exposure": "dập búa 12 năm"}
MACHINE = {"machine": "xe nâng", "machine_kind": "forklift", "serial": "8FD25", "inspect_by": "2028-11-15"}


@pytest.mark.parametrize("form", CASE_FORMS)
def test_a_form_has_its_head_and_its_title(form):
    found = "\n".join(lines(write_form(case_form(form))))
    assert REPUBLIC in found
    assert MOTTO in found
    assert forms.forms()[form].title in found
    assert "Công ty TNHH Cầu 5" in found
    assert "Nơi nhận:" in found


@pytest.mark.parametrize("form", OF_ACCIDENTS)
def test_a_form_of_an_accident_holds_what_is_known(form):
    found = "\n".join(lines(write_form(case_form(form))))
    assert "8 giờ 00 phút, ngày 24 tháng 11 năm 2026" in found
    assert "nặng (gợi ý): gãy xương đòn" in found


def test_the_file_of_a_disease_names_it_as_a_suggestion():
    found = "\n".join(lines(write_form(case_form("disease_file", facts=ILL))))
    assert "18. Bệnh điếc nghề nghiệp do tiếng ồn (gợi ý, bác sĩ kết luận)" in found
    assert "bác sĩ đã kết luận" in found
    assert "dập búa 12 năm" in found


def test_the_declaration_of_a_machine_holds_its_number_and_its_days():
    found = "\n".join(lines(write_form(case_form("equipment", facts=MACHINE))))
    assert "Xe nâng hàng dùng động cơ" in found
    assert "8FD25" in found
    assert "15/11/2028" in found


@pytest.mark.parametrize("form", CASE_FORMS)
def test_what_nobody_told_is_a_dotted_line(form):
    filled = case_form(form, facts={})
    found = lines(write_form(filled))
    for field in filled.spec.fields:
        if field.id not in filled.values:
            assert any(line.startswith(f"{field.label}: …") for line in found), field.label


def test_a_draft_says_so_on_every_page_and_a_confirmed_form_nowhere():
    for part in headers(write_form(case_form())):
        assert part[-1].text == DRAFT_MARK
    confirmed = write_form(case_form(confirmed=True))
    assert DRAFT_MARK not in "".join(line.text for part in headers(confirmed) for line in part)


def test_the_page_is_that_of_the_decree():
    section = Document(io.BytesIO(write_form(case_form()))).sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (21.0, 29.7)
    assert Cm(3) <= section.left_margin <= Cm(3.5)
    assert Cm(1.5) <= section.right_margin <= Cm(2)
    assert Cm(2) <= section.top_margin <= Cm(2.5)


def test_pages_are_numbered_in_the_middle_of_the_top_from_the_second_on():
    first, others = headers(write_form(case_form(confirmed=True)))
    assert "PAGE" in others[0]._p.xml
    assert "PAGE" not in "".join(line._p.xml for line in first)
    section = Document(io.BytesIO(write_form(case_form()))).sections[0]
    assert section.different_first_page_header_footer


def test_every_letter_is_times_new_roman():
    document = Document(io.BytesIO(write_form(case_form())))
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert 'w:cs="Times New Roman"' in document.styles["Normal"].element.xml
    assert {run.font.name for p in document.paragraphs for run in p.runs} == {None}


def test_heads_of_tables_are_repeated_and_rows_do_not_break():
    document = Document(io.BytesIO(write_form(figures(cases=(CASE,)))))
    table = next(t for t in document.tables if len(t.columns) == 13)
    repeated = [row for row in table.rows if row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
    assert len(repeated) == 3
    assert all(row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows)


def test_the_figures_stand_in_their_columns():
    found = lines(write_form(figures(cases=(CASE,))))
    assert "Tổng số (3 = 1 + 2) | 3 | 1 | 1 | 0 | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0" in found
    assert any("S" in line and "không tính K" in line for line in found)


@pytest.mark.parametrize("report", list(Report))
def test_zero_reports_are_written_too(report):
    assert any("báo cáo số không" in line for line in lines(write_form(figures(report))))


def test_the_sheet_beside_it_traces_each_value_and_names_each_hole():
    filled = case_form()
    found = "\n".join(lines(write_sheet(filled)))
    assert "Tên cơ sở | Công ty TNHH Cầu 5 | người báo | 24/11/2026 09:00 | tin 41" in found
    for part, labels in filled.missing.items():
        assert f"- {part}: {'; '.join(labels)}" in found
    for field in filled.spec.fields:
        if field.id in filled.values:
            assert f"{field.label} | {filled.values[field.id].text}" in found


def test_what_a_person_wrote_stays_text():
    facts = {**FACTS, "what": "a\x00b\x0b\ud800c\n\n <w:t>&amp; {{phone}}", "names": "x" * 5000}
    found = "\n".join(lines(write_form(case_form(facts=facts))))
    assert "<w:t>&amp; {{phone}}" in found


def test_a_workbook_holds_numbers_as_numbers_and_its_proof():
    book = load_workbook(io.BytesIO(write_workbook(figures(cases=(CASE,)))))
    first = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in first.iter_rows()]
    assert ["Tổng số (3 = 1 + 2)", "3", 1, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0] in rows
    assert DRAFT_MARK in {row[0] for row in rows}
    assert {"Đối chiếu số liệu", "Giải thích chênh lệch", "Các vụ đã tính"} <= set(book.sheetnames)


def test_nothing_in_a_workbook_is_a_formula_or_too_long_for_a_cell():
    facts = {
        **FACTS,
        "contract": "no",
        "what": '=HYPERLINK("http://x")\x01' + "đ" * 50000,
        "workplace": "+1+1",
    }
    known = case_form("register", facts=facts)
    case = RegisterCase("TN-26-D4EA", Contract.NO, _sheet(facts))
    filled = of_register(paper("register"), (case,), "2026", "xã Tân Lập")
    book = load_workbook(io.BytesIO(write_workbook(filled)))
    cells = [
        cell
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert max(len(str(cell.value)) for cell in cells) <= 32767
    assert known.spec.id == "register"


def _sheet(facts):
    head = CaseHead("TN-26-D4EA", SOURCE.at, CaseClass.FATAL, None, "")
    return sheet([Told(f, v, SOURCE) for f, v in facts.items()], head)


def test_the_register_enters_those_without_a_contract_and_names_the_others():
    cases = [
        RegisterCase("TN-26-AAAA", Contract.NO, _sheet(FACTS), declared="đã báo nhanh"),
        RegisterCase("TN-26-CCCC", Contract.UNKNOWN, _sheet(FACTS)),
        RegisterCase("TN-26-DDDD", Contract.YES, _sheet({})),
    ]
    filled = of_register(paper("register"), cases, "2026", "xã Tân Lập")
    rows = filled.tables["cases"].rows
    assert [row["case_code"].text for row in rows] == ["TN-26-D4EA", "TN-26-D4EA"], "two victims, two rows"
    assert [row["severity"].text for row in rows] == ["chết", "nặng (gợi ý)"]
    named = {row["cases"].text for row in filled.tables["table_notes"].rows if "cases" in row}
    assert named == {"TN-26-CCCC", "TN-26-DDDD"}
