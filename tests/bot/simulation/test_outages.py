"""A simulated year may have outages, and people who leave: what was missed comes once, marked."""

import asyncio
from dataclasses import replace
from datetime import date, datetime

import pytest

from bot.simulated_behaviour import parse_behaviours
from bot.simulation import play, read_outages, read_world
from domain.calendar import LOCAL
from domain.errors import BadInputError
from tests.conftest import ROOT

PLAN = ROOT / "bot" / "sample" / "plan.txt"
UNITS = ROOT / "bot" / "sample" / "units.csv"


@pytest.fixture(scope="module")
def world():
    return read_world(PLAN, UNITS, None, None)


def _played(world, first, last, away=()):
    return asyncio.run(play(world, first, last, away)).lines


def _keys(lines):
    return {
        (line.person, item["duty"], item["for_unit"], item["occurrence"])
        for line in lines
        for item in line.items
    }


def _own(lines):
    """Return the messages in which an owner hears of something for the first time."""
    return [line for line in lines if any(i["reason"] in ("soon", "due_today", "repeat") for i in line.items)]


def test_what_an_outage_swallows_comes_once_marked_and_nothing_is_lost(world):
    first, last = date(2026, 11, 30), date(2026, 12, 18)
    usual = _played(world, first, last)
    day = usual[len(usual) // 2].at.date()
    begin, end = (datetime.combine(day, datetime.min.time(), LOCAL).replace(hour=hour) for hour in (6, 10))
    away = _played(world, first, last, ((begin, end),))
    late = [line for line in away if line.at.date() == day]
    assert late
    assert all(line.at >= end for line in late)
    assert all(line.text.startswith("Tin này gửi muộn: Báo An ngừng từ 06:00") for line in late)
    assert _keys(late) == _keys(line for line in usual if line.at.date() == day)
    assert not any("gửi muộn" in line.text for line in away if line.at.date() != day)
    assert _keys(away) == _keys(usual)


def test_after_somebody_left_the_next_in_line_hears_and_answers(world):
    first, last, day = date(2026, 9, 1), date(2026, 12, 31), date(2026, 12, 7)
    with_deputy = {row.name for row in world.units if row.focal and row.deputy}
    usual = [line for line in _own(_played(world, first, last)) if line.unit in with_deputy]
    early = {line.unit for line in usual if line.at.date() < day}
    later = {line.unit for line in usual if line.at.date() >= day}
    unit = min(early & later)
    behaviours = parse_behaviours(f'unit,behaviour\n"{unit}",moves:{day}\n', [unit])
    own = [
        line
        for line in _own(_played(replace(world, behaviours=behaviours), first, last))
        if line.unit == unit
    ]
    before = {line.person for line in own if line.at.date() < day}
    after = {line.person for line in own if line.at.date() >= day}
    assert before
    assert after
    assert before & after == set()


@pytest.mark.parametrize(
    "texts",
    [
        ["morgen"],
        ["2026-12-07T06:00..2026-12-07T05:00"],
        ["2026-12-07T06:00"],
        ["2026-12-07T06:00..2026-12-07T09:00", "2026-12-07T08:00..2026-12-07T10:00"],
    ],
)
def test_an_outage_of_no_use_is_named(texts):
    with pytest.raises(BadInputError, match="simulate-outage"):
        read_outages(texts)
