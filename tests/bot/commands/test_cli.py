"""The command line: one clear line and exit 2 for bad input, never a traceback; plain shapes otherwise."""

import io
import json
import re
import socket

import pytest

from bot.cli import main
from bot.settings import Settings
from tests.conftest import ROOT


@pytest.fixture
def baoan(monkeypatch, capsys, tmp_path):
    """Run a command in an empty folder; returns (exit code, standard output, standard error)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BAOAN_DATA_DIR", str(tmp_path / "data"))

    def run(*arguments, stdin=""):
        data = stdin if isinstance(stdin, bytes) else stdin.encode()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
        try:
            code = main(arguments)
        except SystemExit as stopped:
            code = stopped.code
        out, err = capsys.readouterr()
        return code, out, err

    return run


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


def test_the_operators_commands_work_on_a_fresh_machine(baoan):
    assert baoan("migrate")[0] == 0
    assert baoan("check")[0] == 0
    assert baoan("audit", "verify")[0] == 0
    assert json.loads(baoan("case", "list", "--json")[1]) == []
    audit = json.loads(baoan("reminders", "audit", "--from", "2026-01-01", "--to", "2026-12-31", "--json")[1])
    assert audit["planned"] == 0
    assert audit["missing"] == []
    assert baoan("reminders", "plan", "--now", "2026-12-01T07:30:00+07:00", "--dry-run")[1] == ""


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
