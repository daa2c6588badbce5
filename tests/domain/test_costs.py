"""What a message costs, when the cap keeps it back, and where a month begins: pure rules."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import LOCAL
from domain.costs import (
    CAP_REASON,
    Bill,
    CapState,
    Spending,
    Sum,
    Tariff,
    cap_state,
    each,
    forecast,
    month_after,
    month_before,
    month_of,
    plan_fee,
    price_list,
    prices_from_toml,
    span,
    summed,
    tariff_for,
    withheld,
)

DAY = date(2026, 11, 24)
NOBODY = Spending()
HOUR = timedelta(hours=1)
ways = st.sampled_from(Tariff)
bills = st.builds(Bill, ways, st.integers(1, 9), st.none() | st.integers(0, 10_000))


@pytest.mark.parametrize(
    ("hours", "way"),
    [(0, "free"), (48, "free"), (49, "cs"), (168, "cs"), (169, "template_uid"), (None, "template_uid")],
)
def test_the_way_to_somebody_silent_on_the_official_account(hours, way):
    assert tariff_for("zalo-oa", None if hours is None else hours * HOUR) == way


@pytest.mark.parametrize("channel", ["telegram", "zalo-bot", "webchat", "console"])
@pytest.mark.parametrize("silent", [None, timedelta(0), timedelta(days=400)])
def test_everywhere_else_it_is_free_however_long_somebody_was_silent(channel, silent):
    assert each(channel, tariff_for(channel, silent), DAY, NOBODY) == 0


def test_the_listed_price_and_the_days_it_is_known_for():
    assert each("zalo-oa", Tariff.FREE, DAY, NOBODY) == 0
    assert each("zalo-oa", Tariff.CS, DAY, NOBODY) == 55
    assert each("zalo-oa", Tariff.CS, date(2025, 12, 31), NOBODY) is None
    assert each("a new platform", Tariff.FREE, DAY, NOBODY) is None


def test_a_template_costs_what_the_office_set_and_is_unknown_otherwise():
    office = Spending(template_uid=200, template_phone=0)
    assert each("zalo-oa", Tariff.TEMPLATE_UID, DAY, office) == 200
    assert each("zalo-oa", Tariff.TEMPLATE_PHONE, DAY, office) == 0
    assert each("zalo-oa", Tariff.TEMPLATE_UID, DAY, NOBODY) is None


def test_the_plan_of_the_office():
    assert plan_fee(NOBODY, DAY) is None
    assert plan_fee(Spending(plan="tang-truong"), DAY) == 2_500_000
    assert plan_fee(Spending(plan="toan-dien"), DAY) == 6_000_000
    assert plan_fee(Spending(plan="toan-dien"), date(2026, 5, 31)) is None


def test_every_price_says_where_it_was_read_and_how_sure_it_is():
    assert price_list()
    assert all(one.source and one.certainty in {"own", "seen", "listed", "inferred"} for one in price_list())
    assert not any(way.startswith("template") for _, way in (one.of for one in price_list()))


def test_a_newer_price_wins_from_its_first_day_and_an_ended_one_is_unknown():
    text = """
        [[message]]
        channel = "x"
        way = "cs"
        dong = {dong}
        source = "s"
        certainty = "listed"
    """
    (one,) = prices_from_toml(text.format(dong=5))
    assert one.holds_on(DAY)
    for wrong in ("5.5", "-1", "true", '"5"'):
        with pytest.raises(ValueError, match="whole number"):
            prices_from_toml(text.format(dong=wrong))


@given(bill=bills, state=st.sampled_from(CapState), flags=st.tuples(*[st.booleans()] * 3))
def test_only_what_may_cost_something_is_kept_back_and_never_an_alarm_or_an_answer(bill, state, flags):
    is_answer, is_urgent, at_any_cost = flags
    reason = withheld(bill, state, is_answer=is_answer, is_urgent=is_urgent, goes_at_any_cost=at_any_cost)
    kept = state is CapState.REACHED and bill.cost != 0 and not any(flags)
    assert reason == (CAP_REASON if kept else None)


def test_an_unknown_price_is_no_zero():
    unknown = Bill(Tariff.TEMPLATE_UID, 2, None)
    assert unknown.cost is None
    assert not unknown.is_free
    assert summed([unknown, Bill(Tariff.CS, 3, 55)]) == Sum(messages=5, cost=165, unknown=2)
    assert unknown.of(0) is None
    assert Bill(Tariff.CS, 3, 55).of(1) == Bill(Tariff.CS, 1, 55)


@pytest.mark.parametrize(
    ("spent", "cap", "state"),
    [
        (0, None, "none"), (10**9, None, "none"), (0, 1000, "ok"), (799, 1000, "ok"), (800, 1000, "near"),
        (999, 1000, "near"), (1000, 1000, "reached"), (1055, 1000, "reached"), (0, 0, "reached"),
    ],
)  # fmt: skip
def test_the_state_of_the_cap(spent, cap, state):
    assert cap_state(spent, cap) == state


@given(spent=st.integers(0, 10**7), more=st.integers(0, 10**6), cap=st.integers(0, 10**7))
def test_spending_more_never_eases_the_cap(spent, more, cap):
    order = [CapState.OK, CapState.NEAR, CapState.REACHED]
    assert order.index(cap_state(spent + more, cap)) >= order.index(cap_state(spent, cap))


@given(st.lists(bills), st.lists(bills))
def test_a_forecast_is_never_less_than_what_was_spent_and_keeps_what_is_unknown(sent, planned):
    actual = summed(sent)
    total = forecast(actual, planned)
    assert total == actual.plus(summed(planned))
    assert (total.cost, total.unknown, total.messages) >= (actual.cost, actual.unknown, actual.messages)
    assert total.unknown <= total.messages


def test_a_month_is_one_of_vietnam():
    assert month_of(datetime(2026, 10, 31, 16, 59, tzinfo=UTC)) == date(2026, 10, 1)
    assert month_of(datetime(2026, 10, 31, 17, 0, tzinfo=UTC)) == date(2026, 11, 1)
    assert span(date(2026, 11, 1)) == (
        datetime(2026, 10, 31, 17, tzinfo=UTC),
        datetime(2026, 11, 30, 17, tzinfo=UTC),
    )


@given(st.integers(0, 70 * 365 * 24 * 60))
def test_every_instant_lies_in_one_month(minutes):
    now = datetime(2020, 1, 1, tzinfo=LOCAL) + timedelta(minutes=minutes)
    month = month_of(now)
    first, last = span(month)
    assert first <= now < last
    assert last == span(month_after(month))[0]
    assert month_before(month_after(month)) == month
