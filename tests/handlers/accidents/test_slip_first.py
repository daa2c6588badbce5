"""A slip owned up to with one word first: "nham, 1 nguoi thoi a"."""

import pytest

from domain.vietnamese.correction_words import is_correction, spoken


@pytest.mark.parametrize(
    "text", ["nham, 1 nguoi thoi a", "Nhầm, 1 người thôi ạ", "à lộn, 1 người", "lon roi, 1 nguoi"]
)
def test_one_word_before_the_right_number_is_a_correction(text):
    assert is_correction(text)
    assert spoken(text).lower() in ("1 nguoi", "1 người")


@pytest.mark.parametrize("text", ["nham mat lai", "lon nước rơi vào chân", "nhầm", "đá nham thạch, 1 người"])
def test_a_word_that_sounds_like_it_is_none(text):
    assert not is_correction(text)


def test_a_death_told_in_a_correction_is_not_cut_off():
    assert spoken("nham, mat 1 nguoi") == "mat 1 nguoi"
