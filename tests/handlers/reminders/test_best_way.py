"""Whom a reminder goes to and where, by what the channels allow and have left."""

from datetime import timedelta

import pytest

from domain.ways import TEMPLATES, Allows, Rules, Topic
from handlers import outgoing
from handlers.services import people, reminders
from messages.envelope import Address, Say
from tests.handlers.progress.world import World
from tests.handlers.reminders.test_tick import _at, _ledger, _notices

REPORT = "CV-26-LAPBC"
SILENT = Allows(free=timedelta(hours=48), open=timedelta(days=7))
TEMPLATED = Allows(free=SILENT.free, open=SILENT.open, templates=frozenset({Topic.REMINDER}))
MONDAY = "2026-12-07T07:30"  # everybody was last heard from thirteen days ago


@pytest.fixture
def world():
    made = World()
    yield made
    made.close()


def _tick(world, text, allows):
    world.database.rules = Rules({"console": allows})
    world.now = _at(text)
    with world.database.transaction() as uow:
        return reminders.tick(uow, world.around, world.now)


def _heard(world, name, text):
    with world.database.transaction() as uow:
        people.recognise(uow, world.address(name), _at(text))


def _told(world):
    return [e["person_id"] for e in _ledger(world) if e["occurrence"] == REPORT]


def test_silent_and_without_a_template_the_next_in_line_hears_at_once(world):
    _heard(world, "deputy", "2026-12-05T08:00")
    _tick(world, MONDAY, SILENT)
    assert _told(world) == [world.people["deputy"]]


def test_a_template_keeps_the_focal_point_in_line(world):
    _heard(world, "deputy", "2026-12-05T08:00")
    _tick(world, MONDAY, TEMPLATED)
    assert _told(world) == [world.people["focal"]]


def test_with_no_template_left_the_next_in_line_hears_and_the_day_after_the_focal_point_again(world):
    _heard(world, "deputy", "2026-12-05T08:00")
    with world.database.transaction() as uow:
        uow.ways.note("console", TEMPLATES, 0, None, _at(MONDAY))
    _tick(world, MONDAY, TEMPLATED)
    assert _told(world) == [world.people["deputy"]]
    _tick(world, "2026-12-09T07:30", TEMPLATED)
    assert _told(world)[1:] == [world.people["focal"]]


def test_nobody_with_a_way_is_asked_again_each_day_until_there_is_one(world):
    assert _tick(world, MONDAY, SILENT) == 0
    assert _tick(world, "2026-12-08T07:30", SILENT) == 0
    _heard(world, "focal", "2026-12-08T10:00")
    _tick(world, "2026-12-08T10:01", SILENT)
    assert _told(world) == [world.people["focal"]]


def test_who_writes_again_hears_what_went_past_them(world):
    _heard(world, "deputy", "2026-12-05T08:00")
    _tick(world, MONDAY, SILENT)
    _heard(world, "focal", "2026-12-07T09:00")
    _tick(world, "2026-12-07T09:01", SILENT)
    assert _told(world) == [world.people["deputy"], world.people["focal"]]
    _heard(world, "focal", "2026-12-07T09:30")
    assert _tick(world, "2026-12-07T09:31", SILENT) == 0


def test_two_apps_are_one_person_and_the_open_one_is_taken(world):
    other = Address("other", "test", "focal-2", "focal-2")
    with world.database.transaction() as uow:
        uow.people.touch(uow.people.add_address(world.people["focal"], other), _at("2026-10-01T08:00"))
    _tick(world, MONDAY, TEMPLATED)
    [notice] = _notices(world)
    assert notice.address == other


def test_a_notice_nobody_else_would_hear_is_tried_all_the_same(world):
    world.database.rules = Rules({"console": SILENT})
    with world.database.transaction() as uow:
        now = _at(MONDAY)
        assert uow.ways.reach(world.people["focal"], None, now) is None
        assert (
            outgoing.notify(uow, world.people["focal"], Say("language-set"), now, dedup_key="n") is not None
        )
        uow.people.set_address_state(uow.people.at(world.address("focal")).id, "blocked")
        assert outgoing.notify(uow, world.people["focal"], Say("language-set"), now, dedup_key="m") is None
