"""What officers ask beside the list of duties, what a leader asks of one unit, and leaving."""

from datetime import date

import pytest


def test_the_deadline_of_the_duty_meant_is_named(world):
    with world.database.transaction() as uow:
        world.owe(
            uow, world.task_in(uow, "III.9"), "lap", "CV-26-LAP09", "2026-12-20", due=date(2026, 12, 20)
        )
    (shown,) = world.talk("focal").say("bao giờ hết hạn báo cáo năm")
    assert shown == (
        "Báo An hiểu: anh/chị hỏi hạn.\n- Báo cáo năm 2026: hạn thứ Hai 14/12/2026, còn 14 ngày làm việc"
    )


def test_this_week_shows_what_is_due_within_seven_days(world):
    with world.database.transaction() as uow:
        world.owe(
            uow, world.task_in(uow, "III.9"), "lap", "CV-26-LAP09", "2026-11-27", due=date(2026, 11, 27)
        )
    (shown,) = world.talk("focal").say("tuần này có gì")
    assert "1 việc đến hạn trong 7 ngày tới" in shown
    assert "III.9" in shown
    assert "Báo cáo năm" not in shown
    assert "7 ngày tới không có việc nào đến hạn" in world.talk("son").say("tuần này có gì")[0]


@pytest.mark.parametrize("said", ["xã Yên Sơn thế nào", "xa yen son sao roi"])
def test_a_leader_names_a_unit_and_sees_it(world, said):
    (shown,) = world.talk("leader").say(said)
    assert "tình hình của Xã Yên Sơn" in shown
    assert "Yên Sơn" not in " ".join(world.talk("focal").say(said))


def test_who_receives_the_report_and_that_there_is_no_form_yet(world):
    focal = world.talk("focal")
    assert focal.say("nộp cho ai")[0] == (
        "Nơi nhận báo cáo năm 2026: Sở Nội vụ. Gửi số văn bản hoặc tệp ở đây, Báo An chuyển cho Sở Nội vụ."
    )
    assert focal.say("mẫu báo cáo đâu")[0].startswith("Báo An chưa gửi được mẫu báo cáo")
    focal.tap("progress:done:CV-26-LAPBC")
    answered, asked = focal.say("nộp cho ai")
    assert answered.startswith("Nơi nhận")
    assert asked.startswith("Gửi giúp số văn bản")


def test_who_wants_no_reminders_hears_whom_to_ask(world):
    (told,) = world.talk("focal").say("dừng nhắc tôi")
    assert told.endswith("không tự tắt được. Muốn đổi người nhận, anh/chị báo Sở Nội vụ.")
    assert world.talk("coordinator").notices() == []


def test_who_leaves_is_told_what_happens_and_the_coordinator_hears(world):
    focal = world.talk("focal")
    assert focal.say("tôi nghỉ việc rồi")[0].startswith("Báo An đang nhắn Sở Nội vụ để đổi người.")
    focal.say("tôi nghỉ việc rồi")
    (notice,) = world.talk("coordinator").notices()
    assert notice.text.startswith("Xã Tân Lập: Đầu mối báo nghỉ hoặc chuyển việc")
    assert [c.label for c in notice.choices] == ["Thay người"]
