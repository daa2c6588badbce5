import importlib
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.calendar import _public_days, local, vietnam_calendar
from domain.calendar_files import CalendarError, Overrides, overrides_from_toml

CALENDAR = vietnam_calendar()
DAYS = st.dates(date(2019, 1, 1), date(2032, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 1, 2), False),  # swapped with …
        (date(2026, 1, 10), True),  # … this Saturday
        (date(2026, 8, 31), False),
        (date(2026, 8, 22), True),
        (date(2026, 9, 1), False),
        (date(2026, 11, 24), False),
        (date(2025, 11, 24), True),  # not yet a holiday
        (date(2027, 11, 24), False),
        (date(2024, 5, 4), True),  # the package's own swaps count too
        (date(2024, 4, 29), False),
        (date(2019, 1, 5), True),  # a swap over New Year's Eve
        (date(2018, 12, 31), False),
        (date(2024, 12, 14), False),
        (date(2026, 12, 14), True),
        (date(2026, 12, 24), True),
        (date(2027, 1, 9), False),
        (date(2027, 1, 24), False),
        (date(2027, 7, 4), False),
    ],
)
def test_days_that_matter(day, works):
    assert CALENDAR.is_working_day(day) is works
    assert (CALENDAR.why_off(day) is None) is works


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 2, 14), date(2026, 2, 22)),
        (date(2027, 2, 4), date(2027, 2, 10)),
        (date(2028, 1, 22), date(2028, 1, 30)),
    ],
)
def test_tet_is_one_stretch_of_rest(first, last):
    rest = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert not any(CALENDAR.is_working_day(day) for day in rest)
    assert CALENDAR.previous_working_day(last) == first - timedelta(days=1)
    assert CALENDAR.next_working_day(first) == last + timedelta(days=1)
    assert CALENDAR.add_working_days(last + timedelta(days=1), -1) == first - timedelta(days=1)


def test_a_day_off_says_why():
    assert CALENDAR.why_off(date(2026, 2, 17)) == "Tết Nguyên Đán"
    assert CALENDAR.why_off(date(2026, 1, 2)) == "Nghỉ Tết Dương lịch (làm bù thứ Bảy 10/01/2026)"
    assert CALENDAR.why_off(date(2026, 11, 24)) == "Ngày Văn hóa Việt Nam"
    assert CALENDAR.why_off(date(2027, 1, 9)) == "weekend"
    assert CALENDAR.why_off(date(2026, 12, 14)) is None


def test_a_storm_closes_one_calendar_and_leaves_the_other():
    storm = CALENDAR.with_overrides(Overrides(off={date(2026, 12, 14): "Nghỉ tránh bão"}))
    assert storm.why_off(date(2026, 12, 14)) == "Nghỉ tránh bão"
    assert storm.previous_working_day(date(2026, 12, 14)) == date(2026, 12, 11)
    assert CALENDAR.is_working_day(date(2026, 12, 14))
    reopened = storm.with_overrides(Overrides(worked={date(2026, 12, 14): "Bão đã tan"}))
    assert reopened.is_working_day(date(2026, 12, 14))


def test_a_later_override_of_work_wins_over_a_holiday():
    worked = CALENDAR.with_overrides(Overrides(worked={date(2027, 2, 10): "Thông báo mới"}))
    assert worked.is_working_day(date(2027, 2, 10))
    assert worked.why_off(date(2027, 2, 10)) is None


def test_years_without_a_known_calendar_have_weekends_only():
    assert CALENDAR.is_working_day(date(2206, 2, 17))
    assert CALENDAR.why_off(date(2206, 2, 16)) == "weekend"


@settings(deadline=None)  # a shared machine may pause
@given(DAYS, st.integers(-80, 80))
def test_adding_agrees_with_walking(day, count):
    walked, left = day, abs(count)
    while left:
        walked += timedelta(days=1 if count > 0 else -1)
        left -= CALENDAR.is_working_day(walked)
    assert CALENDAR.add_working_days(day, count) == walked


@settings(deadline=None)  # a shared machine may pause
@given(DAYS, DAYS)
def test_counting_agrees_with_walking(a, b):
    low, high = min(a, b), max(a, b)
    walked = sum(CALENDAR.is_working_day(low + timedelta(days=n + 1)) for n in range((high - low).days))
    assert CALENDAR.working_days_between(a, b) == (walked if a <= b else -walked)


@settings(deadline=None)  # a shared machine may pause
@given(DAYS)
def test_neighbours_are_working_days_with_rest_between(day):
    before, after = CALENDAR.previous_working_day(day), CALENDAR.next_working_day(day)
    assert before <= day <= after
    assert CALENDAR.is_working_day(before)
    assert CALENDAR.is_working_day(after)
    assert CALENDAR.working_days_between(before, after) == (before != after)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("swap = 3 4", "x.toml"),
        ("holiday = 1", "holiday"),
        ('[[swap]]\noff = "2026-01-02"\nworked = 2026-01-10\nname = "a"', "'off'"),
        ("[[off]]\ndate = 2026-01-02", "'name'"),
        ("[[off]]\ndate = 2026-01-02T00:00:00\nname = 'a'", "'date'"),
        ("[[off]]\ndate=2026-01-02\nname='a'\n[[worked]]\ndate=2026-01-02\nname='b'", "both off and worked"),
        ("off = 3", "'off'"),
        ("off = [3]", "'off'"),
    ],
)
def test_a_bad_file_names_the_key(text, names):
    with pytest.raises(CalendarError, match=names):
        overrides_from_toml(text, name="x.toml")


def test_local_time_is_vietnams_and_refuses_the_naive():
    assert local(datetime(2026, 12, 13, 17, tzinfo=UTC)).isoformat() == "2026-12-14T00:00:00+07:00"
    with pytest.raises(ValueError, match="offset"):
        local(datetime(2026, 12, 14))  # noqa: DTZ001 - a naive one is the point


def test_the_light_way_to_the_package_knows_what_the_package_knows():
    public = importlib.import_module("holidays.countries").Vietnam(years=range(2018, 2036), language="vi")
    for year in range(2019, 2035):
        known = _public_days(year)
        assert known.off == {d: name for d, name in public.items() if d.year == year}
        assert set(known.worked) == {d for d in public.weekend_workdays if d.year == year}


def test_nothing_heavy_is_imported_before_the_first_question():
    code = (
        "import sys\n"
        "from datetime import date\n"
        "from domain.calendar import vietnam_calendar\n"
        "calendar = vietnam_calendar()\n"
        "assert 'holidays' not in sys.modules\n"
        "assert calendar.why_off(date(2026, 2, 17)) == 'Tết Nguyên Đán'\n"
        "assert 'holidays.countries' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-X", "utf8", "-c", code], check=True)
