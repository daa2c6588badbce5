"""A case is passed on only with the receiver's yes; until then, and after a no, it stays with its owner."""

import pytest

from handlers.services import passing


@pytest.fixture
def owned(desk):
    case = desk.report()
    desk.tap("focal", f"case:take:{case.code}")
    return desk


def offer(desk, label):
    code = desk.case().code
    shown = desk.tap("focal", f"case:pass:{code}")
    assert "Chuyển vụ" in shown[0].text
    return desk.say("focal", label)


def number(desk):
    return desk.uow.passings.waiting_for(desk.case().id).id


def test_the_button_stands_in_the_file_of_its_owner_only(owned):
    code = owned.case().code
    assert "Chuyển vụ" in owned.tap("focal", f"case:more:{code}")[0].labels
    assert "Chuyển vụ" not in owned.tap("deputy", f"case:more:{code}")[0].labels


def test_the_receiver_says_yes_and_everybody_hears(owned):
    code = owned.case().code
    shown = offer(owned, "Người thay trực xã Tân Lập")
    assert "vẫn do anh/chị giữ" in shown[0].text
    assert owned.case().acknowledged_by == owned.people["focal"]
    push = owned.pushes("deputy")[-1]
    assert code in push.text
    assert "0912" not in push.text
    assert "Từ giờ anh/chị giữ" in owned.say("deputy", "Nhận vụ này")[0].text
    assert owned.case().acknowledged_by == owned.people["deputy"]
    assert "nhận thay anh/chị" in owned.pushes("focal")[-1].text
    assert owned.pushes("worker")[-1].text == f"Vụ {code} nay do cán bộ xã Tân Lập giữ."


def test_a_no_leaves_it_where_it_is(owned):
    offer(owned, "Người thay trực xã Tân Lập")
    owned.say("deputy", "Không nhận")
    assert owned.case().acknowledged_by == owned.people["focal"]
    assert "vẫn do anh/chị giữ" in owned.pushes("focal")[-1].text


def test_no_answer_in_time_leaves_it_where_it_is(owned):
    offer(owned, "Người thay trực xã Tân Lập")
    waiting = number(owned)
    owned.later(seconds=owned.around.desk.passing_answer_within.total_seconds())
    assert passing.lapse(owned.uow, owned.now) == 1
    assert passing.lapse(owned.uow, owned.now) == 0
    assert "Chưa ai trả lời" in owned.pushes("focal")[-1].text
    shown = owned.tap("deputy", f"passing:yes:{waiting}")
    assert "đã hết hạn" in shown[0].text
    assert owned.case().acknowledged_by == owned.people["focal"]


def test_to_another_commune_by_its_name(owned):
    code = owned.case().code
    offer(owned, "xã Tân Hòa")
    assert owned.say("other", code)[0].text.startswith("Không thấy vụ")
    owned.tap("other", f"passing:yes:{number(owned)}")
    assert owned.case().unit_id == owned.units["Tân Hòa"]
    assert code in owned.say("other", code)[0].text
    owned.wait(minutes=20)
    assert owned.case().acknowledged_by == owned.people["other"]


def test_only_whom_it_was_offered_to_may_answer_and_only_once(owned):
    offer(owned, "Người thay trực xã Tân Lập")
    waiting = number(owned)
    for name in ("head", "other", "worker", "focal"):
        assert "chưa được giao quyền" in owned.tap(name, f"passing:yes:{waiting}")[0].text
    owned.tap("deputy", f"passing:no:{waiting}")
    assert "đã trả lời rồi" in owned.tap("deputy", f"passing:yes:{waiting}")[0].text
    assert owned.case().acknowledged_by == owned.people["focal"]


def test_one_offer_at_a_time(owned):
    offer(owned, "Người thay trực xã Tân Lập")
    shown = offer(owned, "Người phụ trách xã Tân Lập")
    assert "đang chờ một người trả lời" in shown[0].text


def test_who_does_not_have_it_cannot_offer_it(owned):
    shown = owned.tap("deputy", f"case:pass:{owned.case().code}")
    assert "đã có người nhận" in shown[0].text


def test_a_name_nobody_knows_is_asked_again(owned):
    shown = offer(owned, "chỗ nào đó")
    assert "Anh/chị chọn một người" in shown[0].text
    assert owned.case().acknowledged_by == owned.people["focal"]


@pytest.mark.parametrize("payload", ["passing:yes", "passing:maybe:1", "passing:yes:x", "passing:yes:999"])
def test_a_broken_button_gets_a_sentence(owned, payload):
    assert owned.tap("deputy", payload)[0].text
