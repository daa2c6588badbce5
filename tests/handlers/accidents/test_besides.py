"""What is told beside the question is taken where it belongs; a call is answered and the question put again."""

import unicodedata

import pytest

VICTIM = "anh Tu 30 tuoi tho han bong tay"
STEPS_AFTER_CONSENT = ("what", "role", "contract", "happened", "workplace")


def begin(world, opening="có 1 người bị thương ở xã Tân Lập, gọi 0912345678"):
    world.say("worker", opening)
    return world.say("worker", "1")


def go_to(world, step):
    for _ in range(20):
        if world.session("worker")["at"] == step:
            return
        world.say("worker", "bỏ qua")
    raise AssertionError(step)


@pytest.mark.parametrize("step", [*STEPS_AFTER_CONSENT[1:], "media", "review"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_victim_told_at_another_question_goes_into_their_own_fields(world, step, form):
    begin(world)
    go_to(world, step)
    shown = world.say("worker", unicodedata.normalize(form, "anh Tú 30 tuổi thợ hàn bỏng tay"))
    assert shown[0].text == "Đã ghi: Tú, nam giới, sinh khoảng năm 1996, thợ hàn, bỏng tay."
    assert world.facts()["victims"][0]["name"] == "Tú"
    assert world.facts()["victims"][0]["birth_year"] == 1996
    assert world.session("worker")["at"] == step
    assert "workplace" not in world.facts()


def test_the_time_and_the_victim_in_one_message_are_both_taken(world):
    begin(world)
    go_to(world, "happened")
    world.say("worker", f"{VICTIM} luc 8h sang nay")
    assert world.facts()["victims"][0]["name"] == "Tu"
    assert world.facts()["happened"]["value"].startswith("2026-11-24T08:00")


def test_a_second_victim_is_laid_beside_the_first(world):
    begin(world)
    go_to(world, "happened")
    world.say("worker", VICTIM)
    world.say("worker", "chi Lan 25 tuoi gay chan")
    names = [one["name"] for one in world.facts()["victims"]]
    assert names == ["Tu", "Lan"]
    assert world.facts()["people"]["total"] == 2


def test_what_is_told_of_the_only_victim_who_died_makes_nobody_more(world):
    begin(world, "có 1 người chết ở xã Tân Lập, gọi 0912345678")
    go_to(world, "role")
    world.say("worker", VICTIM)
    assert world.facts()["people"]["total"] == 1
    assert [(one["name"], one["outcome"]) for one in world.facts()["victims"]] == [("Tu", "dead")]


@pytest.mark.parametrize(
    "said", ["co ai toi chua", "xe cap cuu den chua", "cán bộ xuống chưa ạ", "da co nguoi nhan chua"]
)
def test_a_question_without_its_mark_is_no_story(world, said):
    begin(world)
    shown = world.say("worker", said)
    assert "what" not in world.facts()
    assert shown[-1].text.startswith("Việc xảy ra thế nào?")


def test_a_bystander_with_an_age_alone_adds_nobody_to_the_count(world):
    begin(world)
    go_to(world, "happened")
    world.say("worker", VICTIM)
    world.say("worker", "anh Hung 45 tuoi quan doc")
    assert world.facts()["people"]["total"] == 1


def test_other_facts_told_while_the_time_is_asked_are_taken(world):
    begin(world)
    go_to(world, "happened")
    shown = world.say("worker", "2 nguoi bi thuong co 1 nguoi chet")
    assert world.facts()["people"]["dead"] == 1
    assert shown[-1].text.startswith("Việc xảy ra lúc nào?")


# Before the yes nothing is taken but the count and the place; the words wait


def test_a_victim_told_before_consent_waits_for_it_and_is_no_place(world):
    world.say("worker", "bao tai nan")
    world.say("worker", "1")
    shown = world.say("worker", VICTIM)
    assert "đang để riêng" in shown[0].text
    assert world.session("worker")["at"] == "place"
    world.say("worker", "xã Tân Lập")
    shown = world.say("worker", VICTIM)
    assert world.session("worker")["at"] == "phone"
    world.say("worker", "0912345678")
    assert "victims" not in world.facts()
    world.say("worker", "đồng ý")
    assert world.facts()["victims"][0]["name"] == "Tu"
    assert world.session("worker")["at"] == "what"


def test_a_victim_told_before_a_refusal_is_forgotten(world):
    world.say("worker", "bao tai nan")
    world.say("worker", "1")
    world.say("worker", VICTIM)
    world.say("worker", "xã Tân Lập")
    world.say("worker", "0912345678")
    world.say("worker", "không đồng ý")
    assert "Tu 30" not in str(world.facts())
    assert "aside" not in world.session("worker")["answers"]


def test_one_victim_named_where_the_number_is_asked_is_one(world):
    world.say("worker", "bao tai nan")
    shown = world.say("worker", VICTIM)
    assert "- 1 (một) người." in shown[0].text
    assert "đang để riêng" in shown[0].text
    assert world.session("worker")["at"] == "place"


# A call


@pytest.mark.parametrize(
    "said", ["alo", "Alo alo", "dang lam gi the", "?", "??", "đang làm gì vậy", "sao thế", "bot oi", "hello"]
)
@pytest.mark.parametrize("step", STEPS_AFTER_CONSENT)
def test_a_call_gets_a_short_answer_and_the_question_again(world, said, step):
    begin(world)
    go_to(world, step)
    shown = world.say("worker", said)
    assert world.case().code in shown[0].text
    assert "chưa ai nhận" in shown[0].text
    assert len(shown[0].text) <= 160
    assert world.session("worker")["at"] == step
    assert step not in world.facts()


@pytest.mark.parametrize("said", ["alo", "dang lam gi the", "?"])
def test_a_call_before_the_case_is_open_says_what_is_wanted(world, said):
    world.say("worker", "bao tai nan")
    shown = world.say("worker", said)
    assert "vẫn nghe" in shown[0].text
    assert "Bao nhiêu người" in shown[-1].text
    assert world.session("worker")["at"] == "people"


def test_a_call_says_that_an_officer_has_taken_the_case(world):
    begin(world)
    world.tap("focal", f"case:take:{world.case().code}")
    shown = world.say("worker", "alo")
    assert "cán bộ đã nhận" in shown[0].text


def test_a_call_in_another_talk_names_what_is_open(world):
    world.tap("worker", "report:hazard")
    shown = world.say("worker", "alo")
    assert "Báo An vẫn nghe" in shown[0].text
    assert len(shown) == 2


# A correction of another case


def finish(world):
    for _ in range(25):
        if world.session("worker") is None:
            return
        world.say("worker", "bỏ qua")
    raise AssertionError("the report does not end")


def two_cases(world):
    begin(world)
    finish(world)
    old = world.case()
    world.later(hours=30)
    begin(world, "có 2 người bị thương ở xã Tân Hòa, gọi 0912345678")
    return old, world.case()


@pytest.mark.parametrize("step", ["what", "role", "happened", "workplace"])
def test_a_correction_said_with_a_code_goes_to_that_case_while_a_report_is_open(world, step):
    old, new = two_cases(world)
    go_to(world, step)
    shown = world.say("worker", f"vu {old.code.lower()} la 3 nguoi chu khong phai 1")
    assert world.uow.accidents.facts(old.id)["people"]["total"] == 3
    assert world.uow.accidents.facts(new.id)["people"]["total"] == 2
    assert old.code in shown[0].text
    assert world.session("worker")["at"] == step


def test_it_goes_to_that_case_before_the_new_one_is_open_too(world):
    begin(world)
    finish(world)
    old = world.case()
    world.later(hours=30)
    world.say("worker", "báo tai nạn")
    world.say("worker", f"{old.code}: 3 người chứ không phải 1")
    assert world.uow.accidents.facts(old.id)["people"]["total"] == 3
    assert world.session("worker")["at"] == "people"


def test_a_correction_with_the_code_of_the_report_itself_stays_in_it(world):
    _, new = two_cases(world)
    go_to(world, "happened")
    world.say("worker", f"{new.code} 4 người chứ không phải 2")
    assert world.facts()["people"]["total"] == 4
    assert world.session("worker")["answers"]["people"]["total"] == 4


def test_a_correction_with_a_code_nobody_may_see_changes_no_other_case(world):
    begin(world)
    finish(world)
    shown = world.say("worker", "TN-26-ZZZZ 3 người chứ không phải 1")
    assert world.facts()["people"]["total"] == 1
    assert "TN-26-ZZZZ" in shown[0].text
