"""One person's thirty alarms are thirty cases and not sixty calls."""

from handlers.services import alerts


def report(world, name="mallory", times=1):
    for _ in range(times):
        world.say(name, "có 3 người chết ở xã Tân Lập, sđt 0912345678")
        world.tap(name, "nav:cancel")


def test_from_the_third_alarm_on_officers_get_one_bundled_notice(world):
    report(world, times=30)
    assert len(world.cases()) == 30
    for officer in ("focal", "coordinator"):
        pushed = world.pushes(officer)
        assert len(pushed) == 3
        assert "cùng một người báo 3 vụ trong 1 giờ" in pushed[-1].text
        assert "0912" not in pushed[-1].text
    assert all(case.state == "dispatched" for case in world.cases())
    assert all(world.uow.accidents.alerted(case.id) for case in world.cases())


def test_every_case_of_a_bundle_is_shown(world):
    report(world, times=12)
    shown = world.say("focal", "Xem các vụ")
    for case in world.cases():
        assert case.code in shown[0].text
    assert "case:open:" in shown[0].choices[0][0]
    assert world.tap("other", world.pushes("focal")[-1].choices[0][0])[0].text.startswith("Không thấy vụ")


def test_a_long_bundle_is_shown_page_by_page(world):
    report(world, times=30)
    shown = world.tap("focal", world.pushes("focal")[-1].choices[0][0])
    shown += world.tap("focal", shown[0].choices[-1][0])
    assert [case.code for case in world.cases() if case.code not in shown[0].text + shown[1].text] == []


def test_later_looks_at_a_flood_are_bundled_too(world):
    report(world, times=30)
    before = len(world.pushes("focal")), len(world.pushes("deputy"))
    world.later(minutes=10)
    alerts.check(world.uow, world.around, world.now)
    assert len(world.pushes("focal")) - before[0] <= 3
    assert len(world.pushes("deputy")) - before[1] <= 3


def test_the_number_is_told_anew_after_a_while(world):
    report(world, times=4)
    world.later(minutes=11)
    report(world)
    assert "báo 5 vụ" in world.pushes("focal")[-1].text


def test_two_people_or_two_hours_are_no_flood(world):
    for name in ("a", "b", "c", "d"):
        report(world, name)
    assert not any("cùng một người" in push.text for push in world.pushes("focal"))
    world.later(hours=2)
    report(world, "a", times=2)
    assert not any("cùng một người" in push.text for push in world.pushes("focal"))
    assert len(world.pushes("focal")) == 6
