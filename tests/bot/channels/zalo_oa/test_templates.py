"""Templates reach who has been silent for a week; by phone with a tracking id, by UID without."""

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.channels.base import BlockedError, RefusedError, RetryLaterError, SendError
from bot.channels.zalo_oa import zbs
from bot.channels.zalo_oa.codes import ZBS_CODES, Do
from domain.calendar import LOCAL
from tests.bot.channels.zalo_oa.conftest import NOW, USER

DATA = {
    "unit": "UBND xã Tân Lập",
    "duty": "Báo cáo năm Kế hoạch 197",
    "deadline": "thứ Hai 14/12",
    "code": "BC-26-7K3F",
}
CASE = {
    "code": "TN-26-7K3F",
    "what": "Tai nạn chết người",
    "place": "xã Tân Lập",
    "reported_at": "8h52 24/11",
}


@pytest.fixture
def zalo(world):
    world.zalo.templates = {"301": dict(zbs.PARAMETERS["REMINDER"]), "302": dict(zbs.PARAMETERS["ACCIDENT"])}
    return world.zalo


async def test_by_phone(world, zalo):
    channel = await world.opened()
    sent = await channel.send_template("0912 345 678", "REMINDER", DATA, "out-17")
    assert sent.platform_key.startswith("zbs-")
    assert zalo.sent[0][0] == "84912345678"
    assert zalo.tracking == ["out-17"]


async def test_by_uid_after_the_window_has_closed(world, zalo):
    channel = await world.opened()
    world.clock.move_to(NOW + timedelta(days=30))
    await channel.send_template(world.address(), "REMINDER", DATA, "out-17")
    assert zalo.sent[0][0] == USER
    assert zalo.tracking == []


async def test_at_night_reminders_wait_for_the_morning_and_accidents_do_not(world, zalo):
    channel = await world.opened()
    world.clock.move_to(datetime(2026, 11, 24, 15, 0, tzinfo=UTC))  # 22h there
    with pytest.raises(RetryLaterError) as caught:
        await channel.send_template("0912345678", "REMINDER", DATA, "k1")
    assert world.clock.now() + caught.value.after == datetime(2026, 11, 25, 7, tzinfo=LOCAL)
    await channel.send_template("0912345678", "ACCIDENT", CASE, "k2")
    zalo.night_closed = True
    with pytest.raises(RetryLaterError) as caught:
        await channel.send_template("0912345678", "ACCIDENT", CASE, "k3")
    assert world.clock.now() + caught.value.after == datetime(2026, 11, 25, 6, tzinfo=LOCAL)
    assert not caught.value.everyone


async def test_what_is_too_long_or_missing_is_refused_before_it_leaves(world, zalo):
    channel = await world.opened()
    zalo.templates["301"]["deadline"] = 5  # Zalo's own list wins
    for data, code in ((DATA, "-1121"), ({**DATA, "more": "x"}, "-1122"), ({**DATA, "unit": " "}, "-1122")):
        with pytest.raises(RefusedError) as caught:
            await channel.send_template("0912345678", "REMINDER", data, "k")
        assert caught.value.code == code
    assert zalo.sent == []
    assert sum(path == "/template/info/v2" for path, _ in zalo.calls) == 1


async def test_without_zalos_list_ours_is_used(world, zalo):
    channel = await world.opened()
    zalo.fail("/template/info/v2", status=500)
    await channel.send_template("0912345678", "REMINDER", DATA, "k")
    assert len(zalo.sent) == 1


@pytest.mark.parametrize("number", ["12345", "84123", "0212345678", "+1 912 345 678", "912345678", ""])
async def test_numbers_that_are_none(world, zalo, number):
    channel = await world.opened()
    with pytest.raises(RefusedError):
        await channel.send_template(number, "REMINDER", DATA, "k")
    assert zalo.sent == []


@pytest.mark.parametrize(
    "number", ["0912345678", "84912345678", "+84 912.345.678", "(+84) 912-345-678", "0084912345678"]
)
def test_numbers_as_people_write_them(number):
    assert zbs.phone_84(number) == "84912345678"


async def test_a_template_that_is_not_set_is_refused(world, zalo):
    channel = await world.opened(templates={})
    with pytest.raises(RefusedError, match="BAOAN_ZBS_TEMPLATE_REMINDER"):
        await channel.send_template("0912345678", "REMINDER", DATA, "k")
    assert zalo.sent == []


@pytest.mark.parametrize("code", ZBS_CODES)
async def test_every_code_of_the_templates(world, zalo, code):
    channel = await world.opened()
    zalo.fail("/message/template", code=code)
    found = ZBS_CODES[code]
    if found.do is Do.REFRESH:
        await channel.send_template("0912345678", "REMINDER", DATA, "k")
        assert zalo.app.rotations == 2
        return
    with pytest.raises(SendError) as caught:
        await channel.send_template("0912345678", "REMINDER", DATA, "k")
    kinds = {Do.REFUSED: RefusedError, Do.BLOCKED: BlockedError}
    assert type(caught.value) is kinds.get(found.do, RetryLaterError)
    assert not getattr(caught.value, "everyone", False)
    assert (channel.problem is not None) is bool(found.problem)
    await channel.send(world.address(), _hello(), "k2")
    assert (channel.problem is not None) is bool(found.problem)  # chat going well fills no purse
    await channel.send_template("0912345678", "REMINDER", DATA, "k")
    assert channel.problem is None


def _hello():
    from messages.envelope import OutboundMessage  # noqa: PLC0415 - one use

    return OutboundMessage("Xin chào")


def test_the_tracking_id_is_the_same_for_a_repeat_and_fits():
    assert zbs.tracking_id("out-17") == "out-17"
    long = zbs.tracking_id("việc 9 | xã Tân Lập | 14/12 | lần 2 | " * 3)
    assert long == zbs.tracking_id("việc 9 | xã Tân Lập | 14/12 | lần 2 | " * 3)
    assert len(long) <= 48


@pytest.mark.parametrize(
    ("about", "template"),
    [
        ({"occurrences": ["V-1"]}, "REMINDER"),
        ({"case": "TN-26-7K3F"}, "ACCIDENT"),
        ({"kind": "decision"}, "REPORT_STATE"),
        ({"kind": "progress", "progress": 3}, None),
        ({"kind": "plan", "plan": "KH-26-AAAA"}, None),
        ({"kind": "other"}, None),
        (None, None),
    ],
)
def test_which_template_can_stand_for_a_message(about, template):
    assert zbs.template_for(about) == template


def test_a_long_duty_is_shortened_at_a_word():
    assert zbs.shortened("Báo cáo năm", 30) == "Báo cáo năm"
    assert zbs.shortened("Báo cáo năm,  thực hiện", 14) == "Báo cáo năm…"
    assert zbs.shortened("x" * 50, 10) == "x" * 9 + "…"


def test_when_the_door_opens():
    hours = (time(7), time(21, 30))
    at = datetime(2026, 11, 24, 6, 59, tzinfo=LOCAL)
    assert zbs.opening(at, hours) == datetime(2026, 11, 24, 7, tzinfo=LOCAL)
    assert zbs.opening(at + timedelta(minutes=1), hours) is None
    assert zbs.opening(datetime(2026, 11, 24, 21, 30, tzinfo=LOCAL), hours).day == 25
