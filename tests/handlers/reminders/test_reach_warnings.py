"""Days before a due day whoever coordinates hears who cannot be told, why, and who is told instead."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.services import reach_warnings, reminders
from messages.words import LOCAL
from tests.handlers.progress.employers import enter, register
from tests.handlers.progress.world import World


@pytest.fixture
def world():
    made = World()
    yield made
    made.close()


def _block(world, name, state="blocked"):
    with world.database.transaction() as uow:
        uow.people.set_address_state(uow.people.at(world.address(name)).id, state)


def _tick(world, day, hour=7, minute=30, month=12):
    world.now = datetime(2026, month, day, hour, minute, tzinfo=LOCAL)
    with world.database.transaction() as uow:
        return reach_warnings.tick(uow, world.around, world.now)


def _warnings(world):
    return [n.text for n in world.talk("coordinator").notices() if "chưa nhắn được" in n.text]


def _ledger(world):
    with world.database.reading() as uow:
        entries = uow.ledger.between(datetime(2026, 1, 1, tzinfo=LOCAL), datetime(2027, 12, 31, tzinfo=LOCAL))
    return [entry for entry in entries if entry["reason"] == "reachability"]


def test_nothing_is_said_where_everybody_can_be_told(world):
    assert [_tick(world, day) for day in (7, 8, 9, 10, 11, 14)] == [0] * 6


def test_a_unit_nobody_can_tell_is_named_days_ahead_with_why_and_once(world):
    _block(world, "son")
    assert _tick(world, 3) == 0  # seven working days before
    assert _tick(world, 7) == 1
    [said] = _warnings(world)
    assert "Xã Yên Sơn" in said
    assert "đã chặn Báo An" in said
    assert "14/12" in said
    assert "Tân Lập" not in said
    assert [_tick(world, day) for day in (8, 9, 10)] == [0, 0, 0]
    assert [(e["reason"], e["level"]) for e in _ledger(world)] == [("reachability", "coordinator")]


def test_the_next_in_line_is_named_where_there_is_one(world):
    _block(world, "focal")
    _tick(world, 7)
    [said] = _warnings(world)
    assert "đã chuyển sang" in said
    with world.database.transaction() as uow:
        reminders.tick(uow, world.around, world.now)
    assert world.talk("deputy").notices()


def test_who_is_lost_later_is_warned_of_later(world):
    _tick(world, 7)
    _block(world, "son")
    assert _tick(world, 8) == 1


def test_not_at_night_nor_on_a_day_of_rest(world):
    _block(world, "son")
    assert _tick(world, 7, hour=6) == 0
    assert _tick(world, 12) == 0
    assert _tick(world, 13) == 0
    assert _tick(world, 14) == 1


def test_where_the_days_ceiling_is_reached_it_comes_the_next_morning(world):
    _block(world, "son")
    world.around = _with(world, daily_ceiling=1)
    world.now = datetime(2026, 12, 7, 7, 30, tzinfo=LOCAL)
    with world.database.transaction() as uow:
        reminders.tick(uow, world.around, world.now)  # the coordinator stands in for the silent commune
    assert _tick(world, 7) == 0
    assert _tick(world, 8) == 1


def test_none_where_the_policy_says_so(world):
    _block(world, "son")
    world.around = _with(world, reach_before=0)
    assert _tick(world, 7) == 0


def test_employers_nobody_is_linked_for_are_counted_once(world):
    for number in range(12):
        register(world, f"Công ty {number}", f"02{number:08d}")
    world.now = datetime(2026, 6, 10, 8, 0, tzinfo=LOCAL)
    enter(world)
    assert _tick(world, 29, month=6) == 1
    [said] = _warnings(world)
    assert "12 doanh nghiệp" in said
    assert "Công ty" not in said
    assert _ledger(world) == []
    assert _tick(world, 30, month=6) == 0


def _with(world, **changed):
    return replace(world.around, policy=replace(world.around.policy, **changed))


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.sampled_from(["block", "open", "tick"]), st.sampled_from(["focal", "deputy", "son"])),
        max_size=14,
    )
)
def test_each_duty_is_warned_of_once_at_most_and_never_where_its_first_can_be_told(acts):
    world = World()
    blocked, day = set(), 4
    for act, name in acts:
        if act == "tick":
            day += 1
            _tick(world, min(day, 14))
        else:
            _block(world, name, "blocked" if act == "block" else "active")
            (blocked.add if act == "block" else blocked.discard)(name)
    entries = [(e["occurrence"], e["step"]) for e in _ledger(world)]
    assert len(entries) == len(set(entries))
    if not any(act == "block" and name in ("focal", "son") for act, name in acts):
        assert entries == []
    world.close()
