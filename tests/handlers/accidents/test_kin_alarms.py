"""Reports joined as one accident alarm once for them all, and a graver class comes with its duties, said as such."""

import pytest

from handlers.acting import Acting
from handlers.services import accidents, alerts, case_joins
from tests.handlers.accidents.conftest import make_world
from tests.handlers.accidents.test_kin import FALL


@pytest.fixture
def world():
    made = make_world()
    for name in ("nam", "lan", "minh"):
        made.add(name)
    yield made
    made.close()


def by(world, name):
    person = world.uow.people.get(world.people[name])
    return Acting(person, world.address(name), world.now, world.around, source=next(world.count))


def report(world, name, dead=0):
    facts = {
        "place": {"unit": world.units["Tân Lập"], "name": "xã Tân Lập"},
        "people": {"total": 2, "dead": dead},
    }
    opened = accidents.OpenCase("accident", {**FALL, **facts})
    return accidents.open_case(world.uow, opened, by(world, name))["code"]


def joined(world, *codes):
    for other in codes[1:]:
        case_joins.join(world.uow, case_joins.Join(codes[0], other, "cùng vụ"), by(world, "focal"))
    world.new()


def wait(world, minutes):
    world.later(minutes=minutes)
    alerts.check(world.uow, world.around, world.now)
    return [shown for shown in world.new() if shown.urgent]


def officers(shown):
    return [
        (one.person, one.text) for one in shown if one.person in ("focal", "deputy", "head", "coordinator")
    ]


def test_three_joined_reports_that_nobody_took_alarm_once(world):
    codes = [report(world, name) for name in ("nam", "lan", "minh")]
    joined(world, *codes)
    for minutes in (11, 11, 11, 31, 31):
        told = officers(wait(world, minutes))
        assert len({person for person, _ in told}) == len(told)
        assert all(f"{codes[0]} (gộp 3 báo cáo)" in text for _, text in told)
    for code in codes:
        case = world.uow.accidents.by_code(code)
        assert case.next_check_at is not None


def test_the_next_in_line_hears_though_the_first_was_told_of_another_report(world):
    codes = [report(world, name) for name in ("nam", "lan")]
    joined(world, *codes)
    assert [person for person, _ in officers(wait(world, 11))] == ["deputy"]
    assert [person for person, _ in officers(wait(world, 11))] == ["head"]


def test_the_gravest_report_is_alarmed_of(world):
    light, fatal = report(world, "nam"), report(world, "lan", dead=1)
    joined(world, light, fatal)
    told = officers(wait(world, 11))
    assert told
    assert all(fatal in text and "chết người" in text for _, text in told)


def test_each_reporter_hears_that_nobody_came_yet_under_their_own_code(world):
    codes = [report(world, name) for name in ("nam", "lan")]
    joined(world, *codes)
    told = {one.person: one.text for one in wait(world, 11)}
    assert codes[0] in told["nam"]
    assert codes[1] in told["lan"]


def test_a_report_taken_out_again_alarms_by_itself(world):
    codes = [report(world, name) for name in ("nam", "lan")]
    joined(world, *codes)
    wait(world, 11)
    case_joins.part(world.uow, case_joins.Part(codes[1], "nhầm"), by(world, "focal"))
    world.new()
    told = officers(wait(world, 60))
    assert {code for code in codes for _, text in told if code in text} == set(codes)
    assert not any("gộp" in text for _, text in told)


def test_taken_once_all_are_quiet(world):
    codes = [report(world, name) for name in ("nam", "lan", "minh")]
    joined(world, *codes)
    world.tap("deputy", f"case:take:{codes[0]}")
    world.tap("focal", f"case:take:{codes[0]}")
    world.new()
    assert officers(wait(world, 60)) == []
    assert all(world.uow.accidents.by_code(code).next_check_at is None for code in codes)


def test_on_a_death_the_alarm_stands_first_and_the_duties_come_as_going_with_it(world):
    world.say("worker", "1 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "đồng ý")
    code = world.case().code
    severe = {"victims": [{"injury": "gãy xương đòn", "outcome": "alive"}], "contract": "yes"}
    accidents.record_facts(world.uow, accidents.RecordFacts(code, severe), by(world, "focal"))
    world.later(days=1)
    world.new()
    world.say("worker", "sai rồi, người bị nạn chết rồi")
    told = [shown for shown in world.heard if shown.person == "focal"]
    assert [shown.urgent for shown in told] == [True, False]
    assert "tin mới, tai nạn chết người" in told[0].text
    assert told[1].text.startswith(f"Kèm tin vừa rồi về vụ {code}: ")
    assert "nên việc theo luật nay là" in told[1].text
