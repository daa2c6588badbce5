"""A serious technical incident: asked where the words speak of fire, a leak or a collapse, and an alarm then."""

import pytest

TOLD = "cháy lớn ở kho hóa chất xã Tân Lập"


def finish(world):
    for _ in range(12):
        if world.session("worker") is None:
            return
        world.say("worker", "1" if world.session("worker")["at"] == "consent" else "bỏ qua")
    raise AssertionError(world.session("worker"))


def begin(world, text=TOLD):
    world.tap("worker", "report:hazard")
    world.say("worker", text)
    return world.say("worker", "đồng ý")


def test_a_serious_one_is_an_alarm_of_its_own_kind(world):
    shown = begin(world)
    assert "không tự xử lý được không" in shown[-1].text
    world.say("worker", "có")
    finish(world)
    case = world.case()
    assert (case.kind, case.state) == ("technical_incident", "dispatched")
    assert case.code.startswith("SC-26-")
    assert case.next_check_at is not None
    push = world.pushes("focal")[0]
    assert push.urgent
    assert f"{case.code}: sự cố kỹ thuật, xã Tân Lập" in push.text
    assert world.pushes("coordinator")


@pytest.mark.parametrize("said", ["không", "Không", "chưa rõ"])
def test_else_it_is_a_notice_as_before(world, said):
    begin(world)
    world.say("worker", said)
    finish(world)
    assert world.case().kind == "hazard"
    assert not world.pushes("focal")[0].urgent


@pytest.mark.parametrize("said", ["lan can ở xã Tân Lập bị lỏng", "máy chạy ở xã Tân Lập thiếu nắp che"])
def test_other_dangers_are_not_asked(world, said):
    begin(world, said)
    assert world.session("worker")["at"] == "media"


def test_what_is_about_to_fall_gets_the_rescue_number_and_no_question(world):
    begin(world, "giàn giáo ở xã Tân Lập sắp đổ")
    assert any("114" in one.text for one in world.rows())
    assert world.session("worker")["at"] == "media"
