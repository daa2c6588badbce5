"""An occupational disease: heard as none of an accident, asked about after consent, owed its own duties."""

import json
import unicodedata

import pytest

from domain.accident import CaseKind
from domain.case_figure import is_counted
from handlers.services import people

WHOLE = (
    "đồng ý",
    "1",
    "tôi",
    "bác sĩ kết luận rồi",
    "từ năm 2020",
    "dập búa 12 năm, ồn lắm",
    "có hợp đồng",
    "Công ty Cơ khí Tân Lập",
    "Tân Lập",
    "nam, 1985, thợ hàn",
    "0912345678",
    "xong",
)


def told(world, opening="bi diec tai vi lam xuong on qua", answers=WHOLE):
    world.say("worker", opening)
    for text in answers:
        shown = world.say("worker", text)
    return shown


def texts(shown):
    return "\n".join(one.text for one in shown)


@pytest.mark.parametrize(
    "words",
    [
        "tôi bị bệnh nghề nghiệp",
        "bi diec tai vi lam xuong on qua",
        "khai benh bui phoi",
        "muốn khai báo bệnh nghề nghiệp",
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_of_an_illness_lead_to_its_report_and_not_to_an_alarm(world, words, form):
    shown = world.say("worker", unicodedata.normalize(form, words))
    assert "bệnh do nghề" in shown[0].text
    assert shown[-1].labels[0] == "Đồng ý"
    assert not world.cases()


def test_the_button_leads_there_too(world):
    labels = world.say("worker", "menu")[-1].labels
    assert "Báo bệnh nghề nghiệp" in labels
    assert "bệnh do nghề" in world.say("worker", "Báo bệnh nghề nghiệp")[0].text


def test_a_whole_report_takes_no_more_than_fourteen_messages_and_alarms_nobody(world):
    shown = told(world)
    assert 1 + len(WHOLE) <= 14
    case = world.case()
    assert (case.kind, case.code[:3]) == ("disease", "BN-")
    assert "khám ở cơ sở khám bệnh nghề nghiệp" in texts(shown)
    push = world.pushes("focal")[0]
    assert not push.urgent
    assert push.text == f"{case.code}: bệnh nghề nghiệp, xã Tân Lập, báo lúc 8h50. Anh/chị xem giúp?"
    facts = world.facts()
    assert (facts["disease_code"], facts["diagnosed"], facts["contract"]) == ("18", "diagnosed", "yes")
    assert facts["victims"][0]["birth_year"] == 1985


def test_nothing_about_health_is_kept_without_a_yes(world):
    world.say("worker", "tôi bị nhiễm độc chì")
    shown = world.say("worker", "không đồng ý")
    assert "không giữ gì về bệnh" in texts(shown)
    assert not world.cases()
    person, _ = people.recognise(world.uow, world.address("worker"), world.now)
    talk = world.uow.sessions.get(person.id, world.now)
    assert "nhiễm độc" not in json.dumps(talk.session, ensure_ascii=False)


def test_one_who_is_not_to_be_named_is_asked_no_number_and_no_name(world):
    world.say("worker", "tôi bị nhiễm độc chì")
    world.tap("worker", "consent:private")
    world.say("worker", "ẩn danh")
    shown = world.say("worker", "1")
    for text in ("mới nghi", "bỏ qua", "đúc bình ắc quy", "có", "bỏ qua", "Tân Lập"):
        assert "số nào" not in texts(shown)
        shown = world.say("worker", text)
    world.say("worker", "xong")
    case = world.case()
    assert case.is_private
    assert not {"phone", "role", "names"} & world.facts().keys()


def test_the_officers_page_says_disease_and_no_class_of_accidents(world):
    told(world)
    code = world.case().code
    page = world.tap("focal", f"case:open:{code}")[-1]
    assert "bệnh nghề nghiệp" in page.text
    assert "Có thể là bệnh số 18. Bệnh điếc nghề nghiệp do tiếng ồn (gợi ý, bác sĩ kết luận)" in page.text
    assert "Danh mục: Điều 3 Thông tư 60/2025/TT-BYT" in page.text
    assert "Người mắc bệnh: " in page.text
    assert "Người bị nạn" not in page.text
    more = world.tap("focal", f"case:more:{code}")[-1]
    assert "Loại khác" not in more.labels
    law = world.tap("focal", f"law:list:{code}")[-1]
    assert "tai nạn" not in law.text
    assert "Giới thiệu đi giám định y khoa" in law.text
    assert "Báo cáo số liệu bệnh nghề nghiệp" in law.text
    reason = world.tap("focal", f"law:why:{code}")[-1].text
    assert "Nạn nhân" not in reason


def test_a_disease_only_suspected_asks_for_an_examination_alone(world):
    told(world, answers=("đồng ý", "1", "tôi", "mới nghi", *WHOLE[4:]))
    rules = {row.rule for row in world.uow.case_duties.running(world.case().id)}
    assert rules == {"employer-arranges-examination"}


def test_the_duties_are_reminded_of_like_any_other(world):
    told(world)
    rows = world.uow.case_duties.running(world.case().id)
    assert {row.rule for row in rows if row.occurrence_id is not None} >= {
        "employer-keeps-disease-file",
        "employer-refers-to-assessment",
        "disease-year-figures",
    }


def test_no_figure_of_accidents_counts_it(world):
    told(world)
    assert not is_counted(CaseKind.DISEASE, world.facts())


def test_an_accident_in_the_midst_of_it_is_heard_first(world):
    world.say("worker", "tôi bị bệnh nghề nghiệp")
    shown = world.say("worker", "có người ngã giàn giáo chết rồi")
    assert any(one.urgent for one in shown)
    assert "Bao nhiêu người bị thương" in texts(shown)


def test_danger_told_where_the_illness_was_asked_points_to_the_alarm(world):
    world.say("worker", "tôi bị bệnh nghề nghiệp")
    world.say("worker", "đồng ý")
    shown = world.say("worker", "anh ấy bất tỉnh rồi")
    assert "115" in texts(shown)
    assert "🔴 Báo tai nạn" in shown[-1].labels


def test_telling_the_illness_again_at_another_question_goes_on(world):
    world.say("worker", "tôi bị bệnh nghề nghiệp")
    world.say("worker", "đồng ý")
    world.say("worker", "ho, tức ngực khó thở do bụi đá")
    assert not world.cases()
    shown = world.say("worker", "bụi phổi silic")
    assert "là ai" in texts(shown)


def test_officers_count_diseases_apart_from_accidents(world):
    told(world)
    assert "Năm nay: 1" in texts(world.say("focal", "bao nhieu ca benh nghe nghiep"))
    assert "Năm nay: 0 vụ" in texts(world.say("focal", "số liệu tai nạn"))


def test_a_finding_told_later_brings_the_duties_it_asks_for(world):
    told(world, answers=("đồng ý", "1", "tôi", "mới nghi", *WHOLE[4:]))
    code = world.case().code
    world.tap("worker", f"case:fix:{code}")
    assert "Bác sĩ đã kết luận" in texts(world.say("worker", "bác sĩ bệnh viện tỉnh đã kết luận rồi"))
    rules = {row.rule for row in world.uow.case_duties.running(world.case().id)}
    assert "employer-refers-to-assessment" in rules
    assert "employer-arranges-examination" not in rules


def test_another_illness_told_later_is_looked_up_anew(world):
    told(world)
    world.tap("worker", f"case:fix:{world.case().code}")
    world.say("worker", "bệnh là nhiễm độc chì")
    facts = world.facts()
    assert (facts["disease"], facts["disease_code"]) == ("nhiễm độc chì", "08")


def test_more_of_the_illness_told_at_the_notice_waits_for_the_yes(world):
    world.say("worker", "báo bệnh nghề nghiệp")
    shown = world.say("worker", "ho dom den, tuc nguc kho tho do bui da")
    assert not any(one.urgent for one in shown)
    assert not world.cases()
    assert "bụi phổi silic" in " ".join(world.say("worker", "đồng ý")[-1].labels)


def test_hidden_at_the_notice_of_an_illness_hides_no_earlier_case(world):
    world.say("worker", "1 người gãy tay ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "dừng lại")
    accident = world.case().code
    world.say("worker", "tôi bị nhiễm độc chì")
    world.say("worker", "ẩn danh")
    assert not world.uow.accidents.by_code(accident).is_private
