"""The acceptance of the seed plan: the district of 2024, its reports of 14 and 24 December, and who hears when."""

from datetime import date, timedelta

import pytest

from tests.bot.simulation.conftest import (
    CALENDAR,
    COORDINATING,
    UNITS,
    about,
    at,
    check_house_rules,
    day,
    items,
    run,
)

pytestmark = pytest.mark.xdist_group("district")  # what is played once is played in one process

YEARLY, OWN = "IV.2.ii", "IV.1.iii"
QUIET = {
    "Ủy ban nhân dân xã Tân Lập",
    "Bảo hiểm xã hội",
    "Ủy ban nhân dân xã Cẩm Sơn",
    "Ủy ban nhân dân xã Bình Minh",
}
OUTSIDE = {"UBND huyện", "Ban Tuyên giáo Huyện ủy"}  # they have no task of the plan


def test_every_line_has_the_shape_of_the_contract(winter):
    item_keys = ["for_unit", "duty", "task", "occurrence", "due", "reason", "step"]
    keys = ["at", "unit", "for_unit", "person", *item_keys[1:], "channel", "text", "items", "outcome"]
    reasons = {"soon", "due_today", "overdue", "repeat", "escalated", "catch_up", "reachability"}
    for line in winter:
        assert list(line) == keys
        assert line["text"]
        assert line["reason"] in reasons
        assert line["for_unit"] != line["unit"]
        assert line["outcome"] in {None, "blocked"}
        assert line["items"] is None or len(line["items"]) > 1
        for item in line["items"] or ():
            assert list(item) == item_keys
            assert item["reason"] in reasons
        if line["items"]:
            assert {key: line[key] for key in item_keys[1:]} == {
                key: line["items"][0][key] for key in item_keys[1:]
            }


def test_nobody_hears_too_often_or_out_of_hours(winter):
    check_house_rules(winter)


def test_a_receiver_is_a_person_of_the_units_file(winter, rows):
    for line in winter:
        row = rows[line["unit"]]
        assert line["person"] in {row.focal, row.deputy, row.head}


def test_each_unit_is_reminded_of_the_yearly_report_before_its_last_working_day(winter, rows):
    friday = date(2024, 12, 13)
    for unit in rows.keys() - OUTSIDE:
        told = about(winter, unit=unit, duty=YEARLY, occurrence="2024")
        assert told, unit
        assert {item["due"] for _, item in told} == {"2024-12-14"}
        assert {item["task"] for _, item in told} == {None}
        assert any(day(line) < friday for line, _ in told), unit
        if unit not in QUIET and "Gia Lộc" not in unit:
            assert [day(line) for line, item in told if item["reason"] == "due_today"] == [friday]
    assert not [line for line in winter if line["unit"] in OUTSIDE]


def test_the_coordinating_office_is_reminded_of_its_own_report(winter):
    told = about(winter, duty=OWN, occurrence="2024")
    assert {item["due"] for _, item in told} == {"2024-12-24"}
    assert {item["for_unit"] for _, item in told} == {COORDINATING}
    assert {line["unit"] for line, _ in told} == {COORDINATING}
    assert [day(line) for line, item in told if item["reason"] == "due_today"] == [date(2024, 12, 24)]


@pytest.mark.parametrize(("unit", "days"), [("Ủy ban nhân dân xã Tân Lập", 2), ("Bảo hiểm xã hội", 0)])
def test_a_unit_that_confirms_hears_nothing_after(winter, unit, days):
    first = {}
    for line, item in about(winter, unit=unit):
        began = first.setdefault((item["duty"], item["occurrence"]), day(line))
        assert day(line) < began + timedelta(days=max(days, 1))
    assert (YEARLY, "2024") in first
    assert len(first) > 5


def test_a_late_unit_goes_on_hearing_until_it_confirms(winter):
    told = about(winter, unit="Ủy ban nhân dân xã Cẩm Sơn", duty=YEARLY)
    assert max(day(line) for line, _ in told) == date(2024, 12, 16)
    assert told[-1][1]["reason"] == "overdue"


def test_an_ignoring_unit_is_told_of_to_its_deputy_and_its_head(winter, rows):
    due = date(2024, 12, 14)
    for unit in rows.keys() - OUTSIDE - QUIET:
        row = rows[unit]
        told = about(winter, unit=unit, duty=YEARLY, occurrence="2024")
        heard = {line["person"]: day(line) for line, _ in reversed(told)}
        if "Gia Lộc" in unit:
            continue
        if row.deputy:
            assert due < heard[row.deputy] <= CALENDAR.add_working_days(due, 5), unit
            assert due < heard[row.head] <= CALENDAR.add_working_days(due, 10), unit
        else:
            assert due < heard[row.head] <= CALENDAR.add_working_days(due, 5), unit


def test_the_coordinator_hears_which_units_stay_silent(winter, rows):
    told = [
        pair for pair in about(winter, duty=YEARLY) if pair[0]["unit"] == COORDINATING != pair[1]["for_unit"]
    ]
    assert "Ủy ban nhân dân xã Đại Hưng" in {item["for_unit"] for _, item in told}
    assert {line["person"] for line, _ in told} == {rows[COORDINATING].focal}
    assert not QUIET - {"Ủy ban nhân dân xã Bình Minh"} & {item["for_unit"] for _, item in told}


def test_who_blocks_is_tried_once_and_the_next_hears_at_once(winter, rows):
    row = rows["Ủy ban nhân dân xã Bình Minh"]
    tried = [line for line in winter if line["person"] == row.focal]
    [failed] = [line for line in tried if line["outcome"] == "blocked"]
    assert failed is tried[-1]
    assert day(failed) >= date(2024, 12, 5)
    [instead] = [line for line in winter if line["person"] == row.deputy and day(line) == day(failed)]
    assert at(instead) > at(failed)
    assert [item["duty"] for item in items(instead)] == [item["duty"] for item in items(failed)]
    assert [line for line in winter if line["outcome"] and line["person"] != row.focal] == [
        line for line in winter if line["outcome"] and "Gia Lộc" in line["unit"]
    ]


def test_who_has_blocked_does_not_confirm_any_more(winter, rows):
    row = rows["Ủy ban nhân dân xã Gia Lộc"]
    told = about(winter, unit=row.name, duty=YEARLY, occurrence="2024")
    assert told[0][0]["person"] == row.focal
    answered = day(told[0][0]) + timedelta(days=1) < date(2024, 12, 1)
    assert answered == (len(told) == 1)


def test_undated_tasks_are_asked_about_once_a_quarter_and_more_before_its_end(winter):
    told = about(winter, unit="Ủy ban nhân dân xã Đại Hưng", duty="III.1.b")
    assert [(item["occurrence"], item["due"]) for _, item in told] == [
        ("2024-Q4", None),
        ("2024-Q4", None),
        ("2025-Q1", None),
    ]


def test_a_flood_of_confirmations_does_not_use_up_the_coordinators_own_reminders(seed_plan, tmp_path, rows):
    confirm = "".join(f"{unit},confirms:1\n" for unit in rows if unit != COORDINATING)
    behaviours = f"unit,behaviour\n{confirm}"
    dates = ("2024-12-09", "2024-12-11")
    lines, _ = run(tmp_path, seed_plan, *dates, units=UNITS, behaviour=behaviours)
    assert [(day(line), item["reason"]) for line, item in about(lines, duty=OWN)] == [
        (date(2024, 12, 10), "soon")
    ]
