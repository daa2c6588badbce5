"""No further question before consent; every answer provable; refusing keeps the emergency and a way to tell."""

import pytest

from handlers.services.consents import CONSENT_VERSION
from storage.tables import audit


@pytest.fixture
def asked(world):
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    return world


def consents(world):
    return world.uow.accidents.consents_of(world.uow.people.at(world.address("worker")).person_id)


def test_the_notice_names_all_it_must(asked):
    full = asked.say("worker", "Xem kỹ hơn")[0]
    for needed in (
        "Sở Nội vụ",
        "Mục đích",
        "Dữ liệu",
        "nhạy cảm",
        "Căn cứ",
        "Thời gian giữ",
        "Quyền",
        "Liên hệ",
    ):
        assert needed in full.text
    assert full.labels == ["Đồng ý", "Không đồng ý", "Xem kỹ hơn", "Giữ kín tôi là ai"]
    assert not consents(asked)


@pytest.mark.parametrize("said", ["ừm", "bỏ qua", "không rõ", "1234", "ok"])
def test_nothing_but_a_clear_answer_gets_past(asked, said):
    shown = asked.say("worker", said)
    assert shown[-1].labels == ["Đồng ý", "Không đồng ý", "Xem kỹ hơn", "Giữ kín tôi là ai"]
    assert not consents(asked)


@pytest.mark.parametrize(
    ("said", "payload"), [("1", "consent:yes"), ("dong y", "consent:yes"), ("Tôi đồng ý", None)]
)
def test_consent_is_kept_with_all_that_proves_it(asked, said, payload):
    asked.later(minutes=1)
    asked.say("worker", said)
    (kept,) = consents(asked)
    assert kept["version"] == CONSENT_VERSION
    assert kept["answer"] == "yes"
    assert (kept["channel"], kept["sender"], kept["language"]) == ("console", "worker", "vi")
    assert kept["payload"] == (payload or said)
    assert kept["accident_id"] == asked.case().id
    assert kept["at"] == asked.now


def test_refusing_keeps_the_emergency_and_takes_an_anonymous_tip(asked):
    shown = asked.say("worker", "không đồng ý")
    assert "115" in shown[0].text
    assert "114" in shown[0].text
    assert asked.case().code in shown[0].text
    assert shown[-1].labels == ["Dừng ở đây"]
    shown = asked.say("worker", "chủ thầu không cấp dây an toàn")
    assert "ẩn danh" in shown[0].text
    assert asked.session("worker") is None
    facts = asked.facts()
    assert facts["tip"] == "chủ thầu không cấp dây an toàn"
    assert facts["people"]["total"] == 2
    assert asked.case().state == "dispatched"
    assert consents(asked)[0]["answer"] == "no"


def test_refusing_and_stopping_asks_nothing_more(asked):
    asked.say("worker", "2")
    shown = asked.tap("worker", "tip:stop")
    assert asked.session("worker") is None
    assert "đủ" not in shown[-1].text
    assert asked.case().code in shown[-1].text
    assert "tip" not in asked.facts()


def test_changing_ones_mind_is_kept_too(asked):
    asked.say("worker", "1")
    asked.say("worker", "quay lại")
    asked.say("worker", "2")
    assert [kept["answer"] for kept in consents(asked)] == ["yes", "no"]


def test_news_at_the_question_of_consent_is_heard(asked):
    shown = asked.say("worker", "giờ là 3 người bị thương")
    assert shown[0].text == "Đã ghi: 3 (ba) người bị thương."
    assert shown[-1].labels[0] == "Đồng ý"
    assert asked.facts()["people"]["total"] == 3
    changed = asked.pushes("focal")[-1]
    assert "tin mới, tai nạn có 3 người bị nạn" in changed.text


def test_the_audit_trail_holds_no_personal_value(asked):
    asked.say("worker", "1")
    asked.say("worker", "anh Nguyễn Văn Nam gãy tay trái")
    rows = asked.rows_of(audit)
    trail = str([row["detail"] for row in rows])
    assert "case_opened_by_report" in {row["action"] for row in rows}
    for value in ("0912345678", "Nam", "gãy", "Tân Lập"):
        assert value not in trail
