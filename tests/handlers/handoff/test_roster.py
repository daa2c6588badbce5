"""The duty roster: who is asked first, who may set it, and that a hole in it leaves nothing without an officer."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.calendar import vietnam_calendar
from domain.desk_policy import default_desk
from domain.roster import Span, When, standing_at
from handlers.acting import Acting
from handlers.services import chains, roster
from storage.tables import audit, duty_shifts
from tests.handlers.accidents.conftest import make_world

NIGHT = datetime(2026, 11, 25, 14, tzinfo=UTC)  # 21h in Vietnam, a Wednesday
SUNDAY = datetime(2026, 11, 29, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _on_a_working_day(request):
    if "desk" in request.fixturenames:
        request.getfixturevalue("desk").world.later(days=1)  # 24 November is a day off


def put(desk, span, person, stand_in=None, unit="Tân Lập", by="coordinator", dates=None):
    when = When(span, *(dates or ()))
    who = desk.uow.people.get(desk.people[by])
    acting = Acting(who, desk.address(by), desk.now, desk.around)
    people = (desk.people[name] if name else None for name in (person, stand_in))
    roster.set_shift(desk.uow, roster.SetShift(desk.units[unit], when, *people), acting)
    desk.world.new()


def first(desk, unit="Tân Lập"):
    line = chains.of_commune(desk.uow, desk.units[unit], desk.now)
    return [person for stage in line for person, _ in stage]


def names(desk, people):
    return [name for person in people for name, number in desk.people.items() if number == person]


# Whom it puts first


def test_without_a_roster_the_roles_answer(desk):
    assert names(desk, first(desk)) == ["focal", "deputy", "head"]


@pytest.mark.parametrize(("span", "at"), [(Span.HOURS, None), (Span.NIGHTS, NIGHT), (Span.DAYS_OFF, SUNDAY)])
def test_a_standing_span_holds_at_its_time_and_at_no_other(desk, span, at):
    put(desk, span, "deputy", "head")
    times = {Span.HOURS: desk.now, Span.NIGHTS: NIGHT, Span.DAYS_OFF: SUNDAY}
    for other, instant in times.items():
        desk.world.now = instant
        assert names(desk, first(desk))[0] == ("deputy" if other == span else "focal")
    desk.world.now = at or desk.now


def test_a_night_before_a_day_off_ends_at_midnight_and_a_swapped_saturday_is_worked():
    desk, calendar = default_desk(), vietnam_calendar()
    friday = datetime(2026, 11, 27, 16, 59, tzinfo=UTC)
    assert standing_at(friday, calendar, desk) is Span.NIGHTS
    assert standing_at(friday + timedelta(minutes=2), calendar, desk) is Span.DAYS_OFF
    assert standing_at(datetime(2026, 11, 30, 0, tzinfo=UTC), calendar, desk) is Span.NIGHTS


def test_a_span_by_dates_goes_before_a_standing_one_and_ends(desk):
    put(desk, Span.HOURS, "deputy")
    put(desk, Span.DATED, "head", dates=(desk.now, desk.now + timedelta(hours=2)))
    assert names(desk, first(desk))[:2] == ["head", "deputy"]
    desk.world.later(hours=2)
    assert names(desk, first(desk))[0] == "deputy"


def test_the_alarm_goes_to_who_is_on_duty_then_to_the_stand_in_then_to_the_roles(desk):
    put(desk, Span.HOURS, "head", "deputy")
    desk.report()
    assert [p.text for p in desk.pushes("head") if "TN-26" in p.text]
    assert not [p for p in desk.pushes("focal") if "TN-26" in p.text]
    desk.wait(minutes=11)
    assert [p.text for p in desk.pushes("deputy") if "TN-26" in p.text]
    desk.wait(minutes=11)
    assert [p.text for p in desk.pushes("focal") if "TN-26" in p.text]


def test_somebody_who_wants_to_talk_is_put_to_who_is_on_duty(desk):
    put(desk, Span.HOURS, "deputy")
    desk.report()
    shown = desk.say("worker", "gặp người trực")
    assert "Đang gọi người trực xã Tân Lập" in shown[0].text
    assert "Nhận nói chuyện" in desk.pushes("deputy")[-1].labels
    assert not any("Nhận nói chuyện" in p.labels for p in desk.pushes("focal"))


def test_the_coordinating_office_has_a_roster_too(desk):
    desk.add("second", ("coordinator", "office"))
    put(desk, Span.HOURS, "second", unit="office")
    desk.say("worker", "1 người chết, không rõ ở đâu, gọi 0912345678")
    desk.say("worker", "chưa rõ")
    assert [p for p in desk.pushes("second") if "TN-26" in p.text]
    assert not [p for p in desk.pushes("coordinator") if "TN-26" in p.text]


# Never without an owner


def test_who_serves_there_no_more_is_a_hole_and_the_roles_answer(desk):
    put(desk, Span.HOURS, "deputy", "head")
    for role in ("deputy", "head"):
        desk.uow.people.leave(desk.people[role], desk.units["Tân Lập"], role, desk.now)
    assert names(desk, first(desk)) == ["focal"]


def test_who_cannot_be_reached_is_passed_over(desk):
    desk.add("silent", ("deputy", "Tân Lập"), touch=False)
    desk.uow.people.set_address_state(desk.uow.people.at(desk.address("silent")).id, "blocked")
    put(desk, Span.HOURS, "silent")
    desk.report()
    assert [p for p in desk.pushes("focal") if "TN-26" in p.text]


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    shifts=st.lists(
        st.tuples(
            st.sampled_from(list(Span)),
            st.sampled_from(["focal", "deputy", "head"]),
            st.sampled_from([None, "focal", "deputy", "head"]),
            st.integers(-48, 48),
        ),
        max_size=4,
    ),
    leaving=st.sets(st.sampled_from(["focal", "deputy", "head"])),
    hours=st.integers(0, 24 * 9),
)
def test_whatever_the_roster_says_an_alarm_has_an_officer_and_a_next_look(shifts, leaving, hours):
    world = make_world()
    try:
        for span, person, stand_in, shift in shifts:
            starts = world.now + timedelta(hours=shift)
            dates = (starts, starts + timedelta(hours=10)) if span is Span.DATED else None
            put(world_of(world), span, person, stand_in, dates=dates)
        for role in leaving:
            world.uow.people.leave(world.people[role], world.units["Tân Lập"], role, world.now)
        world.later(hours=hours)
        world.say("worker", "1 người bị thương ở xã Tân Lập, gọi 0912345678")
        case = world.case()
        told = world.uow.accidents.alerted(case.id)
        assert told
        assert case.next_check_at is not None
        gone = {world.people[role] for role in leaving}
        assert not gone & set(told)
    finally:
        world.close()


def world_of(world):
    class Desk:
        def __getattr__(self, name):
            return getattr(world, name)

    found = Desk()
    found.world = world
    return found


# Who may set it


@pytest.mark.parametrize(
    ("who", "may"),
    [("head", True), ("coordinator", True), ("focal", False), ("other", False), ("worker", False)],
)
def test_the_head_of_the_unit_and_the_coordinating_office_set_it(desk, who, may):
    desk.say("worker", "xin chào")
    shown = desk.say(who, "lịch trực")
    assert ((desk.session(who) or {}).get("flow") == "roster") is may
    if who in ("focal", "other"):
        assert "trưởng đơn vị" in shown[0].text


def test_a_head_sets_it_by_buttons_and_those_named_are_told(desk):
    shown = desk.say("head", "phan truc")
    assert "Chưa phân ai" in shown[0].text
    desk.say("head", "Ban đêm")
    assert desk.session("head")["at"] == "who"
    desk.say("head", "deputy")
    shown = desk.say("head", "focal")
    assert shown[-1].text == "Đã đặt lịch trực xã Tân Lập. Ban đêm: deputy; thay: focal."
    assert any("được phân trực xã Tân Lập" in p.text for p in desk.pushes("deputy"))
    assert any("phân trực thay" in p.text for p in desk.pushes("focal"))
    desk.world.now = NIGHT
    assert names(desk, first(desk))[:2] == ["deputy", "focal"]
    assert desk.say("other", "xin chào")


def test_a_standing_span_is_replaced_and_given_back_to_the_roles(desk):
    put(desk, Span.HOURS, "deputy")
    put(desk, Span.HOURS, "head")
    assert names(desk, first(desk))[:1] == ["head"]
    put(desk, Span.HOURS, None)
    assert names(desk, first(desk)) == ["focal", "deputy", "head"]
    assert len(desk.rows_of(duty_shifts)) == 2
    trail = [row for row in desk.rows_of(audit) if row["action"] == "roster_set"]
    assert len(trail) == 3
    assert not any("deputy" in str(row["detail"]) for row in trail)


def test_a_shift_is_dropped_by_its_button_and_by_nobody_else(desk):
    put(desk, Span.HOURS, "deputy")
    number = desk.rows_of(duty_shifts)[0]["id"]
    assert "trưởng đơn vị" in desk.tap("focal", f"roster:drop:{number}")[0].text
    assert names(desk, first(desk))[0] == "deputy"
    assert "Đã bỏ" in desk.tap("head", f"roster:drop:{number}")[0].text
    assert names(desk, first(desk))[0] == "focal"
    assert "đã bỏ" in desk.tap("head", f"roster:drop:{number}")[0].text


# Who is on duty


def test_an_officer_hears_who_is_on_duty_and_whether_the_roster_says_so(desk):
    assert "theo vai trò, lịch trực đang trống" in desk.say("focal", "ai đang trực?")[0].text
    put(desk, Span.HOURS, "deputy", "head")
    said = desk.say("focal", "ai dang truc")[0].text
    assert "xã Tân Lập: deputy; thay: head (theo lịch trực)" in said
    assert "xã Tân Lập: deputy" in desk.say("coordinator", "ai đang trực xã Tân Lập?")[0].text


def test_a_reporter_hears_no_name_and_gets_the_way_to_the_officer(desk):
    put(desk, Span.HOURS, "deputy")
    shown = desk.say("worker", "ai đang trực?")
    assert "deputy" not in shown[0].text
    assert shown[0].labels == ["Gặp người trực"]


def test_it_is_answered_inside_a_report_and_the_question_comes_again(desk):
    desk.report()
    desk.say("worker", "đồng ý")
    shown = desk.say("worker", "ai đang trực?")
    assert "gọi người trực theo lịch" in shown[0].text
    assert "Việc xảy ra thế nào?" in shown[-1].text
    assert "what" not in desk.facts()


def test_a_bad_span_gets_a_sentence_and_the_question_stays(desk):
    desk.say("head", "lich truc")
    assert "còn ở phía trước" in desk.say("head", "1/1/2020")[0].text
    assert desk.session("head")["at"] == "when"
