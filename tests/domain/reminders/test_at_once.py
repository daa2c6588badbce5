"""What the law wants at once: asked about from the first working day on, escalated, never called late."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import vietnam_calendar
from domain.duty import Duty
from domain.escalation import Chain
from domain.occurrence import OccurrenceState
from domain.policy import default_policy
from domain.reminder import due_reminders, next_evaluation

POLICY, CALENDAR = default_policy(), vietnam_calendar()
WORKING_DAYS = st.dates(date(2026, 11, 25), date(2027, 3, 1)).filter(CALENDAR.is_working_day)
CHAIN = Chain("1", "2", "3", "4", "5")


def at(day, hour=8):
    return datetime(day.year, day.month, day.day, hour - 7, tzinfo=UTC)


def owed(opens=date(2026, 11, 25), **changed):
    known = {"occurrence": "X", "unit": "U", "opens_on": opens, "due_on": None, "state": OccurrenceState.OPEN}
    return Duty(**known | {"chain": CHAIN, "at_once": True} | changed)


def told(duty, day, sent=()):
    return due_reminders([duty], sent, POLICY, CALENDAR, at(day))


def test_it_is_asked_about_on_the_day_it_is_opened():
    [first] = told(owed(), date(2026, 11, 25))
    assert (first.recipient, first.reason, first.step) == ("1", "due_today", "at-once@2026-11-25")
    assert told(owed(), date(2026, 11, 25), {first.key}) == []


def test_opened_on_a_saturday_it_is_asked_about_on_monday_once():
    found = told(owed(date(2026, 11, 28)), date(2026, 11, 30))
    assert [(one.recipient, one.step) for one in found] == [("1", "at-once@2026-11-28")]


def test_the_deputy_and_the_head_come_in_by_the_policy_of_the_office():
    opened = date(2026, 11, 25)
    brought_in = {}
    for days in range(1, 40):
        for one in told(owed(opened), opened + timedelta(days=days)):
            brought_in.setdefault(
                one.recipient, CALENDAR.working_days_between(opened, opened + timedelta(days=days))
            )
    assert brought_in["2"] == POLICY.deputy_after
    assert brought_in["3"] == POLICY.head_after
    assert brought_in["4"] == POLICY.coordinator_after
    assert "5" not in brought_in


def test_one_that_is_done_is_heard_of_no_more():
    done = owed(state=OccurrenceState.SUBMITTED)
    assert told(done, date(2026, 12, 25)) == []
    assert next_evaluation(done, POLICY, CALENDAR, at(date(2026, 11, 25))) is None


def test_two_of_different_kinds_opened_on_one_day_do_not_take_each_others_steps():
    asked = owed(occurrence="Y", at_once=False, check_in=True)
    found = due_reminders([owed(), asked], (), POLICY, CALENDAR, at(date(2026, 11, 25)))
    assert [one.occurrence for one in found] == ["X"]


@given(st.lists(WORKING_DAYS, min_size=1, max_size=12))
def test_ticks_on_any_days_say_nothing_twice_and_the_next_look_misses_nothing(days):
    sent, look = set(), None
    for now in map(at, sorted(days)):
        found = due_reminders([owed()], sent, POLICY, CALENDAR, now)
        assert look is None or now >= look or found == []
        keys = {one.key for one in found}
        assert not keys & sent
        sent |= keys
        look = next_evaluation(owed(), POLICY, CALENDAR, now)
        assert look is not None
        assert look > now
