"""What an office decides about its own days: swaps, closures, half days, and what is refused."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from domain.calendar import LOCAL, office_calendar
from domain.calendar_files import CalendarError, overrides_from_toml
from domain.reminder import deliver_at
from tests.domain.reminders.world import POLICY

STORM = '[[closed]]\nfirst = 2027-09-13\nlast = 2027-09-15\nname = "Nghỉ tránh bão"\n'
TET = 'year = 2027\n[[half]]\ndate = 2027-02-03\nfrom = "07:30"\nto = "11:30"\nname = "Chiều nghỉ"\n'
SWAP = 'year = 2027\n[[swap]]\noff = 2027-05-03\nworked = 2027-05-08\nname = "Hoán đổi"\n'


def _at(text):
    return datetime.fromisoformat(text).replace(tzinfo=LOCAL).astimezone(UTC)


def test_an_office_without_files_goes_by_the_shipped_calendar():
    calendar = office_calendar({})
    assert not calendar.is_working_day(date(2026, 11, 24))
    assert calendar.is_working_day(date(2026, 1, 10))


def test_a_yearly_file_wins_over_the_package_and_a_later_one_over_it():
    calendar = office_calendar({"2027.toml": SWAP})
    assert not calendar.is_working_day(date(2027, 5, 3))
    assert calendar.is_working_day(date(2027, 5, 8))
    again = '[[worked]]\ndate = 2027-05-03\nname = "Làm bình thường"\n'
    assert office_calendar({"2027.toml": SWAP, "2027b.toml": again}).is_working_day(date(2027, 5, 3))


def test_a_storm_closes_the_office_and_messages_wait():
    calendar = office_calendar({"bao.toml": STORM})
    assert [calendar.is_working_day(date(2027, 9, d)) for d in (10, 13, 14, 15, 16)] == [
        True,
        False,
        False,
        False,
        True,
    ]
    assert calendar.why_off(date(2027, 9, 14)) == "Nghỉ tránh bão"
    assert deliver_at(_at("2027-09-13T08:00"), POLICY, calendar) == _at("2027-09-16T07:30")


def test_a_half_day_counts_as_a_working_day_and_closes_at_noon():
    calendar = office_calendar({"2027.toml": TET})
    assert calendar.is_working_day(date(2027, 2, 3))
    assert calendar.half_day(date(2027, 2, 3)) == (time(7, 30), time(11, 30))
    assert calendar.half_day(date(2027, 2, 2)) is None
    assert deliver_at(_at("2027-02-03T11:29"), POLICY, calendar) == _at("2027-02-03T11:29")
    after = deliver_at(_at("2027-02-03T11:30"), POLICY, calendar).astimezone(LOCAL)
    assert (after.date() > date(2027, 2, 3), after.time()) == (True, time(7, 30))


def test_a_half_day_outside_the_hours_of_reminding_lets_nothing_leave():
    calendar = office_calendar({"2027.toml": TET})
    late = replace(POLICY, window=(time(14), time(17)), digest_at=time(14))
    assert deliver_at(_at("2027-02-03T08:00"), late, calendar).astimezone(LOCAL).date() > date(2027, 2, 3)


def test_a_half_day_on_a_rest_day_is_worked():
    saturday = 'year = 2027\n[[half]]\ndate = 2027-03-06\nfrom = "07:30"\nto = "11:30"\nname = "Trực sáng"\n'
    assert office_calendar({"x.toml": saturday}).is_working_day(date(2027, 3, 6))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[closed]]\nfirst = 2027-09-13\nlast = 2027-09-12\nname = 'x'", "'last' must be 2027-09-13 or later"),
        ("[[closed]]\nfirst = 2027-01-01\nlast = 2027-12-31\nname = 'x'", "62 days at most"),
        ("[[half]]\ndate = 2027-02-03\nfrom = '12:00'\nto = '11:30'\nname = 'x'", "later than 'from'"),
        ("[[half]]\ndate = 2027-02-03\nfrom = 'sáng'\nto = '11:30'\nname = 'x'", "must be a time"),
        ("[[half]]\ndate = 2027-02-03\nname = 'x'", "must be a time"),
        ("year = 2027\n[[off]]\ndate = 2072-02-03\nname = 'x'", "must lie in the year 2027"),
        ("year = '2027'", "must be a year"),
        ("[[off]]\nday = 2027-02-03\nname = 'x'", "unknown key 'day' in [[off]]; known are date"),
        (f"{TET}[[off]]\ndate = 2027-02-03\nname = 'x'", "both off and a half day"),
        ("[[storm]]\n", "known are year, swap"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_named_with_what_is_expected(text, words):
    with pytest.raises(CalendarError) as caught:
        overrides_from_toml(text, name="2027.toml")
    assert str(caught.value).startswith("2027.toml: ")
    assert words in str(caught.value)
