"""When things happened and when they are promised for."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from domain.vietnamese import lunar
from domain.vietnamese.moments import ZONE, MomentType, read_future_date, read_moment
from tests.domain.vietnamese.time_expressions import rows

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=ZONE)
TODAY = date(2026, 11, 24)


def short(value: str) -> str:
    return value.replace(":00+07:00", "")


@pytest.mark.parametrize(("words", "kind", "value"), rows())
def test_an_expression_means(words, kind, value):
    moment = read_moment(words, NOW)
    said = moment.value or " ".join(moment.candidates) or "-"
    assert (str(moment.type), short(said)) == (kind, value)


def test_the_table_is_large():
    assert len(rows()) >= 300


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-24T{clock}:00+07:00")


@pytest.mark.parametrize(
    ("words", "clock", "kind", "value"),
    [
        ("8h", "09:30", "datetime", "2026-11-24T08:00"),
        ("8h", "15:00", "datetime", "2026-11-24T08:00"),
        ("8h", "20:30", "AMBIGUOUS", "2026-11-24T08:00 2026-11-24T20:00"),
        ("8h", "07:00", "AMBIGUOUS", "2026-11-23T08:00 2026-11-23T20:00"),
        ("3h", "16:00", "datetime", "2026-11-24T15:00"),
        ("3h", "21:00", "AMBIGUOUS", "2026-11-24T03:00 2026-11-24T15:00"),
        ("14g30", "15:00", "datetime", "2026-11-24T14:30"),
        ("chiều nay", "13:00", "date_part", "2026-11-24/afternoon"),
        ("tối nay", "18:30", "date_part", "2026-11-24/evening"),
        ("đêm nay", "01:30", "date_part", "2026-11-23/night"),
        ("2h đêm nay", "03:00", "datetime", "2026-11-24T02:00"),
        ("hồi sáng", "16:00", "date_part", "2026-11-24/morning"),
        ("5 phút trước", "00:02", "datetime", "2026-11-23T23:57"),
    ],
)
def test_the_hour_it_is_decides(words, clock, kind, value):
    moment = read_moment(words, at(clock))
    said = moment.value or " ".join(moment.candidates)
    assert (str(moment.type), short(said)) == (kind, value)


def test_a_day_without_a_year_is_the_near_one():
    january = datetime(2027, 1, 10, 8, 0, tzinfo=ZONE)
    assert read_moment("20/12", january).value == "2026-12-20"
    assert read_moment("20/3", january).type == MomentType.FUTURE


def test_now_may_come_in_any_zone_but_must_have_one():
    assert read_moment("hôm nay", datetime(2026, 11, 23, 18, 0, tzinfo=UTC)).value == "2026-11-24"
    tokyo = timezone(timedelta(hours=9))
    assert (
        read_moment("vừa xong", datetime(2026, 11, 24, 9, 0, 30, tzinfo=tokyo)).value
        == "2026-11-24T07:00:00+07:00"
    )
    with pytest.raises(ValueError, match="aware"):
        read_moment("8h", datetime(2026, 11, 24))  # noqa: DTZ001 - the naive time is what is tried


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("xin đến 20/12", "2026-12-20"),
        ("xin den 20/12/2026", "2026-12-20"),
        ("thứ sáu tuần sau", "2026-12-04"),
        ("thu 6", "2026-11-27"),
        ("thứ ba", "2026-12-01"),
        ("chủ nhật này", "2026-11-29"),
        ("3 ngày nữa", "2026-11-27"),
        ("gia hạn thêm 5 ngày", "2026-11-29"),
        ("hai tuần nữa", "2026-12-08"),
        ("1 tháng nữa", "2026-12-24"),
        ("cuối tháng", "2026-11-30"),
        ("cuối tháng sau", "2026-12-31"),
        ("hết tháng 12", "2026-12-31"),
        ("cuối tuần", "2026-11-29"),
        ("cuối tuần sau", "2026-12-06"),
        ("hết quý 4", "2026-12-31"),
        ("cuối năm", "2026-12-31"),
        ("mai nộp", "2026-11-25"),
        ("ngày kia", "2026-11-26"),
        ("mốt", "2026-11-26"),
        ("hôm nay", "2026-11-24"),
        ("chiều nay nộp", "2026-11-24"),
        ("ngày 30", "2026-11-30"),
        ("ngày 5", "2026-12-05"),
        ("ngày 5 tháng sau", "2026-12-05"),
        ("15/1", "2027-01-15"),
        ("20/11", None),
        ("31/11", None),
        ("20/12 hoặc 25/12", None),
        ("3 ngày làm việc nữa", None),
        ("sang tuần", None),
        ("để xem đã", None),
        ("", None),
    ],
)
def test_a_promised_day(words, day):
    found = read_future_date(words, TODAY)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("moon", "sun"),
    [
        ((2026, 1, 1), "2026-02-17"),
        ((2025, 1, 1), "2025-01-29"),
        ((2024, 1, 1), "2024-02-10"),
        ((2007, 1, 1), "2007-02-17"),  # a day before China's
        ((1985, 1, 1), "1985-01-21"),  # a month before China's
        ((2025, 7, 15), "2025-09-06"),  # after a leap sixth month
        ((2026, 3, 10), "2026-04-26"),
        ((2025, 12, 30), "None"),
    ],
)
def test_the_moon_keeps_vietnams_calendar(moon, sun):
    assert str(lunar.solar(*moon)) == sun
