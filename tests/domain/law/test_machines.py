"""The list of machines that are declared: found from plain words, and told from accidents with machines."""

import unicodedata
from datetime import date

import pytest

from domain.law.lists import machines
from domain.machines import as_told, candidates, read_day, read_years, wishes_to_declare, wishes_to_see
from domain.vietnamese.fold import fold
from domain.vietnamese.intents import Intent, understand


def test_every_kind_has_its_own_code_and_name():
    lines = machines().lines
    assert len({line.code for line in lines}) == len({line.text for line in lines}) == len(lines) > 20
    assert machines().edition_on(date(2026, 11, 24)).name.endswith("Thông tư 36/2019/TT-BLĐTBXH")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("thang máy chở hàng 2 tấn", "lift"),
        ("nồi hơi 500kg", "boiler"),
        ("xe nâng 2,5 tấn", "forklift"),
        ("xe nâng người", "work_platform"),
        ("cẩu tháp công trình", "crane"),
        ("cầu trục 5 tấn", "overhead_crane"),
        ("pa lăng điện", "hoist"),
        ("bình nén khí 500 lít", "pressure_vessel"),
        ("máy vận thăng lồng", "builders_hoist"),
        ("kho lạnh NH3", "cooling"),
        ("chai oxy", "cylinders"),
        ("thang cuốn siêu thị", "escalator"),
        ("hệ thống nạp gas", "gas_supply"),
    ],
)
def test_plain_words_find_a_kind(words, code):
    assert candidates(words)[0].code == code
    assert candidates(unicodedata.normalize("NFD", words))[0].code == code
    assert code in [one.code for one in candidates(fold(words))]


def test_a_hand_pallet_truck_is_none():
    assert candidates("xe nâng tay") == ()


@pytest.mark.parametrize(
    "text",
    [
        "khai báo thang máy",
        "khai bao thiet bi nghiem ngat",
        "cong ty moi lap noi hoi can khai bao",
        "đăng ký cẩu tháp mới lắp",
        "mới mua xe nâng 2 tấn",
        "cần khai báo thang máy để sử dụng",
    ],
)
def test_a_wish_to_declare_is_heard(text):
    assert wishes_to_declare(text)
    assert wishes_to_declare(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    "text",
    [
        "xe nang de chet nguoi",
        "noi hoi no 2 nguoi bi thuong",
        "khai báo tai nạn thang máy",
        "thang máy bị hỏng, có người kẹt",
        "khai báo bệnh nghề nghiệp",
        "khai báo tai nạn",
        "thang máy",
        "toi bi diec nghe nghiep muon khai bao",
        "tôi muốn khai báo",
        "toi muon khai bao",
        "",
    ],
)
def test_an_accident_and_a_fault_are_no_declaration(text):
    assert not wishes_to_declare(text)


def test_the_wish_is_left_out_of_the_name():
    assert as_told("khai báo thang máy tòa nhà A") == "thang máy tòa nhà A"
    assert as_told("Công ty cần đăng ký cẩu tháp") == "cẩu tháp"
    assert as_told("mới mua xe nâng") == "mới mua xe nâng"


def test_days_and_years_are_read_whole_or_not_at_all():
    assert read_day("từ ngày 20/11/2026 nhé") == date(2026, 11, 20)
    assert read_day("ngày 5 tháng 3 năm 2027") == date(2027, 3, 5)
    assert read_day("20/11") is None
    assert read_day("31/02/2026") is None
    assert read_day("1/1/2026 đến 2/2/2026") is None
    assert (read_years("2 năm"), read_years("han 1 nam"), read_years("20 năm")) == (2, 1, None)


def test_the_register_is_asked_for_in_plain_words():
    assert wishes_to_see("danh sach thiet bi")
    assert wishes_to_see("cho xem danh sách thiết bị sắp hết hạn kiểm định")
    assert not wishes_to_see("danh sách đơn vị chưa nộp")


def test_a_strict_machine_is_nobody_who_fainted():
    assert understand("khai bao thiet bi nghiem ngat").intent is Intent.UNKNOWN
    assert understand("khai bao thiet bi, co nguoi ngat xiu").intent is Intent.REPORT_ACCIDENT
