"""`baoan units change` and `propose`: shown first, adopted only when asked to, one clear line for what is wrong."""

import json

import pytest

from bot.cli import main
from storage.database import Database

UNITS = """unit,kind,class,parent
Sở Lao động - Thương binh và Xã hội,office,,
UBND xã A,commune,,
UBND xã B,commune,,
"""
ACT = ["--decision", "12/QĐ-UBND", "--dated", "2025-02-20", "--from", "2025-03-01"]


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("BAOAN_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "units.csv").write_text(UNITS, "utf-8")
    assert main(["units", "load", "units.csv"]) == 0
    return tmp_path


def change(home, text, *more):
    (home / "change.csv").write_text(text, "utf-8")
    return main(["units", "change", "change.csv", *ACT, *more])


def names(home):
    database = Database(f"sqlite:///{home}/data/baoan.db")
    try:
        with database.reading() as uow:
            return [unit.name for unit in uow.units.all()]
    finally:
        database.close()


def test_without_adopt_it_is_only_shown(home, capsys):
    before = names(home)
    assert change(home, "before,after\nUBND xã A|UBND xã B,UBND xã C\n") == 0
    told = capsys.readouterr().out
    assert "Hợp nhất: UBND xã A; UBND xã B" in told
    assert "UBND xã C (lập mới)" in told
    assert "--adopt" in told
    assert names(home) == before


def test_adopted_it_is_carried_out(home, capsys):
    assert change(home, "before,after\nUBND xã A|UBND xã B,UBND xã C\n", "--adopt") == 0
    assert "đã áp dụng theo 12/QĐ-UBND" in capsys.readouterr().out
    assert names(home) == ["Sở Lao động - Thương binh và Xã hội", "UBND xã C"]
    assert main(["audit", "verify"]) == 0


def test_as_json(home, capsys):
    capsys.readouterr()
    assert change(home, "before,after,rows\nUBND xã A,UBND xã B,\n", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found[0]["shape"] == "absorb"
    assert found[0]["after"] == [{"unit": "UBND xã B", "new": False, "duties": 0, "cases": 0, "people": 0}]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("before,after\nUBND xã Z,UBND xã B\n", "UBND xã Z"),
        ("before,after\n,UBND xã B\n", "Dòng 2"),
        ("before,after\nUBND xã A,\n", "Dòng 2"),
        ("a,b\n1,2\n", "before"),
        ("before,after\n", "không có dòng"),
        ("before,after,rows\nUBND xã A,UBND xã B,IX.9\nUBND xã A,UBND xã C,\n", "IX.9"),
        ("before,after\nUBND xã A,UBND xã B\nUBND xã A,ubnd xa b\n", "Dòng 3"),
    ],
)
def test_what_is_wrong_is_one_line_and_changes_nothing(home, capsys, text, words):
    before = names(home)
    assert change(home, text, "--adopt") == 2
    told = capsys.readouterr().err.strip()
    assert words in told
    assert "\n" not in told
    assert names(home) == before


@pytest.mark.usefixtures("home")
def test_who_took_over_by_law_is_proposed_with_its_source(capsys):
    capsys.readouterr()
    assert main(["units", "propose", "--on", "2025-03-01"]) == 0
    told = capsys.readouterr().out
    assert "Sở Lao động - Thương binh và Xã hội → Sở Nội vụ" in told
    assert "NĐ 45/2025/NĐ-CP" in told
    assert main(["units", "propose", "--on", "2025-02-01"]) == 0
