"""A plea not to be named is heard, accented or not; a story that merely mentions names is not one."""

import unicodedata

import pytest

from domain.vietnamese.privacy_words import Wish, wish


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("ẩn danh", Wish.ANONYMOUS),
        ("cho tôi báo ẩn danh", Wish.ANONYMOUS),
        ("giấu tên tôi", Wish.CONFIDENTIAL),
        ("xin giữ kín danh tính giúp em", Wish.CONFIDENTIAL),
        ("giu kin cho toi", Wish.CONFIDENTIAL),
        ("đừng nói tên tôi nhé", Wish.CONFIDENTIAL),
        ("dung cho ai biet toi la ai", Wish.CONFIDENTIAL),
        ("đồng ý nhưng giấu tên", Wish.CONFIDENTIAL),
        ("keep me anonymous", Wish.ANONYMOUS),
        (unicodedata.normalize("NFD", "giữ kín danh tính"), Wish.CONFIDENTIAL),
    ],
)
def test_a_plea_is_heard(said, meant):
    assert wish(said) is meant


@pytest.mark.parametrize(
    "said",
    ["có ai biết tôi là ai không?", "Zalo có biết tôi không", "có bị lộ danh tính không", "who knows me?"],
)
def test_a_question_is_heard(said):
    assert wish(said) is Wish.WHO_KNOWS


@pytest.mark.parametrize(
    "said",
    [
        "chủ giấu tên nạn nhân và bắt mọi người im",
        "không ai biết máy hỏng",
        "có 1 người bị thương ở xã Tân Lập",
        "tên người bị nạn",
        "đồng ý",
        "không",
        "",
        "x" * 200,
    ],
)
def test_anything_else_is_not(said):
    assert wish(said) is None
