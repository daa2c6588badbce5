"""Not to be named: what leaves the case, what is sealed, who may ask whom, within the same few messages."""

import pytest

from handlers.services import alerts, seal_keys
from storage.tables import outbox, sealed_identities, sealed_keys

TOLD = "có 1 người bị thương ở xã Tân Lập, gọi 0912345678"


@pytest.fixture
def sealable(world):
    seal_keys.adopt_first(world.uow, seal_keys.without_shares(b"test"), world.now)
    return world


@pytest.fixture
def private(sealable):
    sealable.say("worker", TOLD)
    sealable.tap("worker", "consent:confidential")
    return sealable


def sealed(world):
    return len(world.rows_of(sealed_identities)), len(world.rows_of(sealed_keys))


def test_the_number_is_sealed_with_the_account_and_leaves_the_case(private):
    assert private.case().privacy == "confidential"
    assert "phone" not in private.facts()
    assert "0912345678" not in str(private.facts())
    assert sealed(private) == (1, 1)
    assert private.facts()["people"]["total"] == 1
    (kept,) = private.uow.accidents.consents_of(private.case().reporter_id)
    assert (kept["answer"], kept["sender"]) == ("yes", "")


def test_a_full_private_report_takes_no_more_messages_than_one_by_name(sealable):
    sent = 1
    shown = sealable.tap("worker", "report:accident")
    while sealable.session("worker") is not None:
        labels = {label: payload for payload, label in shown[-1].choices}
        for label in ("Giữ kín tôi là ai", "Đồng ý, giữ kín", "Xã Tân Lập", "Đúng, gửi", "Xong", "Vừa xong"):
            if label in labels:
                break
        else:
            label = next(one for one in labels if one != "Gửi vị trí")
        shown = sealable.tap("worker", labels[label])
        sent += 1
    assert sent <= 14
    assert sealable.case().is_private


def test_without_an_office_key_only_anonymity_is_on_offer(world):
    world.say("worker", TOLD)
    shown = world.tap("worker", "consent:private")
    assert shown[-1].labels == ["Đồng ý, ẩn danh", "Đồng ý, báo có tên"]
    assert "hai cán bộ" not in shown[-1].text
    world.tap("worker", "consent:anonymous")
    assert world.case().privacy == "anonymous"
    assert "phone" not in world.facts()
    assert sealed(world) == (0, 0)


def test_an_old_button_for_what_is_not_on_offer_keeps_the_stricter_promise(world):
    world.say("worker", TOLD)
    world.tap("worker", "consent:confidential")
    assert world.case().privacy == "anonymous"


def test_going_further_to_anonymous_drops_what_was_told(private):
    private.say("worker", "ẩn danh")
    assert private.case().privacy == "anonymous"
    assert sealed(private) == (1, 1)
    handle = private.case().handle
    private.say("worker", "giữ kín danh tính")
    assert (private.case().privacy, private.case().handle) == ("anonymous", handle)


def test_refusing_or_taking_consent_back_destroys_what_was_sealed(private):
    private.say("worker", "quay lại")
    private.tap("worker", "consent:no")
    assert sealed(private) == (0, 0)
    private.tap("worker", "tip:stop")
    private.tap("worker", "consent:withdraw")
    assert sealed(private) == (0, 0)
    assert private.case().is_private


def test_a_number_told_later_is_sealed_and_not_kept_in_the_case(private):
    private.say("worker", "thang gãy, gọi tôi số 0987654321")
    private.say("worker", "dừng lại")
    private.say("worker", "báo thêm: số khác 0987654321")
    private.tap("worker", "which:add")
    assert "0987654321" not in str(private.facts())
    assert sealed(private)[0] >= 1


def test_a_tip_after_refusing_takes_the_number_out(sealable):
    sealable.say("worker", TOLD)
    shown = sealable.tap("worker", "consent:no")
    assert "số gọi lại sẽ được gỡ" in shown[-1].text
    shown = sealable.say("worker", "chủ thầu không cấp dây, gọi tôi 0912345678")
    assert "gỡ số gọi lại" in shown[0].text
    assert "phone" not in sealable.facts()
    assert sealable.facts()["tip"] == "chủ thầu không cấp dây, gọi tôi …"
    assert sealed(sealable) == (0, 0)  # nothing of somebody who refused is kept, sealed or not
    page = sealable.tap("focal", f"case:open:{sealable.case().code}")[0].text
    assert "ẩn danh" in page
    assert "0912" not in page


def test_a_private_case_is_never_listed_beside_named_ones_of_the_same_person(sealable):
    for _ in range(3):
        sealable.tap("worker", "report:accident")
        sealable.say("worker", TOLD)
    sealable.tap("worker", "consent:anonymous")
    private = sealable.case()
    assert private.is_private
    named = sealable.cases()[0]
    for code in (named.code, private.code):
        listed = sealable.tap("focal", f"case:many:{code}")[0].text
        assert (named.code in listed) != (private.code in listed)
    sealable.later(minutes=11)
    alerts.check(sealable.uow, sealable.around, sealable.now)


def test_a_danger_is_reported_privately_too(sealable):
    sealable.say("worker", "giàn giáo thiếu lan can, gọi 0912345678")
    sealable.tap("worker", "consent:anonymous")
    for text in ("xã Tân Lập", "xong"):
        sealable.say("worker", text)
    assert sealable.session("worker") is None
    assert sealable.case().privacy == "anonymous"
    assert "0912345678" not in str(sealable.facts())
    assert sealed(sealable) == (1, 1)


def test_only_the_reporter_makes_a_case_private(private):
    private.say("stranger", TOLD)
    private.say("stranger", "giữ kín")
    codes = {case.code: case.reporter_id for case in private.cases()}
    assert len(set(codes.values())) == 2
    assert private.tap("focal", "privacy:anonymous")[0].text.startswith("Báo An chưa ghi vụ nào")
    assert private.tap("focal", "privacy:named")[0].text


def test_who_knows_what_is_said_by_platform(private):
    assert "trình duyệt" in private.say("worker", "có ai biết tôi là ai không?")[0].text


def test_in_a_group_nothing_is_done(private):
    before = private.rows_of(sealed_identities)
    shown = private.in_group("worker", "ẩn danh")
    assert private.case().code not in str(shown)
    assert private.case().privacy == "confidential"
    assert private.rows_of(sealed_identities) == before


# The dialogue


def ask(world, who="focal", question="Thang cao mấy mét?"):
    world.tap(who, f"case:ask:{world.case().code}")
    return world.say(who, question)


def test_a_question_reaches_the_reporter_and_the_answer_the_one_who_took_the_case(private):
    code = private.case().code
    private.tap("focal", f"case:take:{code}")
    assert "Đã chuyển câu hỏi" in ask(private)[-1].text
    question = private.pushes("worker")[-1]
    assert question.text == f'Cán bộ hỏi về vụ {code}: "Thang cao mấy mét?" Anh/chị trả lời được không?'
    private.tap("worker", f"case:reply:{code}")
    private.say("worker", "khoảng 3 mét")
    private.say("worker", "không có dây")
    replies = [row for row in private.rows() if "vừa trả lời" in row.text]
    assert [(row.person, row.text) for row in replies] == [
        ("focal", f"Vụ {code}: người báo vừa trả lời. Mở hồ sơ?")
    ]
    assert private.facts()["remarks"][-2:] == ["khoảng 3 mét", "không có dây"]
    ask(private, question="Có ai ở dưới không?")
    private.tap("worker", f"case:reply:{code}")
    private.say("worker", "không")
    assert len([row for row in private.rows() if "vừa trả lời" in row.text]) == 2


def test_nobody_but_an_officer_of_the_case_asks(private):
    code = private.case().code
    for who in ("other", "leader", "worker", "stranger"):
        private.tap(who, f"case:ask:{code}")
        session = private.session(who)
        assert session is None or session["flow"] != "case_question"
    assert "asked" not in private.facts()


def test_a_reporter_who_cannot_be_reached_is_said_to_be(private):
    address = private.uow.people.at(private.address("worker"))
    private.uow.people.set_address_state(address.id, "blocked")
    assert "Chưa nhắn được" in ask(private)[-1].text
    assert private.facts()["asked"] == ["Thang cao mấy mét?"]


def test_a_long_question_and_a_picture_are_dealt_with(private):
    private.tap("focal", f"case:ask:{private.case().code}")
    assert "bằng chữ" in private.photo("focal")[-1].text
    private.say("focal", "x" * 5000)
    assert len(private.facts()["asked"][0]) == 300


def test_a_notice_to_the_reporter_is_about_the_case_and_names_no_officer(private):
    ask(private)
    (row,) = [r for r in private.rows_of(outbox) if "Cán bộ hỏi" in r["body"]["text"]]
    assert row["about"] == {"accident": private.case().code}
    assert "focal" not in row["body"]["text"]
