"""A reminder put off: with a reason, to the days there are, not for ever, and heard of again on its day."""

from datetime import date, datetime

import pytest

from domain.calendar import vietnam_calendar
from domain.policy import PolicyError
from domain.terms import default_terms, snooze_days, terms_from_toml
from handlers.services import reminders
from messages.words import LOCAL

CODE = "CV-26-LAPBC"


def _put_off(world):
    focal = world.talk("focal")
    focal.tap(f"progress:later:{CODE}")
    return focal, focal.pick("Chờ số liệu")


def test_tomorrow_asks_for_the_reason_and_keeps_the_due_day(world):
    focal = world.talk("focal")
    assert (
        focal.tap(f"progress:later:{CODE}")
        == ["báo cáo năm 2026, nhắc lại 25/11: hiện vướng gì? Chọn hoặc nhắn vài chữ."]
        or "hiện vướng gì" in focal.last[0].text
    )
    told = focal.pick("Chờ số liệu")
    assert told == [
        "Đã ghi: báo cáo năm 2026, Báo An nhắc lại thứ Tư 25/11/2026. Hạn vẫn là thứ Hai 14/12/2026."
    ]
    record = world.record()
    assert (record.state, record.snoozed_until, record.due_on) == (
        "open", date(2026, 11, 25), date(2026, 12, 14),
    )  # fmt: skip
    assert world.said()[-1].note == "Chờ số liệu"
    assert world.talk("coordinator").notices() == []


@pytest.mark.parametrize("said", ["mai nhắc lại", "mai nhac lai nhe", "nhắc lại ngày mai", "đừng nhắc nữa"])
def test_in_words(world, said):
    focal = world.talk("focal")
    focal.say(said)
    if "nữa" in said:
        focal.pick("thứ Tư 25/11/2026")
    focal.say("chờ chủ tịch ký")
    assert world.record().snoozed_until == date(2026, 11, 25)
    assert world.said()[-1].note == "chờ chủ tịch ký"


def test_not_twice_in_a_row_without_news_of_the_duty(world):
    _put_off(world)
    world.now = datetime(2026, 11, 25, 9, 0, tzinfo=LOCAL)
    _put_off(world)
    world.now = datetime(2026, 11, 26, 9, 0, tzinfo=LOCAL)
    focal = world.talk("focal")
    assert focal.tap(f"progress:later:{CODE}") == [
        "Lời nhắc việc này đã hoãn hai lần liền. Việc tới đâu rồi?"
    ]
    assert focal.buttons == ["Đang làm", "Gặp khó", "Xin gia hạn"]
    focal.pick("Đang làm")
    focal.say("50")
    focal.say("10/12")
    focal.tap(f"progress:later:{CODE}")
    focal.pick("Chờ ký")
    assert world.record().snoozed_until == date(2026, 11, 27)


def test_not_past_the_last_safe_day(world):
    world.now = datetime(2026, 12, 14, 9, 0, tzinfo=LOCAL)
    focal = world.talk("focal")
    assert "không hoãn nhắc được nữa" in focal.tap(f"progress:later:{CODE}")[0]
    assert world.record().snoozed_until is None


def test_too_far_is_said_with_the_days_there_are(world):
    focal = world.talk("focal")
    focal.say("nhắc lại ngày 10/12")
    assert focal.say("10/12")[0].startswith("Lời nhắc chỉ hoãn được tới")
    assert focal.buttons == ["thứ Tư 25/11/2026", "thứ Năm 26/11/2026", "thứ Sáu 27/11/2026"]


def test_it_is_heard_of_again_on_that_day_and_not_before(world):
    world.now = datetime(2026, 12, 7, 8, 0, tzinfo=LOCAL)
    _put_off(world)
    with world.database.transaction() as uow:
        reminders.tick(uow, world.around, world.now)
    assert [n for n in world.talk("focal").notices() if "báo cáo năm" in n.text.casefold()] == []
    world.now = datetime(2026, 12, 8, 7, 30, tzinfo=LOCAL)
    with world.database.transaction() as uow:
        reminders.tick(uow, world.around, world.now)
    (notice,) = world.talk("focal").notices()
    assert notice.text == "⏰ Báo cáo năm 2026: hôm trước anh/chị xin nhắc lại hôm nay. Việc tới đâu rồi?"


def test_the_days_there_are():
    calendar, terms = vietnam_calendar(), default_terms()
    friday = date(2026, 11, 27)
    assert snooze_days(None, friday, calendar, terms) == (
        date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 2),
    )  # fmt: skip
    assert snooze_days(date(2026, 11, 30), friday, calendar, terms) == (date(2026, 11, 30),)
    assert snooze_days(friday, friday, calendar, terms) == ()
    assert snooze_days(date(2026, 11, 20), friday, calendar, terms) == (date(2026, 11, 30),)


@pytest.mark.parametrize("text", ["[snooze]\nlongest = 0", "snooze = 3", "[snooze]\nlonger = 3", "[snooze"])
def test_bad_terms_are_named(text):
    with pytest.raises(PolicyError):
        terms_from_toml(text)


def test_tomorrow_in_place_of_an_obstacle_is_no_obstacle(world):
    focal = world.talk("focal")
    focal.tap(f"progress:difficulty:{CODE}")
    focal.say("mai nhắc em nhé")
    focal.pick("thứ Tư 25/11/2026")
    focal.pick("Chờ ký")
    assert [p.kind for p in world.said()] == ["later"]
    assert world.talk("coordinator").notices() == []
