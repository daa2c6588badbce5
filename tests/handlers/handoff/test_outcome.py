"""A closed case: its reporter rates it, and may say that it is not over."""

import pytest

from handlers.services import alerts
from storage.tables import audit


@pytest.fixture
def closed(desk):
    desk.report()
    desk.say("worker", "Đồng ý")
    desk.say("worker", "hủy")
    code = desk.case().code
    for act in ("take", "handle", "close"):
        desk.tap("focal", f"case:{act}:{code}")
    return desk


def test_the_reporter_is_asked_how_it_went_and_the_officer_hears(closed):
    code = closed.case().code
    asked = closed.pushes("worker")[-1]
    assert asked.text == f"Vụ {code}: đã đóng. Anh/chị thấy kết quả thế nào?"
    assert asked.labels == ["Hài lòng", "Tạm được", "Chưa hài lòng", "Mở lại vụ"]
    shown = closed.say("worker", "Chưa hài lòng")
    assert "Đã ghi đánh giá" in shown[0].text
    assert shown[0].labels == ["Mở lại vụ"]
    assert "Chưa hài lòng" in closed.pushes("focal")[-1].text
    assert "Người báo đánh giá: Chưa hài lòng" in closed.say("focal", code)[0].text
    rows = [row for row in closed.rows_of(audit) if row["action"] == "case_rated"]
    assert rows[0]["person_id"] is None


def test_a_later_mark_counts(closed):
    code = closed.case().code
    closed.tap("worker", f"outcome:bad:{code}")
    closed.tap("worker", f"outcome:good:{code}")
    assert closed.facts()["rating"] == "good"


def test_the_reporter_opens_it_again_and_it_is_nobodys_until_taken(closed):
    code = closed.case().code
    assert "Vì sao" in closed.tap("worker", f"outcome:again:{code}")[0].text
    shown = closed.say("worker", "giàn giáo vẫn chưa sửa")
    assert "Đã mở lại" in shown[0].text
    case = closed.case()
    assert (case.state, case.acknowledged_by) == ("dispatched", None)
    assert "giàn giáo vẫn chưa sửa" in closed.facts()["remarks"]
    assert "Người báo mở lại vụ này" in closed.pushes("focal")[-1].text
    assert case.next_check_at is not None
    closed.tap("focal", f"case:take:{code}")
    assert closed.case().state == "acknowledged"
    assert "đã nhận lúc" in closed.pushes("worker")[-1].text


def test_nobody_takes_the_reopened_case_and_the_next_are_told(closed):
    code = closed.case().code
    closed.tap("worker", f"outcome:again:{code}")
    closed.say("worker", "bỏ qua")
    before = len(closed.pushes("deputy"))
    closed.later(minutes=11)
    alerts.check(closed.uow, closed.around, closed.now)
    assert len(closed.pushes("deputy")) == before + 1


def test_only_the_reporter_and_only_once_closed(closed):
    code = closed.case().code
    assert "chưa được giao quyền" in closed.tap("focal", f"outcome:again:{code}")[0].text
    assert "Không thấy vụ" in closed.tap("stranger", f"outcome:bad:{code}")[0].text
    closed.tap("focal", f"case:handle:{code}")
    assert "chưa đóng" in closed.tap("worker", f"outcome:bad:{code}")[0].text
    assert "chưa đóng" in closed.tap("worker", f"outcome:again:{code}")[0].text


def test_the_buttons_stand_under_the_state_too(closed):
    shown = closed.say("worker", closed.case().code)
    assert "Mở lại vụ" in shown[0].labels
