"""The coordinator's side: what waits, accept and return, grant and refuse, answer; each decided once."""

from datetime import date, timedelta

import pytest

from tests.handlers.progress.world import DUE

CODE = "CV-26-LAPBC"


@pytest.fixture
def submitted(world):
    focal = world.talk("focal")
    focal.tap(f"progress:done:{CODE}")
    focal.say("125/BC-UBND")
    focal.say("đúng")
    return world.said()[0].id


def _ask_for_time(world):
    world.talk("focal").say("xin gia hạn đến 20/12 vì chờ số liệu các xã")
    return world.said()[-1].id


def test_accept_from_the_notice_tells_the_unit(world, submitted):
    coordinator = world.talk("coordinator")
    assert coordinator.tap(f"review:accept:{submitted}") == ["✅ Đã duyệt báo cáo năm 2026 của Xã Tân Lập."]
    assert world.record().state == "accepted"
    (heard,) = world.talk("focal").notices()
    assert heard.text == "✅ Sở Nội vụ đã duyệt báo cáo năm 2026 của đơn vị."
    assert not world.wants_reminder()
    assert world.talk("second").notices() == []


def test_return_asks_for_the_reason_and_the_unit_can_answer_again(world, submitted):
    coordinator = world.talk("coordinator")
    assert coordinator.tap(f"review:return:{submitted}") == [
        "Trả lại Xã Tân Lập, báo cáo năm 2026. Cần bổ sung gì?"
    ]
    assert coordinator.photo(world.file("coordinator")) == ["Anh/chị nhắn giúp bằng chữ."]
    coordinator.say("Thiếu phụ lục số liệu")
    coordinator.pick("Đúng")
    assert world.record().state == "returned"
    assert world.wants_reminder()
    focal = world.talk("focal")
    (heard,) = focal.notices()
    assert heard.text.startswith("Cần bổ sung: Thiếu phụ lục số liệu. Việc này là báo cáo năm 2026,")
    assert [c.label for c in heard.choices] == ["Đã xong", "Gặp khó", "Xin gia hạn"]
    focal.tap(heard.choices[0].payload)
    focal.say("126/BC-UBND")
    focal.say("đúng")
    assert world.record().state == "submitted"
    assert [p.decision for p in world.said()] == ["returned", None]


def test_grant_moves_the_due_day_and_keeps_the_old_one_in_the_audit(world):
    asked = _ask_for_time(world)
    world.talk("coordinator").tap(f"review:grant:{asked}")
    record = world.record()
    assert (record.state, record.due_on) == ("open", date(2026, 12, 20))
    assert world.wants_reminder()
    assert "hạn mới: Chủ nhật 20/12/2026." in world.talk("focal").notices()[0].text
    with world.database.engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT detail FROM audit WHERE action = 'progress_granted'").all()
    assert DUE.isoformat() in found[0][0]


def test_refuse_needs_a_reason_and_the_due_day_stays(world):
    asked = _ask_for_time(world)
    coordinator = world.talk("coordinator")
    assert coordinator.tap(f"review:refuse:{asked}")[0].endswith("Vì sao?")
    coordinator.say("Tỉnh cần số liệu trước 20/12.")
    coordinator.pick("Đúng")
    assert world.record().due_on == DUE
    assert "Hạn vẫn là thứ Hai 14/12/2026" in world.talk("focal").notices()[0].text
    assert (
        world.talk("focal").tap(f"progress:more_time:{CODE}")[0].startswith("Báo cáo năm 2026, hạn hiện tại")
    )


def test_an_answer_to_a_difficulty_goes_to_the_unit(world):
    focal = world.talk("focal")
    focal.tap(f"progress:difficulty:{CODE}")
    focal.say("Chưa có mẫu báo cáo")
    coordinator = world.talk("coordinator")
    (notice,) = coordinator.notices()
    coordinator.tap(notice.choices[0].payload)
    coordinator.say("Mẫu ở văn bản 99/SNV, trang 4.")
    coordinator.pick("Đúng")
    (heard,) = focal.notices()
    assert heard.text.startswith("Sở Nội vụ trả lời về báo cáo năm 2026: Mẫu ở văn bản 99/SNV, trang 4.")
    assert world.record().state == "difficulty"


def test_deciding_twice_changes_nothing_and_says_so(world, submitted):
    first, second = world.talk("coordinator"), world.talk("second")
    second.tap(f"review:return:{submitted}")
    first.tap(f"review:accept:{submitted}")
    world.now += timedelta(minutes=2)
    second.say("Thiếu phụ lục")
    (heard,) = second.say("đúng")
    assert heard == (
        "Việc này đã quyết rồi: Xã Tân Lập, báo cáo năm 2026, cán bộ khác đã duyệt lúc 9h05 thứ Ba 24/11/2026. "
        "Không đổi nữa."
    )
    assert "anh/chị đã duyệt" in first.tap(f"review:return:{submitted}")[0]
    assert world.record().state == "accepted"
    assert len(world.talk("focal").notices()) == 1


@pytest.mark.usefixtures("submitted")
def test_the_list_is_oldest_first_and_opens_one(world):
    son = world.talk("son")
    son.tap("progress:difficulty:CV-26-SONBC")
    son.say("Thiếu người")
    coordinator = world.talk("coordinator")
    assert coordinator.tap("review:waiting") == [
        "Tính đến 9h05 thứ Ba 24/11/2026: 2 việc chờ anh/chị, cũ nhất trước. Mở việc nào?"
    ]
    assert coordinator.buttons == [
        "Xã Tân Lập: Báo cáo năm 2026, báo xong (24/11)",
        "Xã Yên Sơn: Báo cáo năm 2026, gặp khó (24/11)",
    ]
    (opened,) = coordinator.say("1")
    assert "văn bản 125/BC-UBND" in opened
    assert coordinator.buttons == ["Duyệt", "Trả lại"]


def test_the_file_goes_with_the_opened_report(world):
    focal = world.talk("focal")
    focal.tap(f"progress:done:{CODE}")
    focal.photo(world.file("focal"))
    focal.say("đúng")
    coordinator = world.talk("coordinator")
    coordinator.tap(f"review:open:{world.said()[0].id}")
    assert [f.name for f in coordinator.last[0].files] == ["bc.jpg"]


def test_nothing_waits(world):
    assert world.talk("coordinator").tap("review:waiting") == [
        "Tính đến 9h05 thứ Ba 24/11/2026: không có gì chờ anh/chị."
    ]


def test_what_submitting_makes_needless_does_not_wait(world):
    asked = _ask_for_time(world)
    focal = world.talk("focal")
    focal.tap(f"progress:done:{CODE}")
    focal.say("125/BC-UBND")
    focal.say("đúng")
    coordinator = world.talk("coordinator")
    assert "đơn vị đã báo xong" in coordinator.tap(f"review:grant:{asked}")[0]
    coordinator.tap("review:waiting")
    assert len(coordinator.buttons) == 1
    assert world.record().due_on == DUE


@pytest.mark.usefixtures("submitted")
@pytest.mark.parametrize("who", ["focal", "leader", "worker"])
@pytest.mark.parametrize("what", ["waiting", "accept:1", "return:1", "open:1"])
def test_only_coordinators_review(world, who, what):
    if (who, what) == ("leader", "waiting"):
        assert world.talk(who).tap("review:waiting")[0].endswith("không có gì chờ anh/chị.")
        return
    assert world.talk(who).tap(f"review:{what}")[0].startswith("Anh/chị chưa được giao quyền")
    assert world.record().state == "submitted"


@pytest.mark.parametrize("what", ["accept:999", "open:999", "accept:" + "9" * 17])
def test_an_unknown_report(world, what):
    assert world.talk("coordinator").tap(f"review:{what}") == ["Không thấy việc chờ duyệt này."]


@pytest.mark.usefixtures("submitted")
@pytest.mark.parametrize(
    "what", ["accept:x", "accept:" + "9" * 40, "fly:1", "grant:1", "answer:1", "waiting:x", "accept"]
)
def test_a_button_that_cannot_be_read_or_does_not_fit(world, what):
    assert world.talk("coordinator").tap(f"review:{what}") == ["Nút này hết dùng rồi."]
