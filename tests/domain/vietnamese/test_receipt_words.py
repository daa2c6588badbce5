"""A receipt asked for is heard, accented or not; a story that mentions one is not a request."""

import unicodedata

import pytest

from domain.vietnamese.receipt_words import asks_receipt


@pytest.mark.parametrize(
    "said",
    ["biên nhận", "cho em xin bien nhan TN-26-D4EA", "Gửi giấy biên nhận vụ này", "the receipt please",
     unicodedata.normalize("NFD", "lấy biên nhận")],
)  # fmt: skip
def test_a_request_is_heard(said):
    assert asks_receipt(said)


@pytest.mark.parametrize(
    "said",
    [
        "chủ không đưa biên nhận cho ai",
        "",
        "nhận vụ",
        "công ty giữ biên nhận của tôi",
        "biên nhận" + "x" * 90,
    ],
)
def test_anything_else_is_not(said):
    assert not asks_receipt(said)
