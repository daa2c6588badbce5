"""Each victim with fields of their own: asked one by one, told in one message, in a list, or left to officers."""

import pytest

from handlers.services import case_facts
from storage.tables import accident_facts

THREE = "có 3 người bị thương ở xã Tân Lập, gọi 0912345678"


def begin(world, opening="có 2 người bị thương ở xã Tân Lập, gọi 0912345678"):
    world.say("worker", opening)
    return world.say("worker", "1")


def to_victims(world, step="victim_1_hurt"):
    shown = []
    for _ in range(20):
        if world.session("worker")["at"] == step:
            return shown or world.heard
        shown = world.say("worker", "bỏ qua")
    raise AssertionError(f"{step} is not asked, but {world.session('worker')['at']}")


def test_one_by_one_at_most_two_facts_a_message(world):
    begin(world)
    shown = to_victims(world)
    assert shown[-1].text == "(1/2) Người này làm nghề gì, bị thế nào? Ví dụ: thợ hàn, gãy tay."
    assert shown[-1].labels == ["Chưa rõ về người này", "Để cán bộ ghi sau"]
    shown = world.say("worker", "thợ hàn, gãy tay")
    assert shown[0].text == "Đã ghi: người 1: thợ hàn, gãy tay."
    assert "tên gì, sinh năm nào" in shown[-1].text
    shown = world.say("worker", "anh N., 1990")
    assert shown[0].text == "Đã ghi: người 1: N., nam giới, sinh năm 1990."
    assert shown[-1].text.startswith("(2/2)")
    world.say("worker", "bỏng chân")
    world.say("worker", "bỏ qua")
    assert world.facts()["victims"] == [
        {"outcome": "alive", "occupation": "thợ hàn", "injury": "gãy tay", "name": "N.", "sex": "male",
         "birth_year": 1990},
        {"outcome": "alive", "injury": "bỏng chân"},
    ]  # fmt: skip
    assert world.session("worker")["at"] == "media"


def test_what_one_message_tells_is_not_asked_again(world):
    begin(world, "có 1 người bị thương ở xã Tân Lập, gọi 0912345678")
    shown = to_victims(world)
    shown = world.say("worker", "anh Nam 35 tuổi thợ điện gãy tay")
    assert shown[0].text == "Đã ghi: Nam, nam giới, sinh khoảng năm 1991, thợ điện, gãy tay."
    assert world.session("worker")["at"] == "media"


def test_a_story_that_names_a_victim_fills_the_victim_in(world):
    begin(world, "có 1 người bị thương ở xã Tân Lập, gọi 0912345678")
    shown = world.say("worker", "Sáng nay 8h anh Nam 35 tuổi thợ điện bị gãy tay do ngã thang")
    assert "Nam, nam giới, sinh khoảng năm 1991, thợ điện" in shown[0].text
    asked = []
    for _ in range(20):
        if world.session("worker") is None:
            break
        asked.append(world.session("worker")["at"])
        world.say("worker", "bỏ qua")
    assert not [step for step in asked if step.startswith("victim_")]
    assert world.facts()["victims"][0]["name"] == "Nam"


def test_a_victim_named_before_consent_is_kept_only_after_the_yes(world):
    world.say("worker", "anh Nam 35 tuổi thợ điện ngã giàn giáo gãy tay ở xã Tân Lập")
    world.say("worker", "1")
    world.say("worker", "0912345678")
    assert "victims" not in world.facts()
    shown = world.say("worker", "đồng ý")
    assert "Nam" in shown[0].text
    assert world.facts()["victims"][0]["birth_year"] == 1991


def test_two_told_at_once_are_two_victims(world):
    begin(world)
    to_victims(world)
    shown = world.say("worker", "anh Nam thợ điện gãy tay, chị Hoa phụ hồ bỏng chân")
    assert "người 1: Nam" in shown[0].text
    assert "người 2: Hoa" in shown[0].text
    assert world.session("worker")["at"] == "media"


def test_later_leaves_them_all_to_the_officers(world):
    begin(world, THREE)
    to_victims(world)
    shown = world.say("worker", "Để cán bộ ghi sau")
    assert world.session("worker")["at"] == "media"
    assert "Có ảnh" in shown[-1].text
    assert "victims" not in world.facts()


def test_the_dead_are_asked_for_by_name_only_and_stand_first(world):
    begin(world, "có 2 người bị nạn, 1 người chết ở xã Tân Lập, gọi 0912345678")
    shown = to_victims(world, "victim_1_who")
    assert "Người đã mất tên gì" in shown[-1].text
    world.say("worker", "ông Tư, sinh 1970")
    world.say("worker", "gãy tay")
    assert [entry["outcome"] for entry in world.facts()["victims"]] == ["dead", "alive"]


def test_one_who_died_after_all_raises_the_alarm(world):
    begin(world)
    to_victims(world)
    before = len(world.pushes("focal"))
    shown = world.say("worker", "anh ấy mất rồi")
    assert "đã mất" in shown[0].text
    assert world.facts()["people"]["dead"] == 1
    assert "tai nạn chết người" in world.pushes("focal")[before].text
    assert len(world.pushes("focal")) == before + 1


def test_many_are_told_in_a_list_and_the_rest_is_left(world):
    begin(world, "có 7 người bị thương ở xã Tân Lập, gọi 0912345678")
    shown = to_victims(world, "victims_list")
    assert shown[-1].labels == ["Để cán bộ ghi sau"]
    shown = world.say("worker", "anh Nam 35 tuổi gãy tay\nchị Hoa bỏng chân")
    assert "Đã ghi 2 trong 7 người" in shown[-1].text
    shown = world.say("worker", "anh Tư dập ngón tay")
    assert "Đã ghi 3 trong 7 người" in shown[-1].text
    world.say("worker", "xong")
    assert world.session("worker")["at"] == "media"
    assert [entry["name"] for entry in world.facts()["victims"]] == ["Nam", "Hoa", "Tư"]
    assert len(case_facts.victims(world.facts())) == 7


def test_one_told_of_twice_is_one(world):
    begin(world)
    world.say("worker", "anh Tư thợ hàn, anh Hải phụ hồ bị bỏng")
    world.say("worker", "gửi")
    world.tap("worker", "fix:victim:1")
    shown = world.say("worker", "anh Tư bỏng hai tay")
    assert "người 1: Tư" in shown[0].text
    world.tap("worker", "fix:victim:1")
    world.say("worker", "anh Hải bỏng mặt")
    assert world.facts()["people"]["total"] == 2
    assert [one["injury"] for one in world.facts()["victims"]] == ["bỏng hai tay", "bỏng mặt"]
    assert world.facts()["victims"][0]["occupation"] == "thợ hàn"


def test_names_alone_add_nobody_to_the_count(world):
    begin(world)
    to_victims(world, "victim_2_who")
    world.say("worker", "N. và H.")
    assert world.facts()["people"]["total"] == 2
    assert world.facts()["victims"][1]["name"] == "N, H"


def test_the_short_path_takes_one_tap(world):
    begin(world, "có 12 người bị ngộ độc ở xã Tân Lập, gọi 0912345678")
    to_victims(world, "victims_list")
    world.say("worker", "1")
    assert world.session("worker")["at"] == "media"


@pytest.mark.parametrize("said", ["không biết", "chưa rõ", "không", "Chưa rõ"])
def test_unknown_is_an_answer(world, said):
    begin(world)
    to_victims(world)
    world.say("worker", said)
    assert world.session("worker")["at"] == "victim_1_who"
    world.say("worker", said)
    assert world.session("worker")["at"] == "victim_2_hurt"
    assert "victims" not in world.facts()


def test_one_tap_says_that_nothing_is_known_of_somebody(world):
    begin(world)
    to_victims(world)
    world.say("worker", "Chưa rõ về người này")
    assert world.session("worker")["at"] == "victim_2_hurt"


def test_the_review_lists_each_and_fixes_one(world):
    begin(world)
    to_victims(world)
    for said in ("gãy tay", "anh Nam", "bỏng chân", "chị Hoa"):
        world.say("worker", said)
    shown = world.say("worker", "xong")
    assert "- Người bị nạn 1: Nam, nam giới, gãy tay" in shown[-2].text
    assert "Người bị nạn" in world.say("worker", "sửa")[-1].labels
    shown = world.tap("worker", "fix:victims")
    assert shown[-1].labels == ["Người 1: Nam", "Người 2: Hoa"]
    world.say("worker", "2")
    world.say("worker", "bỏng tay")
    world.say("worker", "chị Hòa")
    assert world.session("worker")["at"] == "review"
    assert world.facts()["victims"][1] == {
        "outcome": "alive", "injury": "bỏng tay", "name": "Hòa", "sex": "female",
    }  # fmt: skip
    assert world.facts()["victims"][0]["name"] == "Nam"


def test_one_who_is_not_to_be_named_is_asked_no_names(world):
    world.say("worker", "có 1 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.tap("worker", "consent:anonymous")
    to_victims(world)
    world.say("worker", "anh Nam 35 tuổi thợ điện gãy tay")
    assert world.session("worker")["at"] == "media"
    assert world.facts()["victims"] == [
        {"outcome": "alive", "sex": "male", "occupation": "thợ điện", "injury": "gãy tay"}
    ]


def test_going_private_later_takes_the_names_out_and_forgets_older_versions(world):
    begin(world, "có 1 người bị thương ở xã Tân Lập, gọi 0912345678")
    to_victims(world)
    world.say("worker", "anh Nam 35 tuổi thợ điện gãy tay")
    world.say("worker", "ẩn danh")
    assert "Nam" not in str(world.facts()["victims"])
    rows = [row["value"] for row in world.rows_of(accident_facts) if row["field"] == "victims"]
    assert "Nam" not in str(rows)


def test_an_officer_sees_what_the_legal_list_may_say(world):
    begin(world)
    to_victims(world)
    world.say("worker", "gãy xương đòn")
    world.tap("focal", f"case:take:{world.case().code}")
    page = world.tap("focal", f"case:open:{world.case().code}")[0].text
    assert "Người 1 có thể ứng với mã 034" in page
    assert "cán bộ sẽ xác nhận" in page


def test_a_case_of_an_earlier_version_stays_readable(world):
    begin(world, "có 2 người bị nạn, 1 người chết ở xã Tân Lập, gọi 0912345678")
    case = world.case()
    for field, value in (("injury_1", "gãy xương đòn"), ("names", "Nam, Hùng")):
        world.uow.accidents.put_fact(case.id, field, value, salt="", person_id=1, now=world.now)
    world.tap("focal", f"case:take:{case.code}")
    page = world.tap("focal", f"case:open:{case.code}")[0].text
    assert "Người bị thương 1: gãy xương đòn" in page
    assert "Tên: Nam, Hùng" in page
    assert "mã 034" in page
    outcomes = [victim.outcome.value for victim in case_facts.victims(world.facts())]
    assert outcomes == ["dead", "alive"]


def test_old_talks_in_the_middle_of_a_question_that_is_gone_go_on(world):
    begin(world)
    to_victims(world)
    person = world.people.get("worker") or world.uow.people.at(world.address("worker")).person_id
    talk = world.uow.sessions.get(person, world.now)
    session = {**talk.session, "at": "injury_1"}
    world.uow.sessions.put(person, session, talk.offers, world.now)
    shown = world.say("worker", "gãy tay")
    assert shown[-1].text.startswith("(1/2)")
