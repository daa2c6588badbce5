"""A batch larger than what an account's package takes before quiet hours is said to the operator."""

from datetime import date, timedelta

import pytest
import structlog

from bot.channels.zalo_oa import package
from bot.ticks import TICKS
from domain.ways import TEMPLATES, Allows, Rules
from handlers.services import packages
from messages.envelope import OutboundMessage
from messages.render import text
from tests.handlers.progress.world import World
from tests.handlers.reminders.test_tick import _at, _notices

LATE = "2026-12-07T18:30"  # half an hour before quiet hours


@pytest.fixture
def world():
    made = World()
    made.database.rules = Rules({"console": Allows(per_minute=1)})
    yield made
    made.close()


def _wait(world, count, urgent=False):
    with world.database.transaction() as uow:
        address = uow.people.at(world.address("worker"))
        for number in range(count):
            uow.outbox.add(
                OutboundMessage(f"tin {number}", urgent=urgent), person_id=address.person_id,
                address_id=address.id, lane="notice", now=world.now, dedup_key=f"{urgent}{number}",
            )  # fmt: skip


def _tick(world, at):
    world.now = _at(at)
    run = next(tick for tick in TICKS if tick.name == "reminders").run
    with structlog.testing.capture_logs() as lines, world.database.transaction() as uow:
        run(uow, world.around, world.now)
    return [line for line in lines if line["event"] == "package_too_small"]


def _last(world):
    with world.database.transaction() as uow:
        return packages.last(uow, "console")


def test_what_does_not_fit_is_said_and_kept_for_the_check(world):
    _wait(world, 40)
    [line] = _tick(world, LATE)
    short = _last(world)
    assert (line["waiting"], line["fits"]) == (short.waiting, short.fits) == (42, 30)
    assert short.until == _at("2026-12-07T19:00")


def test_what_fits_is_not_said_and_takes_the_word_back(world):
    _wait(world, 40)
    _tick(world, LATE)
    waiting = [notice.id for notice in _notices(world, "worker")]
    with world.database.transaction() as uow:
        uow.outbox.drop(waiting, "done", world.now)
    assert _tick(world, "2026-12-09T07:30") == []
    assert _last(world) is None


def test_urgent_ones_are_not_counted_for_they_wait_for_nothing(world):
    _wait(world, 40, urgent=True)
    assert _tick(world, LATE) == []


def test_a_batch_made_at_night_has_the_whole_next_day(world):
    _wait(world, 600)
    assert _tick(world, "2026-12-06T22:00") == []  # 11 hours and a half from Monday 07:30


def test_the_gravest_leave_first(world):
    with world.database.transaction() as uow:
        uow.occurrences.change(uow.occurrences.by_code("CV-26-SONBC").id, due_on=date(2026, 12, 4))
    _tick(world, "2026-12-07T07:30")
    rows = sorted((row for name in world.people for row in _notices(world, name)), key=lambda row: row.id)
    assert [row.about["items"][0]["reason"] for row in rows] == ["overdue", "soon"]
    assert [row.person_id for row in rows] == [world.people["son"], world.people["focal"]]


def test_the_check_says_what_is_left_and_what_was_too_much(world):
    now = _at(LATE)
    short = {"waiting": 42, "fits": 30, "at": now.isoformat(), "until": _at("2026-12-07T19:00").isoformat()}
    with world.database.transaction() as uow:
        assert package.sentences(uow, now) == []
        uow.ways.note("zalo-oa", TEMPLATES, 12, 500, now)
        uow.meta.put("package_short:zalo-oa", short)
        said = [text("vi", one.key, one.params) for one in package.sentences(uow, now)]
        assert len(package.sentences(uow, now + timedelta(days=1))) == 1  # a number of yesterday says nothing
    assert "12 tin mẫu" in said[0]
    assert "42 tin chờ" in said[1]
    assert "19h00" in said[1]
