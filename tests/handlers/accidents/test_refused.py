"""After "Không đồng ý" nothing personal is kept, and consent can be taken back."""

import pytest

from handlers.services import accidents
from handlers.services.case_facts import KEPT_WITHOUT_CONSENT
from messages.envelope import InboundKind
from storage.tables import accident_facts, audit


@pytest.fixture
def refused(world):
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "không đồng ý")
    return world


def rows(world):
    return world.rows_of(accident_facts)


def answers(world):
    person = world.uow.people.at(world.address("worker")).person_id
    return [kept["answer"] for kept in world.uow.accidents.consents_of(person)]


def test_a_danger_asks_the_notice_before_anything_personal(world):
    world.tap("worker", "report:hazard")
    shown = world.say("worker", "giàn giáo thiếu lan can")
    assert shown[-1].labels == ["Đồng ý", "Không đồng ý", "Xem kỹ hơn", "Giữ kín tôi là ai"]


def test_a_danger_reported_without_consent_holds_nothing_personal(world):
    world.say("worker", "Rò rỉ khí gas ở xưởng tại xã Tân Lập, điện thoại 0912345678")
    world.photo("worker")
    world.send("worker", InboundKind.CONTACT, phone="0987654321")
    shown = world.say("worker", "không đồng ý")
    while world.session("worker"):
        world.location("worker")
        shown = world.say("worker", "bỏ qua")
    assert world.case().code in shown[-1].text
    facts = world.facts()
    assert set(facts) <= KEPT_WITHOUT_CONSENT
    assert "Rò rỉ khí gas ở xưởng tại xã Tân Lập" in facts["what"]
    assert "unit" in facts["place"]
    assert not {"lat", "lon"} & set(facts["place"])
    assert "0912345678" not in str(rows(world))
    assert world.uow.accidents.consents_of(world.case().reporter_id)[-1]["accident_id"] == world.case().id


def test_nothing_personal_is_added_after_refusal(refused):
    code = refused.case().code
    refused.tap("worker", "tip:stop")
    before = rows(refused)
    shown = refused.tap("worker", f"case:add:{code}")
    assert shown[-1].labels == ["Đồng ý", "Không đồng ý", "Xem kỹ hơn", "Giữ kín tôi là ai"]
    refused.say("worker", "Nạn nhân là Nguyễn Văn Nam, CCCD 012345678901, gãy chân")
    refused.photo("worker")
    shown = refused.say("worker", "không đồng ý")
    assert refused.session("worker") is None
    assert "không giữ thêm" in shown[-1].text
    assert rows(refused) == before


def test_whoever_agrees_later_may_add(refused):
    code = refused.case().code
    refused.tap("worker", "tip:stop")
    refused.tap("worker", f"case:add:{code}")
    refused.say("worker", "đồng ý")
    refused.say("worker", "anh Nam đã đi viện")
    assert refused.facts()["remarks"] == ["anh Nam đã đi viện"]
    assert answers(refused) == ["no", "yes"]


def test_whoever_goes_back_and_agrees_after_all_loses_nothing(refused):
    refused.say("worker", "quay lại")
    refused.photo("worker")
    refused.say("worker", "giờ là 3 người bị thương, gọi 0987654321")
    assert "photos" not in refused.facts()
    refused.say("worker", "đồng ý")
    assert refused.facts()["phone"] == "0987654321"
    assert refused.facts()["people"]["total"] == 3
    assert len(refused.facts()["photos"]) == 1


def test_the_guard_holds_for_every_service(refused):
    reporter = refused.uow.people.get(refused.case().reporter_id)
    by = accidents.Acting(reporter, refused.address("worker"), refused.now, refused.around)
    code, before = refused.case().code, rows(refused)
    personal = {
        "phone": "0987654321",
        "names": "Nam",
        "injury_1": "gãy tay",
        "role": "victim",
        "happened": {},
    }
    accidents.record_facts(refused.uow, accidents.RecordFacts(code, personal), by)
    lists = {"photos": [1], "files": [2], "locations": [[1.0, 2.0]], "remarks": ["Nam"]}
    accidents.add_to_case(refused.uow, accidents.AddToCase(code, lists), by)
    assert rows(refused) == before
    place = {**refused.facts()["place"], "lat": 21.5, "lon": 105.5}
    accidents.record_facts(refused.uow, accidents.RecordFacts(code, {"place": place}), by)
    assert "lat" not in refused.facts()["place"]


def test_an_anonymous_tip_is_anonymous(refused):
    before = rows(refused)
    for shown in (
        refused.send("worker", InboundKind.CONTACT, phone="0987654321"),
        refused.photo("worker"),
        refused.location("worker"),
    ):
        assert "không giữ" in shown[0].text
        assert "Đã" not in shown[0].text
    assert rows(refused) == before
    refused.say("worker", "chủ thầu ép làm, gọi tôi 0987654321")
    tip = rows(refused)[-1]
    assert tip["field"] == "tip"
    assert tip["person_id"] is None
    assert "chủ thầu ép làm" in tip["value"]
    assert "0987654321" not in tip["value"]
    told = [row for row in refused.rows_of(audit) if "tip" in row["detail"].get("facts", {})]
    assert [row["person_id"] for row in told] == [None]


# Taking consent back


@pytest.mark.parametrize(
    "words",
    [
        "tôi rút lại sự đồng ý",
        "rút lại đồng ý",
        "Tôi rút lại sự đồng ý, xóa dữ liệu của tôi",
        "I withdraw my consent",
        "tôi đổi ý, không đồng ý nữa",
        "không đồng ý cho lưu thông tin nữa",
        "thu hồi sự đồng ý",
        "xin rút lại đồng ý ạ",
    ],
)
def test_consent_is_taken_back_in_the_middle_of_a_report(world, words):
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "1")
    world.say("worker", "anh Nam ngã giàn giáo, gãy tay, số 0987 654 321")
    world.photo("worker")
    world.say("worker", "thầu phụ")
    told = world.facts()
    assert {"phone", "photos", "what"} <= set(told)
    shown = world.say("worker", words)
    assert world.case().code in shown[0].text
    assert "vẫn giữ" in shown[0].text
    assert world.session("worker") is None
    assert answers(world) == ["yes", "withdrawn"]
    facts = world.facts()
    assert set(facts) <= KEPT_WITHOUT_CONSENT
    assert facts["people"]["total"] == 2
    assert "0987" not in str(rows(world))
    assert "0912345678" not in str(rows(world))
    dropped = [row for row in rows(world) if row["field"] == "phone"]
    assert [(row["value"], row["salt"]) for row in dropped] == [(None, "")]
    assert all(row["replaced_at"] == world.now for row in dropped)
    (noted,) = [row for row in world.rows_of(audit) if row["action"] == "consent_withdrawn"]
    assert noted["subject"] == f"case:{world.case().code}"
    assert words not in str(rows(world))


def test_an_older_version_is_forgotten_too(world):
    world.say("worker", "có 2 người bị thương ở xã Tân Lập")
    world.say("worker", "0912345678")
    world.say("worker", "1")
    world.say("worker", "ngã, gọi bà Hoa 0987654321")
    world.say("worker", "quay lại")
    world.say("worker", "ngã giàn giáo")
    world.say("worker", "rút lại đồng ý")
    assert world.facts()["what"] == "ngã giàn giáo"
    assert "0987654321" not in str(rows(world))


def test_nothing_comes_back_after_consent_was_taken_back(world):
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "1")
    world.say("worker", "rút lại đồng ý")
    world.say("focal", "1")
    world.tap("focal", f"case:add:{world.case().code}")
    world.say("focal", "đã gọi cấp cứu")
    assert world.facts()["remarks"] == ["đã gọi cấp cứu"]
    shown = world.tap("worker", f"case:add:{world.case().code}")
    assert shown[-1].labels[0] == "Đồng ý"


def test_who_never_reported_hears_that_nothing_is_kept(world):
    shown = world.say("worker", "rút lại đồng ý")
    assert "không giữ vụ nào" in shown[0].text


def test_an_emergency_not_sent_yet_goes_on(world):
    world.say("worker", "có 2 người bị thương")
    shown = world.say("worker", "rút lại đồng ý")
    assert world.session("worker")["answers"]["people"]["total"] == 2
    assert "xã, phường nào" in shown[-1].text


@pytest.mark.parametrize(
    "words",
    [
        "tôi không rút lại đồng ý",
        "Huy đồng ý",
        "huy động ý kiến",
        "anh Nam rút lại đồng ý làm thêm giờ rồi bị ngã ở tầng ba của công trường bên sông",
    ],
)
def test_other_words_take_nothing_back(world, words):
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "1")
    world.say("worker", words)
    assert answers(world) == ["yes"]


def test_no_tip_keeps_the_number_told_before(world):
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "2")
    before = world.facts()
    world.say("worker", "Dừng ở đây")
    assert world.session("worker") is None
    assert world.facts() == before
    assert not world.case().is_private
