"""Rolling on: the periods of the months to come, added once, at the turn of a month."""

from datetime import datetime, timedelta

import pytest

from handlers.services import plan_corrections, plans
from messages.words import LOCAL
from tests.handlers.plans.world import NOW, golden_reading, reading, task


def _at(year, month, day=1):
    return datetime(year, month, day, tzinfo=LOCAL)


def test_nothing_is_planned_without_an_approved_plan(place):
    place.keep(reading(task()))
    assert plans.next_roll(place.uow, NOW) is None
    assert plans.roll(place.uow, place.around, NOW) == 0


def test_the_next_time_is_the_first_of_next_month(place):
    plans.approve(place.uow, plans.Approve(place.keep(reading(task()))), place.by())
    assert plans.next_roll(place.uow, NOW) == _at(2024, 9)
    plans.roll(place.uow, place.around, _at(2024, 12))
    assert plans.next_roll(place.uow, _at(2024, 12, 31)) == _at(2025, 1)


def test_after_a_pause_it_is_now(place):
    plans.approve(place.uow, plans.Approve(place.keep(reading(task()))), place.by())
    assert plans.next_roll(place.uow, _at(2024, 10, 9)) == _at(2024, 10, 9)


def test_a_year_of_the_golden_plan(place, shared):
    plans.approve(place.uow, plans.Approve(place.keep(golden_reading(shared))), place.by())
    added = {}
    at = plans.next_roll(place.uow, NOW)
    while at < _at(2025, 9):
        added[f"{at:%Y-%m}"] = plans.roll(place.uow, place.around, at)
        assert plans.roll(place.uow, place.around, at + timedelta(hours=1)) == 0
        at = plans.next_roll(place.uow, at + timedelta(hours=1))
    undated, yearly = 482, 38  # IV.1.ii, a review, once a year though undated
    quarters = {"2024-11": undated + yearly, "2025-02": undated, "2025-05": undated, "2025-08": undated}
    assert {month: n for month, n in added.items() if n} == quarters


def test_all_at_once_after_an_outage_is_the_same(place):
    plans.approve(place.uow, plans.Approve(place.keep(reading(task()))), place.by())
    plans.roll(place.uow, place.around, _at(2025, 8))
    labels = [o.label for o in place.occurrences()]
    assert labels == ["2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]


def test_forgetting_how_far_it_came_adds_nothing_twice(place):
    plans.approve(place.uow, plans.Approve(place.keep(reading(task()))), place.by())
    plans.roll(place.uow, place.around, _at(2025, 2))
    place.uow.meta.put(plans.ROLLED, "2024-10-31")
    assert plans.roll(place.uow, place.around, _at(2025, 2)) == 0


@pytest.mark.parametrize(
    ("then", "labels"),
    [
        (_at(2024, 9), ["2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]),
        (_at(2025, 1), ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]),
    ],
)
def test_units_added_late_get_no_periods_of_before(place, then, labels):
    phrase = "các đơn vị liên quan"
    code = place.keep(reading(task("1", coordinating_units=[phrase])))
    plans.approve(place.uow, plans.Approve(code), place.by())
    plans.roll(place.uow, place.around, then)
    unit = place.uow.units.named("Bảo hiểm xã hội").id
    decide = plan_corrections.Decide(code, phrase, "units", (unit,))
    plan_corrections.decide(place.uow, decide, place.by(now=then))
    plans.roll(place.uow, place.around, _at(2025, 8))
    assert [o.label for o in place.occurrences() if o.unit_id == unit] == labels
