"""A danger reported before anybody is hurt: an ordinary notice to the commune, no alarm."""

from domain.reminder import deliver_at
from handlers.services import alerts


def test_a_danger_is_told_to_the_commune_as_a_notice(world):
    shown = world.say("worker", "giàn giáo ở xã Tân Lập thiếu lan can, rất nguy hiểm")
    assert shown[-1].labels == ["Đồng ý", "Không đồng ý", "Xem kỹ hơn", "Giữ kín tôi là ai"]
    shown = world.say("worker", "1")
    assert "Có ảnh thì gửi" in shown[-1].text
    world.photo("worker")
    world.say("worker", "xong")
    assert not world.cases()
    shown = world.say("worker", "0912345678")
    case = world.case()
    assert case.code.startswith("SC-26-")
    assert case.kind == "hazard"
    around = world.around
    looked_at = deliver_at(world.now + around.desk.alarm_wait_notice, around.policy, around.calendar)
    assert case.next_check_at == looked_at
    assert case.code in shown[-1].text
    push = world.pushes("focal")[0]
    assert not push.urgent
    assert (
        push.text == f"{case.code}: nơi làm việc không an toàn, xã Tân Lập, báo lúc 8h50. Anh/chị xem giúp?"
    )
    assert not world.pushes("coordinator")
    assert world.facts()["phone"] == "0912345678"
    assert len(world.facts()["photos"]) == 1


def test_refusing_consent_reports_it_all_the_same_without_a_number(world):
    world.tap("worker", "report:hazard")
    for text in ("suýt có người rơi từ giàn giáo", "không đồng ý", "Tân Hòa"):
        shown = world.say("worker", text)
    assert world.case().kind == "near_miss"
    assert "phone" not in world.facts()
    assert world.case().code in shown[-1].text
    assert world.pushes("other")


def test_fire_or_a_leak_gets_the_rescue_number_first(world):
    shown = world.say("worker", "đang rò rỉ gas ở nhà máy")
    assert any("114" in m.text for m in shown)


def test_an_accident_breaks_in_and_the_danger_is_gone_on_with_after_it(world):
    world.say("worker", "giàn giáo bị lỏng, rất nguy hiểm")
    shown = world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    assert shown[0].text.startswith("🔴")
    world.say("worker", "2")
    shown = world.tap("worker", "tip:stop")
    assert "Ta làm tiếp: báo nguy hiểm" in shown[-2].text
    assert world.session("worker")["flow"] == "report_hazard"


def test_stopping_says_that_nothing_was_sent(world):
    world.say("worker", "giàn giáo bị lỏng, rất nguy hiểm")
    assert "chưa gửi cho ai" in world.say("worker", "hủy")[0].text
    assert not world.cases()


def test_a_world_without_units_keeps_it(empty):
    empty.say("worker", "giàn giáo bị lỏng, rất nguy hiểm")
    for text in ("2", "công trường phía bắc"):
        shown = empty.say("worker", text)
    assert "chưa nối được cán bộ nào" in shown[-1].text
    assert empty.case().state == "open"


def test_a_danger_nobody_takes_goes_up_the_line_in_working_hours_and_is_never_left(world):
    world.say("worker", "giàn giáo ở xã Tân Lập thiếu lan can, rất nguy hiểm")
    for text in ("1", "xong", "0912345678"):
        world.say("worker", text)
    told = []
    for _ in range(6):
        world.now = alerts.next_check(world.uow, world.now)
        assert deliver_at(world.now, world.around.policy, world.around.calendar) == world.now
        world.new()
        alerts.check(world.uow, world.around, world.now)
        told.append(sorted({m.person for m in world.new()}))
    assert told[:3] == [["deputy"], ["head"], ["coordinator"]]
    assert "worker" not in str(told)
    assert world.case().next_check_at is not None


def test_a_near_miss_is_told_to_the_person_in_charge_counted_apart_and_owes_no_figures(world):
    world.say("worker", "suyt nua bi thung hang roi trung dau o kho")
    for text in ("đồng ý", "Tân Lập", "xong", "Không để lại số"):
        shown = world.say("worker", text)
    assert "báo ngay người phụ trách trực tiếp" in shown[-2].text
    assert world.case().kind == "near_miss"
    rows = world.uow.case_duties.running(world.case().id)
    assert {row.rule for row in rows} == {"tell-person-in-charge"}
    said = world.say("focal", "co may vu suyt tai nan")
    assert "Năm nay: 1" in said[0].text


def test_somebody_driving_fast_sets_nothing_on_fire(world):
    shown = world.say("worker", "xe nang chay au suyt dam nguoi")
    assert not any("114" in one.text for one in shown)
    assert any("114" in one.text for one in world.say("worker2", "kho xuong dang chay, chua ai bi sao"))
