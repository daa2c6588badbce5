from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from domain.calendar import LOCAL
from domain.calendar_files import Overrides
from domain.digest import digest
from domain.escalation import Chain, Level
from domain.occurrence import OccurrenceState
from domain.reminder import Reason, deliver_at, due_reminders, next_evaluation
from tests.domain.reminders.world import CALENDAR, CHAIN, POLICY, Ledger, at, duty

S = OccurrenceState


def test_the_report_of_15_december_2024_is_reminded_for_friday_the_13th():
    ledger = Ledger().days([duty()], date(2024, 8, 1), date(2024, 12, 31))
    assert ledger.seen() == [
        ("2024-11-29", "soon", "before-10@2024-12-14"),
        ("2024-12-06", "soon", "before-5@2024-12-14"),
        ("2024-12-10", "soon", "before-3@2024-12-14"),
        ("2024-12-12", "soon", "before-1@2024-12-14"),
        ("2024-12-13", "due_today", "due-2024-12-14"),
        ("2024-12-16", "overdue", "overdue-2024-12-16"),
        ("2024-12-19", "overdue", "overdue-2024-12-19"),
        ("2024-12-24", "overdue", "overdue-2024-12-24"),
        ("2024-12-27", "overdue", "overdue-2024-12-27"),
    ]
    assert ledger.seen("deputy") == [
        ("2024-12-20", "escalated", "deputy@2024-12-14"),
        ("2024-12-27", "escalated", "deputy-2024-12-27"),
    ]
    assert ledger.seen("head") == [("2024-12-27", "escalated", "head@2024-12-14")]
    assert ledger.seen("coordinator") == []


@pytest.mark.parametrize(
    ("due", "soon", "today"),
    [
        (date(2026, 12, 14), "2026-11-30", "2026-12-14"),
        (date(2026, 12, 24), "2026-12-10", "2026-12-24"),
        (date(2027, 1, 9), "2026-12-24", "2027-01-08"),
        (date(2027, 1, 24), "2027-01-08", "2027-01-22"),
        (date(2027, 7, 4), "2027-06-18", "2027-07-02"),
        (date(2026, 1, 10), "2025-12-25", "2026-01-10"),  # a Saturday worked
        (date(2027, 2, 10), "2027-01-20", "2027-02-03"),  # the last day of Tết
        (date(2028, 1, 24), "2028-01-07", "2028-01-21"),
    ],
)
def test_tricky_days(due, soon, today):
    owed = duty(due, opens_on=due - timedelta(days=200))
    seen = Ledger().days([owed], due - timedelta(days=60), date.fromisoformat(today)).seen()
    assert (seen[0][0], seen[0][1]) == (soon, "soon")
    assert (seen[-1][0], seen[-1][1]) == (today, "due_today")
    assert len(seen) == 5


def test_it_stops_when_confirmed_and_goes_on_when_returned():
    owed = duty()
    ledger = Ledger().days([owed], date(2024, 11, 1), date(2024, 12, 7))
    for state in (S.SUBMITTED, S.ACCEPTED, S.CANCELLED):
        ledger.days([replace(owed, state=state)], date(2024, 12, 8), date(2024, 12, 20))
    assert len(ledger.seen()) == 2
    ledger.days([replace(owed, state=S.RETURNED)], date(2024, 12, 21), date(2024, 12, 25))
    assert ledger.seen()[2][1] == "catch_up"


def test_a_gap_ends_in_one_message_each():
    ledger = Ledger()
    ledger.tick([duty()], at(date(2024, 11, 29)))
    assert ledger.tick([duty()], at(date(2024, 12, 31))) == [
        ("focal", "catch_up", "catch-up-2024-12-31"),
        ("deputy", "catch_up", "catch-up-2024-12-31"),
        ("head", "catch_up", "catch-up-2024-12-31"),
    ]
    assert ledger.log[-1][1].because == "missed on 2024-12-27: told once 10 working days overdue"
    assert ledger.tick([duty()], at(date(2024, 12, 31), time(18))) == []
    assert ledger.tick([duty()], at(date(2025, 1, 2))) == [("focal", "overdue", "overdue-2025-01-02")]


def test_a_gap_that_ends_on_a_step_sends_just_the_step():
    assert Ledger().tick([duty()], at(date(2024, 12, 13))) == [("focal", "due_today", "due-2024-12-14")]


@pytest.mark.parametrize(
    "now", [at(date(2024, 12, 13), time(19)), at(date(2024, 12, 14)), at(date(2024, 12, 16), time(0))]
)
def test_after_hours_and_at_weekends_it_is_the_day_of_reading_that_counts(now):
    ledger = Ledger()
    assert ledger.tick([duty()], now) == [("focal", "overdue", "overdue-2024-12-16")]
    ledger.days([duty()], date(2024, 12, 14), date(2024, 12, 19))
    assert ledger.seen()[1:] == [("2024-12-19", "overdue", "overdue-2024-12-19")]


def test_nothing_before_the_unit_knows_of_it():
    late_plan = duty(opens_on=date(2024, 12, 9))
    ledger = Ledger().days([late_plan], date(2024, 11, 1), date(2024, 12, 13))
    assert [day for day, _, _ in ledger.seen()] == ["2024-12-10", "2024-12-12", "2024-12-13"]


def test_a_duty_learned_of_too_late_gives_the_unit_its_days():
    ledger = Ledger().days([duty(opens_on=date(2026, 11, 25))], date(2026, 11, 25), date(2026, 12, 4))
    assert ledger.seen()[0] == ("2026-11-25", "catch_up", "catch-up-2026-11-25")
    assert ledger.seen("deputy") == [("2026-12-02", "escalated", "deputy@2026-11-25")]


def test_an_extension_begins_a_new_ladder():
    ledger = Ledger().days([duty()], date(2024, 11, 20), date(2024, 12, 13))
    ledger.days([duty(date(2024, 12, 27))], date(2024, 12, 14), date(2024, 12, 27))
    assert ledger.seen()[5:] == [
        ("2024-12-16", "catch_up", "catch-up-2024-12-16"),
        ("2024-12-20", "soon", "before-5@2024-12-27"),
        ("2024-12-24", "soon", "before-3@2024-12-27"),
        ("2024-12-26", "soon", "before-1@2024-12-27"),
        ("2024-12-27", "due_today", "due-2024-12-27"),
    ]


@pytest.mark.parametrize(
    ("promised", "expected"),
    [
        (date(2024, 12, 11), [("2024-12-11", "repeat"), ("2024-12-12", "soon"), ("2024-12-13", "due_today")]),
        (date(2024, 12, 7), [("2024-12-09", "repeat"), ("2024-12-10", "soon"), ("2024-12-12", "soon")]),
        (date(2024, 12, 14), [("2024-12-13", "due_today"), ("2024-12-16", "overdue")]),
        (
            date(2024, 12, 18),
            [("2024-12-13", "due_today"), ("2024-12-16", "overdue"), ("2024-12-18", "repeat")],
        ),
    ],
)
def test_a_promise_is_left_in_peace_and_then_asked_about(promised, expected):
    owed = duty(state=S.UNDER_WAY, promised_on=promised)
    ledger = Ledger().days([owed], date(2024, 11, 20), date(2024, 12, 18))
    assert [(day, reason) for day, reason, _ in ledger.seen()][: len(expected)] == expected


def test_what_a_promise_held_back_is_woken_for_at_its_end():
    owed = duty(
        date(2026, 11, 3),
        opens_on=date(2026, 11, 2),
        state=S.UNDER_WAY,
        promised_on=date(2026, 12, 1),
        snoozed_until=date(2026, 11, 2),
    )
    policy = replace(POLICY, before=(), on_due_day=False)
    monday = at(date(2026, 11, 2))
    assert Ledger(policy).tick([owed], monday) == []
    wake = next_evaluation(owed, policy, CALENDAR, monday)
    assert wake == at(date(2026, 11, 3))
    assert Ledger(policy).tick([owed], wake) == [("focal", "catch_up", "catch-up-2026-11-03")]


def test_a_promise_does_not_hold_back_the_others_nor_after_it_is_withdrawn():
    owed = duty(state=S.UNDER_WAY, promised_on=date(2025, 3, 3))
    ledger = Ledger().days([owed], date(2024, 12, 1), date(2024, 12, 27))
    assert ledger.seen("deputy")[0][0] == "2024-12-20"
    assert ledger.seen("head")[0][0] == "2024-12-27"
    in_trouble = duty(state=S.DIFFICULTY, promised_on=date(2024, 12, 12))
    assert Ledger().tick([in_trouble], at(date(2024, 12, 10))) != []


def test_put_off_until_tomorrow_is_heard_of_tomorrow():
    ledger = Ledger()
    ledger.tick([duty()], at(date(2024, 12, 6)))
    put_off = duty(snoozed_until=date(2024, 12, 7))  # a Saturday
    ledger.days([put_off], date(2024, 12, 6), date(2024, 12, 10))
    assert ledger.seen()[1:] == [
        ("2024-12-09", "repeat", "snooze-2024-12-07"),
        ("2024-12-10", "soon", "before-3@2024-12-14"),
    ]


def test_undated_duties_are_asked_about_and_never_late():
    owed = duty(
        None, opens_on=date(2026, 7, 1), check_in=True, check_in_until=date(2026, 9, 30), occurrence="2026-Q3"
    )
    ledger = Ledger().days([owed], date(2026, 6, 1), date(2026, 12, 31))
    assert ledger.seen() == [
        ("2026-07-08", "repeat", "check-in-2026-07-08"),
        ("2026-09-23", "repeat", "check-in-2026-09-23"),
    ]
    assert {r.recipient for _, r in ledger.log} == {"focal"}


def test_a_period_too_short_for_the_rhythm_is_asked_about_once():
    week = duty(None, opens_on=date(2026, 8, 10), check_in=True, check_in_until=date(2026, 8, 16))
    assert Ledger().days([week], date(2026, 8, 3), date(2026, 9, 10)).seen() == [
        ("2026-08-13", "repeat", "check-in-2026-08-13")
    ]


def test_an_empty_place_is_filled_and_said():
    owed = duty(chain=Chain(None, None, None, "coordinator", "leader"))
    (reminder,) = due_reminders([owed], set(), POLICY, CALENDAR, at(date(2024, 12, 13)))
    assert (reminder.recipient, reminder.level) == ("coordinator", Level.COORDINATOR)
    assert reminder.because == (
        "the last working day before the end on 2024-12-14; the unit has no focal and no deputy and no head"
    )
    nobody = duty(chain=Chain(None, None, None, None, None))
    assert due_reminders([nobody], set(), POLICY, CALENDAR, at(date(2024, 12, 13))) == []


def test_a_new_officer_hears_of_what_is_open():
    ledger = Ledger().days([duty()], date(2024, 11, 1), date(2024, 12, 10))
    moved = duty(chain=replace(CHAIN, focal="successor"))
    ledger.days([moved], date(2024, 12, 11), date(2024, 12, 12))
    assert [reason for _, reason, _ in ledger.seen("successor")] == ["catch_up", "soon"]


def test_a_storm_moves_the_aim():
    stormy = CALENDAR.with_overrides(Overrides(off={date(2024, 12, 13): "Nghỉ tránh bão"}))
    seen = Ledger(calendar=stormy).days([duty()], date(2024, 12, 9), date(2024, 12, 14)).seen()
    assert ("2024-12-12", "due_today", "due-2024-12-14") in seen


def test_quiet_hours_and_rest_hold_nothing_back_from_evaluation():
    midnight = datetime(2024, 12, 12, 17, tzinfo=UTC)  # 13 December, 00:00 in Vietnam
    assert due_reminders([duty()], set(), POLICY, CALENDAR, midnight)[0].reason is Reason.DUE_TODAY
    assert due_reminders([duty()], set(), POLICY, CALENDAR, at(date(2024, 12, 13), time(23)))


@pytest.mark.parametrize(
    ("now", "leaves"),
    [
        ("2024-12-13T07:30", "2024-12-13T07:30"),
        ("2024-12-13T18:59", "2024-12-13T18:59"),
        ("2024-12-13T07:29", "2024-12-13T07:30"),
        ("2024-12-13T19:00", "2024-12-16T07:30"),
        ("2024-12-14T10:00", "2024-12-16T07:30"),
        ("2027-02-04T10:00", "2027-02-11T07:30"),
        ("2026-08-22T10:00", "2026-08-22T10:00"),
        ("2026-08-31T10:00", "2026-09-03T07:30"),
    ],
)
def test_messages_leave_in_working_hours(now, leaves):
    made, expected = (datetime.fromisoformat(text).replace(tzinfo=LOCAL) for text in (now, leaves))
    assert deliver_at(made, POLICY, CALENDAR) == expected
    assert deliver_at(made, POLICY, CALENDAR, urgent=True) == made
    any_day = replace(POLICY, working_days_only=False)
    assert deliver_at(made, any_day, CALENDAR) <= expected


def test_one_digest_a_person_the_gravest_first_and_the_ceiling_holds():
    duties = [
        duty(date(2024, 12, 20), occurrence="A"),
        duty(date(2024, 12, 13), occurrence="B"),
        duty(date(2024, 12, 12), occurrence="C", chain=replace(CHAIN, focal="other")),
    ]
    found = due_reminders(duties, set(), POLICY, CALENDAR, at(date(2024, 12, 13)))
    first, second = digest(found, sent_today={"other": 3}, policy=POLICY)
    assert (first.recipient, [item.occurrence for item in first.items]) == ("focal", ["B", "A"])
    assert (first.held, second.held) == (None, "the daily ceiling of 3 messages is reached")


def test_the_next_evaluation_skips_to_the_next_step():
    def following(now, **changes):
        found = next_evaluation(duty(**changes), POLICY, CALENDAR, now)
        return found and found.astimezone(LOCAL).isoformat()[:16]

    assert following(at(date(2024, 8, 1))) == "2024-11-29T07:30"
    assert following(at(date(2024, 11, 29), time(6))) == "2024-11-29T07:30"
    assert following(at(date(2024, 11, 29))) == "2024-12-06T07:30"
    assert following(at(date(2024, 12, 13))) == "2024-12-16T07:30"
    assert following(at(date(2024, 12, 19))) == "2024-12-20T07:30"
    assert following(at(date(2024, 12, 6)), snoozed_until=date(2024, 12, 7)) == "2024-12-09T07:30"
    under_way = {"state": S.UNDER_WAY, "promised_on": date(2024, 12, 11)}
    assert following(at(date(2024, 11, 20)), **under_way) == "2024-12-11T07:30"
    assert following(at(date(2024, 8, 1)), state=S.SUBMITTED) is None
    check_in = {
        "due_on": None,
        "check_in": True,
        "opens_on": date(2024, 7, 1),
        "check_in_until": date(2024, 9, 30),
    }
    assert following(at(date(2024, 8, 1)), **check_in) == "2024-09-23T07:30"
    assert following(at(date(2024, 9, 30)), **check_in) is None


def test_what_was_held_is_looked_at_on_the_next_working_day():
    found = next_evaluation(duty(), POLICY, CALENDAR, at(date(2024, 12, 6)), outstanding=True)
    assert found == at(date(2024, 12, 9))


def test_a_far_year_neither_fails_nor_takes_long():
    for due in (date(9999, 12, 30), date(2206, 1, 1)):
        assert due_reminders([duty(due)], set(), POLICY, CALENDAR, at(date(2024, 12, 13))) == []
        assert next_evaluation(duty(due), POLICY, CALENDAR, at(date(2024, 12, 13))).year in {2205, 9999}


def test_naive_time_is_refused():
    with pytest.raises(ValueError, match="offset"):
        due_reminders([], set(), POLICY, CALENDAR, datetime(2024, 12, 13))  # noqa: DTZ001 - the point
