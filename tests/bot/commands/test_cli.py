"""The command line: one clear line and exit 2 for bad input, never a traceback; plain shapes otherwise."""

import json
import re
import socket
from datetime import UTC, datetime

import pytest

from bot.settings import Settings
from domain.costs import Bill, Tariff, month_before, month_of
from messages.envelope import Address, OutboundMessage
from storage.database import Database
from tests.conftest import ROOT


@pytest.mark.parametrize(
    "arguments",
    [
        ("plan", "read", "nowhere.txt"),
        ("plan", "read", "-"),
        ("law", "explain", "nowhere.json"),
        ("law", "explain", "-"),
        ("when", "--now", "yesterday"),
        ("when", "--now", "2026-11-24T08:00:00"),
        ("case", "show", "TN-26-XXXX"),
        ("receipt", "verify", "TN-26-XXXX"),
        ("reminders", "plan", "--dry-run", "--now", "soon"),
        ("reminders", "audit", "--from", "x", "--to", "y"),
        ("simulate", "--plan", "nowhere.txt", "--from", "2026-01-01", "--to", "2026-02-01"),
        ("chat", "--script", "nowhere.txt"),
        ("costs", "--month", "2026-13"),
        ("costs", "--month", "tháng 10"),
        ("no-such-command",),
        (),
    ],
)
def test_bad_input_gets_one_line_and_exit_2(baoan, arguments):
    code, out, err = baoan(*arguments)
    assert code == 2
    assert out == ""
    assert len(err.strip().splitlines()) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_plan_may_come_from_standard_input_in_any_letters(baoan, encoding):
    plan = "KẾ HOẠCH\nI. NHIỆM VỤ\n1. Sở Y tế tổ chức họp trước ngày 30/6/2026."
    code, out, _ = baoan("plan", "read", "-", "--json", stdin=plan.encode(encoding))
    assert (code, json.loads(out)["tasks"][0]["lead_units"]) == (0, ["Sở Y tế"])


@pytest.mark.parametrize(
    ("name", "value"),
    [("BAOAN_HTTP_PORT", "abc"), ("BAOAN_DATABASE_URL", "foo"), ("BAOAN_TIMEZONE", "Europe/Paris")],
)
def test_a_setting_of_no_use_is_named(baoan, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    code, _, err = baoan("migrate")
    assert code == 2
    assert name in err


def test_check_names_a_setting_it_does_not_know_and_what_an_official_account_lacks(baoan, monkeypatch):
    monkeypatch.setenv("BAOAN_TELEGRAM_TOKN", "123:not-to-be-shown")
    code, out, _ = baoan("check")
    assert code == 0
    assert "BAOAN_TELEGRAM_TOKN;" in out
    assert "not-to-be-shown" not in out
    monkeypatch.setenv("BAOAN_ZALO_OA_ID", "388613280878808645")
    code, out, _ = baoan("check")
    assert code == 2
    assert "còn thiếu cài đặt: BAOAN_ZALO_OA_APP_ID, BAOAN_ZALO_OA_APP_SECRET." in out


def test_the_operators_commands_work_on_a_fresh_machine(baoan):
    assert baoan("migrate")[0] == 0
    assert baoan("check")[0] == 0
    assert baoan("audit", "verify")[0] == 0
    assert json.loads(baoan("case", "list", "--json")[1]) == []
    audit = json.loads(baoan("reminders", "audit", "--from", "2026-01-01", "--to", "2026-12-31", "--json")[1])
    assert audit["planned"] == 0
    assert audit["missing"] == []
    assert baoan("reminders", "plan", "--now", "2026-12-01T07:30:00+07:00", "--dry-run")[1] == ""
    assert json.loads(baoan("costs", "--json")[1])["total"] == {"messages": 0, "cost": 0, "unknown": 0}


def test_the_first_coordinator_comes_in_by_the_operators_invitation(baoan):
    units = str(ROOT / "bot/sample/units.csv")
    assert baoan("units", "load", units)[0] == 0
    assert baoan("units", "load", units)[0] == 2
    code, out, _ = baoan("invite", "--role", "coordinator")
    assert code == 0
    assert re.search(r"MOI-[A-Z2-9]{5}-[A-Z2-9]{5}", out)
    assert baoan("invite", "--role", "focal", "--unit", "không có đơn vị này")[0] == 2
    assert baoan("invite", "--role", "emperor")[0] == 2


def test_a_secret_may_come_from_a_file_and_is_not_shown(monkeypatch, tmp_path):
    (tmp_path / "token").write_text("1:abc\n")
    monkeypatch.setenv("BAOAN_METRICS_TOKEN_FILE", str(tmp_path / "token"))
    assert Settings.load().metrics_token.get_secret_value() == "1:abc"
    assert "1:abc" not in repr(Settings.load())


def test_understand_and_when_answer_a_line_for_a_line(baoan):
    _, out, _ = baoan("understand", "--json", stdin="có người ngã từ giàn giáo\nabc xyz\n")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["intent"] for row in rows] == ["report_accident", "unknown"]
    _, out, _ = baoan("when", "--now", "2026-11-24T09:30:00+07:00", "--json", stdin="hôm kia\n31/11\n")
    assert [json.loads(line)["type"] for line in out.splitlines()] == ["date", "INVALID"]


def test_a_port_that_is_taken_and_a_file_that_is_no_database_are_said(baoan, monkeypatch, tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        monkeypatch.setenv("BAOAN_HTTP_PORT", str(other.getsockname()[1]))
        code, _, err = baoan("run")
    assert code == 2
    assert "BAOAN_HTTP_PORT" in err
    (tmp_path / "no.db").write_text("this is no database, and long enough to be looked at " * 40)
    monkeypatch.setenv("BAOAN_DATABASE_URL", f"sqlite:///{tmp_path / 'no.db'}")
    code, _, err = baoan("check")
    assert code == 2
    assert len(err.strip().splitlines()) == 1


@pytest.fixture
def charged(baoan, tmp_path):
    """A database in which 16 messages went out by Zalo this month, one of them of unknown price."""
    baoan("migrate")
    database, now = Database(f"sqlite:///{tmp_path / 'data' / 'baoan.db'}"), datetime.now(UTC)
    with database.transaction() as uow:
        person = uow.people.add(None, "vi", now)
        address = uow.people.add_address(person, Address("zalo-oa", "oa", "u", "u"))
        for bill in (Bill(Tariff.CS, 15, 55), Bill(Tariff.TEMPLATE_UID, 1, None)):
            row = uow.outbox.add(
                OutboundMessage("x"), person_id=person, address_id=address, lane="notice", now=now
            )
            uow.outbox.claim(now, now, 1, ["zalo-oa"])
            uow.outbox.record(row, 1, outcome="accepted", state="accepted", now=now, bill=bill)
    database.close()
    return month_of(now)


def test_costs_are_shown_by_channel_and_way_with_the_cap_and_the_forecast(baoan, charged, monkeypatch):
    monkeypatch.setenv("BAOAN_MONTHLY_SPENDING_CAP", "1000")
    monkeypatch.setenv("BAOAN_ZALO_OA_PLAN", "toan-dien")
    code, out, _ = baoan("costs")
    assert code == 0
    head, *table = out.splitlines()
    assert head.startswith(
        f"Chi phí tháng {charged.month}/{charged.year}: 825 đồng và 1 tin chưa rõ giá, 82%"
    )
    assert "Gần hết trần" in head
    assert [line.split("\t") for line in table[:3]] == [
        ["kênh", "cách gửi", "số tin", "đồng", "chưa rõ giá"],
        ["Zalo", "tin thường có tính tiền", "15", "825", "0"],
        ["Zalo", "tin mẫu theo tài khoản Zalo", "1", "0", "1"],
    ]
    assert "6.000.000 đồng một năm" in out
    found = json.loads(baoan("costs", "--month", f"{charged:%Y-%m}", "--json")[1])
    assert (found["state"], found["percent"], found["cap"]) == ("near", 82, 1000)
    assert found["forecast"] == {"messages": 16, "cost": 825, "unknown": 1}
    assert found["lines"][0] == {"channel": "zalo-oa", "way": "cs", "messages": 15, "cost": 825, "unknown": 0}
    assert all(price["source"] for price in found["prices"])
    before = json.loads(baoan("costs", "--month", f"{month_before(charged):%Y-%m}", "--json")[1])
    assert (before["lines"], before["forecast"]) == ([], None)


def test_check_tells_what_is_spent_where_a_cap_is_set(baoan, charged, monkeypatch):
    assert "Chi phí" not in baoan("check")[1]
    monkeypatch.setenv("BAOAN_MONTHLY_SPENDING_CAP", "800")
    code, out, _ = baoan("check")
    assert code == 0
    assert "825 đồng và 1 tin chưa rõ giá, 103% của trần 800 đồng. Đã hết trần" in out
    assert f"tháng {charged.month}/{charged.year}" in out
    monkeypatch.setenv("BAOAN_MONTHLY_SPENDING_CAP", "-1")
    code, _, err = baoan("check")
    assert code == 2
    assert "BAOAN_MONTHLY_SPENDING_CAP" in err
