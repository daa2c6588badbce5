"""`baoan roster load FILE`: wholly or not at all, each fault by its line."""

from datetime import UTC, datetime

import pytest
from openpyxl import Workbook

from bot.settings import Settings
from storage.database import open_database
from storage.tables import duty_shifts

HEAD = "unit,span,officer,stand_in\n"


@pytest.fixture
def office(baoan, tmp_path):
    units = tmp_path / "units.csv"
    units.write_text(
        "unit,kind,class,parent,focal,deputy,head\nUBND xã Tân Lập,commune,,,An,Bình,Chi\n", "utf-8"
    )
    assert baoan("units", "load", str(units))[0] == 0
    database = open_database(Settings.load().url)
    with database.transaction() as uow:
        unit = uow.units.all()[0].id
        for name, role in (("Nguyễn Văn An", "focal"), (None, "deputy")):
            person = uow.people.add(name, "vi", datetime.now(UTC))
            uow.people.join(person, unit, role, datetime.now(UTC))
    yield database
    database.close()


def rows(database):
    with database.engine.connect() as connection:
        return connection.execute(duty_shifts.select()).all()


def load(baoan, tmp_path, text, name="truc.csv"):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return baoan("roster", "load", str(path))


def test_a_csv_is_entered(baoan, office, tmp_path):
    text = (
        HEAD
        + "UBND xã Tân Lập,ban đêm,nguyen van an,phó\nUBND xã Tân Lập,17h 1/1/2099 - 7h30 2/1/2099,Phó,\n"
    )
    code, out, _ = load(baoan, tmp_path, text)
    assert (code, out) == (0, "Đã nạp 2 ca trực.\n")
    assert [row.span for row in rows(office)] == ["nights", "dated"]


def test_an_xlsx_is_entered(baoan, office, tmp_path):
    book = Workbook()
    for row in (
        ["unit", "span", "officer", "stand_in"],
        ["UBND xã Tân Lập", "giờ hành chính", "đầu mối", None],
    ):
        book.active.append(row)
    book.save(tmp_path / "truc.xlsx")
    code, out, _ = baoan("roster", "load", str(tmp_path / "truc.xlsx"))
    assert (code, out) == (0, "Đã nạp 1 ca trực.\n")
    assert rows(office)[0].span == "hours"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "các cột"),
        ("a,b\n1,2\n", "các cột"),
        (HEAD, "chưa có ca trực"),
        (HEAD + "UBND xã Tân Lập,ban đêm,,\n", "Dòng 2: cần đủ"),
        (HEAD + "UBND xã Lạ,ban đêm,phó,\n", 'Dòng 2: chưa có đơn vị "UBND xã Lạ"'),
        (HEAD + "UBND xã Tân Lập,ban đêm,phó,\nUBND xã Tân Lập,hôm kia,phó,\n", 'Dòng 3: "hôm kia"'),
        (HEAD + "UBND xã Tân Lập,ban đêm,phó,\nUBND xã Tân Lập,ban đêm,Trần Lạ,\n", 'Dòng 3: "Trần Lạ"'),
        (HEAD + "UBND xã Tân Lập,ban đêm,trưởng,\n", 'Dòng 2: "trưởng"'),
    ],
)
def test_a_fault_is_named_by_its_line_and_nothing_is_entered(baoan, office, tmp_path, text, said):
    code, out, err = load(baoan, tmp_path, text)
    assert code == 2
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
    assert rows(office) == []


def test_a_file_that_is_none_is_said_in_words(baoan, tmp_path):
    assert baoan("roster", "load", str(tmp_path / "nirgends.csv"))[0] == 2
    code, _, err = load(baoan, tmp_path, "not a workbook", "truc.xlsx")
    assert code == 2
    assert "chưa đọc được" in err
