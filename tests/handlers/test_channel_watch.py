"""Who runs the program is told in chat, by a channel that works, what is wrong with another and what to do."""

from datetime import timedelta

import pytest

from domain.outage import CALM, PATIENCE
from handlers.services import channel_watch as watch
from messages.envelope import Address, Text
from messages.words import moment
from storage.tables import outbox
from tests.handlers.accidents.conftest import make_world

AWAY = Text("telegram-unreachable")
LOST = Text("zalo-token-lost", {"reason": "-118"})


@pytest.fixture
def world():
    made = make_world()
    yield made
    made.close()


def is_so(world, channel, problem, part="listen"):
    watch.note(world.uow, channel, part, problem, world.now)


def tick(world):
    return watch.tick(world.uow, world.around, world.now)


def told(world):
    """Return (where, text) of what the operator was told."""
    found = [row for row in world.rows_of(outbox) if (row["dedup_key"] or "").startswith("channel-")]
    places = {}
    for person in {row["person_id"] for row in found}:
        places |= {way.id: way.address.channel for way in world.uow.people.ways(person)}
    return [(places[row["address_id"]], row["body"]["text"]) for row in found]


def also_at(world, name, channel, *, later=True):
    address = world.uow.people.add_address(world.people[name], Address(channel, "1", name, name))
    world.uow.people.touch(address, world.now + timedelta(seconds=1 if later else -1))
    return address


def test_a_lost_token_is_told_at_once_where_a_channel_works(world):
    also_at(world, "coordinator", "zalo-oa")
    is_so(world, "zalo-oa", LOST)
    assert tick(world) == 1
    ((where, text),) = told(world)
    assert where == "console"
    assert text.startswith("Kênh Zalo chưa chạy được, từ ")
    assert "BAOAN_ZALO_OA_REFRESH_TOKEN" in text
    assert tick(world) == 0


def test_the_admin_comes_first_and_the_coordinator_steps_in(world):
    world.add("admin", ("admin", "office"))
    is_so(world, "zalo-oa", LOST)
    tick(world)
    (row,) = [row for row in world.rows_of(outbox) if row["dedup_key"]]
    assert row["person_id"] == world.people["admin"]
    for way in world.uow.people.ways(world.people["admin"]):
        world.uow.people.set_address_state(way.id, "blocked")
    is_so(world, "telegram", Text("telegram-token-wrong"))
    tick(world)
    assert world.rows_of(outbox)[-1]["person_id"] == world.people["coordinator"]


def test_what_lasts_is_told_once_then_daily_then_when_it_works_again(world):
    is_so(world, "telegram", AWAY)
    assert tick(world) == 0
    for _ in range(2 * 24 * 60):
        world.later(minutes=1)
        is_so(world, "telegram", AWAY)
        tick(world)
    assert [text.split(",")[0] for _, text in told(world)] == [
        "Kênh Telegram chưa chạy được", "Kênh Telegram vẫn chưa chạy được",
    ]  # fmt: skip
    is_so(world, "telegram", None)
    tick(world)
    world.later(minutes=CALM // timedelta(minutes=1))
    is_so(world, "telegram", None)
    assert tick(world) == 1
    assert told(world)[-1][1].startswith("✅ Kênh Telegram chạy lại từ ")


def test_one_of_two_processes_that_fails_is_enough(world):
    is_so(world, "telegram", AWAY, "send")
    world.later(seconds=1)
    is_so(world, "telegram", None, "listen")
    world.later(minutes=PATIENCE // timedelta(minutes=1))
    assert tick(world) == 1


def test_a_note_nobody_confirms_says_nothing(world):
    is_so(world, "telegram", AWAY)
    world.later(minutes=6)
    assert tick(world) == 0
    assert told(world) == []


def test_a_problem_keeps_its_beginning_over_a_restart(world):
    began = world.now
    is_so(world, "telegram", AWAY)
    world.later(minutes=4)
    is_so(world, "telegram", AWAY)
    assert tick(world) == 1
    assert f"từ {moment('vi', began)}." in told(world)[0][1]


def test_where_nobody_can_be_told_the_end_of_it_is(world):
    for way in world.uow.people.ways(world.people["coordinator"]):
        world.uow.people.set_address_state(way.id, "blocked")
    also_at(world, "coordinator", "telegram")
    is_so(world, "telegram", Text("telegram-token-wrong"))
    assert tick(world) == 0
    is_so(world, "telegram", None)
    tick(world)
    world.later(minutes=4)
    is_so(world, "telegram", None)
    world.later(minutes=CALM // timedelta(minutes=1) - 4)
    is_so(world, "telegram", None)
    assert tick(world) == 1
    assert told(world)[0][0] == "telegram"


@pytest.mark.parametrize("key", sorted(watch.AT_ONCE))
def test_what_is_told_at_once_has_its_sentence(world, key):
    is_so(world, "zalo-oa", Text(key, {"reason": "x"}))
    assert tick(world) == 1
    assert "BAOAN_" in told(world)[0][1]
