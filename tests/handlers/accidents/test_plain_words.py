"""What people say beside the question: corrections, news, questions, control words; nothing is lost or misread."""

import pytest

from messages.envelope import InboundKind


@pytest.fixture
def asked(world):
    """Stand at the question of consent."""
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    return world


@pytest.fixture
def agreed(asked):
    asked.say("worker", "1")
    return asked


def go_to(world, step):
    while world.session("worker")["at"] != step:
        world.say("worker", "bỏ qua")


# Facts told later


def test_a_count_set_right_at_a_later_question(agreed):
    go_to(agreed, "contract")
    shown = agreed.say("worker", "số người bị thương là 4 chứ ko phải 2")
    assert shown[0].text == "Đã ghi: 4 (bốn) người bị thương."
    assert agreed.facts()["people"]["total"] == 4
    assert agreed.session("worker")["at"] == "contract"
    assert "contract" not in agreed.facts()


@pytest.mark.parametrize("step", ["contract", "victim_1_who", "media", "review"])
def test_another_number_is_no_wish_for_a_person(agreed, step):
    go_to(agreed, step)
    assert "0987 654 321" in agreed.say("worker", "gọi cho tôi số khác 0987654321")[0].text
    assert agreed.facts()["phone"] == "0987654321"
    assert "victims" not in agreed.facts()


@pytest.mark.parametrize("step", ["role", "victim_1_hurt", "victim_1_who"])
def test_a_bare_time_at_another_question_is_the_time(agreed, step):
    go_to(agreed, step)
    agreed.say("worker", "14h ngày 23/11")
    assert agreed.facts()["happened"] == {"type": "datetime", "value": "2026-11-23T14:00:00+07:00"}
    assert step not in agreed.facts()


@pytest.mark.parametrize("said", ["báo thêm: có 1 người chết rồi", "1 người chết rồi"])
@pytest.mark.parametrize("end", ["hủy", "finish"])
def test_news_after_the_report_goes_to_the_case(agreed, said, end):
    while agreed.session("worker") is not None:
        agreed.say("worker", "hủy" if end == "hủy" else "bỏ qua")
    agreed.later(hours=2)
    code = agreed.case().code
    shown = agreed.say("worker", said)
    assert shown[-1].text == f"Thêm vào vụ {code}?"
    assert shown[-1].labels == ["Thêm", "Vụ khác"]
    shown = agreed.say("worker", "1")
    assert code in shown[0].text
    assert len(agreed.cases()) == 1
    assert agreed.facts()["people"] == {"total": 2, "dead": 1, "injured": 1}
    assert said in agreed.facts()["remarks"]
    assert "tai nạn chết người" in agreed.pushes("focal")[-1].text
    assert agreed.session("worker") is None


def test_a_further_death_is_pushed_on_too(world):
    world.say("worker", "có 3 người bị nạn, 1 người chết ở xã Tân Lập, gọi 0912345678")
    before = len(world.pushes("focal"))
    world.say("worker", "2 người chết rồi")
    assert world.facts()["people"]["dead"] == 2
    assert len(world.pushes("focal")) == before + 1


def test_news_may_be_another_case(agreed):
    agreed.say("worker", "hủy")
    agreed.say("worker", "có 1 người chết rồi")
    shown = agreed.say("worker", "Vụ khác")
    assert shown[-1].text.startswith("Nơi xảy ra") or "xã, phường" in shown[-1].text


def test_a_day_later_it_is_another_case(agreed):
    agreed.say("worker", "hủy")
    agreed.later(hours=25)
    assert "xã, phường" in agreed.say("worker", "có 1 người chết rồi")[-1].text


def test_a_number_after_the_report_goes_to_the_case(agreed):
    agreed.say("worker", "hủy")
    assert agreed.say("worker", "gọi cho tôi số khác 0987654321")[-1].labels == ["Thêm", "Vụ khác"]
    agreed.say("worker", "1")
    assert agreed.facts()["phone"] == "0987654321"


def test_a_place_at_the_question_for_a_number(world):
    for said in ("báo tai nạn", "2", "bỏ qua"):
        world.say("worker", said)
    shown = world.say("worker", "xa hoa binh")
    assert 'nơi xảy ra "xa hoa binh"' in shown[0].text
    assert world.session("worker")["at"] == "phone"
    world.say("worker", "xã Tân Lập")
    world.say("worker", "0912345678")
    assert world.facts()["place"]["name"] == "xã Tân Lập"


def test_those_with_a_contract_are_not_counted_as_victims(agreed):
    go_to(agreed, "contract")
    agreed.say("worker", "1 người có hợp đồng")
    assert agreed.facts()["people"]["total"] == 2
    assert agreed.facts()["contract"] == "yes"


def test_a_slip_of_the_hand_is_part_of_the_story(agreed):
    said = "bấm nhầm nút làm 2 người bị thương"
    agreed.say("worker", said)
    assert agreed.facts()["what"] == said


# The question of consent


@pytest.mark.parametrize("said", ["sao chua ai den", "hom qua em bao r, gio sao"])
def test_a_question_at_consent_hears_the_state_first(asked, said):
    shown = asked.say("worker", said)
    assert f"{asked.case().code}: đang báo người trực, chưa ai nhận" in shown[0].text
    assert shown[-1].labels == ["Đồng ý", "Không đồng ý", "Xem kỹ hơn", "Giữ kín tôi là ai"]


def test_a_question_before_the_report_is_sent_says_so(world):
    world.say("worker", "báo tai nạn")
    shown = world.say("worker", "sao chua ai den")
    assert "chưa gửi" in shown[0].text
    assert "Bao nhiêu người" in shown[-1].text


@pytest.mark.parametrize("said", ["tôi chấp nhận", "ok đồng ý", "được", "đồng ý nhé"])
def test_plain_words_agree(asked, said):
    asked.say("worker", said)
    assert asked.session("worker")["answers"]["consent"] == "yes"


@pytest.mark.parametrize("said", ["được không?", "không chấp nhận", "ko cho phép"])
def test_other_words_do_not(asked, said):
    asked.say("worker", said)
    assert asked.session("worker")["answers"].get("consent") != "yes"


def test_a_fear_of_punishment_gets_one_honest_sentence(asked):
    shown = asked.say("worker", "co bi phat ko")
    assert "không phạt ai" in shown[0].text
    assert shown[-1].labels == ["Đồng ý", "Không đồng ý", "Xem kỹ hơn", "Giữ kín tôi là ai"]


def test_a_fear_of_punishment_is_no_report(world):
    assert "không phạt ai" in world.say("stranger", "co bi phat ko")[0].text
    assert world.session("stranger") is None
    for said in ("báo nguy hiểm", "giàn giáo lỏng ốc", "co bi phat ko"):
        shown = world.say("worker", said)
    assert "không phạt ai" in shown[0].text
    assert world.session("worker")["flow"] == "report_hazard"


STORY = "anh em đang đổ bê tông thì giàn giáo sập xuống"


def test_the_story_at_consent_waits_for_the_yes(asked):
    shown = asked.say("worker", STORY)
    assert "để riêng" in shown[0].text
    assert "what" not in asked.facts()
    asked.say("worker", "1")
    assert asked.facts()["what"] == STORY
    assert asked.session("worker")["at"] == "role"


def test_the_story_at_consent_of_a_danger_waits_too(world):
    for said in ("báo nguy hiểm", "giàn giáo lỏng ốc"):
        world.say("worker", said)
    assert "để riêng" in world.say("worker", STORY)[0].text
    world.say("worker", "1")
    while world.session("worker") is not None:
        world.say("worker", "bỏ qua")
    assert world.facts()["what"] == "giàn giáo lỏng ốc"
    assert world.facts()["remarks"] == [STORY]


def test_the_story_is_forgotten_after_a_no(asked):
    asked.say("worker", STORY)
    asked.say("worker", "không đồng ý")
    assert "what" not in asked.facts()
    assert STORY not in str(asked.session("worker"))


def test_a_mark_after_a_fields_name_is_no_refusal(asked):
    assert "Bao nhiêu người" in asked.say("worker", "số người")[-1].text
    asked.say("worker", "3")
    assert asked.facts()["people"]["total"] == 3
    assert asked.session("worker")["at"] == "consent"
    asked.say("worker", "số người")
    asked.say("worker", "2")
    assert asked.facts()["people"]["total"] == 2
    assert "consent" not in asked.session("worker")["answers"]


def test_a_mark_after_the_name_of_a_later_field_is_no_refusal(asked):
    assert "hỏi sau" in asked.say("worker", "đơn vị")[-1].text
    asked.say("worker", "2")
    assert "consent" not in asked.session("worker")["answers"]


def test_going_back_says_what_is_held(world):
    for said in ("báo tai nạn", "2", "xã Tân Lập", "0987654321"):
        world.say("worker", said)
    shown = world.say("worker", "quay lại")
    assert shown[-1].text == "Đang có số 0987 654 321."
    assert shown[-1].labels == ["Giữ số này", "Sửa"]
    world.say("worker", "a")
    assert world.session("worker")["at"] == "consent"
    world.say("worker", "quay lại")
    assert "gọi lại" in world.say("worker", "Sửa")[-1].text
    world.say("worker", "0912345678")
    assert world.facts()["phone"] == "0912345678"


# Control words and questions


@pytest.mark.parametrize("step", ["what", "victim_1_hurt", "victim_1_who"])
@pytest.mark.parametrize(
    "said", ["xong", "sửa", "gửi", "khi nào có người đến?", "gửi ở đâu?", "bao giờ công an xuống?"]
)
def test_control_words_and_questions_are_no_facts(agreed, step, said):
    go_to(agreed, step)
    agreed.say("worker", said)
    assert step not in agreed.facts()
    assert said not in str(agreed.facts())


def test_send_goes_to_the_review_and_fix_to_the_list(agreed):
    assert "Số người" in agreed.say("worker", "sửa")[-1].labels
    assert "gọi lại" in agreed.tap("worker", "fix:phone")[-1].text
    agreed.say("worker", "0987654321")
    assert agreed.say("worker", "gửi")[-1].labels == ["Đúng, gửi", "Sửa"]


@pytest.mark.parametrize("step", ["role", "contract", "workplace"])
def test_an_employers_name_is_the_workplace_and_is_not_asked_again(agreed, step):
    go_to(agreed, step)
    agreed.say("worker", "Công ty TNHH Minh Phát")
    assert agreed.facts()["workplace"] == "Công ty TNHH Minh Phát"
    assert "role" not in agreed.facts()
    seen = []
    while agreed.session("worker") is not None:
        agreed.say("worker", "bỏ qua")
        seen.append((agreed.session("worker") or {}).get("at"))
    assert "workplace" not in seen


# A death, and when


def test_a_death_without_a_number_then_one(world):
    world.say("worker", "co nguoi bi dien giat chet")
    assert "1 (một) người tử vong" in world.say("worker", "1")[0].text
    for said in ("xã Tân Lập", "0912345678"):
        world.say("worker", said)
    assert world.facts()["people"] == {"total": 1, "dead": 1, "injured": None}
    assert "tai nạn chết người" in world.pushes("focal")[0].text


def test_a_death_nobody_counts_is_fatal_all_the_same(world):
    world.say("worker", "co nguoi bi dien giat chet o xã Tân Lập, gọi 0912345678")
    world.say("worker", "Chưa rõ")
    assert "tai nạn chết người" in world.pushes("focal")[0].text


def test_died_or_lives_is_asked_where_it_is_not_clear(world):
    world.say("worker", "co nguoi bi dien giat chet")
    shown = world.say("worker", "1 người bị thương")
    assert shown[-1].text == "Người đó đã mất hay còn sống?"
    assert shown[-1].labels == ["Đã mất", "Còn sống"]
    world.say("worker", "1")
    assert world.session("worker")["answers"]["people"] == {"total": 1, "dead": 1, "injured": None}


@pytest.mark.parametrize(
    ("said", "happened"),
    [
        ("anh Nam bị ngã, đã đưa đi viện lúc 14h20 ngày 23/11", None),
        ("14h20 ngày 23/11 đã đưa đi viện", None),
        ("8h ngày 23/11 anh Nam bị ngã, đã đưa đi viện lúc 14h20", "2026-11-23T08:00:00+07:00"),
        ("8h ngày 23/11 anh Nam bị ngã giàn giáo đã được đưa đi viện", "2026-11-23T08:00:00+07:00"),
    ],
)
def test_the_way_to_the_hospital_is_not_the_accident(agreed, said, happened):
    agreed.say("worker", said)
    assert agreed.facts().get("happened", {}).get("value") == happened
    assert agreed.facts()["what"] == said


# Wording


def test_a_voice_note_is_kept_and_words_are_asked_for(agreed):
    kept = agreed.uow.attachments.add(
        person_id=agreed.uow.people.at(agreed.address("worker")).person_id,
        kind="voice",
        name="a.ogg",
        mime="audio/ogg",
        size=3,
        digest="00",
        path="00",
        state="stored",
        now=agreed.now,
    )
    shown = agreed.send("worker", InboundKind.VOICE, attachment=kept)
    assert shown[0].text == "Đã giữ tin thoại. Báo An không nghe được; anh/chị nhắn thêm vài chữ giúp."


def test_stopping_says_whether_somebody_took_it(agreed):
    assert "Báo An đang tìm người nhận" in agreed.say("worker", "hủy")[0].text
    agreed.say("stranger", "có 1 người bị thương ở xã Tân Lập, gọi 0912345679")
    agreed.say("focal", agreed.case().code)
    agreed.tap("focal", f"case:take:{agreed.case().code}")
    assert "đã có người nhận" in agreed.say("stranger", "hủy")[0].text
