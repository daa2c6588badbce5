"""Which words ask for the costs of which month."""

import unicodedata
from datetime import date

import pytest

from domain.vietnamese.cost_words import month_asked

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("chi phí", "2026-11"),
        ("Chi phí?", "2026-11"),
        ("chi phi", "2026-11"),
        ("cho xem chi phí gửi tin", "2026-11"),
        ("chi phí tháng này", "2026-11"),
        ("chi phi thang nay la bao nhieu", "2026-11"),
        ("tổng chi phí tháng này bao nhiêu?", "2026-11"),
        ("chi phí tin nhắn Zalo tháng trước", "2026-10"),
        ("chi phí tháng sau", "2026-12"),
        ("chi phí tháng 10", "2026-10"),
        ("chi phí của tháng 10", "2026-10"),
        ("CHI PHI THANG 1", "2026-01"),
        ("chi phí tháng 12", "2026-12"),
        ("chi phí tháng 10/2025", "2025-10"),
        ("chi phí tháng 10 - 2025", "2025-10"),
        ("chi phí tháng 10 năm 2025 là bao nhiêu", "2025-10"),
        ("chi phí tháng 10 năm ngoái", "2025-10"),
        ("costs", "2026-11"),
        ("costs last month", "2026-10"),
    ],
)
def test_a_question_for_costs(text, month):
    for form in (text, unicodedata.normalize("NFD", text)):
        assert month_asked(form, TODAY) == date.fromisoformat(f"{month}-01")


def test_a_month_far_ahead_is_that_of_last_year():
    assert month_asked("chi phí tháng 12", date(2026, 1, 5)) == date(2025, 12, 1)
    assert month_asked("chi phí tháng 2", date(2026, 1, 5)) == date(2026, 2, 1)
    assert month_asked("chi phí tháng trước", date(2026, 1, 31)) == date(2025, 12, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "gặp khó vì thiếu chi phí",
        "chi phí tập huấn chưa có",
        "chi phí tháng 13",
        "chi phí tháng 0",
        "chi phí điều trị cho người bị nạn",
        "có người bị nạn, chi phí",
        "tháng 10",
        "chi phí " * 40,
    ],
)
def test_anything_else_is_none(text):
    assert month_asked(text, TODAY) is None
