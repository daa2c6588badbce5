"""How periods are named: each half-year by its own name."""

import pytest

from handlers.period_words import period_name
from messages.render import text


@pytest.mark.parametrize(
    ("label", "vi", "en"),
    [
        ("2026-H1", "6 tháng đầu năm 2026", "half-year 1 of 2026"),
        ("2026-H2", "6 tháng cuối năm 2026", "half-year 2 of 2026"),
    ],
)
def test_each_half_year_has_its_own_name(label, vi, en):
    named = period_name(label)
    assert text("vi", named.key, named.params) == vi
    assert text("en", named.key, named.params) == en
