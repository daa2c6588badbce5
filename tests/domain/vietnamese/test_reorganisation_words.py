"""What a coordinator says about units: which end, who takes over, by which decision, from when."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.vietnamese.fold import fold
from domain.vietnamese.reorganisation_words import read_any_day, read_change, read_decision

SAID_AS_TEXT = """
sáp nhập xã Tân Lập và xã Phú Lâm thành xã Tân Phú | xã Tân Lập; xã Phú Lâm | xã Tân Phú
Hợp nhất Phòng Nội vụ, Phòng Y tế thành Phòng Văn hóa - Xã hội | Phòng Nội vụ; Phòng Y tế | Phòng Văn hóa - Xã hội
Đổi tên Phòng Lao động - Thương binh và Xã hội thành Phòng Nội vụ | Phòng Lao động - Thương binh và Xã hội | Phòng Nội vụ
giải thể Phòng Y tế, giao việc cho Phòng Văn hóa - Xã hội | Phòng Y tế | Phòng Văn hóa - Xã hội
nhập xã Phú Lâm vào xã Tân Lập | xã Phú Lâm | xã Tân Lập
tách Phòng Kinh tế và Hạ tầng thành Phòng Kinh tế và Phòng Đô thị | Phòng Kinh tế và Hạ tầng | Phòng Kinh tế; Phòng Đô thị
chuyển nhiệm vụ của Phòng Y tế sang Phòng Văn hóa - Xã hội | Phòng Y tế | Phòng Văn hóa - Xã hội
sáp nhập xã Thanh Sơn và xã Vào Lộc thành xã Thanh Vân | xã Thanh Sơn; xã Vào Lộc | xã Thanh Vân
sap nhap xa thanh son va xa phu lam thanh xa thanh van | xa thanh son; xa phu lam | xa thanh van
nhap xa tan lap, xa phu lam voi phuong dong son thanh phuong dong phu | xa tan lap; xa phu lam; phuong dong son | phuong dong phu
sáp nhập Văn phòng HĐND và UBND huyện vào Phòng Nội vụ | Văn phòng HĐND và UBND huyện | Phòng Nội vụ
"""  # noqa: E501 - a table
SAID = [
    (text, before.split("; "), after.split("; "))
    for text, before, after in (line.split(" | ") for line in SAID_AS_TEXT.strip().splitlines())
]


@pytest.mark.parametrize(("text", "before", "after"), SAID)
@pytest.mark.parametrize(
    "tail",
    ["", " từ 01/7/2025", " từ ngày 01 tháng 7 năm 2025 theo Nghị quyết số 1656/NQ-UBTVQH15 ngày 16/6/2025"],
)
def test_a_sentence_names_who_ends_and_who_takes_over(text, before, after, tail):
    found = read_change(text + tail)
    assert found is not None
    assert (list(found.before), list(found.after)) == (before, after)
    assert found.effective == (date(2025, 7, 1) if tail else None)
    if "theo" in tail:
        assert (found.number, found.dated) == ("1656/NQ-UBTVQH15", date(2025, 6, 16))


@pytest.mark.parametrize("text", [row[0] for row in SAID[:2]])
def test_accents_and_their_form_make_no_difference(text):
    plain = read_change(fold(text) + " tu 1/7/2025")
    assert [fold(name) for name in plain.after] == [fold(name) for name in read_change(text).after]
    assert plain.effective == date(2025, 7, 1)
    assert read_change(unicodedata.normalize("NFD", text)) == read_change(text)


@pytest.mark.parametrize(
    "text",
    [
        "xã Tân Lập đã sáp nhập chưa?",
        "sáp nhập xã nào",
        "việc của tôi",
        "tai nạn ở công trường, 2 người bị thương",
        "phòng mình còn mấy việc trễ",
        "sáp nhập xong chưa",
        "đổi tên",
        "",
    ],
)
def test_nothing_else_is_taken_for_an_order(text):
    assert read_change(text) is None


@pytest.mark.parametrize(
    ("text", "number", "dated"),
    [
        ("Quyết định số 12/QĐ-UBND ngày 20/6/2025", "12/QĐ-UBND", date(2025, 6, 20)),
        ("qd 12/qd-ubnd ngay 20.6.2025", "12/QĐ-UBND", date(2025, 6, 20)),
        ("12/2025/QĐ-UBND", "12/2025/QĐ-UBND", None),
        ("Nghị quyết 202/2025/QH15 ngày 12 tháng 6 năm 2025", "202/2025/QH15", date(2025, 6, 12)),
        ("chưa có số", None, None),
        ("20/6/2025", None, None),
    ],
)
def test_a_decision_is_its_number_and_its_day(text, number, dated):
    found = read_decision(text)
    assert (found.number, found.dated) == (number, dated)


def test_a_day_that_does_not_exist_is_no_day():
    assert read_any_day("31/11/2025") is None
    assert read_any_day("từ 1/7/2025 hoặc 2/7/2025") is None
    assert read_any_day("ngày 01/7/2025") == date(2025, 7, 1)


@given(
    st.text(max_size=200)
    | st.sampled_from([row[0] for row in SAID]).flatmap(lambda t: st.just(t + " từ 99/99/9999"))
)
def test_any_words_are_read_without_an_error(text):
    read_change(text)
    read_decision(text)
