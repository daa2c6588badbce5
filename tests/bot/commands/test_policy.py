"""`baoan policy` and `baoan calendar` as an operator uses them."""

import json
import re
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.settings import Settings
from storage.database import Database
from storage.migrate import migrate


@pytest.fixture
def office(baoan, tmp_path):
    """A database with one commune that owes one report ten days from now."""
    database = Database(f"sqlite:///{tmp_path / 'data' / 'baoan.db'}")
    migrate(database)
    now = datetime.now(UTC)
    with database.transaction() as uow:
        unit = uow.units.add(code="lap", name="Xã Tân Lập", kind="commune", parent_id=None)
        person = uow.people.add("A", "vi", now)
        uow.people.join(person, unit, "focal", now)
        plan = uow.plans.add(
            code="KH-26-AAAA", title="K", number=None, reading={}, attachment_id=None,
            check_in="quarterly", created_by=person, now=now,
        )  # fmt: skip
        task = uow.plans.add_task(
            plan_id=plan, ref="IV.2.ii", kind="report", position=1, text="Báo cáo", deadline={},
            deadline_text=None, product=None, by_mandate=False, lines=[1],
        )  # fmt: skip
        assignment = uow.plans.assign(task, unit, "lead")
        uow.occurrences.add_many(
            [
                {
                    "code": "CV-26-A", "assignment_id": assignment, "label": "2026", "state": "open",
                    "opens_on": date(2026, 1, 1), "due_on": _friday(), "check_in_until": None,
                    "percent": None, "promised_on": None, "snoozed_until": None, "next_at": None,
                }
            ]
        )  # fmt: skip
    database.close()
    return baoan


def _friday():
    """Return a Friday of the summer, far from any holiday, with a week in front of it."""
    year = datetime.now(UTC).year + 1
    day = date(year, 6, 20)
    while day.isoweekday() != 5:
        day += timedelta(days=1)
    return day


def test_a_policy_is_checked_set_shown_and_taken_back(office, tmp_path):
    (tmp_path / "xa.toml").write_text("before = [7, 2]\n", "utf-8")
    code, out, _ = office("policy", "check", "xa.toml", "--unit", "xa tan lap")
    assert code == 0
    assert "before: [10, 5, 3, 1] -> [7, 2]" in out
    why = ("--by", "Bà Hoa", "--reason", "Công văn 12/SNV")
    assert office("policy", "set", "xa.toml", "--unit", "Xã Tân Lập", *why)[0] == 0
    shown = json.loads(office("policy", "show", "--unit", "Xã Tân Lập", "--json")[1])
    assert shown["before"] == [7, 2]
    assert json.loads(office("policy", "show", "--json")[1])["before"] == [10, 5, 3, 1]
    assert "Xã Tân Lập: Bà Hoa đặt" in office("policy", "show")[1]
    assert "Đã gỡ" in office("policy", "end", "--unit", "Xã Tân Lập", *why)[1]
    assert json.loads(office("policy", "show", "--unit", "Xã Tân Lập", "--json")[1])["before"] == [
        10,
        5,
        3,
        1,
    ]


@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ("befor = [1]", ("xa.toml", "befor", "known are before")),
        ("daily_ceiling = 0", ("xa.toml", "daily_ceiling", "from 1 to 100")),
        ("before = [", ("xa.toml", "TOML")),
        ('acknowledged_by = ["seen"]', ("xa.toml", "acknowledged_by", "done, under_way")),
    ],
)
def test_a_bad_policy_is_one_line_with_file_key_and_what_is_expected(office, tmp_path, toml, words):
    (tmp_path / "xa.toml").write_text(toml, "utf-8")
    code, out, err = office("policy", "set", "xa.toml", "--by", "A", "--reason", "B")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert all(word in err for word in words)


def test_a_plan_nobody_knows_is_said(office, tmp_path):
    (tmp_path / "xa.toml").write_text("before = [7]", "utf-8")
    code, _, err = office("policy", "check", "xa.toml", "--plan", "KH-99-ZZZZ")
    assert (code, "KH-99-ZZZZ" in err) == (2, True)


def test_dates_are_shown_before_they_move_and_the_due_day_never_moves(office, tmp_path):
    day = _friday()
    folder = tmp_path / "data" / "calendars"
    folder.mkdir(parents=True)
    (folder / "bao.toml").write_text(
        f'[[closed]]\nfirst = {day - timedelta(days=1)}\nlast = {day}\nname = "Nghỉ tránh bão"\n', "utf-8"
    )
    assert "chưa được dùng" in office("check")[1]
    code, out, _ = office("calendar", "check")
    assert code == 0
    assert f"hạn {day:%d/%m/%Y} giữ nguyên" in out
    safe = day - timedelta(days=2)
    assert f"{day:%d/%m/%Y} -> {safe:%d/%m/%Y}" in out
    assert office("calendar", "apply", "--by", "Bà Hoa", "--key", "00000000")[0] == 2
    key = re.search(r"--key (\w+)", out)[1]
    code, out, _ = office("calendar", "apply", "--by", "Bà Hoa", "--key", key)
    assert (code, "1 việc" in out) == (0, True)
    assert "không có gì thay đổi" in office("calendar", "check")[1]
    database = Database(Settings.load().url)
    with database.transaction() as uow:
        record = uow.occurrences.by_code("CV-26-A")
        assert record.due_on == day
        assert record.next_at is not None
    database.close()


def test_a_bad_calendar_file_is_named_with_its_key(office, tmp_path):
    folder = tmp_path / "data" / "calendars"
    folder.mkdir(parents=True)
    (folder / "2027.toml").write_text('year = 2027\n[[off]]\nday = 2027-01-04\nname = "x"\n', "utf-8")
    code, _, err = office("calendar", "check")
    assert code == 2
    assert "2027.toml" in err
    assert "date, name, source" in err
