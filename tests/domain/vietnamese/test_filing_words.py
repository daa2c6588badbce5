"""Questions for who has not handed in what the law asks: which duty, whose, which period."""

import unicodedata

import pytest

from domain.vietnamese.filing_words import FilingAsked, filing_asked
from domain.vietnamese.fold import fold

ASKED = [
    (
        "doanh nghiệp nào chưa nộp báo cáo tai nạn 6 tháng?",
        FilingAsked("accident_figures", half=True, employers=True),
    ),
    ("cty nào chưa báo cáo tnld", FilingAsked("accident_figures", employers=True)),
    ("những dn nào còn thiếu báo cáo năm", FilingAsked(half=False, employers=True)),
    ("danh sách công ty chưa huấn luyện", FilingAsked("training", employers=True)),
    ("đơn vị nào quá hạn kiểm định", FilingAsked("inspection")),
    ("bao nhiêu doanh nghiệp chưa nộp", FilingAsked(employers=True)),
    ("ai chưa nộp kỳ này?", FilingAsked(general=True)),
    ("Ai chưa nộp báo cáo", FilingAsked(general=True)),
]


@pytest.mark.parametrize(("said", "expected"), ASKED)
def test_it_is_understood_in_any_spelling(said, expected):
    assert filing_asked(said) == expected
    assert filing_asked(fold(said)) == expected
    assert filing_asked(unicodedata.normalize("NFD", said)) == expected


@pytest.mark.parametrize(
    "said",
    [
        "xã nào chưa nộp báo cáo quý",
        "công ty em có người bị tai nạn",
        "ai chưa nộp báo cáo kế hoạch 197",
        "chưa xong",
        "doanh nghiệp đã nộp rồi",
        "",
    ],
)
def test_anything_else_is_none(said):
    assert filing_asked(said) is None
