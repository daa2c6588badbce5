"""Officers take, handle and close; nobody takes in time; who may look, and what they see."""

from datetime import timedelta

import pytest

from handlers.services import alerts
from storage.tables import audit


@pytest.fixture
def told(world):
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "1")
    world.say("worker", "anh Nam ngã giàn giáo, gãy tay")
    return world


def run_checks(world):
    """Move to the next check and run it, as the clock would."""
    due = alerts.next_check(world.uow, world.now)
    world.now = max(world.now, due)
    looked = alerts.check(world.uow, world.around, world.now)
    return looked, world.new()


def test_an_officer_takes_the_case_once(told):
    code = told.case().code
    told.later(minutes=4)
    shown = told.say("focal", "1")
    assert shown[0].text.startswith(f"✅ Anh/chị đã nhận vụ {code}.")
    assert told.case().state == "acknowledged"
    assert told.case().next_check_at is None
    assert [m.text for m in told.pushes("worker")] == ["Cán bộ trực xã Tân Lập đã nhận lúc 8h54."]
    told.later(minutes=1)
    assert told.tap("focal", f"case:take:{code}")[0].text == f"Anh/chị đã nhận vụ {code} lúc 8h54."
    assert told.tap("coordinator", f"case:take:{code}")[-1].text == f"Vụ {code} đã có người nhận lúc 8h54."
    assert told.tap("deputy", f"case:take:{code}")[-1].text == f"Vụ {code} đã có người nhận lúc 8h54."
    assert told.case().acknowledged_by == told.people["focal"]
    assert len(told.pushes("worker")) == 1


def test_the_coordinating_office_takes_it(told):
    told.say("coordinator", "1")
    assert told.pushes("worker")[0].text == "Cán bộ Sở Nội vụ đã nhận lúc 8h50."


def test_an_officer_sees_the_facts_and_the_look_is_noted(told):
    shown = told.say("focal", "2")
    page = shown[0].text
    for fact in ("0912 345 678", "2 (hai) người bị thương", "anh Nam ngã giàn giáo, gãy tay", "xã Tân Lập"):
        assert fact in page
    assert shown[0].labels == ["Nhận vụ", "Đồng ý loại này", "Việc theo luật", "Hỏi người báo", "Việc khác"]
    others = told.tap("focal", f"case:more:{told.case().code}")[0].labels
    assert others == ["Bổ sung", "Sửa", "Loại khác", "Lấy mẫu khai báo"]
    looks = [row for row in told.rows_of(audit) if row["action"] == "case_opened"]
    assert [row["person_id"] for row in looks] == [told.people["focal"]]


def test_handling_and_closing_are_told_to_the_reporter(told):
    code = told.case().code
    told.tap("focal", f"case:take:{code}")
    told.tap("focal", f"case:handle:{code}")
    assert "đang xử lý" in told.say("worker", code)[0].text
    assert "trạng thái này rồi" in told.tap("focal", f"case:handle:{code}")[0].text
    told.tap("focal", f"case:close:{code}")
    assert told.pushes("worker")[-1].text == f"Vụ {code}: đã đóng. Anh/chị thấy kết quả thế nào?"
    assert "trạng thái này rồi" in told.tap("focal", f"case:close:{code}")[0].text
    told.tap("focal", f"case:handle:{code}")
    assert told.case().state == "being_handled"


def test_closing_before_anybody_took_it_is_refused(told):
    code = told.case().code
    assert "cần có người nhận trước" in told.tap("focal", f"case:close:{code}")[0].text
    assert told.case().state == "dispatched"


def test_a_stranger_with_a_code_hears_what_a_wrong_code_hears(told):
    code = told.case().code
    told.add("stranger")
    right = told.say("stranger", code)[0].text
    wrong = told.say("stranger", "TN-26-XXXX")[0].text
    assert right.replace(code, "TN-26-XXXX") == wrong
    for act in ("open", "take", "handle", "close", "add"):
        assert told.tap("stranger", f"case:{act}:{code}")[0].text == right
    assert told.tap("other", f"case:take:{code}")[0].text == right
    assert told.case().state == "dispatched"


@pytest.mark.parametrize(
    "payload", ["case:", "case:open", "case:burn:TN-26-XXXX", "case:open:TN:26", "case:take:x"]
)
def test_a_broken_button_gets_a_sentence(told, payload):
    assert told.tap("focal", payload)[0].text


def test_a_leader_looks_and_does_not_act(told):
    code = told.case().code
    page = told.say("leader", code)[0]
    assert code in page.text
    assert "0912" not in page.text
    assert not page.choices
    assert "chưa được giao quyền" in told.tap("leader", f"case:take:{code}")[0].text


def test_nobody_takes_it_the_next_in_line_is_told_and_the_reporter_gets_a_number(told):
    order = []
    opened = told.now
    for _ in range(4):
        _, heard = run_checks(told)
        order.append([m.person for m in heard if m.person != "worker"])
    assert order == [["deputy"], ["head"], ["leader"], ["focal", "coordinator", "deputy", "head", "leader"]]
    assert told.now - opened == 4 * told.around.desk.alarm_wait
    to_reporter = told.pushes("worker")
    assert len(to_reporter) == 1
    assert "chưa có người nhận" in to_reporter[0].text
    assert "115" in to_reporter[0].text
    leader = told.pushes("leader")[0]
    assert leader.labels == ["Mở hồ sơ"]


def test_a_check_run_twice_adds_nothing(told):
    run_checks(told)
    before = len(told.rows())
    assert alerts.check(told.uow, told.around, told.now) == 0
    assert len(told.rows()) == before


def test_checks_become_slow_and_never_end(told):
    desk = told.around.desk
    for _ in range(desk.alarm_most_checks):
        run_checks(told)
    assert alerts.next_check(told.uow, told.now) == told.now + desk.alarm_slow_repeat
    for name in ("focal", "leader"):
        assert len(told.pushes(name)) <= desk.alarm_most_checks
    before = len(told.pushes("focal"))
    run_checks(told)
    assert len(told.pushes("focal")) == before + 1


def test_an_officer_who_joins_later_is_told_of_a_case_nobody_could_be_told_of(empty):
    empty.say("worker", "có người chết ở công trường")
    for _ in range(3):
        empty.say("worker", "bỏ qua")
    assert empty.case().state == "open"
    empty.add("coordinator", ("coordinator", None))
    run_checks(empty)
    assert empty.pushes("coordinator")
    assert empty.case().state == "dispatched"


def test_a_graver_class_is_told_to_all_told_before_and_to_the_office(world):
    world.say("worker", "có 1 người bị thương ở xã Tân Lập, gọi 0912345678")
    assert not world.pushes("coordinator")
    world.say("worker", "1 người chết rồi")
    assert "tin mới, tai nạn chết người" in world.pushes("focal")[-1].text
    assert "tai nạn chết người" in world.pushes("coordinator")[0].text
    assert world.case().suggested_class == "fatal"


def test_the_reporter_adds_to_the_case(told):
    code = told.case().code
    told.say("worker", "hủy")
    assert told.say("worker", code)[0].labels == ["Bổ sung", "Sửa", "Gặp người trực"]
    assert "Bổ sung gì" in told.say("worker", "1")[0].text
    told.say("worker", "anh Nam đã được đưa đi viện")
    told.photo("worker")
    told.location("worker")
    shown = told.say("worker", "xong")
    assert code in shown[-1].text
    facts = told.facts()
    assert facts["remarks"] == ["anh Nam đã được đưa đi viện"]
    assert len(facts["photos"]) == 1
    assert facts["locations"] == [[21.5, 105.5]]
    assert "anh Nam đã được đưa đi viện" in told.tap("focal", f"case:open:{code}")[0].text


def test_own_cases_are_listed_with_their_state(told):
    code = told.case().code
    told.say("worker", "hủy")
    shown = told.tap("worker", "status:cases")
    assert f"{code}: đang báo người trực" in shown[0].text
    assert shown[0].choices == [[f"case:open:{code}", code]]
    told.add("stranger")
    assert "chưa báo vụ nào" in told.tap("stranger", "status:cases")[0].text


def test_the_hotline_is_the_number_where_there_is_one():
    from tests.handlers.accidents.conftest import make_world  # noqa: PLC0415 - a world with other settings

    world = make_world(hotline="0208 111 222")
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.later(minutes=world.around.desk.alarm_wait // timedelta(minutes=1))
    alerts.check(world.uow, world.around, world.now)
    assert "0208 111 222" in world.pushes("worker")[0].text
    world.close()


def move(world, name, unit):
    world.uow.people.leave(world.people[name], world.units["Tân Lập"], "focal", world.now)
    if unit:
        world.uow.people.join(world.people[name], world.units[unit], "focal", world.now)


@pytest.mark.parametrize("unit", ["Tân Hòa", None])
def test_an_officer_who_moved_away_opens_the_old_cases_no_more(told, unit):
    code = told.case().code
    move(told, "focal", unit)
    wrong = told.say("focal", "TN-26-XXXX")[0].text.replace("TN-26-XXXX", code)
    for act in ("open", "take", "handle", "close", "add"):
        assert told.tap("focal", f"case:{act}:{code}")[0].text == wrong
    before = len(told.pushes("focal"))
    for _ in range(4):
        run_checks(told)
    assert len(told.pushes("focal")) == before


def test_an_officer_of_the_office_who_was_alerted_keeps_it(told):
    told.uow.people.join(told.people["other"], told.units["office"], "deputy", told.now)
    assert "0912" not in told.tap("other", f"case:open:{told.case().code}")[0].text
    told.uow.accidents.add_alert(told.case().id, told.people["other"], "deputy", told.now)
    assert "0912 345 678" in told.tap("other", f"case:open:{told.case().code}")[0].text
