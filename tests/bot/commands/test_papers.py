"""The commands for papers: files are written whole, templates are checked, bad input is one line and exit 2."""

from datetime import UTC, datetime

import pytest
from docx import Document
from openpyxl import load_workbook

from bot.cli import main
from domain.forms import DRAFT_MARK
from storage.database import open_database
from storage.migrate import migrate
from storage.unit_of_work import UnitOfWork
from tests.documents.papers.made import ALL_FIELDS, template

DAYS = ("--from", "2026-01-01", "--to", "2026-06-30")


@pytest.fixture
def baoan(monkeypatch, capsys, tmp_path):
    """Run a command in an empty folder; returns (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BAOAN_DATA_DIR", str(tmp_path / "data"))
    (tmp_path / "data").mkdir()

    def run(*arguments):
        try:
            code = main(arguments)
        except SystemExit as stopped:
            code = stopped.code
        out, err = capsys.readouterr()
        return code, out, err

    return run


def _fill(tmp_path, change):
    database = open_database(f"sqlite:///{tmp_path / 'data' / 'baoan.db'}")
    migrate(database)
    with database.transaction() as uow:
        change(uow)
    database.close()


def _one_case(uow: UnitOfWork):
    now = datetime(2026, 3, 1, 2, tzinfo=UTC)
    unit = uow.units.add(code="DV-1", name="Ủy ban nhân dân xã Tân Lập", kind="commune", parent_id=None)
    who = uow.people.add(None, "vi", now)
    case = uow.accidents.add(
        code="TN-26-AAAA",
        kind="accident",
        state="open",
        unit_id=unit,
        reporter_id=who,
        channel="web",
        now=now,
    )
    for field, value in {"contract": "yes", "people": {"total": 1, "dead": 1}}.items():
        uow.accidents.put_fact(case, field, value, salt="", person_id=who, now=now)


@pytest.mark.parametrize("report", ["XII", "XIV", "XV", "xiv"])
@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_a_zero_report_of_an_empty_database(baoan, tmp_path, report, suffix):
    code, out, err = baoan("report", report, *DAYS, "--out", f"f.{suffix}")
    assert (code, err) == (0, "")
    assert "báo cáo số không" in out
    assert DRAFT_MARK in out
    assert (tmp_path / f"f.{suffix}").stat().st_size > 5000
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == [f"f.{suffix}"], "nothing half done is left"


def test_a_report_counts_the_cases_of_a_unit_and_k_comes_from_the_labour_file(baoan, tmp_path):
    _fill(tmp_path, _one_case)
    (tmp_path / "labour.csv").write_text(
        "kind,establishments,reporting,labour,reporting_labour,women\nlimited,10,8,5000,4000,\n", "utf-8"
    )
    arguments = ("report", "XIV", *DAYS, "--unit", "xã Tân Lập", "--labour", "labour.csv", "--out", "f.xlsx")
    assert baoan(*arguments)[0] == 0
    book = load_workbook(tmp_path / "f.xlsx")
    rows = [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]
    assert ["Tổng số (3 = 1 + 2)", "3", 1, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0] in rows
    assert any(row[:6] == ["Công ty trách nhiệm hữu hạn", 10, 8, 5000, 4000, None] for row in rows)


def test_the_register(baoan, tmp_path):
    _fill(tmp_path, _one_case)
    code, out, _ = baoan("register", "--unit", "xa tan lap", "--year", "2026", "--out", "so.xlsx")
    assert code == 0
    assert "báo cáo số không" in out, "the case has a contract: named, not entered"
    names = {
        cell.value
        for sheet in load_workbook(tmp_path / "so.xlsx")
        for row in sheet.iter_rows()
        for cell in row
    }
    assert "TN-26-AAAA" in names


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "XIII", *DAYS, "--out", "f.docx"),
        ("report", "XIV", *DAYS, "--out", "f.pdf"),
        ("report", "XIV", *DAYS, "--out", "no/such/folder/f.docx"),
        ("report", "XIV", "--from", "2026-07-01", "--to", "2026-06-30", "--out", "f.docx"),
        ("report", "XIV", "--from", "2026-02-31", "--to", "2026-06-30", "--out", "f.docx"),
        ("report", "XIV", *DAYS, "--unit", "Mây Trắng", "--out", "f.docx"),
        ("report", "XIV", *DAYS, "--labour", "nowhere.csv", "--out", "f.docx"),
        ("register", "--unit", "x", "--year", "0", "--out", "f.xlsx"),
        ("register", "--unit", "x", "--year", "2026", "--out", "f.xlsx"),
        ("forms", "confirm", "moon", "--by", "A", "--number", "1"),
        ("forms", "confirm", "../x", "--by", "A", "--number", "1"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(baoan, tmp_path, arguments):
    code, out, err = baoan(*arguments)
    assert code == 2
    assert out == ""
    assert err.count("\n") == 1
    assert not [p for p in tmp_path.iterdir() if p.is_file()]


@pytest.mark.parametrize(
    "text", ["kind,labour\nmoon,3\n", "kind,labour\nlimited,-3\n", "kind,labour\nlimited,x\n", "a\n1\n"]
)
def test_a_labour_file_that_cannot_be_right_is_refused(baoan, tmp_path, text):
    (tmp_path / "labour.csv").write_text(text, "utf-8")
    code, _, err = baoan("report", "XIV", *DAYS, "--labour", "labour.csv", "--out", "f.docx")
    assert (code, err.count("\n")) == (2, 1)


def _office_template(tmp_path, data):
    folder = tmp_path / "data" / "templates"
    folder.mkdir(exist_ok=True)
    (folder / "declaration.docx").write_bytes(data)


def test_templates_are_checked_by_name(baoan, tmp_path):
    assert baoan("forms", "check")[0] == 0
    _office_template(tmp_path, template(["{{moon}}"]))
    (tmp_path / "data" / "templates" / "khai bao.docx").write_bytes(b"")
    code, out, err = baoan("forms", "check")
    assert code == 2
    assert "{{moon}}" in out
    assert "establishment" in out
    assert "khai bao.docx" in out
    assert err.count("\n") == 1


def test_a_confirmed_template_is_no_draft_until_it_changes(baoan, tmp_path):
    assert "declaration" in baoan("forms", "list")[1]
    _office_template(tmp_path, template(["{{moon}}"]))
    assert baoan("forms", "confirm", "declaration", "--by", "Bà Hiền", "--number", "12/XN")[0] == 2
    _office_template(tmp_path, template(*ALL_FIELDS))
    assert baoan("forms", "check")[0] == 0
    assert baoan("forms", "confirm", "declaration", "--by", "Bà Hiền", "--number", "12/XN")[0] == 0
    assert "Bà Hiền, 12/XN" in baoan("forms", "list")[1]
    _office_template(tmp_path, template(["khác"], *ALL_FIELDS))
    assert "Bà Hiền" not in baoan("forms", "list")[1]


def test_a_confirmed_report_loses_its_mark(baoan, tmp_path):
    baoan("forms", "confirm", "department_figures", "--by", "A", "--number", "1")
    code, out, _ = baoan("report", "XIV", *DAYS, "--out", "f.docx")
    assert code == 0
    assert DRAFT_MARK not in out
    section = Document(str(tmp_path / "f.docx")).sections[0]
    assert DRAFT_MARK not in "".join(line.text for line in section.first_page_header.paragraphs)
