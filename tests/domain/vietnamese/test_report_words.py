"""Wishes for figures, with and without accents, composed and decomposed; and what only sounds like one."""

import unicodedata
from datetime import date

import pytest

from domain.vietnamese.intents import Intent, understand
from domain.vietnamese.report_words import ReportAsked, report_asked

TODAY = date(2026, 11, 24)
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
WISHES = [
    ("báo cáo phụ lục XIV 6 tháng đầu năm 2026", "XIV", date(2026, 1, 1), date(2026, 6, 30)),
    ("bao cao phu luc xv nam 2026", "XV", *YEAR),
    ("phụ lục XII quý 1/2026", "XII", date(2026, 1, 1), date(2026, 3, 31)),
    ("xuất phụ lục 14 sáu tháng cuối năm", "XIV", date(2026, 7, 1), date(2026, 12, 31)),
    ("lập báo cáo tai nạn lao động phụ lục XV năm ngoái", "XV", date(2025, 1, 1), date(2025, 12, 31)),
    ("cho tôi phụ lục XIV tháng 2/2024 nhé", "XIV", date(2024, 2, 1), date(2024, 2, 29)),
    ("phụ lục XIV từ 01/02/2026 đến 31/03/2026", "XIV", date(2026, 2, 1), date(2026, 3, 31)),
    ("PL XIV", "XIV", *YEAR),
    ("sổ thống kê tai nạn năm nay", "register", *YEAR),
]


@pytest.mark.parametrize(("text", "what", "first", "last"), WISHES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_wish_is_read(text, what, first, last, form):
    assert report_asked(unicodedata.normalize(form, text), TODAY) == ReportAsked(what, first, last)
    assert understand(unicodedata.normalize(form, text)).intent is Intent.QUERY_STATUS


def test_a_place_is_named():
    asked = report_asked("sổ thống kê xã Tân Lập năm 2026", TODAY)
    assert (asked.what, asked.place) == ("register", "xa tan lap")


@pytest.mark.parametrize(
    "days", ["từ 31/02/2026 đến 30/06/2026", "từ 01/07/2026 đến 30/06/2026", "từ 1/2 đến 3/4"]
)
def test_days_that_cannot_be_are_asked_again(days):
    asked = report_asked(f"phụ lục XIV {days}", TODAY)
    assert (asked.first, asked.last) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "có người chết, báo cáo phụ lục XIV",
        "phụ lục XIII",
        "phụ lục của kế hoạch",
        "báo cáo tai nạn có 2 người bị thương",
        "sổ đỏ",
        "",
        "phụ lục XIV " * 40,
    ],
)
def test_anything_else_is_none(text):
    assert report_asked(text, TODAY) is None
