"""An officer's own number: left in a sentence, used for templates only, forgotten when asked."""

import unicodedata

import pytest

from domain.vietnamese.own_number import OwnNumber, own_number
from domain.ways import PHONE, Allows, Rules, Topic, Way
from handlers.services import work_phone
from tests.handlers.progress.world import World

LEFT = "số điện thoại của tôi 0912 345 678"
TEMPLATED = Allows(templates=frozenset({Topic.REMINDER}), phones=True)


@pytest.fixture
def world():
    made = World()
    made.database.rules = Rules({"zalo-oa": TEMPLATED})
    yield made
    made.close()


def _numbers(world, name="focal"):
    with world.database.transaction() as uow:
        return [one.address.chat for one in work_phone.left_by(uow, world.people[name])]


def _trail(world):
    with world.database.engine.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql("SELECT action, subject, detail FROM audit")]


@pytest.mark.parametrize(
    "text",
    [
        LEFT,
        unicodedata.normalize("NFD", LEFT),
        "so dien thoai cua toi la 0912345678",
        "SĐT công vụ của em: 0912.345.678",
        "sdt zalo cua minh +84912345678",
        "my work phone number is 0912345678",
    ],
)
def test_a_number_of_ones_own(text):
    assert own_number(text) == OwnNumber("0912345678")


@pytest.mark.parametrize(
    "text",
    [
        "0912345678",
        "số điện thoại của tôi là gì",
        "số điện thoại của nạn nhân 0912345678",
        "số điện thoại của tôi 0203 3825 123",  # a landline has no Zalo
        "125/BC-UBND",
        "báo cáo của tôi số 0912345678",
        "số điện thoại của tôi 0912345678, " + "và còn kể thêm nhiều điều nữa về vụ việc hôm qua " * 3,
    ],
)
def test_what_leaves_no_number(text):
    assert own_number(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "xóa số điện thoại của tôi",
        "xoa sdt cua em di",
        "bỏ giúp số điện thoại của tôi",
        "remove my phone number",
    ],
)
def test_the_wish_to_be_forgotten(text):
    assert own_number(text) == OwnNumber(None)


def test_an_officer_leaves_one_and_no_trail_names_it(world):
    focal = world.talk("focal")
    focal.say(LEFT)
    assert "0912 345 678" in focal.last[-1].text
    assert _numbers(world) == [f"{PHONE}0912345678"]
    assert [row[0] for row in _trail(world) if row[0].startswith("work_phone")] == ["work_phone_left"]
    assert "0912" not in str(_trail(world))


def test_it_serves_templates_where_nothing_else_gets_through(world):
    world.talk("focal").say(LEFT)
    with world.database.transaction() as uow:
        person = world.people["focal"]
        assert uow.ways.reach(person, Topic.REMINDER, world.now).way is Way.OPEN  # by the app they write from
        uow.people.set_address_state(uow.people.at(world.address("focal")).id, "blocked")
        found = uow.ways.reach(person, Topic.REMINDER, world.now)
        assert (found.way, found.address.address.chat) == (Way.TEMPLATE, f"{PHONE}0912345678")
        assert uow.ways.reach(person, None, world.now) is None
        assert uow.ways.reach(person, Topic.ALARM, world.now) is None


def test_a_second_number_takes_the_place_of_the_first(world):
    focal = world.talk("focal")
    focal.say(LEFT)
    focal.say("số điện thoại của tôi 0987654321")
    assert _numbers(world) == [f"{PHONE}0987654321"]


def test_two_officers_may_share_a_telephone(world):
    world.talk("focal").say(LEFT)
    world.talk("deputy").say(LEFT)
    assert _numbers(world, "focal") == _numbers(world, "deputy") == [f"{PHONE}0912345678"]


def test_it_is_forgotten_when_asked(world):
    focal = world.talk("focal")
    focal.say(LEFT)
    focal.say("xóa số điện thoại của tôi")
    assert _numbers(world) == []
    with world.database.engine.connect() as connection:
        assert "0912" not in str(connection.exec_driver_sql("SELECT * FROM addresses").all())
    focal.say(LEFT)
    assert _numbers(world) == [f"{PHONE}0912345678"]


def test_who_is_no_officer_leaves_none(world):
    world.talk("worker").say(LEFT)
    assert _numbers(world, "worker") == []


def test_nothing_is_kept_that_serves_nothing(world):
    world.database.rules = Rules({})
    focal = world.talk("focal")
    focal.say(LEFT)
    assert "không giữ số này" in focal.last[-1].text
    assert _numbers(world) == []
