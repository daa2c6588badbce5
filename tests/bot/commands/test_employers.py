"""Entering a list of employers: good lines are entered, bad ones named; the same list twice changes nothing."""

import json
import unicodedata
from datetime import date

import pytest
from openpyxl import Workbook

from bot.cli import main
from documents.employers_file import BadLine, EmployerRow, read_employers
from domain.errors import BadInputError
from storage.database import open_database

TODAY = date(2026, 11, 24)
HEAD = "Mã số thuế;Tên doanh nghiệp;Xã/phường;Số lao động;Điện thoại;Ngày huấn luyện gần nhất;Hạn kiểm định"


def _read(tmp_path, text, name="a.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return list(read_employers(path, TODAY))


@pytest.fixture
def database(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'baoan.db'}"
    monkeypatch.setenv("BAOAN_DATABASE_URL", url)
    monkeypatch.setenv("BAOAN_DATA_DIR", str(tmp_path))
    units = tmp_path / "units.csv"
    units.write_text("unit,kind\nSở Nội vụ,office\nXã Tân Lập,commune\n", encoding="utf-8")
    assert main(["units", "load", str(units)]) == 0
    opened = open_database(url)
    yield opened
    opened.close()


def _import(tmp_path, capsys, text):
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    capsys.readouterr()
    code = main(["employers", "import", "--json", str(path)])
    said = capsys.readouterr()
    return code, json.loads(said.out), said.err


def test_a_line_becomes_an_employer(tmp_path):
    [row] = _read(
        tmp_path, f"{HEAD}\n010.123.4567;Công ty An Phú;Tân Lập;1.200;0912 345 678;20/11/2024;1/3/2027\n"
    )
    assert row == EmployerRow(
        2, "0101234567", "Công ty An Phú", "Tân Lập", workers=1200, phone="0912345678",
        dates={"trained_on": date(2024, 11, 20), "inspection_due": date(2027, 3, 1)},
    )  # fmt: skip


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_headings_are_known_in_any_spelling(tmp_path, form):
    text = unicodedata.normalize(form, "TÊN CÔNG TY,MST\nHTX Bình Minh,0107654321\n")
    [row] = _read(tmp_path, text)
    assert (row.name, row.tax_code) == ("HTX Bình Minh", "0107654321")
    [plain] = _read(tmp_path, "ten don vi\tma so thue\nHTX Binh Minh\t0107654321\n")
    assert plain.tax_code == "0107654321"


@pytest.mark.parametrize(
    ("cells", "key"),
    [
        ("123;Công ty An Phú;;;;;", "tax-code"),
        (";Công ty An Phú;;;;;", "tax-code"),
        ("0101234567;;;;;;", "name"),
        ("0101234567;A;;mười;;;", "workers"),
        ("0101234567;A;;-5;;;", "workers"),
        ("0101234567;A;;;12;;", "phone"),
        ("0101234567;A;;;;31/02/2024;", "day"),
        ("0101234567;A;;;;hôm qua;", "day"),
        ("0101234567;A;;;;25/11/2026;", "future"),
    ],
)
def test_a_bad_line_is_named(tmp_path, cells, key):
    [bad] = _read(tmp_path, f"{HEAD}\n{cells}\n")
    assert isinstance(bad, BadLine)
    assert (bad.line, bad.key) == (2, f"employers-line-{key}")


def test_a_tax_code_twice_names_the_first_line(tmp_path):
    _, bad = _read(tmp_path, f"{HEAD}\n0101234567;A;;;;;\n0101234567;B;;;;;\n")
    assert (bad.key, bad.line, bad.params["first"]) == ("employers-line-twice", 3, 2)


@pytest.mark.parametrize("text", ["a;b\n1;2\n", "", "Mã số thuế\n0101234567\n"])
def test_a_file_without_headings_is_refused(tmp_path, text):
    with pytest.raises(BadInputError) as refused:
        _read(tmp_path, text)
    assert refused.value.key == "employers-file-columns"


@pytest.mark.parametrize(
    ("name", "data"), [("a.xlsx", b"no workbook"), ("a.csv", b"\xff\xfe\x00"), ("a.pdf", b"")]
)
def test_a_file_that_is_none_is_refused(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BadInputError):
        list(read_employers(path, TODAY))


def test_a_workbook_may_have_lost_leading_noughts_and_holds_real_days(tmp_path):
    book = Workbook()
    sheet = book.active
    sheet.append(["DANH SÁCH DOANH NGHIỆP"])
    sheet.append(["STT", "Mã số thuế", "Tên doanh nghiệp", "SĐT", "Ngày quan trắc (gần nhất)"])
    sheet.append([1, 101234567, "Công ty An Phú", 912345678, date(2026, 3, 1)])
    sheet.append([None, None, None, None, None])
    book.save(tmp_path / "a.xlsx")
    [row] = read_employers(tmp_path / "a.xlsx", TODAY)
    assert (row.tax_code, row.phone, row.dates["monitored_on"]) == (
        "0101234567",
        "0912345678",
        date(2026, 3, 1),
    )


def test_good_lines_are_entered_and_bad_ones_named(tmp_path, capsys, database):
    text = (
        f"{HEAD}\n0101234567;Công ty An Phú;Tân Lập;12;;20/11/2024;\n9;Hỏng;;;;;\n0107654321;HTX;Xã Lạ;;;;\n"
    )
    code, said, err = _import(tmp_path, capsys, text)
    assert code == 2
    assert (said["added"], [bad["line"] for bad in said["bad"]]) == (1, [3, 4])
    assert "Xã Lạ" in said["bad"][1]["problem"]
    assert "2 dòng" in err
    with database.reading() as uow:
        kept = uow.employers.by_tax_code("0101234567")
        assert uow.units.get(kept.commune_id).name == "Xã Tân Lập"
        assert "Công ty An Phú" not in {unit.name for unit in uow.units.all()}
        assert uow.units.named("cong ty an phu").id == kept.unit_id
        [due] = uow.employers.dates_of([kept.unit_id]).values()
        assert due.due_on == date(2026, 11, 20)


def test_the_same_list_twice_changes_nothing_and_a_newer_one_what_it_tells(tmp_path, capsys, database):
    text = f"{HEAD}\n0101234567;Công ty An Phú;Tân Lập;12;0912345678;20/11/2024;\n"
    assert _import(tmp_path, capsys, text)[0] == 0
    _, again, _ = _import(tmp_path, capsys, text)
    assert (again["added"], again["changed"], again["same"]) == (0, 0, 1)
    _, later, _ = _import(tmp_path, capsys, f"{HEAD}\n0101234567;Công ty An Phú Mới;;;;1/11/2026;\n")
    assert (later["added"], later["changed"]) == (0, 1)
    with database.reading() as uow:
        kept = uow.employers.by_tax_code("0101234567")
        assert (kept.name, kept.workers, kept.phone) == ("Công ty An Phú Mới", 12, "0912345678")
        [due] = uow.employers.dates_of([kept.unit_id]).values()
        assert due.due_on == date(2028, 11, 1)
        assert uow.employers.count() == 1


def test_employers_of_one_name_are_none_of_them(tmp_path, capsys, database):
    _import(tmp_path, capsys, f"{HEAD}\n0101234567;Công ty An Phú;;;;;\n0107654321;Công ty An Phú;;;;;\n")
    with database.reading() as uow:
        assert uow.units.named("Công ty An Phú") is None


@pytest.mark.usefixtures("database")
def test_an_invitation_by_tax_code(tmp_path, capsys):
    _import(tmp_path, capsys, f"{HEAD}\n0101234567;Công ty An Phú;;;;;\n")
    assert main(["employers", "invite", "010 123 4567"]) == 0
    assert "MOI-" in capsys.readouterr().out
    assert main(["employers", "invite", "9999999999"]) == 2
