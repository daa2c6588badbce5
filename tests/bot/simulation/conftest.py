"""The district of the seed plan, lived through from November 2024 to January 2025."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, datetime, time
from pathlib import Path

import pytest

from bot.simulation import simulate
from documents.units_csv import read_units
from domain.calendar import vietnam_calendar

ROOT = Path(__file__).resolve().parents[3]
UNITS = ROOT / "tests" / "fixtures" / "units-district-2024.csv"
COORDINATING = "Phòng Lao động - Thương binh và Xã hội"
BEHAVIOURS = """unit,behaviour
Ủy ban nhân dân xã Tân Lập,confirms:2
Bảo hiểm xã hội,confirms:0
UBND xã Cẩm Sơn,late:3
Ủy ban nhân dân xã Bình Minh,blocks:2024-12-05
Ủy ban nhân dân xã Đại Hưng,ignores
Ủy ban nhân dân xã Gia Lộc,confirms:1|blocks:2024-12-01
"""
CALENDAR = vietnam_calendar()


def at(line):
    return datetime.fromisoformat(line["at"])


def day(line):
    return at(line).date()


def items(line):
    """What a line is about: its items, or itself; each with the unit that owes it."""
    for item in line["items"] or [line]:
        yield item | {"for_unit": item["for_unit"] or line["unit"]}


def about(lines, *, unit=None, duty=None, occurrence=None):
    """(line, item) of everything said about a unit's duty, whoever heard it."""
    return [
        (line, item)
        for line in lines
        for item in items(line)
        if (unit is None or item["for_unit"] == unit)
        and (duty is None or item["duty"] == duty)
        and (occurrence is None or item["occurrence"] == occurrence)
    ]


def check_house_rules(lines, daily=3):
    """What holds of every simulation under the default policy."""
    assert lines
    assert [line["at"] for line in lines] == sorted(line["at"] for line in lines)
    told, steps = {}, set()
    for line in lines:
        assert line["at"].endswith("+07:00")
        assert time(7, 30) <= at(line).time() <= time(19)
        assert CALENDAR.is_working_day(day(line)), line["at"]
        told[line["person"], day(line)] = told.get((line["person"], day(line)), 0) + 1
        for item in items(line):
            key = (
                item["for_unit"],
                item["duty"],
                item["occurrence"],
                item["reason"],
                item["step"],
                line["person"],
            )
            assert key not in steps
            steps.add(key)
            if item["due"] is None:
                assert item["reason"] in {"repeat", "catch_up"}
            elif item["reason"] == "overdue":
                assert date.fromisoformat(item["due"]) < day(line)
            assert item["task"] in {None, item["duty"]}
    assert max(told.values()) <= daily


def run(folder, plan, first, last, **files):
    """Run `baoan simulate --json` in this process; returns its lines and what it told the operator."""
    paths = dict.fromkeys(("units", "policy", "behaviour"))
    for name, text in files.items():
        paths[name] = text if isinstance(text, Path) else folder / name
        if not isinstance(text, Path):
            paths[name].write_text(text, "utf-8")
    out, told = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(told):
        code = simulate(
            plan=plan, first=date.fromisoformat(first), last=date.fromisoformat(last), as_json=True, **paths
        )
    assert code == 0
    return [json.loads(line) for line in out.getvalue().splitlines()], told.getvalue()


@pytest.fixture(scope="session")
def seed_plan(shared):
    return shared / "samples" / "seed-plan.txt"


@pytest.fixture(scope="session")
def rows():
    return {row.name: row for row in read_units(UNITS)}


@pytest.fixture(scope="session")
def winter(seed_plan, tmp_path_factory):
    """The lines from 25 November 2024 to 31 January 2025."""
    folder = tmp_path_factory.mktemp("winter")
    lines, _ = run(folder, seed_plan, "2024-11-25", "2025-01-31", units=UNITS, behaviour=BEHAVIOURS)
    return lines
