"""How things stand, by message: limited to what the asker may see, capped, with the instant it holds for."""

from datetime import date, datetime

import pytest

from messages.words import LOCAL

AS_OF = "Tính đến 9h05 thứ Ba 24/11/2026"


def _submit(world, who, code):
    talk = world.talk(who)
    talk.tap(f"progress:done:{code}")
    talk.say("1/BC-UBND")
    talk.say("đúng")


def test_my_tasks_dated_first_check_ins_grouped(world):
    world.add_check_in()
    world.add_check_in(code="CV-26-LAPQ5", task=world.task("III.2.a"))
    focal = world.talk("focal")
    (shown,) = focal.say("việc của tôi")
    assert shown.split("\n") == [
        "Báo An hiểu: anh/chị hỏi việc của đơn vị mình.",
        f"{AS_OF}: đơn vị có 3 việc đang mở.",
        "- Báo cáo năm 2026: hạn thứ Hai 14/12/2026, còn 14 ngày làm việc",
        "- 2 việc thường xuyên, báo quý IV/2026",
    ]
    assert focal.buttons == ["Báo tiến độ"]
    assert focal.tap("status:tasks")[0].startswith(AS_OF)


def test_a_long_list_is_capped_and_goes_on(world):
    with world.database.transaction() as uow:
        for n in range(14):
            task = world._task(uow, f"III.{n}", "task", f"Nhiệm vụ {n}", n)
            world.owe(uow, task, "lap", f"CV-26-T{n}", "2026-12-20", due=date(2026, 12, 20))
    focal = world.talk("focal")
    (first,) = focal.tap("status:tasks")
    assert len(first.split("\n")) == 12
    assert first.split("\n")[-1] == "còn 5 dòng nữa"
    (second,) = focal.pick("Xem tiếp 5")
    assert len(second.split("\n")) == 6
    assert focal.tap("status:tasks:99") == [second]


def test_who_has_not_reported_for_the_coordinator_and_for_a_unit(world):
    _submit(world, "son", "CV-26-SONBC")
    (shown,) = world.talk("coordinator").say("đơn vị nào chưa báo cáo")
    assert shown.split("\n") == [
        "Báo An hiểu: anh/chị hỏi đơn vị nào chưa báo cáo.",
        f"{AS_OF}: 1/2 đơn vị đã báo cáo năm 2026 (hạn thứ Hai 14/12/2026).",
        "Chưa báo cáo:",
        "- Xã Tân Lập",
    ]
    (limited,) = world.talk("son").tap("status:missing")
    assert limited == (
        f"{AS_OF}: 1/1 đơn vị đã báo cáo năm 2026. Không còn đơn vị nào chưa báo cáo. "
        "Không kể đơn vị ngoài phần anh/chị được xem."
    )


def test_communes_only_where_only_they_are_asked_about(world):
    with world.database.transaction() as uow:
        world.owe(uow, world.report, "office", "CV-26-SNVBC", "2026", due=date(2026, 12, 24))
        for n in range(12):
            world.units[f"x{n}"] = uow.units.add(code=f"x{n}", name=f"Xã {n}", kind="commune", parent_id=None)
            world.owe(uow, world.report, f"x{n}", f"CV-26-X{n}", "2026", due=date(2026, 12, 14))
    leader = world.talk("leader")
    assert "0/14 xã, phường, đặc khu đã báo cáo năm 2026" in leader.say("xã nào chưa nộp báo cáo?")[0]
    assert leader.pick("Xem tiếp 4")[0].split("\n")[2:] == ["- Xã 8", "- Xã 9", "- Xã 10", "- Xã 11"]
    assert "0/1 sở, ngành" in leader.say("sở nào chưa nộp báo cáo?")[0]
    assert "0/15 đơn vị" in leader.tap("status:missing:1:all:2026")[0]


def test_returned_counts_as_not_reported(world):
    _submit(world, "son", "CV-26-SONBC")
    coordinator = world.talk("coordinator")
    coordinator.tap(f"review:return:{world.said('CV-26-SONBC')[0].id}")
    coordinator.say("Thiếu số liệu")
    coordinator.say("đúng")
    assert "0/2" in coordinator.tap("status:missing")[0]


def test_the_period_is_the_nearest_or_the_one_named(world):
    with world.database.transaction() as uow:
        world.owe(
            uow, world.report, "lap", "CV-27-LAPBC", "2027", due=date(2027, 12, 14), opens=date(2027, 1, 1)
        )
    coordinator = world.talk("coordinator")
    world.now = datetime(2027, 1, 20, 9, 5, tzinfo=LOCAL)
    assert "0/2 đơn vị đã báo cáo năm 2026" in coordinator.tap("status:missing")[0]
    assert "0/1 đơn vị đã báo cáo năm 2027" in coordinator.say("ai chưa nộp báo cáo năm 2027")[0]


def test_overdue_by_unit_for_the_coordinator_by_duty_for_a_unit(world):
    world.now = datetime(2026, 12, 16, 9, 5, tzinfo=LOCAL)
    (shown,) = world.talk("leader").say("việc nào quá hạn")
    assert shown.split("\n")[1:] == [
        "Tính đến 9h05 thứ Tư 16/12/2026: 2 việc quá hạn, ở 2 đơn vị.",
        "- Xã Tân Lập: 1 việc, lâu nhất từ 14/12",
        "- Xã Yên Sơn: 1 việc, lâu nhất từ 14/12",
    ]
    (own,) = world.talk("focal").tap("status:overdue")
    assert own.endswith("- Báo cáo năm 2026: quá hạn thứ Hai 14/12/2026, 2 ngày làm việc")


def test_nothing_overdue(world):
    assert world.talk("leader").tap("status:overdue") == [f"{AS_OF}: không có việc nào quá hạn."]


def test_overview_in_words(world):
    _submit(world, "son", "CV-26-SONBC")
    leader = world.talk("leader")
    (shown,) = leader.say("tình hình thế nào")
    assert shown.split("\n") == [
        "Báo An hiểu: anh/chị hỏi tình hình chung.",
        f"{AS_OF}, 2 đơn vị: 2 việc.",
        "- 1 chờ duyệt",
        "- 1 chưa báo",
        "- Báo cáo năm 2026: 1/2 đơn vị đã gửi",
    ]
    assert leader.buttons == ["Đơn vị chưa báo cáo"]


def block(world, *names):
    with world.database.transaction() as uow:
        for name in names:
            uow.people.set_address_state(uow.people.at(world.address(name)).id, "blocked")


def test_the_overview_names_units_whose_people_cannot_be_reached(world):
    line = "- Chưa liên lạc được người phụ trách của 1 đơn vị: Xã Tân Lập"
    block(world, "focal", "worker", "second")
    for who in ("coordinator", "leader"):
        assert line in world.talk(who).tap("status:overview")[0].split("\n")
    assert "Chưa liên lạc" not in world.talk("deputy").tap("status:overview")[0]
    world.talk("focal").say("xin chào")  # who writes can be reached again
    assert "Chưa liên lạc" not in world.talk("coordinator").tap("status:overview")[0]


def test_a_unit_that_owes_nothing_is_missed_by_nobody(world):
    block(world, "focal")
    _submit(world, "deputy", "CV-26-LAPBC")
    assert "Chưa liên lạc" not in world.talk("coordinator").tap("status:overview")[0]


def test_one_unit_by_name(world):
    (shown,) = world.talk("leader").say("tình hình xã Yên Sơn thế nào")
    assert "tình hình của Xã Yên Sơn" in shown
    assert ", Xã Yên Sơn: 1 việc." in shown


def test_a_unit_cannot_ask_about_another(world):
    (shown,) = world.talk("focal").say("tình hình xã Yên Sơn thế nào")
    assert "1 đơn vị: 1 việc" in shown
    assert "Xã Yên Sơn" not in shown


@pytest.mark.parametrize("payload", ["status:tasks", "status:overdue", "status:missing", "status:overview"])
def test_who_has_no_unit_sees_only_their_own_reports(world, payload):
    worker = world.talk("worker")
    assert worker.tap(payload)[0].startswith("Báo An chưa biết anh/chị thuộc đơn vị nào")
    assert worker.buttons == ["Xem vụ đã báo"]


@pytest.mark.parametrize(
    "payload", ["status", "status:", "status:all", "status:tasks:x", "status:missing:" + "9" * 30]
)
def test_strange_buttons(world, payload):
    (shown,) = world.talk("focal").tap(payload)
    assert shown == "Nút này hết dùng rồi." or shown.startswith(AS_OF)


def test_a_question_in_the_middle_of_a_report_is_answered_and_the_report_goes_on(world):
    focal = world.talk("focal")
    focal.tap("progress:under_way:CV-26-LAPBC")
    answered, asked = focal.say("việc của tôi")
    assert answered.startswith("Báo An hiểu")
    assert asked.startswith("Báo cáo năm 2026: đã làm được bao nhiêu phần trăm?")
