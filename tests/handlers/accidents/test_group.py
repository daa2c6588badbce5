"""In a group others read along: nothing personal or official is shown there, a cry for help is still heard."""

import pytest

from messages.envelope import InboundKind

PRIVATELY = "Việc này Báo An chỉ nói riêng. Anh/chị nhắn riêng cho Báo An."


@pytest.fixture
def told(world):
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "1")
    world.say("worker", "anh Nam ngã giàn giáo, gãy tay")
    return world


def test_an_offer_made_in_private_is_not_picked_from_in_a_group(told):
    for mark in ("1", "2", "Mở hồ sơ"):
        (shown,) = told.in_group("focal", mark)
        assert (shown.person, shown.text, shown.choices) == ("GROUP", PRIVATELY, [])
    assert told.case().state == "dispatched"
    told.new()
    assert "0912 345 678" in told.say("focal", "2")[0].text


@pytest.mark.parametrize(
    "payload",
    [
        "case:open:{code}",
        "case:take:{code}",
        "case:add:{code}",
        "status:cases",
        "status:overview",
        "status:tasks",
        "invite:start",
        "link:start",
        "plan:list",
        "review:waiting",
        "progress:start",
        "report:hazard",
        "settings:language",
        "consent:withdraw",
        "people:sure:3::",
        "nav:cancel",
    ],
)
@pytest.mark.parametrize("who", ["coordinator", "focal", "worker"])
def test_no_button_shows_or_does_anything_in_a_group(told, payload, who):
    session = told.session("worker")
    (shown,) = told.in_group(who, tap=payload.format(code=told.case().code))
    assert (shown.person, shown.text, shown.choices) == ("GROUP", PRIVATELY, [])
    assert told.session("worker") == session


@pytest.mark.parametrize(
    "words",
    [
        "{code}",
        "MOI-ABCDE-FGHJK",
        "NOI-ABCDE-FGHJK",
        "Xem vụ đã báo",
        "việc của tôi",
        "menu",
        "hủy",
        "Đồng ý",
    ],
)
def test_no_words_show_or_do_anything_in_a_group(told, words):
    session = told.session("worker")
    for who in ("worker", "focal", "coordinator"):
        (shown,) = told.in_group(who, words.format(code=told.case().code))
        assert (shown.person, shown.text, shown.choices) == ("GROUP", PRIVATELY, [])
    assert told.session("worker") == session


@pytest.mark.parametrize(
    "kind", [InboundKind.PHOTO, InboundKind.FILE, InboundKind.LOCATION, InboundKind.CONTACT]
)
def test_what_is_sent_into_a_group_goes_into_no_case(told, kind):
    (shown,) = told.in_group("worker", kind=kind)
    assert shown.text == PRIVATELY
    assert "photos" not in told.facts()


def test_a_step_of_a_report_under_way_is_not_taken_in_a_group(told):
    (shown,) = told.in_group("worker", "Trần Thị Hoa")
    assert shown.text == PRIVATELY
    assert "Trần Thị Hoa" not in str(told.facts())


@pytest.mark.parametrize("cry", ["có 2 người bị thương ở xã Tân Lập, gọi 0912345678", "báo tai nạn"])
def test_a_cry_in_a_group_gets_the_emergency_line_and_the_way_to_report(world, cry):
    shown = world.in_group("stranger", cry)
    assert shown[0].text.startswith("🔴")
    assert "115" in shown[0].text
    assert "nhắn riêng" in shown[-1].text
    assert all(m.person == "GROUP" and not m.choices and "0912" not in m.text for m in shown)
    assert not world.cases()
    assert world.in_group("stranger", tap="report:accident")[0].text.startswith("🔴")


def test_help_is_told_in_a_group(world):
    assert "báo tai nạn" in world.in_group("stranger", "trợ giúp")[0].text
    world.uow.people.set_language(world.people["focal"], "en")
    assert "privately" in world.in_group("focal", "menu")[0].text
