"""The end of the law in use is told beforehand, and afterwards for as long as nothing follows."""

from datetime import UTC, datetime, timedelta

import pytest

from domain import law
from domain.calendar import local
from handlers.services import law_packs
from tests.handlers.accidents.conftest import make_world

ENDS = law.packs()[-1].valid_to
MORNING = datetime(ENDS.year, ENDS.month, ENDS.day, 1, 0, tzinfo=UTC)


@pytest.fixture
def world():
    made = make_world()
    made.add("admin", ("admin", None))
    made.read = len(made.rows())
    yield made
    made.close()


def tick(world, days_before):
    world.now = MORNING - timedelta(days=days_before)
    law_packs.tick(world.uow, world.around, world.now)
    return {one.person: one.text for one in world.new()}


def test_nothing_is_said_before_the_ninetieth_day(world):
    assert tick(world, 91) == {}
    assert law_packs.next_tick(world.uow, world.now) < MORNING - timedelta(days=90)


def test_those_who_coordinate_are_told_from_the_ninetieth_day_once_a_week(world):
    told = tick(world, 90)
    assert set(told) == {"coordinator", "admin"}
    assert "01/03/2027, còn 90 ngày" in told["admin"]
    assert "NĐ 129/2025/NĐ-CP" in told["admin"]
    assert [days for days in range(89, 75, -1) if tick(world, days)] == [83, 76]


def test_the_day_it_ends_is_told_whatever_was_told_before_and_then_once_a_month(world):
    tick(world, 2)
    assert "đã hết hiệu lực" in tick(world, 0)["coordinator"]
    assert [days for days in range(1, 65) if tick(world, -days)] == [30, 60]


def test_time_travel_finds_every_warning(world):
    world.now = MORNING - timedelta(days=120)
    found = []
    for _ in range(40):
        coming = law_packs.next_tick(world.uow, world.now)
        world.now = max(coming, world.now + timedelta(seconds=1))
        if world.now > MORNING + timedelta(days=61):
            break
        if law_packs.tick(world.uow, world.around, world.now):
            found.append((local(world.now).date() - ENDS).days)
    assert found == [*range(-90, 0, 7), 0, 30, 60]


def test_with_nobody_to_tell_it_is_tried_again_a_week_later(world):
    for name, role in (("coordinator", "coordinator"), ("admin", "admin")):
        person = world.uow.people.get(world.people[name])
        for one in person.memberships:
            if one.role == role:
                world.uow.people.leave(person.id, one.unit_id, role, world.now)
    assert tick(world, 90) == {}
    assert law_packs.next_tick(world.uow, world.now) > world.now


def test_an_installation_past_the_end_says_so_at_once(world):
    assert "đã hết hiệu lực" in tick(world, -400)["admin"]
