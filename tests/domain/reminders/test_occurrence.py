from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain.calendar import vietnam_calendar
from domain.deadline import Deadline, DeadlineKind, Recurrence
from domain.occurrence import CheckIn, periods, target_day

CALENDAR = vietnam_calendar()
YEAR_2026 = {"first": date(2026, 1, 1), "last": date(2026, 12, 31), "check_in": CheckIn()}


def recurring(freq, **rule):
    return Deadline(DeadlineKind.RECURRING, recurrence=Recurrence(freq, **rule))


def laid(deadline, **window):
    return [(p.label, p.opens_on, p.due_on) for p in periods(deadline, **(YEAR_2026 | window))]


@pytest.mark.parametrize(
    ("due", "target"),
    [
        (date(2024, 12, 14), date(2024, 12, 13)),
        (date(2024, 12, 24), date(2024, 12, 24)),
        (date(2026, 1, 10), date(2026, 1, 10)),  # a Saturday worked
        (date(2026, 12, 14), date(2026, 12, 14)),
        (date(2026, 12, 24), date(2026, 12, 24)),
        (date(2027, 1, 9), date(2027, 1, 8)),
        (date(2027, 1, 24), date(2027, 1, 22)),
        (date(2027, 7, 4), date(2027, 7, 2)),
        (date(2027, 2, 10), date(2027, 2, 3)),  # Tết 2027
        (date(2028, 1, 24), date(2028, 1, 21)),  # Tết 2028
    ],
)
def test_reminders_aim_at_the_last_working_day(due, target):
    assert target_day(due, CALENDAR) == target


@pytest.mark.parametrize(
    ("named", "safe"), [("--12-15", date(2024, 12, 14)), ("--12-25", date(2024, 12, 24))]
)
def test_the_two_reports_of_the_seed_plan(named, safe):
    report = Deadline(
        DeadlineKind.RECURRING,
        recurrence=Recurrence("yearly", op="before", dates=(named,)),
        also=(Deadline(DeadlineKind.RELATIVE, event="khi có yêu cầu"),),
    )
    window = {"first": date(2024, 8, 1), "last": date(2024, 12, 31)}
    assert laid(report, **window) == [("2024", date(2024, 1, 1), safe)]


def test_the_one_task_of_the_seed_plan_with_a_month():
    task = Deadline(DeadlineKind.ONE_OFF, date=date(2024, 8, 31), op="by", start=date(2024, 8, 1))
    assert laid(task, first=date(2024, 8, 1), last=date(2024, 12, 31)) == [
        ("2024-08-31", date(2024, 8, 1), date(2024, 8, 31))
    ]


def test_half_year_reports_speak_of_the_half_before():
    found = laid(recurring("semiannual", op="before", dates=("--07-05", "--01-10")), last=date(2027, 3, 31))
    assert found == [
        ("2025-H2", date(2025, 7, 5), date(2026, 1, 9)),
        ("2026-H1", date(2026, 1, 10), date(2026, 7, 4)),
        ("2026-H2", date(2026, 7, 5), date(2027, 1, 9)),
        ("2027-H1", date(2027, 1, 10), date(2027, 7, 4)),
    ]


def test_dates_that_would_share_a_half_are_named_by_their_day():
    found = laid(recurring("semiannual", dates=("--02-20", "--03-20")))
    assert [label for label, _, _ in found] == ["2026-02-20", "2026-03-20"]


def test_several_dates_a_year_are_named_by_their_day():
    found = laid(recurring("yearly", op="by", dates=("--06-30", "--12-15")))
    assert [(label, due) for label, _, due in found] == [
        ("2026-06-30", date(2026, 6, 30)),
        ("2026-12-15", date(2026, 12, 15)),
    ]


def test_the_end_of_a_short_month():
    found = laid(recurring("monthly", op="by", day=31))
    assert [due.day for _, _, due in found] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert found[1][0] == "2026-02"
    assert laid(recurring("yearly", dates=("--02-29",)))[0][2] == date(2026, 2, 28)
    leap = laid(recurring("yearly", dates=("--02-29",)), first=date(2028, 1, 1), last=date(2028, 12, 31))
    assert leap[0][2] == date(2028, 2, 29)


def test_before_the_first_of_a_month_is_the_last_of_the_one_before():
    found = laid(recurring("monthly", op="before", day=1), first=date(2026, 3, 1), last=date(2026, 3, 31))
    assert ("2026-04", date(2026, 3, 31)) in [(label, due) for label, _, due in found]


@pytest.mark.parametrize(
    ("rule", "label", "due"),
    [
        (recurring("quarterly", op="before", day=5), "2026-Q1", date(2026, 3, 4)),
        (recurring("quarterly", op="by", day=31, month_of_period=2), "2026-Q1", date(2026, 2, 28)),
        (recurring("quarterly"), "2026-Q1", date(2026, 3, 31)),
        (recurring("semiannual"), "2026-H1", date(2026, 6, 30)),
        (recurring("yearly"), "2026", date(2026, 12, 31)),
        (recurring("yearly", day=20, month_of_period=11), "2026", date(2026, 11, 20)),
        (recurring("weekly", weekday=5), "2026-W01", date(2026, 1, 2)),
        (recurring("weekly"), "2026-W01", date(2026, 1, 4)),
    ],
)
def test_rhythms(rule, label, due):
    assert (label, due) in [(found, day) for found, _, day in laid(rule)]


def test_a_window_of_the_year_and_one_over_new_year():
    assert laid(recurring("yearly", window=("--05-01", "--05-31"))) == [
        ("2026", date(2026, 5, 1), date(2026, 5, 31))
    ]
    assert laid(recurring("yearly", window=("--12-15", "--01-15"))) == [
        ("2025", date(2025, 12, 15), date(2026, 1, 15)),
        ("2026", date(2026, 12, 15), date(2027, 1, 15)),
    ]


def test_every_second_year_counts_from_the_start():
    found = laid(recurring("yearly", interval=2, dates=("--12-15",)), last=date(2031, 12, 31))
    assert [label for label, _, _ in found] == ["2026", "2028", "2030"]


def test_an_early_due_day_is_open_a_month_before():
    (found,) = laid(recurring("yearly", op="before", dates=("--01-10",)), last=date(2026, 11, 30))
    assert found == ("2026", date(2025, 12, 10), date(2026, 1, 9))


@pytest.mark.parametrize(
    "deadline",
    [
        Deadline(DeadlineKind.CONTINUOUS),
        Deadline(DeadlineKind.CONTINUOUS, recurrence=Recurrence("yearly")),
        Deadline(DeadlineKind.NONE),
        Deadline(DeadlineKind.RELATIVE, event="khó khăn, vướng mắc"),
        Deadline(DeadlineKind.PERIOD, start=date(2025, 1, 1)),
    ],
)
def test_undated_duties_are_asked_about(deadline):
    found = periods(deadline, first=date(2026, 8, 15), last=date(2026, 12, 31), check_in=CheckIn())
    assert [(p.label, p.due_on) for p in found] == [("2026-Q3", None), ("2026-Q4", None)]
    assert found[0].opens_on == date(2026, 7, 1)
    assert found[0].closes_on == date(2026, 9, 30)


def test_a_rhythm_within_a_term():
    reports = Deadline(
        DeadlineKind.RECURRING,
        start=date(2025, 1, 1),
        end=date(2027, 12, 31),
        recurrence=Recurrence("yearly", dates=("--12-15",)),
    )
    wide = {"first": date(2020, 1, 1), "last": date(2035, 1, 1)}
    assert [label for label, _, _ in laid(reports, **wide)] == ["2025", "2026", "2027"]
    standing = Deadline(DeadlineKind.CONTINUOUS, start=date(2026, 2, 1), end=date(2026, 7, 31))
    assert [label for label, _, _ in laid(standing, **wide)] == ["2026-Q1", "2026-Q2", "2026-Q3"]


def test_a_term_ends_on_its_end():
    term = Deadline(DeadlineKind.PERIOD, start=date(2024, 1, 1), end=date(2026, 6, 30))
    assert laid(term) == [("2026-06-30", date(2024, 1, 1), date(2026, 6, 30))]


def test_further_deadlines_of_a_sentence():
    both = Deadline(
        DeadlineKind.RECURRING,
        recurrence=Recurrence("yearly", dates=("--12-15",)),
        also=(recurring("yearly", dates=("--06-15",)), recurring("yearly", dates=("--12-15",))),
    )
    assert [label for label, _, _ in laid(both)] == ["2026-06-15", "2026"]


def test_an_unknown_rhythm_is_refused():
    with pytest.raises(ValueError, match="freq"):
        CheckIn("daily")


MONTH_DAYS = st.dates(date(2028, 1, 1), date(2028, 12, 31)).map(lambda d: f"--{d:%m-%d}")
RULES = st.builds(
    Recurrence,
    freq=st.sampled_from(["weekly", "monthly", "quarterly", "semiannual", "yearly"]),
    op=st.sampled_from([None, "by", "before"]),
    day=st.none() | st.integers(1, 31),
    month_of_period=st.none() | st.integers(1, 12),
    dates=st.just(()) | st.lists(MONTH_DAYS, min_size=1, max_size=4, unique=True).map(tuple),
    window=st.none() | st.tuples(MONTH_DAYS, MONTH_DAYS),
    weekday=st.none() | st.integers(1, 7),
)
KINDS = st.one_of(
    RULES.map(lambda rule: Deadline(DeadlineKind.RECURRING, recurrence=rule)),
    st.just(Deadline(DeadlineKind.CONTINUOUS)),
)


@settings(deadline=None)  # a shared machine may pause
@given(KINDS, st.dates(date(2024, 1, 1), date(2028, 1, 1)), st.integers(0, 900), st.integers(0, 400))
def test_periods_are_ordered_disjoint_and_do_not_depend_on_the_window(deadline, first, length, narrower):
    last = first + timedelta(days=length)
    found = periods(deadline, first=first, last=last, check_in=CheckIn("monthly"))
    labels = [p.label for p in found]
    assert len(set(labels)) == len(labels)
    for earlier, later in pairwise(found):
        assert earlier.closes_on < later.opens_on
    for period in found:
        assert period.opens_on <= period.closes_on
        assert period.opens_on <= last
        assert period.closes_on >= first
    inner = first + timedelta(days=min(narrower, length))
    assume(inner <= last)
    again = periods(deadline, first=inner, last=last, check_in=CheckIn("monthly"))
    assert again == tuple(p for p in found if p.closes_on >= inner)
