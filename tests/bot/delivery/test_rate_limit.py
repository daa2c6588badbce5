"""The windows by themselves: exact at their edges, and a late call keeps its place as much longer."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import Limits
from bot.delivery.rate_limit import GUARD, RESERVE, SLACK, Pace, Window, window
from messages.envelope import Address

AN = Address("telegram", "1", "7", "7")
GROUP = Address("telegram", "1", "-5", "7")


def _spend(pace, address, count, *, took=0.01):
    """Send as early as allowed, `count` times; returns the instants."""
    now, times = 100.0, []
    for _ in range(count):
        now = max(now, pace.channel_ready_at(), pace.chat_ready_at(address))
        pace.answered(pace.take(address, now), now + took)
        times.append(now)
    return times


@given(late=st.lists(st.floats(0, 0.2), min_size=80, max_size=80))
def test_whatever_the_answers_take_no_window_is_passed_at_the_other_end(late):
    """The other end sees a call as late as its answer was: within the guard and the reserve nothing is refused."""
    pace = Pace(Limits(per_second=30))
    now, arrivals, beyond = 100.0, [], 0.0
    for extra in [0.0, *late]:
        now = max(now, pace.channel_ready_at())
        call = pace.take(AN, now)
        arrivals.append(now + 0.001 + extra)
        call.took = 0.002 + extra
        pace.quickest = 0.002
        beyond += max(0.0, extra - GUARD)
    if beyond <= RESERVE:
        arrivals.sort()
        assert all(b - a >= 1.0 for a, b in zip(arrivals, arrivals[30:], strict=False))


def test_a_chat_has_its_own_second_and_a_group_its_minute():
    limits = Limits(per_second=30, chat_per_second=1, group_per_minute=20)
    private = _spend(Pace(limits), AN, 5)
    assert all(1.0 <= b - a < 1.03 for a, b in itertools.pairwise(private))
    group = _spend(Pace(limits), GROUP, 41)
    assert all(b - a >= 60 for a, b in zip(group, group[20:], strict=False))
    assert group[40] - group[0] < 2 * 60 * (1 + SLACK + GUARD)


@pytest.mark.parametrize("limits", [Limits(per_second=30), Limits(per_minute=100), Limits(per_minute=2000)])
def test_of_each_limit_at_least_97_hundredths_are_used(limits):
    rate = limits.per_second or (limits.per_minute or 0) / 60
    times = _spend(Pace(limits), AN, int(rate * 150))
    assert (len(times) - 1) / (times[-1] - times[0]) / rate >= 0.97


def test_a_minutes_limit_is_spread_so_that_what_is_urgent_finds_room():
    times = _spend(Pace(Limits(per_minute=100)), AN, 60)
    assert times[-1] - times[0] >= 25


def test_a_pause_is_not_cut_short_by_a_shorter_one():
    pace = Pace(Limits())
    pace.pause(130.0)
    pace.pause(110.0)
    assert pace.channel_ready_at() == 130.0


def test_a_rate_that_is_no_whole_number_is_the_time_between_two():
    half = window(0.5, 1.0, smooth=1)
    half.take(Pace(Limits()).take(AN, 10.0), 0.0)
    assert half.ready_at(0.0) >= 12.0


def test_a_window_that_never_answers_costs_no_more_than_the_reserve():
    one = Window(1, 1.0, 1)
    one.take(Pace(Limits()).take(AN, 10.0), 0.0)
    assert one.ready_at(0.0) <= 11.0 + SLACK + GUARD + RESERVE


def test_chats_that_are_long_quiet_are_forgotten(monkeypatch):
    monkeypatch.setattr("bot.delivery.rate_limit.IDLE_CHATS", 10)
    pace = Pace(Limits(chat_per_second=1))
    for n in range(50):
        pace.take(Address("telegram", "1", str(n), str(n)), 100.0 + n)
    assert len(pace._chats) <= 10


def test_the_first_call_opens_a_connection_and_may_have_arrived_as_late_as_its_answer():
    pace = Pace(Limits(chat_per_second=1))
    pace.answered(pace.take(AN, 100.0), 100.08)
    assert pace.chat_ready_at(AN) >= 101.08
