"""Numbers, people and telephones as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.vietnamese.fold import fold
from domain.vietnamese.numbers import PeopleCount, read_number, read_people, read_phone, spell_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3 ng", 3), ("ba", 3), ("hai mươi mốt", 21), ("hai muoi mot", 21), ("hai mốt", 21), ("mười", 10),
        ("mười lăm", 15), ("muoi lam", 15), ("hai mươi tư", 24), ("một trăm linh năm", 105), ("trăm hai", 120),
        ("một trăm lẻ hai", 102), ("2 chục", 20), ("nghìn hai", 1200), ("1.200", 1200), ("sáu", 6), ("sau", 6),
        ("khoảng 5 người", 5), ("không", 0), ("0", 0), ("hai nghìn không trăm hai mươi sáu", 2026),
        ("vài", None), ("mấy người", None), ("2-3", None), ("2 hoặc 3", None), ("hơn 5", None), ("ba tôi", None),
        ("nhiều lắm", None), ("không rõ", None), ("một số", None),
        ("", None), ("abc", None), ("làm", None), ("tạm", None),
    ],
)  # fmt: skip
def test_a_number_is_read(text, number):
    assert read_number(text) == number


@given(st.integers(0, 999_999))
def test_what_is_spelled_is_read_back(n):
    assert read_number(spell_number(n)) == n
    assert read_number(fold(spell_number(n))) == n


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "không"), (2, "hai"), (10, "mười"), (15, "mười lăm"), (21, "hai mươi mốt"), (24, "hai mươi tư"),
        (105, "một trăm linh năm"), (110, "một trăm mười"), (1005, "một nghìn không trăm linh năm"),
        (999_999, "chín trăm chín mươi chín nghìn chín trăm chín mươi chín"), (300_000, "ba trăm nghìn"),
    ],
)  # fmt: skip
def test_a_number_is_spelled(n, words):
    assert spell_number(n) == words


@pytest.mark.parametrize("n", [-1, 1_000_000])
def test_spelling_has_ends(n):
    with pytest.raises(ValueError, match="cannot spell"):
        spell_number(n)


@pytest.mark.parametrize(
    ("text", "total", "dead", "injured", "between"),
    [
        ("2", 2, None, None, None),
        ("2 ng, 1 ng chet roi", 2, 1, None, None),
        ("2 người, trong đó 1 người tử vong", 2, 1, None, None),
        ("1 người chết 3 người bị thương", 4, 1, 3, None),
        ("1 chết, 3 bị thương", 4, 1, 3, None),
        ("chết 1 bị thương 2", 3, 1, 2, None),
        ("2 người chết", 2, 2, None, None),
        ("hai người bị thương nặng", 2, None, 2, None),
        ("3 người bị thương, trong đó 1 người chết", 3, 1, 2, None),
        ("5 ng, 1 chet 4 bi thuong", 5, 1, 4, None),
        ("không ai chết, 2 bị thương", 2, 0, 2, None),
        ("không ai", 0, None, None, None),
        ("0", 0, None, None, None),
        ("khong co ai", 0, None, None, None),
        ("chỉ mình tôi", 1, None, None, None),
        ("một người", 1, None, None, None),
        ("ba anh em", 3, None, None, None),
        ("khoảng 5 người", 5, None, None, None),
        ("2-3 người", None, None, None, (2, 3)),
        ("2 đến 3 người", None, None, None, (2, 3)),
        ("hai ba người", None, None, None, (2, 3)),
        ("5 hoặc 6", None, None, None, (5, 6)),
        ("1 nạn nhân 35 tuổi", 1, None, None, None),
    ],
)
def test_people_are_counted(text, total, dead, injured, between):
    assert read_people(text) == PeopleCount(total, dead, injured, between)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "không rõ",
        "khong biet",
        "không nhớ",
        "một số người",
        "một vài",
        "chưa rõ",
        "vài người",
        "nhiều người",
        "hơn 5 người",
        "ba tôi",
        "2 ng, 3 ng chết",
    ],
)
def test_unclear_counts_are_not_guessed(text):
    assert read_people(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0912345678", "0912345678"), ("0912 345 678", "0912345678"), ("0912.345.678", "0912345678"),
        ("+84912345678", "0912345678"), ("+84 912 345 678", "0912345678"), ("84912345678", "0912345678"),
        ("(+84) 912-345-678", "0912345678"), ("+84 (0)912 345 678", "0912345678"), ("0084912345678", "0912345678"),
        ("sđt em là 0912345678 nha", "0912345678"), ("912345678", "0912345678"), ("024 3825 1234", "02438251234"),
        ("(0208) 3855 123", "02083855123"), ("gọi 0912345678 hoặc 0987654321", "0912345678"),
        ("0912345678 0987654321", "0912345678"), ("không chín một hai ba bốn năm sáu bảy tám", "0912345678"),
        ("01234567890", "0834567890"),
        ("12345", None), ("001099012345", None), ("0112345678", None), ("091234567", None), ("", None),
        ("20/11/2026 8h30", None), ("125/BC-UBND", None),
    ],
)  # fmt: skip
def test_a_phone_is_read(text, number):
    assert read_phone(text) == number
