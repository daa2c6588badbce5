"""After an outage each missed reminder comes once and says that it is late; who runs this hears what it touched."""

from datetime import UTC, datetime

import pytest

from handlers.services import outages, reminders
from messages.words import LOCAL
from tests.handlers.progress.world import World


@pytest.fixture
def world():
    made = World()
    yield made
    made.close()


def _at(words):
    return datetime.fromisoformat(words).replace(tzinfo=LOCAL).astimezone(UTC)


def _run(world, words, *, alive=True):
    """Do what a program that runs does every minute."""
    world.now = _at(words)
    with world.database.transaction() as uow:
        was_away = outages.sign_of_life(uow, world.now) if alive else False
        reminders.tick(uow, world.around, world.now)
        return was_away, outages.tick(uow, world.around, world.now)


def _words(world, name):
    return [notice.text for notice in world.talk(name).notices()]


def test_the_first_start_and_a_running_program_know_of_no_outage(world):
    assert _run(world, "2026-12-04T09:00") == (False, 0)
    assert _run(world, "2026-12-04T09:01") == (False, 0)
    assert _run(world, "2026-12-04T09:09") == (False, 0)


def test_what_was_missed_comes_once_marked_and_the_operator_hears_it(world):
    _run(world, "2026-12-04T18:00")
    _run(world, "2026-12-07T06:00")  # away over the weekend, when nothing was to be said
    before = len(_words(world, "focal"))
    away, told = _run(world, "2026-12-07T09:40")  # away over the digest hour
    assert (away, told) == (True, 2)
    [late] = _words(world, "focal")[before:]
    assert late.startswith("Tin này gửi muộn: Báo An ngừng từ 06:00 đến 09:40 07/12.\n⏰ Báo cáo năm 2026")
    assert late.endswith("?")
    assert _run(world, "2026-12-07T09:41") == (False, 0)
    assert len(_words(world, "focal")) == before + 1
    [word] = [text for text in _words(world, "coordinator") if "09:40" in text]
    assert word.startswith("Báo An đã chạy lại. Ngừng từ 06:00 đến 09:40 07/12. 2 lời nhắc gửi muộn")
    assert word.endswith("Không hạn luật nào bị chạm.")


def test_an_outage_over_days_makes_one_message_good(world):
    _run(world, "2026-12-01T08:00")
    count = len(_words(world, "focal"))
    _run(world, "2026-12-10T08:00")  # steps 5 and 3 working days before went by
    assert len(_words(world, "focal")) == count + 1
    _run(world, "2026-12-11T07:30")  # the day before: on time, and not called late
    assert "gửi muộn" not in _words(world, "focal")[-1]


def test_an_outage_in_the_night_makes_nothing_late(world):
    _run(world, "2026-12-06T20:00")
    _run(world, "2026-12-07T06:10")
    _run(world, "2026-12-07T07:30")
    assert all("gửi muộn" not in text for text in _words(world, "focal"))
    assert [text for text in _words(world, "coordinator") if "0 lời nhắc gửi muộn" in text]


def test_the_choices_of_a_late_reminder_are_there(world):
    _run(world, "2026-12-04T18:00")
    _run(world, "2026-12-07T09:40")
    with world.database.transaction() as uow:
        row = uow.outbox.due_notices_of(world.people["focal"])[-1]
    assert any(payload.startswith("progress:done") for payload, _ in row.body["choices"])
