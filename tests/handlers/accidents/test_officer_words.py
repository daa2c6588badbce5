"""An officer's plain words stop the alarm or send it on; how cases stand, first and counted."""

import pytest

from handlers.services import alerts


@pytest.fixture
def told(world):
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.new()
    return world


@pytest.mark.parametrize("said", ["nhận", "ok nhận", "tôi đi ngay", "để tôi"])
def test_plain_words_take_the_alarm(told, said):
    shown = told.say("focal", said)
    assert shown[0].text.startswith(f"✅ Anh/chị đã nhận vụ {told.case().code}.")
    assert told.case().acknowledged_by == told.people["focal"]
    assert told.case().next_check_at is None


def test_plain_words_take_nothing_that_was_not_pushed_to_the_officer(told):
    told.say("other", "nhận")
    told.say("leader", "nhận")
    assert told.case().acknowledged_at is None


def test_plain_words_take_the_alarm_in_the_middle_of_a_talk(world):
    world.say("focal", "báo nguy hiểm")
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("focal", "ok nhận")
    assert world.cases()[-1].acknowledged_by == world.people["focal"]
    assert world.session("focal")["flow"] == "report_hazard"


def test_several_alarms_are_asked_about(told):
    told.say("stranger", "có 1 người bị thương ở xã Tân Lập, gọi 0912345679")
    told.new()
    shown = told.say("focal", "nhận")
    assert shown[0].labels == [case.code for case in reversed(told.cases())]
    told.say("focal", "2")
    assert told.cases()[0].acknowledged_by == told.people["focal"]


def test_an_officer_who_cannot_come_sends_the_alarm_on_at_once(told):
    assert told.pushes("focal")[-1].labels == ["Nhận vụ", "Mở hồ sơ", "Nhờ người khác"]
    shown = told.say("focal", "tôi bận họp nhờ người khác")
    assert "Đã báo người kế tiếp" in shown[0].text
    assert len(told.pushes("deputy")) == 1
    assert told.case().next_check_at == told.now + told.around.desk.alarm_wait
    told.say("deputy", "3")
    assert len(told.pushes("head")) == 1
    assert told.case().acknowledged_at is None


def test_with_nobody_left_a_number_is_given(told):
    for name in ("focal", "deputy", "head"):
        told.tap(name, f"case:pass:{told.case().code}")
    shown = told.tap("coordinator", f"case:pass:{told.case().code}")
    assert "115" in shown[0].text
    assert shown[0].labels == ["Nhận vụ"]


@pytest.mark.parametrize("said", ["đang xử lý", "tôi đang xử lý rồi", "đang ở hiện trường"])
def test_at_work_after_taking_is_being_handled(told, said):
    told.say("focal", "nhận")
    told.say("focal", said)
    assert told.case().state == "being_handled"


def test_my_tasks_begin_with_the_open_cases(told):
    shown = told.say("focal", "việc của tôi")
    assert shown[0].text == f"🔴 Vụ đang mở:\n- {told.case().code}, xã Tân Lập, chưa ai nhận"
    assert told.case().code not in told.say("other", "việc của tôi")[0].text


@pytest.mark.parametrize("name", ["focal", "leader", "coordinator"])
@pytest.mark.parametrize("said", ["hôm nay có vụ tai nạn nào không", "tuần này có mấy vụ tai nạn"])
def test_officials_ask_for_the_figures(told, name, said):
    code = told.case().code
    assert told.say(name, said)[0].text == (
        f"Hôm nay: 1 vụ. Tuần này: 1 vụ. Năm nay: 1 vụ.\n- {code}, xã Tân Lập, chưa ai nhận"
    )


def test_figures_end_at_the_remit(told):
    said = "hôm nay có vụ tai nạn nào không"
    assert told.say("other", said)[0].text == "Hôm nay và tuần này chưa có vụ nào. Năm nay: 0 vụ."
    told.say("worker", "hủy")
    assert told.say("worker", said)[0].text.startswith("Các vụ anh/chị đã báo:")


def test_an_alarm_repeated_on_another_day_names_the_day(told):
    told.later(days=1)
    alerts.check(told.uow, told.around, told.now)
    assert "báo lúc 8h50 thứ Ba 24/11/2026" in told.pushes("deputy")[-1].text
