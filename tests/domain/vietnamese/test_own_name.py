"""A name given as one's own is struck out; others' names, trades and the story stay."""

import unicodedata

import pytest

from domain.vietnamese.own_name import without_own_name


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("tôi là Nguyễn Văn Nam, thợ hàn", "tôi là …, thợ hàn"),
        ("Tên tôi là nguyễn văn nam. máy dập hỏng", "Tên tôi là …. máy dập hỏng"),
        ("toi ten nguyen van nam", "toi ten …"),
        ("toi la Nguyen Van Nam", "toi la …"),
        ("tôi tên Nam bị ngã ở xưởng", "tôi tên … bị ngã ở xưởng"),
        ("em là Lê Hoa ạ", "em là … ạ"),
        ("em là chị Hoa tổ may", "em là chị … tổ may"),
        ("My name is John Doe and I saw it", "My name is … and I saw it"),
        (unicodedata.normalize("NFD", "tôi là Nguyễn Văn Nam"), "tôi là …"),
    ],
)
def test_ones_own_name_is_struck_out(said, kept):
    assert without_own_name(said) == kept


@pytest.mark.parametrize(
    "said",
    [
        "tôi là thợ hàn ở đây",
        "tên công ty là Minh Phát",
        "nạn nhân tên Hoa",
        "chị Hoa là tổ trưởng",
        "giàn giáo đổ ở cầu Tân Lập",
        "tên tôi là gì không quan trọng",
        "",
    ],
)
def test_nothing_else_is_touched(said):
    assert without_own_name(said) == said
