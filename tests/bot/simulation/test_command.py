"""`baoan simulate` from the outside: what it refuses, what it tells, and that it always says the same."""

import json
import os
import subprocess
import sys
from datetime import date, time

import pytest

from bot.cli import main
from tests.bot.simulation.conftest import ROOT, UNITS, about, at, check_house_rules, day, items, run

OPEN_CLASS = "các đơn vị liên quan"


def simulate(capsys, plan, *arguments, first="2024-11-25", last="2024-12-03"):
    code = main(["simulate", "--plan", str(plan), "--from", first, "--to", last, *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def refused(capsys, plan, *arguments, **dates):
    code, out, told = simulate(capsys, plan, *arguments, **dates)
    assert (code, out, len(told.splitlines())) == (2, "", 1), told
    return told


@pytest.fixture
def write(tmp_path):
    def put(name, text):
        (tmp_path / name).write_text(text, "utf-8")
        return tmp_path / name

    return put


def test_dates_the_wrong_way_round_are_refused(capsys, seed_plan):
    assert "2024-12-03" in refused(capsys, seed_plan, first="2024-12-03", last="2024-12-02")
    refused(capsys, seed_plan, first="1994-12-31", last="2024-12-02")
    refused(capsys, seed_plan, first="2024-12-31", last="9999-12-31")


def test_a_plan_without_tasks_or_that_cannot_be_read_is_refused(capsys, write, tmp_path):
    refused(capsys, write("a.txt", ""))
    assert "b.txt" in refused(capsys, write("b.txt", "Xin chào."))
    refused(capsys, tmp_path / "missing.txt")


@pytest.mark.parametrize(
    ("policy", "named"), [("window = 1", "window"), ("a == 1", "TOML"), ("later = 1", "later")]
)
def test_a_policy_that_cannot_be_used_names_the_setting(capsys, seed_plan, write, policy, named):
    assert named in refused(capsys, seed_plan, "--policy", write("p.toml", policy))


def test_a_missing_policy_is_refused(capsys, seed_plan, tmp_path):
    refused(capsys, seed_plan, "--policy", tmp_path / "missing.toml")


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ("Bảo hiểm xã hội,confirms:-1", 2),
        ("Bảo hiểm xã hội,ignores\nBảo hiểm xã hội,confirms:x", 3),
        ("Bảo hiểm xã hội,ignores\nSở Lạ,ignores", 3),
        ("Bảo hiểm xã hội,blocks:2024-02-30", 2),
        ("Bảo hiểm xã hội,", 2),
        ("Bảo hiểm xã hội,ignores:3", 2),
    ],
)
def test_a_bad_behaviour_names_its_line(capsys, seed_plan, write, rows, line):
    path = write("b.csv", f"unit,behaviour\n{rows}\n")
    assert f"dòng {line} " in refused(capsys, seed_plan, "--units", UNITS, "--behaviour", path)


def test_a_behaviour_file_of_another_kind_is_refused(capsys, seed_plan, write, tmp_path):
    refused(capsys, seed_plan, "--behaviour", write("b.csv", "a,b\n1,2\n"))
    refused(capsys, seed_plan, "--behaviour", tmp_path / "missing.csv")


def test_what_stays_unclear_is_told_and_not_invented(capsys, seed_plan, write):
    units = UNITS.read_text("utf-8").replace("Phòng Giáo dục và Đào tạo", "Phòng Văn hóa")
    code, out, told = simulate(capsys, seed_plan, "--units", write("u.csv", units), "--json")
    assert code == 0
    assert OPEN_CLASS in told
    assert "Phòng Giáo dục và Đào tạo" in told
    assert "Phòng Giáo dục và Đào tạo" not in {json.loads(line)["unit"] for line in out.splitlines()}
    assert "3 mục" in told


def test_without_json_it_is_a_list_by_day(capsys, seed_plan):
    code, out, _ = simulate(capsys, seed_plan, "--units", UNITS, last="2024-11-26")
    assert code == 0
    assert out.startswith(
        "thứ Hai 25/11/2024\n7h30 · Phòng Lao động - Thương binh và Xã hội · Lương Ngọc Tâm\n"
    )
    assert "\nthứ Ba 26/11/2024\n" in out
    assert "- III.1.a (2024-08-31), hạn thứ Bảy 31/08/2024: nhắc bù [catch-up-2024-11-25]" in out


def test_the_same_input_gives_the_same_bytes(seed_plan):
    def once(seed):
        arguments = f"--plan {seed_plan} --from 2024-12-11 --to 2024-12-16 --json".split()
        return subprocess.run(
            [
                sys.executable,
                "-c",
                "import sys; from bot.cli import main; sys.exit(main())",
                "simulate",
                *arguments,
            ],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout

    first = once("1")
    assert first
    assert first == once("2")


def test_a_policy_of_ones_own_is_followed(seed_plan, tmp_path):
    policy = 'before = [2]\nwindow = ["08:00", "17:00"]\ndigest_at = "09:15"\ndaily_ceiling = 1\ndeputy_after = 1\n'
    lines, _ = run(tmp_path, seed_plan, "2024-12-02", "2024-12-18", units=UNITS, policy=policy)
    assert {at(line).time() for line in lines} <= {time(8), time(9, 15)}
    told = about(lines, unit="Ủy ban nhân dân xã Đại Hưng", duty="IV.2.ii")
    assert [(day(line), item["reason"]) for line, item in told] == [
        (date(2024, 12, 11), "soon"),
        (date(2024, 12, 13), "due_today"),
        (date(2024, 12, 16), "overdue"),
        (date(2024, 12, 16), "escalated"),
    ]
    check_house_rules(lines, daily=1)


def test_people_named_twice_get_one_message_for_both_units(seed_plan, tmp_path):
    units = UNITS.read_text("utf-8").replace("Tạ Ngọc Giang", "Ngô Khánh Khoa")
    lines, _ = run(tmp_path, seed_plan, "2024-11-29", "2024-11-29", units=units)
    [mine] = [line for line in lines if line["person"] == "Ngô Khánh Khoa"]
    assert {item["for_unit"] for item in items(mine)} == {
        "Ủy ban nhân dân xã Tân Lập",
        "Ủy ban nhân dân xã An Phú",
    }
