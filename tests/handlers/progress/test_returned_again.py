"""What was returned is asked about again after a few days, with the reason, also where it has no due day."""

from datetime import date, datetime

from handlers.services import reminders
from messages.words import LOCAL


def _returned(world, code):
    focal = world.talk("focal")
    focal.tap(f"progress:done:{code}")
    focal.say("5/BC-UBND")
    focal.pick("Đúng")
    coordinator = world.talk("coordinator")
    coordinator.tap(f"review:return:{world.said(code)[-1].id}")
    coordinator.say("Thiếu phụ lục số liệu")
    coordinator.pick("Đúng")


def _tick(world, day, hour=7):
    world.now = datetime(2026, 12, day, hour, 30, tzinfo=LOCAL)
    before = {n.text for n in world.talk("focal").notices()}
    with world.database.transaction() as uow:
        reminders.tick(uow, world.around, world.now)
    return [n for n in world.talk("focal").notices() if n.text not in before]


def test_an_undated_duty_is_asked_about_again_with_the_reason(world):
    world.add_check_in(code="CV-26-LAPQ4", label="2026-Q4")
    world.now = datetime(2026, 12, 1, 9, 0, tzinfo=LOCAL)
    _returned(world, "CV-26-LAPQ4")
    focal = world.talk("focal")
    focal.tap("progress:done:CV-26-LAPBC")
    focal.say("6/BC-UBND")
    focal.pick("Đúng")
    assert world.record("CV-26-LAPQ4").snoozed_until == date(2026, 12, 3)
    assert _tick(world, 2) == []
    (notice,) = _tick(world, 3)
    assert notice.text.endswith(
        "cơ quan đôn đốc trả lại ngày 1/12: Thiếu phụ lục số liệu. Anh/chị đã bổ sung chưa?"
    )
    assert notice.text.startswith("⏰ III.1.b Đẩy mạnh tuyên truyền")
    assert notice.choices[0].label == "Đã xong"


def test_a_day_that_is_near_is_not_kept_silent(world):
    world.now = datetime(2026, 12, 11, 9, 0, tzinfo=LOCAL)
    _returned(world, "CV-26-LAPBC")
    assert world.record().snoozed_until is None
    (notice,) = _tick(world, 14)
    assert "hạn cuối an toàn là hôm nay" in notice.text
