"""Numbers, people and telephones as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.vietnamese.fold import fold
from domain.vietnamese.numbers import PeopleCount, read_number, read_people, read_phone, spell_number
from domain.vietnamese.people import count_people


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
        ("chắc cỡ 3 4 người", None, None, None, (3, 4)),
        ("1 nạn nhân 35 tuổi", 1, None, None, None),
        ("1 thằng thôi", 1, None, None, None),
        ("2 thằng bị thương", 2, None, 2, None),
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


NOT_A_COUNT = (
    "năm nay", "năm ngoái", "năm 2026", "trong năm", "trong năm 2026", "tổng hợp năm", "báo cáo năm", "cuối năm",
    "cả năm", "hàng năm", "2 năm", "3 năm trước", "hai năm", "năm rồi", "mình ở km 12 ql3", "km 12", "ql 3", "ql3",
    "quốc lộ 3", "quốc lộ 1a", "đường 19/5", "số nhà 5", "số 5", "nhà 5", "tầng 3", "tầng ba", "lầu 2", "tổ 4",
    "tổ dân phố 4", "thôn 2", "thôn hai", "xóm 3", "ấp 7", "ca 3", "ca 2", "lô 7", "cột 12", "hẻm 5", "ngõ 12",
    "ngách 4", "khu 3", "khối 6", "kcn 2", "phường 5", "quận 7", "đội 3", "xưởng 2", "phân xưởng 2", "nhà máy 3",
    "cổng 2", "hầm 4", "giếng 2", "máy 3", "cầu 2", "kho 5", "mỏ 3", "không phải 2", "đâu phải 3 người", "thứ 2",
    "ngày 5", "tháng 3", "quý 4", "8h", "lúc 8 giờ", "35 tuổi", "ở tổ 4 thôn 2", "số nhà 5 tổ 4",
    "ở tổ 4 người ta bị ngã",
)  # fmt: skip


@pytest.mark.parametrize("text", NOT_A_COUNT)
def test_a_year_or_an_address_counts_nobody(text):
    assert read_people(text) is None
    assert read_people(fold(text)) is None
    assert count_people(text, strict=True) is None


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("ko phai 1 nguoi dau, 2 nguoi cơ", 2), ("không phải 3 mà 4 người", 4), ("đâu phải 2, 3 người lận", 3),
        ("không phải 1 mà là 2", 2), ("không phải là 3 người, 4 người", 4), ("ko phải 1, 2 người", 2),
        ("kp 1 nguoi, 2 nguoi", 2), ("2 chứ không phải 3", 2), ("2 người chứ không phải 3 người", 2),
        ("không phải một người mà hai người", 2), ("3 người, à nhầm, 4 người", 4), ("3 à nhầm 4", 4),
        ("1 người đâu, 2 người lận", 2), ("không phải 2-3 người mà 4 người", 4), ("chưa đến 5, 4 người", 4),
        ("năm", 5), ("dạ năm ạ", 5), ("khoảng năm", 5), ("chắc ba", 3), ("hai thôi", 2), ("năm người", 5),
        ("năm đứa", 5), ("năm công nhân", 5), ("năm nạn nhân", 5), ("năm anh em", 5), ("năm mạng", 5), ("năm ca", 5),
        ("hai bố con", 2), ("hai vợ chồng", 2), ("3 cn", 3), ("2 đứa", 2), ("cả 3 người", 3), ("ca 3 nguoi", 3),
        ("2 người ở tổ 4", 2), ("ở thôn 2 có 3 người", 3), ("ca 3 có 2 người", 2), ("tầng 3, 2 người", 2),
        ("km 12 quốc lộ 3 có 2 người", 2), ("năm nay 3 người", 3), ("trong năm 2026 có 2 người", 2),
        ("dưới hầm 3 người bị kẹt", 3), ("ở mỏ 2 người chết", 2), ("trong lò 2 người chết", 2),
        ("2 người, không phải 3 người", 2), ("không phải chết 2 người, chết 1 người", 1), ("hôm 20-11 có 2 người", 2),
        ("20-11 có 2 người", 2), ("từ 7 đến 8 giờ, 3 người", 3), ("anh em năm người", 5), ("20/11, 2 người", 2),
        ("tôi và 2 người nữa", 3), ("em cùng 1 người khác bị thương", 2), ("1 nam 1 nữ", 2), ("2 nam và 1 nữ", 3),
        ("hai, một nặng", 2), ("năm người, hai chết", 5), ("tổng 3, 1 chết", 3), ("hình như 2, à không 3", 3),
        ("chưa phải chết, 2 người bị thương", 2), ("à quên, 3 người", 3), ("không, 3 người", 3),
        ("số nhà 5, 1 người", 1), ("đội 3 người", 3), ("nhà 2 người", 2),
    ],
)  # fmt: skip
def test_the_number_that_is_meant_is_taken(text, total):
    for said in (text, fold(text)):
        counted = read_people(said)
        assert counted is not None
        assert counted.total == total


@pytest.mark.parametrize(
    "text", ["trong năm", "năm nay", "năm ngoái", "cuối năm", "tổng hợp năm", "năm 2026"]
)
def test_a_year_is_no_number(text):
    assert read_number(text) is None
    assert read_number(fold(text)) is None


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


@pytest.mark.parametrize(
    "text",
    [
        "anh Ba bị điện giật",
        "chú Tư bị bỏng",
        "cô Sáu",
        "chị Hai bị ngã",
        "anh Năm bị ngã",
        "bà Tám bị gãy tay",
    ],
)
def test_a_southern_name_is_no_count(text):
    assert read_people(text) is None
    assert count_people(text, strict=True) is None


def test_the_death_of_one_with_such_a_name_is_one():
    assert read_people("chú Tư chết rồi") == PeopleCount(None, 1, None, None)


@pytest.mark.parametrize("text", ["có ai chết không", "có ai bị thương không", "có chết người không"])
def test_a_question_counts_nobody(text):
    assert count_people(text, strict=True) is None
    assert read_people(text) is None
