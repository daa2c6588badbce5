"""The three answers, the alarm they raise, and what a person may say instead of an answer."""

import pytest

from messages.envelope import InboundKind

OPENING = "tai nan o cong truong cau tan lap co nguoi roi"


def texts(shown):
    return [message.text for message in shown]


def test_the_dispatched_minimum_takes_four_messages(world):
    said = world.say("worker", OPENING)
    assert said[0].text.startswith("🔴")
    assert "115" in said[0].text
    assert said[0].urgent
    assert said[-1].labels == ["Chưa rõ"]
    assert said[-1].letters

    assert texts(world.say("worker", "2 ng, 1 ng chet roi"))[0] == (
        "Đã ghi: 2 (hai) người, trong đó 1 (một) người tử vong."
    )
    assert not world.cases()
    world.say("worker", "2")
    said = world.say("worker", "0912345678")

    case = world.case()
    assert case.state == "dispatched"
    assert case.suggested_class == "fatal"
    assert any("Đang báo người trực xã Tân Lập" in t and case.code in t for t in texts(said))
    assert any("Giữ nguyên hiện trường" in t for t in texts(said))
    assert not any("đã gửi" in t.casefold() for t in texts(said))
    assert said[-1].labels == ["Đồng ý", "Không đồng ý", "Xem kỹ hơn", "Giữ kín tôi là ai"]
    assert len(world.pushes("focal")) == 1
    assert len(world.pushes("coordinator")) == 1
    assert not world.pushes("deputy")
    push = world.pushes("focal")[0]
    assert push.urgent
    assert (
        push.text
        == f"🔴 {case.code}: tai nạn chết người, xã Tân Lập, báo lúc 8h50. Anh/chị nhận vụ này không?"
    )
    assert [payload for payload, _ in push.choices] == [
        f"case:{act}:{case.code}" for act in ("take", "open", "pass")
    ]


def test_one_message_may_tell_everything(world):
    said = world.say("worker", "sáng nay 8h có 2 người bị thương ở xã Tân Lập, gọi 0912 345 678")
    assert "2 (hai) người bị thương" in said[1].text
    assert "xã Tân Lập" in said[1].text
    assert "0912 345 678" in said[1].text
    assert "8h00" in said[1].text
    assert world.case().unit_id == world.units["Tân Lập"]
    assert world.facts()["happened"]["value"].startswith("2026-11-24T08:00")


def test_a_bridge_named_like_a_commune_is_offered_not_assumed(world):
    world.say("worker", OPENING)
    said = world.say("worker", "2")
    assert said[-1].labels == ["Gửi vị trí", "Xã Tân Lập", "Xã khác", "Chưa rõ"]
    said = world.say("worker", "công trường cầu Tân Lập phía bắc sông")
    assert said[-1].text == "Là xã, phường nào?"
    assert "Xã Tân Lập" in said[-1].labels


def test_one_hurt_tells_the_commune_alone(world):
    world.say("worker", "có 1 người bị thương ở xã Tân Hòa, gọi 0912345678")
    assert world.pushes("other")
    assert not world.pushes("coordinator")


def test_an_unknown_number_or_place_goes_to_the_coordinating_office(world):
    world.say("worker", "báo tai nạn")
    for _ in range(3):
        said = world.say("worker", "không rõ")
    assert world.case().unit_id is None
    assert world.case().state == "dispatched"
    assert world.pushes("coordinator")[0].text.count("chưa rõ") == 2
    assert any("Sở Nội vụ" in t for t in texts(said))


def test_nobody_to_reach_is_said_with_a_number_to_ring(empty):
    empty.say("worker", "có người chết ở công trường")
    for _ in range(3):
        said = empty.say("worker", "bỏ qua")
    case = empty.case()
    assert case.state == "open"
    assert any("chưa nối được" in t and "115" in t and case.code in t for t in texts(said))
    assert not any("Đang báo" in t for t in texts(said))
    assert "chưa báo được cho ai" in empty.say("worker", case.code)[0].text


def test_a_deputy_is_told_where_the_focal_point_cannot_be_reached(world):
    focal = world.uow.people.at(world.address("focal"))
    world.uow.people.set_address_state(focal.id, "blocked")
    world.say("worker", "có 1 người bị thương ở xã Tân Lập, gọi 0912345678")
    assert world.pushes("deputy")


def test_an_officer_who_reports_gets_no_push_about_it(world):
    world.say("focal", "có 1 người bị thương ở xã Tân Lập, gọi 0912345678")
    assert len(world.pushes("deputy")) == 1
    assert not [push for push in world.pushes("focal") if "nhận vụ" in push.text]


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("-3", "ví dụ: 2"),
        ("\x00\x07", "ví dụ: 2"),
        ("nhiều lắm", "ví dụ: 2"),
        ("99999999", "ví dụ: 2"),
        ("0", "Không có ai bị thương hay mất, đúng không?"),
        ("500", "500 người bị nạn, đúng không?"),
        ("2-3 người", "Báo An nên ghi bao nhiêu người?"),
        ("x" * 10_000, "ví dụ: 2"),
        ("TN-26-AAAA", "Không thấy vụ TN-26-AAAA"),
    ],
)
def test_what_is_no_count_gets_one_clear_sentence(world, said, heard):
    world.say("worker", "báo tai nạn")
    shown = world.say("worker", said)
    assert heard in shown[0].text
    assert world.session("worker")["at"] == "people"
    world.say("worker", "2")
    assert world.session("worker")["answers"]["people"]["total"] == 2


def test_an_odd_count_is_taken_once_it_is_confirmed(world):
    world.say("worker", "báo tai nạn")
    world.say("worker", "500")
    assert world.say("worker", "a")[0].text == "Đã ghi: 500 người."
    assert world.session("worker")["answers"]["people"]["total"] == 500


def test_a_picture_where_a_number_is_due_is_kept_and_the_question_stands(world):
    world.say("worker", "báo tai nạn")
    shown = world.photo("worker")
    assert texts(shown)[0] == "Đã giữ ảnh (1 ảnh)."
    assert shown[-1].letters
    for text in ("2", "xã Tân Lập", "khong"):
        world.say("worker", text)
    assert len(world.facts()["photos"]) == 1


def test_a_picture_before_anything_goes_with_the_report_that_follows(world):
    world.photo("worker")
    world.tap("worker", "report:accident")
    for text in ("2", "xã Tân Lập", "khong"):
        world.say("worker", text)
    assert len(world.facts()["photos"]) == 1


def test_the_same_button_twice_loses_nothing(world):
    world.tap("worker", "report:accident")
    world.say("worker", "2")
    shown = world.tap("worker", "report:accident")
    assert "xã, phường nào" in shown[-1].text
    unit = world.units["Tân Lập"]
    world.tap("worker", f"place:unit:{unit}")
    shown = world.tap("worker", f"place:unit:{unit}")
    assert "Nút ấy đã dùng rồi" in shown[0].text
    assert "gọi lại" in shown[-1].text
    world.tap("worker", "phone:none")
    world.tap("worker", "consent:yes")
    shown = world.tap("worker", "consent:yes")
    assert "Nút ấy đã dùng rồi" in shown[0].text
    assert len(world.cases()) == 1


def test_a_position_is_a_place(world):
    world.say("worker", "báo tai nạn")
    world.say("worker", "1")
    assert texts(world.location("worker"))[0] == "Đã ghi vị trí."
    world.say("worker", "khong")
    assert world.facts()["place"] == {"lat": 21.5, "lon": 105.5}
    assert world.facts()["locations"] == [[21.5, 105.5]]
    world.tap("worker", "consent:yes")
    world.say("worker", "để sau")
    assert world.session("worker")["at"] == "commune"
    world.say("worker", "Tân Lập")
    assert world.case().unit_id == world.units["Tân Lập"]
    assert world.pushes("focal")


def test_a_card_is_a_number_to_ring(world):
    world.say("worker", "có 1 người bị thương ở xã Tân Lập")
    world.send("worker", InboundKind.CONTACT, phone="+84 912 345 678")
    assert world.facts()["phone"] == "0912345678"


def test_a_place_outside_the_registry_is_kept_in_the_persons_words(world):
    world.say("worker", "báo tai nạn")
    world.say("worker", "1")
    world.say("worker", "khu công nghiệp phía bắc")
    world.say("worker", "khong")
    assert world.facts()["place"] == {"words": "khu công nghiệp phía bắc"}
    assert "khu công nghiệp" not in world.pushes("coordinator")[0].text


def test_going_back_before_and_after_the_alarm_keeps_one_case(world):
    world.say("worker", "báo tai nạn")
    world.say("worker", "2")
    assert "Đang có: 2 (hai) người" in world.say("worker", "quay lại")[-1].text
    for text in ("3", "xã Tân Lập", "khong"):
        world.say("worker", text)
    code = world.case().code
    assert "số nào" in world.say("worker", "quay lại")[-1].text
    assert "Đang có: xã Tân Lập" in world.say("worker", "quay lại")[-1].text
    world.say("worker", "xã Tân Hòa")
    assert world.case().unit_id == world.units["Tân Hòa"]
    assert world.pushes("other")
    assert any("Đang báo thêm người trực xã Tân Hòa" in m.text for m in world.pushes("worker"))
    assert [case.code for case in world.cases()] == [code]


def test_stopping_says_what_remains(world):
    world.say("worker", "báo tai nạn")
    assert "chưa gửi cho ai" in world.say("worker", "hủy")[0].text
    assert not world.cases()
    world.say("worker", "có 1 người bị thương ở xã Tân Lập, gọi 0912345678")
    said = world.say("worker", "hủy")[0].text
    assert world.case().code in said
    assert "vẫn được giữ" in said


def test_leaving_for_weeks_and_coming_back(world):
    world.say("worker", "có 1 người bị thương ở xã Tân Lập")
    world.later(days=30)
    assert "số nào" in world.say("worker", "hỏi lại")[-1].text
    world.say("worker", "0912345678")
    assert world.case().state == "dispatched"


@pytest.mark.parametrize("words", ["asdkjfh qwe", "bãi xe sau chợ"])
def test_words_that_name_no_commune_do_not_lose_the_one_told_before(world, words):
    for said in ("có thằng bị điện giật", "2", "ở Tân Lập", "quay lại", words, "0912345678"):
        world.say("worker", said)
    place = world.uow.accidents.facts(world.case().id)["place"]
    assert (place["name"], place["words"]) == ("xã Tân Lập", words)
    assert len(world.pushes("focal")) == 1


@pytest.mark.parametrize(
    "asked", ["ai gọi xe cấp cứu chưa", "ai goi xe cap cuu chua", "xe cấp cứu tới chưa?"]
)
def test_a_question_is_no_place(world, asked):
    for said in ("có thằng bị điện giật", "2"):
        world.say("worker", said)
    assert "nơi xảy ra" in world.say("worker", asked)[0].text
    assert "place" not in world.session("worker")["answers"]
