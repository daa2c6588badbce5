"""Anything can be set right in one's own words: in the report, after it, by the reporter, by an officer."""

import pytest

from storage.tables import accident_facts, audit


def versions(world, field):
    return [row["value"] for row in world.rows_of(accident_facts) if row["field"] == field]


def begin(world, opening="có 2 người bị thương ở xã Tân Lập, gọi 0912345678"):
    world.say("worker", opening)
    return world.say("worker", "1")


def finish(world):
    for _ in range(25):
        if world.session("worker") is None:
            return
        world.say("worker", "bỏ qua")
    raise AssertionError("the report does not end")


@pytest.fixture
def filed(world):
    begin(world)
    world.say("worker", "Anh Năm 35 tuổi thợ điện bị gãy tay lúc 8h hôm qua")
    finish(world)
    world.later(minutes=30)
    world.tap("focal", f"case:take:{world.case().code}")
    return world


# In the report


def test_a_name_is_set_right_where_something_else_is_asked(world):
    begin(world)
    world.say("worker", "Anh Năm 35 tuổi thợ điện bị gãy tay")
    shown = world.say("worker", "tên anh ấy là Nam chứ không phải Năm")
    assert shown[0].text == "Đã ghi: tên người bị nạn 1: Nam."
    assert world.facts()["victims"][0]["name"] == "Nam"
    assert world.facts()["people"]["total"] == 2
    assert world.session("worker")["at"] == "role"


def test_several_meanings_are_asked_with_buttons_and_the_question_comes_back(world):
    begin(world)
    world.say("worker", "bỏ qua")
    shown = world.say("worker", "sai rồi, tên anh ấy là Hùng")
    assert shown[-1].text == "Sửa mục nào theo lời anh/chị vừa nhắn?"
    assert shown[-1].labels == [
        "tên người bị nạn 1: Hùng.", "tên người bị nạn 2: Hùng.", "Không sửa nữa",
    ]  # fmt: skip
    world.say("worker", "2")
    assert world.facts()["victims"][1]["name"] == "Hùng"
    assert world.session("worker")["at"] == "role"


def test_no_correction_after_all(world):
    begin(world)
    world.say("worker", "bỏ qua")
    world.say("worker", "sai rồi, tên anh ấy là Hùng")
    world.say("worker", "Không sửa nữa")
    assert "victims" not in world.facts()
    assert world.session("worker")["at"] == "role"


# After filing


@pytest.mark.parametrize(
    ("said", "field", "read_back"),
    [
        ("sai rồi, 3 người chứ không phải 2", "people", "- Số người: 3 (ba) người"),
        ("sai roi, 3 nguoi chu khong phai 2", "people", "- Số người: 3 (ba) người"),
        ("không phải hôm qua mà hôm kia", "happened", "- Lúc: 8h00 Chủ nhật 22/11/2026"),
        ("tên anh ấy là Nam chứ không phải Năm", "victims", "- Người bị nạn 1: Nam, nam giới"),
        ("gãy chân chứ không phải gãy tay", "victims", "thợ điện, gãy chân"),
        ("không phải xã Tân Lập mà xã Tân Hòa", "place", "- Nơi xảy ra: xã Tân Hòa"),
        ("sai rồi, gọi số 0987654321", "phone", "- Số gọi lại: 0987 654 321"),
    ],
)
def test_the_reporter_sets_it_right_and_hears_what_stands_now(filed, said, field, read_back):
    before = filed.facts()[field]
    answer = next(one for one in filed.say("worker", said) if one.lane != "notice").text
    assert answer.startswith(f"Đã sửa vụ {filed.case().code}:")
    assert read_back in answer
    assert answer.endswith("Bản trước vẫn được giữ.")
    assert versions(filed, field)[-2:] == [before, filed.facts()[field]]
    assert len(filed.cases()) == 1
    assert filed.session("worker") is None


def test_the_officer_hears_what_kind_of_thing_changed_and_no_content(filed):
    filed.say("worker", "tên anh ấy là Nam chứ không phải Năm")
    told = filed.pushes("focal")[-1]
    assert told.text == f"Vụ {filed.case().code}: vừa có sửa về người bị nạn. Mở hồ sơ?"
    assert not told.urgent
    assert [row["detail"] for row in filed.rows_of(audit) if row["action"] == "case_amended"] == [
        {"fields": ["victims"], "by": "reporter"}
    ]


def test_a_graver_class_is_pushed_once_and_not_told_twice(filed):
    before = len(filed.pushes("focal"))
    filed.say("worker", "1 người chết chứ không phải bị thương")
    pushed = [one for one in filed.pushes("focal")[before:] if "tin mới" in one.text]
    assert len(pushed) == 1
    assert "tai nạn chết người" in pushed[0].text


def test_the_same_correction_twice_wakes_nobody_again(filed):
    filed.say("worker", "gãy chân chứ không phải gãy tay")
    before = len(filed.pushes("focal"))
    shown = filed.say("worker", "gãy chân chứ không phải gãy tay")
    assert filed.facts()["victims"][0]["injury"] == "gãy chân"
    assert len(filed.pushes("focal")) == before
    assert shown


def test_several_meanings_after_filing(filed):
    shown = filed.say("worker", "sai rồi, tên người bị nạn là Hùng")
    assert shown[-1].text == "Sửa mục nào theo lời anh/chị vừa nhắn?"
    shown = filed.say("worker", "1")
    assert "Người bị nạn 1: Hùng" in shown[0].text
    assert "Còn sửa gì nữa" in shown[-1].text
    filed.say("worker", "Xong")
    assert filed.session("worker") is None


def test_the_code_says_which_of_several_cases(filed):
    first = filed.case().code
    filed.later(hours=30)
    begin(filed, "tai nạn mới: có 2 người bị thương ở xã Tân Hòa, gọi 0912345678")
    finish(filed)
    second = filed.case().code
    assert first != second
    shown = filed.say("worker", "sai rồi, 3 người chứ không phải 2")
    assert shown[-1].text == "Anh/chị sửa vụ nào?"
    assert shown[-1].labels == [second, first]
    shown = filed.say("worker", "2")
    assert f"Đã sửa vụ {first}" in shown[0].text
    shown = filed.say("worker", f"{second}: 4 người chứ không phải 2")
    assert f"Đã sửa vụ {second}" in shown[0].text


def test_a_contradiction_is_asked_again(filed):
    shown = filed.say("worker", "3 người chết chứ không phải 1")
    assert shown[0].text.startswith("Số người đã mất không lớn hơn tổng số được.")
    assert filed.facts()["people"]["dead"] is None


def test_a_time_to_come_is_refused(filed):
    shown = filed.say("worker", "ngày mai chứ không phải hôm qua")
    assert "Giờ ấy chưa tới" in shown[0].text


def test_words_about_nothing_known_start_no_correction(filed):
    filed.say("worker", "không phải hôm nào cũng vậy")
    filed.say("stranger", "sai rồi, 3 người chứ không phải 2")
    assert filed.facts()["people"]["total"] == 2
    assert len(filed.cases()) == 1


# By an officer


def test_an_officer_sets_right_the_case_they_have_taken(filed):
    before = len(filed.pushes("focal"))
    shown = filed.say("focal", "gãy chân chứ không phải gãy tay")
    assert "thợ điện, gãy chân" in shown[0].text
    assert len(filed.pushes("focal")) == before
    assert filed.facts()["victims"][0]["injury"] == "gãy chân"


def test_an_officer_completes_the_victims_in_ones_own_words(filed):
    code = filed.case().code
    shown = filed.tap("focal", f"case:fix:{code}")
    assert "Sửa gì trong vụ" in shown[-1].text
    shown = filed.say("focal", "chị Hoa 40 tuổi công nhân bỏng chân; anh Năm sinh năm 1990")
    assert "- Người bị nạn 1: Năm, nam giới, sinh năm 1990" in shown[0].text
    assert "- Người bị nạn 2: Hoa, nữ giới, sinh khoảng năm 1986, công nhân, bỏng chân" in shown[0].text
    assert filed.facts()["people"]["total"] == 2
    filed.say("focal", "nguyên nhân: không đội mũ bảo hộ")
    filed.say("focal", "yếu tố: điện giật")
    assert (filed.facts()["cause"], filed.facts()["factor"]) == ("8", "01")
    filed.say("focal", "5 người bị thương")
    assert filed.facts()["people"]["total"] == 5
    filed.say("focal", "xong")
    assert filed.session("focal") is None


def test_an_officer_is_offered_the_codes_from_the_description(filed):
    filed.say("worker", "hủy")
    filed.uow.accidents.put_fact(
        filed.case().id, "what", "Ngã từ giàn giáo", salt="", person_id=filed.people["focal"], now=filed.now
    )
    shown = filed.tap("focal", f"case:fix:{filed.case().code}")
    assert shown[-1].labels == ["Yếu tố gây chấn thương", "Nguyên nhân", "Xong"]
    shown = filed.say("focal", "1")
    assert shown[-1].labels == ["Ngã cao", "Mục khác", "Chưa rõ"]
    shown = filed.say("focal", "1")
    assert "Yếu tố gây chấn thương: Ngã cao" in shown[0].text
    assert shown[-1].labels == ["Nguyên nhân", "Xong"]
    shown = filed.say("focal", "1")
    assert len(shown[-1].labels) == 10
    filed.say("focal", "Chưa rõ")
    assert filed.facts()["factor"] == "14"
    assert "cause" not in filed.facts()
    filed.say("focal", "xong")
    assert filed.session("focal") is None


def test_a_worker_who_corrects_is_offered_no_codes(filed):
    shown = filed.tap("worker", f"case:fix:{filed.case().code}")
    assert shown[-1].labels == ["Xong"]


def test_unclear_words_are_kept_as_they_are_if_wanted(filed):
    filed.tap("focal", f"case:fix:{filed.case().code}")
    shown = filed.say("focal", "cần xem lại chỗ này")
    assert "chưa rõ sửa mục nào" in shown[-1].text
    filed.say("focal", "Ghi nguyên lời")
    assert filed.facts()["remarks"] == ["cần xem lại chỗ này"]


@pytest.mark.parametrize("who", ["other", "leader", "stranger"])
def test_nobody_else_may(filed, who):
    code = filed.case().code
    filed.say(who, f"{code}: 3 người chứ không phải 2")
    filed.tap(who, f"case:fix:{code}")
    filed.say(who, "3 người chứ không phải 2")
    assert filed.facts()["people"]["total"] == 2


def test_one_who_refused_hears_that_it_is_not_kept(world):
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "2")
    world.say("worker", "Dừng ở đây")
    shown = world.say("worker", "0987654321 chứ không phải 0912345678")
    assert "không giữ được phần này" in shown[0].text
    assert "0987654321" not in str(world.facts())
