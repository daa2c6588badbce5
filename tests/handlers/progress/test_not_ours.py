"""A duty said to be another's: it stays with the unit until somebody else has it."""

from datetime import datetime

import pytest

from handlers.services import reminders
from messages.words import LOCAL
from tests.handlers.progress.world import DUE

CODE = "CV-26-LAPBC"


@pytest.fixture
def office_officer(world):
    with world.database.transaction() as uow:
        world.units["health"] = uow.units.add(code="DV-9", name="Sở Y tế", kind="office", parent_id=None)
        world._person(uow, "health", world.units["health"], "focal")
    return world


def _say_not_ours(world, receiver=None):
    focal = world.talk("focal")
    focal.say("báo cáo năm không phải việc của xã")
    focal.say("Việc này thuộc ngành y tế")
    said = focal.say(receiver) if receiver else focal.pick("Không rõ")
    return world.said()[-1].id, said


def test_it_stays_until_it_is_decided(world):
    _, told = _say_not_ours(world)
    assert told == [
        "Đã ghi lúc 9h05. Sở Nội vụ sẽ quyết; đến lúc đó báo cáo năm 2026 vẫn là việc của đơn vị."
    ]
    record = world.record()
    assert (record.unit_name, record.state, record.due_on) == ("Xã Tân Lập", "open", DUE)
    (notice,) = world.talk("coordinator").notices()
    assert notice.text == (
        'Xã Tân Lập báo không phải việc của mình, báo cáo năm 2026: "Việc này thuộc ngành y tế" Giao ai?'
    )
    assert [c.label for c in notice.choices] == ["Giao đơn vị khác", "Vẫn giao đơn vị này", "Xem"]
    again = world.talk("focal").tap(f"progress:not_ours:{CODE}")
    assert again[0].startswith(
        "Đã có báo không phải việc của đơn vị (báo cáo năm 2026): anh/chị gửi lúc 9h05"
    )


def test_the_coordinator_gives_it_to_another_unit(office_officer):
    world = office_officer
    said, _ = _say_not_ours(world)
    coordinator = world.talk("coordinator")
    assert coordinator.tap(f"review:give:{said}") == [
        "Giao báo cáo năm 2026 của Xã Tân Lập cho đơn vị nào? Nhắn tên."
    ]
    coordinator.say("so y te")
    assert "Giao báo cáo năm 2026 cho Sở Y tế, thay Xã Tân Lập. Đúng không?" in [
        m.text for m in coordinator.last
    ]
    coordinator.pick("Đúng")
    record = world.record()
    assert (record.unit_name, record.state, record.due_on) == ("Sở Y tế", "open", DUE)
    assert world.wants_reminder()
    (given,) = world.talk("health").notices()
    assert given.text.startswith(
        "Đơn vị được giao Báo cáo năm 2026 (hạn 14/12), trước là việc của Xã Tân Lập."
    )
    assert "Sở Y tế đã nhận, thay Xã Tân Lập" in world.talk("focal").notices()[-1].text
    assert world.talk("focal").tap(f"progress:done:{CODE}")[0].startswith("Không thấy việc")


def test_the_coordinator_leaves_it_where_it_is(world):
    said, _ = _say_not_ours(world)
    coordinator = world.talk("coordinator")
    coordinator.tap(f"review:stays:{said}")
    coordinator.say("Quyết định 12 giao cho xã")
    coordinator.pick("Đúng")
    assert world.record().unit_name == "Xã Tân Lập"
    heard = world.talk("focal").notices()[-1]
    assert "báo cáo năm 2026 vẫn là việc của đơn vị. Quyết định 12 giao cho xã." in heard.text


def test_the_unit_named_is_asked_and_its_yes_moves_it(office_officer):
    world = office_officer
    said, told = _say_not_ours(world, "sở y tế")
    assert "đang hỏi Sở Y tế và báo Sở Nội vụ" in told[-1]
    (asked,) = world.talk("health").notices()
    assert [c.label for c in asked.choices] == ["Nhận việc", "Không nhận", "Xem"]
    assert world.record().unit_name == "Xã Tân Lập"
    assert (
        world.talk("health").tap(f"takeover:yes:{said}")[0].startswith("✅ Đã ghi: báo cáo năm 2026 nay là")
    )
    assert world.record().unit_name == "Sở Y tế"
    assert world.talk("health").tap(f"takeover:no:{said}")[0].startswith("Việc này đã được quyết rồi")
    assert "Sở Y tế đã nhận" in world.talk("coordinator").notices()[-1].text


def test_its_no_needs_a_reason_and_leaves_the_word_to_the_coordinator(office_officer):
    world = office_officer
    said, _ = _say_not_ours(world, "Sở Y tế")
    health = world.talk("health")
    assert health.tap(f"takeover:no:{said}") == [
        "Không nhận báo cáo năm 2026: vì sao? Anh/chị nhắn ngắn gọn."
    ]
    health.say("Đây là báo cáo của địa phương")
    assert world.record().unit_name == "Xã Tân Lập"
    notice = world.talk("coordinator").notices()[-1]
    assert notice.text.startswith("Sở Y tế không nhận báo cáo năm 2026 của Xã Tân Lập: Đây là báo cáo")
    assert [c.label for c in notice.choices] == ["Giao đơn vị khác", "Vẫn giao đơn vị này"]
    assert "Sở Y tế không nhận" in world.talk("coordinator").tap(f"review:open:{said}")[0]


def test_others_cannot_take_it(office_officer):
    world = office_officer
    said, _ = _say_not_ours(world, "Sở Y tế")
    for who in ("son", "worker", "leader"):
        world.talk(who).tap(f"takeover:yes:{said}")
    assert world.record().unit_name == "Xã Tân Lập"


def test_a_receiver_that_owes_it_anyway_owes_it_once(world):
    said, _ = _say_not_ours(world)
    coordinator = world.talk("coordinator")
    coordinator.tap(f"review:give:{said}")
    coordinator.say("Xã Yên Sơn")
    coordinator.pick("Đúng")
    assert world.record().state == "cancelled"
    assert world.record("CV-26-SONBC").state == "open"


def test_what_was_reported_stays_and_what_is_still_owed_moves(world):
    world.add_check_in(code="CV-26-LAPQ3", label="2026-Q3")
    world.add_check_in(code="CV-26-LAPQ4", label="2026-Q4")
    focal = world.talk("focal")
    focal.tap("progress:done:CV-26-LAPQ3")
    focal.say("7/BC-UBND")
    focal.pick("Đúng")
    focal.tap("progress:not_ours:CV-26-LAPQ4")
    focal.say("Việc của xã khác")
    focal.pick("Không rõ")
    said = world.said("CV-26-LAPQ4")[-1].id
    coordinator = world.talk("coordinator")
    coordinator.tap(f"review:give:{said}")
    coordinator.say("Xã Yên Sơn")
    coordinator.pick("Đúng")
    assert world.record("CV-26-LAPQ3").unit_name == "Xã Tân Lập"
    assert world.record("CV-26-LAPQ4").unit_name == "Xã Yên Sơn"


def test_done_takes_it_back(world):
    said, _ = _say_not_ours(world)
    focal = world.talk("focal")
    focal.tap(f"progress:done:{CODE}")
    focal.say("125/BC-UBND")
    focal.pick("Đúng")
    with world.database.transaction() as uow:
        assert uow.occurrences.progress(said).decision == "withdrawn"


def test_the_reminder_meanwhile_says_that_it_is_being_decided(world):
    _say_not_ours(world)
    world.now = datetime(2026, 12, 7, 7, 30, tzinfo=LOCAL)
    with world.database.transaction() as uow:
        reminders.tick(uow, world.around, world.now)
    (notice,) = world.talk("focal").notices()
    assert "đã báo không phải việc của đơn vị ngày 24/11, đang chờ Sở Nội vụ quyết" in notice.text
    assert "Không phải việc của đơn vị" not in [c.label for c in notice.choices]


def test_a_duty_that_comes_back_is_owed_again(world):
    def give(code, giver, receiver):
        world.talk(giver).tap(f"progress:not_ours:{code}")
        talk = world.talk(giver)
        talk.say("Thuộc xã bên cạnh")
        talk.pick("Không rõ")
        coordinator = world.talk("coordinator")
        coordinator.tap(f"review:give:{world.said(code)[-1].id}")
        coordinator.say(receiver)
        coordinator.pick("Đúng")

    give(CODE, "focal", "Xã Yên Sơn")
    give("CV-26-SONBC", "son", "Xã Tân Lập")
    assert world.record("CV-26-SONBC").state == "cancelled"
    record = world.record()
    assert (record.state, record.unit_name, record.due_on) == ("open", "Xã Tân Lập", DUE)
    assert world.wants_reminder()
