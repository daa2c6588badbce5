"""Cause and factor: offered from the description to employers and officers, never to a shaken worker."""

import pytest


def reach(world, role, what="Ngã từ giàn giáo xuống, không thắt dây an toàn"):
    world.say("worker", "có 1 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "1")
    world.say("worker", what)
    world.tap("worker", f"role:{role}")
    asked = []
    for _ in range(12):
        step = world.session("worker")["at"]
        if step in ("factor", "cause", "media"):
            return step
        asked.append(step)
        world.say("worker", "bỏ qua")
    raise AssertionError(asked)


@pytest.mark.parametrize("role", ["victim", "colleague", "relative", "passer_by"])
def test_a_worker_is_not_asked(world, role):
    assert reach(world, role) == "media"


@pytest.mark.parametrize("role", ["employer", "officer"])
def test_candidates_are_offered_from_the_description(world, role):
    assert reach(world, role) == "factor"
    offered = world.heard[-1]
    assert offered.labels[0] == "Ngã cao"
    assert offered.labels[-2:] == ["Mục khác", "Chưa rõ"]
    shown = world.say("worker", "1")
    assert shown[0].text == "Đã ghi: yếu tố gây chấn thương: Ngã cao."
    assert shown[-1].labels[0] == "Không sử dụng phương tiện bảo vệ cá nhân"
    world.say("worker", "1")
    assert (world.facts()["factor"], world.facts()["cause"]) == ("14", "8")
    world.say("worker", "xong")
    review = world.heard[-2].text
    assert "- Yếu tố gây chấn thương: Ngã cao" in review
    assert "- Nguyên nhân chính: Không sử dụng" in review


@pytest.mark.parametrize("said", ["chưa rõ", "không biết", "Chưa rõ"])
def test_unknown_is_always_possible(world, said):
    reach(world, "employer")
    world.say("worker", said)
    assert "factor" not in world.facts()
    assert world.session("worker")["at"] == "cause"


def test_another_may_be_picked_from_the_whole_list_or_told(world):
    reach(world, "employer")
    shown = world.say("worker", "Mục khác")
    assert len(shown[-1].labels) == 17
    world.say("worker", "Điện")
    assert world.facts()["factor"] == "01"
    world.say("worker", "máy hỏng")
    assert world.facts()["cause"] == "1"


def test_nothing_is_asked_where_nothing_was_told(world):
    assert reach(world, "employer", "Chưa kể được gì nhiều") == "media"


def test_a_forged_code_is_an_old_button(world):
    reach(world, "employer")
    shown = world.tap("worker", "factor:99")
    assert "đã dùng rồi" in shown[0].text
    assert "factor" not in world.facts()
