"""Duties that come again: which hold on a day, which period is open, when the next one is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.law import periodic

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


def _duty(name, day=date(2026, 6, 1)):
    return periodic.version(name, day)


@pytest.mark.parametrize(
    ("name", "today", "label", "due"),
    [
        ("employer-accident-half", date(2026, 6, 20), "2026-H1", date(2026, 7, 4)),
        ("employer-accident-half", date(2026, 7, 4), "2026-H1", date(2026, 7, 4)),
        ("employer-accident-year", date(2026, 12, 24), "2026", date(2027, 1, 9)),
        ("employer-accident-year", date(2027, 1, 9), "2026", date(2027, 1, 9)),
        ("commune-accident-year", date(2027, 1, 1), "2026", date(2027, 1, 4)),
    ],
)
def test_figures_are_due_the_day_before_the_one_named(name, today, label, due):
    found = periodic.open_period(_duty(name), today)
    assert (found.label, found.due_on) == (label, due)


@pytest.mark.parametrize("today", [date(2026, 7, 5), date(2026, 5, 1), date(2026, 11, 24)])
def test_no_half_year_is_open_in_between(today):
    assert periodic.open_period(_duty("employer-accident-half"), today) is None


def test_who_receives_the_figures_changed_in_march_2025():
    assert _duty("employer-accident-half", date(2025, 2, 28)).to == ("Sở Lao động - Thương binh và Xã hội",)
    assert _duty("employer-accident-half", date(2025, 3, 1)).to == ("Sở Nội vụ",)


def test_a_day_the_month_does_not_have_becomes_its_last():
    assert periodic.next_due(_duty("employer-monitoring"), date(2024, 2, 29)) == date(2025, 2, 28)
    assert periodic.next_due(_duty("employer-training"), date(2024, 12, 15)) == date(2026, 12, 15)


def test_figures_have_no_interval():
    with pytest.raises(periodic.PeriodicError):
        periodic.next_due(_duty("employer-accident-half"), date(2026, 1, 1))


@given(DAYS)
def test_one_version_of_a_duty_holds_at_most(day):
    ids = [one.id for one in periodic.on(day)]
    assert len(ids) == len(set(ids))


@given(DAYS)
def test_an_open_period_is_over_before_it_is_counted_and_opens_a_month_before(day):
    for duty in periodic.on(day):
        found = periodic.open_period(duty, day)
        if found is not None:
            assert found.opens_on <= day <= found.due_on
            assert found.due_on - found.opens_on == timedelta(days=30)


@pytest.mark.parametrize(
    "row",
    [
        {"half_year": "--07-05", "year": "--01-10"},
        {},
        {"months": 12},
        {"half_year": "--07-05", "by": "nobody"},
    ],
)
def test_data_that_contradicts_itself_is_refused(row):
    whole = {
        "id": "x",
        "duty": "training",
        "by": "employer",
        "article": "a",
        "certainty": "sure",
        "valid_from": date(2020, 1, 1),
    }
    with pytest.raises(periodic.PeriodicError):
        periodic.read_duties({"duty": [{**whole, **row}]})


def test_versions_that_overlap_are_refused():
    row = {
        "id": "x",
        "duty": "training",
        "by": "employer",
        "article": "a",
        "certainty": "sure",
        "half_year": "--07-05",
        "valid_from": date(2020, 1, 1),
    }
    with pytest.raises(periodic.PeriodicError):
        periodic.read_duties({"duty": [row, {**row, "valid_from": date(2021, 1, 1)}]})
