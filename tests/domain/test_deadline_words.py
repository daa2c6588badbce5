"""Deadline phrases as they are written in plans, and the values they make."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.deadline_words import promptly, read_deadline
from domain.plan_json import deadline_from_json, deadline_to_json


def one_off(day: str, op: str = "by", start: str | None = None) -> dict[str, Any]:
    return {"kind": "one_off", "date": day, "op": op} | ({"start": start} if start else {})


def recurring(freq: str, **more: Any) -> dict[str, Any]:
    return {"kind": "recurring", "recurrence": {"freq": freq} | more}


def relative(event: str, value: int | None = None, unit: str = "day") -> dict[str, Any]:
    return {"kind": "relative", "event": event} | (
        {} if value is None else {"offset": {"value": value, "unit": unit}}
    )


READINGS = {
    # a day
    "Trước ngày 30/6/2026": one_off("2026-06-30", "before"),
    "trước 31-12-2026": one_off("2026-12-31", "before"),
    "Chậm nhất ngày 15.11.2026": one_off("2026-11-15"),
    "Ngày 05 tháng 9 năm 2026": one_off("2026-09-05"),
    "Hoàn thành xong trước ngày 01 tháng 3 năm 2027.": one_off("2027-03-01", "before"),
    "Chậm nhất trước ngày 20/8/2026": one_off("2026-08-20", "before"),
    # a stretch
    "Hoàn thành trong tháng 8 năm 2024": one_off("2024-08-31", start="2024-08-01"),
    "Quý III/2026": one_off("2026-09-30", start="2026-07-01"),
    "Quý 2 năm 2026": one_off("2026-06-30", start="2026-04-01"),
    "Quý II, III năm 2026": one_off("2026-09-30", start="2026-04-01"),
    "Tháng 3-5/2026": one_off("2026-05-31", start="2026-03-01"),
    "6 tháng đầu năm 2026": one_off("2026-06-30", start="2026-01-01"),
    "Sáu tháng cuối năm 2026": one_off("2026-12-31", start="2026-07-01"),
    "Trong năm 2026": one_off("2026-12-31", start="2026-01-01"),
    "Trong tháng 02/2028": one_off("2028-02-29", start="2028-02-01"),
    "Quý II và Quý IV năm 2026": one_off("2026-06-30", start="2026-04-01")
    | {"also": [one_off("2026-12-31", start="2026-10-01")]},
    # an end
    "Đến hết tháng 6/2026": one_off("2026-06-30"),
    "Trước tháng 9/2026": one_off("2026-09-01", "before"),
    "Trước Quý IV/2026": one_off("2026-10-01", "before"),
    "Cuối năm 2026": one_off("2026-12-31"),
    "đến năm 2030": one_off("2030-12-31"),
    "từ nay đến hết năm 2026": one_off("2026-12-31"),
    # a period
    "Giai đoạn 2026-2030": {"kind": "period", "start": "2026-01-01", "end": "2030-12-31"},
    "Từ năm 2026 đến năm 2028": {"kind": "period", "start": "2026-01-01", "end": "2028-12-31"},
    "Năm 2026 và các năm tiếp theo": {"kind": "period", "start": "2026-01-01", "end": None},
    "Từ năm 2026 trở đi": {"kind": "period", "start": "2026-01-01", "end": None},
    "Từ ngày 01/5 đến ngày 31/5/2026": {"kind": "period", "start": "2026-05-01", "end": "2026-05-31"},
    "Từ tháng 5 đến tháng 8 năm 2026": {"kind": "period", "start": "2026-05-01", "end": "2026-08-31"},
    "Từ Quý II/2026 đến hết năm 2027": {"kind": "period", "start": "2026-04-01", "end": "2027-12-31"},
    "Giai đoạn 2026 - 2030 và định hướng đến năm 2035": {
        "kind": "period",
        "start": "2026-01-01",
        "end": "2030-12-31",
    }
    | {"also": [one_off("2035-12-31")]},
    "Các năm 2026, 2027": one_off("2027-12-31", start="2026-01-01"),
    # again and again
    "Hằng năm": recurring("yearly"),
    "Hàng tháng": recurring("monthly"),
    "Mỗi quý": recurring("quarterly"),
    "6 tháng/lần": recurring("semiannual"),
    "Định kỳ 06 tháng một lần": recurring("semiannual"),
    "02 lần/năm": recurring("semiannual"),
    "Hai năm một lần": recurring("yearly", interval=2),
    "Thứ Sáu hằng tuần": recurring("weekly", op="by", weekday=5),
    "Trước ngày 25 hằng tháng": recurring("monthly", op="before", day=25),
    "Hằng quý, trước ngày 20 của tháng cuối quý": recurring(
        "quarterly", op="before", day=20, month_of_period=3
    ),
    "Trước ngày 05 của tháng đầu quý sau": recurring("quarterly", op="before", day=5, month_of_period=1),
    "Ngày 05 tháng đầu quý": recurring("quarterly", op="by", day=5, month_of_period=1),
    "Trước ngày 15 tháng 12 hằng năm": recurring("yearly", op="before", dates=["--12-15"]),
    "Trước ngày 15/6 và 15/12 hằng năm": recurring("yearly", op="before", dates=["--06-15", "--12-15"]),
    "Tháng 6, 12 hằng năm": recurring("yearly", op="by", dates=["--06-30", "--12-31"]),
    "Tháng 5 hằng năm": recurring("yearly", window=["--05-01", "--05-31"]),
    "Quý I hằng năm": recurring("yearly", window=["--01-01", "--03-31"]),
    "Tháng hành động hằng năm (01-31/5)": recurring("yearly", op="by", window=["--05-01", "--05-31"]),
    "Định kỳ hằng năm (trước ngày 25 tháng 12) hoặc đột xuất (khi có yêu cầu)": recurring(
        "yearly", op="before", dates=["--12-25"]
    )
    | {"also": [relative("khi có yêu cầu")]},
    "Định kỳ 6 tháng (trước ngày 15/6) và hằng năm (trước ngày 15/12)": recurring(
        "semiannual", op="before", dates=["--06-15"]
    )
    | {"also": [recurring("yearly", op="before", dates=["--12-15"])]},
    # without an end
    "Thường xuyên": {"kind": "continuous"},
    "thường xuyên.": {"kind": "continuous"},
    "Thường xuyên hằng năm": {"kind": "continuous", "recurrence": {"freq": "yearly"}},
    "Thường xuyên trong năm 2026": {"kind": "continuous", "start": "2026-01-01", "end": "2026-12-31"},
    # counted from an event
    "Trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản": relative(
        "ngày nhận được văn bản", 5, "working_day"
    ),
    "Trong vòng 24 giờ kể từ khi xảy ra tai nạn": relative("xảy ra tai nạn", 24, "hour"),
    "15 (mười lăm) ngày sau khi Kế hoạch được ban hành": relative("Kế hoạch được ban hành", 15),
    "Chậm nhất 10 ngày trước khi khai mạc": relative("khai mạc", -10),
    "Ngay sau khi Kế hoạch được ban hành": relative("Kế hoạch được ban hành", 0, "immediately"),
    "Sau khi có hướng dẫn của Bộ Nội vụ": relative("sau khi có hướng dẫn của Bộ Nội vụ"),
    "Khi có yêu cầu": relative("khi có yêu cầu"),
    "Đột xuất": relative("đột xuất"),
    # nothing
    "Theo quy định": {"kind": "none"},
}


@pytest.mark.parametrize("phrase", READINGS)
def test_phrase(phrase):
    reading = read_deadline(phrase)
    assert deadline_to_json(reading.deadline) == READINGS[phrase]
    assert reading.doubts == ()


@pytest.mark.parametrize(
    ("phrase", "code", "kind"),
    [
        ("31/11/2026", "date-impossible", "none"),
        ("Trước ngày 30 tháng 2 năm 2026", "date-impossible", "none"),
        ("Tháng 13/2026", "date-impossible", "none"),
        ("31/11 hằng năm", "date-impossible", "none"),
        ("29/2/2026", "date-impossible", "none"),
        ("Ngày 20/4", "deadline-year-missing", "none"),
        ("Đầu tháng 8/2026", "deadline-vague", "one_off"),
        ("Tuần 1 tháng 5/2026", "deadline-vague", "one_off"),
        ("khoảng giữa mùa mưa", "deadline-unread", "none"),
        ("Trong 01 tháng kể từ ngày ký", "deadline-month-as-days", "relative"),
        ("Hằng tháng, trước ngày 20 của tháng cuối quý", "deadline-two-rhythms", "recurring"),
    ],
)
def test_doubt_is_told(phrase, code, kind):
    reading = read_deadline(phrase)
    assert code in reading.doubts
    assert reading.deadline.kind == kind


def test_a_year_of_the_plan_serves_and_is_told_when_only_assumed():
    assert read_deadline("trước ngày 15/3", year=2026).deadline.date == date(2026, 3, 15)
    assert read_deadline("trước ngày 15/3", year=2026).doubts == ()
    assert read_deadline("trước ngày 15/3", year=2026, year_sure=False).doubts == ("deadline-year-assumed",)


def test_promptly_needs_an_event():
    found = promptly("nếu có khó khăn, vướng mắc kịp thời phản ánh về Sở Nội vụ")
    assert found is not None
    assert found[0] == "kịp thời"
    assert deadline_to_json(found[1]) == relative("khó khăn, vướng mắc", 0, "immediately")
    assert promptly("Kịp thời khen thưởng các điển hình") is None


PIECES = st.lists(
    st.sampled_from([*READINGS, "và", "hoặc", "(", ")", "31/2", "năm 0000", "ngày 99", ";", "/9999"]),
    max_size=5,
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(PIECES.map(" ".join), st.text(max_size=60)))
def test_any_phrase_is_read_and_survives_json(phrase):
    deadline = read_deadline(phrase, year=2026).deadline
    assert deadline_from_json(deadline_to_json(deadline)) == deadline
