"""Duties that wait for others: noted in a sentence, never in a circle, shown, and told of when nothing is missing."""

import pytest

from domain.errors import ConflictError
from handlers.services import needs

PLAN = "KH-26-AAAA"


@pytest.fixture
def rows(world):
    first, second = (
        world.task("III.2.a", "Rà soát công trình"),
        world.task("III.2.b", "Kiểm tra công trình đã rà soát"),
    )
    world.add_check_in("lap", "CV-26-LAPA", "2026-Q4", first)
    world.add_check_in("son", "CV-26-SONA", "2026-Q4", first)
    world.add_check_in("lap", "CV-26-LAPB", "2026-Q4", second)
    return world


def _accept(world, who, code):
    talk = world.talk(who)
    talk.tap(f"progress:done:{code}")
    talk.say("5/BC-UBND")
    talk.pick("Đúng")
    world.talk("coordinator").tap(f"review:accept:{world.said(code)[-1].id}")


@pytest.mark.parametrize(
    "said", ["III.2.b làm sau III.2.a", "viec iii.2.b phu thuoc iii.2.a", "III.2.b chờ III.2.a xong"]
)
def test_noted_in_a_sentence_and_shown_on_the_card(rows, said):
    assert rows.talk("coordinator").say(said)[0].startswith("Đã ghi (KH-26-AAAA): III.2.b làm sau III.2.a.")
    shown = rows.talk("focal").tap("progress:open:CV-26-LAPB")[0]
    assert "Còn chờ: III.2.a Rà soát công trình (Xã Tân Lập, Xã Yên Sơn)" in shown


def test_when_the_last_is_accepted_the_unit_is_told_once(rows):
    rows.talk("coordinator").say("III.2.b làm sau III.2.a")
    _accept(rows, "focal", "CV-26-LAPA")
    assert not any("không còn phải chờ gì" in n.text for n in rows.talk("focal").notices())
    _accept(rows, "son", "CV-26-SONA")
    told = [n for n in rows.talk("focal").notices() if "không còn phải chờ gì" in n.text]
    (notice,) = told
    assert notice.text == (
        "III.2.a Rà soát công trình đã được duyệt, không còn phải chờ gì. Đơn vị làm tiếp được: "
        "III.2.b Kiểm tra công trình đã rà soát (quý IV/2026). Việc tới đâu rồi?"
    )
    assert "Còn chờ" not in rows.talk("focal").tap("progress:open:CV-26-LAPB")[0]


def test_dropped_again(rows):
    coordinator = rows.talk("coordinator")
    coordinator.say("III.2.b làm sau III.2.a")
    assert coordinator.pick("Bỏ") == ["Đã bỏ (KH-26-AAAA): III.2.b không còn chờ III.2.a."]
    assert coordinator.say("III.2.b không phụ thuộc III.2.a nữa")[0].startswith("Vẫn như trước")
    assert "Còn chờ" not in rows.talk("focal").tap("progress:open:CV-26-LAPB")[0]


def test_no_circle_no_row_of_its_own_no_unknown_row(rows):
    coordinator = rows.talk("coordinator")
    coordinator.say("III.2.b làm sau III.2.a")
    assert coordinator.say("III.2.a làm sau III.2.b")[0].startswith("Không ghi được")
    assert coordinator.say("III.2.a làm sau III.2.a")[0].startswith("Một việc không thể chờ chính nó")
    assert coordinator.say("III.2.a làm sau III.9.z") == [
        "Không có kế hoạch đã duyệt nào có cả III.2.a và III.9.z."
    ]
    third = rows.task("III.2.c", "Xử lý sau kiểm tra")
    assert third
    coordinator.say("III.2.c làm sau III.2.b")
    with rows.database.transaction() as uow, pytest.raises(ConflictError, match="need-circle"):
        needs.link(uow, needs.Link(PLAN, "III.2.a", "III.2.c"), rows.by(uow, "coordinator"))


def test_a_summary_waits_for_the_reports_of_its_period(world):
    due = world.record().due_on
    with world.database.transaction() as uow:
        task = world._task(uow, "IV.1.ii", "report", "Tổng hợp, báo cáo Ủy ban nhân dân tỉnh", 2)
        world.owe(uow, task, "office", "CV-26-TONGHOP", "2026", due=due)
    shown = world.talk("coordinator").tap("progress:open:CV-26-TONGHOP")[0]
    assert "Còn chờ: Báo cáo năm 2026 (Xã Tân Lập, Xã Yên Sơn)" in shown


@pytest.mark.parametrize("who", ["focal", "leader", "worker"])
def test_only_who_coordinates_notes_it(rows, who):
    rows.talk(who).say("III.2.b làm sau III.2.a")
    rows.talk(who).tap(f"need:note:{PLAN}:III.2.b:III.2.a")
    with rows.database.transaction() as uow:
        assert uow.needs.of_plan(rows.plan) == ()
