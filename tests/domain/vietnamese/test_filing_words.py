"""Questions for who has not handed in what the law asks: which duty, whose, which period."""

import unicodedata

import pytest

from domain.vietnamese.filing_words import FilingAsked, filing_asked, is_filing_asked
from domain.vietnamese.fold import fold
from domain.vietnamese.intents import Intent, understand

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


@pytest.mark.parametrize(
    "said",
    [
        "doanh nghiệp nào chưa nộp báo cáo tai nạn 6 tháng?",
        "doanh nghiep nao chua nop bao cao tai nan?",
        "cty nào còn chưa gửi báo cáo tai nạn lao động năm nay",
        "ai chưa báo cáo tnld kỳ này",
        "có bao nhiêu doanh nghiệp chưa nộp báo cáo tai nạn",
    ],
)
def test_who_has_not_reported_accidents_is_no_accident(said):
    assert is_filing_asked(said)
    assert understand(said).intent is Intent.QUERY_OVERDUE


@pytest.mark.parametrize(
    "said",
    [
        "công ty nào chưa báo tai nạn mà người ta chết rồi",
        "công ty chưa báo cáo tai nạn công nhân đang chảy máu",
        "ai chưa báo tai nạn ở công trường cầu",
        "công ty em có tai nạn",
    ],
)
def test_a_cry_for_help_is_never_taken_for_that_question(said):
    assert not is_filing_asked(said)
