"""Buttons nobody was offered, and subjects begun one inside the other without end."""

import pytest

from handlers.conversation.session import Session

OLD = "Nút ấy đã dùng rồi"


@pytest.mark.parametrize(
    "told",
    [
        "²::",
        "99999999999999999999::",
        "5:9:",
        "5::9",
        "5:3:3",
        "::",
        ":2:",
        "-1::",
        "1001::",
        "٣::",
        "3:::",
        "3",
        "",
        "0003::",
    ],
)
def test_a_forged_count_is_an_old_button(world, told):
    world.say("worker", "Tôi muốn báo tai nạn lao động")
    shown = world.tap("worker", f"people:sure:{told}")
    assert shown[0].text.startswith(OLD)
    assert "people" not in world.session("worker")["answers"]


@pytest.mark.parametrize("told", ["40::", "0::", "3:1:2", "1000:1000:"])
def test_a_count_that_was_offered_is_taken(world, told):
    world.say("worker", "Tôi muốn báo tai nạn lao động")
    world.tap("worker", f"people:sure:{told}")
    assert world.session("worker")["answers"]["people"]["total"] == int(told.split(":")[0])


@pytest.mark.parametrize(
    "told",
    [
        "2026-13-45",
        "interval/",
        "2026-11-24/²",
        "2026-11-24/midnight",
        "2026-11-24/2026-11-25/2026-11-26",
        "2999-01-01",
        "2999-01-01T00:00:00+07:00",
        "2026-11-24T08:00:00",
        "",
        "/",
    ],
)
def test_a_forged_time_is_an_old_button(world, told):
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "1")
    while world.session("worker")["at"] != "happened":
        world.say("worker", "bỏ qua")
    shown = world.tap("worker", f"when:{told}")
    assert shown[0].text.startswith(OLD)
    assert "happened" not in world.session("worker")["answers"]


def depth(world):
    found, session = 0, Session.from_json(world.session("worker"))
    flows = []
    while session is not None:
        flows.append(session.flow)
        found, session = found + 1, session.parked
    assert len(flows) == len(set(flows))
    return found


def test_subjects_begun_in_turn_do_not_pile_up(world):
    for number in range(300):
        world.tap("worker", "report:hazard" if number % 2 else "report:accident")
    assert depth(world) == 2
    assert world.say("worker", "có 2 người chết ở xã Tân Lập")


def test_two_subjects_wait_at_most(world):
    world.say("worker", "có 1 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "1")
    code = world.case().code
    for tap in (
        "link:start",
        "report:hazard",
        f"case:add:{code}",
        "link:start",
        "report:hazard",
        "report:accident",
    ):
        world.tap("worker", tap)
        assert depth(world) <= 3


def test_what_an_unsent_report_holds_is_not_lost_when_it_is_begun_anew(world):
    world.say("worker", "có 2 người bị thương")
    world.tap("worker", "report:hazard")
    world.tap("worker", "report:accident")
    assert world.session("worker")["answers"]["people"]["total"] == 2
