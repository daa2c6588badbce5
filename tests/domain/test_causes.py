"""Descriptions as people write them, and the codes they should be offered."""

import unicodedata

import pytest

from domain import forms
from domain.causes import MOST, candidates
from domain.vietnamese.fold import fold

FACTORS = [
    ("Anh ấy bị điện giật khi sửa tủ điện", "01"),
    ("xe tải lùi cán qua chân", "03"),
    ("nổ bình khí nén ở xưởng", "04"),
    ("cẩu tháp đứt cáp rơi xuống", "05"),
    ("nổ mìn phá đá văng trúng", "06"),
    ("tay bị cuốn vào máy nghiền", "07"),
    ("bị axit bắn vào mặt", "08"),
    ("xuống hầm biogas ngạt khí", "09"),
    ("cháy xăng ở kho", "10"),
    ("Sập giàn giáo khi đổ bê tông", "11"),
    ("sạt lở vùi lấp hai công nhân", "12"),
    ("cây đổ đè trúng người", "13"),
    ("ngã từ tầng 3 xuống đất", "14"),
    ("rơi xuống sông khi lái sà lan, đuối nước", "15"),
    ("bị ong đốt khi phát cỏ", "16"),
]
CAUSES = [
    ("giàn giáo mục, không có lan can", "1"),
    ("công ty không phát đồ bảo hộ cho anh em", "2"),
    ("làm một mình không ai giám sát", "3"),
    ("anh ấy mới vào làm, chưa được huấn luyện", "4"),
    ("không có biện pháp thi công an toàn", "5"),
    ("sàn trơn, thiếu ánh sáng", "6"),
    ("chưa cắt điện đã sửa, làm sai quy trình", "7"),
    ("không đội mũ, không thắt dây an toàn", "8"),
    ("trời giông, bị sét đánh", "9"),
]
ALL = [("factor", *one) for one in FACTORS] + [("cause", *one) for one in CAUSES]


def bare(text):
    return fold(text)


FORMS = [lambda t: t, bare, str.upper, lambda t: unicodedata.normalize("NFD", t)]


@pytest.mark.parametrize("form", FORMS, ids=["as written", "no accents", "capitals", "NFD"])
@pytest.mark.parametrize(("question", "text", "code"), ALL)
def test_the_code_stands_first(question, text, code, form):
    found = candidates(question, form(text))
    assert found[0].code == code
    assert len(found) <= MOST
    assert found[0].name == forms.code_name(question, code)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("factor", "không rõ"),
        ("factor", "diễn biến: anh ấy bị gãy tay"),
        ("factor", "không phải điện giật"),
        ("cause", "anh ấy đi làm sớm"),
        ("cause", "bảo vệ gọi đến"),
        ("cause", ""),
    ],
)
def test_nothing_is_offered_where_nothing_is_said(question, text):
    assert candidates(question, text) == ()


def test_a_word_typed_with_accents_is_that_word():
    assert candidates("cause", "bào gỗ") == ()
    assert candidates("cause", "bão số 3")[0].code == "9"


def test_a_codes_own_wording_is_its_answer():
    for question in ("cause", "factor"):
        for code, name in forms.codes(question).names:
            assert [one.code for one in candidates(question, name)] == [code]


def test_every_word_stands_for_a_code_of_the_list():
    for question in ("cause", "factor"):
        assert forms.code_words(question).keys() <= dict(forms.codes(question).names).keys()
